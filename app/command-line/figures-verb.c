/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of one place, with where each came from and what it was before. */
#include "command-line/figure-json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

/* The periods to show, oldest first: the one asked for, or every one with a figure. A figure that was
 * removed has a history. */
static GArray *
choose_periods (DuiInvocation *self,
                gboolean with_history)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
  const DuiPanel *panel = self->panel;

  if (with_history && self->period_text)
    {
      g_array_append_val (periods, self->period);
      return periods;
    }
  for (guint i = 0; i < panel->n_periods; i++)
    {
      DuiPeriod period = panel->first + (DuiPeriod) i;

      if (dui_panel_get_figure (panel, self->place, period).status != DUI_STATUS_NONE
          && (!self->period_text || period == self->period))
        g_array_append_val (periods, period);
    }
  return periods;
}

static GPtrArray *
read_history (DuiInvocation *self,
              DuiPeriod period,
              GError **error)
{
  const DuiHistorySubject subject = {
    .kind = DUI_HISTORY_FIGURE,
    .indicator = dui_indicator_get_code (self->panel->indicator),
    .place = self->place,
    .period = period,
  };

  return dui_book_get_history (self->book, &subject, error);
}

static void
print_source_json (DuiJson *json,
                   const DuiChange *source)
{
  dui_json_begin_object (json, "source");
  dui_json_text (json, "file", source->file);
  dui_json_text (json, "sha256", source->sha256);
  if (source->row > 0)
    dui_json_count (json, "row", source->row);
  else
    dui_json_null (json, "row");
  dui_json_text (json, "at", source->at);
  dui_json_text (json, "who", source->who);
  dui_json_end_object (json);
}

static void
print_changes_json (DuiJson *json,
                    DuiIndicator *indicator,
                    GPtrArray *history)
{
  dui_json_begin_array (json, "changes");
  for (guint i = 0; i < history->len; i++)
    {
      const DuiChange *change = g_ptr_array_index (history, i);

      if (change->old_values.status == DUI_STATUS_NONE)
        continue;
      dui_json_begin_object (json, NULL);
      dui_json_text (json, "at", change->at);
      dui_json_text (json, "who", change->who);
      dui_json_text (json, "reason", change->reason);
      dui_figure_json (json, "old", indicator, &change->old_values);
      dui_figure_json (json, "new", indicator, &change->new_values);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static gboolean
print_row_json (DuiInvocation *self,
                DuiJson *json,
                DuiPeriod period,
                GError **error)
{
  DuiIndicator *indicator = self->panel->indicator;
  DuiFigureValues figure = dui_panel_get_figure (self->panel, self->place, period);
  g_autoptr (GPtrArray) history = read_history (self, period, error);

  if (!history)
    return FALSE;
  dui_json_begin_object (json, NULL);
  dui_json_period (json, "period", period);
  dui_figure_json_members (json, indicator, &figure);
  if (history->len > 0)
    print_source_json (json, g_ptr_array_index (history, 0));
  else
    dui_json_null (json, "source");
  print_changes_json (json, indicator, history);
  dui_json_end_object (json);
  return TRUE;
}

static gboolean
print_json (DuiInvocation *self,
            GArray *periods,
            GError **error)
{
  g_autoptr (DuiJson) json = dui_json_new ();
  gboolean good = TRUE;

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; good && i < periods->len; i++)
    good = print_row_json (self, json, g_array_index (periods, DuiPeriod, i), error);
  dui_json_end_array (json);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self));
  dui_json_end_object (json);
  return good;
}

/* As they are stored: what was changed a little must not look the same. */
static void
add_values (DuiTextTable *table,
            DuiIndicator *indicator,
            const DuiFigureValues *values)
{
  dui_text_table_take (table, dui_label_exact (indicator, values->value));
  dui_text_table_take (table, dui_label_exact (indicator, values->base));
  dui_text_table_take (table, dui_format_percent (
                             dui_amount_to_ratio (values->growth, DUI_GROWTH_SCALE), 2));
  dui_text_table_add (table, dui_label_status (values->status));
}

static gboolean
print_history (DuiInvocation *self,
               DuiPeriod period,
               GError **error)
{
  g_autoptr (GPtrArray) history = read_history (self, period, error);
  g_autofree char *label = dui_period_to_label (period);

  if (!history)
    return FALSE;
  dui_output_format ("%s\n", label);
  for (guint i = 0; i < history->len; i++)
    {
      g_autofree char *line = dui_change_describe (g_ptr_array_index (history, i));

      dui_output_format ("  %s\n", line);
    }
  return TRUE;
}

static void
print_table (DuiInvocation *self,
             GArray *periods)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, _ ("Period"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Completed"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Base"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Reported growth %"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Status"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < periods->len; i++)
    {
      DuiPeriod period = g_array_index (periods, DuiPeriod, i);
      DuiFigureValues figure = dui_panel_get_figure (self->panel, self->place, period);

      dui_text_table_take (table, dui_period_to_string (period));
      add_values (table, self->panel->indicator, &figure);
    }
  dui_text_table_print (table);
}

static gboolean
print_text (DuiInvocation *self,
            GArray *periods,
            gboolean with_history,
            GError **error)
{
  DuiIndicator *indicator = self->panel->indicator;

  /* Translators: 1 place, 2 indicator, 3 measure. */
  dui_output_format (_ ("%1$s, %2$s (%3$s)\n"), dui_label_place (self->catalog, self->place),
                     dui_indicator_get_display_name (indicator),
                     dui_measure_display (dui_indicator_get_measure (indicator)));
  if (!with_history)
    print_table (self, periods);
  for (guint i = 0; with_history && i < periods->len; i++)
    if (!print_history (self, g_array_index (periods, DuiPeriod, i), error))
      return FALSE;
  return TRUE;
}

static DuiExit
run_figures (DuiInvocation *self,
             int argc,
             char **argv,
             GError **error)
{
  gboolean with_history = FALSE;
  const GOptionEntry entries[] = {
    { "history", 0, 0, G_OPTION_ARG_NONE, &with_history,
      N_ ("also every earlier value, with who changed it, when and why"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GArray) periods = NULL;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "--place", self->place_text, error)
      || !dui_invocation_open (self, DUI_NEEDS_PANEL, error))
    return DUI_EXIT_DONE;
  periods = choose_periods (self, with_history && !self->json);
  if (self->json)
    print_json (self, periods, error);
  else
    print_text (self, periods, with_history, error);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_figures = {
  .name = "figures",
  .summary = N_ ("lists the figures of a place"),
  .notes
  = N_ ("Oldest period first, newest change first. The growth is the one that was reported.\n"
        "The JSON always has the changes."),
  .shape = "  {'rows':[{'period','completed','base','growth','status',\n"
           "    'source':{'file','sha256','row','at','who'},\n"
           "    'changes':[{'at','who','reason',\n"
           "      'old':{'completed','base','growth','status'},'new':{…}}]}],\n"
           "   'provisional'}",
  .examples = "  duibiao figures --place 410922100\n"
              "  duibiao figures --place 410922100 --period 2021-11 --history",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE,
  .run = run_figures,
};
