/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/places.h"
#include "store/mapper.h"
#include "store/row-insert.h"

static const struct
{
  const char *ending;
  DuiPlaceKind kind;
} endings[] = {
  { "镇", DUI_PLACE_TOWNSHIP },     { "乡", DUI_PLACE_TOWNSHIP }, { "街道", DUI_PLACE_TOWNSHIP },
  { "办事处", DUI_PLACE_TOWNSHIP }, { "园区", DUI_PLACE_PARK },   { "产业园", DUI_PLACE_PARK },
  { "工业园", DUI_PLACE_PARK },     { "开发区", DUI_PLACE_PARK }, { "集聚区", DUI_PLACE_PARK },
  { "示范区", DUI_PLACE_PARK },     { "公司", DUI_PLACE_FIRM },   { "集团", DUI_PLACE_FIRM },
  { "厂", DUI_PLACE_FIRM },
};

static gboolean
insert_aliases (DuiConnection *connection,
                gint64 id,
                DuiPlace *place,
                gint64 source,
                const char *action,
                GError **error)
{
  const char *const *aliases = dui_place_get_aliases (place);

  for (guint i = 0; aliases[i]; i++)
    if (!dui_row_insert (connection, action, error, "alias", "place, name, source", "isi", id,
                         aliases[i], source))
      return FALSE;
  return TRUE;
}

gint64
dui_places_insert (DuiConnection *connection,
                   DuiPlace *place,
                   gint64 source,
                   const char *action,
                   GError **error)
{
  gint64 id;

  if (!dui_mapping_insert (&dui_mapping_place, connection, G_OBJECT (place), source, action, &id,
                           error)
      || !dui_row_insert (connection, action, error, "place_name",
                          "place, from_period, name, source", "iisi", id, G_GINT64_CONSTANT (0),
                          dui_place_get_name (place), source)
      || !insert_aliases (connection, id, place, source, action, error))
    return 0;
  return id;
}

gboolean
dui_places_join (DuiConnection *connection,
                 gint64 place,
                 gint64 parent,
                 gboolean ranked,
                 gboolean in_total,
                 gint64 source,
                 const char *action,
                 GError **error)
{
  return dui_statement_execute (
      connection, action, error,
      "INSERT INTO membership (place, parent, from_period, ranked, in_total, source, checksum)"
      " VALUES (?1, ?2, 0, ?3, ?4, ?5, ?1 * 10000019 + ?2 * 1000003 - 1009 + ?3 * 3 + ?4 * 5)",
      "iiiii", place, parent, (gint64) ranked, (gint64) in_total, source);
}

static DuiPlaceKind
guess_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i].ending))
      return endings[i].kind;
  return DUI_PLACE_OTHER;
}

gint64
dui_places_insert_found (DuiConnection *connection,
                         const char *name,
                         gint64 source,
                         const char *action,
                         GError **error)
{
  DuiPlaceKind kind = guess_kind (name);
  gboolean ranked = kind != DUI_PLACE_FIRM;
  g_autoptr (DuiPlace) place = NULL;
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action, "SELECT home, (SELECT max(position) + 1 FROM place) FROM book", error);
  gint64 id;

  if (statement == NULL || dui_statement_step (statement, error) != DUI_STEP_ROW)
    return 0;
  place = g_object_new (DUI_TYPE_PLACE, "kind", kind, "name", name, "order",
                        (int) dui_statement_get_int (statement, 1), NULL);
  id = dui_places_insert (connection, place, source, action, error);
  if (id == 0
      || !dui_places_join (connection, id, dui_statement_get_int (statement, 0), ranked,
                           ranked && kind != DUI_PLACE_PARK, source, action, error))
    return 0;
  return id;
}
