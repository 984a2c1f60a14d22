/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-thinning.h"

/* One number for each day, week and month, so that two times are in the same one when it is equal. */

static int
day_of (GDateTime *time)
{
  return g_date_time_get_year (time) * 1000 + g_date_time_get_day_of_year (time);
}

static int
week_of (GDateTime *time)
{
  return g_date_time_get_week_numbering_year (time) * 100 + g_date_time_get_week_of_year (time);
}

static int
month_of (GDateTime *time)
{
  return g_date_time_get_year (time) * 100 + g_date_time_get_month (time);
}

static const struct
{
  int (*number) (GDateTime *time);
  guint n_kept;
} spans[] = { { day_of, 12 }, { week_of, 10 }, { month_of, 9 } };

void
dui_backup_thin (GDateTime *const *times,
                 guint n_times,
                 gboolean *keep)
{
  for (guint i = 0; i < n_times; i++)
    keep[i] = FALSE;
  for (guint s = 0; s < G_N_ELEMENTS (spans); s++)
    {
      guint left = spans[s].n_kept;
      int last = -1;

      for (guint i = 0; i < n_times && left > 0; i++)
        {
          int number = spans[s].number (times[i]);

          if (number == last)
            continue;
          keep[i] = TRUE;
          last = number;
          left--;
        }
    }
}
