/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/score-lever.h"
#include "analysis/columns.h"
#include "analysis/score-part.h"

/* A change of one part of one row. */
typedef struct
{
  const DuiScore *score;
  const DuiScheme *scheme;
  const DuiScoreRow *row;
  guint part;
  DuiWide by;         /* what one raw amount adds to the numerator of what is reached */
  DuiRatio reached;   /* with the change */
  DuiScorePart *work; /* room for the parts of one row */
} Trial;

static const DuiScoreRow *
get_row (const DuiScore *score, guint index)
{
  return &g_array_index (score->rows, DuiScoreRow, index);
}

static DuiRatio
get_reached (const Trial *self, const DuiScoreRow *row)
{
  return row == self->row ? self->reached : row->parts[self->part].reached;
}

static guint
rank_in_part (const Trial *self, const DuiScoreRow *row)
{
  guint rank = 1;

  for (guint i = 0; i < self->score->rows->len; i++)
    {
      const DuiScoreRow *other = get_row (self->score, i);

      if (other->parts[self->part].state == DUI_SCORE_JUDGED
          && dui_ratio_compare (get_reached (self, other), get_reached (self, row)) > 0)
        rank++;
    }
  return rank;
}

static gint64
score_row (const Trial *self, const DuiScoreRow *row)
{
  DuiScorePart *part = &self->work[self->part];

  for (guint i = 0; i < self->scheme->parts->len; i++)
    self->work[i] = row->parts[i];
  if (part->state == DUI_SCORE_JUDGED)
    {
      part->reached = get_reached (self, row);
      part->met = part->reached.num >= part->reached.den;
      if (part->rank > 0)
        part->rank = rank_in_part (self, row);
    }
  return dui_score_parts_weigh (self->scheme, self->work);
}

static void
try_amount (Trial *self, DuiAmount added)
{
  self->reached = self->row->parts[self->part].reached;
  self->reached.num += self->by * added;
}

/* Of those right above; 0 for the first. */
static guint
find_next_rank (const DuiScore *score, const DuiScoreRow *row)
{
  guint rank = 0;

  for (guint i = 0; i < score->rows->len && get_row (score, i)->rank < row->rank; i++)
    rank = get_row (score, i)->rank;
  return rank;
}

static gboolean
passes (Trial *self, guint next, DuiAmount added)
{
  gint64 ours;

  try_amount (self, added);
  ours = score_row (self, self->row);
  for (guint i = next - 1; i < self->score->rows->len && get_row (self->score, i)->rank == next; i++)
    if (score_row (self, get_row (self->score, i)) >= ours)
      return FALSE;
  return TRUE;
}

static guint
find_rank (Trial *self, DuiAmount added)
{
  gint64 ours;
  guint rank = 1;

  try_amount (self, added);
  ours = score_row (self, self->row);
  for (guint i = 0; i < self->score->rows->len; i++)
    rank += score_row (self, get_row (self->score, i)) > ours;
  return rank;
}

/* The more is added, the better ours and the worse theirs: the least lies between what does not do it
 * and what does. */
static gboolean
find_least (Trial *self, guint next, DuiAmount most, DuiAmount *least)
{
  DuiAmount not = 0;

  if (most <= 0 || !passes (self, next, most))
    return FALSE;
  while (most - not > 1)
    {
      DuiAmount middle = not + (most - not) / 2;

      if (passes (self, next, middle))
        most = middle;
      else
        not = middle;
    }
  *least = most;
  return TRUE;
}

static gboolean
find_in_part (Trial *self, const DuiPanel *panel, guint next, DuiScoreLever *lever)
{
  const DuiScorePart *part = &self->row->parts[self->part];
  DuiColumns columns;
  DuiMoment moment;
  DuiAmount completed;

  if (part->state != DUI_SCORE_JUDGED || dui_ratio_is_missing (part->reached))
    return FALSE;
  dui_columns_init (&columns, panel);
  dui_moment_init (&moment, &columns, self->score->period);
  self->by = moment.pace.den;
  completed = dui_columns_get_value (&columns, self->row->place, self->score->period);
  if (!find_least (self, next, DUI_AMOUNT_MAX - MAX (completed, 0), &lever->added))
    return FALSE;
  lever->part = self->part;
  lever->due = (DuiRatio){ self->by * lever->added, part->reached.den };
  return TRUE;
}

gboolean
dui_score_find_lever (const DuiScore *score,
                      const DuiScheme *scheme,
                      DuiPanel *const *panels,
                      const DuiScoreRow *row,
                      DuiScoreLever *lever)
{
  guint n_parts = scheme->parts->len, next = find_next_rank (score, row);
  g_autofree DuiScorePart *work = g_new (DuiScorePart, n_parts);
  Trial self = { score, scheme, row, .work = work };
  gboolean found = FALSE;

  if (next == 0)
    return FALSE;
  for (self.part = 0; self.part < n_parts; self.part++)
    {
      DuiScoreLever other;

      if (find_in_part (&self, panels[self.part], next, &other)
          && (!found || dui_ratio_compare (other.due, lever->due) < 0))
        {
          other.place = get_row (score, next - 1)->place;
          other.rank = find_rank (&self, other.added);
          *lever = other;
          found = TRUE;
        }
    }
  return found;
}
