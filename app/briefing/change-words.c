/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/change-words.h"
#include "briefing/terms.h"
#include "briefing/words.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

void
dui_change_line_free (DuiChangeLine *self)
{
  g_free (self->what);
  g_free (self->then);
  g_free (self->now);
  g_free (self);
}

/* Takes the texts. */
static void
add_line (GPtrArray *lines,
          guint place,
          char *what,
          char *then,
          char *now)
{
  DuiChangeLine *line = g_new (DuiChangeLine, 1);

  *line = (DuiChangeLine){ place, what, then, now };
  g_ptr_array_add (lines, line);
}

static char *
format_rank (guint rank,
             gboolean bottom)
{
  if (rank == 0)
    return g_strdup ("—");
  /* Translators: a rank in the bottom set. */
  return bottom ? g_strdup_printf (_ ("%u (bottom)"), rank) : g_strdup_printf ("%u", rank);
}

static void
add_ranks (GPtrArray *lines,
           const DuiPanel *panel,
           const DuiChanges *changes,
           DuiPeriod period)
{
  g_autofree char *label = dui_period_to_short_label (period);

  for (guint i = 0; i < changes->ranks->len; i++)
    {
      const DuiRankChange *change = &g_array_index (changes->ranks, DuiRankChange, i);
      g_autoptr (DuiTerms) terms = dui_terms_new ();

      dui_terms_set (terms, "period", label);
      dui_terms_set (terms, "by", dui_words_ranked_by (panel->indicator, change->by, period));
      add_line (lines, change->place, dui_terms_fill (terms, _ ("{{period}}, rank by {{by}}")),
                format_rank (change->then, change->bottom_then),
                format_rank (change->now, change->bottom_now));
    }
}

static void
add_targets (GPtrArray *lines,
             const DuiPanel *panel,
             const DuiChanges *changes)
{
  for (guint i = 0; i < changes->targets->len; i++)
    {
      const DuiTargetChange *change = &g_array_index (changes->targets, DuiTargetChange, i);
      g_autoptr (DuiTerms) terms = dui_terms_new ();

      dui_terms_take (terms, "year", g_strdup_printf ("%d", change->year));
      dui_terms_set (terms, "tier", dui_tier_to_label (change->tier));
      dui_terms_take (terms, "day", dui_day_to_string (change->effective));
      add_line (lines, change->place,
                dui_terms_fill (terms, _ ("{{tier}} of {{year}} from {{day}}")),
                dui_format_amount (panel->indicator, change->then),
                dui_format_amount (panel->indicator, change->now));
    }
}

static char *
format_growth (DuiAmount growth)
{
  return dui_format_percent (dui_amount_to_ratio (growth, DUI_GROWTH_SCALE), 2);
}

static void
add_figure_part (GPtrArray *lines,
                 const DuiFigureChange *change,
                 const char *template,
                 char *then,
                 char *now)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  dui_terms_take (terms, "period", dui_period_to_label (change->period));
  if (g_str_equal (then, now))
    {
      g_free (then);
      g_free (now);
      return;
    }
  add_line (lines, change->place, dui_terms_fill (terms, template), then, now);
}

/* Exact: what differs by less than is printed has changed too. */
static char *
format_exact (DuiIndicator *indicator,
              DuiAmount amount)
{
  char *text = dui_amount_to_string (amount, dui_indicator_get_scale (indicator)
                                                 + dui_indicator_get_shown_shift (indicator));

  return text ? text : g_strdup ("—");
}

static void
add_figures (GPtrArray *lines,
             const DuiPanel *panel,
             const DuiChanges *changes)
{
  DuiIndicator *indicator = panel->indicator;

  for (guint i = 0; i < changes->figures->len; i++)
    {
      const DuiFigureChange *change = &g_array_index (changes->figures, DuiFigureChange, i);

      add_figure_part (lines, change, _ ("{{period}}, completed"),
                       format_exact (indicator, change->then.value),
                       format_exact (indicator, change->now.value));
      add_figure_part (lines, change, _ ("{{period}}, base"),
                       format_exact (indicator, change->then.base),
                       format_exact (indicator, change->now.base));
      add_figure_part (lines, change, _ ("{{period}}, reported growth %"),
                       format_growth (change->then.growth), format_growth (change->now.growth));
    }
}

static void
add_case (GPtrArray *lines,
          const DuiCase *one,
          DuiDay day)
{
  const char *before = NULL;

  for (guint i = 0; i < one->events->len; i++)
    {
      const DuiCaseEvent *event = g_ptr_array_index (one->events, i);
      g_autoptr (DuiTerms) terms = dui_terms_new ();

      if (event->happened_on >= day)
        {
          dui_terms_take (terms, "period", dui_period_to_label (one->period));
          dui_terms_set (terms, "kind", dui_case_kind_to_label (one->kind));
          dui_terms_take (terms, "day", dui_day_to_string (event->happened_on));
          dui_terms_set (terms, "event", dui_case_event_to_label (event->kind));
          add_line (lines, one->place, dui_terms_fill (terms, _ ("{{period}}, {{kind}}")),
                    g_strdup (before ? before : "—"),
                    dui_terms_fill (terms, _ ("{{event}} on {{day}}")));
        }
      before = dui_case_event_to_label (event->kind);
    }
}

GPtrArray *
dui_change_words_list (const DuiPanel *panel,
                       const DuiChanges *changes,
                       DuiPeriod period,
                       GPtrArray *cases,
                       DuiDay day)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_change_line_free);
  const char *code = dui_indicator_get_code (panel->indicator);

  add_ranks (lines, panel, changes, period);
  add_targets (lines, panel, changes);
  for (guint i = 0; i < cases->len; i++)
    {
      const DuiCase *one = g_ptr_array_index (cases, i);

      if (g_str_equal (one->indicator, code))
        add_case (lines, one, day);
    }
  add_figures (lines, panel, changes);
  return lines;
}
