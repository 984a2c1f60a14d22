/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring schemes: what is written, refused, undone, and what the log says of it. */
#include "fixture.h"

static const DuiOccasion occasion = { "县考核办法", "张三" };

static DuiScheme *
make_scheme (const char *name,
             DuiPeriod from)
{
  DuiScheme *scheme = dui_scheme_new (name, from);

  dui_scheme_add (scheme, "output", DUI_SCORE_FULL_ON_COMPLETION, 20 * DUI_POINT_ONE, 500000,
                  5 * DUI_POINT_ONE);
  dui_scheme_add (scheme, "investment", DUI_SCORE_PACE, 30 * DUI_POINT_ONE, 0, DUI_POINT_ONE);
  dui_scheme_add (scheme, "energy", DUI_SCORE_ALL_OR_NOTHING, 50 * DUI_POINT_ONE, 0, 0);
  return scheme;
}

/* "name from: code rule weight bonus cap; …" of every scheme. */
static char *
describe (DuiBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schemes = dui_book_list_schemes (book, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < schemes->len; i++)
    {
      const DuiScheme *scheme = g_ptr_array_index (schemes, i);

      g_string_append_printf (text, "%s %d:", scheme->name, scheme->from);
      for (guint j = 0; j < scheme->parts->len; j++)
        {
          const DuiSchemePart *part = &g_array_index (scheme->parts, DuiSchemePart, j);

          g_string_append_printf (text, " %s %s %d %d %d;", part->indicator,
                                  dui_score_rule_to_nick (part->rule), (int) part->weight,
                                  (int) part->bonus, (int) part->bonus_cap);
        }
    }
  return g_string_free (text, FALSE);
}

#define FIRST                                                                                      \
  "考核 24253: output full-on-completion 20000000 500000 5000000; investment pace 30000000 0 "     \
  "1000000; energy all-or-nothing 50000000 0 0;"
#define SECOND                                                                                     \
  "考核 24254: output full-on-completion 20000000 500000 5000000; tax rank 80000000 0 0;"

static void
assert_scheme (DuiBook *book,
               const char *expected)
{
  g_autofree char *text = describe (book);
  g_autoptr (GPtrArray) findings = dui_book_check (book, NULL);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
step (DuiBook *book,
      gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiUndoStep) done
      = redo ? dui_book_redo (book, 0, &occasion, &error) : dui_book_undo (book, 0, &occasion, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (done->verb, ==, "set scheme");
}

static void
test_set (Fixture *fixture,
          gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiScheme) first = make_scheme ("考核", dui_period_new (2021, 2));
  g_autoptr (DuiScheme) second = dui_scheme_new ("考核", dui_period_new (2021, 3));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  assert_scheme (book, "");
  dui_book_set_scheme (book, first, &occasion, &error);
  g_assert_no_error (error);
  assert_scheme (book, FIRST);
  before = fixture_dump (fixture->path);
  g_assert_true (dui_book_set_scheme (book, first, &occasion, NULL));
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);

  /* One part stays, one comes, two go. */
  dui_scheme_add (second, "output", DUI_SCORE_FULL_ON_COMPLETION, 20 * DUI_POINT_ONE, 500000,
                  5 * DUI_POINT_ONE);
  dui_scheme_add (second, "tax", DUI_SCORE_RANK, 80 * DUI_POINT_ONE, 0, 0);
  g_assert_true (dui_book_set_scheme (book, second, &occasion, NULL));
  assert_scheme (book, SECOND);
  step (book, FALSE);
  assert_scheme (book, FIRST);
  step (book, FALSE);
  assert_scheme (book, "");
  step (book, TRUE);
  assert_scheme (book, FIRST);
  step (book, TRUE);
  assert_scheme (book, SECOND);
  fixture_close (book);
  book = fixture_open (fixture);
  assert_scheme (book, SECOND);
  fixture_close (book);
}

typedef void (*Spoil) (DuiScheme *scheme);

#define PART(n) (&g_array_index (scheme->parts, DuiSchemePart, n))

static void
spoil_sum (DuiScheme *scheme)
{
  PART (0)->weight += 1;
}

static void
spoil_weight (DuiScheme *scheme)
{
  PART (0)->weight = -10 * DUI_POINT_ONE;
  PART (2)->weight = 80 * DUI_POINT_ONE;
}

static void
spoil_indicator (DuiScheme *scheme)
{
  g_free (PART (0)->indicator);
  PART (0)->indicator = g_strdup ("nothing");
}

static void
spoil_twice (DuiScheme *scheme)
{
  g_free (PART (0)->indicator);
  PART (0)->indicator = g_strdup ("investment");
}

static void
spoil_pace (DuiScheme *scheme)
{
  PART (2)->rule = DUI_SCORE_PACE;
}

static void
spoil_bonus (DuiScheme *scheme)
{
  PART (1)->bonus = 1;
}

static void
spoil_cap (DuiScheme *scheme)
{
  PART (2)->bonus_cap = 1;
}

static void
spoil_period (DuiScheme *scheme)
{
  scheme->from = 0;
}

static void
spoil_name (DuiScheme *scheme)
{
  scheme->name[0] = '\0';
}

static void
spoil_parts (DuiScheme *scheme)
{
  g_array_set_size (scheme->parts, 0);
}

/* The name is another one, but the period is taken. */
static void
spoil_nothing (DuiScheme *scheme)
{
}

static void
test_refusals (Fixture *fixture,
               gconstpointer data)
{
  static const Spoil spoils[]
      = { spoil_sum, spoil_weight, spoil_indicator, spoil_twice, spoil_pace, spoil_bonus,
          spoil_cap, spoil_period, spoil_name, spoil_parts, spoil_nothing };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiScheme) first = make_scheme ("考核", dui_period_new (2021, 2));
  g_autoptr (GError) no_reason = NULL;
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (dui_book_set_scheme (book, first, &occasion, NULL));
  before = fixture_dump (fixture->path);
  g_assert_false (dui_book_set_scheme (book, first, &(DuiOccasion){ " ", NULL }, &no_reason));
  g_assert_error (no_reason, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (DuiScheme) scheme = make_scheme ("另一考核", dui_period_new (2021, 2));
      g_autoptr (GError) error = NULL;

      spoils[i](scheme);
      g_assert_false (dui_book_set_scheme (book, scheme, &occasion, &error));
      g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
    }
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
  fixture_close (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/schemes/set", test_set);
  FIXTURE_TEST ("/schemes/refusals", test_refusals);
  return g_test_run ();
}
