/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of the newest command, as the window does them.
 *   undo-bench BOOK
 * prints the milliseconds of the two and the rows that each changed. */
#include "book.h"

#include <stdlib.h>

typedef DuiUndoStep *(*Step) (DuiBook *book, gint64 command, const DuiOccasion *occasion,
                              GError **error);

static double
measure (DuiBook *book,
         Step step,
         guint *n_changes)
{
  g_autoptr (GError) error = NULL;
  gint64 started = g_get_monotonic_time ();
  g_autoptr (DuiUndoStep) done = step (book, 0, &(DuiOccasion){ .reason = "measured" }, &error);
  double ms = (double) (g_get_monotonic_time () - started) / 1000;

  if (done == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
  *n_changes = done->n_changes;
  return ms;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiBook) book = dui_book_open (argv[1], &error);
  g_autoptr (DuiCatalog) catalog = book ? dui_book_get_catalog (book, &error) : NULL;
  double undo, redo;
  guint n_undone, n_redone;

  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  undo = measure (book, dui_book_undo, &n_undone);
  redo = measure (book, dui_book_redo, &n_redone);
  g_print ("%.3f %.3f %u %u\n", undo, redo, n_undone, n_redone);
  dui_book_close (book);
  return 0;
}
