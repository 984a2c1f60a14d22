/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures have to be looked at, by hand, and what a month needs before it moves on. */
#include "fixture.h"

#include "analysis/questions.h"

typedef struct
{
  const char *name;
  const char *before; /* C of October */
  const char *completed, *base, *growth;
  const char *topics; /* "fell growth" */
} Case;

static const Case cases[] = {
  { "usual", "100", "110", "100", "10", "" },
  { "fell", "100", "99.9999", NULL, NULL, "fell" },
  { "ten times", "100", "1000", NULL, NULL, "unit" },
  { "nearly ten times", "100", "999.9999", NULL, NULL, "" },
  { "the same", "100", "100", NULL, NULL, "same" },
  { "both nothing", "0", "0", NULL, NULL, "" },
  { "no period before", NULL, "5", NULL, NULL, "" },
  { "not reported", "100", NULL, NULL, NULL, "" },
  { "growth of C and B", "100", "110", "100", "10.99", "" },
  { "growth a point off", "100", "110", "100", "11", "growth" },
  { "growth a point off below", "100", "110", "100", "9", "growth" },
  { "fell, with another growth", "100", "90", "100", "5", "fell growth" },
};

static char *
name_topics (GPtrArray *questions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const DuiQuestion *question = g_ptr_array_index (questions, i);

      g_assert_cmpuint (question->place, ==, 1);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              dui_question_topic_to_nick (question->topic));
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *topics = NULL;

  if (c->before)
    fixture_add (fixture, 1, "2021-10", c->before, NULL, NULL);
  if (c->completed)
    fixture_add (fixture, 1, "2021-11", c->completed, c->base, c->growth);
  panel = fixture_make_panel (fixture);
  questions = dui_questions_compute (panel, 0, fixture_period ("2021-11"));
  topics = name_topics (questions);
  g_assert_cmpstr (topics, ==, c->topics);
}

/* A new year begins at nothing. */
static void
test_new_year (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  fixture_add (fixture, 1, "2020-12", "100", NULL, NULL);
  fixture_add (fixture, 1, "2021-02", "10", NULL, NULL);
  panel = fixture_make_panel (fixture);
  questions = dui_questions_compute (panel, 0, fixture_period ("2021-02"));
  g_assert_cmpuint (questions->len, ==, 0);
}

/* A note closes its own question alone. */
static void
test_close (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GPtrArray) noted = g_ptr_array_new ();
  DuiQuestion note = { 1, DUI_QUESTION_GROWTH, (char *) "checked", NULL, 20211207 };

  fixture_add (fixture, 1, "2021-10", "100", NULL, NULL);
  fixture_add (fixture, 1, "2021-11", "90", "100", "5");
  panel = fixture_make_panel (fixture);
  questions = dui_questions_compute (panel, 0, fixture_period ("2021-11"));
  g_ptr_array_add (noted, &note);
  g_assert_cmpuint (dui_questions_close (questions, noted), ==, 1);
  g_assert_null (((DuiQuestion *) g_ptr_array_index (questions, 0))->note);
  g_assert_cmpstr (((DuiQuestion *) g_ptr_array_index (questions, 1))->note, ==, "checked");
}

static void
test_obstacles (void)
{
  g_assert_null (dui_month_find_obstacle (DUI_MONTH_SUBMITTED, 0, FALSE, 3));
  g_assert_nonnull (dui_month_find_obstacle (DUI_MONTH_SUBMITTED, 1, FALSE, 0));
  g_assert_nonnull (dui_month_find_obstacle (DUI_MONTH_ARCHIVED, 0, FALSE, 0));
  g_assert_nonnull (dui_month_find_obstacle (DUI_MONTH_ARCHIVED, 0, TRUE, 1));
  g_assert_null (dui_month_find_obstacle (DUI_MONTH_ARCHIVED, 2, TRUE, 0));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/questions/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/analysis/questions/new year", test_new_year);
  g_test_add_func ("/analysis/questions/close", test_close);
  g_test_add_func ("/analysis/questions/obstacles", test_obstacles);
  return g_test_run ();
}
