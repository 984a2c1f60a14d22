/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/page-draw.h"
#include "plot/draw.h"

#include <pango/pangocairo.h>

/* Structure elements of ISO 32000. NULL leaves a part out of the structure. */
static const char *const block_tags[] = {
  [DUI_PART_TITLE] = "H1",         [DUI_PART_HEADING] = "H2",      [DUI_PART_PARAGRAPH] = "P",
  [DUI_PART_TABLE_HEAD] = "Table", [DUI_PART_TABLE_ROW] = "Table", [DUI_PART_CHART] = "Figure",
  [DUI_PART_CAPTION] = "Caption",  [DUI_PART_MARGIN] = NULL,
};

static gboolean
is_table (DuiPart part)
{
  return part == DUI_PART_TABLE_HEAD || part == DUI_PART_TABLE_ROW;
}

static void
draw_mark (const DuiPageMark *mark, cairo_t *cr)
{
  const DuiRect *rect = &mark->rect;

  cairo_set_source_rgb (cr, 0, 0, 0);
  switch (mark->kind)
    {
    case DUI_MARK_LINE:
      cairo_move_to (cr, rect->x, rect->y + mark->line.baseline);
      pango_cairo_show_layout_line (
          cr, pango_layout_get_line_readonly (mark->line.layout, mark->line.index));
      break;
    case DUI_MARK_FILL:
      cairo_set_source_rgb (cr, mark->grey, mark->grey, mark->grey);
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_fill (cr);
      break;
    case DUI_MARK_RULE:
      cairo_set_line_width (cr, mark->pen);
      if (rect->width > 0 && rect->height > 0)
        cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      else
        {
          cairo_move_to (cr, rect->x, rect->y);
          cairo_line_to (cr, rect->x + rect->width, rect->y + rect->height);
        }
      cairo_stroke (cr);
      break;
    case DUI_MARK_CHART:
    default:
      cairo_translate (cr, rect->x, rect->y);
      dui_layout_draw (mark->chart, cr, dui_theme_get (DUI_THEME_MONO));
      break;
    }
}

static void
draw_box (const DuiPlacement *placement, cairo_t *cr)
{
  const DuiBox *box = placement->box;

  if (is_table (box->part))
    cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < box->marks->len; i++)
    {
      const DuiPageMark *mark = &g_array_index (box->marks, DuiPageMark, i);
      gboolean cell = is_table (box->part) && mark->kind == DUI_MARK_LINE;

      if (cell)
        cairo_tag_begin (cr, box->part == DUI_PART_TABLE_HEAD ? "TH" : "TD", NULL);
      cairo_save (cr);
      cairo_translate (cr, placement->x, placement->y);
      draw_mark (mark, cr);
      cairo_restore (cr);
      if (cell)
        cairo_tag_end (cr, box->part == DUI_PART_TABLE_HEAD ? "TH" : "TD");
    }
  if (is_table (box->part))
    cairo_tag_end (cr, "TR");
}

void
dui_page_draw (const DuiPage *page, cairo_t *cr)
{
  const char *open = NULL;

  for (guint i = 0; i < page->placements->len; i++)
    {
      const DuiPlacement *placement = &g_array_index (page->placements, DuiPlacement, i);
      const DuiPlacement *next = i + 1 < page->placements->len ? placement + 1 : NULL;
      const char *tag = block_tags[placement->box->part];

      if (!open && tag)
        {
          cairo_tag_begin (cr, tag, NULL);
          open = tag;
        }
      draw_box (placement, cr);
      if (open && (!next || next->box->block != placement->box->block))
        {
          cairo_tag_end (cr, open);
          open = NULL;
        }
    }
}
