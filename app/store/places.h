/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing places: the row, its name and other spellings, and what it is a part of. */
#pragma once

#include "model/place.h"
#include "store/command.h"

G_BEGIN_DECLS

/* A new place under its name from the beginning, with its aliases. Its id, or 0 with @error. */
gint64 dui_places_insert (DuiConnection *connection, DuiPlace *place, gint64 source,
                          const char *action, GError **error);

/* From the beginning and for ever. */
gboolean dui_places_join (DuiConnection *connection, gint64 place, gint64 parent, gboolean ranked,
                          gboolean in_total, gint64 source, const char *action, GError **error);

/* A place that a sheet named: a member of the home place at the end of the fixed order. What it is
 * shows in its name: firms are not ranked, and firms and parks not added to the total, because they
 * lie inside of a township (DESIGN §5 "membership"). Its id, or 0 with @error. */
gint64 dui_places_insert_found (DuiConnection *connection, const char *name, gint64 source,
                                const char *action, GError **error);

G_END_DECLS
