/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places, indicators, rules, batches and the words by which the book and JSON call what they are.
 */
#include "model/batch.h"
#include "model/catalog.h"
#include "model/target.h"

/* Every word leads back to what it was made from, and no other word to anything. */
#define check_nicks(Type, prefix, n)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Type check_found;                                                                              \
    for (int check_value = 0; check_value < (n); check_value++)                                    \
      {                                                                                            \
        g_assert_true (prefix##_from_nick (prefix##_to_nick (check_value), &check_found));         \
        g_assert_cmpint (check_found, ==, check_value);                                            \
      }                                                                                            \
    g_assert_false (prefix##_from_nick ("", &check_found));                                        \
    g_assert_false (prefix##_from_nick ("other word", &check_found));                              \
  }                                                                                                \
  G_STMT_END

static void
test_nicks (void)
{
  DuiFigureStatus status;

  check_nicks (DuiIndicatorKind, dui_indicator_kind, DUI_KIND_GROWTH_ONLY + 1);
  check_nicks (DuiDirection, dui_direction, DUI_DIRECTION_LOWER + 1);
  check_nicks (DuiCalendar, dui_calendar, DUI_CALENDAR_QUARTERLY + 1);
  check_nicks (DuiGrowthSource, dui_growth_source, DUI_GROWTH_COMPUTED + 1);
  check_nicks (DuiPlaceKind, dui_place_kind, DUI_PLACE_OTHER + 1);
  check_nicks (DuiTier, dui_tier, DUI_TIER_ASSESSED + 1);
  g_assert_cmpstr (dui_indicator_kind_to_nick (DUI_KIND_GROWTH_ONLY), ==, "growth-only");
  g_assert_cmpstr (dui_calendar_to_nick (DUI_CALENDAR_WITH_JANUARY), ==, "january");
  g_assert_cmpstr (dui_tier_to_nick (DUI_TIER_ADJUSTED), ==, "adjusted");
  g_assert_cmpstr (dui_tier_to_label (DUI_TIER_ASSESSED), ==, "Assessed target");

  g_assert_null (dui_figure_status_to_nick (DUI_STATUS_NONE));
  g_assert_cmpstr (dui_figure_status_to_nick (DUI_STATUS_PRELIMINARY), ==, "初步");
  g_assert_true (dui_figure_status_from_nick ("审定", &status) && status == DUI_STATUS_FINAL);
  g_assert_true (dui_figure_status_from_nick ("estimate", &status)
                 && status == DUI_STATUS_ESTIMATE);
  g_assert_false (dui_figure_status_from_nick ("none", &status));
}

static void
test_place (void)
{
  const char *aliases[] = { "城关", "清丰城关镇", NULL };
  g_autoptr (DuiPlace) place = g_object_new (
      DUI_TYPE_PLACE, "id", (gint64) 7, "kind", DUI_PLACE_TOWNSHIP, "code", "410922100", "name",
      "城关镇", "group", "一类", "order", 3, "aliases", aliases, NULL);
  g_autoptr (DuiPlace) bare = g_object_new (DUI_TYPE_PLACE, NULL);

  g_assert_cmpint (dui_place_get_id (place), ==, 7);
  g_assert_cmpint (dui_place_get_kind (place), ==, DUI_PLACE_TOWNSHIP);
  g_assert_cmpstr (dui_place_get_code (place), ==, "410922100");
  g_assert_cmpstr (dui_place_get_name (place), ==, "城关镇");
  g_assert_cmpstr (dui_place_get_group (place), ==, "一类");
  g_assert_cmpint (dui_place_get_order (place), ==, 3);
  g_assert_cmpstr (dui_place_get_aliases (place)[1], ==, "清丰城关镇");
  g_assert_null (dui_place_get_code (bare));
  g_assert_null (dui_place_get_aliases (bare)[0]);
}

/* R3: the own figure is 全县, 全市 and so on by the name; the sum never is. */
static void
test_place_labels (void)
{
  static const struct
  {
    DuiPlaceKind kind;
    const char *name, *whole, *total, *members;
  } cases[] = {
    { DUI_PLACE_COUNTRY, "全国", "Whole country", "Provinces together", "provinces" },
    { DUI_PLACE_PROVINCE, "河南省", "Whole province", "Cities together", "cities" },
    { DUI_PLACE_PROVINCE, "北京市", "Whole city", "Cities together", "cities" },
    { DUI_PLACE_PROVINCE, "广西壮族自治区", "Whole region", "Cities together", "cities" },
    { DUI_PLACE_CITY, "濮阳市", "Whole city", "Counties together", "counties" },
    { DUI_PLACE_CITY, "凉山彝族自治州", "Whole prefecture", "Counties together", "counties" },
    { DUI_PLACE_COUNTY, "清丰县", "Whole county", "Townships together", "townships" },
    { DUI_PLACE_COUNTY, "华龙区", "Whole district", "Townships together", "townships" },
    { DUI_PLACE_COUNTY, "林州市", "Whole city", "Townships together", "townships" },
    { DUI_PLACE_TOWNSHIP, "城关镇", "城关镇", "Members together", "members" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DuiPlace) place
          = g_object_new (DUI_TYPE_PLACE, "kind", cases[i].kind, "name", cases[i].name, NULL);

      g_assert_cmpstr (dui_place_get_whole_label (place), ==, cases[i].whole);
      g_assert_cmpstr (dui_place_get_total_label (place), ==, cases[i].total);
      g_assert_cmpstr (dui_place_get_members_label (place), ==, cases[i].members);
    }
}

static void
test_indicator (void)
{
  static const struct
  {
    DuiIndicatorKind kind;
    DuiDirection direction;
    gboolean has_pace;
  } cases[] = {
    { DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER, TRUE },
    { DUI_KIND_CUMULATIVE, DUI_DIRECTION_LOWER, FALSE },
    { DUI_KIND_LEVEL, DUI_DIRECTION_HIGHER, FALSE },
    { DUI_KIND_GROWTH_ONLY, DUI_DIRECTION_HIGHER, FALSE },
  };
  g_autoptr (DuiIndicator) output
      = g_object_new (DUI_TYPE_INDICATOR, "code", "output", "name", "工业总产值", "order", 1, NULL);
  g_autoptr (DuiIndicator) renamed
      = g_object_new (DUI_TYPE_INDICATOR, "code", "output", "name", "规上工业总产值", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DuiIndicator) indicator = g_object_new (DUI_TYPE_INDICATOR, "kind", cases[i].kind,
                                                         "direction", cases[i].direction, NULL);

      g_assert_cmpint (dui_indicator_has_pace (indicator), ==, cases[i].has_pace);
    }
  g_assert_cmpint (dui_indicator_get_scale (output), ==, DUI_SCALE_DEFAULT);
  g_assert_cmpint (dui_indicator_get_order (output), ==, 1);
  g_assert_true (dui_indicator_get_place_targets (output));
  g_assert_cmpstr (dui_indicator_get_display_name (output), ==, "Gross industrial output");
  g_assert_cmpstr (dui_indicator_get_display_name (renamed), ==, "规上工业总产值");
}

static void
test_rules (void)
{
  static const char *const refused[][2] = {
    { "bottom.size", "0" },      { "bottom.size", "100" },      { "bottom.size", "three" },
    { "bottom.size", "" },       { "bottom.size", "-1" },       { "streak.length", "1" },
    { "streak.over-year", "2" }, { "streak.growth", "weekly" }, { "card.green", "0" },
    { "card.green", "1.0" },     { "period.share", "101" },     { "nothing", "1" },
  };
  DuiRules rules = dui_rules_default;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (dui_rules_set (&rules, refused[i][0], refused[i][1]));
  g_assert_cmpmem (&rules, sizeof rules, &dui_rules_default, sizeof rules);
  g_assert_true (dui_rules_set (&rules, "bottom.size", "5"));
  g_assert_true (dui_rules_set (&rules, "streak.length", "4"));
  g_assert_true (dui_rules_set (&rules, "streak.over-year", "0"));
  g_assert_true (dui_rules_set (&rules, "streak.growth", "month"));
  g_assert_true (dui_rules_set (&rules, "card.green", "950000"));
  g_assert_true (dui_rules_set (&rules, "card.yellow", "850000"));
  g_assert_true (dui_rules_set (&rules, "period.share", "75"));
  g_assert_cmpuint (rules.bottom, ==, 5);
  g_assert_cmpuint (rules.streak_length, ==, 4);
  g_assert_false (rules.streak_over_year);
  g_assert_cmpint (rules.streak_growth, ==, DUI_STREAK_BY_MONTH);
  g_assert_cmpint (rules.card_green, ==, 950000);
  g_assert_cmpint (rules.card_yellow, ==, 850000);
  g_assert_cmpuint (rules.reported_share, ==, 75);
}

static void
test_batch (void)
{
  g_autoptr (DuiBatch) batch = dui_batch_new ("sheet.csv");
  g_autoptr (DuiBatch) again = dui_batch_ref (batch);
  const DuiNotice *notice;

  dui_batch_add_error (batch, 4, 3, "%s is not a number", "x");
  dui_batch_add_warning (again, 0, 0, "%u places are missing", 2u);
  g_assert_cmpstr (batch->file, ==, "sheet.csv");
  g_assert_cmpuint (batch->rows->len, ==, 0);
  notice = g_ptr_array_index (batch->errors, 0);
  g_assert_cmpuint (notice->row, ==, 4);
  g_assert_cmpuint (notice->column, ==, 3);
  g_assert_cmpstr (notice->text, ==, "x is not a number");
  notice = g_ptr_array_index (batch->warnings, 0);
  g_assert_cmpstr (notice->text, ==, "2 places are missing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/nicks", test_nicks);
  g_test_add_func ("/model/place/properties", test_place);
  g_test_add_func ("/model/place/labels", test_place_labels);
  g_test_add_func ("/model/indicator", test_indicator);
  g_test_add_func ("/model/rules", test_rules);
  g_test_add_func ("/model/batch", test_batch);
  return g_test_run ();
}
