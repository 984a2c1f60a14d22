/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "undoing.h"

#include <glib/gi18n-lib.h>

gboolean
dui_undoing_run (DuiBook *book,
                 GPtrArray *steps,
                 gboolean redo,
                 guint last,
                 GError **error)
{
  const DuiOccasion occasion = { NULL, NULL };

  for (guint i = 0; i <= last; i++)
    {
      const DuiUndoStep *step = g_ptr_array_index (steps, i);
      g_autoptr (DuiUndoStep) done
          = redo ? dui_book_redo (book, step->command, &occasion, error)
                 : dui_book_undo (book, step->command, &occasion, error);

      if (!done)
        return FALSE;
    }
  return TRUE;
}

char *
dui_undoing_describe (GPtrArray *steps,
                      gboolean redo,
                      guint last)
{
  g_autofree char *what = dui_undo_step_describe (g_ptr_array_index (steps, last));

  if (last > 0)
    return g_strdup_printf (redo ? ngettext ("%u change redone", "%u changes redone", last + 1)
                                 : ngettext ("%u change undone", "%u changes undone", last + 1),
                            last + 1);
  /* Translators: "figure changed: …". */
  return g_strdup_printf (redo ? _ ("Redone: %s") : _ ("Undone: %s"), what);
}
