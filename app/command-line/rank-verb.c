/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking of the book's places at one period. */
#include "command-line/json.h"
#include "command-line/measured.h"
#include "command-line/ranking-table.h"
#include "command-line/score-rank.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

static void
print_row_json (DuiJson *json,
                const DuiStanding *standing,
                const DuiPanel *panel,
                const DuiStandingRow *row)
{
  DuiIndicator *indicator = panel->indicator;
  const DuiTierProgress *tier = &row->tier;

  dui_json_begin_object (json, NULL);
  dui_json_place (json, "place", panel->catalog, row->place);
  dui_json_placing (json, row->rank, row->previous_rank, row->change);
  switch (standing->by)
    {
    case DUI_RANK_BY_GROWTH:
      dui_json_percent (json, "value", row->value);
      break;
    case DUI_RANK_BY_PROGRESS:
      dui_json_difference (json, "value", indicator, row->value);
      break;
    case DUI_RANK_BY_COMPLETED:
    case DUI_RANK_BY_MONTH:
    default:
      dui_json_average (json, "value", indicator, row->value);
    }
  dui_json_amount (json, "completed", indicator, row->progress.completed);
  dui_json_amount (json, "target", indicator,
                   tier->target ? tier->target->value : DUI_AMOUNT_MISSING);
  dui_json_percent (json, "completion", tier->completion);
  dui_json_difference (json, "difference", indicator, tier->difference);
  dui_json_percent (json, "growth", row->progress.growth);
  dui_json_text (json, "card", dui_card_to_nick (tier->card));
  dui_json_flag (json, "bottom", row->bottom);
  dui_json_flag (json, "tied", row->tied);
  dui_json_count (json, "streak", row->streak);
  dui_json_percent (json, "share", row->share);
  dui_json_end_object (json);
}

static void
print_json (const DuiStanding *standing,
            const DuiPanel *panel)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_text (json, "indicator", dui_indicator_get_code (panel->indicator));
  dui_json_period (json, "period", standing->period);
  dui_json_text (json, "by", dui_rank_by_to_nick (standing->by));
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < standing->rows->len; i++)
    print_row_json (json, standing, panel, &g_array_index (standing->rows, DuiStandingRow, i));
  dui_json_end_array (json);
  dui_json_places (json, "unreported", panel->catalog, standing->unreported);
  dui_json_places (json, "untargeted", panel->catalog, standing->untargeted);
  dui_json_flag (json, "provisional", standing->provisional);
  dui_json_end_object (json);
}

static gboolean
read_bottom (const char *text,
             guint *bottom,
             GError **error)
{
  guint64 number = 0;

  if (text && !g_ascii_string_to_unsigned (text, 10, 1, 99, &number, NULL))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%s” is not a size of the bottom set; write a number from 1 to 99"), text);
      return FALSE;
    }
  *bottom = (guint) number;
  return TRUE;
}

static DuiExit
run_rank (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  g_autofree char *by_text = NULL;
  g_autofree char *bottom_text = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by_text, DUI_MEASURED_HELP, N_ ("MEASURED") },
    { "bottom", 0, 0, G_OPTION_ARG_STRING, &bottom_text,
      N_ ("size of the bottom set (default: the book's rule, 3)"), N_ ("K") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiStanding) standing = NULL;
  DuiMeasured measured;
  guint bottom;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_measured_read (self, by_text, &measured, error)
      || !read_bottom (bottom_text, &bottom, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD, error))
    return DUI_EXIT_DONE;
  if (measured.by_score)
    {
      dui_score_rank_print (self, bottom, error);
      return DUI_EXIT_DONE;
    }
  standing = dui_standing_compute (self->panel, self->place, self->period, measured.by,
                                   self->tier, bottom);
  if (self->json)
    print_json (standing, self->panel);
  else
    dui_ranking_table_print (standing, self->panel, self->place);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_rank = {
  .name = "rank",
  .summary = N_ ("ranks the places at one period"),
  .notes = N_ ("The bottom set follows what is ranked by; the streak is always by growth.\n"
              "By score there is no indicator; only then the answer has a \"scheme\", \"parts\" and\n"
              "\"to_pass\": the smallest amount, by what it is of what was due in percent, that passes\n"
              "whoever is right above when it is added to one indicator."),
  .shape = "  {'indicator','period','by','scheme',\n"
           "   'rows':[{'place','rank','previous_rank','change','value','completed','target',\n"
           "     'completion','difference','growth','card','bottom','tied','streak','share',\n"
           "     'parts':[{'indicator','rule','state','weight','reached','rank','earned','bonus'}],\n"
           "     'to_pass':{'place','indicator','added','due','rank'}}],\n"
           "   'unreported':[place],'untargeted':[place],'provisional'}",
  .examples = "  duibiao rank\n"
              "  duibiao rank --by progress --period 2021-11 --json\n"
              "  duibiao rank --indicator investment --by month --bottom 5\n"
              "  duibiao rank --by score",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_TIER,
  .run = run_rank,
};
