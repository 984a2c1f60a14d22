/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "county.h"

#include <string.h>

#include "exchange/in/sheet.h"
#include "model/place-codes.h"

#define HOME "410922"

static const struct
{
  const char *code, *name, *measure, *shown_measure;
  int shown_shift, decimals;
  DuiIndicatorKind kind;
  DuiDirection direction;
} indicators[] = {
  { "output", "工业总产值", "万元", "亿元", 4, 2, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER },
  { "investment", "固定资产投资", "万元", "亿元", 4, 2, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER },
  { "industrial-investment", "工业投资", "万元", "亿元", 4, 2, DUI_KIND_CUMULATIVE,
    DUI_DIRECTION_HIGHER },
  { "upgrade-investment", "技改投资", "万元", "亿元", 4, 2, DUI_KIND_CUMULATIVE,
    DUI_DIRECTION_HIGHER },
  { "revenue", "规上营业收入", "万元", "亿元", 4, 2, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER },
  { "tax", "工业税收", "万元", "亿元", 4, 2, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER },
  { "electricity", "工业用电量", "万千瓦时", "亿千瓦时", 4, 2, DUI_KIND_CUMULATIVE,
    DUI_DIRECTION_HIGHER },
  { "energy", "单位产值能耗", "吨标准煤/万元", "吨标准煤/万元", 0, 3, DUI_KIND_LEVEL,
    DUI_DIRECTION_LOWER },
  { "attracted-funds", "招商到位资金", "万元", "亿元", 4, 2, DUI_KIND_CUMULATIVE,
    DUI_DIRECTION_HIGHER },
  { "value-added", "规上增加值增速", "%", "%", 0, 1, DUI_KIND_GROWTH_ONLY, DUI_DIRECTION_HIGHER },
};

static guint
add_place (GPtrArray *places, const DuiPlaceCode *code)
{
  static const char *const no_aliases[] = { NULL }, *const aliases[]
                                                    = { "仙庄", "老仙庄公社", NULL };

  g_ptr_array_add (places,
                   g_object_new (DUI_TYPE_PLACE, "id", (gint64) places->len + 1, "kind",
                                 (int) code->kind, "code", code->code, "name", code->name, "order",
                                 (int) places->len, "aliases",
                                 g_str_equal (code->name, "仙庄镇") ? aliases : no_aliases, NULL));
  return places->len - 1;
}

static void
add_members (GPtrArray *places,
             GArray *memberships,
             GPtrArray *codes,
             guint parent,
             const char *known,
             guint known_index)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const DuiPlaceCode *code = g_ptr_array_index (codes, i);
      gboolean is_known = known && g_str_equal (code->code, known);
      DuiMembership membership
          = { .parent = parent, .to = G_MAXINT32, .ranked = TRUE, .in_total = TRUE };

      membership.place = is_known ? known_index : add_place (places, code);
      g_array_append_val (memberships, membership);
    }
}

static GPtrArray *
make_indicators (gboolean with_january)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    g_ptr_array_add (
        made, g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) i + 1, "code", indicators[i].code,
                            "name", indicators[i].name, "measure", indicators[i].measure,
                            "shown-measure", indicators[i].shown_measure, "shown-shift",
                            indicators[i].shown_shift, "scale", 4, "decimals",
                            indicators[i].decimals, "kind", (int) indicators[i].kind, "direction",
                            (int) indicators[i].direction, "calendar",
                            (int) (with_january ? DUI_CALENDAR_WITH_JANUARY : DUI_CALENDAR_MONTHLY),
                            "growth-source", (int) DUI_GROWTH_REPORTED, NULL));
  return made;
}

County *
county_new (gboolean with_january)
{
  County *self = g_new0 (County, 1);
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (DuiMembership));
  const DuiPlaceCode *home = dui_place_codes_lookup (HOME);
  const DuiPlaceCode *city = dui_place_codes_get_parent (home);
  g_autoptr (GPtrArray) townships = dui_place_codes_get_children (home);
  g_autoptr (GPtrArray) counties = dui_place_codes_get_children (city);
  guint city_index, home_index = add_place (places, home);

  add_members (places, memberships, townships, home_index, NULL, 0);
  city_index = add_place (places, city);
  add_members (places, memberships, counties, city_index, HOME, home_index);
  self->catalog = dui_catalog_new (
      places, home_index, (const DuiMembership *) (gpointer) memberships->data, memberships->len,
      make_indicators (with_january), &dui_rules_default, FALSE, NULL);
  self->panels
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) dui_panel_unref);
  self->options.period = DUI_PERIOD_NONE;
  self->options.today = dui_period_new (2021, 12);
  return self;
}

void
county_free (County *self)
{
  g_hash_table_unref (self->panels);
  dui_catalog_unref (self->catalog);
  g_free (self);
}

guint
county_place (County *self, const char *code)
{
  guint place = dui_catalog_find_code (self->catalog, code);

  g_assert_cmpuint (place, !=, DUI_NO_PLACE);
  return place;
}

DuiPanel *
county_get_panel (DuiIndicator *indicator, gpointer county, GError **error)
{
  County *self = county;
  const char *code = dui_indicator_get_code (indicator);
  DuiPanel *panel = g_hash_table_lookup (self->panels, code);

  if (!panel)
    {
      panel = dui_panel_new (self->catalog, indicator, dui_period_new (2018, 1),
                             dui_period_new (2023, 12));
      g_hash_table_insert (self->panels, (gpointer) code, panel);
    }
  return dui_panel_ref (panel);
}

static DuiAmount
parse (const char *text, int scale, int shift)
{
  DuiAmount amount = DUI_AMOUNT_MISSING;

  if (text)
    g_assert_true (dui_amount_parse (text, scale, shift, &amount, NULL, NULL));
  return amount;
}

void
county_put (County *self,
            const char *place,
            const char *indicator,
            const char *period,
            const char *value,
            const char *base,
            const char *growth,
            DuiFigureStatus status)
{
  g_autoptr (DuiPanel) panel
      = county_get_panel (dui_catalog_get_indicator (self->catalog, indicator), self, NULL);
  DuiFigureValues values
      = { parse (value, 4, 0), parse (base, 4, 0), parse (growth, DUI_GROWTH_SCALE, -2), status };
  DuiPeriod at;

  g_assert_true (dui_period_parse (period, &at, NULL));
  dui_panel_set_figure (panel, county_place (self, place), at, &values);
}

void
county_take (County *self, DuiBatch *batch)
{
  g_assert_cmpuint (batch->new_places->len, ==, 0);
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);
      DuiFigureValues values = { row->value, row->base, row->growth, row->status };
      g_autoptr (DuiPanel) panel = NULL;

      if (row->verdict != DUI_ROW_NEW && row->verdict != DUI_ROW_CHANGED)
        continue;
      panel = county_get_panel (g_ptr_array_index (self->catalog->indicators, row->indicator), self,
                                NULL);
      dui_panel_set_figure (panel, row->place, row->period, &values);
    }
}

DuiBatch *
county_import (County *self, const char *path, GError **error)
{
  return dui_import_read (path, self->catalog, &self->options, county_get_panel, self, error);
}

static const char *
place_label (County *self, DuiBatch *batch, guint32 place)
{
  DuiPlace *object;

  if (place == DUI_NO_PLACE)
    return "-";
  if (place >= self->catalog->places->len)
    return g_ptr_array_index (batch->new_places, place - self->catalog->places->len);
  object = dui_catalog_get_place (self->catalog, place);
  return dui_place_get_code (object);
}

static void
print_amount (GString *text, const char *label, DuiAmount amount, int scale, const char *unit)
{
  g_autofree char *decimal = dui_amount_to_string (amount, scale);

  if (decimal)
    g_string_append_printf (text, " %s%s%s", label, decimal, unit);
}

static void
print_row (County *self, DuiBatch *batch, const DuiBatchRow *row, GString *text)
{
  static const char *const verdicts[] = { "new", "changed", "same", "refused", "compared" };
  g_autofree char *cell = dui_cell_name (row->row - 1, row->column - 1u);

  g_string_append_printf (text, "%s %s %s", verdicts[row->verdict], cell,
                          place_label (self, batch, row->place));
  if (row->indicator != G_MAXUINT16 && row->period != DUI_PERIOD_NONE)
    {
      g_autofree char *period = dui_period_to_string (row->period);

      g_string_append_printf (
          text, " %s %s",
          dui_indicator_get_code (g_ptr_array_index (self->catalog->indicators, row->indicator)),
          period);
    }
  print_amount (text, "", row->value, 4, "");
  print_amount (text, "base ", row->base, 4, "");
  print_amount (text, "growth ", row->growth, DUI_GROWTH_SCALE - 2, "%");
  if (row->status == DUI_STATUS_ESTIMATE || row->status == DUI_STATUS_FINAL)
    g_string_append_printf (text, " %s", dui_figure_status_to_nick (row->status));
  g_string_append_c (text, '\n');
}

static void
print_notices (GPtrArray *notices, const char *kind, GString *text)
{
  for (guint i = 0; i < notices->len; i++)
    {
      const DuiNotice *notice = g_ptr_array_index (notices, i);

      g_string_append_printf (text, "%s %u:%u %s\n", kind, notice->row, notice->column,
                              notice->text);
    }
}

char *
county_print (County *self, DuiBatch *batch)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < batch->rows->len; i++)
    print_row (self, batch, &g_array_index (batch->rows, DuiBatchRow, i), text);
  print_notices (batch->errors, "error", text);
  print_notices (batch->warnings, "warning", text);
  return g_string_free (text, FALSE);
}
