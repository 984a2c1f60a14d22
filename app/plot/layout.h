/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart looks like at one size, as plain rectangles, points and texts (DESIGN §6). Pure data:
 * drawing, hit-testing, tooltips, keyboard focus, accessible children and tests all read it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} DuiRect;

/* Measures text; made once and used for many layouts. */
typedef struct _DuiTextMeasure DuiTextMeasure;

/* Something in a chart that a person can point at, focus and hear. */
typedef struct
{
  DuiRect rect;
  guint key;  /* the place's index in a chart of places, the DuiPeriod in a chart of periods */
  char *name; /* one line: what it is and its exact values; tooltip and accessible name */
} DuiMark;

typedef struct _DuiLayout DuiLayout;

guint dui_layout_get_n_marks (const DuiLayout *self);
const DuiMark *dui_layout_get_mark (const DuiLayout *self, guint index);
/* The mark at a point, or -1. */
int dui_layout_find_mark (const DuiLayout *self, double x, double y);
void dui_layout_unref (DuiLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiLayout, dui_layout_unref)

G_END_DECLS
