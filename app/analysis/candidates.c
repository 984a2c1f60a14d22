/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/candidates.h"

#include "analysis/reporting.h"

/* All rules, as they were when the list was made: "bottom.size=3 …". */
static char *
describe_rules (const DuiRules *rules)
{
  GString *text = g_string_new (NULL);

  for (const char *const *key = dui_rules_keys (); *key; key++)
    {
      g_autofree char *value = dui_rules_get (rules, *key);

      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", *key, value);
    }
  return g_string_free (text, FALSE);
}

static const DuiStandingRow *
find_row (const DuiStanding *standing, guint place)
{
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->place == place)
        return row;
    }
  return NULL;
}

static DuiAmount
to_amount (DuiRatio fraction)
{
  return dui_ratio_is_missing (fraction) ? DUI_AMOUNT_MISSING
                                         : (DuiAmount) dui_ratio_round (fraction, DUI_CASE_SCALE);
}

/* The month's growth ranks as any other value does; the higher is the better. */
static guint
rank_month (const DuiStanding *standing, const DuiStandingRow *own)
{
  guint rank = 1;

  if (dui_ratio_is_missing (own->progress.month_growth))
    return 0;
  for (guint i = 0; i < standing->rows->len; i++)
    {
      DuiRatio other
          = g_array_index (standing->rows, DuiStandingRow, i).progress.month_growth;

      rank += !dui_ratio_is_missing (other)
              && dui_ratio_compare (other, own->progress.month_growth) > 0;
    }
  return rank;
}

static void
add_evidence (DuiCase *self, const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      panel, parent, period, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0);
  const DuiStandingRow *row = find_row (standing, self->place);
  DuiCasePeriod evidence = { .period = period,
                             .growth = DUI_AMOUNT_MISSING,
                             .n_ranked = standing->rows->len,
                             .month_growth = DUI_AMOUNT_MISSING };

  if (row)
    {
      evidence.growth = to_amount (row->value);
      evidence.rank = row->rank;
      evidence.month_growth = to_amount (row->progress.month_growth);
      evidence.month_rank = rank_month (standing, row);
    }
  g_array_append_val (self->evidence, evidence);
}

static DuiCase *
add_case (GPtrArray *cases, const DuiPanel *panel, DuiCaseKind kind, guint place, DuiPeriod period)
{
  DuiCase *added
      = dui_case_new (kind, place, dui_indicator_get_code (panel->indicator), period);

  added->settings = describe_rules (&panel->catalog->rules);
  g_ptr_array_add (cases, added);
  return added;
}

static void
add_explanations (GPtrArray *cases, const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      panel, parent, period, DUI_RANK_BY_PROGRESS, DUI_TIER_ASSESSED, 0);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->bottom)
        add_evidence (add_case (cases, panel, DUI_CASE_EXPLANATION, row->place, period), panel,
                      parent, period);
    }
}

static void
add_reviews (GPtrArray *cases, const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_autoptr (GPtrArray) streaks = dui_streaks_compute (panel, parent, period);

  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);
      DuiCase *review;

      /* It ended with an earlier period: that one was its last word. */
      if (streak->length < panel->catalog->rules.streak_length
          || g_array_index (streak->periods, DuiPeriod, streak->length - 1) != period)
        continue;
      review = add_case (cases, panel, DUI_CASE_REVIEW, streak->place, period);
      for (guint k = 0; k < streak->periods->len; k++)
        add_evidence (review, panel, parent, g_array_index (streak->periods, DuiPeriod, k));
    }
}

GPtrArray *
dui_candidates_compute (const DuiPanel *panel, guint parent, DuiPeriod period)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_case_free);
  DuiReporting reporting;

  dui_reporting_compute (panel, parent, period, &reporting);
  if (!reporting.closed)
    return cases;
  add_explanations (cases, panel, parent, period);
  add_reviews (cases, panel, parent, period);
  return cases;
}
