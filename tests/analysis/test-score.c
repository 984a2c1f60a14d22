/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores, worked out by hand (DESIGN §4 "Score", PRACTICE R16). */
#include "fixture.h"

#include "analysis/score.h"

#define POINTS(whole, millionths) (whole * DUI_POINT_ONE + millionths)

/* One scheme over an indicator of its own for each part. */
typedef struct
{
  Fixture *fixtures[3];
  DuiPanel *panels[3];
  guint n_parts;
  DuiScheme *scheme;
} Case;

static void
case_init (Case *self, guint n_members, guint n_parts)
{
  *self = (Case){ .n_parts = n_parts };
  self->scheme = dui_scheme_new ("考核", fixture_period ("2021-02"));
  for (guint i = 0; i < n_parts; i++)
    self->fixtures[i] = fixture_new (n_members);
}

static void
case_clear (Case *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      fixture_free (self->fixtures[i]);
      g_clear_pointer (&self->panels[i], dui_panel_unref);
    }
  dui_scheme_free (self->scheme);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
case_rule (Case *self, DuiScoreRule rule, gint64 weight, gint64 bonus, gint64 cap)
{
  dui_scheme_add (self->scheme, "test", rule, weight, bonus, cap);
}

/* A figure of member @place for part @part, against a target of @target for the year. */
static void
case_add (Case *self,
          guint part,
          guint place,
          const char *period,
          const char *completed,
          const char *target)
{
  if (completed)
    fixture_add (self->fixtures[part], place, period, completed, NULL, NULL);
  if (target)
    fixture_add_target (self->fixtures[part], place, 2021, DUI_TIER_AGREED, target, NULL);
}

static DuiScore *
case_score (Case *self, const char *period)
{
  for (guint i = 0; i < self->n_parts; i++)
    self->panels[i] = fixture_make_panel (self->fixtures[i]);
  return dui_score_compute (self->scheme, self->panels, 0, fixture_period (period),
                            DUI_TIER_ASSESSED, 0);
}

static const DuiScoreRow *
find_row (const DuiScore *score, guint place)
{
  for (guint i = 0; i < score->rows->len; i++)
    {
      const DuiScoreRow *row = &g_array_index (score->rows, DuiScoreRow, i);

      if (row->place == place)
        return row;
    }
  g_assert_not_reached ();
}

/* R16: weight 20, 104.6 % gives 22.3, 92 % gives 18.4; then the cap, nothing, and less than nothing. */
static void
test_published (void)
{
  static const struct
  {
    const char *completed;
    gint64 earned, bonus;
  } cases[] = {
    { "104.6", POINTS (20, 0), POINTS (2, 300000) },
    { "92", POINTS (18, 400000), 0 },
    { "100", POINTS (20, 0), 0 },
    { "110", POINTS (20, 0), POINTS (5, 0) },
    { "180", POINTS (20, 0), POINTS (5, 0) },
    { "0", 0, 0 },
    { "-3", 0, 0 },
  };
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;

  case_init (&self, G_N_ELEMENTS (cases), 2);
  case_rule (&self, DUI_SCORE_FULL_ON_COMPLETION, POINTS (20, 0), 500000, POINTS (5, 0));
  /* A cap that the store would not take: this rule has no bonus. */
  case_rule (&self, DUI_SCORE_ALL_OR_NOTHING, POINTS (80, 0), 0, POINTS (5, 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *on_pace = i == 0 ? "60" : "50";

      case_add (&self, 0, i + 1, "2021-06", cases[i].completed, "200");
      case_add (&self, 1, i + 1, "2021-06", i % 2 == 0 ? on_pace : "49.9999", "100");
    }
  score = case_score (&self, "2021-06");
  g_assert_cmpuint (score->rows->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DuiScoreRow *row = find_row (score, i + 1);

      g_assert_cmpint (row->parts[0].state, ==, DUI_SCORE_JUDGED);
      g_assert_cmpint (row->parts[0].earned, ==, cases[i].earned);
      g_assert_cmpint (row->parts[0].bonus, ==, cases[i].bonus);
      g_assert_cmpuint (row->parts[0].rank, ==, 0);
      g_assert_cmpint (row->parts[1].earned, ==, i % 2 == 0 ? POINTS (80, 0) : 0);
      g_assert_cmpint (row->parts[1].met, ==, i % 2 == 0);
      g_assert_cmpint (row->score, ==,
                       cases[i].earned + cases[i].bonus + (i % 2 == 0 ? POINTS (80, 0) : 0));
    }
  fixture_assert_ratio (find_row (score, 1)->parts[0].reached, 3, "1.046");
  fixture_assert_ratio (find_row (score, 1)->parts[0].weight, 0, "20");
}

/* In proportion on both sides of 100 %, up to the cap; a third is rounded once, to a millionth. */
static void
test_pace (void)
{
  static const struct
  {
    const char *completed;
    gint64 earned, bonus;
  } cases[] = {
    { "1", POINTS (33, 333333), 0 },
    { "2", POINTS (66, 666667), 0 },
    { "3.3", POINTS (100, 0), POINTS (10, 0) },
    { "3.75", POINTS (100, 0), POINTS (12, 500000) },
  };
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;

  case_init (&self, G_N_ELEMENTS (cases), 1);
  case_rule (&self, DUI_SCORE_PACE, DUI_SCORE_TOTAL, 0, POINTS (12, 500000));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    case_add (&self, 0, i + 1, "2021-06", cases[i].completed, "6");
  score = case_score (&self, "2021-06");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (find_row (score, i + 1)->parts[0].earned, ==, cases[i].earned);
      g_assert_cmpint (find_row (score, i + 1)->parts[0].bonus, ==, cases[i].bonus);
    }
}

/* Of four: 1, 2, 2, 4 get 4/4, 3/4, 3/4, 1/4. */
static void
test_rank (void)
{
  static const char *const completed[] = { "40", "60", "50", "50" };
  static const guint ranks[] = { 4, 1, 2, 2 };
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;

  case_init (&self, 5, 1);
  case_rule (&self, DUI_SCORE_RANK, DUI_SCORE_TOTAL, 0, 0);
  for (guint i = 0; i < 4; i++)
    case_add (&self, 0, i + 1, "2021-06", completed[i], "100");
  case_add (&self, 0, 5, "2021-06", "70", NULL);
  score = case_score (&self, "2021-06");
  g_assert_cmpuint (score->rows->len, ==, 4);
  g_assert_cmpuint (score->untargeted->len, ==, 1);
  g_assert_cmpuint (g_array_index (score->untargeted, guint, 0), ==, 5);
  for (guint i = 0; i < 4; i++)
    {
      const DuiScoreRow *row = find_row (score, i + 1);

      g_assert_cmpuint (row->parts[0].rank, ==, ranks[i]);
      g_assert_cmpuint (row->parts[0].n_ranked, ==, 4);
      g_assert_cmpint (row->score, ==, (5 - ranks[i]) * POINTS (25, 0));
      g_assert_cmpuint (row->rank, ==, ranks[i]);
      g_assert_cmpint (row->tied, ==, ranks[i] == 2);
    }
}

/* No target: 30 of 100 go to the other two, which then weigh 50/70 and 20/70 of 100. 未报: nothing, and
 * its weight stays. */
static void
test_redistribution (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;
  const DuiScoreRow *row;

  case_init (&self, 4, 3);
  case_rule (&self, DUI_SCORE_FULL_ON_COMPLETION, POINTS (50, 0), 500000, POINTS (5, 0));
  case_rule (&self, DUI_SCORE_FULL_ON_COMPLETION, POINTS (20, 0), 500000, POINTS (5, 0));
  case_rule (&self, DUI_SCORE_PACE, POINTS (30, 0), 0, 0);
  case_add (&self, 0, 1, "2021-06", "50", "100");
  case_add (&self, 1, 1, "2021-06", "52", "100");
  case_add (&self, 2, 1, "2021-06", "50", NULL);
  case_add (&self, 0, 2, "2021-06", "50", "100");
  case_add (&self, 1, 2, "2021-06", NULL, "100");
  case_add (&self, 2, 2, "2021-06", "60", "100");
  case_add (&self, 0, 3, "2021-06", NULL, "100");
  case_add (&self, 1, 3, "2021-06", "50", NULL);
  score = case_score (&self, "2021-06");
  g_assert_cmpuint (score->rows->len, ==, 2);
  g_assert_cmpuint (score->unreported->len, ==, 1);
  g_assert_cmpuint (g_array_index (score->unreported, guint, 0), ==, 3);
  g_assert_cmpuint (score->untargeted->len, ==, 1);
  g_assert_cmpuint (g_array_index (score->untargeted, guint, 0), ==, 4);

  row = find_row (score, 1);
  g_assert_cmpint (row->parts[0].earned, ==, POINTS (71, 428571));
  g_assert_cmpint (row->parts[1].earned, ==, POINTS (28, 571429));
  /* Four points above 100 %: the bonus is that of the scheme. */
  g_assert_cmpint (row->parts[1].bonus, ==, POINTS (2, 0));
  g_assert_cmpint (row->parts[2].state, ==, DUI_SCORE_UNTARGETED);
  g_assert_true (dui_ratio_is_missing (row->parts[2].weight));
  g_assert_cmpint (row->score, ==, POINTS (102, 0));
  fixture_assert_ratio (row->parts[0].weight, 2, "71.43");

  row = find_row (score, 2);
  g_assert_cmpint (row->parts[1].state, ==, DUI_SCORE_UNREPORTED);
  g_assert_cmpint (row->parts[1].earned, ==, 0);
  g_assert_cmpint (row->parts[2].bonus, ==, 0); /* the cap is 0 */
  g_assert_cmpint (row->score, ==, POINTS (80, 0));
  fixture_assert_ratio (row->parts[1].weight, 0, "20");
}

/* R9: where lower is better there is no pace; the distance to the target decides, and what is by pace can
 * not be judged. 预计 is no figure. */
static void
test_without_pace (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;
  DuiFigureValues estimate = { fixture_amount ("0.8"), DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING,
                               DUI_STATUS_ESTIMATE };

  case_init (&self, 3, 2);
  for (guint i = 0; i < 2; i++)
    {
      self.fixtures[i]->kind = DUI_KIND_LEVEL;
      self.fixtures[i]->direction = DUI_DIRECTION_LOWER;
      case_add (&self, i, 1, "2021-06", "0.85", "0.85");
      case_add (&self, i, 2, "2021-06", "0.88", "0.85");
      case_add (&self, i, 3, "2021-06", NULL, "0.85");
      fixture_add_values (self.fixtures[i], 3, fixture_period ("2021-06"), &estimate);
    }
  case_rule (&self, DUI_SCORE_ALL_OR_NOTHING, POINTS (60, 0), 0, 0);
  case_rule (&self, DUI_SCORE_PACE, POINTS (40, 0), 0, 0);
  score = case_score (&self, "2021-06");
  g_assert_cmpuint (score->rows->len, ==, 2);
  g_assert_cmpint (find_row (score, 1)->score, ==, POINTS (100, 0));
  g_assert_cmpint (find_row (score, 2)->score, ==, 0);
  g_assert_cmpint (find_row (score, 2)->parts[1].state, ==, DUI_SCORE_UNTARGETED);
  g_assert_true (dui_ratio_is_missing (find_row (score, 1)->parts[0].reached));
  g_assert_cmpuint (g_array_index (score->unreported, guint, 0), ==, 3);
  g_assert_true (score->provisional);
}

/* Six places change places; before the scheme begins nobody was ranked by it. */
static void
test_previous (void)
{
  static const char *const may[] = { "10", "20", "30", "40", "41", "42" };
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) june = NULL, february = NULL;
  const DuiScoreRow *row;

  case_init (&self, 6, 1);
  case_rule (&self, DUI_SCORE_PACE, DUI_SCORE_TOTAL, 0, 0);
  for (guint i = 0; i < 6; i++)
    {
      case_add (&self, 0, i + 1, "2020-12", "5", NULL);
      case_add (&self, 0, i + 1, "2021-02", may[i], "100");
      case_add (&self, 0, i + 1, "2021-05", may[i], NULL);
      case_add (&self, 0, i + 1, "2021-06", may[5 - i], NULL);
    }
  june = case_score (&self, "2021-06");
  row = find_row (june, 1);
  g_assert_cmpuint (row->rank, ==, 1);
  g_assert_cmpuint (row->previous_rank, ==, 6);
  g_assert_cmpint (row->change, ==, 5);
  g_assert_false (row->bottom);
  row = find_row (june, 6);
  g_assert_true (row->bottom);
  g_assert_cmpint (row->change, ==, -5);
  g_assert_cmpuint (june->n_previous, ==, 6);
  g_assert_cmpuint (june->bottom_size, ==, 3);
  g_assert_false (june->provisional);
  february = dui_score_compute (self.scheme, self.panels, 0, fixture_period ("2021-02"),
                                DUI_TIER_ASSESSED, 0);
  g_assert_cmpuint (february->n_previous, ==, 0);
  g_assert_cmpuint (find_row (february, 1)->previous_rank, ==, 0);
}

/* The largest amounts, a plan in millionths and awkward weights: nothing overflows. */
static void
test_large (void)
{
  static const gint64 weights[] = { 33333333, 33333331, 33333336 };
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;
  DuiPlan plan = { .year = 2021 };

  for (guint i = 0; i < 12; i++)
    plan.share[i] = i < 11 ? 499979 : DUI_SHARE_ONE;
  case_init (&self, 2, 3);
  for (guint i = 0; i < 3; i++)
    {
      case_rule (&self, i == 1 ? DUI_SCORE_PACE : DUI_SCORE_FULL_ON_COMPLETION, weights[i],
                 i == 1 ? 0 : DUI_SCORE_TOTAL, DUI_SCORE_TOTAL);
      fixture_add_plan (self.fixtures[i], &plan);
      case_add (&self, i, 1, "2021-06", "9999999999999.9999", "0.0001");
      case_add (&self, i, 2, "2021-06", "4999789999999.9999",
                i == 2 ? NULL : "9999999999999.9999");
    }
  score = case_score (&self, "2021-06");
  g_assert_cmpint (find_row (score, 1)->score, ==, 4 * DUI_SCORE_TOTAL);
  g_assert_cmpint (find_row (score, 2)->score, ==, DUI_SCORE_TOTAL);
}

/* Every rule but those by pace can judge where there is none: of two, 2/2 and 1/2 of the weight. */
static void
test_rank_without_pace (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;

  case_init (&self, 2, 1);
  self.fixtures[0]->kind = DUI_KIND_LEVEL;
  self.fixtures[0]->direction = DUI_DIRECTION_LOWER;
  case_rule (&self, DUI_SCORE_RANK, DUI_SCORE_TOTAL, 0, 0);
  case_add (&self, 0, 1, "2021-06", "0.88", "0.85");
  case_add (&self, 0, 2, "2021-06", "0.84", "0.85");
  score = case_score (&self, "2021-06");
  g_assert_cmpint (find_row (score, 2)->score, ==, POINTS (100, 0));
  g_assert_cmpint (find_row (score, 1)->score, ==, POINTS (50, 0));
}

/* A target of nothing, or none due yet, judges nobody, whatever has been done: it is no missing report. */
static void
test_nothing_due (void)
{
  static const char *const targets[] = { "0", "-5", "100" };
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) june = NULL, may = NULL;
  DuiPlan plan = { .year = 2021 };

  for (guint i = 5; i < 12; i++)
    plan.share[i] = DUI_SHARE_ONE;
  case_init (&self, G_N_ELEMENTS (targets), 1);
  fixture_add_plan (self.fixtures[0], &plan);
  case_rule (&self, DUI_SCORE_PACE, DUI_SCORE_TOTAL, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      case_add (&self, 0, i + 1, "2021-05", "40", targets[i]);
      case_add (&self, 0, i + 1, "2021-06", "50", NULL);
    }
  june = case_score (&self, "2021-06");
  g_assert_cmpuint (june->rows->len, ==, 1);
  g_assert_cmpint (find_row (june, 3)->score, ==, POINTS (50, 0));
  g_assert_cmpuint (june->untargeted->len, ==, 2);
  may = dui_score_compute (self.scheme, self.panels, 0, fixture_period ("2021-05"),
                           DUI_TIER_ASSESSED, 0);
  g_assert_cmpuint (may->rows->len, ==, 0);
  g_assert_cmpuint (may->untargeted->len, ==, 3);
}

/* 110 % of 50 is 55; where the other 50 has no target it is 110 % of 100. */
static void
test_pace_bonus_redistributed (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;

  case_init (&self, 2, 2);
  case_rule (&self, DUI_SCORE_PACE, POINTS (50, 0), 0, POINTS (50, 0));
  case_rule (&self, DUI_SCORE_PACE, POINTS (50, 0), 0, 0);
  for (guint i = 1; i <= 2; i++)
    {
      case_add (&self, 0, i, "2021-06", "55", "100");
      case_add (&self, 1, i, "2021-06", "25", i == 1 ? "100" : NULL);
    }
  score = case_score (&self, "2021-06");
  g_assert_cmpint (find_row (score, 1)->parts[0].bonus, ==, POINTS (5, 0));
  g_assert_cmpint (find_row (score, 1)->score, ==, POINTS (80, 0));
  g_assert_cmpint (find_row (score, 2)->parts[0].bonus, ==, POINTS (10, 0));
  g_assert_cmpint (find_row (score, 2)->score, ==, POINTS (110, 0));
}

/* R1: by the adjusted target where there is one. */
static void
test_assessed (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;

  case_init (&self, 2, 1);
  case_rule (&self, DUI_SCORE_PACE, DUI_SCORE_TOTAL, 0, 0);
  case_add (&self, 0, 1, "2021-06", "50", "100");
  case_add (&self, 0, 2, "2021-06", "50", "100");
  fixture_add_target (self.fixtures[0], 2, 2021, DUI_TIER_ADJUSTED, "125", NULL);
  fixture_add_target (self.fixtures[0], 1, 2021, DUI_TIER_STRETCH, "200", NULL);
  score = case_score (&self, "2021-06");
  g_assert_cmpint (find_row (score, 1)->score, ==, POINTS (100, 0));
  g_assert_cmpint (find_row (score, 2)->score, ==, POINTS (80, 0));
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) schemes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_scheme_free);

  g_ptr_array_add (schemes, dui_scheme_new ("a", 10));
  g_ptr_array_add (schemes, dui_scheme_new ("b", 20));
  g_assert_null (dui_scheme_find (schemes, 9));
  g_assert_cmpstr (dui_scheme_find (schemes, 10)->name, ==, "a");
  g_assert_cmpstr (dui_scheme_find (schemes, 19)->name, ==, "a");
  g_assert_cmpstr (dui_scheme_find (schemes, 20)->name, ==, "b");
}

/* The period before May is April, though the scheme's first indicator is of quarters. */
static void
test_previous_of_mixed_calendars (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) may = NULL;

  case_init (&self, 2, 2);
  self.fixtures[0]->calendar = DUI_CALENDAR_QUARTERLY;
  case_rule (&self, DUI_SCORE_PACE, POINTS (50, 0), 0, 0);
  case_rule (&self, DUI_SCORE_PACE, POINTS (50, 0), 0, 0);
  for (guint i = 1; i <= 2; i++)
    {
      case_add (&self, 0, i, "2021-03", i == 1 ? "20" : "10", "120");
      case_add (&self, 1, i, "2021-04", i == 1 ? "10" : "20", "120");
      case_add (&self, 1, i, "2021-05", i == 1 ? "40" : "30", NULL);
    }
  may = case_score (&self, "2021-05");
  g_assert_cmpint (may->previous, ==, fixture_period ("2021-04"));
  g_assert_cmpuint (find_row (may, 1)->rank, ==, 1);
  g_assert_cmpuint (find_row (may, 1)->previous_rank, ==, 2);
  g_assert_cmpint (find_row (may, 1)->parts[0].state, ==, DUI_SCORE_UNTARGETED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/published", test_published);
  g_test_add_func ("/score/pace", test_pace);
  g_test_add_func ("/score/rank", test_rank);
  g_test_add_func ("/score/redistribution", test_redistribution);
  g_test_add_func ("/score/without-pace", test_without_pace);
  g_test_add_func ("/score/rank-without-pace", test_rank_without_pace);
  g_test_add_func ("/score/nothing-due", test_nothing_due);
  g_test_add_func ("/score/pace-bonus-redistributed", test_pace_bonus_redistributed);
  g_test_add_func ("/score/assessed", test_assessed);
  g_test_add_func ("/score/previous", test_previous);
  g_test_add_func ("/score/previous-of-mixed-calendars", test_previous_of_mixed_calendars);
  g_test_add_func ("/score/large", test_large);
  g_test_add_func ("/score/find", test_find);
  return g_test_run ();
}
