/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where labels go so that none covers another, a line, or the edge. Labels are placed in the order
 * of their importance: what was placed stays, what finds no place is left out. */
#pragma once

#include "plot/layout.h"

G_BEGIN_DECLS

/* Labels nearer than this to what they name need no leader line. */
#define DUI_LABEL_NEAR 7

/* For labels beside one another in a column: moves the @n @centres, ascending, as little as
 * possible (least squares) so that labels of @height do not overlap and all lie within @low to
 * @high. FALSE, and nothing moved, when there is no room for them all. */
gboolean dui_labels_spread (double *centres, guint n, double height, double low, double high);

typedef struct _DuiPlacer DuiPlacer;

/* Labels must stay within @area. */
DuiPlacer *dui_placer_new (DuiRect area);
void dui_placer_free (DuiPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiPlacer, dui_placer_free)

/* What no label may cover. */
void dui_placer_avoid_rect (DuiPlacer *self, DuiRect rect);
void dui_placer_avoid_line (DuiPlacer *self, const DuiPoint *points, guint n_points);

/* The sides of a point, in points of the compass. */
typedef enum
{
  DUI_SIDE_EAST,
  DUI_SIDE_SOUTH_EAST,
  DUI_SIDE_SOUTH,
  DUI_SIDE_SOUTH_WEST,
  DUI_SIDE_WEST,
  DUI_SIDE_NORTH_WEST,
  DUI_SIDE_NORTH,
  DUI_SIDE_NORTH_EAST,
  DUI_N_SIDES
} DuiSide;

/* Finds room for @width x @height beside @anchor: first next to it, on @side and then on the sides
 * nearest to that, then farther off, at most @reach away. @rect is then taken, and so is the leader
 * line from @anchor to @end, the nearest point of @rect, where that is farther than DUI_LABEL_NEAR.
 * FALSE when there is no room. */
gboolean dui_placer_place (DuiPlacer *self,
                           DuiPoint anchor,
                           DuiSide side,
                           double width,
                           double height,
                           double reach,
                           DuiRect *rect,
                           DuiPoint *end);

/* Whether a label that ends at @end wants a leader line. */
gboolean dui_placer_is_far (DuiPoint anchor, DuiPoint end);

G_END_DECLS
