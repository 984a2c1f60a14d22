/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/target-entries.h"

#include <glib/gi18n-lib.h>

#include "widgets/entry-text.h"
#include "widgets/number-entry.h"

gboolean
dui_target_entries_read_day (GtkEditable *entry,
                             DuiDay *day,
                             GError **error)
{
  g_autofree char *text = dui_entry_text_dup (entry);

  return dui_day_parse (text, day, error);
}

static int
shown_scale (DuiIndicator *indicator)
{
  return dui_indicator_get_scale (indicator) + dui_indicator_get_shown_shift (indicator);
}

gboolean
dui_target_entries_read_value (GtkEditable *entry,
                               DuiIndicator *indicator,
                               DuiAmount *value,
                               GError **error)
{
  return dui_number_entry_read (entry, dui_indicator_get_shown_measure (indicator),
                                shown_scale (indicator), value, error);
}

char *
dui_target_entries_format_value (DuiIndicator *indicator,
                                 DuiAmount value)
{
  return dui_amount_to_string (value, shown_scale (indicator));
}

void
dui_target_entries_fill_tiers (DuiChooser *chooser)
{
  for (DuiTier tier = 0; tier < DUI_N_TIERS; tier++)
    dui_chooser_add (chooser, tier, dui_tier_to_label (tier), NULL);
}

char *
dui_target_entries_get_title (DuiCatalog *catalog,
                              guint place,
                              DuiIndicator *indicator,
                              int year)
{
  /* Translators: 1 place, 2 indicator, 3 year. */
  return g_strdup_printf (_ ("%1$s, %2$s, target of %3$d"),
                          dui_place_get_name (dui_catalog_get_place (catalog, place)),
                          dui_indicator_get_display_name (indicator), year);
}

DuiDay
dui_target_entries_suggest_day (DuiSession *session,
                                int year)
{
  DuiPeriod period = dui_session_get_period (session);
  DuiDay today = dui_day_today ();

  if (today / 10000 == year)
    return today;
  return dui_period_year (period) == year ? dui_period_last_day (period) : year * 10000 + 101;
}
