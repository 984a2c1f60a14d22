/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress against targets, worked out by hand (DESIGN §4; PRACTICE R1, R2, R9, R14). */
#include "fixture.h"

#include "analysis/progress.h"
#include "analysis/reporting.h"
#include "model/format.h"

static DuiProgress
compute (Fixture *fixture, guint place, const char *period)
{
  DuiProgress progress;
  DuiPanel *panel = fixture_make_panel (fixture);

  dui_progress_compute (panel, place, fixture_period (period), &progress);
  /* Only to look at numbers: what the targets point to goes with the panel. */
  dui_panel_unref (panel);
  return progress;
}

/* The table of published cases in DESIGN §4, and those of PRACTICE R18 and §5. */
static void
test_published (void)
{
  static const struct
  {
    const char *period, *completed, *target;
    int decimals;
    const char *difference;
  } cases[] = {
    { "2021-10", "125.64", "100", 2, "42.31" }, { "2021-10", "70.41", "100", 2, "-12.92" },
    { "2021-08", "74", "100", 2, "7.33" },      { "2021-04", "43.2", "100", 1, "9.9" },
    { "2021-04", "37.8", "100", 1, "4.5" },     { "2021-08", "13.8", "23.9", 1, "-8.9" },
    { "2021-04", "43.25", "100", 1, "9.9" },    { "2021-11", "154.74", "200", 1, "-14.3" },
    { "2021-12", "100", "100", 1, "0.0" },      { "2021-02", "16.6667", "100", 1, "0.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      DuiProgress progress;

      fixture_add (fixture, 1, cases[i].period, cases[i].completed, NULL, NULL);
      fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, cases[i].target, NULL);
      progress = compute (fixture, 1, cases[i].period);
      fixture_assert_ratio (progress.assessed.difference, cases[i].decimals, cases[i].difference);
    }
}

static void
test_printed (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autofree char *completion = NULL, *started = NULL;
  DuiProgress progress;

  fixture_add (fixture, 1, "2021-04", "43.25", NULL, NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "100", NULL);
  progress = compute (fixture, 1, "2021-04");
  completion = dui_format_percent (progress.assessed.completion, 1);
  g_assert_cmpstr (completion, ==, "43.3");
  fixture_assert_ratio (dui_ratio_scale (progress.pace, 100, 1), 1, "33.3");

  started = dui_format_percent (dui_ratio_new (198, 292), 1);
  g_assert_cmpstr (started, ==, "67.8");
}

/* The county of PRACTICE §3 and §5, to the last digit shown there. */
static void
test_county (void)
{
  g_autoptr (Fixture) fixture = fixture_new (0);
  DuiProgress progress;

  fixture_add (fixture, 0, "2021-08", "112.32", "104", NULL);
  fixture_add (fixture, 0, "2021-09", "126", "117", NULL);
  fixture_add (fixture, 0, "2021-10", "140", "130", NULL);
  fixture_add (fixture, 0, "2021-11", "154.74", "143.68", NULL);
  fixture_add_target (fixture, 0, 2021, DUI_TIER_AGREED, "200", NULL);
  progress = compute (fixture, 0, "2021-11");

  g_assert_cmpint (progress.completed, ==, fixture_amount ("154.74"));
  g_assert_cmpint (progress.status, ==, DUI_STATUS_PRELIMINARY);
  fixture_assert_ratio (progress.growth, 3, "0.077");
  g_assert_false (progress.growth_inferred);
  fixture_assert_ratio (progress.pace, 3, "0.917");
  fixture_assert_ratio (progress.assessed.completion, 4, "0.7737");
  g_assert_cmpint (progress.assessed.gap, ==, fixture_amount ("45.26"));
  fixture_assert_ratio (progress.assessed.schedule_gap, 0, "285933");
  fixture_assert_ratio (progress.assessed.required_monthly, 0, "452600");
  fixture_assert_ratio (progress.recent_mean, 0, "141400");
  fixture_assert_ratio (progress.assessed.required_ratio, 1, "3.2");
  g_assert_cmpint (progress.assessed.card, ==, DUI_CARD_RED);
  g_assert_null (progress.tiers[DUI_TIER_STRETCH].target);
}

/* R1: adjusted if the place has one in force at the period's end, else agreed; never stretch. */
static void
test_tiers (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPanel) panel = NULL;
  DuiProgress progress;

  for (int month = 7; month <= 12; month++)
    for (guint place = 1; place <= 2; place++)
      {
        g_autofree char *period = g_strdup_printf ("2021-%02d", month);

        fixture_add (fixture, place, period, "82", NULL, NULL);
      }
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "120", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_ADJUSTED, "160", "2021-11-30");
  fixture_add_target (fixture, 1, 2021, DUI_TIER_ADJUSTED, "150", "2021-08-01");
  fixture_add_target (fixture, 1, 2021, DUI_TIER_STRETCH, "170", NULL);
  fixture_add_target (fixture, 2, 2021, DUI_TIER_STRETCH, "170", NULL);
  fixture_add_target (fixture, 2, 2020, DUI_TIER_AGREED, "100", NULL);
  panel = fixture_make_panel (fixture);

  dui_progress_compute (panel, 1, fixture_period ("2021-07"), &progress);
  g_assert_cmpint (progress.assessed.target->value, ==, fixture_amount ("120"));
  g_assert_null (progress.tiers[DUI_TIER_ADJUSTED].target);
  dui_progress_compute (panel, 1, fixture_period ("2021-10"), &progress);
  g_assert_cmpint (progress.assessed.target->value, ==, fixture_amount ("150"));
  g_assert_cmpint (progress.tiers[DUI_TIER_AGREED].target->value, ==, fixture_amount ("120"));
  g_assert_cmpint (progress.tiers[DUI_TIER_STRETCH].target->value, ==, fixture_amount ("170"));
  dui_progress_compute (panel, 1, fixture_period ("2021-11"), &progress);
  g_assert_cmpint (progress.assessed.target->value, ==, fixture_amount ("160"));

  dui_progress_compute (panel, 2, fixture_period ("2021-11"), &progress);
  g_assert_null (progress.assessed.target);
  g_assert_true (dui_ratio_is_missing (progress.assessed.completion));
  g_assert_true (dui_amount_is_missing (progress.assessed.gap));
  g_assert_nonnull (progress.tiers[DUI_TIER_STRETCH].target);
}

/* R2: raised from 120 to 150 on 1 August, C_8 = 82.0. */
static void
test_raised (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  DuiProgress progress;
  DuiRatio before, after;

  fixture_add (fixture, 1, "2021-08", "82.0", NULL, NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "120", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_ADJUSTED, "150", "2021-08-01");
  progress = compute (fixture, 1, "2021-08");
  before = progress.tiers[DUI_TIER_AGREED].difference;
  after = progress.tiers[DUI_TIER_ADJUSTED].difference;
  fixture_assert_ratio (before, 1, "1.7");
  fixture_assert_ratio (after, 1, "-12.0");
  fixture_assert_ratio (progress.assessed.difference, 1, "-12.0");
  fixture_assert_ratio (
      dui_ratio_new (after.num * before.den - before.num * after.den, after.den * before.den), 1,
      "-13.7");
}

static void
test_targets_without_completion (void)
{
  static const char *const targets[] = { "0", "-5" };
  static const char *const gaps[] = { "-82", "-87" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      DuiProgress progress;

      fixture_add (fixture, 1, "2021-08", "82", NULL, NULL);
      fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, targets[i], NULL);
      progress = compute (fixture, 1, "2021-08");
      g_assert_true (dui_ratio_is_missing (progress.assessed.completion));
      g_assert_true (dui_ratio_is_missing (progress.assessed.difference));
      g_assert_true (dui_ratio_is_missing (progress.assessed.schedule_gap));
      g_assert_cmpint (progress.assessed.card, ==, DUI_CARD_NONE);
      g_assert_cmpint (progress.assessed.gap, ==, fixture_amount (gaps[i]));
      g_assert_true (dui_ratio_is_missing (progress.assessed.required_monthly));
    }
}

static void
test_plan (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  const DuiPlan plan = {
    2021, { 0, 0, 50000, 100000, 150000, 200000, 250000, 300000, 400000, 500000, 700000, 1000000 }
  };
  DuiProgress progress;

  fixture_add_plan (fixture, &plan);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "100", NULL);
  fixture_add_target (fixture, 1, 2022, DUI_TIER_AGREED, "100", NULL);
  fixture_add (fixture, 1, "2021-02", "1", NULL, NULL);
  fixture_add (fixture, 1, "2021-08", "36", NULL, NULL);
  fixture_add (fixture, 1, "2022-08", "36", NULL, NULL);

  progress = compute (fixture, 1, "2021-08");
  fixture_assert_ratio (progress.pace, 2, "0.30");
  fixture_assert_ratio (progress.assessed.difference, 1, "6.0");
  fixture_assert_ratio (progress.assessed.schedule_gap, 0, "-60000");
  g_assert_cmpint (progress.assessed.card, ==, DUI_CARD_GREEN);
  /* No row for 2022: exactly 8/12. */
  progress = compute (fixture, 1, "2022-08");
  fixture_assert_ratio (progress.assessed.difference, 4, "-30.6667");

  /* tau = 0: no pace, but the completion stays. */
  progress = compute (fixture, 1, "2021-02");
  g_assert_true (dui_ratio_is_missing (progress.pace));
  g_assert_true (dui_ratio_is_missing (progress.assessed.difference));
  g_assert_true (dui_ratio_is_missing (progress.assessed.schedule_gap));
  g_assert_cmpint (progress.assessed.card, ==, DUI_CARD_NONE);
  fixture_assert_ratio (progress.assessed.completion, 2, "0.01");
  g_assert_cmpint (progress.assessed.gap, ==, fixture_amount ("99"));
}

/* R14, exact at both edges: no rounding may lift a card. */
static void
test_cards (void)
{
  static const struct
  {
    const char *period, *target, *completed;
    int green, yellow;
    DuiCard card;
  } cases[] = {
    { "2021-08", "120", "80", 0, 0, DUI_CARD_GREEN },
    { "2021-08", "120", "79.9999", 0, 0, DUI_CARD_YELLOW },
    { "2021-08", "120", "72", 0, 0, DUI_CARD_YELLOW },
    { "2021-08", "120", "71.9999", 0, 0, DUI_CARD_RED },
    { "2021-08", "120", "0", 0, 0, DUI_CARD_RED },
    { "2021-08", "120", "-1", 0, 0, DUI_CARD_RED },
    { "2021-04", "100", "33.3333", 0, 0, DUI_CARD_YELLOW },
    { "2021-04", "100", "33.3334", 0, 0, DUI_CARD_GREEN },
    { "2021-12", "100", "100", 0, 0, DUI_CARD_GREEN },
    { "2021-08", "120", "76", 950000, 850000, DUI_CARD_GREEN },
    { "2021-08", "120", "75.9999", 950000, 850000, DUI_CARD_YELLOW },
    { "2021-08", "120", "67.9999", 950000, 850000, DUI_CARD_RED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);

      if (cases[i].green > 0)
        {
          fixture->rules.card_green = cases[i].green;
          fixture->rules.card_yellow = cases[i].yellow;
        }
      fixture_add (fixture, 1, cases[i].period, cases[i].completed, NULL, NULL);
      fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, cases[i].target, NULL);
      g_assert_cmpint (compute (fixture, 1, cases[i].period).assessed.card, ==, cases[i].card);
    }
  g_assert_null (dui_card_to_nick (DUI_CARD_NONE));
  g_assert_cmpstr (dui_card_to_nick (DUI_CARD_YELLOW), ==, "yellow");
  g_assert_cmpstr (dui_card_to_label (DUI_CARD_RED), ==, "Red card");
}

/* R9: positive is good and G > 0 always means short, whichever way the indicator goes. */
static void
test_distance (void)
{
  static const struct
  {
    DuiIndicatorKind kind;
    DuiDirection direction;
    const char *completed, *growth, *target, *difference, *gap;
  } cases[] = {
    { DUI_KIND_LEVEL, DUI_DIRECTION_LOWER, "0.88", NULL, "0.85", "-0.0300", "0.03" },
    { DUI_KIND_LEVEL, DUI_DIRECTION_LOWER, "0.80", NULL, "0.85", "0.0500", "-0.05" },
    { DUI_KIND_LEVEL, DUI_DIRECTION_HIGHER, "95", NULL, "90", "5.0000", "-5" },
    { DUI_KIND_LEVEL, DUI_DIRECTION_HIGHER, "95", NULL, "0", "95.0000", "-95" },
    { DUI_KIND_CUMULATIVE, DUI_DIRECTION_LOWER, "70", NULL, "100", "30.0000", "-30" },
    { DUI_KIND_GROWTH_ONLY, DUI_DIRECTION_HIGHER, NULL, "7.7", "8.5", "-0.8000", NULL },
    { DUI_KIND_GROWTH_ONLY, DUI_DIRECTION_LOWER, NULL, "-3.2", "-3", "0.2000", NULL },
    { DUI_KIND_LEVEL, DUI_DIRECTION_HIGHER, NULL, "7.7", "90", NULL, NULL },
  };

  const DuiFigureValues before = { 1, 1, 1, DUI_STATUS_FINAL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      DuiProgress progress;

      fixture->kind = cases[i].kind;
      fixture->direction = cases[i].direction;
      for (DuiPeriod period = fixture_period ("2021-05"); period < fixture_period ("2021-08");
           period++)
        fixture_add_values (fixture, 1, period, &before);
      fixture_add (fixture, 1, "2021-08", cases[i].completed, NULL, cases[i].growth);
      fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, cases[i].target, NULL);
      progress = compute (fixture, 1, "2021-08");
      fixture_assert_ratio (progress.assessed.difference, 4, cases[i].difference);
      g_assert_cmpint (progress.assessed.gap, ==, fixture_amount (cases[i].gap));
      g_assert_true (dui_ratio_is_missing (progress.pace));
      g_assert_true (dui_ratio_is_missing (progress.month));
      g_assert_true (dui_ratio_is_missing (progress.recent_mean));
      g_assert_true (dui_ratio_is_missing (progress.assessed.completion));
      g_assert_true (dui_ratio_is_missing (progress.assessed.schedule_gap));
      g_assert_true (dui_ratio_is_missing (progress.assessed.required_monthly));
      g_assert_cmpint (progress.assessed.card, ==, DUI_CARD_NONE);
    }
}

static void
test_required (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  DuiProgress progress;

  fixture_add (fixture, 1, "2021-02", "20", NULL, NULL);
  fixture_add (fixture, 1, "2021-03", "30", NULL, NULL);
  fixture_add (fixture, 1, "2021-04", "42", NULL, NULL);
  fixture_add (fixture, 1, "2021-12", "90", NULL, NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "100", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_STRETCH, "42", NULL);

  /* (100 - 42) / 8 = 7.25 a month, over (42 - 10) / 3. */
  progress = compute (fixture, 1, "2021-04");
  fixture_assert_ratio (progress.assessed.required_monthly, 0, "72500");
  fixture_assert_ratio (progress.assessed.required_ratio, 4, "0.6797");
  /* Done: nothing is required. */
  g_assert_cmpint (progress.tiers[DUI_TIER_STRETCH].gap, ==, 0);
  g_assert_true (dui_ratio_is_missing (progress.tiers[DUI_TIER_STRETCH].required_monthly));

  /* R8: at the year's end there is no month left. */
  progress = compute (fixture, 1, "2021-12");
  g_assert_cmpint (progress.assessed.gap, ==, fixture_amount ("10"));
  g_assert_true (dui_ratio_is_missing (progress.assessed.required_monthly));
  g_assert_true (dui_ratio_is_missing (progress.assessed.required_ratio));
}

/* A place that sent C or g has reported, also where neither gives a growth; both who counts the
 * figures of a period and who looks at one of them say so. */
static void
test_reported_growth_only (void)
{
  static const struct
  {
    const char *completed, *base, *growth;
    gboolean reported;
  } cases[] = {
    { NULL, NULL, "7.5", TRUE },
    { "12", NULL, NULL, TRUE },
    { "12", "-3", NULL, TRUE },
    { NULL, "100", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      g_autoptr (DuiPanel) panel = NULL;
      DuiReporting reporting;
      DuiProgress progress;

      fixture->kind = DUI_KIND_GROWTH_ONLY;
      fixture_add (fixture, 1, "2021-08", cases[i].completed, cases[i].base, cases[i].growth);
      panel = fixture_make_panel (fixture);
      dui_progress_compute (panel, 1, fixture_period ("2021-08"), &progress);
      dui_reporting_compute (panel, 0, fixture_period ("2021-08"), &reporting);
      g_assert_cmpint (dui_progress_is_reported (&progress, panel->indicator), ==,
                       cases[i].reported);
      g_assert_cmpuint (reporting.reported, ==, cases[i].reported ? 1 : 0);
    }
}

/* 未报 has no number at all; a base alone is not a figure. */
static void
test_unreported (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  DuiProgress progress;

  fixture_add (fixture, 1, "2021-08", NULL, "100", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "100", NULL);
  for (guint place = 1; place <= 2; place++)
    {
      progress = compute (fixture, place, "2021-08");
      g_assert_true (dui_amount_is_missing (progress.completed));
      g_assert_true (dui_ratio_is_missing (progress.growth));
      g_assert_true (dui_ratio_is_missing (progress.assessed.completion));
      g_assert_true (dui_amount_is_missing (progress.assessed.gap));
      g_assert_cmpint (progress.assessed.card, ==, DUI_CARD_NONE);
    }
  /* A month outside of everything that was ever reported. */
  progress = compute (fixture, 1, "2030-01");
  g_assert_true (dui_amount_is_missing (progress.completed));
  g_assert_cmpint (progress.status, ==, DUI_STATUS_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/progress/published", test_published);
  g_test_add_func ("/analysis/progress/printed", test_printed);
  g_test_add_func ("/analysis/progress/county", test_county);
  g_test_add_func ("/analysis/progress/tiers", test_tiers);
  g_test_add_func ("/analysis/progress/raised", test_raised);
  g_test_add_func ("/analysis/progress/targets-without-completion",
                   test_targets_without_completion);
  g_test_add_func ("/analysis/progress/plan", test_plan);
  g_test_add_func ("/analysis/progress/cards", test_cards);
  g_test_add_func ("/analysis/progress/distance", test_distance);
  g_test_add_func ("/analysis/progress/required", test_required);
  g_test_add_func ("/analysis/progress/reported-growth-only", test_reported_growth_only);
  g_test_add_func ("/analysis/progress/unreported", test_unreported);
  return g_test_run ();
}
