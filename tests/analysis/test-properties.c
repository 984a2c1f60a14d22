/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every book: places told in another order and amounts in another measure change no
 * rank, bottom set or streak; the shares of the gap sum to the whole; what is closed stays closed.
 */
#include "fixture.h"

#include "analysis/reporting.h"
#include "analysis/standing.h"

#define MAX_PLACES 25
#define FIRST "2020-11"
#define N_MONTHS 14

/* A book as it is made: amounts are small, so that there are ties, and some are missing. */
typedef struct
{
  guint n_places;
  DuiIndicatorKind kind;
  DuiDirection direction;
  DuiGrowthSource growth_source;
  DuiRules rules;
  DuiFigureValues figures[MAX_PLACES][N_MONTHS];
  DuiAmount agreed[MAX_PLACES];
  DuiAmount adjusted[MAX_PLACES];
  int adjusted_month[MAX_PLACES];
} Book;

static DuiAmount
random_amount (GRand *random, int minimum, int maximum)
{
  return g_rand_int_range (random, 0, 8) == 0
             ? DUI_AMOUNT_MISSING
             : (DuiAmount) g_rand_int_range (random, minimum, maximum) * 100;
}

static void
make_book (GRand *random, Book *book)
{
  book->n_places = (guint) g_rand_int_range (random, 1, MAX_PLACES + 1);
  book->kind = g_rand_int_range (random, 0, 3);
  book->direction = g_rand_int_range (random, 0, 2);
  book->growth_source = g_rand_int_range (random, 0, 2);
  book->rules = dui_rules_default;
  book->rules.bottom = (guint) g_rand_int_range (random, 1, 5);
  book->rules.streak_over_year = g_rand_boolean (random);
  book->rules.streak_growth = g_rand_int_range (random, 0, 2);
  for (guint place = 0; place < book->n_places; place++)
    {
      for (guint month = 0; month < N_MONTHS; month++)
        book->figures[place][month] = (DuiFigureValues){
          random_amount (random, -2, 12), random_amount (random, -1, 8),
          g_rand_boolean (random) ? DUI_AMOUNT_MISSING : random_amount (random, -3, 4),
          g_rand_int_range (random, DUI_STATUS_ESTIMATE, DUI_STATUS_FINAL + 1)
        };
      book->agreed[place] = random_amount (random, -1, 20);
      book->adjusted[place] = random_amount (random, 0, 30);
      book->adjusted_month[place] = g_rand_int_range (random, 1, 13);
    }
}

static DuiAmount
times (DuiAmount amount, gint64 factor)
{
  return dui_amount_is_missing (amount) ? amount : amount * factor;
}

/* Each amount times @factor; place i of the book is member order[i] + 1. */
static DuiPanel *
make_panel (const Book *book, const guint *order, gint64 factor)
{
  g_autoptr (Fixture) fixture = fixture_new (book->n_places);
  DuiPeriod first = fixture_period (FIRST);

  fixture->kind = book->kind;
  fixture->direction = book->direction;
  fixture->growth_source = book->growth_source;
  fixture->rules = book->rules;
  for (guint i = 0; i < book->n_places; i++)
    {
      guint place = order[i] + 1;
      DuiTarget agreed
          = { place, 2021, DUI_TIER_AGREED, times (book->agreed[i], factor), 20210101 };
      DuiTarget adjusted = { place, 2021, DUI_TIER_ADJUSTED, times (book->adjusted[i], factor),
                             20210001 + 100 * book->adjusted_month[i] };

      for (guint month = 0; month < N_MONTHS; month++)
        {
          DuiFigureValues values = book->figures[i][month];

          values.value = times (values.value, factor);
          values.base = times (values.base, factor);
          fixture_add_values (fixture, place, first + (DuiPeriod) month, &values);
        }
      if (!dui_amount_is_missing (book->agreed[i]))
        g_array_append_val (fixture->targets, agreed);
      if (!dui_amount_is_missing (book->adjusted[i]))
        g_array_append_val (fixture->targets, adjusted);
    }
  return fixture_make_panel (fixture);
}

static DuiStanding *
compute (const DuiPanel *panel, DuiPeriod period, DuiRankBy by)
{
  return dui_standing_compute (panel, 0, period, by, DUI_TIER_ASSESSED, 0);
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

static void
check_same (const DuiStanding *a, const DuiStanding *b, const guint *order)
{
  g_assert_cmpuint (a->rows->len, ==, b->rows->len);
  g_assert_cmpuint (a->unreported->len, ==, b->unreported->len);
  g_assert_cmpuint (a->untargeted->len, ==, b->untargeted->len);
  g_assert_cmpuint (a->n_previous, ==, b->n_previous);
  g_assert_cmpint (a->bottom_state, ==, b->bottom_state);
  g_assert_cmpint (a->bottom_tied, ==, b->bottom_tied);
  g_assert_cmpint (a->provisional, ==, b->provisional);
  for (guint i = 0; i < a->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (a->rows, DuiStandingRow, i);
      const DuiStandingRow *other = find_row (b, order[row->place - 1] + 1);

      g_assert_nonnull (other);
      g_assert_cmpuint (row->rank, ==, other->rank);
      g_assert_cmpuint (row->previous_rank, ==, other->previous_rank);
      g_assert_cmpuint (row->streak, ==, other->streak);
      g_assert_cmpint (row->bottom, ==, other->bottom);
      g_assert_cmpint (row->tied, ==, other->tied);
      g_assert_cmpint (row->tier.card, ==, other->tier.card);
    }
}

/* Ranked by what all that reported have, so that nobody's share is left out. */
static void
check_shares (const DuiStanding *standing)
{
  DuiWide sum = 0, whole = 0;

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (dui_ratio_is_missing (row->share))
        continue;
      sum += row->share.num;
      whole = row->share.den;
    }
  g_assert_true (sum == whole);
}

static void
check_closing (const DuiPanel *panel)
{
  g_autoptr (GArray) list = dui_reporting_list (panel, 0);
  gboolean closed = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const DuiReporting *reporting = &g_array_index (list, DuiReporting, i);

      g_assert_cmpuint (reporting->reported, <=, reporting->due);
      /* Newest first: nothing before a period with figures can be open. */
      g_assert_true (reporting->closed || !closed);
      closed = closed || reporting->closed || reporting->reported > 0;
    }
}

static void
shuffle (GRand *random, guint *order, guint n)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (int) i), kept = order[i - 1];

      order[i - 1] = order[other];
      order[other] = kept;
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (22);
  const char *scale = g_getenv ("DUI_TEST_SCALE");
  guint rounds = (guint) (150 * (scale ? g_ascii_strtod (scale, NULL) : 1.0));
  guint same[MAX_PLACES], order[MAX_PLACES];

  for (guint i = 0; i < MAX_PLACES; i++)
    same[i] = i;
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (DuiPanel) panel = NULL, shuffled = NULL, scaled = NULL;
      DuiPeriod period = fixture_period (FIRST) + g_rand_int_range (random, 0, N_MONTHS);
      Book book;

      make_book (random, &book);
      shuffle (random, order, book.n_places);
      panel = make_panel (&book, same, 1);
      shuffled = make_panel (&book, order, 1);
      scaled = make_panel (&book, same, 10000);
      check_closing (panel);
      for (DuiRankBy by = DUI_RANK_BY_GROWTH; by <= DUI_RANK_BY_MONTH; by++)
        {
          g_autoptr (DuiStanding) standing = compute (panel, period, by);
          g_autoptr (DuiStanding) of_shuffled = compute (shuffled, period, by);
          g_autoptr (DuiStanding) of_scaled = compute (scaled, period, by);

          check_same (standing, of_shuffled, order);
          /* The growth of a growth-only indicator has no measure, but its target has. */
          if (book.kind != DUI_KIND_GROWTH_ONLY || by == DUI_RANK_BY_GROWTH)
            check_same (standing, of_scaled, same);
          if (by == DUI_RANK_BY_COMPLETED && book.kind == DUI_KIND_CUMULATIVE)
            check_shares (standing);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/properties", test_properties);
  return g_test_run ();
}
