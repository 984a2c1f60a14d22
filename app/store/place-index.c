/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/place-index.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>

/* The CHECK on place.id, which nobody looks at when reading. */
#define MAX_ID 1000000

GArray *
dui_place_index_new (GPtrArray *places)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint none = DUI_NO_PLACE;

  for (guint i = 0; i < places->len; i++)
    {
      gint64 id = dui_place_get_id (g_ptr_array_index (places, i));

      if (id > MAX_ID)
        continue;
      while (self->len <= id)
        g_array_append_val (self, none);
      g_array_index (self, guint, id) = i;
    }
  return self;
}

gboolean
dui_place_index_set_error (GError **error)
{
  g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
                       _ ("The book is damaged: it speaks of a place that it does not have. Keep "
                          "it as it is and go back to a backup."));
  return FALSE;
}
