/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-text.h"

#include <string.h>

/* Short where it can be: every trigger has three of these, and all of them are read whenever a book is
 * opened. One call of printf is also made in a third of the time of as many joints. */
void
dui_row_text_add_sql (GString *format,
                      GString *arguments,
                      const char *prefix,
                      const char *column,
                      const char *type,
                      gboolean nullable)
{
  gboolean integer = g_str_equal (type, "INTEGER");

  if (nullable)
    {
      g_string_append (format, "%s");
      g_string_append_printf (arguments,
                              integer ? ", ifnull(' %2$s=' || %1$s%2$s, '')"
                                      : ", iif(%1$s%2$s IS NULL, '', ' %2$s=' || quote(%1$s%2$s))",
                              prefix, column);
      return;
    }
  g_string_append_printf (format, "%s%s=%s", format->len > 0 ? " " : "", column,
                          integer ? "%d" : "%Q");
  g_string_append_printf (arguments, ", %s%s", prefix, column);
}

/* Behind a quoted literal, in which a quote is two; NULL when it does not end. */
static const char *
skip_quoted (const char *at)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at != '\'')
        continue;
      if (at[1] != '\'')
        return at + 1;
      at++;
    }
  return NULL;
}

gboolean
dui_row_text_next (const char **at,
                   DuiRowField *field)
{
  const char *equals = strchr (*at, '=');
  const char *end;

  if (equals == NULL)
    return FALSE;
  field->name = *at;
  field->name_length = (gsize) (equals - *at);
  field->literal = equals + 1;
  end = *field->literal == '\'' ? skip_quoted (field->literal)
                                : field->literal + strcspn (field->literal, " ");
  if (end == NULL)
    return FALSE;
  field->literal_length = (gsize) (end - field->literal);
  *at = *end == ' ' ? end + 1 : end;
  return TRUE;
}

char *
dui_row_field_dup_string (const DuiRowField *field)
{
  g_autoptr (GString) string = NULL;

  if (field->literal[0] != '\'')
    return NULL;
  string = g_string_new_len (field->literal + 1, (gssize) field->literal_length - 2);
  g_string_replace (string, "''", "'", 0);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static gboolean
find (const char *text,
      const char *name,
      DuiRowField *field)
{
  gsize length = strlen (name);

  while (dui_row_text_next (&text, field))
    if (field->name_length == length && memcmp (field->name, name, length) == 0)
      return TRUE;
  return FALSE;
}

char *
dui_row_text_find (const char *text,
                   const char *name)
{
  DuiRowField field;
  char *string;

  if (!find (text, name, &field))
    return NULL;
  string = dui_row_field_dup_string (&field);
  return string ? string : g_strndup (field.literal, field.literal_length);
}

gint64
dui_row_text_find_int (const char *text,
                       const char *name,
                       gint64 missing)
{
  DuiRowField field;

  return find (text, name, &field) ? g_ascii_strtoll (field.literal, NULL, 10) : missing;
}
