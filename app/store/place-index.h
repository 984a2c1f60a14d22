/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the ids of places in rows to their indices in the catalog. Ids are small and dense, so an
 * array does it without hashing each of a hundred thousand figures. */
#pragma once

#include "model/catalog.h"

G_BEGIN_DECLS

/* @places of DuiPlace; an array of guint by id. */
GArray *dui_place_index_new (GPtrArray *places);

static inline guint
dui_place_index_find (GArray *self, gint64 id)
{
  return id >= 0 && id < self->len ? g_array_index (self, guint, id) : DUI_NO_PLACE;
}

/* For a row whose place does not exist. Always FALSE. */
gboolean dui_place_index_set_error (GError **error);

G_END_DECLS
