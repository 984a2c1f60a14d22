/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who reported, what is closed and which period is shown first (DESIGN §4; PRACTICE R6, R7). */
#include "fixture.h"

#include "analysis/reporting.h"

static const char *const all[] = { "1", "1", "1", "1", "1" };
static const char *const four[] = { "1", "1", NULL, "1", "1" };
static const char *const three[] = { "1", NULL, NULL, "1", "1" };
static const char *const one[] = { NULL, NULL, NULL, "1", NULL };

/* "2021-11 3/5 open; 2021-10 5/5 closed". */
static char *
describe (const DuiPanel *panel, guint parent)
{
  g_autoptr (GArray) list = dui_reporting_list (panel, parent);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const DuiReporting *reporting = &g_array_index (list, DuiReporting, i);
      g_autofree char *period = dui_period_to_string (reporting->period);
      DuiReporting again;

      dui_reporting_compute (panel, parent, reporting->period, &again);
      g_assert_cmpuint (again.reported, ==, reporting->reported);
      g_assert_cmpint (again.closed, ==, reporting->closed);
      g_string_append_printf (text, "%s%s %u/%u %s", i > 0 ? "; " : "", period, reporting->reported,
                              reporting->due, reporting->closed ? "closed" : "open");
    }
  return g_string_free (text, FALSE);
}

static void
check (Fixture *fixture, const char *expected, const char *default_period)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  g_autofree char *text = describe (panel, 0);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (dui_reporting_default_period (panel, 0), ==,
                   default_period ? fixture_period (default_period) : DUI_PERIOD_NONE);
}

static void
test_default_period (void)
{
  g_autoptr (Fixture) fixture = fixture_new (5);

  check (fixture, "", NULL);
  fixture_add_row (fixture, "2021-09", one);
  check (fixture, "2021-09 1/5 open", "2021-09");
  fixture_add_row (fixture, "2021-10", all);
  /* A later figure closes what is not complete. */
  check (fixture, "2021-10 5/5 closed; 2021-09 1/5 closed", "2021-10");
  fixture_add_row (fixture, "2021-11", three);
  check (fixture, "2021-11 3/5 open; 2021-10 5/5 closed; 2021-09 1/5 closed", "2021-10");
  /* R7: exactly 80 % is enough. */
  fixture_add_row (fixture, "2021-11", four);
  check (fixture, "2021-11 4/5 open; 2021-10 5/5 closed; 2021-09 1/5 closed", "2021-11");
  fixture->rules.reported_share = 81;
  check (fixture, "2021-11 4/5 open; 2021-10 5/5 closed; 2021-09 1/5 closed", "2021-10");
  fixture_add_issued (fixture, "2021-11");
  check (fixture, "2021-11 4/5 closed; 2021-10 5/5 closed; 2021-09 1/5 closed", "2021-10");
}

/* R6: 预计 is seen but is not reported, and closes nothing. */
static void
test_estimate (void)
{
  g_autoptr (Fixture) fixture = fixture_new (5);
  const DuiFigureValues estimate = { 1, 1, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };

  fixture_add_row (fixture, "2021-10", four);
  for (guint place = 1; place <= 5; place++)
    fixture_add_values (fixture, place, fixture_period ("2021-11"), &estimate);
  check (fixture, "2021-11 0/5 open; 2021-10 4/5 open", "2021-10");
}

static void
test_who_is_due (void)
{
  g_autoptr (Fixture) fixture = fixture_new (5);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GArray) missing = NULL, of_township = NULL;

  /* 2 is not ranked, 3 came in November; the base of 5 is no figure. */
  g_array_index (fixture->memberships, DuiMembership, 1).ranked = FALSE;
  g_array_index (fixture->memberships, DuiMembership, 2).from = fixture_period ("2021-11");
  fixture_add_row (fixture, "2021-10", one);
  fixture_add (fixture, 2, "2021-11", "1", NULL, NULL);
  fixture_add (fixture, 5, "2021-10", NULL, "100", NULL);
  check (fixture, "2021-11 0/4 open; 2021-10 1/3 open", "2021-11");

  panel = fixture_make_panel (fixture);
  missing = dui_reporting_missing (panel, 0, fixture_period ("2021-10"));
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpuint (g_array_index (missing, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (missing, guint, 1), ==, 5);
  of_township = dui_reporting_missing (panel, 1, fixture_period ("2021-10"));
  g_assert_cmpuint (of_township->len, ==, 0);
}

/* The parent's own figures make a period, but are nobody's duty. */
static void
test_parent (void)
{
  g_autoptr (Fixture) fixture = fixture_new (5);

  fixture_add (fixture, 0, "2021-11", "1", NULL, NULL);
  check (fixture, "2021-11 0/5 open", "2021-11");
  /* Where nobody is due nothing can be 80 % reported. */
  fixture_add_row (fixture, "2021-10", all);
  for (guint i = 0; i < 5; i++)
    g_array_index (fixture->memberships, DuiMembership, i).to = fixture_period ("2021-10");
  check (fixture, "2021-11 0/0 open; 2021-10 5/5 closed", "2021-10");
  g_array_set_size (fixture->memberships, 0);
  check (fixture, "2021-11 0/0 open", "2021-11");
}

static void
test_calendars (void)
{
  g_autoptr (Fixture) fixture = fixture_new (5);

  fixture_add_row (fixture, "2021-12", four);
  fixture_add_row (fixture, "2022-01", four);
  /* January is not published alone, and so closes nothing. */
  check (fixture, "2021-12 4/5 open", "2021-12");
  fixture->calendar = DUI_CALENDAR_WITH_JANUARY;
  check (fixture, "2022-01 4/5 open; 2021-12 4/5 closed", "2022-01");
  fixture->calendar = DUI_CALENDAR_QUARTERLY;
  check (fixture, "2021-12 4/5 open", "2021-12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/reporting/default-period", test_default_period);
  g_test_add_func ("/analysis/reporting/estimate", test_estimate);
  g_test_add_func ("/analysis/reporting/who-is-due", test_who_is_due);
  g_test_add_func ("/analysis/reporting/parent", test_parent);
  g_test_add_func ("/analysis/reporting/calendars", test_calendars);
  return g_test_run ();
}
