/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/gap-panels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A bar beyond this completion is cut with a break mark: one place at 900 % would leave the others no
 * length to be compared by (PRACTICE §4). */
#define COMPLETION_CAP 130

/* Of the column's width: what names may take, and where the second panel starts. */
#define NAME_SHARE 0.28
#define REACHED_SHARE 0.6

/* Of the pitch. */
#define BAR_SHARE 0.62

#define SPACE 3         /* between a label and what it stands beside */
#define PANEL_SPACE 10  /* between names and panels, and between panels */
#define PANEL_MIN 14    /* less room for bars is none */
#define SYMBOL_SIZE 5

/* What a label must not be crossed by. */
typedef struct
{
  double at, half;
} Obstacle;

#define MAX_OBSTACLES 5

static double
shown_end (const DuiGapPanels *self, const DuiGapRow *row)
{
  return self->data->has_pace ? MIN (row->reached, COMPLETION_CAP) : row->reached;
}

static gboolean
tier_is_shown (const DuiGapPanels *self, double tier)
{
  return self->tiers && isfinite (tier) && tier <= self->reached.high && tier >= self->reached.low;
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
    if (tier_is_shown (self, tiers[i]))
      obstacles[n++] = (Obstacle){ self->reached.map (&self->reached, tiers[i]), SYMBOL_SIZE / 2.0 };
  return n;
}

static double
text_width (const DuiGapPanels *self, const char *text)
{
  return text ? dui_text_width (self->measure, text, self->metrics.font) : 0;
}

static double
bar_label_start (const DuiGapPanels *self, const DuiGapRow *row)
{
  return self->reached.map (&self->reached, MAX (shown_end (self, row), 0)) + SPACE;
}

/* Whether a line or symbol would cross the label at the end of the bar; @behind is moved behind all of
 * them. */
static gboolean
is_crossed (const DuiGapPanels *self, const DuiGapRow *row, double *behind)
{
  Obstacle obstacles[MAX_OBSTACLES];
  guint n = find_obstacles (self, row, obstacles);
  double start = bar_label_start (self, row);
  double end = start + text_width (self, row->reached_text);
  gboolean crossed = FALSE;

  *behind = MAX (*behind, start);
  for (guint i = 0; i < n; i++)
    {
      crossed = crossed
                || (start - SPACE < obstacles[i].at + obstacles[i].half
                    && end + SPACE > obstacles[i].at - obstacles[i].half);
      *behind = MAX (*behind, obstacles[i].at + obstacles[i].half + SPACE);
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

static double
label_start (const DuiGapPanels *self, const DuiGapRow *row)
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
        overflow = MAX (overflow, label_start (self, row) + text_width (self, row->reached_text)
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
  double end = self->reached_end - SPACE;

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
  self->reached = dui_scale_linear (low, high, start, self->reached_end - SPACE);
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
      width = text_width (self, row->gap_text) + SPACE;
      if (row == self->data->whole)
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
        widest = MAX (widest, text_width (self, row->name));
    }
  return widest;
}

/* The symbols in use and their words: other tiers of an indicator with pace, the target of one
 * without. */
typedef struct
{
  DuiSymbol symbol;
  const char *text;
} KeyEntry;

#define MAX_KEY 2

static guint
find_key (const DuiGapPanels *self, KeyEntry *entries)
{
  guint n = 0;

  if (!self->data->has_pace)
    entries[n++] = (KeyEntry){ DUI_SYMBOL_TICK, C_("key", "target") };
  if (self->data->any_agreed)
    entries[n++] = (KeyEntry){ DUI_SYMBOL_TRIANGLE, C_("key", "agreed") };
  if (self->data->any_stretch)
    entries[n++] = (KeyEntry){ DUI_SYMBOL_DIAMOND, C_("key", "stretch") };
  return n;
}

static double
key_width (const DuiGapPanels *self)
{
  KeyEntry entries[MAX_KEY];
  guint n = find_key (self, entries);
  double width = 0;

  for (guint i = 0; i < n; i++)
    width += SYMBOL_SIZE + SPACE + dui_text_width (self->measure, entries[i].text, DUI_FONT_SMALL)
             + (i > 0 ? 2 * SPACE : 0);
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

  *self = (DuiGapPanels){
    .data = data, .measure = measure, .metrics = *metrics, .width = width
  };
  self->name_width = MIN (widest_name (self, slots), NAME_SHARE * width);
  panels_start = self->name_width + SPACE;
  panels_width = width - panels_start;
  self->reached_end = panels_start + REACHED_SHARE * (panels_width - PANEL_SPACE);
  self->gap_start = self->reached_end + PANEL_SPACE;
  self->gap_end = width;
  self->gaps = fit_gap (self, slots);
  if (!self->gaps)
    self->reached_end = width;
  /* Symbols that nothing explains would only puzzle. */
  self->tiers = key_width (self) < 0.6 * (self->reached_end - panels_start)
                && (metrics->two_heads || !data->pace_text);
  fit_reached (self, slots, panels_start);
}

static void
add_text (const DuiGapPanels *self, DuiLayout *layout, DuiRole role, const char *text, double x,
          double middle)
{
  dui_layout_add_text (layout, role, self->metrics.font, text, x,
                       middle - dui_text_height (self->measure, self->metrics.font) / 2,
                       self->measure);
}

/* One line, or two where rows are high enough for them. */
static void
add_name (const DuiGapPanels *self, DuiLayout *layout, const char *name, double x, double middle)
{
  double height = dui_text_height (self->measure, self->metrics.font);
  double room = self->name_width + 0.01;
  g_auto (GStrv) lines = NULL;
  g_autofree char *line = NULL;

  if (self->metrics.pitch >= 2 * height && text_width (self, name) > room)
    {
      lines = dui_text_wrap (self->measure, name, self->metrics.font, room, 2);
      for (guint i = 0; lines[i]; i++)
        add_text (self, layout, DUI_ROLE_TEXT, lines[i], x,
                  middle + (i - (g_strv_length (lines) - 1) / 2.0) * height);
      return;
    }
  line = dui_text_ellipsize_name (self->measure, name, self->metrics.font, room);
  if (line)
    add_text (self, layout, DUI_ROLE_TEXT, line, x, middle);
}

/* A cut in the bar below a line, so that a black line stays visible on a dark bar. */
static void
add_cut (const DuiGapPanels *self, DuiLayout *layout, DuiRect bar, double at, double width)
{
  if (at > bar.x && at < bar.x + bar.width)
    dui_layout_add_rect (layout, DUI_ROLE_GAP_MARK,
                         (DuiRect){ at - width / 2, bar.y, width, bar.height });
}

static void
add_break (DuiLayout *layout, DuiRect bar)
{
  double at = bar.x + bar.width - 6;

  for (guint i = 0; i < 2; i++)
    dui_layout_add_rect (layout, DUI_ROLE_GAP_MARK,
                         (DuiRect){ at + i * 3, bar.y, 1.2, bar.height });
}

static void
add_tiers (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x, double middle)
{
  if (tier_is_shown (self, row->agreed))
    dui_layout_add_symbol (layout, DUI_ROLE_HOLLOW, DUI_SYMBOL_TRIANGLE,
                           x + self->reached.map (&self->reached, row->agreed), middle, SYMBOL_SIZE);
  if (tier_is_shown (self, row->stretch))
    dui_layout_add_symbol (layout, DUI_ROLE_HOLLOW, DUI_SYMBOL_DIAMOND,
                           x + self->reached.map (&self->reached, row->stretch), middle,
                           SYMBOL_SIZE);
}

static DuiRect
bar_rect (const DuiGapPanels *self, const DuiScale *scale, double value, double x, double middle)
{
  double height = BAR_SHARE * self->metrics.pitch;
  double zero = scale->map (scale, 0);
  double end = scale->map (scale, value);

  return (DuiRect){ x + MIN (zero, end), middle - height / 2, fabs (end - zero), height };
}

static void
add_reached (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x,
             double middle)
{
  DuiRect bar = bar_rect (self, &self->reached, shown_end (self, row), x, middle);

  dui_layout_add_rect (layout, DUI_ROLE_VALUE, bar);
  if (shown_end (self, row) < row->reached)
    add_break (layout, bar);
  if (isfinite (self->data->pace))
    add_cut (self, layout, bar, x + self->reached.map (&self->reached, self->data->pace), 3.4);
  if (isfinite (row->target))
    add_cut (self, layout, bar, x + self->reached.map (&self->reached, row->target), 2.4);
}

static void
add_reached_label (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x,
                   double middle)
{
  if (self->labels && row->reached_text)
    add_text (self, layout, row->behind ? DUI_ROLE_TEXT_BEHIND : DUI_ROLE_TEXT, row->reached_text,
              x + label_start (self, row), middle);
}

/* The whole has its number only: beside its gap those of the places would be no lengths. */
static void
add_gap (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x, double middle)
{
  double value = row == self->data->whole ? 0 : row->gap;
  DuiRect bar;

  if (!self->gaps || !isfinite (row->gap))
    return;
  bar = bar_rect (self, &self->gap, value, x, middle);
  if (value > 0)
    dui_layout_add_rect (layout, row->behind ? DUI_ROLE_BEHIND : DUI_ROLE_SHORT, bar);
  else if (value < 0)
    dui_layout_add_rect (layout, DUI_ROLE_AHEAD, bar);
  if (value < 0)
    add_text (self, layout, DUI_ROLE_TEXT, row->gap_text,
              bar.x - SPACE - text_width (self, row->gap_text), middle);
  else
    add_text (self, layout, DUI_ROLE_TEXT, row->gap_text, bar.x + bar.width + SPACE, middle);
}

static void
add_absent (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x,
            double middle)
{
  double height = dui_text_height (self->measure, self->metrics.font);
  double room = self->reached_end - self->reached.start - 2 * SPACE;
  g_autofree char *text = dui_text_ellipsize (self->measure, row->absent, self->metrics.font, room);

  if (!text)
    return;
  dui_layout_add_rect (layout, DUI_ROLE_MISSING,
                       (DuiRect){ x + self->reached.start, middle - height / 2,
                                  text_width (self, text) + 2 * SPACE, height });
  add_text (self, layout, DUI_ROLE_TEXT, text, x + self->reached.start + SPACE, middle);
}

static void
add_row (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x, double top)
{
  double middle = top + self->metrics.pitch / 2;

  add_name (self, layout, row->name, x, middle);
  if (row->absent)
    add_absent (self, layout, row, x, middle);
  else
    {
      add_reached (self, layout, row, x, middle);
      add_gap (self, layout, row, x, middle);
    }
  dui_layout_add_mark (layout, (DuiRect){ x, top, self->width, self->metrics.pitch }, row->place,
                       g_strdup (row->mark));
}

static void
add_line_of_text (const DuiGapPanels *self, DuiLayout *layout, const char *text, double x, double top)
{
  g_autofree char *fitting
      = dui_text_ellipsize (self->measure, text, self->metrics.font, self->width);

  if (fitting)
    add_text (self, layout, DUI_ROLE_TEXT_QUIET, fitting, x, top + self->metrics.pitch / 2);
}

static void
add_upright (DuiLayout *layout, DuiRole role, double at, double top, double bottom)
{
  dui_layout_add_segment (layout, role, at, top, at, bottom);
}

/* Draws what stands on the lines; called after them. */
static void
add_row_front (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x, double top)
{
  double middle = top + self->metrics.pitch / 2;

  if (row->absent)
    return;
  if (!self->data->has_pace && isfinite (row->target))
    add_upright (layout, DUI_ROLE_REFERENCE, x + self->reached.map (&self->reached, row->target),
                 top + 1, top + self->metrics.pitch - 1);
  add_tiers (self, layout, row, x, middle);
  add_reached_label (self, layout, row, x, middle);
}

static void
add_lines (const DuiGapPanels *self, DuiLayout *layout, double x, double top, double bottom)
{
  add_upright (layout, DUI_ROLE_AXIS, x + self->reached.map (&self->reached, 0), top, bottom);
  if (self->gaps)
    add_upright (layout, DUI_ROLE_AXIS, x + self->gap.map (&self->gap, 0), top, bottom);
  if (self->data->has_pace)
    add_upright (layout, DUI_ROLE_LEADER, x + self->reached.map (&self->reached, 100), top, bottom);
  if (isfinite (self->data->pace))
    add_upright (layout, DUI_ROLE_REFERENCE, x + self->reached.map (&self->reached, self->data->pace),
                 top - 2, bottom);
}

static void
add_key (const DuiGapPanels *self, DuiLayout *layout, double x, double top)
{
  double height = dui_text_height (self->measure, DUI_FONT_SMALL);
  KeyEntry entries[MAX_KEY];
  guint n = find_key (self, entries);

  for (guint i = 0; i < n; i++)
    {
      dui_layout_add_symbol (layout, DUI_ROLE_HOLLOW, entries[i].symbol, x + SYMBOL_SIZE / 2.0,
                             top + height / 2, SYMBOL_SIZE);
      x += SYMBOL_SIZE + SPACE;
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, entries[i].text, x, top,
                           self->measure);
      x += dui_text_width (self->measure, entries[i].text, DUI_FONT_SMALL) + 2 * SPACE;
    }
}

static void
add_head (const DuiGapPanels *self, DuiLayout *layout, const char *text, double x, double end,
          double top)
{
  g_autofree char *fitting = dui_text_ellipsize (self->measure, text, DUI_FONT_SMALL, end - x);

  if (fitting)
    dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, fitting, x, top,
                         self->measure);
}

/* Above its line. */
static void
add_pace_head (const DuiGapPanels *self, DuiLayout *layout, double x, double top)
{
  double width = dui_text_width (self->measure, self->data->pace_text, DUI_FONT_SMALL);
  double at = self->reached.map (&self->reached, self->data->pace) - width / 2;

  at = CLAMP (at, 0, MAX (self->reached_end - width, 0));
  add_head (self, layout, self->data->pace_text, x + at, x + self->reached_end + 0.01, top);
}

/* Above the panels what they show and the key, below that the name of the pace line; where there is
 * one line only, it is that. */
static void
add_heads (const DuiGapPanels *self, DuiLayout *layout, double x, double top)
{
  double height = dui_text_height (self->measure, DUI_FONT_SMALL);
  double end = self->reached_end;

  if (self->tiers && key_width (self) > 0)
    {
      end -= key_width (self);
      add_key (self, layout, x + end, top);
      end -= 2 * SPACE;
    }
  if (self->metrics.two_heads || !self->data->pace_text)
    add_head (self, layout, self->data->reached_title, x + self->reached.start, x + end, top);
  if (self->gaps)
    add_head (self, layout, self->data->gap_title, x + self->gap_start, x + self->gap_end, top);
  if (self->data->pace_text)
    add_pace_head (self, layout, x, top + (self->metrics.two_heads ? height : 0));
}

/* Labels of ticks keep within @from to @to. */
static void
add_axis (const DuiGapPanels *self, DuiLayout *layout, const DuiScale *scale, double x, double y,
          double from, double to)
{
  double widest = dui_text_width (self->measure, "00000", DUI_FONT_SMALL);
  DuiTicks ticks = scale->ticks (scale, (guint) MAX ((scale->end - scale->start) / widest, 1));
  double free_from = from;

  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *label = dui_ticks_get_label (&ticks, i);
      double width = dui_text_width (self->measure, label, DUI_FONT_SMALL);
      double at = x + scale->map (scale, dui_ticks_get_value (&ticks, i));

      add_upright (layout, DUI_ROLE_AXIS, at, y, y + 2);
      if (at - width / 2 < free_from || at + width / 2 > to)
        continue;
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label, at - width / 2, y + 3,
                           self->measure);
      free_from = at + width / 2 + SPACE;
    }
}

static double
rule_height (const DuiGapPanels *self, const DuiGapSlot *slots, guint index)
{
  return slots[index].rule && index > 0 ? self->metrics.rule : 0;
}

void
dui_gap_panels_add (const DuiGapPanels *self,
                    DuiLayout *layout,
                    double x,
                    double y,
                    const DuiGapSlot *slots,
                    guint n_slots)
{
  double top = y + self->metrics.heads;
  double rows_top = top;
  double lines_bottom = top; /* no line crosses the words of what is absent */

  for (guint i = 0; i < n_slots; i++)
    {
      double rule = rule_height (self, slots, i);

      if (rule > 0)
        dui_layout_add_segment (layout, DUI_ROLE_LEADER, x, top + rule / 2, x + self->width,
                                top + rule / 2);
      top += rule;
      if (slots[i].row)
        add_row (self, layout, slots[i].row, x, top);
      else
        add_line_of_text (self, layout, slots[i].text, x, top);
      top += self->metrics.pitch;
      if (slots[i].row && !slots[i].row->absent)
        lines_bottom = top;
    }
  /* A column of absent places has no bars to be read off. */
  if (lines_bottom == rows_top)
    return;
  add_heads (self, layout, x, y);
  add_lines (self, layout, x, rows_top, lines_bottom);
  if (self->metrics.axis > 0)
    {
      add_axis (self, layout, &self->reached, x, top, x, x + self->reached_end);
      if (self->gaps)
        add_axis (self, layout, &self->gap, x, top, x + self->reached_end + SPACE, x + self->width);
    }
  top = rows_top;
  for (guint i = 0; i < n_slots; i++)
    {
      top += rule_height (self, slots, i);
      if (slots[i].row)
        add_row_front (self, layout, slots[i].row, x, top);
      top += self->metrics.pitch;
    }
}
