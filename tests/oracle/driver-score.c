/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores by scheme. Points are integers in millionths of one; what a place is not ranked for, or a
 * part of which nothing is known, is null. */
#include "driver.h"

#include "analysis/score.h"

typedef struct
{
  guint n_places;
  guint n_parts;
  DuiScheme *scheme;
  GPtrArray *panels;
  const DuiScoreRow **rows; /* of each place; NULL when not ranked */
} Case;

static void
case_init (Case *self, JsonObject *object)
{
  JsonArray *indicators = json_object_get_array_member (object, "indicators");

  self->n_parts = json_array_get_length (indicators);
  self->n_places = json_array_get_length (json_object_get_array_member (object, "members"));
  self->scheme = dui_scheme_new ("scheme", oracle_get_period (object, "from"));
  self->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_panel_unref);
  self->rows = g_new0 (const DuiScoreRow *, self->n_places + 1);
  for (guint i = 0; i < self->n_parts; i++)
    {
      JsonObject *part = json_array_get_object_element (indicators, i);
      DuiScoreRule rule;

      g_assert_true (
          dui_score_rule_from_nick (json_object_get_string_member (part, "rule"), &rule));
      dui_scheme_add (self->scheme, "test", rule, json_object_get_int_member (part, "weight"),
                      json_object_get_int_member (part, "bonus"),
                      json_object_get_int_member (part, "bonus_cap"));
      g_ptr_array_add (self->panels, oracle_read_panel (object, part));
    }
}

static void
case_clear (Case *self)
{
  g_free (self->rows);
  g_ptr_array_unref (self->panels);
  dui_scheme_free (self->scheme);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
add_part (JsonBuilder *builder, const DuiScorePart *part)
{
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, dui_score_state_to_nick (part->state));
  oracle_add_ratio (builder, part->weight);
  oracle_add_ratio (builder, part->reached);
  oracle_add_rank (builder, part->rank);
  json_builder_add_int_value (builder, part->met);
  json_builder_add_int_value (builder, part->earned);
  json_builder_add_int_value (builder, part->bonus);
  json_builder_end_array (builder);
}

static void
add_parts (JsonBuilder *builder, const Case *self)
{
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint place = 1; place <= self->n_places; place++)
    {
      json_builder_begin_array (builder);
      for (guint i = 0; self->rows[place] && i < self->n_parts; i++)
        add_part (builder, &self->rows[place]->parts[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rows (JsonBuilder *builder, const Case *self)
{
  static const char *const columns[] = { "ranks", "previous", "scores", "bottom", "tied" };

  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    {
      json_builder_set_member_name (builder, columns[column]);
      json_builder_begin_array (builder);
      for (guint place = 1; place <= self->n_places; place++)
        {
          const DuiScoreRow *row = self->rows[place];

          if (column == 0)
            oracle_add_rank (builder, row ? row->rank : 0);
          else if (column == 1)
            oracle_add_rank (builder, row ? row->previous_rank : 0);
          else if (column == 2)
            oracle_add_amount (builder, row ? row->score : DUI_AMOUNT_MISSING);
          else
            json_builder_add_int_value (builder, row && (column == 3 ? row->bottom : row->tied));
        }
      json_builder_end_array (builder);
    }
}

static void
add_places (JsonBuilder *builder, const char *name, const GArray *places)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    json_builder_add_int_value (builder, g_array_index (places, guint, i) - 1);
  json_builder_end_array (builder);
}

void
oracle_answer_score (JsonObject *object, JsonBuilder *builder)
{
  g_auto (Case) self = { 0 };
  g_autoptr (DuiScore) score = NULL;

  case_init (&self, object);
  score = dui_score_compute (self.scheme, (DuiPanel *const *) self.panels->pdata, 0,
                             oracle_get_period (object, "period"), oracle_get_tier (object), 0);
  for (guint i = 0; i < score->rows->len; i++)
    {
      const DuiScoreRow *row = &g_array_index (score->rows, DuiScoreRow, i);

      self.rows[row->place] = row;
    }
  add_rows (builder, &self);
  add_parts (builder, &self);
  add_places (builder, "unreported", score->unreported);
  add_places (builder, "untargeted", score->untargeted);
  oracle_add_bottom_state (builder, score->bottom_state);
  json_builder_set_member_name (builder, "bottom_size");
  json_builder_add_int_value (builder, score->bottom_size);
  json_builder_set_member_name (builder, "provisional");
  json_builder_add_boolean_value (builder, score->provisional);
}
