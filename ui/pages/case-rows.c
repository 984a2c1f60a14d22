/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/case-rows.h"

#include <glib/gi18n-lib.h>

#include "model/format.h"

void
dui_case_rows_set_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { _ ("Place"), 80, FALSE },   { _ ("Kind"), 90, FALSE },  { _ ("Indicator"), 104, FALSE },
    { _ ("Period"), 116, FALSE }, { _ ("State"), 78, FALSE }, { _ ("Due"), 126, FALSE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

static char *
format_due (const DuiCase *self,
            DuiDay today)
{
  DuiDay due = dui_case_get_due (self);
  g_autofree char *day = due > 0 ? dui_day_to_string (due) : g_strdup ("—");

  /* Translators: a day that is past. */
  return dui_case_is_late (self, today) ? g_strdup_printf (_ ("%s, late"), day)
                                        : g_steal_pointer (&day);
}

GPtrArray *
dui_case_rows_new (DuiCatalog *catalog,
                   GPtrArray *cases,
                   DuiDay today)
{
  GPtrArray *rows = dui_plain_table_new_rows ();

  for (guint i = 0; i < cases->len; i++)
    {
      const DuiCase *self = g_ptr_array_index (cases, i);
      DuiPlace *place = dui_catalog_get_place (catalog, self->place);
      DuiIndicator *indicator = dui_catalog_get_indicator (catalog, self->indicator);
      char **cells = g_new0 (char *, 7);

      cells[0] = g_strdup (dui_place_get_name (place));
      cells[1] = g_strdup (dui_case_kind_to_label (self->kind));
      cells[2] = g_strdup (indicator ? dui_indicator_get_display_name (indicator)
                                     : self->indicator);
      cells[3] = dui_period_to_label (self->period);
      cells[4] = g_strdup (dui_case_get_state_label (self));
      cells[5] = format_due (self, today);
      dui_plain_table_add_row (rows, self->id, cells,
                               dui_case_is_late (self, today) ? "behind" : NULL);
    }
  return rows;
}

void
dui_case_rows_set_evidence_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { _ ("Period"), 110, FALSE },
    { C_ ("column", "Growth %"), 80, TRUE },
    { C_ ("column", "Rank"), 60, TRUE },
    { _ ("Ranked"), 60, TRUE },
    { C_ ("column", "Of the month %"), 110, TRUE },
    { _ ("Its rank"), 80, TRUE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

static char *
format_rank (guint rank)
{
  return rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("—");
}

static char *
format_growth (DuiAmount growth)
{
  return dui_format_percent (dui_amount_to_ratio (growth, DUI_CASE_SCALE), 1);
}

GPtrArray *
dui_case_rows_new_evidence (const DuiCase *self)
{
  GPtrArray *rows = dui_plain_table_new_rows ();

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const DuiCasePeriod *period = &g_array_index (self->evidence, DuiCasePeriod, i);
      char **cells = g_new0 (char *, 7);

      cells[0] = dui_period_to_label (period->period);
      cells[1] = format_growth (period->growth);
      cells[2] = format_rank (period->rank);
      cells[3] = g_strdup_printf ("%u", period->n_ranked);
      cells[4] = format_growth (period->month_growth);
      cells[5] = format_rank (period->month_rank);
      dui_plain_table_add_row (rows, i, cells, NULL);
    }
  return rows;
}

void
dui_case_rows_set_event_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { C_ ("case", "Date"), 90, FALSE }, { C_ ("case", "Event"), 80, FALSE }, { _ ("Who"), 64, FALSE },
    { _ ("Note"), 92, FALSE }, { _ ("Due"), 90, FALSE },          { _ ("File"), 100, FALSE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

static char *
text_or_dash (const char *text)
{
  return g_strdup (text && *text ? text : "—");
}

GPtrArray *
dui_case_rows_new_events (const DuiCase *self)
{
  GPtrArray *rows = dui_plain_table_new_rows ();

  for (guint i = 0; i < self->events->len; i++)
    {
      const DuiCaseEvent *event = g_ptr_array_index (self->events, i);
      char **cells = g_new0 (char *, 7);

      cells[0] = dui_day_to_string (event->happened_on);
      cells[1] = g_strdup (dui_case_event_to_label (event->kind));
      cells[2] = text_or_dash (event->person);
      cells[3] = text_or_dash (event->note);
      cells[4] = event->due_on > 0 ? dui_day_to_string (event->due_on) : g_strdup ("—");
      cells[5] = text_or_dash (event->file_name);
      dui_plain_table_add_row (rows, i, cells, NULL);
    }
  return rows;
}
