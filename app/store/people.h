/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who decide and note things, by name. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Sets @id to the person of that name, who is known from now on; to 0 for no name. */
gboolean dui_people_find (DuiConnection *connection, const char *name, gint64 source,
                          const char *action, gint64 *id, GError **error);

G_END_DECLS
