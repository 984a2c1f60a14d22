/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/layout.h"

#include "plot/text.h"

struct _DuiLayout
{
  double width, height;
  GArray *items;
  GArray *marks;
  GStringChunk *texts;
  GPtrArray *points; /* of DuiPoint arrays: they must not move while items point at them */
};

static void
mark_clear (gpointer mark)
{
  g_free (((DuiMark *) mark)->name);
}

DuiLayout *
dui_layout_new (double width, double height)
{
  DuiLayout *self = g_new0 (DuiLayout, 1);

  self->width = width;
  self->height = height;
  self->items = g_array_sized_new (FALSE, TRUE, sizeof (DuiItem), 128);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DuiMark));
  g_array_set_clear_func (self->marks, mark_clear);
  self->texts = g_string_chunk_new (1024);
  self->points = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
dui_layout_unref (DuiLayout *self)
{
  g_array_unref (self->items);
  g_array_unref (self->marks);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->points);
  g_free (self);
}

double
dui_layout_get_width (const DuiLayout *self)
{
  return self->width;
}

double
dui_layout_get_height (const DuiLayout *self)
{
  return self->height;
}

guint
dui_layout_get_n_items (const DuiLayout *self)
{
  return self->items->len;
}

const DuiItem *
dui_layout_get_item (const DuiLayout *self, guint index)
{
  return &g_array_index (self->items, DuiItem, index);
}

guint
dui_layout_get_n_marks (const DuiLayout *self)
{
  return self->marks->len;
}

const DuiMark *
dui_layout_get_mark (const DuiLayout *self, guint index)
{
  return &g_array_index (self->marks, DuiMark, index);
}

int
dui_layout_find_mark (const DuiLayout *self, double x, double y)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const DuiRect *rect = &dui_layout_get_mark (self, i)->rect;

      if (x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height)
        return (int) i;
    }
  return -1;
}

static DuiItem *
add_item (DuiLayout *self, DuiItemKind kind, DuiRole role, DuiRect rect)
{
  DuiItem item = { .kind = kind, .role = role, .rect = rect };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, DuiItem, self->items->len - 1);
}

void
dui_layout_add_rect (DuiLayout *self, DuiRole role, DuiRect rect)
{
  if (rect.width < 0)
    {
      rect.x += rect.width;
      rect.width = -rect.width;
    }
  add_item (self, DUI_ITEM_RECT, role, rect);
}

void
dui_layout_add_line (DuiLayout *self, DuiRole role, const DuiPoint *points, guint n_points)
{
  double left, right, top, bottom;
  DuiItem *item;

  g_return_if_fail (n_points > 0);

  left = right = points[0].x;
  top = bottom = points[0].y;
  for (guint i = 1; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  item = add_item (self, DUI_ITEM_LINE, role, (DuiRect){ left, top, right - left, bottom - top });
  item->line.points = g_memdup2 (points, n_points * sizeof *points);
  item->line.n_points = n_points;
  g_ptr_array_add (self->points, (gpointer) item->line.points);
}

void
dui_layout_add_segment (DuiLayout *self, DuiRole role, double x1, double y1, double x2, double y2)
{
  const DuiPoint points[] = { { x1, y1 }, { x2, y2 } };

  dui_layout_add_line (self, role, points, G_N_ELEMENTS (points));
}

void
dui_layout_add_symbol (DuiLayout *self,
                       DuiRole role,
                       DuiSymbol symbol,
                       double x,
                       double y,
                       double size)
{
  add_item (self, DUI_ITEM_SYMBOL, role, (DuiRect){ x - size / 2, y - size / 2, size, size })
      ->symbol
      = symbol;
}

void
dui_layout_add_text (DuiLayout *self,
                     DuiRole role,
                     DuiFont font,
                     const char *text,
                     double x,
                     double y,
                     DuiTextMeasure *measure)
{
  DuiItem *item = add_item (
      self, DUI_ITEM_TEXT, role,
      (DuiRect){ x, y, dui_text_width (measure, text, font), dui_text_height (measure, font) });

  item->text.text = g_string_chunk_insert (self->texts, text);
  item->text.font = font;
  item->text.ascent = dui_text_ascent (measure, font);
}

void
dui_layout_add_mark (DuiLayout *self, DuiRect rect, guint key, char *name)
{
  DuiMark mark = { rect, key, name };

  g_array_append_val (self->marks, mark);
}
