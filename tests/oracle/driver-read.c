/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "driver.h"

static DuiAmount
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

      target.tier = oracle_get_tier (object);
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
read_issued (Fixture *fixture, JsonObject *object)
{
  JsonArray *issued = json_object_has_member (object, "issued")
                          ? json_object_get_array_member (object, "issued")
                          : NULL;

  for (guint i = 0; issued && i < json_array_get_length (issued); i++)
    fixture_add_issued (fixture, json_array_get_string_element (issued, i));
}

/* A place without versions of its own is a ranked member for ever. */
static void
read_members (Fixture *fixture, JsonObject *object)
{
  JsonArray *members = json_object_has_member (object, "members")
                           ? json_object_get_array_member (object, "members")
                           : NULL;

  if (members)
    g_array_set_size (fixture->memberships, 0);
  for (guint i = 0; members && i < json_array_get_length (members); i++)
    {
      JsonArray *versions = json_array_get_array_element (members, i);

      for (guint version = 0; version < json_array_get_length (versions); version++)
        {
          JsonObject *at = json_array_get_object_element (versions, version);
          DuiMembership membership = { i + 1, 0, 0, G_MAXINT32, TRUE, TRUE };

          membership.from = oracle_get_period (at, "from");
          membership.to = oracle_get_period (at, "to");
          membership.in_total = json_object_get_boolean_member (at, "in_total");
          membership.ranked = json_object_get_boolean_member (at, "ranked");
          g_array_append_val (fixture->memberships, membership);
        }
    }
}

static void
read_rules (Fixture *fixture, JsonObject *object)
{
  JsonObject *rules = json_object_get_object_member (object, "rules");

  fixture->rules.bottom = (guint) json_object_get_int_member (object, "bottom");
  fixture->rules.streak_length = (guint) json_object_get_int_member (rules, "streak_length");
  fixture->rules.streak_over_year = json_object_get_boolean_member (rules, "streak_over_year");
  g_assert_true (dui_rules_set (&fixture->rules, "streak.growth",
                                json_object_get_string_member (rules, "streak_growth")));
}

DuiPanel *
oracle_read_panel (JsonObject *book, JsonObject *county)
{
  JsonArray *places = json_object_get_array_member (county, "places");
  g_autoptr (Fixture) fixture = fixture_new (json_array_get_length (places));
  const char *kind = json_object_get_string_member (county, "kind");
  const char *direction = json_object_get_string_member (county, "direction");
  const char *source = json_object_get_string_member (county, "growth_source");
  const char *calendar = json_object_get_string_member (county, "calendar");

  g_assert_true (dui_indicator_kind_from_nick (kind, &fixture->kind));
  g_assert_true (dui_direction_from_nick (direction, &fixture->direction));
  g_assert_true (dui_growth_source_from_nick (source, &fixture->growth_source));
  g_assert_true (dui_calendar_from_nick (calendar, &fixture->calendar));
  read_rules (fixture, book);
  read_members (fixture, book);
  read_plan (fixture, county);
  read_issued (fixture, county);
  for (guint i = 0; i < fixture->n_members; i++)
    {
      JsonObject *place = json_array_get_object_element (places, i);

      read_figures (fixture, i + 1, json_object_get_object_member (place, "figures"));
      read_targets (fixture, i + 1, json_object_get_array_member (place, "targets"));
    }
  if (json_object_has_member (county, "parent"))
    {
      JsonObject *parent = json_object_get_object_member (county, "parent");

      read_figures (fixture, 0, json_object_get_object_member (parent, "figures"));
      read_targets (fixture, 0, json_object_get_array_member (parent, "targets"));
    }
  return fixture_make_panel (fixture);
}

DuiPeriod
oracle_get_period (JsonObject *object, const char *name)
{
  return fixture_period (json_object_get_string_member (object, name));
}

DuiTier
oracle_get_tier (JsonObject *object)
{
  DuiTier tier;

  g_assert_true (dui_tier_from_nick (json_object_get_string_member (object, "tier"), &tier));
  return tier;
}

DuiRankBy
oracle_get_by (JsonObject *object)
{
  DuiRankBy by;

  g_assert_true (dui_rank_by_from_nick (json_object_get_string_member (object, "by"), &by));
  return by;
}

void
oracle_add_ratio (JsonBuilder *builder, DuiRatio ratio)
{
  g_autofree char *text = dui_ratio_to_string (ratio, ORACLE_DECIMALS);

  json_builder_add_string_value (builder, text);
}

void
oracle_add_amount (JsonBuilder *builder, DuiAmount amount)
{
  if (dui_amount_is_missing (amount))
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, amount);
}

void
oracle_add_rank (JsonBuilder *builder, guint rank)
{
  if (rank > 0)
    json_builder_add_int_value (builder, rank);
  else
    json_builder_add_null_value (builder);
}

void
oracle_add_bottom_state (JsonBuilder *builder, DuiBottomState state)
{
  static const char *const states[] = { "plain", "narrowed", "none", "too-many-tied" };

  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, states[state]);
}
