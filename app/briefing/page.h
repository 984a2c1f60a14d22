/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes and the pages that they are laid out on. A box is what is never cut: a line of text, a row
 * of a table, a chart. Plain rectangles in points; drawing and the tests read the same ones. */
#pragma once

#include <pango/pango.h>

#include "plot/layout.h"

G_BEGIN_DECLS

/* What a box is part of, for the document's structure. */
typedef enum
{
  DUI_PART_TITLE,
  DUI_PART_HEADING,
  DUI_PART_PARAGRAPH,
  DUI_PART_TABLE_HEAD,
  DUI_PART_TABLE_ROW,
  DUI_PART_CHART,
  DUI_PART_CAPTION,
  DUI_PART_MARGIN, /* page numbers and marks outside of the type area */
} DuiPart;

typedef enum
{
  DUI_MARK_LINE, /* a line of text; its rect is its place in the box */
  DUI_MARK_FILL, /* grey */
  DUI_MARK_RULE, /* the rect's outline, or a line where it has no height or no width */
  DUI_MARK_CHART,
} DuiMarkKind;

typedef struct
{
  DuiMarkKind kind;
  DuiRect rect; /* from the box's top left corner */
  union
  {
    struct
    {
      PangoLayout *layout; /* owned */
      int index;
      double baseline; /* from the rect's top */
    } line;
    double grey;      /* of a fill: 0 black to 1 white */
    double pen;       /* of a rule: its width */
    DuiLayout *chart; /* owned */
  };
} DuiPageMark;

typedef struct _DuiBox DuiBox;

struct _DuiBox
{
  DuiPart part;
  guint block; /* boxes of one paragraph, table or chart share it */
  double width;
  double height;
  double space;      /* above it, except at the top of a page */
  gboolean keep;     /* on one page with the next box */
  gboolean new_page; /* begins one */
  DuiBox *head;      /* owned: stands above it where the page begins within its table */
  GArray *marks;     /* of DuiPageMark */
  gatomicrefcount references;
};

DuiBox *dui_box_new (DuiPart part, guint block, double width, double height);
DuiBox *dui_box_ref (DuiBox *self);
void dui_box_unref (DuiBox *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiBox, dui_box_unref)

/* The line takes a reference of @layout, the chart takes @chart. */
void dui_box_add_line (DuiBox *self, DuiRect rect, PangoLayout *layout, int index, double baseline);
void dui_box_add_fill (DuiBox *self, DuiRect rect, double grey);
void dui_box_add_rule (DuiBox *self, DuiRect rect, double pen);
void dui_box_add_chart (DuiBox *self, DuiRect rect, DuiLayout *chart);

/* A box at its place on the sheet. */
typedef struct
{
  DuiBox *box; /* owned */
  double x;
  double y;
} DuiPlacement;

typedef struct
{
  GArray *placements; /* of DuiPlacement, in reading order */
} DuiPage;

void dui_page_place (DuiPage *self, DuiBox *box, double x, double y);
void dui_page_free (DuiPage *self);

/* Puts @boxes (of DuiBox) into pages whose type area is @area: in order, together what is to stay
 * together as far as a page has room for it, a table's head again on each of its pages. At least
 * one page. An array of DuiPage that frees them. */
GPtrArray *dui_pages_fill (GPtrArray *boxes, const DuiRect *area);

G_END_DECLS
