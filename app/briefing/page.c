/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/page.h"

/* Sums of millimetres turned into points may exceed the page by a rounding error. */
#define TOLERANCE 0.01

static void
mark_clear (gpointer pointer)
{
  DuiPageMark *mark = pointer;

  if (mark->kind == DUI_MARK_LINE)
    g_clear_object (&mark->line.layout);
  else if (mark->kind == DUI_MARK_CHART)
    g_clear_pointer (&mark->chart, dui_layout_unref);
}

DuiBox *
dui_box_new (DuiPart part, guint block, double width, double height)
{
  DuiBox *self = g_new0 (DuiBox, 1);

  self->part = part;
  self->block = block;
  self->width = width;
  self->height = height;
  self->marks = g_array_new (FALSE, TRUE, sizeof (DuiPageMark));
  g_array_set_clear_func (self->marks, mark_clear);
  g_atomic_ref_count_init (&self->references);
  return self;
}

DuiBox *
dui_box_ref (DuiBox *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dui_box_unref (DuiBox *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->head, dui_box_unref);
  g_array_unref (self->marks);
  g_free (self);
}

void
dui_box_add_line (DuiBox *self, DuiRect rect, PangoLayout *layout, int index, double baseline)
{
  DuiPageMark mark = { .kind = DUI_MARK_LINE, .rect = rect };

  mark.line.layout = g_object_ref (layout);
  mark.line.index = index;
  mark.line.baseline = baseline;
  g_array_append_val (self->marks, mark);
}

void
dui_box_add_fill (DuiBox *self, DuiRect rect, double grey)
{
  DuiPageMark mark = { .kind = DUI_MARK_FILL, .rect = rect, .grey = grey };

  g_array_append_val (self->marks, mark);
}

void
dui_box_add_rule (DuiBox *self, DuiRect rect, double pen)
{
  DuiPageMark mark = { .kind = DUI_MARK_RULE, .rect = rect, .pen = pen };

  g_array_append_val (self->marks, mark);
}

void
dui_box_add_chart (DuiBox *self, DuiRect rect, DuiLayout *chart)
{
  DuiPageMark mark = { .kind = DUI_MARK_CHART, .rect = rect, .chart = chart };

  g_array_append_val (self->marks, mark);
}

static void
placement_clear (gpointer pointer)
{
  DuiPlacement *placement = pointer;

  g_clear_pointer (&placement->box, dui_box_unref);
}

static DuiPage *
dui_page_new (void)
{
  DuiPage *self = g_new (DuiPage, 1);

  self->placements = g_array_new (FALSE, FALSE, sizeof (DuiPlacement));
  g_array_set_clear_func (self->placements, placement_clear);
  return self;
}

void
dui_page_free (DuiPage *self)
{
  g_array_unref (self->placements);
  g_free (self);
}

void
dui_page_place (DuiPage *self, DuiBox *box, double x, double y)
{
  DuiPlacement placement = { dui_box_ref (box), x, y };

  g_array_append_val (self->placements, placement);
}

typedef struct
{
  GPtrArray *pages;
  const DuiRect *area;
  DuiPage *page;
  double y; /* from the top of the area */
} Filler;

static DuiBox *
box_at (GPtrArray *boxes, guint index)
{
  return g_ptr_array_index (boxes, index);
}

static void
start_page (Filler *filler)
{
  filler->page = dui_page_new ();
  filler->y = 0;
  g_ptr_array_add (filler->pages, filler->page);
}

/* What @box takes if it comes next, its table's head included where a page begins with it. */
static double
height_needed (const DuiBox *box, gboolean at_top)
{
  if (!at_top)
    return box->space + box->height;
  return box->height + (box->head ? box->head->height : 0);
}

static void
place_box (Filler *filler, DuiBox *box)
{
  if (filler->y == 0 && box->head)
    {
      dui_page_place (filler->page, box->head, filler->area->x, filler->area->y);
      filler->y = box->head->height;
    }
  else if (filler->y > 0)
    filler->y += box->space;
  dui_page_place (filler->page, box, filler->area->x, filler->area->y + filler->y);
  filler->y += box->height;
}

/* The boxes from @first that are to stay together, and what they take on the page as it is. */
static guint
measure_group (GPtrArray *boxes, guint first, gboolean at_top, double *height)
{
  guint end = first;

  *height = height_needed (box_at (boxes, first), at_top);
  while (box_at (boxes, end)->keep && end + 1 < boxes->len && !box_at (boxes, end + 1)->new_page)
    {
      end++;
      *height += height_needed (box_at (boxes, end), FALSE);
    }
  return end + 1;
}

static gboolean
fits (const Filler *filler, double height)
{
  return filler->y + height <= filler->area->height + TOLERANCE;
}

GPtrArray *
dui_pages_fill (GPtrArray *boxes, const DuiRect *area)
{
  Filler filler = { g_ptr_array_new_with_free_func ((GDestroyNotify) dui_page_free), area };

  start_page (&filler);
  for (guint i = 0; i < boxes->len;)
    {
      double height;
      guint end = measure_group (boxes, i, filler.y == 0, &height);

      if (filler.y > 0 && (box_at (boxes, i)->new_page || !fits (&filler, height)))
        start_page (&filler);
      for (; i < end; i++)
        {
          /* A group that is longer than a page is cut where it must be. */
          if (filler.y > 0 && !fits (&filler, height_needed (box_at (boxes, i), FALSE)))
            start_page (&filler);
          place_box (&filler, box_at (boxes, i));
        }
    }
  return filler.pages;
}
