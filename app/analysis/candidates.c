/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/candidates.h"

#include "analysis/issued-streak.h"
#include "analysis/reporting.h"

typedef struct
{
  const DuiPanel *panel;
  guint parent;
  DuiPeriod period;
  GPtrArray *bulletins;
  GPtrArray *cases;
} Maker;

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

/* What the bulletin of the period said takes the place of what would be said now. */
static void
take_issued (DuiCasePeriod *evidence, GPtrArray *bulletins, guint place)
{
  const DuiIssuedBulletin *bulletin
      = dui_issued_streak_find_bulletin (bulletins, evidence->period);
  const DuiIssuedRow *row = bulletin ? dui_issued_streak_find_row (bulletin, place) : NULL;

  if (row == NULL)
    return;
  evidence->growth = row->ranks[DUI_ISSUED_BY_GROWTH].value;
  evidence->rank = row->ranks[DUI_ISSUED_BY_GROWTH].rank;
  evidence->n_ranked = 0;
  for (guint i = 0; i < bulletin->rows->len; i++)
    evidence->n_ranked
        += ((DuiIssuedRow *) g_ptr_array_index (bulletin->rows, i))->ranks[DUI_ISSUED_BY_GROWTH].rank
           > 0;
}

static void
add_evidence (DuiCase *self, const Maker *maker, DuiPeriod period)
{
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      maker->panel, maker->parent, period, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0);
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
  take_issued (&evidence, maker->bulletins, self->place);
  g_array_append_val (self->evidence, evidence);
}

static DuiCase *
add_case (const Maker *maker, DuiCaseKind kind, guint place)
{
  DuiCase *added = dui_case_new (kind, place, dui_indicator_get_code (maker->panel->indicator),
                                 maker->period);

  added->settings = describe_rules (&maker->panel->catalog->rules);
  g_ptr_array_add (maker->cases, added);
  return added;
}

static void
add_explanations (const Maker *maker)
{
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      maker->panel, maker->parent, maker->period, DUI_RANK_BY_PROGRESS, DUI_TIER_ASSESSED, 0);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->bottom)
        add_evidence (add_case (maker, DUI_CASE_EXPLANATION, row->place), maker, maker->period);
    }
}

/* It is long enough, and its last word is the period: not one that ended earlier. */
static gboolean
opens_review (const Maker *maker, const DuiStreak *streak)
{
  return streak && streak->length >= maker->panel->catalog->rules.streak_length
         && g_array_index (streak->periods, DuiPeriod, streak->length - 1) == maker->period;
}

static void
add_review (const Maker *maker, const DuiStreak *streak)
{
  DuiCase *review = add_case (maker, DUI_CASE_REVIEW, streak->place);

  for (guint i = 0; i < streak->periods->len; i++)
    add_evidence (review, maker, g_array_index (streak->periods, DuiPeriod, i));
}

/* By the bulletins as issued; where they do not reach it, by the book as it is now: an office that has
 * issued its first bulletin has had others before. */
static void
add_reviews (const Maker *maker)
{
  g_autoptr (GPtrArray) issued
      = dui_issued_streaks_compute (maker->panel, maker->bulletins, maker->period);
  g_autoptr (GPtrArray) now = dui_streaks_compute (maker->panel, maker->parent, maker->period);

  for (guint i = 0; i < issued->len; i++)
    if (opens_review (maker, g_ptr_array_index (issued, i)))
      add_review (maker, g_ptr_array_index (issued, i));
  for (guint i = 0; i < now->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (now, i);

      if (opens_review (maker, streak)
          && !opens_review (maker, dui_streaks_find (issued, streak->place)))
        add_review (maker, streak);
    }
}

GPtrArray *
dui_candidates_compute (const DuiPanel *panel, guint parent, DuiPeriod period, GPtrArray *bulletins)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_case_free);
  const Maker maker = { panel, parent, period, bulletins, cases };
  DuiReporting reporting;

  dui_reporting_compute (panel, parent, period, &reporting);
  if (!reporting.closed)
    return cases;
  add_explanations (&maker);
  add_reviews (&maker);
  return cases;
}
