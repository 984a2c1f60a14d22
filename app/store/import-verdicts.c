/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/import-verdicts.h"
#include "store/figures.h"

/* In place of a foreign key looked up for every figure: each id that is used must be in the table.
 */
static gboolean
check_ids (DuiImport *self,
           const char *sql,
           gint64 (*id_of) (guint64 key),
           gint64 largest,
           GError **error)
{
  const DuiImportEntry *entries = (const DuiImportEntry *) (gpointer) self->entries->data;
  g_autofree guint8 *missing = g_malloc0 ((gsize) largest + 1);
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, DUI_IMPORT_ACTION, sql, error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    missing[id_of (entries[i].key)] = TRUE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    if (dui_statement_get_int (statement, 0) <= largest)
      missing[dui_statement_get_int (statement, 0)] = FALSE;
  for (guint i = 0; i < self->entries->len && step == DUI_STEP_DONE; i++)
    if (missing[id_of (entries[i].key)])
      return dui_import_refuse_stale (self, &entries[i], error);
  return step == DUI_STEP_DONE;
}

gboolean
dui_import_check_references (DuiImport *self, GError **error)
{
  return check_ids (self, "SELECT id FROM place WHERE id > 0", dui_import_key_place,
                    (1 << DUI_IMPORT_PLACE_BITS) - 1, error)
         && check_ids (self, "SELECT id FROM indicator WHERE id > 0", dui_import_key_indicator,
                       G_MAXUINT16, error);
}

static gboolean
values_agree (const DuiBatchRow *row, const DuiFigureRow *figure)
{
  return row->value == figure->value && row->base == figure->base && row->growth == figure->growth;
}

/* What the sheet does not give was merged in from the book as it was then. */
static gboolean
merged_parts_agree (const DuiBatchRow *row, const DuiFigureRow *figure)
{
  return ((row->gives & DUI_GIVES_VALUE) || row->value == figure->value)
         && ((row->gives & DUI_GIVES_BASE) || row->base == figure->base)
         && ((row->gives & DUI_GIVES_GROWTH) || row->growth == figure->growth);
}

/* @figure NULL where the book has none. */
static gboolean
check_verdict (DuiImport *self,
               const DuiImportEntry *entry,
               const DuiFigureRow *figure,
               GError **error)
{
  const DuiBatchRow *row = dui_import_get_row (self, entry);
  gboolean holds;

  switch (row->verdict)
    {
    case DUI_ROW_NEW:
      holds = figure == NULL;
      break;
    case DUI_ROW_SAME:
      holds = figure && values_agree (row, figure) && row->status <= figure->status;
      break;
    default:
      holds = figure && merged_parts_agree (row, figure)
              && !(values_agree (row, figure) && row->status == figure->status);
      if (holds && row->status < figure->status)
        return dui_import_refuse (
            self, entry, DUI_STORE_ERROR_REFUSED,
            _ ("the book has this figure with a higher status. Change it by hand if it "
               "is wrong"),
            error);
    }
  return holds || dui_import_refuse_stale (self, entry, error);
}

/* Walks the entries of one indicator, from @at, beside the figures that the book has of it. */
static gboolean
check_indicator (DuiImport *self, DuiStatement *statement, guint *at, GError **error)
{
  DuiImportEntry *entries = (DuiImportEntry *) (gpointer) self->entries->data;
  gint64 indicator = dui_import_key_indicator (entries[*at].key);
  guint past = *at;
  DuiStep step;

  while (past < self->entries->len && dui_import_key_indicator (entries[past].key) == indicator)
    past++;
  dui_statement_bind (statement, "iii", indicator,
                      (gint64) dui_import_key_period (entries[*at].key),
                      (gint64) dui_import_key_period (entries[past - 1].key));
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW && *at < past)
    {
      DuiFigureRow figure;
      gint64 checksum;
      guint64 key;

      dui_figures_read_row (statement, &figure, &checksum);
      key = dui_import_key (figure.indicator, figure.period, figure.place);
      for (; *at < past && entries[*at].key < key; (*at)++)
        if (!check_verdict (self, &entries[*at], NULL, error))
          return FALSE;
      if (*at < past && entries[*at].key == key
          && !check_verdict (self, &entries[(*at)++], &figure, error))
        return FALSE;
    }
  sqlite3_reset (statement->handle);
  if (step == DUI_STEP_FAILED)
    return FALSE;
  for (; *at < past; (*at)++)
    if (!check_verdict (self, &entries[*at], NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
dui_import_check_verdicts (DuiImport *self, GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, DUI_IMPORT_ACTION,
      "SELECT " DUI_FIGURE_COLUMNS " FROM figure WHERE indicator = ?1 AND period BETWEEN ?2 AND ?3"
      " ORDER BY period, place",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint at = 0; at < self->entries->len;)
    if (!check_indicator (self, statement, &at, error))
      return FALSE;
  return TRUE;
}
