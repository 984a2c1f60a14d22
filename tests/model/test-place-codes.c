/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/place-codes.h"

static char *
join_names (GPtrArray *places)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const DuiPlaceCode *place = g_ptr_array_index (places, i);

      if (i > 0)
        g_string_append_c (names, ' ');
      g_string_append (names, place->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static GPtrArray *
children_of (const char *code)
{
  const DuiPlaceCode *place = dui_place_codes_lookup (code);

  g_assert_nonnull (place);
  return dui_place_codes_get_children (place);
}

static void
assert_child (GPtrArray *children, guint index, const char *code, const char *name,
              DuiPlaceKind kind)
{
  const DuiPlaceCode *child = g_ptr_array_index (children, index);

  g_assert_cmpstr (child->code, ==, code);
  g_assert_cmpstr (child->name, ==, name);
  g_assert_cmpint (child->kind, ==, kind);
}

static void
test_county (void)
{
  g_autoptr (GPtrArray) children = children_of ("410922");
  const DuiPlaceCode *qingfeng = dui_place_codes_lookup ("410922");
  g_autofree char *names = join_names (children);
  g_autofree char *path = dui_place_codes_get_path (qingfeng);

  g_assert_cmpint (children->len, ==, 17);
  g_assert_cmpstr (names, ==,
                   "城关镇 马庄桥镇 瓦屋头镇 仙庄镇 柳格镇 韩村镇 固城镇 阳邵镇 六塔乡 巩营乡 马村乡 "
                   "高堡乡 古城乡 大流乡 大屯乡 双庙乡 纸房乡");
  assert_child (children, 10, "410922203", "马村乡", DUI_PLACE_TOWNSHIP);
  g_assert_cmpint (qingfeng->kind, ==, DUI_PLACE_COUNTY);
  g_assert_cmpstr (dui_place_codes_get_parent (qingfeng)->name, ==, "濮阳市");
  g_assert_cmpstr (path, ==, "河南省 濮阳市 清丰县");
}

static void
test_siblings (void)
{
  g_autoptr (GPtrArray) siblings
      = dui_place_codes_get_siblings (dui_place_codes_lookup ("410922"));
  g_autoptr (GPtrArray) none = dui_place_codes_get_siblings (dui_place_codes_lookup ("100000"));
  g_autoptr (GPtrArray) provinces
      = dui_place_codes_get_siblings (dui_place_codes_lookup ("110000"));
  g_autofree char *names = join_names (siblings);

  g_assert_cmpstr (names, ==,
                   "华龙区 南乐县 范县 台前县 濮阳县 河南濮阳工业园区 濮阳经济技术开发区");
  g_assert_cmpint (none->len, ==, 0);
  g_assert_cmpint (provinces->len, ==, 30);
}

static void
test_country (void)
{
  g_autoptr (GPtrArray) provinces = children_of (DUI_COUNTRY_CODE);
  const DuiPlaceCode *country = dui_place_codes_lookup (DUI_COUNTRY_CODE);
  g_autofree char *path = dui_place_codes_get_path (country);

  g_assert_cmpint (provinces->len, ==, 31);
  assert_child (provinces, 0, "110000", "北京市", DUI_PLACE_PROVINCE);
  assert_child (provinces, 30, "650000", "新疆维吾尔自治区", DUI_PLACE_PROVINCE);
  g_assert_null (dui_place_codes_get_parent (country));
  g_assert_cmpstr (path, ==, "全国");
}

/* 市辖区 and 县 are no places: a municipality's districts and counties are its own. */
static void
test_municipalities (void)
{
  g_autoptr (GPtrArray) beijing = children_of ("110000");
  g_autoptr (GPtrArray) chongqing = children_of ("500000");
  g_autoptr (GPtrArray) siblings
      = dui_place_codes_get_siblings (dui_place_codes_lookup ("500229"));
  g_autofree char *names = join_names (beijing);

  g_assert_cmpstr (names, ==,
                   "东城区 西城区 朝阳区 丰台区 石景山区 海淀区 门头沟区 房山区 通州区 顺义区 昌平区 "
                   "大兴区 怀柔区 平谷区 密云区 延庆区");
  g_assert_cmpint (chongqing->len, ==, 38);
  assert_child (chongqing, 37, "500243", "彭水苗族土家族自治县", DUI_PLACE_COUNTY);
  g_assert_cmpint (siblings->len, ==, 37);
  g_assert_null (dui_place_codes_lookup ("110100"));
  g_assert_null (dui_place_codes_lookup ("500200"));
}

/* Counties directly below their province rank with its cities. */
static void
test_province (void)
{
  g_autoptr (GPtrArray) henan = children_of ("410000");

  g_assert_cmpint (henan->len, ==, 18);
  assert_child (henan, 8, "410900", "濮阳市", DUI_PLACE_CITY);
  assert_child (henan, 17, "419001", "济源市", DUI_PLACE_COUNTY);
  g_assert_null (dui_place_codes_lookup ("419000"));
}

static void
assert_city_of_townships (const char *code, guint n_townships, const char *first_code,
                          const char *first_name)
{
  g_autoptr (GPtrArray) townships = children_of (code);

  g_assert_cmpint (dui_place_codes_lookup (code)->kind, ==, DUI_PLACE_CITY);
  g_assert_cmpint (townships->len, ==, n_townships);
  assert_child (townships, 0, first_code, first_name, DUI_PLACE_TOWNSHIP);
}

static void
test_cities_without_counties (void)
{
  assert_city_of_townships ("441900", 36, "441900003", "东城街道");
  assert_city_of_townships ("442000", 23, "442000001", "石岐街道");
  assert_city_of_townships ("460400", 18, "460400100", "那大镇");
  assert_city_of_townships ("620200", 5, "620201001", "雄关街道");
  g_assert_null (dui_place_codes_lookup ("620201"));
}

static void
test_unknown (void)
{
  static const char *const codes[]
      = { "", "4", "41", "4109", "41092", "410923999", "4109221", "999999", "410922 ", "清丰县" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_null (dui_place_codes_lookup (codes[i]));
}

/* Walks the whole table from the country down, by what the header offers only. */
static void
walk (const DuiPlaceCode *place, GHashTable *seen, GPtrArray *all)
{
  g_autoptr (GPtrArray) children = dui_place_codes_get_children (place);

  g_assert_true (g_hash_table_add (seen, (gpointer) place->code));
  g_assert_true (dui_place_codes_lookup (place->code) == place);
  g_ptr_array_add (all, (gpointer) place);
  for (guint i = 0; i < children->len; i++)
    {
      const DuiPlaceCode *child = g_ptr_array_index (children, i);

      g_assert_true (dui_place_codes_get_parent (child) == place);
      g_assert_cmpint (child->kind, >, place->kind);
      walk (child, seen, all);
    }
}

static gint
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const DuiPlaceCode *const *) a)->code,
                    (*(const DuiPlaceCode *const *) b)->code);
}

/* The table says the same as the package it was made from: resources/codes/places.sha256 is of the
 * listing that make-codes.py takes from the package's own fields, parents included. */
static void
test_listing (void)
{
  g_autofree char *file
      = g_test_build_filename (G_TEST_DIST, "..", "resources", "codes", "places.sha256", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n[DUI_PLACE_TOWNSHIP + 1] = { 0 };

  walk (dui_place_codes_lookup (DUI_COUNTRY_CODE), seen, all);
  g_ptr_array_sort (all, compare_codes);
  for (guint i = 0; i < all->len; i++)
    {
      const DuiPlaceCode *place = g_ptr_array_index (all, i);
      const DuiPlaceCode *parent = dui_place_codes_get_parent (place);
      g_autofree char *line
          = g_strdup_printf ("%s\t%s\t%s\t%s\n", place->code, parent ? parent->code : "",
                             dui_place_kind_to_nick (place->kind), place->name);

      n[place->kind]++;
      g_checksum_update (checksum, (const guchar *) line, -1);
    }

  g_assert_cmpint (n[DUI_PLACE_PROVINCE], ==, 31);
  g_assert_cmpint (n[DUI_PLACE_CITY], ==, 333);
  g_assert_cmpint (n[DUI_PLACE_COUNTY], ==, 2974);
  g_assert_cmpint (n[DUI_PLACE_TOWNSHIP], ==, 41352);
  g_assert_true (g_file_get_contents (file, &expected, NULL, NULL));
  g_assert_cmpstr (g_checksum_get_string (checksum), ==, g_strstrip (expected));
}

static char *
find (const char *text, DuiPlaceKind lowest, guint limit)
{
  g_autoptr (GPtrArray) places = dui_place_codes_search (text, lowest, limit);

  return join_names (places);
}

static void
assert_found (const char *text, DuiPlaceKind lowest, const char *expected)
{
  g_autofree char *names = find (text, lowest, 5);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) many = dui_place_codes_search ("县", DUI_PLACE_COUNTY, G_MAXUINT);

  assert_found ("清丰", DUI_PLACE_COUNTY, "清丰县");
  assert_found ("清丰县", DUI_PLACE_COUNTY, "清丰县");
  assert_found (" 濮阳　清丰 ", DUI_PLACE_COUNTY, "清丰县");
  assert_found ("河南 濮阳", DUI_PLACE_COUNTY, "濮阳市 濮阳县 濮阳经济技术开发区 河南濮阳工业园区");
  assert_found ("福建 鼓楼", DUI_PLACE_COUNTY, "鼓楼区");
  assert_found ("410922", DUI_PLACE_COUNTY, "清丰县");
  assert_found ("４１０９２２", DUI_PLACE_COUNTY, "清丰县");
  assert_found ("41092220", DUI_PLACE_TOWNSHIP, "六塔乡 巩营乡 马村乡 高堡乡 古城乡");
  assert_found ("马庄桥", DUI_PLACE_COUNTY, "");
  assert_found ("马庄桥", DUI_PLACE_TOWNSHIP, "马庄桥镇");
  assert_found ("全国", DUI_PLACE_COUNTY, "全国");
  assert_found ("没有这个地方", DUI_PLACE_TOWNSHIP, "");
  assert_found ("", DUI_PLACE_TOWNSHIP, "");
  assert_found (" 　", DUI_PLACE_TOWNSHIP, "");
  assert_found ("0922", DUI_PLACE_TOWNSHIP, "");
  g_assert_cmpint (many->len, >, 1400);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("lookup", (GThreadFunc) dui_place_codes_lookup, "410922");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == dui_place_codes_lookup ("410922"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-codes/threads", test_threads);
  g_test_add_func ("/place-codes/county", test_county);
  g_test_add_func ("/place-codes/siblings", test_siblings);
  g_test_add_func ("/place-codes/country", test_country);
  g_test_add_func ("/place-codes/municipalities", test_municipalities);
  g_test_add_func ("/place-codes/province", test_province);
  g_test_add_func ("/place-codes/cities-without-counties", test_cities_without_counties);
  g_test_add_func ("/place-codes/unknown", test_unknown);
  g_test_add_func ("/place-codes/listing", test_listing);
  g_test_add_func ("/place-codes/search", test_search);
  return g_test_run ();
}
