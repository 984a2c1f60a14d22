/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "county.h"

static const char *const case_names[]
    = { "normal", "good",       "equal", "negative", "giant", "over",   "holes",
        "silent", "untargeted", "zero",  "sums",     "long",  "english" };

const char *
county_case_name (CountyCase kind)
{
  return case_names[kind];
}

static char *
place_name (const CountySpec *spec, guint index)
{
  static const char syllables[]
      = "马庄桥瓦屋头仙柳格韩村阳邵固城双庙古大流高堡六塔巩营纸房经济技术开发区";
  glong n = g_utf8_strlen (syllables, -1);
  guint length = spec->kind == COUNTY_LONG ? 1 + index % 30 : 2 + index % 3;
  g_autoptr (GString) name = g_string_new (NULL);

  if (spec->kind == COUNTY_ENGLISH)
    return g_strdup_printf ("%s Economic Development Zone %u", index % 2 ? "Qingfeng" : "Ma",
                            index);
  for (guint i = 0; i < length; i++)
    {
      const char *at = g_utf8_offset_to_pointer (syllables, (glong) (index * 7 + i * 5) % n);
      g_string_append_unichar (name, g_utf8_get_char (at));
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static GPtrArray *
make_places (const CountySpec *spec)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i <= spec->n_places; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup ("清丰县") : place_name (spec, i);

      g_ptr_array_add (places, g_object_new (DUI_TYPE_PLACE, "id", (gint64) i + 1, "name", name,
                                             "kind", i == 0 ? DUI_PLACE_COUNTY : DUI_PLACE_TOWNSHIP,
                                             "order", (int) i, NULL));
    }
  return places;
}

static DuiIndicator *
make_indicator (const CountySpec *spec)
{
  if (g_str_equal (spec->indicator, "energy"))
    return g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", "energy", "name",
                         "单位产值能耗", "measure", "吨标准煤/万元", "shown-measure",
                         "吨标准煤/万元", "decimals", 4, "kind", DUI_KIND_LEVEL, "direction",
                         DUI_DIRECTION_LOWER, NULL);
  if (g_str_equal (spec->indicator, "growth"))
    return g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", "value-added", "name",
                         "规上增加值增速", "measure", "%", "shown-measure", "%", "decimals", 1,
                         "kind", DUI_KIND_GROWTH_ONLY, NULL);
  return g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", "output", "name", "工业总产值",
                       "measure", "万元", "shown-measure", "亿元", "shown-shift", 4, "decimals", 2,
                       NULL);
}

/* A number from 0 to 999 that looks like chance and is always the same. */
static guint
chance (guint place, guint what)
{
  return (place * 7919 + what * 104729 + place * what * 31) % 1000;
}

/* The year's target in 万元. */
static gint64
target_of (const CountySpec *spec, guint place)
{
  gint64 size = 4000 + 180 * (gint64) chance (place, 1);

  if (place == 0)
    return 2000000;
  if (spec->kind == COUNTY_EQUAL)
    return 50000;
  if (spec->kind == COUNTY_GIANT && place == 1)
    return 40000000;
  return spec->kind == COUNTY_ZERO ? 0 : size;
}

/* In per mille of the year's target at the end of @month. */
static int
completion_of (const CountySpec *spec, guint place, int month)
{
  int tail = (int) chance (place, 2);

  switch (spec->kind)
    {
    case COUNTY_GOOD:
      return month * (84 + tail / 50);
    case COUNTY_EQUAL:
      return month * 70;
    case COUNTY_NEGATIVE:
      return place % 4 == 1 ? month * 150 : -month * (tail / 20);
    case COUNTY_OVER:
      return place % 3 == 0 ? month * (70 + tail) : month * 60;
    case COUNTY_ZERO:
      return 0;
    default:
      return month * (45 + tail / 20);
    }
}

static gboolean
is_reported (const CountySpec *spec, guint place, int month)
{
  if (spec->kind == COUNTY_SILENT || (spec->kind == COUNTY_SUMS && place == 0))
    return FALSE;
  return spec->kind != COUNTY_HOLES || (place % 3 != 2 && (month + (int) place) % 4 != 1);
}

static void
add_figure (DuiPanel *panel, const CountySpec *spec, guint place, DuiPeriod period)
{
  int month = dui_period_month (period);
  DuiFigureValues values = DUI_FIGURE_VALUES_NONE;

  values.status = DUI_STATUS_PRELIMINARY;
  if (g_str_equal (spec->indicator, "growth"))
    values.growth = (completion_of (spec, place, month) - 400) * 100000000ll / 10;
  else if (g_str_equal (spec->indicator, "energy"))
    values.value = 3000 + completion_of (spec, place, 6) * 5 + month * 20;
  else
    {
      values.value = target_of (spec, place) * 10 * completion_of (spec, place, month);
      values.base = values.value * 9 / 10;
    }
  dui_panel_set_figure (panel, place, period, &values);
}

static void
add_target (GArray *targets, guint place, DuiTier tier, gint64 value, DuiDay effective)
{
  DuiTarget target = { place, 2021, tier, value, effective, "清政〔2021〕12号" };

  g_array_append_val (targets, target);
}

static void
add_targets (GArray *targets, const CountySpec *spec, guint place)
{
  gint64 value = target_of (spec, place) * 10000;

  if (spec->kind == COUNTY_UNTARGETED || (spec->kind == COUNTY_HOLES && place % 5 == 4))
    return;
  if (g_str_equal (spec->indicator, "growth"))
    value = 85000;
  else if (g_str_equal (spec->indicator, "energy"))
    value = 5000;
  add_target (targets, place, DUI_TIER_AGREED, value, 20210101);
  if (spec->kind == COUNTY_NORMAL || spec->kind == COUNTY_LONG)
    add_target (targets, place, DUI_TIER_STRETCH, value * (104 + place % 9) / 100, 20210101);
  if (spec->kind == COUNTY_NORMAL && place % 4 == 0)
    add_target (targets, place, DUI_TIER_ADJUSTED, value * 115 / 100, 20210801);
}

DuiPanel *
county_new (const CountySpec *spec, DuiPeriod last)
{
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (DuiMembership));
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (DuiTarget));
  GPtrArray *indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DuiCatalog) catalog = NULL;
  DuiPanel *panel;

  g_ptr_array_add (indicators, make_indicator (spec));
  for (guint place = 1; place <= spec->n_places; place++)
    {
      DuiMembership membership = { place, 0, 0, G_MAXINT32, TRUE, TRUE };
      g_array_append_val (memberships, membership);
    }
  catalog = dui_catalog_new (make_places (spec), 0, (const DuiMembership *) memberships->data,
                             memberships->len, indicators, &dui_rules_default, FALSE,
                             "清丰县工业和信息化局");
  panel
      = dui_panel_new (catalog, g_ptr_array_index (indicators, 0), dui_period_new (2020, 1), last);
  for (guint place = 0; place <= spec->n_places; place++)
    {
      for (DuiPeriod period = dui_period_new (2020, 2); period <= last; period++)
        if (dui_period_is_published (period, DUI_CALENDAR_MONTHLY)
            && is_reported (spec, place, dui_period_month (period)))
          add_figure (panel, spec, place, period);
      add_targets (targets, spec, place);
    }
  dui_panel_set_targets (panel, (const DuiTarget *) targets->data, targets->len);
  return panel;
}
