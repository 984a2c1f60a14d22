/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapper.h"
#include "store/row-insert.h"

#include <glib/gi18n-lib.h>

/* A column and the property that it fills. Enumerations are words in the book and integers in the
 * properties. */
typedef struct
{
  const char *column; /* or an expression over other tables, which is only read */
  const char *property;
  gboolean (*from_nick) (const char *nick, int *value);
  const char *(*to_nick) (int value);
  gboolean computed;
} Field;

struct _DuiMapping
{
  const char *table;
  GType (*get_type) (void);
  const char *switched_on; /* a column that is 1 in a new row and no property */
  const Field *fields;
  guint n_fields;
};

#define WORDS(prefix, Type)                                                                        \
  static gboolean read_##prefix (const char *nick, int *value)                                     \
  {                                                                                                \
    Type found;                                                                                    \
    gboolean known = prefix##_from_nick (nick, &found);                                            \
                                                                                                   \
    if (known)                                                                                     \
      *value = found;                                                                              \
    return known;                                                                                  \
  }                                                                                                \
                                                                                                   \
  static const char *write_##prefix (int value)                                                    \
  {                                                                                                \
    return prefix##_to_nick ((Type) value);                                                        \
  }

WORDS (dui_place_kind, DuiPlaceKind)
WORDS (dui_indicator_kind, DuiIndicatorKind)
WORDS (dui_direction, DuiDirection)
WORDS (dui_calendar, DuiCalendar)
WORDS (dui_growth_source, DuiGrowthSource)

/* The name in force, else the first one; whatever it was ever called is an alias. Most places were
 * never called anything else, which is found out in a third of the time. */
#define NAME                                                                                       \
  "ifnull((SELECT name FROM place_name WHERE place = place.id AND from_period <= ?1 "              \
  "ORDER BY from_period DESC LIMIT 1), (SELECT name FROM place_name WHERE place = place.id "       \
  "ORDER BY from_period LIMIT 1))"
#define ALIASES                                                                                    \
  "iif((SELECT count(*) FROM place_name WHERE place = place.id) > 1 "                              \
  "OR EXISTS (SELECT 1 FROM alias WHERE place = place.id), "                                       \
  "(SELECT group_concat(name, char(10)) FROM (SELECT name FROM alias WHERE place = place.id "      \
  "UNION SELECT name FROM place_name WHERE place = place.id ORDER BY name)), NULL)"

static const Field place_fields[] = {
  { "id", "id" },
  { "kind", "kind", read_dui_place_kind, write_dui_place_kind },
  { "code", "code" },
  { "group_name", "group" },
  { "position", "order" },
  { NAME, "name", .computed = TRUE },
  { ALIASES, "aliases", .computed = TRUE },
};

static const Field indicator_fields[] = {
  { "id", "id" },
  { "code", "code" },
  { "name", "name" },
  { "measure", "measure" },
  { "shown_measure", "shown-measure" },
  { "shown_shift", "shown-shift" },
  { "scale", "scale" },
  { "decimals", "decimals" },
  { "kind", "kind", read_dui_indicator_kind, write_dui_indicator_kind },
  { "direction", "direction", read_dui_direction, write_dui_direction },
  { "calendar", "calendar", read_dui_calendar, write_dui_calendar },
  { "growth_source", "growth-source", read_dui_growth_source, write_dui_growth_source },
  { "place_targets", "place-targets" },
  { "position", "order" },
};

#define MAX_FIELDS 16

const DuiMapping dui_mapping_place
    = { "place", dui_place_get_type, "ranked", place_fields, G_N_ELEMENTS (place_fields) };
const DuiMapping dui_mapping_indicator
    = { "indicator", dui_indicator_get_type, "active", indicator_fields,
        G_N_ELEMENTS (indicator_fields) };

char *
dui_mapping_select (const DuiMapping *self,
                    const char *tail)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i < self->n_fields; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", self->fields[i].column);
  g_string_append_printf (sql, " FROM %s %s", self->table, tail);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
read_word (const Field *field,
           const char *word,
           GValue *value)
{
  int number;

  if (word == NULL || !field->from_nick (word, &number))
    return FALSE;
  g_value_set_int (value, number);
  return TRUE;
}

/* FALSE for what the property can't be. */
static gboolean
read_value (const Field *field,
            DuiStatement *statement,
            int column,
            GParamSpec *pspec,
            GValue *value)
{
  const char *text = dui_statement_get_text (statement, column);
  GType type = pspec->value_type;

  g_value_init (value, type);
  if (field->from_nick)
    return read_word (field, text, value);
  if (type == G_TYPE_STRING)
    g_value_set_string (value, text);
  else if (type == G_TYPE_STRV)
    g_value_take_boxed (value, text ? g_strsplit (text, "\n", -1) : NULL);
  else if (type == G_TYPE_INT64)
    g_value_set_int64 (value, dui_statement_get_int (statement, column));
  else if (type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, dui_statement_get_int (statement, column) != 0);
  else
    g_value_set_int (value, (int) dui_statement_get_int (statement, column));
  return !g_param_value_validate (pspec, value);
}

gpointer
dui_mapping_read (const DuiMapping *self,
                  DuiStatement *statement,
                  GError **error)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (self->get_type ());
  const char *names[MAX_FIELDS];
  GValue values[MAX_FIELDS] = { 0 };
  gpointer object = NULL;
  gboolean known = TRUE;

  for (guint i = 0; i < self->n_fields; i++)
    {
      names[i] = self->fields[i].property;
      known &= read_value (&self->fields[i], statement, (int) i,
                           g_object_class_find_property (G_OBJECT_CLASS (class), names[i]),
                           &values[i]);
    }
  if (known)
    object = g_object_new_with_properties (self->get_type (), self->n_fields, names, values);
  else
    g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
                 _ ("The book is damaged in the table “%1$s”, row %2$s. Keep it as it is and go "
                    "back to a backup."),
                 self->table, dui_statement_get_text (statement, 0));
  for (guint i = 0; i < self->n_fields; i++)
    g_value_unset (&values[i]);
  return object;
}

static void
bind_value (const Field *field,
            GObject *object,
            sqlite3_stmt *statement,
            int at)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (object, field->property, &value);
  if (field->to_nick)
    sqlite3_bind_text (statement, at, field->to_nick (g_value_get_int (&value)), -1,
                       SQLITE_STATIC);
  else if (G_VALUE_HOLDS_STRING (&value))
    sqlite3_bind_text (statement, at, g_value_dup_string (&value), -1, g_free);
  else if (G_VALUE_HOLDS_INT64 (&value))
    sqlite3_bind_int64 (statement, at, g_value_get_int64 (&value));
  else if (G_VALUE_HOLDS_BOOLEAN (&value))
    sqlite3_bind_int (statement, at, g_value_get_boolean (&value));
  else
    sqlite3_bind_int (statement, at, g_value_get_int (&value));
}

/* The columns that are written, and those that an object does not know with what they begin as. */
static char *
list_columns (const DuiMapping *self)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < self->n_fields; i++)
    if (!self->fields[i].computed)
      g_string_append_printf (columns, "%s, ", self->fields[i].column);
  g_string_append_printf (columns, "%s, source", self->switched_on);
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

gboolean
dui_mapping_insert (const DuiMapping *self,
                    DuiConnection *connection,
                    GObject *object,
                    gint64 source,
                    const char *action,
                    gint64 *id,
                    GError **error)
{
  g_autofree char *columns = list_columns (self);
  g_autoptr (DuiStatement) statement
      = dui_row_insert_prepare (connection, self->table, columns, NULL, action, error);
  int at = 0;
  gint64 own_id;

  if (statement == NULL)
    return FALSE;
  g_object_get (object, "id", &own_id, NULL);
  if (own_id == 0 && !dui_row_next_id (connection, self->table, action, &own_id, error))
    return FALSE;
  for (guint i = 0; i < self->n_fields; i++)
    if (!self->fields[i].computed)
      bind_value (&self->fields[i], object, statement->handle, ++at);
  sqlite3_bind_int64 (statement->handle, 1, own_id);
  sqlite3_bind_int (statement->handle, ++at, 1);
  sqlite3_bind_int64 (statement->handle, ++at, source);
  if (id)
    *id = own_id;
  return dui_statement_run (statement, error);
}
