/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growth and what single months say, worked out by hand (PRACTICE R4, R5, R8). */
#include "fixture.h"

#include "analysis/progress.h"

static DuiProgress
compute (Fixture *fixture, const char *period)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  DuiProgress progress;

  dui_progress_compute (panel, 1, fixture_period (period), &progress);
  return progress;
}

static void
test_growth (void)
{
  static const struct
  {
    DuiGrowthSource source;
    const char *completed, *base, *growth, *last_year;
    const char *expected;
    gboolean inferred;
  } cases[] = {
    /* R4: what was published wins where the indicator ranks it, and stands in where it does not. */
    { DUI_GROWTH_REPORTED, "112", "100", "8.1", "90", "0.0810", FALSE },
    { DUI_GROWTH_REPORTED, "112", "100", NULL, "90", "0.1200", FALSE },
    { DUI_GROWTH_COMPUTED, "112", "100", "8.1", "90", "0.1200", FALSE },
    { DUI_GROWTH_COMPUTED, "112", NULL, "8.1", "90", "0.0810", FALSE },
    { DUI_GROWTH_COMPUTED, "112", "0", "8.1", "90", "0.0810", FALSE },
    { DUI_GROWTH_REPORTED, "112", "-4", "-8.1", NULL, "-0.0810", FALSE },
    { DUI_GROWTH_REPORTED, "112", "100", "0", NULL, "0.0000", FALSE },
    /* A base that was given but is not positive: none, and last year's C does not replace it. */
    { DUI_GROWTH_REPORTED, "112", "0", NULL, "100", NULL, FALSE },
    { DUI_GROWTH_REPORTED, "112", "-100", NULL, "100", NULL, FALSE },
    { DUI_GROWTH_COMPUTED, "112", "0", NULL, "100", NULL, FALSE },
    /* R5: neither, but last year's C is in the book. */
    { DUI_GROWTH_REPORTED, "112", NULL, NULL, "100", "0.1200", TRUE },
    { DUI_GROWTH_COMPUTED, "112", NULL, NULL, "100", "0.1200", TRUE },
    { DUI_GROWTH_REPORTED, "112", NULL, NULL, "0", NULL, FALSE },
    { DUI_GROWTH_REPORTED, "112", NULL, NULL, "-100", NULL, FALSE },
    { DUI_GROWTH_REPORTED, "112", NULL, NULL, NULL, NULL, FALSE },
    /* 未报. */
    { DUI_GROWTH_REPORTED, NULL, "100", "8.1", "90", NULL, FALSE },
    { DUI_GROWTH_REPORTED, "-3", "4", NULL, NULL, "-1.7500", FALSE },
    { DUI_GROWTH_REPORTED, "0", "4", NULL, NULL, "-1.0000", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      DuiProgress progress;

      fixture->growth_source = cases[i].source;
      fixture_add (fixture, 1, "2021-08", cases[i].completed, cases[i].base, cases[i].growth);
      fixture_add (fixture, 1, "2020-08", cases[i].last_year, NULL, NULL);
      progress = compute (fixture, "2021-08");
      fixture_assert_ratio (progress.growth, 4, cases[i].expected);
      g_assert_cmpint (progress.growth_inferred, ==, cases[i].inferred);
    }
}

/* R6: last year's 预计 is no base. */
static void
test_estimated_base (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  const DuiFigureValues estimate
      = { 1000000, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };

  fixture_add (fixture, 1, "2021-08", "112", NULL, NULL);
  fixture_add_values (fixture, 1, fixture_period ("2020-08"), &estimate);
  g_assert_true (dui_ratio_is_missing (compute (fixture, "2021-08").growth));
}

static void
test_growth_only (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);

  fixture->kind = DUI_KIND_GROWTH_ONLY;
  fixture_add (fixture, 1, "2021-08", NULL, NULL, "-3.25");
  fixture_assert_ratio (compute (fixture, "2021-08").growth, 4, "-0.0325");
}

/* R8: C_2 = 20, C_3 = 30, C_4 = 42 and so on; @left_out is the month that was not reported. */
static void
test_monthly (void)
{
  static const struct
  {
    int month, left_out;
    const char *value, *recent;
  } cases[] = {
    { 2, 0, NULL, "10.00" },   { 3, 0, "10.00", "10.00" }, { 4, 0, "12.00", "10.67" },
    { 5, 0, "-2.00", "6.67" }, { 6, 0, "15.00", "8.33" },  { 3, 2, NULL, NULL },
    { 4, 2, "12.00", NULL },   { 4, 3, NULL, NULL },       { 5, 3, "-2.00", NULL },
    { 5, 2, "-2.00", NULL },   { 6, 2, "15.00", "8.33" },  { 6, 4, "15.00", NULL },
    { 6, 6, NULL, NULL },
  };
  static const char *const completed[] = { NULL, NULL, "20", "30", "42", "40", "55" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      g_autofree char *asked = g_strdup_printf ("2021-%02d", cases[i].month);
      DuiProgress progress;

      fixture_add (fixture, 1, "2020-12", "100", NULL, NULL);
      for (int month = 2; month <= 6; month++)
        {
          g_autofree char *period = g_strdup_printf ("2021-%02d", month);

          fixture_add (fixture, 1, period, month == cases[i].left_out ? NULL : completed[month],
                       NULL, NULL);
        }
      progress = compute (fixture, asked);
      fixture_assert_ratio (dui_ratio_scale (progress.month, 1, 10000), 2, cases[i].value);
      fixture_assert_ratio (dui_ratio_scale (progress.recent_mean, 1, 10000), 2, cases[i].recent);
    }
}

static void
test_other_calendars (void)
{
  static const struct
  {
    DuiCalendar calendar;
    int month;
    const char *value, *recent;
  } cases[] = {
    { DUI_CALENDAR_WITH_JANUARY, 1, "7.00", "7.00" },
    { DUI_CALENDAR_WITH_JANUARY, 2, "13.00", "10.00" },
    { DUI_CALENDAR_WITH_JANUARY, 3, "10.00", "10.00" },
    { DUI_CALENDAR_WITH_JANUARY, 4, "12.00", "11.67" },
    { DUI_CALENDAR_QUARTERLY, 3, "30.00", "10.00" },
    { DUI_CALENDAR_QUARTERLY, 6, "36.00", "12.00" },
    { DUI_CALENDAR_QUARTERLY, 4, NULL, NULL },
    { DUI_CALENDAR_MONTHLY, 1, NULL, NULL },
  };
  static const char *const completed[] = { NULL, "7", "20", "30", "42", "50", "66" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      g_autofree char *asked = g_strdup_printf ("2021-%02d", cases[i].month);
      DuiProgress progress;

      fixture->calendar = cases[i].calendar;
      for (int month = 1; month <= 6; month++)
        {
          g_autofree char *period = g_strdup_printf ("2021-%02d", month);

          fixture_add (fixture, 1, period, completed[month], NULL, NULL);
        }
      progress = compute (fixture, asked);
      fixture_assert_ratio (dui_ratio_scale (progress.month, 1, 10000), 2, cases[i].value);
      fixture_assert_ratio (dui_ratio_scale (progress.recent_mean, 1, 10000), 2, cases[i].recent);
    }
}

/* R6: what is only 预计 is not subtracted. */
static void
test_estimated_month (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  const DuiFigureValues estimate = { 300000, 260000, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };
  DuiProgress progress;

  fixture_add (fixture, 1, "2021-02", "20", "18", NULL);
  fixture_add_values (fixture, 1, fixture_period ("2021-03"), &estimate);
  fixture_add (fixture, 1, "2021-04", "42", "36", NULL);
  progress = compute (fixture, "2021-04");
  g_assert_true (dui_ratio_is_missing (progress.month));
  g_assert_true (dui_ratio_is_missing (progress.month_growth));
  g_assert_true (dui_ratio_is_missing (progress.recent_mean));
  /* The estimate itself is shown with its own numbers. */
  progress = compute (fixture, "2021-03");
  g_assert_cmpint (progress.status, ==, DUI_STATUS_ESTIMATE);
  fixture_assert_ratio (progress.month, 0, "100000");
}

/* R8: of the month, with bases as given; "—" when the base changed between the two. */
static void
test_month_growth (void)
{
  static const struct
  {
    const char *base_before, *base, *last_before, *last;
    const char *expected;
  } cases[] = {
    /* (30 - 20) / (26 - 18) - 1 */
    { "18", "26", NULL, NULL, "0.2500" },
    { "18", "26", "18", "26", "0.2500" },
    /* Within what R4 lets pass: 0.05 % of 26 is 0.013. */
    { "18", "26.013", "18", "26", "0.2480" },
    /* Revised before the later of the two was given, or before the earlier. */
    { "18", "26.0131", "18", "26", NULL },
    { "18", "28", "18", "26", NULL },
    { "17", "26", "18", "26", NULL },
    /* Revised throughout: both differ from what the book had then. */
    { "18", "26", "14", "20", "0.2500" },
    /* Nothing to compare with: as given. */
    { "18", "28", "18", NULL, "0.0000" },
    { "18", "28", NULL, "26", "0.0000" },
    { NULL, "26", NULL, NULL, NULL },
    { "18", NULL, NULL, NULL, NULL },
    { "26", "26", NULL, NULL, NULL },
    { "26", "18", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);

      fixture_add (fixture, 1, "2020-05", cases[i].last_before, NULL, NULL);
      fixture_add (fixture, 1, "2020-06", cases[i].last, NULL, NULL);
      fixture_add (fixture, 1, "2021-05", "20", cases[i].base_before, NULL);
      fixture_add (fixture, 1, "2021-06", "30", cases[i].base, NULL);
      fixture_assert_ratio (compute (fixture, "2021-06").month_growth, 4, cases[i].expected);
    }
}

static void
test_month_growth_of_first (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);

  fixture_add (fixture, 1, "2021-01", "12", "10", NULL);
  fixture_add (fixture, 1, "2021-02", "30", "20", NULL);
  g_assert_true (dui_ratio_is_missing (compute (fixture, "2021-02").month_growth));
  fixture->calendar = DUI_CALENDAR_WITH_JANUARY;
  fixture_assert_ratio (compute (fixture, "2021-01").month_growth, 2, "0.20");
  fixture_assert_ratio (compute (fixture, "2021-02").month_growth, 2, "0.80");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/growth/sources", test_growth);
  g_test_add_func ("/analysis/growth/estimated-base", test_estimated_base);
  g_test_add_func ("/analysis/growth/growth-only", test_growth_only);
  g_test_add_func ("/analysis/growth/month", test_month_growth);
  g_test_add_func ("/analysis/growth/month-of-first", test_month_growth_of_first);
  g_test_add_func ("/analysis/months/monthly", test_monthly);
  g_test_add_func ("/analysis/months/other-calendars", test_other_calendars);
  g_test_add_func ("/analysis/months/estimated", test_estimated_month);
  return g_test_run ();
}
