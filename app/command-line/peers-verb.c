/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place among its peers: who is above, who below, how far, and what would change it. */
#include "command-line/json.h"
#include "command-line/peers-table.h"
#include "command-line/typed.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

/* A value as dui_neighbours_value(). */
static void
print_value (DuiJson *json,
             const char *key,
             const DuiPeers *peers,
             DuiRatio value)
{
  DuiIndicator *indicator = peers->panel->indicator;
  DuiRankBy by = peers->standing->by;

  if (by == DUI_RANK_BY_GROWTH
      || (by == DUI_RANK_BY_PROGRESS && dui_indicator_has_pace (indicator)))
    dui_json_percent (json, key, value);
  else if (by == DUI_RANK_BY_PROGRESS)
    dui_json_difference (json, key, indicator, value);
  else
    dui_json_average (json, key, indicator, value);
}

static void
print_gap (DuiJson *json,
           const char *key,
           const DuiPeers *peers,
           DuiRatio gap)
{
  switch (peers->standing->by)
    {
    case DUI_RANK_BY_GROWTH:
      dui_json_points (json, key, gap);
      break;
    case DUI_RANK_BY_PROGRESS:
      dui_json_difference (json, key, peers->panel->indicator, gap);
      break;
    case DUI_RANK_BY_COMPLETED:
    case DUI_RANK_BY_MONTH:
    default:
      dui_json_average (json, key, peers->panel->indicator, gap);
    }
}

static void
print_neighbours (DuiJson *json,
                  const DuiPeers *peers,
                  const DuiNeighbours *neighbours)
{
  dui_json_place (json, "above", peers->panel->catalog, neighbours->above);
  dui_json_place (json, "below", peers->panel->catalog, neighbours->below);
  print_gap (json, "lead_gap", peers, neighbours->lead);
  print_gap (json, "chase_gap", peers, neighbours->chase);
}

static void
print_rank (DuiJson *json,
            guint rank)
{
  if (rank > 0)
    dui_json_count (json, "rank", rank);
  else
    dui_json_null (json, "rank");
}

static void
print_us (DuiJson *json,
          const DuiPeers *peers)
{
  const DuiStandingRow *us = peers->us;

  dui_json_place (json, "us", peers->panel->catalog, peers->place);
  if (us)
    dui_json_placing (json, us->rank, us->previous_rank, us->change);
  else
    {
      print_rank (json, 0);
      dui_json_null (json, "previous_rank");
      dui_json_null (json, "change");
    }
  print_value (json, "value", peers,
               us ? dui_neighbours_value (peers->standing, us) : DUI_RATIO_MISSING);
  dui_json_places (json, "level", peers->panel->catalog, peers->level);
  print_neighbours (json, peers, &peers->neighbours);
  dui_json_amount (json, "to_pass", peers->panel->indicator, peers->to_pass);
}

static void
print_trend (DuiJson *json,
             const char *key,
             const DuiGapTrend *trend)
{
  dui_json_begin_object (json, key);
  dui_json_text (json, "same", dui_trend_to_nick (trend->same));
  dui_json_text (json, "whoever", dui_trend_to_nick (trend->whoever));
  dui_json_end_object (json);
}

static void
print_history (DuiJson *json,
               const DuiPeers *peers)
{
  dui_json_begin_array (json, "history");
  for (guint i = 0; i < peers->history->len; i++)
    {
      const DuiPeerPeriod *period = &g_array_index (peers->history, DuiPeerPeriod, i);

      dui_json_begin_object (json, NULL);
      dui_json_period (json, "period", period->period);
      print_rank (json, period->rank);
      dui_json_count (json, "ranked", period->n_ranked);
      print_value (json, "value", peers, period->value);
      print_neighbours (json, peers, &period->whoever);
      print_gap (json, "same_lead_gap", peers, period->same_lead);
      print_gap (json, "same_chase_gap", peers, period->same_chase);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_rows (DuiJson *json,
            const DuiPeers *peers)
{
  const DuiStanding *standing = peers->standing;

  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", peers->panel->catalog, row->place);
      dui_json_placing (json, row->rank, row->previous_rank, row->change);
      print_value (json, "value", peers, dui_neighbours_value (standing, row));
      dui_json_amount (json, "completed", peers->panel->indicator, row->progress.completed);
      dui_json_percent (json, "completion", row->tier.completion);
      dui_json_percent (json, "growth", row->progress.growth);
      dui_json_flag (json, "tied", row->tied);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_places (json, "unreported", peers->panel->catalog, standing->unreported);
  dui_json_places (json, "untargeted", peers->panel->catalog, standing->untargeted);
}

static void
print_whole (DuiJson *json,
             const DuiPeers *peers)
{
  dui_json_begin_object (json, "whole");
  dui_json_place (json, "place", peers->panel->catalog, peers->parent);
  dui_json_amount (json, "completed", peers->panel->indicator, peers->whole.completed);
  dui_json_percent (json, "growth", peers->whole.growth);
  print_gap (json, "difference", peers, peers->over_whole);
  dui_json_end_object (json);
}

static void
print_what_if (DuiJson *json,
               const DuiPeers *peers,
               const DuiWhatIf *what_if)
{
  if (!what_if)
    {
      dui_json_null (json, "what_if");
      return;
    }
  dui_json_begin_object (json, "what_if");
  dui_json_amount (json, "added", peers->panel->indicator, what_if->added);
  print_rank (json, what_if->rank);
  dui_json_flag (json, "tied", what_if->tied);
  print_value (json, "value", peers, what_if->value);
  print_neighbours (json, peers, &what_if->neighbours);
  dui_json_end_object (json);
}

static void
print_json (const DuiPeers *peers,
            const DuiWhatIf *what_if)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_text (json, "indicator", dui_indicator_get_code (peers->panel->indicator));
  dui_json_period (json, "period", peers->standing->period);
  dui_json_text (json, "by", dui_rank_by_to_nick (peers->standing->by));
  print_us (json, peers);
  print_trend (json, "lead_trend", &peers->lead);
  print_trend (json, "chase_trend", &peers->chase);
  print_history (json, peers);
  print_rows (json, peers);
  print_whole (json, peers);
  print_what_if (json, peers, what_if);
  dui_json_flag (json, "provisional", peers->standing->provisional);
  dui_json_end_object (json);
}

static gboolean
read_by (const char *text,
         DuiRankBy *by,
         GError **error)
{
  *by = DUI_RANK_BY_GROWTH;
  if (!text || dui_rank_by_from_nick (text, by))
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("peers are not ranked by “%s”; write growth, progress, completed or month"), text);
  return FALSE;
}

static gboolean
ask_what_if (DuiInvocation *self,
             const DuiPeers *peers,
             const char *text,
             DuiWhatIf *what_if,
             GError **error)
{
  DuiAmount added = DUI_AMOUNT_MISSING;

  if (!dui_typed_amount (text, self->panel->indicator, &added, error))
    return FALSE;
  if (dui_peers_what_if (peers, added, what_if))
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("nothing can be added for %s, which has no figure to rank; leave --add out"),
               dui_place_get_name (dui_catalog_get_place (self->catalog, self->place)));
  return FALSE;
}

static DuiExit
run_peers (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  g_autofree char *by_text = NULL;
  g_autofree char *add_text = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by_text,
      N_ ("growth, progress, completed or month (default: growth)"), N_ ("MEASURED") },
    { "add", 0, 0, G_OPTION_ARG_STRING, &add_text,
      N_ ("where the place would be with X more this month"), N_ ("X") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiPeers) peers = NULL;
  DuiWhatIf what_if;
  DuiRankBy by;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error) || !read_by (by_text, &by, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD, error))
    return DUI_EXIT_DONE;
  peers = dui_peers_compute (self->panel, self->place, self->period, by, self->tier);
  if (!peers)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("the book has no place above %s; give another --place"),
                   dui_place_get_name (dui_catalog_get_place (self->catalog, self->place)));
      return DUI_EXIT_DONE;
    }
  if (add_text && !ask_what_if (self, peers, add_text, &what_if, error))
    return DUI_EXIT_DONE;
  if (self->json)
    print_json (peers, add_text ? &what_if : NULL);
  else
    dui_peers_table_print (peers, add_text ? &what_if : NULL);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_peers = {
  .name = "peers",
  .summary = N_ ("compares a place with the one above and the one below it"),
  .notes
  = N_ ("Without --place it is the book's own place among those beside it. A gap is positive when\n"
        "the one named is ahead of us, or behind us; to_pass is what has to be added this month to be\n"
        "ahead of the one above, below zero where the figure has to be less. A trend compares a gap\n"
        "with each of the three periods before: with the same neighbour, and with whoever was there."),
  .shape = "  {'indicator','period','by','us','rank','previous_rank','change','value','level':[place],\n"
           "   'above','below','lead_gap','chase_gap','to_pass',\n"
           "   'lead_trend':{'same','whoever'},'chase_trend':{'same','whoever'},\n"
           "   'history':[{'period','rank','ranked','value','above','below','lead_gap','chase_gap',\n"
           "     'same_lead_gap','same_chase_gap'}],\n"
           "   'rows':[{'place','rank','previous_rank','change','value','completed','completion',\n"
           "     'growth','tied'}],'unreported':[place],'untargeted':[place],\n"
           "   'whole':{'place','completed','growth','difference'},\n"
           "   'what_if':{'added','rank','tied','value','above','below','lead_gap','chase_gap'},\n"
           "   'provisional'}",
  .examples = "  duibiao peers\n"
              "  duibiao peers --by completed --period 2021-11 --json\n"
              "  duibiao peers --add 1.5亿元",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE | DUI_TAKES_TIER,
  .run = run_peers,
};
