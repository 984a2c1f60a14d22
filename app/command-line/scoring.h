/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of the scheme that holds in the invocation's period. */
#pragma once

#include "analysis/score.h"
#include "command-line/invocation.h"

G_BEGIN_DECLS

typedef struct
{
  /*< read only >*/
  DuiScore *score;
  const DuiScheme *scheme;
  GPtrArray *panels;   /* of DuiPanel, one for each part of the scheme */
  DuiCatalog *catalog; /* that of the panels */

  /*< private >*/
  GPtrArray *schemes;
} DuiScoring;

/* @bottom 0 takes the book's rule. NULL with DUI_USAGE_ERROR where no scheme holds. */
DuiScoring *dui_scoring_new (DuiInvocation *invocation, guint bottom, GError **error);
void dui_scoring_free (DuiScoring *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiScoring, dui_scoring_free)

G_END_DECLS
