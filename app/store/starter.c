/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/starter.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/mapper.h"
#include "store/places.h"
#include "store/row-insert.h"

#include "model/place-codes.h"

#include <glib/gi18n-lib.h>

#define ACTION _ ("The book could not be made")

#define MILLIONS "万元", "亿元", 4, 4, 2
#define TEN_THOUSANDS_OF_KWH "万千瓦时", "万千瓦时", 0, 4, 0

/* COMMANDS "Indicator codes of a new book". Published growth is ranked where there is one (PRACTICE
 * R4): a bulletin prints the comparable rate, which is not C/B - 1. */
static const struct
{
  const char *code;
  const char *name;
  const char *measure;
  const char *shown_measure;
  int shown_shift;
  int scale;
  int decimals;
  DuiIndicatorKind kind;
  DuiDirection direction;
  gboolean place_targets;
} indicators[] = {
  { "output", "工业总产值", MILLIONS, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER, TRUE },
  { "investment", "固定资产投资", MILLIONS, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER, TRUE },
  { "industrial-investment", "工业投资", MILLIONS, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER,
    TRUE },
  { "upgrade-investment", "技改投资", MILLIONS, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER, TRUE },
  { "revenue", "规上营业收入", MILLIONS, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER, TRUE },
  { "tax", "工业税收", MILLIONS, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER, TRUE },
  { "electricity", "工业用电量", TEN_THOUSANDS_OF_KWH, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER,
    TRUE },
  { "energy", "单位产值能耗", "吨标准煤/万元", "吨标准煤/万元", 0, 4, 3, DUI_KIND_LEVEL,
    DUI_DIRECTION_LOWER, TRUE },
  { "attracted-funds", "招商到位资金", MILLIONS, DUI_KIND_CUMULATIVE, DUI_DIRECTION_HIGHER, FALSE },
  { "value-added", "规上增加值增速", "%", "%", 0, 4, 1, DUI_KIND_GROWTH_ONLY,
    DUI_DIRECTION_HIGHER, TRUE },
};

typedef struct
{
  DuiConnection *connection;
  gint64 source;
  int position;
} Starter;

static gint64
add_place (Starter *self,
           const DuiPlaceCode *code,
           GError **error)
{
  g_autoptr (DuiPlace) place
      = g_object_new (DUI_TYPE_PLACE, "kind", (int) code->kind, "code", code->code, "name",
                      code->name, "order", self->position++, NULL);

  return dui_places_insert (self->connection, place, self->source, ACTION, error);
}

static gboolean
join (Starter *self,
      gint64 place,
      gint64 parent,
      GError **error)
{
  return dui_places_join (self->connection, place, parent, TRUE, TRUE, self->source, ACTION,
                          error);
}

static gboolean
add_members (Starter *self,
             GPtrArray *codes,
             gint64 parent,
             GError **error)
{
  for (guint i = 0; i < codes->len; i++)
    {
      gint64 id = add_place (self, g_ptr_array_index (codes, i), error);

      if (id == 0 || !join (self, id, parent, error))
        return FALSE;
    }
  return TRUE;
}

/* The place above is there for its own figures: the city's row among the peers (PRACTICE R20). */
static gboolean
add_peers (Starter *self,
           const DuiPlaceCode *home_code,
           gint64 home,
           GError **error)
{
  const DuiPlaceCode *above = dui_place_codes_get_parent (home_code);
  g_autoptr (GPtrArray) siblings = NULL;
  gint64 parent;

  if (above == NULL)
    return TRUE;
  siblings = dui_place_codes_get_siblings (home_code);
  parent = add_place (self, above, error);
  return parent != 0 && join (self, home, parent, error)
         && add_members (self, siblings, parent, error);
}

static gboolean
add_indicators (Starter *self,
                GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      g_autoptr (DuiIndicator) indicator = g_object_new (
          DUI_TYPE_INDICATOR, "code", indicators[i].code, "name", indicators[i].name, "measure",
          indicators[i].measure, "shown-measure", indicators[i].shown_measure, "shown-shift",
          indicators[i].shown_shift, "scale", indicators[i].scale, "decimals",
          indicators[i].decimals, "kind", indicators[i].kind, "direction", indicators[i].direction,
          "place-targets", indicators[i].place_targets, "order", (int) i + 1, NULL);

      if (!dui_mapping_insert (&dui_mapping_indicator, self->connection, G_OBJECT (indicator),
                               self->source, ACTION, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_all (Starter *self,
         const DuiPlaceCode *code,
         GPtrArray *children,
         const char *uuid,
         gboolean sample,
         GError **error)
{
  gint64 home = add_place (self, code, error);

  return home != 0
         && dui_row_insert (self->connection, ACTION, error, "book",
                            "id, uuid, home, sample, source", "isiii", G_GINT64_CONSTANT (1), uuid,
                            home, (gint64) sample, self->source)
         && add_members (self, children, home, error) && add_peers (self, code, home, error)
         && add_indicators (self, error);
}

gboolean
dui_starter_fill (DuiConnection *connection,
                  const char *code,
                  const char *uuid,
                  gboolean sample,
                  GError **error)
{
  const DuiPlaceCode *home = dui_place_codes_lookup (code);
  g_autoptr (GPtrArray) children = home ? dui_place_codes_get_children (home) : NULL;
  g_autofree char *random = uuid ? NULL : g_uuid_string_random ();
  g_autoptr (DuiCommand) command = NULL;
  Starter self = { .connection = connection, .position = 1 };

  if (children == NULL || children->len == 0)
    return dui_failure_explain (
        error, DUI_STORE_ERROR_REFUSED, ACTION,
        home ? _ ("the code table has no places below this one. Choose the county above it")
             : _ ("the code table has no such place. Use the six digits of a county, city or "
                  "province"));
  command = dui_command_begin (connection, "init", &(DuiOccasion){ .who = sample ? "示例" : NULL }, TRUE, ACTION, error);
  if (command == NULL || (self.source = dui_command_get_source (command, error)) == 0)
    return FALSE;
  dui_command_forbid_undo (command);
  return add_all (&self, home, children, uuid ? uuid : random, sample, error)
         && dui_command_finish (command, error);
}
