/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stayed at the bottom, with every period named (PRACTICE R12). */
#include "analysis/issued-streak.h"
#include "briefing/sentences.h"
#include "briefing/terms.h"
#include "briefing/words.h"

#include <glib/gi18n-lib.h>

/* More periods than these are named by the first and the last. */
#define NAMED_MAX 6

static char *
period_text (DuiPeriod period, gboolean with_year)
{
  return with_year ? dui_period_to_label (period) : dui_period_to_short_label (period);
}

/* 1—9月、1—10月、1—12月; the year where it begins or changes. */
static char *
join_periods (const GArray *periods, gboolean with_years)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int year = -1;

  for (guint i = 0; i < periods->len; i++)
    {
      DuiPeriod period = g_array_index (periods, DuiPeriod, i);

      g_ptr_array_add (parts, period_text (period, with_years && dui_period_year (period) != year));
      year = dui_period_year (period);
    }
  return dui_words_join (parts);
}

static gboolean
was_reported (const DuiPanel *panel, guint place, DuiPeriod period)
{
  DuiFigureValues figure = dui_panel_get_figure (panel, place, period);

  if (figure.status <= DUI_STATUS_ESTIMATE)
    return FALSE;
  return !dui_amount_is_missing (figure.value) || !dui_amount_is_missing (figure.growth);
}

/* Why a period neither breaks a streak nor lengthens it. @bulletins is NULL for the book as it is. */
static const char *
hole_text (const DuiPanel *panel, GPtrArray *bulletins, guint place, DuiPeriod period)
{
  if (bulletins)
    return dui_issued_streak_find_bulletin (bulletins, period) ? _ ("not ranked for {{period}}")
                                                               : _ ("no bulletin for {{period}}");
  return was_reported (panel, place, period) ? _ ("no growth for {{period}}")
                                             : _ ("nothing reported for {{period}}");
}

/* 1—11月未报; a period with a figure but no growth that counts is told apart. */
static char *
holes_text (const DuiPanel *panel,
            GPtrArray *bulletins,
            const DuiStreak *streak,
            gboolean with_years)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < streak->passed_over->len; i++)
    {
      DuiPeriod period = g_array_index (streak->passed_over, DuiPeriod, i);
      g_autoptr (DuiTerms) terms = dui_terms_new ();

      dui_terms_take (terms, "period", period_text (period, with_years));
      g_ptr_array_add (parts,
                       dui_terms_fill (terms, hole_text (panel, bulletins, streak->place, period)));
    }
  return dui_words_join (parts);
}

static gboolean
crosses_year (const GArray *periods)
{
  return dui_period_year (g_array_index (periods, DuiPeriod, 0))
         != dui_period_year (g_array_index (periods, DuiPeriod, periods->len - 1));
}

static void
set_periods (DuiTerms *terms, const DuiStreak *streak, gboolean with_years)
{
  const GArray *periods = streak->periods;
  DuiPeriod first = g_array_index (periods, DuiPeriod, 0);
  DuiPeriod last = g_array_index (periods, DuiPeriod, periods->len - 1);

  if (periods->len <= NAMED_MAX)
    {
      dui_terms_take (terms, "periods", join_periods (periods, with_years));
      return;
    }
  dui_terms_take (terms, "first", period_text (first, with_years));
  dui_terms_take (terms, "last", period_text (last, with_years));
  dui_terms_take (terms, "periods", dui_terms_fill (terms, _ ("{{first}} to {{last}}")));
}

static char *
streak_text (const DuiPanel *panel, GPtrArray *bulletins, const DuiStreak *streak)
{
  const DuiRules *rules = &panel->catalog->rules;
  gboolean with_years = crosses_year (streak->periods);
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  set_periods (terms, streak, with_years);
  dui_terms_set (terms, "place",
                 dui_place_get_name (dui_catalog_get_place (panel->catalog, streak->place)));
  dui_terms_take (terms, "length", g_strdup_printf ("%u", streak->length));
  dui_terms_take (terms, "k", dui_words_count (rules->bottom));
  dui_terms_set (terms, "growth",
                 rules->streak_growth == DUI_STREAK_BY_MONTH
                     ? _ ("growth of the month")
                     : dui_words_ranked_by (panel->indicator, DUI_RANK_BY_GROWTH,
                                            g_array_index (streak->periods, DuiPeriod, 0)));
  if (streak->passed_over->len == 0)
    return dui_terms_fill (terms,
                           _ ("{{place}} was in the bottom {{k}} by {{growth}} for {{length}} "
                              "periods running: {{periods}}"));
  dui_terms_take (terms, "holes", holes_text (panel, bulletins, streak, with_years));
  return dui_terms_fill (terms, _ ("{{place}} was in the bottom {{k}} by {{growth}} in {{length}} "
                                   "periods: {{periods}} ({{holes}})"));
}

char *
dui_sentence_streaks (const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_autoptr (GPtrArray) streaks = dui_streaks_compute (panel, parent, period);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);
      g_autofree char *clause = NULL;

      if (streak->length < panel->catalog->rules.streak_length)
        continue;
      clause = streak_text (panel, NULL, streak);
      /* Translators: between two statements of one sentence. */
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("statements", "; ") : "", clause);
    }
  if (text->len > 0)
    g_string_append (text, C_ ("sentence", "."));
  return g_string_free (text, text->len == 0);
}

/* "by the bulletins as issued: …" with the streak, or that there is none. */
static char *
counted_text (const DuiPanel *panel,
              GPtrArray *bulletins,
              GPtrArray *streaks,
              guint place,
              const char *with_streak,
              const char *without)
{
  const DuiStreak *streak = dui_streaks_find (streaks, place);
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  if (streak == NULL)
    return g_strdup (without);
  dui_terms_take (terms, "streak", streak_text (panel, bulletins, streak));
  return dui_terms_fill (terms, with_streak);
}

char *
dui_sentence_counted_streaks (const DuiPanel *panel,
                              guint parent,
                              GPtrArray *bulletins,
                              guint place,
                              DuiPeriod period)
{
  g_autoptr (GPtrArray) issued = dui_issued_streaks_compute (panel, bulletins, period);
  g_autoptr (GPtrArray) now = dui_streaks_compute (panel, parent, period);
  g_autofree char *first
      = counted_text (panel, bulletins, issued, place, _ ("As issued: {{streak}}."),
                      _ ("As issued: no bulletin puts it there."));
  g_autofree char *second = counted_text (panel, NULL, now, place, _ ("Counted today: {{streak}}."),
                                          _ ("Counted today: it is not there."));

  return g_strdup_printf ("%s\n%s", first, second);
}
