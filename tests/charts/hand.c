/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"

#define FIRST_YEAR 2020

struct _Hand
{
  HandIndicator indicator;
  guint n_townships;
  DuiPanel *panel;
  GArray *targets;
};

static DuiIndicator *
make_indicator (HandIndicator indicator)
{
  switch (indicator)
    {
    case HAND_ENERGY:
      return g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", "energy", "name",
                           "单位产值能耗", "measure", "吨标准煤/万元", "shown-measure",
                           "吨标准煤/万元", "decimals", 2, "kind", DUI_KIND_LEVEL, "direction",
                           DUI_DIRECTION_LOWER, NULL);
    case HAND_GROWTH:
      return g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", "value-added", "name",
                           "规上增加值增速", "measure", "%", "shown-measure", "%", "decimals", 1,
                           "kind", DUI_KIND_GROWTH_ONLY, NULL);
    case HAND_OUTPUT:
    default:
      return g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", "output", "name",
                           "工业总产值", "measure", "万元", "shown-measure", "亿元", "shown-shift",
                           4, "decimals", 2, NULL);
    }
}

static DuiCatalog *
make_catalog (HandIndicator indicator, guint n_townships)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (DuiMembership));

  for (guint i = 0; i <= n_townships; i++)
    {
      DuiMembership membership = { i, 0, 0, G_MAXINT32, TRUE, TRUE };
      g_autofree char *name
          = i == 0 ? g_strdup ("清丰县") : g_strdup_printf ("%c镇", (char) ('A' + (i - 1) % 26));

      if (i > 0)
        g_array_append_val (memberships, membership);
      g_ptr_array_add (places,
                       g_object_new (DUI_TYPE_PLACE, "id", (gint64) i + 1, "name", name, "kind",
                                     i == 0 ? DUI_PLACE_COUNTY : DUI_PLACE_TOWNSHIP, NULL));
    }
  g_ptr_array_add (indicators, make_indicator (indicator));
  return dui_catalog_new (places, 0, (const DuiMembership *) memberships->data, memberships->len,
                          indicators, &dui_rules_default, FALSE, NULL);
}

Hand *
hand_new (HandIndicator indicator, guint n_townships)
{
  Hand *self = g_new0 (Hand, 1);
  g_autoptr (DuiCatalog) catalog = make_catalog (indicator, n_townships);

  self->indicator = indicator;
  self->n_townships = n_townships;
  self->panel = dui_panel_new (catalog, g_ptr_array_index (catalog->indicators, 0),
                               dui_period_new (FIRST_YEAR, 1), dui_period_new (FIRST_YEAR + 1, 12));
  self->targets = g_array_new (FALSE, FALSE, sizeof (DuiTarget));
  return self;
}

void
hand_free (Hand *self)
{
  dui_panel_unref (self->panel);
  g_array_unref (self->targets);
  g_free (self);
}

static DuiPeriod
parse_month (const char *month)
{
  DuiPeriod period = DUI_PERIOD_NONE;

  g_assert_true (dui_period_parse (month, &period, NULL));
  return period;
}

static DuiAmount
parse (const Hand *self, const char *text)
{
  DuiAmount amount = DUI_AMOUNT_MISSING;

  g_assert_true (
      dui_amount_parse (text, 4, self->indicator == HAND_OUTPUT ? 4 : 0, &amount, NULL, NULL));
  return amount;
}

void
hand_set_figure (Hand *self, guint place, const char *month, const char *value)
{
  DuiFigureValues values = DUI_FIGURE_VALUES_NONE;

  values.status = DUI_STATUS_PRELIMINARY;
  if (self->indicator == HAND_GROWTH)
    g_assert_true (dui_amount_parse (value, DUI_GROWTH_SCALE, -2, &values.growth, NULL, NULL));
  else
    values.value = parse (self, value);
  dui_panel_set_figure (self->panel, place, parse_month (month), &values);
}

void
hand_set_target (Hand *self, guint place, DuiTier tier, const char *value, const char *effective)
{
  DuiTarget target = { place, FIRST_YEAR + 1, tier, parse (self, value), 20210101, NULL };

  if (effective)
    {
      g_assert_true (dui_day_parse (effective, &target.effective, NULL));
      target.document = "清政〔2021〕12号";
    }
  g_array_append_val (self->targets, target);
  dui_panel_set_targets (self->panel, (const DuiTarget *) self->targets->data, self->targets->len);
}

DuiChart *
hand_chart_of (Hand *self, const char *kind, const char *month, guint place, DuiTier tier)
{
  DuiChartSubject subject = { self->panel, place, parse_month (month), tier, "2021-12-18" };

  return dui_chart_new_for_kind (kind, &subject);
}

DuiChart *
hand_chart (Hand *self, const char *kind, const char *month)
{
  return hand_chart_of (self, kind, month, 0, DUI_TIER_ASSESSED);
}
