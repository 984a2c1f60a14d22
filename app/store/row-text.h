/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as text, the form in which the log keeps them and the seals digest them:
 * "indicator=1 period=24250 document='清政〔2021〕12号'", without what is NULL, so that a column added
 * by a later version changes no old row. Numbers and SQL literals, because SQLite lets no trigger
 * use JSON while the schema is not trusted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The SQL expression for a row's text is printf('@format'@arguments). Adds a column, behind @prefix
 * ("old."), of @type INTEGER or TEXT. The first one can't be NULL: a table begins with its key. */
void dui_row_text_add_sql (GString *format, GString *arguments, const char *prefix,
                           const char *column, const char *type, gboolean nullable);

/* One column in a text. */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *literal;
  gsize literal_length;
} DuiRowField;

/* Moves @at to the next column; FALSE at the end or at what is no such text. */
gboolean dui_row_text_next (const char **at, DuiRowField *field);

/* A literal without its quotes; NULL for a number. The caller frees it. */
char *dui_row_field_dup_string (const DuiRowField *field);

/* What stands in the column @name, without quotes; NULL when there is none. The caller frees it. */
char *dui_row_text_find (const char *text, const char *name);

/* The number in the column @name, or @missing. */
gint64 dui_row_text_find_int (const char *text, const char *name, gint64 missing);

G_END_DECLS
