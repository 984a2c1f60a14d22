/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/labels.h"

#include <math.h>

struct _DuiPlacer
{
  DuiRect area;
  GArray *rects;    /* of DuiRect */
  GArray *labels;   /* of DuiRect: those of them that were placed here */
  GArray *segments; /* of DuiPoint pairs */
};

/* Labels that touch and move as one. */
typedef struct
{
  double sum; /* of the places at which its members would have it begin */
  guint n;
} Block;

static double
block_start (const Block *block, double height, double low, double high)
{
  return CLAMP (block->sum / block->n, low, MAX (high - block->n * height, low));
}

/* Pool adjacent violators: a block that would reach into the one before joins it. */
gboolean
dui_labels_spread (double *centres, guint n, double height, double low, double high)
{
  g_autofree Block *blocks = g_new (Block, n + 1);
  guint n_blocks = 0;
  guint label = 0;

  if (n * height > high - low + 1e-6)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block){ centres[i] - height / 2, 1 };
      while (n_blocks > 1)
        {
          Block *before = &blocks[n_blocks - 2];
          const Block *last = &blocks[n_blocks - 1];
          double end = block_start (before, height, low, high) + before->n * height;

          if (block_start (last, height, low, high) >= end)
            break;
          before->sum += last->sum - last->n * before->n * height;
          before->n += last->n;
          n_blocks--;
        }
    }
  for (guint i = 0; i < n_blocks; i++)
    for (guint k = 0; k < blocks[i].n; k++)
      centres[label++] = block_start (&blocks[i], height, low, high) + (k + 0.5) * height;
  return TRUE;
}

DuiPlacer *
dui_placer_new (DuiRect area)
{
  DuiPlacer *self = g_new (DuiPlacer, 1);

  self->area = area;
  self->rects = g_array_new (FALSE, FALSE, sizeof (DuiRect));
  self->labels = g_array_new (FALSE, FALSE, sizeof (DuiRect));
  self->segments = g_array_new (FALSE, FALSE, sizeof (DuiPoint));
  return self;
}

void
dui_placer_free (DuiPlacer *self)
{
  g_array_unref (self->rects);
  g_array_unref (self->labels);
  g_array_unref (self->segments);
  g_free (self);
}

void
dui_placer_avoid_rect (DuiPlacer *self, DuiRect rect)
{
  g_array_append_val (self->rects, rect);
}

void
dui_placer_avoid_line (DuiPlacer *self, const DuiPoint *points, guint n_points)
{
  for (guint i = 1; i < n_points; i++)
    g_array_append_vals (self->segments, &points[i - 1], 2);
}

static gboolean
rects_overlap (const DuiRect *a, const DuiRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Narrows the part [@from, @to] of a segment to where @start + t * @run lies in [@low, @high]. */
static gboolean
clip_part (double start, double run, double low, double high, double *from, double *to)
{
  double enter, leave;

  if (run == 0)
    return start > low && start < high;
  enter = ((run > 0 ? low : high) - start) / run;
  leave = ((run > 0 ? high : low) - start) / run;
  *from = MAX (*from, enter);
  *to = MIN (*to, leave);
  return *from < *to;
}

static gboolean
segment_crosses (const DuiPoint *ends, const DuiRect *rect)
{
  double from = 0, to = 1;

  return clip_part (ends[0].x, ends[1].x - ends[0].x, rect->x, rect->x + rect->width, &from, &to)
         && clip_part (ends[0].y, ends[1].y - ends[0].y, rect->y, rect->y + rect->height, &from,
                       &to);
}

static gboolean
is_free (const DuiPlacer *self, const DuiRect *rect)
{
  const DuiRect *area = &self->area;

  if (rect->x < area->x || rect->y < area->y || rect->x + rect->width > area->x + area->width
      || rect->y + rect->height > area->y + area->height)
    return FALSE;
  for (guint i = 0; i < self->rects->len; i++)
    if (rects_overlap (rect, &g_array_index (self->rects, DuiRect, i)))
      return FALSE;
  for (guint i = 0; i + 1 < self->segments->len; i += 2)
    if (segment_crosses (&g_array_index (self->segments, DuiPoint, i), rect))
      return FALSE;
  return TRUE;
}

/* From the anchor to the label's left or upper edge. */
static double
near_edge (double direction, double size)
{
  if (fabs (direction) < 0.1)
    return -size / 2;
  return direction > 0 ? 0 : -size;
}

static DuiRect
rect_beside (DuiPoint anchor, DuiSide side, double distance, double width, double height)
{
  double angle = side * G_PI / 4;
  double across = cos (angle);
  double down = sin (angle);

  /* The label's near edge or corner is put at the distance, not its middle. */
  return (DuiRect){ anchor.x + across * distance + near_edge (across, width),
                    anchor.y + down * distance + near_edge (down, height), width, height };
}

/* What would stand out of the area is moved along its edge. */
static void
move_inside (const DuiRect *area, DuiRect *rect)
{
  rect->x = CLAMP (rect->x, area->x, MAX (area->x + area->width - rect->width, area->x));
  rect->y = CLAMP (rect->y, area->y, MAX (area->y + area->height - rect->height, area->y));
}

static gboolean
covers (const DuiRect *rect, DuiPoint point)
{
  return point.x > rect->x && point.x < rect->x + rect->width && point.y > rect->y
         && point.y < rect->y + rect->height;
}

gboolean
dui_placer_is_far (DuiPoint anchor, DuiPoint end)
{
  return hypot (end.x - anchor.x, end.y - anchor.y) > DUI_LABEL_NEAR + 1e-6;
}

/* Leaders may cross lines, but not labels. */
static gboolean
leader_is_free (const DuiPlacer *self, DuiPoint anchor, DuiPoint end)
{
  const DuiPoint ends[] = { anchor, end };

  for (guint i = 0; i < self->labels->len; i++)
    if (segment_crosses (ends, &g_array_index (self->labels, DuiRect, i)))
      return FALSE;
  return TRUE;
}

static gboolean
try_place (DuiPlacer *self, DuiPoint anchor, DuiRect *rect, DuiPoint *end)
{
  move_inside (&self->area, rect);
  *end = (DuiPoint){ CLAMP (anchor.x, rect->x, rect->x + rect->width),
                     CLAMP (anchor.y, rect->y, rect->y + rect->height) };
  if (covers (rect, anchor) || !is_free (self, rect))
    return FALSE;
  if (dui_placer_is_far (anchor, *end))
    {
      const DuiPoint leader[] = { anchor, *end };

      if (!leader_is_free (self, anchor, *end))
        return FALSE;
      dui_placer_avoid_line (self, leader, G_N_ELEMENTS (leader));
    }
  dui_placer_avoid_rect (self, *rect);
  g_array_append_val (self->labels, *rect);
  return TRUE;
}

gboolean
dui_placer_place (DuiPlacer *self,
                  DuiPoint anchor,
                  DuiSide side,
                  double width,
                  double height,
                  double reach,
                  DuiRect *rect,
                  DuiPoint *end)
{
  static const double distances[] = { 4, DUI_LABEL_NEAR, 14, 24, 38, 56 };
  static const int turns[] = { 0, 1, -1, 2, -2, 3, -3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (distances) && distances[i] <= reach; i++)
    for (guint k = 0; k < G_N_ELEMENTS (turns); k++)
      {
        DuiSide tried = (DuiSide) (((int) side + turns[k] + DUI_N_SIDES) % DUI_N_SIDES);

        *rect = rect_beside (anchor, tried, distances[i], width, height);
        if (try_place (self, anchor, rect, end))
          return TRUE;
      }
  return FALSE;
}
