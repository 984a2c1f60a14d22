/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/peers-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/peers-words.h"
#include "charts/subject.h"
#include "model/format.h"

static const char *
name_of (const DuiPeers *peers, guint place)
{
  return place == DUI_NO_PLACE
             ? NULL
             : dui_place_get_name (dui_catalog_get_place (peers->panel->catalog, place));
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const DuiPeersDot *left = a, *right = b;

  return (left->value > right->value) - (left->value < right->value);
}

static double
position (const DuiPeers *peers, const DuiStandingRow *row)
{
  return dui_ratio_to_double (
      dui_peers_shown (peers, dui_neighbours_value (peers->standing, row)));
}

static void
add_dots (DuiPeersData *self, const DuiPeers *peers)
{
  const DuiStanding *standing = peers->standing;

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);
      DuiRatio value = dui_neighbours_value (standing, row);
      g_autofree char *text = dui_peers_value_text (peers, value);
      DuiPeersDot dot = { row->place, row == peers->us, position (peers, row) };

      /* Translators: 1 place, 2 its value, 3 its rank. */
      dot.mark = g_strdup_printf (_ ("%1$s: %2$s, rank %3$u"), name_of (peers, row->place), text,
                                  row->rank);
      g_array_append_val (self->dots, dot);
    }
  g_array_sort (self->dots, compare_dots);
}

static void
add_span (DuiPeersData *self,
          const DuiPeers *peers,
          DuiRole role,
          const char *format,
          guint place,
          DuiRatio gap)
{
  g_autofree char *text = dui_peers_gap_text (peers, gap);
  const DuiStanding *standing = peers->standing;
  DuiPeersSpan span = { .role = role };

  if (!text)
    return;
  span.from = position (peers, peers->us);
  span.to = position (peers, dui_neighbours_row (standing, place));
  span.label = dui_chart_fill (format, name_of (peers, place), text, NULL);
  g_array_append_val (self->spans, span);
}

/* Points as they are; an amount in percent of our own (PRACTICE R15). */
static DuiRatio
to_points (const DuiPeers *peers, const DuiPeerPeriod *period, DuiRatio gap)
{
  if (dui_ratio_is_missing (gap) || peers->standing->by == DUI_RANK_BY_GROWTH
      || peers->standing->by == DUI_RANK_BY_PROGRESS)
    return gap;
  return dui_ratio_sign (period->value) > 0
             ? dui_ratio_scale ((DuiRatio){ gap.num, period->value.num }, 100, 1)
             : DUI_RATIO_MISSING;
}

static char *
describe_period (const DuiPeers *peers, const DuiPeerPeriod *period)
{
  g_autofree char *label = dui_period_to_label (period->period);
  g_autofree char *lead = dui_peers_gap_text (peers, period->whoever.lead);
  g_autofree char *chase = dui_peers_gap_text (peers, period->whoever.chase);
  GString *text = g_string_new (NULL);

  if (period->rank == 0)
    /* Translators: 1 period. */
    g_string_printf (text, _ ("%1$s: not ranked"), label);
  else
    /* Translators: 1 period, 2 rank. */
    g_string_printf (text, _ ("%1$s: rank %2$u"), label, period->rank);
  if (lead)
    /* Translators: goes on after the rank. 1 place, 2 gap with its measure. */
    g_string_append_printf (text, _ (", %1$s ahead by %2$s"),
                            name_of (peers, period->whoever.above), lead);
  if (chase)
    g_string_append_printf (text, _ (", %1$s behind by %2$s"),
                            name_of (peers, period->whoever.below), chase);
  return g_string_free (text, FALSE);
}

static void
add_bars (DuiPeersData *self, const DuiPeers *peers)
{
  for (guint i = 0; i < peers->history->len; i++)
    {
      const DuiPeerPeriod *period = &g_array_index (peers->history, DuiPeerPeriod, i);
      DuiRatio lead = to_points (peers, period, period->whoever.lead);
      DuiRatio chase = to_points (peers, period, period->whoever.chase);
      const DuiPeersBar bar = {
        .period = period->period,
        .lead = dui_ratio_to_double (lead),
        .chase = dui_ratio_to_double (chase),
        .above = name_of (peers, period->whoever.above),
        .below = name_of (peers, period->whoever.below),
        .lead_text = dui_ratio_is_missing (lead) ? NULL : dui_format_number (lead, 1),
        .chase_text = dui_ratio_is_missing (chase) ? NULL : dui_format_number (chase, 1),
        .mark = describe_period (peers, period),
      };

      g_array_append_val (self->bars, bar);
    }
}

static void
add_whole (DuiPeersData *self, const DuiPeers *peers)
{
  DuiPlace *parent = dui_catalog_get_place (peers->panel->catalog, peers->parent);
  DuiRatio value;

  if (dui_ratio_is_missing (peers->over_whole))
    return;
  value = peers->standing->by == DUI_RANK_BY_GROWTH
              ? peers->whole.growth
              : (peers->standing->tier == DUI_TIER_ASSESSED
                     ? peers->whole.assessed.completion
                     : peers->whole.tiers[peers->standing->tier].completion);
  self->whole = dui_ratio_to_double (dui_peers_shown (peers, value));
  self->whole_label = g_strdup (dui_place_get_whole_label (parent));
}

static void
clear_dot (gpointer dot)
{
  g_free (((DuiPeersDot *) dot)->mark);
}

static void
clear_span (gpointer span)
{
  g_free (((DuiPeersSpan *) span)->label);
}

static void
clear_bar (gpointer pointer)
{
  DuiPeersBar *bar = pointer;

  g_free (bar->lead_text);
  g_free (bar->chase_text);
  g_free (bar->mark);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

DuiPeersData *
dui_peers_data_new (const DuiPeers *peers)
{
  DuiPeersData *self = g_new0 (DuiPeersData, 1);

  self->dots = new_array (sizeof (DuiPeersDot), clear_dot);
  self->spans = new_array (sizeof (DuiPeersSpan), clear_span);
  self->bars = new_array (sizeof (DuiPeersBar), clear_bar);
  self->whole = NAN;
  if (!peers || peers->standing->rows->len < 2)
    return self;
  self->catalog = dui_catalog_ref (peers->panel->catalog);
  self->in_points = dui_peers_is_in_points (peers);
  add_whole (self, peers);
  add_dots (self, peers);
  /* Translators: the place ahead and by how much: 标兵南乐县 0.2个百分点. */
  add_span (self, peers, DUI_ROLE_SHORT, _ ("ahead %1$s: %2$s"), peers->neighbours.above,
            peers->neighbours.lead);
  add_span (self, peers, DUI_ROLE_AHEAD, _ ("behind %1$s: %2$s"), peers->neighbours.below,
            peers->neighbours.chase);
  add_bars (self, peers);
  return self;
}

void
dui_peers_data_free (DuiPeersData *self)
{
  g_array_unref (self->dots);
  g_array_unref (self->spans);
  g_array_unref (self->bars);
  g_free (self->whole_label);
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  g_free (self);
}
