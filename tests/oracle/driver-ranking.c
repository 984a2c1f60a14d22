/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rankings, streaks and progress.
 *
 * How the answers are to be read where the documents leave room (the headers say the same):
 * - ranks, previous, values, bottom, tied: of places ranked in the asked period, else null or 0;
 *   tied shares its rank with another; bottom_size is k, or k' when n < 2k, whatever the state;
 * - a growth-only indicator is reported by g, and its distance is 100 g less the target, in
 *   percent;
 * - progress columns show what is only 预计 too, but build on no other period's 预计;
 * - the month of a quarterly indicator is its quarter: the difference to the quarter before, or C;
 * - the difference of R9 is the distance in the measure; gap > 0 is short;
 * - a streak is that of the last closed period, and without the new year it stays in that year. */
#include "driver.h"

#include "analysis/forecast.h"
#include "analysis/raise.h"
#include "analysis/streak.h"

typedef struct
{
  guint n_places;
  DuiPanel *panel;
  DuiPeriod period;
  DuiRankBy by;
  DuiTier tier;
} Case;

static void
add_value (JsonBuilder *builder, DuiRankBy by, const DuiStandingRow *row)
{
  gboolean amount = by == DUI_RANK_BY_COMPLETED || by == DUI_RANK_BY_MONTH;

  oracle_add_ratio (builder, !row     ? DUI_RATIO_MISSING
                      : amount ? dui_ratio_scale (row->value, 1, 10000)
                               : row->value);
}

static void
add_standing (JsonBuilder *builder, const Case *self)
{
  static const char *const columns[] = { "ranks", "previous", "values", "share", "bottom", "tied" };
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
            oracle_add_rank (builder, row ? row->rank : 0);
          else if (column == 1)
            oracle_add_rank (builder, row ? row->previous_rank : 0);
          else if (column == 2)
            add_value (builder, self->by, row);
          else if (column == 3)
            oracle_add_ratio (builder, row ? row->share : DUI_RATIO_MISSING);
          else
            json_builder_add_int_value (builder, row && (column == 4 ? row->bottom : row->tied));
        }
      json_builder_end_array (builder);
    }
  oracle_add_bottom_state (builder, standing->bottom_state);
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
  { "month_growth", G_STRUCT_OFFSET (DuiProgress, month_growth), FALSE },
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

          oracle_add_ratio (builder, G_STRUCT_MEMBER (DuiRatio, whole, ratio_columns[column].offset));
        }
      json_builder_end_array (builder);
    }

  json_builder_set_member_name (builder, "gap");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_places; i++)
    oracle_add_amount (builder, get_tier (self, &all[i])->gap);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "card");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_places; i++)
    json_builder_add_string_value (builder, dui_card_to_nick (get_tier (self, &all[i])->card));
  json_builder_end_array (builder);
}

static void
add_raises (JsonBuilder *builder, const Case *self)
{
  json_builder_set_member_name (builder, "raise");
  json_builder_begin_array (builder);
  for (guint place = 1; place <= self->n_places; place++)
    {
      DuiRaise raise;

      if (!dui_raise_compute (self->panel, place, self->period, &raise))
        {
          json_builder_add_null_value (builder);
          continue;
        }
      json_builder_begin_array (builder);
      oracle_add_ratio (builder, raise.before.difference);
      oracle_add_ratio (builder, raise.after.difference);
      oracle_add_ratio (builder, raise.effect);
      json_builder_end_array (builder);
    }
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
      oracle_add_ratio (builder, forecast.pace);
      oracle_add_ratio (builder, forecast.recent);
      oracle_add_ratio (builder, forecast.season);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

void
oracle_answer_ranking (JsonObject *object, JsonBuilder *builder)
{
  g_autoptr (DuiPanel) panel = oracle_read_panel (object, object);
  Case self = { json_array_get_length (json_object_get_array_member (object, "places")), panel,
                oracle_get_period (object, "period"), oracle_get_by (object),
                oracle_get_tier (object) };

  add_standing (builder, &self);
  add_streaks (builder, &self);
  add_progress (builder, &self);
  add_raises (builder, &self);
  add_forecasts (builder, &self);
}
