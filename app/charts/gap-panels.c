/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/gap-panels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A bar beyond this completion is cut with a break mark: one place at 900 % would leave the others
 * no length to be compared by (PRACTICE §4). */
#define COMPLETION_CAP 130

/* Of the column's width: what names may take, and where the second panel starts. */
#define NAME_SHARE 0.28
#define REACHED_SHARE 0.6

#define PANEL_SPACE 10 /* between names and panels, and between panels */
#define PANEL_MIN 14   /* less room for bars is none */

/* What a label must not be crossed by. */
typedef struct
{
  double at, half;
} Obstacle;

#define MAX_OBSTACLES 5

double
dui_gap_panels_shown_end (const DuiGapPanels *self, const DuiGapRow *row)
{
  return self->data->has_pace ? MIN (row->reached, COMPLETION_CAP) : row->reached;
}

gboolean
dui_gap_panels_shows_tier (const DuiGapPanels *self, double tier)
{
  return self->tiers && isfinite (tier) && tier <= self->reached.high && tier >= self->reached.low;
}

gboolean
dui_gap_panels_has_gap_bar (const DuiGapPanels *self, const DuiGapRow *row)
{
  return isfinite (row->gap) && (row != self->data->whole || self->data->rows->len == 0);
}

static guint
find_obstacles (const DuiGapPanels *self, const DuiGapRow *row, Obstacle *obstacles)
{
  const double tiers[] = { row->agreed, row->stretch };
  guint n = 0;

  if (isfinite (self->data->pace))
    obstacles[n++] = (Obstacle){ self->reached.map (&self->reached, self->data->pace), 0.6 };
  if (isfinite (row->target))
    obstacles[n++] = (Obstacle){ self->reached.map (&self->reached, row->target), 0.6 };
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (dui_gap_panels_shows_tier (self, tiers[i]))
      obstacles[n++]
          = (Obstacle){ self->reached.map (&self->reached, tiers[i]), DUI_GAP_SYMBOL_SIZE / 2.0 };
  return n;
}

double
dui_gap_panels_text_width (const DuiGapPanels *self, const char *text)
{
  return text ? dui_text_width (self->measure, text, self->metrics.font) : 0;
}

static double
bar_label_start (const DuiGapPanels *self, const DuiGapRow *row)
{
  return self->reached.map (&self->reached, MAX (dui_gap_panels_shown_end (self, row), 0))
         + DUI_GAP_SPACE;
}

/* Whether a line or symbol would cross the label at the end of the bar; @behind is moved behind all
 * of them. */
static gboolean
is_crossed (const DuiGapPanels *self, const DuiGapRow *row, double *behind)
{
  Obstacle obstacles[MAX_OBSTACLES];
  guint n = find_obstacles (self, row, obstacles);
  double start = bar_label_start (self, row);
  double end = start + dui_gap_panels_text_width (self, row->reached_text);
  gboolean crossed = FALSE;

  *behind = MAX (*behind, start);
  for (guint i = 0; i < n; i++)
    {
      crossed = crossed
                || (start - DUI_GAP_SPACE < obstacles[i].at + obstacles[i].half
                    && end + DUI_GAP_SPACE > obstacles[i].at - obstacles[i].half);
      *behind = MAX (*behind, obstacles[i].at + obstacles[i].half + DUI_GAP_SPACE);
    }
  return crossed;
}

/* Labels stand at the ends of their bars when all of them can; else in one column behind the lines
 * and symbols: some here, some there would be hard to read. */
static double
find_label_column (const DuiGapPanels *self, const GArray *slots)
{
  gboolean crossed = FALSE;
  double column = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const DuiGapRow *row = g_array_index (slots, DuiGapSlot, i).row;

      if (row && !row->absent)
        crossed = is_crossed (self, row, &column) || crossed;
    }
  return crossed ? column : 0;
}

double
dui_gap_panels_label_start (const DuiGapPanels *self, const DuiGapRow *row)
{
  return self->label_column > 0 ? self->label_column : bar_label_start (self, row);
}

/* How far the farthest label stands out of the panel. */
static double
find_overflow (const DuiGapPanels *self, const GArray *slots)
{
  double overflow = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const DuiGapRow *row = g_array_index (slots, DuiGapSlot, i).row;

      if (row && !row->absent)
        overflow = MAX (overflow, dui_gap_panels_label_start (self, row)
                                      + dui_gap_panels_text_width (self, row->reached_text)
                                      - self->reached_end);
    }
  return overflow;
}

/* The scale of what was reached, shortened until the labels behind the bars fit too. */
static void
fit_reached (DuiGapPanels *self, const GArray *slots, double start)
{
  double low = 0;
  double high = self->data->has_pace ? 100 : 0;
  double end = self->reached_end - DUI_GAP_SPACE;

  for (guint i = 0; i < slots->len; i++)
    {
      const DuiGapRow *row = g_array_index (slots, DuiGapSlot, i).row;

      if (!row || row->absent)
        continue;
      /* These pass over what is missing. */
      low = fmin (low, fmin (row->reached, row->target));
      high = fmax (high, fmax (row->reached, row->target));
      high = fmax (high, fmax (row->agreed, row->stretch));
    }
  if (self->data->has_pace)
    high = MIN (high, COMPLETION_CAP);
  self->labels = TRUE;
  for (guint pass = 0; pass < 12; pass++)
    {
      double overflow;

      self->reached = dui_scale_linear (low, high, start, end);
      self->label_column = find_label_column (self, slots);
      overflow = find_overflow (self, slots);
      if (overflow <= 0.01 || end - overflow < start + PANEL_MIN)
        break;
      end -= overflow;
    }
  if (find_overflow (self, slots) <= 0.1)
    return;
  self->labels = FALSE;
  self->reached = dui_scale_linear (low, high, start, self->reached_end - DUI_GAP_SPACE);
}

/* FALSE when there is no room for bars beside their labels. */
static gboolean
fit_gap (DuiGapPanels *self, const GArray *slots)
{
  double low = 0, high = 0;
  double before = 0, behind = 0;
  double start, end;

  for (guint i = 0; i < slots->len; i++)
    {
      const DuiGapRow *row = g_array_index (slots, DuiGapSlot, i).row;
      double width;

      if (!row || !isfinite (row->gap))
        continue;
      width = dui_gap_panels_text_width (self, row->gap_text) + DUI_GAP_SPACE;
      if (!dui_gap_panels_has_gap_bar (self, row))
        {
          behind = MAX (behind, width);
          continue;
        }
      low = MIN (low, row->gap);
      high = MAX (high, row->gap);
      if (row->gap < 0)
        before = MAX (before, width);
      else
        behind = MAX (behind, width);
    }
  start = self->gap_start + before;
  end = self->gap_end - behind;
  if (end - start < PANEL_MIN)
    return FALSE;
  self->gap = dui_scale_linear (low, high, start, end);
  return TRUE;
}

static double
widest_name (const DuiGapPanels *self, const GArray *slots)
{
  double widest = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const DuiGapRow *row = g_array_index (slots, DuiGapSlot, i).row;

      if (row)
        widest = MAX (widest, dui_gap_panels_text_width (self, row->name));
    }
  return widest;
}

guint
dui_gap_panels_find_key (const DuiGapPanels *self, DuiGapKeyEntry *entries)
{
  guint n = 0;

  if (!self->data->has_pace)
    entries[n++] = (DuiGapKeyEntry){ DUI_SYMBOL_TICK, C_ ("key", "target") };
  if (self->data->any_agreed)
    entries[n++] = (DuiGapKeyEntry){ DUI_SYMBOL_TRIANGLE, C_ ("key", "agreed") };
  if (self->data->any_stretch)
    entries[n++] = (DuiGapKeyEntry){ DUI_SYMBOL_DIAMOND, C_ ("key", "stretch") };
  return n;
}

double
dui_gap_panels_key_width (const DuiGapPanels *self)
{
  DuiGapKeyEntry entries[DUI_GAP_MAX_KEY];
  guint n = dui_gap_panels_find_key (self, entries);
  double width = 0;

  for (guint i = 0; i < n; i++)
    width += DUI_GAP_SYMBOL_SIZE + DUI_GAP_SPACE
             + dui_text_width (self->measure, entries[i].text, DUI_FONT_SMALL)
             + (i > 0 ? 2 * DUI_GAP_SPACE : 0);
  return width;
}

void
dui_gap_panels_init (DuiGapPanels *self,
                     const DuiGapData *data,
                     const GArray *slots,
                     double width,
                     const DuiGapMetrics *metrics,
                     DuiTextMeasure *measure)
{
  double panels_start, panels_width;

  *self = (DuiGapPanels){ .data = data, .measure = measure, .metrics = *metrics, .width = width };
  self->name_width = MIN (widest_name (self, slots), NAME_SHARE * width);
  panels_start = self->name_width + DUI_GAP_SPACE;
  panels_width = width - panels_start;
  self->reached_end = panels_start + REACHED_SHARE * (panels_width - PANEL_SPACE);
  self->gap_start = self->reached_end + PANEL_SPACE;
  self->gap_end = width;
  self->gaps = fit_gap (self, slots);
  if (!self->gaps)
    self->reached_end = width;
  /* Symbols that nothing explains would only puzzle. */
  self->tiers = dui_gap_panels_key_width (self) < 0.6 * (self->reached_end - panels_start)
                && (metrics->two_heads || !data->pace_text);
  fit_reached (self, slots, panels_start);
}
