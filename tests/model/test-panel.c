/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog and the panel: what of a book is held in memory (DESIGN §2). */
#include "model/panel.h"

#define JANUARY_2021 (2021 * 12)

/* 0 the county, 1 to 3 its townships, 4 a firm in township 1; 3 was a member until June 2021 and
 * again from 2022. The memberships do not come in order. */
static DuiCatalog *
make_catalog (void)
{
  static const DuiMembership memberships[] = {
    { 4, 1, 0, G_MAXINT32, FALSE, FALSE },
    { 2, 0, 0, G_MAXINT32, FALSE, TRUE },
    { 1, 0, 0, G_MAXINT32, TRUE, TRUE },
    { 3, 0, 0, JANUARY_2021 + 5, TRUE, TRUE },
    { 3, 0, JANUARY_2021 + 12, G_MAXINT32, TRUE, TRUE },
  };
  static const char *const codes[] = { "410922", "410922100", "410922101", "410922102", NULL };
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *indicators = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_ptr_array_add (places, g_object_new (DUI_TYPE_PLACE, "id", (gint64) (100 + i), "code",
                                           codes[i], "name", "place", NULL));
  g_ptr_array_add (indicators, g_object_new (DUI_TYPE_INDICATOR, "code", "output", NULL));
  g_ptr_array_add (indicators, g_object_new (DUI_TYPE_INDICATOR, "code", "tax", NULL));
  return dui_catalog_new (places, 0, memberships, G_N_ELEMENTS (memberships), indicators,
                          &dui_rules_default, TRUE, "office");
}

static void
check_members (DuiCatalog *catalog,
               guint parent,
               DuiPeriod period,
               gboolean ranked_only,
               const char *expected)
{
  g_autoptr (GArray) members = dui_catalog_get_members (catalog, parent, period, ranked_only);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (text, "%u", g_array_index (members, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_catalog (void)
{
  g_autoptr (DuiCatalog) catalog = make_catalog ();

  check_members (catalog, 0, JANUARY_2021, FALSE, "123");
  check_members (catalog, 0, JANUARY_2021, TRUE, "13");
  check_members (catalog, 0, JANUARY_2021 + 5, TRUE, "13");
  check_members (catalog, 0, JANUARY_2021 + 6, TRUE, "1");
  check_members (catalog, 0, JANUARY_2021 + 12, TRUE, "13");
  check_members (catalog, 1, JANUARY_2021, FALSE, "4");
  check_members (catalog, 2, JANUARY_2021, FALSE, "");
  g_assert_cmpuint (dui_catalog_get_parent (catalog, 4, JANUARY_2021), ==, 1);
  g_assert_cmpuint (dui_catalog_get_parent (catalog, 3, JANUARY_2021 + 6), ==, DUI_NO_PLACE);
  g_assert_cmpuint (dui_catalog_get_parent (catalog, 0, JANUARY_2021), ==, DUI_NO_PLACE);

  g_assert_cmpuint (dui_catalog_find_code (catalog, "410922"), ==, 0);
  g_assert_cmpuint (dui_catalog_find_code (catalog, "410922102"), ==, 3);
  g_assert_cmpuint (dui_catalog_find_code (catalog, "410923"), ==, DUI_NO_PLACE);
  g_assert_cmpuint (dui_catalog_find_id (catalog, 100), ==, 0);
  g_assert_cmpuint (dui_catalog_find_id (catalog, 104), ==, 4);
  g_assert_cmpuint (dui_catalog_find_id (catalog, 7), ==, DUI_NO_PLACE);
  g_assert_cmpint (dui_place_get_id (dui_catalog_get_place (catalog, 2)), ==, 102);
  g_assert_true (dui_catalog_get_indicator (catalog, "tax")
                 == g_ptr_array_index (catalog->indicators, 1));
  g_assert_null (dui_catalog_get_indicator (catalog, "nothing"));
}

static DuiPanel *
make_panel (DuiPeriod last)
{
  g_autoptr (DuiCatalog) catalog = make_catalog ();

  return dui_panel_new (catalog, g_ptr_array_index (catalog->indicators, 0), JANUARY_2021, last);
}

static void
test_figures (void)
{
  g_autoptr (DuiPanel) panel = make_panel (JANUARY_2021 + 3);
  const DuiFigureValues values = { 5, 4, 3, DUI_STATUS_FINAL };
  const DuiFigureValues none = DUI_FIGURE_VALUES_NONE;
  DuiFigureValues got;

  dui_panel_set_figure (panel, 2, JANUARY_2021 + 3, &values);
  got = dui_panel_get_figure (panel, 2, JANUARY_2021 + 3);
  g_assert_true (dui_figure_values_equal (&got, &values));
  g_assert_cmpint (panel->value[3 * 5 + 2], ==, 5);
  got = dui_panel_get_figure (panel, 1, JANUARY_2021 + 3);
  g_assert_true (dui_figure_values_equal (&got, &none));
  got = dui_panel_get_figure (panel, 2, JANUARY_2021 - 1);
  g_assert_true (dui_figure_values_equal (&got, &none));
  got = dui_panel_get_figure (panel, 2, JANUARY_2021 + 4);
  g_assert_true (dui_figure_values_equal (&got, &none));
  g_assert_false (dui_figure_values_equal (&values, &none));
}

static void
test_empty (void)
{
  g_autoptr (DuiPanel) panel = make_panel (JANUARY_2021 - 1);
  g_autoptr (DuiPanel) again = dui_panel_ref (panel);

  g_assert_cmpuint (again->n_periods, ==, 0);
  g_assert_cmpint (dui_panel_index (panel, 0, JANUARY_2021), ==, -1);
  g_assert_null (dui_panel_get_target (panel, 4, 2021, DUI_TIER_ASSESSED, 20211231));
}

static void
test_targets (void)
{
  static const DuiTarget targets[] = {
    { 2, 2021, DUI_TIER_ADJUSTED, 160, 20211101, "second" },
    { 2, 2021, DUI_TIER_AGREED, 120, 20210101, NULL },
    { 4, 2022, DUI_TIER_STRETCH, 99, 20220101, NULL },
    { 2, 2021, DUI_TIER_ADJUSTED, 150, 20210801, "first" },
    { 2, 2020, DUI_TIER_AGREED, 100, 20200101, NULL },
    { 1, 2021, DUI_TIER_AGREED, 80, 20210501, NULL },
  };
  static const struct
  {
    guint place;
    int year;
    DuiTier tier;
    DuiDay day;
    DuiAmount value; /* 0 for none */
  } cases[] = {
    { 2, 2021, DUI_TIER_ADJUSTED, 20210731, 0 },   { 2, 2021, DUI_TIER_ADJUSTED, 20210801, 150 },
    { 2, 2021, DUI_TIER_ADJUSTED, 20211031, 150 }, { 2, 2021, DUI_TIER_ADJUSTED, 20211231, 160 },
    { 2, 2021, DUI_TIER_AGREED, 20211231, 120 },   { 2, 2021, DUI_TIER_STRETCH, 20211231, 0 },
    { 2, 2021, DUI_TIER_ASSESSED, 20210731, 120 }, { 2, 2021, DUI_TIER_ASSESSED, 20210831, 150 },
    { 2, 2020, DUI_TIER_ASSESSED, 20201231, 100 }, { 2, 2022, DUI_TIER_ASSESSED, 20221231, 0 },
    { 1, 2021, DUI_TIER_ASSESSED, 20210430, 0 },   { 1, 2021, DUI_TIER_ASSESSED, 20210501, 80 },
    { 3, 2021, DUI_TIER_ASSESSED, 20211231, 0 },   { 4, 2022, DUI_TIER_STRETCH, 20220228, 99 },
    { 4, 2022, DUI_TIER_ASSESSED, 20220228, 0 },   { 0, 2021, DUI_TIER_AGREED, 20211231, 0 },
  };
  g_autoptr (DuiPanel) panel = make_panel (JANUARY_2021);
  const DuiTarget *versions;
  guint n_versions;

  dui_panel_set_targets (panel, targets, G_N_ELEMENTS (targets));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DuiTarget *target = dui_panel_get_target (panel, cases[i].place, cases[i].year,
                                                      cases[i].tier, cases[i].day);

      g_assert_cmpint (target ? target->value : 0, ==, cases[i].value);
    }
  versions = dui_panel_get_target_versions (panel, 2, 2021, DUI_TIER_ADJUSTED, &n_versions);
  g_assert_cmpuint (n_versions, ==, 2);
  g_assert_cmpstr (versions[0].document, ==, "first");
  g_assert_cmpstr (versions[1].document, ==, "second");
  g_assert_null (dui_panel_get_target_versions (panel, 2, 2021, DUI_TIER_STRETCH, &n_versions));
  g_assert_cmpuint (n_versions, ==, 0);
}

static void
test_plans (void)
{
  static const DuiPlan plans[]
      = { { 2022, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, DUI_SHARE_ONE } },
          { 2021, { 0, 100000, 0, 0, 0, 0, 0, 0, 0, 0, 0, DUI_SHARE_ONE } } };
  g_autoptr (DuiPanel) panel = make_panel (JANUARY_2021);

  dui_panel_set_plans (panel, plans, G_N_ELEMENTS (plans));
  g_assert_cmpint (panel->plans[0].year, ==, 2021);
  g_assert_cmpint (
      dui_ratio_compare (dui_panel_get_pace (panel, JANUARY_2021 + 1), dui_ratio_new (1, 10)), ==,
      0);
  g_assert_cmpint (dui_ratio_sign (dui_panel_get_pace (panel, JANUARY_2021)), ==, 0);
  g_assert_cmpint (dui_ratio_compare (dui_panel_get_pace (panel, JANUARY_2021 + 13),
                                      dui_ratio_new (2, DUI_SHARE_ONE)),
                   ==, 0);
  /* Exactly m/12 without a plan, which millionths could not say. */
  g_assert_cmpint (
      dui_ratio_compare (dui_panel_get_pace (panel, JANUARY_2021 - 1), dui_ratio_new (1, 1)), ==,
      0);
  g_assert_cmpint (
      dui_ratio_compare (dui_panel_get_pace (panel, JANUARY_2021 - 9), dui_ratio_new (1, 3)), ==,
      0);
}

static void
test_issued (void)
{
  static const DuiPeriod issued[] = { JANUARY_2021 + 5, JANUARY_2021 + 1, JANUARY_2021 + 3 };
  g_autoptr (DuiPanel) panel = make_panel (JANUARY_2021);

  dui_panel_set_issued (panel, issued, G_N_ELEMENTS (issued));
  g_assert_cmpuint (panel->n_issued, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (panel->issued[i], ==, JANUARY_2021 + 1 + 2 * (DuiPeriod) i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/catalog", test_catalog);
  g_test_add_func ("/model/panel/figures", test_figures);
  g_test_add_func ("/model/panel/empty", test_empty);
  g_test_add_func ("/model/panel/targets", test_targets);
  g_test_add_func ("/model/panel/plans", test_plans);
  g_test_add_func ("/model/panel/issued", test_issued);
  return g_test_run ();
}
