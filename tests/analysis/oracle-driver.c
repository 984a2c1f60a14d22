/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers cases of tests/oracle/: one JSON object a line on standard input, one answer a line on
 * standard output, all numbers from the functions that the program itself calls. Amounts of a case
 * are raw integers of scale 4; place i of it is member i + 1 of the fixture.
 *
 * How the answers are to be read where the documents leave room (the headers say the same):
 * - ranks, previous, values, bottom, tied: of places ranked in the asked period, else null or 0;
 *   tied shares its rank with another; bottom_size is k, or k' when n < 2k, whatever the state;
 * - a growth-only indicator is reported by g, and its distance is 100 g less the target, in
 * percent;
 * - progress columns show what is only 预计 too, but build on no other period's 预计;
 * - the month of a quarterly indicator is its quarter: the difference to the quarter before, or C;
 * - the difference of R9 is the distance in the measure; gap > 0 is short;
 * - a streak is that of the last closed period, and without the new year it stays in that year. */
#include "fixture.h"

#include "analysis/forecast.h"
#include "analysis/standing.h"
#include "analysis/streak.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#define DECIMALS 6

typedef struct
{
  gint64 number;
  guint n_places;
  DuiPanel *panel;
  DuiPeriod period;
  DuiRankBy by;
  DuiTier tier;
} Case;

static gint64
get_amount (JsonObject *object, const char *name)
{
  return json_object_get_null_member (object, name) ? DUI_AMOUNT_MISSING
                                                    : json_object_get_int_member (object, name);
}

static void
read_plan (Fixture *fixture, JsonObject *object)
{
  g_autoptr (GList) years
      = json_object_has_member (object, "plan")
            ? json_object_get_members (json_object_get_object_member (object, "plan"))
            : NULL;

  for (GList *l = years; l; l = l->next)
    {
      JsonArray *shares
          = json_object_get_array_member (json_object_get_object_member (object, "plan"), l->data);
      DuiPlan plan = { atoi (l->data), { 0 } };

      for (guint i = 0; i < 12; i++)
        plan.share[i] = (gint32) json_array_get_int_element (shares, i);
      fixture_add_plan (fixture, &plan);
    }
}

static void
read_targets (Fixture *fixture, guint place, JsonArray *targets)
{
  for (guint i = 0; i < json_array_get_length (targets); i++)
    {
      JsonObject *object = json_array_get_object_element (targets, i);
      DuiTarget target = { place, (int) json_object_get_int_member (object, "year"),
                           0,     json_object_get_int_member (object, "value"),
                           0,     NULL };

      g_assert_true (
          dui_tier_from_nick (json_object_get_string_member (object, "tier"), &target.tier));
      g_assert_true (dui_day_parse (json_object_get_string_member (object, "effective"),
                                    &target.effective, NULL));
      g_array_append_val (fixture->targets, target);
    }
}

static void
read_figures (Fixture *fixture, guint place, JsonObject *figures)
{
  g_autoptr (GList) periods = json_object_get_members (figures);

  for (GList *l = periods; l; l = l->next)
    {
      JsonObject *object = json_object_get_object_member (figures, l->data);
      DuiFigureValues values
          = { get_amount (object, "c"), get_amount (object, "b"), get_amount (object, "g"),
              (DuiFigureStatus) json_object_get_int_member (object, "s") };

      fixture_add_values (fixture, place, fixture_period (l->data), &values);
    }
}

static void
read_rules (Fixture *fixture, JsonObject *object)
{
  JsonObject *rules = json_object_get_object_member (object, "rules");

  fixture->rules.bottom = (guint) json_object_get_int_member (object, "bottom");
  fixture->rules.streak_length = (guint) json_object_get_int_member (rules, "streak_length");
  fixture->rules.streak_over_year = json_object_get_boolean_member (rules, "streak_over_year");
}

static void
read_case (JsonObject *object, Case *self)
{
  JsonArray *places = json_object_get_array_member (object, "places");
  g_autoptr (Fixture) fixture = fixture_new (json_array_get_length (places));
  const char *kind = json_object_get_string_member (object, "kind");
  const char *direction = json_object_get_string_member (object, "direction");
  const char *source = json_object_get_string_member (object, "growth_source");
  const char *calendar = json_object_get_string_member (object, "calendar");

  g_assert_true (dui_indicator_kind_from_nick (kind, &fixture->kind));
  g_assert_true (dui_direction_from_nick (direction, &fixture->direction));
  g_assert_true (dui_growth_source_from_nick (source, &fixture->growth_source));
  g_assert_true (dui_calendar_from_nick (calendar, &fixture->calendar));
  g_assert_true (dui_rank_by_from_nick (json_object_get_string_member (object, "by"), &self->by));
  g_assert_true (dui_tier_from_nick (json_object_get_string_member (object, "tier"), &self->tier));
  read_rules (fixture, object);
  read_plan (fixture, object);
  for (guint i = 0; i < fixture->n_members; i++)
    {
      JsonObject *place = json_array_get_object_element (places, i);

      read_figures (fixture, i + 1, json_object_get_object_member (place, "figures"));
      read_targets (fixture, i + 1, json_object_get_array_member (place, "targets"));
    }
  self->number = json_object_get_int_member (object, "n");
  self->period = fixture_period (json_object_get_string_member (object, "period"));
  self->n_places = fixture->n_members;
  self->panel = fixture_make_panel (fixture);
}

static void
add_ratio (JsonBuilder *builder, DuiRatio ratio)
{
  g_autofree char *text = dui_ratio_to_string (ratio, DECIMALS);

  json_builder_add_string_value (builder, text);
}

static void
add_rank (JsonBuilder *builder, guint rank)
{
  if (rank > 0)
    json_builder_add_int_value (builder, rank);
  else
    json_builder_add_null_value (builder);
}

static void
add_value (JsonBuilder *builder, DuiRankBy by, const DuiStandingRow *row)
{
  gboolean amount = by == DUI_RANK_BY_COMPLETED || by == DUI_RANK_BY_MONTH;

  add_ratio (builder, !row     ? DUI_RATIO_MISSING
                      : amount ? dui_ratio_scale (row->value, 1, 10000)
                               : row->value);
}

static void
add_standing (JsonBuilder *builder, const Case *self)
{
  static const char *const states[] = { "plain", "narrowed", "none", "too-many-tied" };
  static const char *const columns[] = { "ranks", "previous", "values", "bottom", "tied" };
  g_autoptr (DuiStanding) standing
      = dui_standing_compute (self->panel, 0, self->period, self->by, self->tier, 0);
  g_autofree const DuiStandingRow **rows = g_new0 (const DuiStandingRow *, self->n_places + 1);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      rows[row->place] = row;
    }
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    {
      json_builder_set_member_name (builder, columns[column]);
      json_builder_begin_array (builder);
      for (guint place = 1; place <= self->n_places; place++)
        {
          const DuiStandingRow *row = rows[place];

          if (column == 0)
            add_rank (builder, row ? row->rank : 0);
          else if (column == 1)
            add_rank (builder, row ? row->previous_rank : 0);
          else if (column == 2)
            add_value (builder, self->by, row);
          else
            json_builder_add_int_value (builder, row && (column == 3 ? row->bottom : row->tied));
        }
      json_builder_end_array (builder);
    }
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, states[standing->bottom_state]);
  json_builder_set_member_name (builder, "bottom_size");
  json_builder_add_int_value (builder, standing->bottom_size);
  json_builder_set_member_name (builder, "provisional");
  json_builder_add_boolean_value (builder, standing->provisional);
}

static void
add_streaks (JsonBuilder *builder, const Case *self)
{
  g_autoptr (GPtrArray) streaks = dui_streaks_compute (self->panel, 0, self->period);
  g_autofree guint *lengths = g_new0 (guint, self->n_places + 1);

  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);

      lengths[streak->place] = streak->length;
    }
  json_builder_set_member_name (builder, "streaks");
  json_builder_begin_array (builder);
  for (guint place = 1; place <= self->n_places; place++)
    json_builder_add_int_value (builder, lengths[place]);
  json_builder_end_array (builder);
}

/* The columns in which every place has one exact number. */
static const struct
{
  const char *name;
  gsize offset;
  gboolean of_tier;
} ratio_columns[] = {
  { "completion", G_STRUCT_OFFSET (DuiTierProgress, completion), TRUE },
  { "difference", G_STRUCT_OFFSET (DuiTierProgress, difference), TRUE },
  { "schedule_gap", G_STRUCT_OFFSET (DuiTierProgress, schedule_gap), TRUE },
  { "month", G_STRUCT_OFFSET (DuiProgress, month), FALSE },
  { "recent", G_STRUCT_OFFSET (DuiProgress, recent_mean), FALSE },
  { "growth", G_STRUCT_OFFSET (DuiProgress, growth), FALSE },
};

static const DuiTierProgress *
get_tier (const Case *self, const DuiProgress *progress)
{
  return self->tier == DUI_TIER_ASSESSED ? &progress->assessed : &progress->tiers[self->tier];
}

static void
add_progress (JsonBuilder *builder, const Case *self)
{
  g_autofree DuiProgress *all = g_new0 (DuiProgress, self->n_places);

  for (guint i = 0; i < self->n_places; i++)
    dui_progress_compute (self->panel, i + 1, self->period, &all[i]);

  for (guint column = 0; column < G_N_ELEMENTS (ratio_columns); column++)
    {
      json_builder_set_member_name (builder, ratio_columns[column].name);
      json_builder_begin_array (builder);
      for (guint i = 0; i < self->n_places; i++)
        {
          gconstpointer whole = ratio_columns[column].of_tier
                                    ? (gconstpointer) get_tier (self, &all[i])
                                    : (gconstpointer) &all[i];

          add_ratio (builder, G_STRUCT_MEMBER (DuiRatio, whole, ratio_columns[column].offset));
        }
      json_builder_end_array (builder);
    }

  json_builder_set_member_name (builder, "gap");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_places; i++)
    {
      DuiAmount gap = get_tier (self, &all[i])->gap;

      if (dui_amount_is_missing (gap))
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, gap);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "card");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_places; i++)
    json_builder_add_string_value (builder, dui_card_to_nick (get_tier (self, &all[i])->card));
  json_builder_end_array (builder);
}

static void
add_forecasts (JsonBuilder *builder, const Case *self)
{
  json_builder_set_member_name (builder, "forecast");
  json_builder_begin_array (builder);
  for (guint place = 1; place <= self->n_places; place++)
    {
      DuiForecast forecast;

      dui_forecast_compute (self->panel, place, self->period, &forecast);
      json_builder_begin_array (builder);
      add_ratio (builder, forecast.pace);
      add_ratio (builder, forecast.recent);
      add_ratio (builder, forecast.season);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
answer (const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Case self;

  if (!json_parser_load_from_data (parser, line, -1, &error))
    g_error ("%s", error->message);
  read_case (json_node_get_object (json_parser_get_root (parser)), &self);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "n");
  json_builder_add_int_value (builder, self.number);
  add_standing (builder, &self);
  add_streaks (builder, &self);
  add_progress (builder, &self);
  add_forecasts (builder, &self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  puts (text);
  dui_panel_unref (self.panel);
}

int
main (void)
{
  g_autofree char *line = NULL;
  gsize room = 0;

  setvbuf (stdout, NULL, _IOLBF, BUFSIZ);
  while (getline (&line, &room, stdin) > 0)
    answer (line);
  return 0;
}
