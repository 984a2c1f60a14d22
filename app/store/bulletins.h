/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bulletins 通报: numbers frozen as they were issued (DESIGN §5). */
#pragma once

#include "model/period.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 indicator;
  DuiPeriod period;
  const char *number; /* 文号 */
  const char *title;
  DuiDay issued_on;
} DuiBulletin;

/* Freezes the figures of @bulletin's period with the target assessed and the plan's share as they are
 * now, and the head of the chain of seals. */
gboolean dui_bulletins_issue (DuiConnection *connection, const DuiBulletin *bulletin,
                              gint64 source, const char *action, GError **error);

G_END_DECLS
