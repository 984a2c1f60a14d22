/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "county.h"

#include "model/place-codes.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

typedef struct
{
  guint place;
  DuiPeriod period;
  DuiFigureValues values;
} Figure;

static const char *const township_names[]
    = { "城关镇", "马庄桥镇", "瓦屋头镇", "仙庄镇", "柳格镇", "韩村镇",
        "固城镇", "双庙乡",   "纸房乡",   "巩营乡", "马村乡", "高堡乡",
        "古城乡", "大流乡",   "大屯乡",   "六塔乡", "阳邵乡" };

typedef struct
{
  const char *code;
  const char *name;
  const char *measure;
  const char *shown_measure;
  int shift;
  int decimals;
  DuiIndicatorKind kind;
  DuiDirection direction;
} Known;

static const Known known[] = {
  { "output", "工业总产值", "万元", "亿元", 4, 2 },
  { "investment", "固定资产投资", "万元", "亿元", 4, 2 },
  { "electricity", "工业用电量", "万千瓦时", "亿千瓦时", 4, 2 },
  { "energy", "单位产值能耗", "吨标准煤/万元", "吨标准煤/万元", 0, 3, DUI_KIND_LEVEL,
    DUI_DIRECTION_LOWER },
  { "attracted-funds", "招商到位资金", "万元", "亿元", 4, 2 },
  { "value-added", "规上增加值增速", "%", "%", 0, 1, DUI_KIND_GROWTH_ONLY },
  { "jobs", "从业人员", "人", "人", 0, 0, DUI_KIND_LEVEL },
};

static DuiIndicator *
make_indicator (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].code, code))
      return g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", code, "name",
                           known[i].name, "measure", known[i].measure, "shown-measure",
                           known[i].shown_measure, "shown-shift", known[i].shift, "decimals",
                           known[i].decimals, "kind", (int) known[i].kind, "direction",
                           (int) known[i].direction, NULL);
  g_assert_not_reached ();
}

static void
add_place (County *self, DuiPlaceKind kind, const char *code, const char *name)
{
  DuiMembership membership = { self->places->len, 0, 0, G_MAXINT32, TRUE, TRUE };

  if (self->places->len > 0)
    g_array_append_val (self->memberships, membership);
  g_ptr_array_add (self->places, g_object_new (DUI_TYPE_PLACE, "id", (gint64) self->places->len + 1,
                                               "kind", (int) kind, "code", code, "name", name,
                                               "order", (int) self->places->len, NULL));
}

static County *
county_alloc (const char *indicator)
{
  County *self = g_new0 (County, 1);

  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->memberships = g_array_new (FALSE, FALSE, sizeof (DuiMembership));
  self->figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  self->targets = g_array_new (FALSE, FALSE, sizeof (DuiTarget));
  self->plans = g_array_new (FALSE, FALSE, sizeof (DuiPlan));
  self->indicator = make_indicator (indicator);
  self->rules = dui_rules_default;
  add_place (self, DUI_PLACE_COUNTY, "410922", "清丰县");
  return self;
}

County *
county_new (const char *indicator, guint n_townships)
{
  County *self = county_alloc (indicator);

  for (guint i = 0; i < n_townships; i++)
    {
      g_autofree char *name = i < G_N_ELEMENTS (township_names) ? g_strdup (township_names[i])
                                                                : g_strdup_printf ("第%u镇", i + 1);

      add_place (self, DUI_PLACE_TOWNSHIP, NULL, name);
    }
  return self;
}

void
county_free (County *self)
{
  g_ptr_array_unref (self->places);
  g_array_unref (self->memberships);
  g_array_unref (self->figures);
  g_array_unref (self->targets);
  g_array_unref (self->plans);
  g_object_unref (self->indicator);
  g_free (self);
}

void
county_set_name (County *self, guint place, const char *name)
{
  g_object_unref (g_ptr_array_index (self->places, place));
  self->places->pdata[place]
      = g_object_new (DUI_TYPE_PLACE, "id", (gint64) place + 1, "kind", (int) DUI_PLACE_TOWNSHIP,
                      "name", name, "order", (int) place, NULL);
}

DuiPeriod
county_period (const char *text)
{
  DuiPeriod period = DUI_PERIOD_NONE;

  g_assert_true (dui_period_parse (text, &period, NULL));
  return period;
}

static DuiAmount
parse (const char *text, int scale, int shift)
{
  DuiAmount amount = DUI_AMOUNT_MISSING;

  if (text && text[0] != '\0')
    g_assert_true (dui_amount_parse (text, scale, shift, &amount, NULL, NULL));
  return amount;
}

static void
add_figure (County *self,
            guint place,
            DuiPeriod period,
            const char *const texts[3],
            DuiFigureStatus status)
{
  Figure figure = { place, period };

  figure.values.value = parse (texts[0], DUI_SCALE_DEFAULT, 0);
  figure.values.base = parse (texts[1], DUI_SCALE_DEFAULT, 0);
  figure.values.growth = parse (texts[2], DUI_GROWTH_SCALE, -2);
  figure.values.status = status;
  g_array_append_val (self->figures, figure);
}

static void
add_target (County *self, guint place, const char *const texts[4])
{
  DuiTarget target = { .place = place, .value = parse (texts[1], DUI_SCALE_DEFAULT, 0) };

  g_assert_true (dui_tier_from_nick (texts[0], &target.tier));
  g_assert_true (dui_day_parse (texts[2], &target.effective, NULL));
  target.year = target.effective / 10000;
  target.document = texts[3] && texts[3][0] != '\0' ? g_intern_string (texts[3]) : NULL;
  g_array_append_val (self->targets, target);
}

static void
tell_clause (County *self, const char *clause)
{
  g_auto (GStrv) words = g_strsplit (clause, " ", -1);
  gboolean target = g_str_equal (words[0], "target");
  gboolean estimate = g_str_equal (words[0], "estimate");
  guint first = target || estimate ? 1 : 0, n = g_strv_length (words);
  const char *texts[4] = { NULL };
  guint place = (guint) atoi (words[first]);

  if (target)
    {
      for (guint i = 0; i < 4 && i + 2 < n; i++)
        texts[i] = words[i + 2];
      add_target (self, place, texts);
      return;
    }
  for (guint i = 0; i < 3 && first + 2 + i < n; i++)
    texts[i] = g_str_equal (words[first + 2 + i], "-") ? NULL : words[first + 2 + i];
  add_figure (self, place, county_period (words[first + 1]), texts,
              estimate ? DUI_STATUS_ESTIMATE : DUI_STATUS_PRELIMINARY);
}

void
county_tell (County *self, const char *story)
{
  g_auto (GStrv) clauses = g_strsplit (story, ";", -1);

  for (guint i = 0; clauses[i]; i++)
    if (*g_strstrip (clauses[i]) != '\0')
      tell_clause (self, clauses[i]);
}

/* Places differ in size, growth and completion by whole numbers without a common factor. */
County *
county_new_busy (guint n_townships)
{
  County *self = county_new ("output", n_townships);

  for (guint place = 0; place <= n_townships; place++)
    for (int month = 2; month <= 11; month++)
      {
        int size = place == 0 ? 9000000 : 1000 + (int) place * 137 % 9001;
        int value = size / 12 * month * (int) (88 + place * 37 % 31) / 100;
        g_autofree char *story
            = g_strdup_printf ("%u 2020-%02d %d; %u 2021-%02d %d %d", place, month, value, place,
                               month, value * (int) (97 + place * 53 % 23) / 100, value);

        county_tell (self, story);
        if (month == 2)
          {
            g_autofree char *target
                = g_strdup_printf ("target %u agreed %d 2021-01-01", place, size);

            county_tell (self, target);
          }
      }
  return self;
}

gboolean
county_speak (const char *language)
{
  static const char longest[] = "{{place}}, {{period}}: {{indicator}} {{C}}, {{growth}} on a year "
                                "earlier, {{r}} of the annual "
                                "target; {{pace}}, {{verdict}}.";

  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  /* Also tells gettext that what it found in another language no longer holds. */
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DUI_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (g_str_equal (language, "en") || !g_str_equal (g_dgettext (GETTEXT_PACKAGE, longest), longest))
    return TRUE;
  g_test_skip ("not translated yet");
  return FALSE;
}

static guint
find_place (County *self, const char *code)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_strcmp0 (dui_place_get_code (g_ptr_array_index (self->places, i)), code) == 0)
      return i;
  return DUI_NO_PLACE;
}

static void
read_plan (County *self, GStrv fields)
{
  DuiPlan plan = { .year = atoi (fields[2]) };

  for (guint i = 0; i < 12; i++)
    plan.share[i] = (gint32) parse (fields[3 + i], 4, 0);
  g_array_append_val (self->plans, plan);
}

/* @head is the line that the line of a place belongs to; another indicator's lines are no
 * places. */
static void
read_line (County *self, GStrv head, GStrv fields)
{
  guint place = find_place (self, fields[0]);
  guint n = g_strv_length (fields);
  DuiFigureStatus status;

  if (place == DUI_NO_PLACE || g_strcmp0 (head[1], dui_indicator_get_code (self->indicator)) != 0)
    return;
  if (g_str_equal (head[0], "figures"))
    {
      const char *const texts[3]
          = { fields[1], n > 2 ? fields[2] : NULL, n > 3 ? fields[3] : NULL };

      g_assert_true (dui_figure_status_from_nick (head[3], &status));
      add_figure (self, place, county_period (head[2]), texts, status);
    }
  else if (g_str_equal (head[0], "targets"))
    {
      const char *const texts[4]
          = { head[3], fields[1], head[4], g_strv_length (head) > 5 ? head[5] : NULL };

      add_target (self, place, texts);
    }
}

County *
county_new_sample (const char *root, const char *indicator)
{
  County *self = county_alloc (indicator);
  g_autoptr (GPtrArray) townships
      = dui_place_codes_get_children (dui_place_codes_lookup ("410922"));
  g_autofree char *path = g_build_filename (root, "resources/sample/sample.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) head = NULL;

  for (guint i = 0; i < townships->len; i++)
    {
      const DuiPlaceCode *township = g_ptr_array_index (townships, i);

      add_place (self, DUI_PLACE_TOWNSHIP, township->code, township->name);
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      if (!fields[0] || fields[0][0] == '#')
        continue;
      if (g_str_equal (fields[0], "plan") && g_str_equal (fields[1], indicator))
        read_plan (self, fields);
      else if (g_ascii_isdigit (fields[0][0]))
        read_line (self, head, fields);
      else if (g_str_equal (fields[0], "figures") || g_str_equal (fields[0], "targets"))
        {
          g_strfreev (head);
          head = g_steal_pointer (&fields);
        }
    }
  self->sample = TRUE;
  self->office = "清丰县工业和信息化局";
  return self;
}

DuiPanel *
county_make_panel (County *self)
{
  GPtrArray *places = g_ptr_array_copy (self->places, (GCopyFunc) (void *) g_object_ref, NULL);
  GPtrArray *indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DuiCatalog) catalog = NULL;
  DuiPeriod first = G_MAXINT32, last = 0;
  DuiPanel *panel;

  g_ptr_array_set_free_func (places, g_object_unref);
  g_ptr_array_add (indicators, g_object_ref (self->indicator));
  catalog = dui_catalog_new (places, 0, (const DuiMembership *) self->memberships->data,
                             self->memberships->len, indicators, &self->rules, self->sample,
                             self->office);
  for (guint i = 0; i < self->figures->len; i++)
    {
      first = MIN (first, g_array_index (self->figures, Figure, i).period);
      last = MAX (last, g_array_index (self->figures, Figure, i).period);
    }
  panel = dui_panel_new (catalog, self->indicator, first, last);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const Figure *figure = &g_array_index (self->figures, Figure, i);

      dui_panel_set_figure (panel, figure->place, figure->period, &figure->values);
    }
  dui_panel_set_targets (panel, (const DuiTarget *) self->targets->data, self->targets->len);
  dui_panel_set_plans (panel, (const DuiPlan *) self->plans->data, self->plans->len);
  return panel;
}
