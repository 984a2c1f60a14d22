/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what gap-panels.c has measured. */
#include <math.h>

#include "charts/gap-panels.h"

/* Of the pitch. */
#define BAR_SHARE 0.62

#define TICKS_MAX 12

static void
add_text (const DuiGapPanels *self,
          DuiLayout *layout,
          DuiRole role,
          const char *text,
          double x,
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

  if (self->metrics.pitch >= 2 * height && dui_gap_panels_text_width (self, name) > room)
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
add_tiers (const DuiGapPanels *self,
           DuiLayout *layout,
           const DuiGapRow *row,
           double x,
           double middle)
{
  if (dui_gap_panels_shows_tier (self, row->agreed))
    dui_layout_add_symbol (layout, DUI_ROLE_HOLLOW, DUI_SYMBOL_TRIANGLE,
                           x + self->reached.map (&self->reached, row->agreed), middle,
                           DUI_GAP_SYMBOL_SIZE);
  if (dui_gap_panels_shows_tier (self, row->stretch))
    dui_layout_add_symbol (layout, DUI_ROLE_HOLLOW, DUI_SYMBOL_DIAMOND,
                           x + self->reached.map (&self->reached, row->stretch), middle,
                           DUI_GAP_SYMBOL_SIZE);
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
add_reached (const DuiGapPanels *self,
             DuiLayout *layout,
             const DuiGapRow *row,
             double x,
             double middle)
{
  DuiRect bar = bar_rect (self, &self->reached, dui_gap_panels_shown_end (self, row), x, middle);

  dui_layout_add_rect (layout, DUI_ROLE_VALUE, bar);
  if (dui_gap_panels_shown_end (self, row) < row->reached)
    add_break (layout, bar);
  if (isfinite (self->data->pace))
    add_cut (self, layout, bar, x + self->reached.map (&self->reached, self->data->pace), 3.4);
  if (isfinite (row->target))
    add_cut (self, layout, bar, x + self->reached.map (&self->reached, row->target), 2.4);
}

static void
add_reached_label (const DuiGapPanels *self,
                   DuiLayout *layout,
                   const DuiGapRow *row,
                   double x,
                   double middle)
{
  if (self->labels && row->reached_text)
    add_text (self, layout, row->behind ? DUI_ROLE_TEXT_BEHIND : DUI_ROLE_TEXT, row->reached_text,
              x + dui_gap_panels_label_start (self, row), middle);
}

static void
add_gap (const DuiGapPanels *self, DuiLayout *layout, const DuiGapRow *row, double x, double middle)
{
  double value = dui_gap_panels_has_gap_bar (self, row) ? row->gap : 0;
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
              bar.x - DUI_GAP_SPACE - dui_gap_panels_text_width (self, row->gap_text), middle);
  else
    add_text (self, layout, DUI_ROLE_TEXT, row->gap_text, bar.x + bar.width + DUI_GAP_SPACE,
              middle);
}

static void
add_absent (const DuiGapPanels *self,
            DuiLayout *layout,
            const DuiGapRow *row,
            double x,
            double middle)
{
  double height = dui_text_height (self->measure, self->metrics.font);
  double room = self->reached_end - self->reached.start - 2 * DUI_GAP_SPACE;
  g_autofree char *text = dui_text_ellipsize (self->measure, row->absent, self->metrics.font, room);

  if (!text)
    return;
  dui_layout_add_rect (layout, DUI_ROLE_MISSING,
                       (DuiRect){ x + self->reached.start, middle - height / 2,
                                  dui_gap_panels_text_width (self, text) + 2 * DUI_GAP_SPACE,
                                  height });
  add_text (self, layout, DUI_ROLE_TEXT, text, x + self->reached.start + DUI_GAP_SPACE, middle);
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
add_line_of_text (const DuiGapPanels *self,
                  DuiLayout *layout,
                  const char *text,
                  double x,
                  double top)
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
add_row_front (const DuiGapPanels *self,
               DuiLayout *layout,
               const DuiGapRow *row,
               double x,
               double top)
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
    add_upright (layout, DUI_ROLE_REFERENCE,
                 x + self->reached.map (&self->reached, self->data->pace), top - 2, bottom);
}

static void
add_key (const DuiGapPanels *self, DuiLayout *layout, double x, double top)
{
  double height = dui_text_height (self->measure, DUI_FONT_SMALL);
  DuiGapKeyEntry entries[DUI_GAP_MAX_KEY];
  guint n = dui_gap_panels_find_key (self, entries);

  for (guint i = 0; i < n; i++)
    {
      dui_layout_add_symbol (layout, DUI_ROLE_HOLLOW, entries[i].symbol,
                             x + DUI_GAP_SYMBOL_SIZE / 2.0, top + height / 2, DUI_GAP_SYMBOL_SIZE);
      x += DUI_GAP_SYMBOL_SIZE + DUI_GAP_SPACE;
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, entries[i].text, x, top,
                           self->measure);
      x += dui_text_width (self->measure, entries[i].text, DUI_FONT_SMALL) + 2 * DUI_GAP_SPACE;
    }
}

static void
add_head (const DuiGapPanels *self,
          DuiLayout *layout,
          const char *text,
          double x,
          double end,
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

/* What the first panel shows, and the key: to other tiers at the panel's end; to the target behind
 * the words, as the column at the end is what was reached. */
static void
add_reached_heads (const DuiGapPanels *self, DuiLayout *layout, double x, double top)
{
  double key = self->tiers ? dui_gap_panels_key_width (self) : 0;
  double start = self->reached.start;
  double end = self->reached_end - (key > 0 ? key + 2 * DUI_GAP_SPACE : 0);
  double title = MIN (dui_text_width (self->measure, self->data->reached_title, DUI_FONT_SMALL),
                      MAX (end - start, 0));

  if (key > 0)
    add_key (self, layout, x + (self->data->has_pace ? end : start + title) + 2 * DUI_GAP_SPACE,
             top);
  if (self->metrics.two_heads || !self->data->pace_text)
    add_head (self, layout, self->data->reached_title, x + start, x + end + 0.01, top);
}

/* Above the panels what they show, below that the name of the pace line; where there is one line
 * only, it is that. */
static void
add_heads (const DuiGapPanels *self, DuiLayout *layout, double x, double top)
{
  double height = dui_text_height (self->measure, DUI_FONT_SMALL);

  add_reached_heads (self, layout, x, top);
  if (self->gaps)
    add_head (self, layout, self->data->gap_title, x + self->gap_start, x + self->gap_end, top);
  if (self->data->pace_text)
    add_pace_head (self, layout, x, top + (self->metrics.two_heads ? height : 0));
}

/* Labels of ticks keep within @from to @to. */
static void
add_axis (const DuiGapPanels *self,
          DuiLayout *layout,
          const DuiScale *scale,
          double x,
          double y,
          double from,
          double to)
{
  double widest = dui_text_width (self->measure, "00000", DUI_FONT_SMALL);
  guint room = (guint) MAX ((scale->end - scale->start) / widest, 1);
  DuiTicks ticks = scale->ticks (scale, MIN (room, TICKS_MAX));
  double free_from = from;

  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *label = dui_ticks_get_label (&ticks, i);
      double width = dui_text_width (self->measure, label, DUI_FONT_SMALL);
      double at = x + scale->map (scale, dui_ticks_get_value (&ticks, i));

      add_upright (layout, DUI_ROLE_AXIS, at, y, y + 2);
      if (at - width / 2 < free_from || at + width / 2 > to)
        continue;
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label, at - width / 2,
                           y + 3, self->measure);
      free_from = at + width / 2 + DUI_GAP_SPACE;
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
        add_axis (self, layout, &self->gap, x, top, x + self->reached_end + DUI_GAP_SPACE,
                  x + self->width);
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
