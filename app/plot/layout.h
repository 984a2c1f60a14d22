/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart looks like at one size, as plain rectangles, points and texts (DESIGN §6). Pure
 * data: drawing, hit-testing, tooltips, keyboard focus, accessible children and tests all read it.
 * Sizes are points, y grows downwards. */
#pragma once

#include <glib-object.h>

#include "plot/theme.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} DuiRect;

typedef struct
{
  double x, y;
} DuiPoint;

/* Measures text; made once and used for many layouts. */
typedef struct _DuiTextMeasure DuiTextMeasure;

typedef enum
{
  DUI_ITEM_RECT,
  DUI_ITEM_LINE,   /* through its points, open */
  DUI_ITEM_SYMBOL, /* centred in its rect */
  DUI_ITEM_TEXT,   /* one line; its rect is the line's height by the text's advance */
} DuiItemKind;

typedef enum
{
  DUI_SYMBOL_DOT,
  DUI_SYMBOL_DIAMOND,
  DUI_SYMBOL_TRIANGLE, /* pointing down */
  DUI_SYMBOL_TICK,     /* upright */
} DuiSymbol;

/* Items are drawn in their order. */
typedef struct
{
  DuiItemKind kind;
  DuiRole role;
  DuiRect rect; /* what it covers, without the width of its pen */
  union
  {
    struct
    {
      const DuiPoint *points; /* owned by the layout */
      guint n_points;
    } line;
    DuiSymbol symbol;
    struct
    {
      const char *text; /* owned by the layout */
      DuiFont font;
      double ascent; /* from the rect's top to the baseline */
    } text;
  };
} DuiItem;

/* Something in a chart that a person can point at, focus and hear. */
typedef struct
{
  DuiRect rect;
  guint key;  /* the place's index in a chart of places, the DuiPeriod in a chart of periods */
  char *name; /* one line: what it is and its exact values; tooltip and accessible name */
} DuiMark;

typedef struct _DuiLayout DuiLayout;

DuiLayout *dui_layout_new (double width, double height);
void dui_layout_unref (DuiLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiLayout, dui_layout_unref)

double dui_layout_get_width (const DuiLayout *self);
double dui_layout_get_height (const DuiLayout *self);

guint dui_layout_get_n_items (const DuiLayout *self);
const DuiItem *dui_layout_get_item (const DuiLayout *self, guint index);

guint dui_layout_get_n_marks (const DuiLayout *self);
const DuiMark *dui_layout_get_mark (const DuiLayout *self, guint index);
/* The mark at a point, or -1. */
int dui_layout_find_mark (const DuiLayout *self, double x, double y);

/* For the functions that lay a chart out. Texts and points are copied. A rectangle of negative
 * width is turned round. */
void dui_layout_add_rect (DuiLayout *self, DuiRole role, DuiRect rect);
void dui_layout_add_line (DuiLayout *self, DuiRole role, const DuiPoint *points, guint n_points);
void
dui_layout_add_segment (DuiLayout *self, DuiRole role, double x1, double y1, double x2, double y2);
void dui_layout_add_symbol (DuiLayout *self,
                            DuiRole role,
                            DuiSymbol symbol,
                            double x,
                            double y,
                            double size);
/* With its top left corner at @x, @y. */
void dui_layout_add_text (DuiLayout *self,
                          DuiRole role,
                          DuiFont font,
                          const char *text,
                          double x,
                          double y,
                          DuiTextMeasure *measure);
/* Takes @name. */
void dui_layout_add_mark (DuiLayout *self, DuiRect rect, guint key, char *name);

G_END_DECLS
