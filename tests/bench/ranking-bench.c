/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking page of a month, in process.
 *   ranking-bench BOOK ROUNDS
 * prints a line for each round with the milliseconds of: the page cold (from opening the book to the
 * ranking), then with all indicators loaded another month of the same indicator, and another
 * indicator in the same month. */
#include "analysis/standing.h"
#include "book.h"

#include <stdlib.h>

static gint64 started;

static void
start (void)
{
  started = g_get_monotonic_time ();
}

static double
stop (void)
{
  return (double) (g_get_monotonic_time () - started) / 1000;
}

static void
require (gboolean holds,
         const GError *error)
{
  if (holds)
    return;
  g_printerr ("%s\n", error ? error->message : "no ranking");
  exit (1);
}

static void
rank (DuiBook *book,
      const char *indicator,
      int periods_before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiPanel) panel = dui_book_get_panel (book, indicator, &error);
  g_autoptr (DuiStanding) standing = NULL;
  DuiPeriod last;

  require (panel != NULL, error);
  last = panel->first + (DuiPeriod) panel->n_periods - 1;
  /* The newest period ends where the rows ended. */
  for (int i = 0; i <= periods_before; i++)
    last = dui_period_previous (last, dui_indicator_get_calendar (panel->indicator));
  standing = dui_standing_compute (panel, panel->catalog->home, last, DUI_RANK_BY_GROWTH,
                                   DUI_TIER_ASSESSED, 0);
  require (standing->rows->len >= 1500, NULL);
}

int
main (int argc,
      char **argv)
{
  static const char *const indicators[] = { "output", "investment", "tax" };

  for (int round = 0; round < atoi (argv[2]); round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DuiBook) book = NULL;
      double cold, month, indicator;

      start ();
      book = dui_book_open (argv[1], &error);
      require (book != NULL, error);
      rank (book, "output", 0);
      cold = stop ();
      for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
        rank (book, indicators[i], 0);
      start ();
      rank (book, "output", 1);
      month = stop ();
      start ();
      rank (book, "tax", 0);
      indicator = stop ();
      g_print ("%.3f %.3f %.3f\n", cold, month, indicator);
      dui_book_close (book);
    }
  return 0;
}
