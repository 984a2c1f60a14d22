/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geometry.h"

#include <math.h>
#include <string.h>

/* Rounding of positions, in points. */
#define SLACK 0.02

static gboolean
overlap (const DuiRect *a, const DuiRect *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width
         && a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height;
}

static void
fail (const char *where, const char *what, const DuiItem *item)
{
  g_test_message ("%s: %s: role %d at %.1f %.1f, %.1f x %.1f%s%s", where, what, item->role,
                  item->rect.x, item->rect.y, item->rect.width, item->rect.height,
                  item->kind == DUI_ITEM_TEXT ? ": " : "",
                  item->kind == DUI_ITEM_TEXT ? item->text.text : "");
  g_test_fail ();
}

static void
check_inside (const DuiLayout *layout, const DuiItem *item, const char *where)
{
  const DuiRect *rect = &item->rect;

  if (!isfinite (rect->x + rect->y + rect->width + rect->height))
    fail (where, "not a number", item);
  else if (rect->x < -SLACK || rect->y < -SLACK
           || rect->x + rect->width > dui_layout_get_width (layout) + SLACK
           || rect->y + rect->height > dui_layout_get_height (layout) + SLACK)
    fail (where, "cut by the edge", item);
}

/* Part of a segment inside of @rect, made a little smaller. */
static gboolean
segment_crosses (DuiPoint a, DuiPoint b, DuiRect rect)
{
  double from = 0, to = 1;
  const double starts[] = { a.x, a.y };
  const double runs[] = { b.x - a.x, b.y - a.y };
  const double lows[] = { rect.x + 0.3, rect.y + 0.3 };
  const double highs[] = { rect.x + rect.width - 0.3, rect.y + rect.height - 0.3 };

  for (guint i = 0; i < 2; i++)
    {
      double enter, leave;

      if (runs[i] == 0)
        {
          if (starts[i] <= lows[i] || starts[i] >= highs[i])
            return FALSE;
          continue;
        }
      enter = ((runs[i] > 0 ? lows[i] : highs[i]) - starts[i]) / runs[i];
      leave = ((runs[i] > 0 ? highs[i] : lows[i]) - starts[i]) / runs[i];
      from = MAX (from, enter);
      to = MIN (to, leave);
    }
  return from < to;
}

static gboolean
contains (const DuiRect *outer, const DuiRect *inner)
{
  return inner->x >= outer->x - SLACK && inner->x + inner->width <= outer->x + outer->width + SLACK;
}

/* A grid may run below a text, and is cut there, a word stands in its dotted box and a number in its
 * cell. */
static gboolean
may_cover (const DuiItem *item, const DuiItem *text)
{
  if (item->role == DUI_ROLE_BLOCK)
    return text->role == DUI_ROLE_TEXT_ON_BLOCK && contains (&item->rect, &text->rect);
  if (item->role == DUI_ROLE_SHADE_4)
    return text->role == DUI_ROLE_TEXT_ON_BLOCK && contains (&item->rect, &text->rect);
  if (item->role == DUI_ROLE_BOX
      || (item->role >= DUI_ROLE_SHADE_1 && item->role <= DUI_ROLE_SHADE_3))
    return contains (&item->rect, &text->rect);
  if (item->role == DUI_ROLE_GAP_MARK)
    return memcmp (&item->rect, &text->rect, sizeof (DuiRect)) == 0;
  return item->role == DUI_ROLE_GRID || item->role == DUI_ROLE_MISSING;
}

static gboolean
covers_text (const DuiItem *item, const DuiItem *text)
{
  if (may_cover (item, text))
    return FALSE;
  if (item->kind != DUI_ITEM_LINE)
    return overlap (&item->rect, &text->rect);
  for (guint i = 1; i < item->line.n_points; i++)
    if (segment_crosses (item->line.points[i - 1], item->line.points[i], text->rect))
      return TRUE;
  return FALSE;
}

static void
check_text (const DuiLayout *layout, DuiTextMeasure *measure, guint index, const char *where)
{
  const DuiItem *text = dui_layout_get_item (layout, index);

  if (fabs (text->rect.width - dui_text_width (measure, text->text.text, text->text.font)) > SLACK
      || text->rect.width <= 0)
    fail (where, "wrong width", text);
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      /* Each pair of texts once. */
      if (i == index || (item->kind == DUI_ITEM_TEXT && i < index))
        continue;
      if (covers_text (item, text))
        {
          fail (where, "covered", text);
          fail (where, "  by", item);
        }
    }
}

static void
check_marks (const DuiLayout *layout, const char *where)
{
  guint n = dui_layout_get_n_marks (layout);

  for (guint i = 0; i < n; i++)
    {
      const DuiMark *mark = dui_layout_get_mark (layout, i);
      const DuiItem item = { .rect = mark->rect };

      check_inside (layout, &item, where);
      g_assert_nonnull (mark->name);
      g_assert_cmpstr (mark->name, !=, "");
      g_assert_cmpint (dui_layout_find_mark (layout, mark->rect.x + mark->rect.width / 2,
                                             mark->rect.y + mark->rect.height / 2),
                       ==, (int) i);
      for (guint k = i + 1; k < n; k++)
        {
          const DuiMark *other = dui_layout_get_mark (layout, k);

          g_assert_cmpuint (mark->key, !=, other->key);
          if (overlap (&mark->rect, &other->rect))
            fail (where, "marks overlap", &item);
        }
    }
}

void
geometry_check (const DuiLayout *layout, DuiTextMeasure *measure, const char *where)
{
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      check_inside (layout, dui_layout_get_item (layout, i), where);
      if (dui_layout_get_item (layout, i)->kind == DUI_ITEM_TEXT)
        check_text (layout, measure, i, where);
    }
  check_marks (layout, where);
}

gboolean
geometry_has_text (const DuiLayout *layout, const char *part)
{
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->kind == DUI_ITEM_TEXT && strstr (item->text.text, part))
        return TRUE;
    }
  return FALSE;
}
