/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/bulletin-rows.h"

#include <glib/gi18n-lib.h>

#include "briefing/issued-words.h"

enum
{
  PLACE,
  COMPLETED,
  TARGET,
  GROWTH,
  GROWTH_RANK,
  PROGRESS_RANK,
  COMPLETED_RANK,
  N_COLUMNS
};

void
dui_bulletin_rows_set_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[N_COLUMNS] = {
    [PLACE] = { _ ("Place"), 110, FALSE },
    [COMPLETED] = { _ ("Completed"), 100, TRUE },
    [TARGET] = { _ ("Target"), 100, TRUE },
    [GROWTH] = { _ ("Growth"), 80, TRUE },
    [GROWTH_RANK] = { _ ("Rank by growth"), 84, TRUE },
    [PROGRESS_RANK] = { _ ("Rank by progress"), 84, TRUE },
    [COMPLETED_RANK] = { _ ("Rank by completed"), 84, TRUE },
  };

  dui_plain_table_set_columns (table, columns, N_COLUMNS);
}

GPtrArray *
dui_bulletin_rows_new (DuiIndicator *indicator,
                       GPtrArray *rows)
{
  GPtrArray *made = dui_plain_table_new_rows ();

  for (guint i = 0; i < rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (rows, i);
      char **cells = g_new0 (char *, N_COLUMNS + 1);

      cells[PLACE] = g_strdup (row->name);
      cells[COMPLETED] = row->values.status == DUI_STATUS_NONE
                             ? g_strdup (_ ("not reported"))
                             : dui_issued_words_amount (indicator, row->values.value);
      cells[TARGET] = dui_issued_words_amount (indicator, row->target);
      cells[GROWTH] = dui_issued_words_growth (row);
      for (guint by = 0; by < DUI_N_ISSUED_BY; by++)
        cells[GROWTH_RANK + by] = dui_issued_words_rank (row, by);
      dui_plain_table_add_row (made, row->place, cells,
                               row->ranks[DUI_ISSUED_BY_GROWTH].bottom ? "bottom" : NULL);
    }
  return made;
}

/* Changes ---------------------------------------------------------------------------------------- */

void
dui_bulletin_rows_set_change_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { _ ("Place"), 100, FALSE }, { _ ("Content"), 90, FALSE },  { _ ("As issued"), 100, TRUE },
    { _ ("Now"), 100, TRUE },    { _ ("Reason"), 250, FALSE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

/* The newest reason that the log has since the bulletin, "—" for none. */
static char *
find_reason (DuiBook *book,
             const DuiIssuedBulletin *bulletin,
             guint place,
             DuiHistoryKind kind)
{
  const DuiHistorySubject subject = { .kind = kind,
                                      .indicator = bulletin->indicator,
                                      .place = place,
                                      .period = bulletin->period,
                                      .year = dui_period_year (bulletin->period),
                                      .tier = DUI_TIER_ADJUSTED };
  g_autoptr (GPtrArray) history = dui_book_get_history (book, &subject, NULL);
  const DuiChange *change = history && history->len > 0 ? g_ptr_array_index (history, 0) : NULL;

  if (!change || change->command <= bulletin->command)
    return g_strdup ("—");
  /* Translators: why a number was changed: 1 the time, 2 who, 3 the reason. */
  return g_strdup_printf (_ ("%1$s %2$s: %3$s"), change->at, change->who,
                          change->reason ? change->reason : dui_records_verb_label (change->verb));
}

/* What it says of a place's own numbers has a reason; ranks follow from those of all. */
static void
add_change (GPtrArray *made,
            DuiBook *book,
            DuiIndicator *indicator,
            const DuiIssuedBulletin *bulletin,
            const DuiIssueChange *change)
{
  g_autoptr (GPtrArray) parts
      = dui_issued_words_compare (indicator, change->issued, change->now,
                                  dui_issued_bulletin_has_ranks (bulletin));
  gboolean figures = !change->issued || change->issued->values.value != change->now->values.value
                     || change->issued->values.base != change->now->values.base
                     || change->issued->values.growth != change->now->values.growth;
  gboolean target = change->issued && change->issued->target != change->now->target;
  g_autofree char *reason
      = figures  ? find_reason (book, bulletin, change->now->place, DUI_HISTORY_FIGURE)
        : target ? find_reason (book, bulletin, change->now->place, DUI_HISTORY_TARGET)
                 : g_strdup (_ ("follows from other places"));

  for (guint i = 0; i < parts->len; i++)
    {
      const DuiIssuedPart *part = g_ptr_array_index (parts, i);
      char **cells = g_new0 (char *, 6);

      cells[0] = g_strdup (change->now->name);
      cells[1] = g_strdup (part->what);
      cells[2] = g_strdup (part->issued);
      cells[3] = g_strdup (part->now);
      cells[4] = g_strdup (reason);
      dui_plain_table_add_row (made, change->now->place, cells, NULL);
    }
}

GPtrArray *
dui_bulletin_rows_new_changes (DuiBook *book,
                               DuiIndicator *indicator,
                               const DuiIssuedBulletin *bulletin,
                               GPtrArray *changes)
{
  GPtrArray *made = dui_plain_table_new_rows ();

  for (guint i = 0; i < changes->len; i++)
    add_change (made, book, indicator, bulletin, g_ptr_array_index (changes, i));
  return made;
}
