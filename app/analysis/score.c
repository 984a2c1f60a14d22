/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/score.h"
#include "analysis/closing.h"
#include "analysis/score-part.h"
#include "model/format.h"

/* All members at one period. */
typedef struct
{
  DuiScorePart *parts; /* [member * number of parts + part] */
  gint64 *scores;
  guint *ranks; /* 0 when not ranked */
  gboolean *in_bottom;
  DuiRankSummary summary;
} Field;

typedef struct
{
  const DuiScheme *scheme;
  GPtrArray *histories; /* of DuiHistory by progress, one for each part */
  const DuiMembers *members;
  guint bottom;
} Scoring;

static void
field_clear (Field *self)
{
  g_free (self->parts);
  g_free (self->scores);
  g_free (self->ranks);
  g_free (self->in_bottom);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

static gboolean
has_state (const Scoring *self,
           const DuiScorePart *parts,
           DuiScoreState state)
{
  for (guint i = 0; i < self->scheme->parts->len; i++)
    if (parts[i].state == state)
      return TRUE;
  return FALSE;
}

static void
score_members (const Scoring *self,
               DuiPeriod period,
               Field *field)
{
  guint n = self->members->n_items, n_parts = self->scheme->parts->len;
  g_autofree DuiRatio *values = g_new (DuiRatio, n);

  field->parts = g_new0 (DuiScorePart, (gsize) n * n_parts);
  field->scores = g_new0 (gint64, n);
  field->ranks = g_new (guint, n);
  field->in_bottom = g_new (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      DuiScorePart *parts = field->parts + (gsize) i * n_parts;

      values[i] = DUI_RATIO_MISSING;
      if (!dui_member_is_due (&self->members->items[i], period))
        continue;
      for (guint j = 0; j < n_parts; j++)
        dui_score_part_judge (&g_array_index (self->scheme->parts, DuiSchemePart, j),
                              g_ptr_array_index (self->histories, j), i, period, &parts[j]);
      field->scores[i] = dui_score_parts_weigh (self->scheme, parts);
      if (has_state (self, parts, DUI_SCORE_JUDGED))
        values[i] = dui_points_to_ratio (field->scores[i]);
    }
  dui_rank_values (values, n, DUI_DIRECTION_HIGHER, self->bottom, field->ranks, field->in_bottom,
                   &field->summary);
}

static void
fill_row (const Scoring *self,
          const Field *now,
          const Field *before,
          guint member,
          DuiScoreRow *row)
{
  row->place = self->members->items[member].place;
  row->rank = now->ranks[member];
  row->previous_rank = before->ranks ? before->ranks[member] : 0;
  row->change = row->previous_rank > 0 ? (int) row->previous_rank - (int) row->rank : 0;
  row->score = now->scores[member];
  row->parts = now->parts + (gsize) member * self->scheme->parts->len;
  row->bottom = now->in_bottom[member];
}

/* Rows stand at their rank; those that share it follow each other in fixed order. */
static void
fill_rows (const Scoring *self,
           const Field *now,
           const Field *before,
           DuiScore *score)
{
  guint n = self->members->n_items;
  g_autofree guint *sharing = g_new0 (guint, n + 1); /* how many have the rank so far */

  g_array_set_size (score->rows, now->summary.n_ranked);
  for (guint i = 0; i < n; i++)
    {
      guint place = self->members->items[i].place, rank = now->ranks[i];
      const DuiScorePart *parts = now->parts + (gsize) i * self->scheme->parts->len;

      if (!dui_member_is_due (&self->members->items[i], score->period))
        continue;
      if (rank > 0)
        fill_row (self, now, before, i,
                  &g_array_index (score->rows, DuiScoreRow, rank - 1 + sharing[rank]++));
      else if (has_state (self, parts, DUI_SCORE_UNREPORTED))
        g_array_append_val (score->unreported, place);
      else
        g_array_append_val (score->untargeted, place);
    }
  for (guint i = 0; i < score->rows->len; i++)
    {
      DuiScoreRow *row = &g_array_index (score->rows, DuiScoreRow, i);

      row->tied = sharing[row->rank] > 1;
    }
}

static gboolean
is_provisional (const Scoring *self,
                DuiPeriod period)
{
  for (guint i = 0; i < self->histories->len; i++)
    {
      DuiHistory *history = g_ptr_array_index (self->histories, i);

      if (dui_period_is_published (period, history->columns.calendar)
          && !dui_closing_is_closed (&history->columns, &history->members, period))
        return TRUE;
    }
  return FALSE;
}

/* The newest before @period that any of the parts publishes. */
static DuiPeriod
find_previous (const Scoring *self,
               DuiPeriod period)
{
  DuiPeriod previous = DUI_PERIOD_NONE;

  for (guint i = 0; i < self->histories->len; i++)
    {
      DuiHistory *history = g_ptr_array_index (self->histories, i);

      previous = MAX (previous, dui_period_previous (period, history->columns.calendar));
    }
  return previous;
}

static DuiScore *
compute (const Scoring *self,
         DuiPeriod period,
         DuiTier tier)
{
  DuiScore *score = g_new0 (DuiScore, 1);
  g_auto (Field) now = { 0 };
  g_auto (Field) before = { 0 };

  score->tier = tier;
  score->period = period;
  score->previous = find_previous (self, period);
  score->rows = g_array_new (FALSE, TRUE, sizeof (DuiScoreRow));
  score->unreported = g_array_new (FALSE, FALSE, sizeof (guint));
  score->untargeted = g_array_new (FALSE, FALSE, sizeof (guint));
  score_members (self, period, &now);
  if (score->previous >= self->scheme->from)
    score_members (self, score->previous, &before);
  fill_rows (self, &now, &before, score);
  score->n_previous = before.summary.n_ranked;
  score->bottom_size = now.summary.bottom_size;
  score->bottom_state = now.summary.bottom_state;
  score->bottom_tied = now.summary.bottom_tied;
  score->provisional = is_provisional (self, period);
  score->parts = g_steal_pointer (&now.parts);
  return score;
}

DuiScore *
dui_score_compute (const DuiScheme *scheme,
                   DuiPanel *const *panels,
                   guint parent,
                   DuiPeriod period,
                   DuiTier tier,
                   guint bottom)
{
  g_autoptr (GPtrArray) histories
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_history_free);
  Scoring self = { scheme, histories };

  g_return_val_if_fail (scheme->parts->len > 0, NULL);

  for (guint i = 0; i < scheme->parts->len; i++)
    g_ptr_array_add (histories, dui_history_new (panels[i], parent, DUI_RANK_BY_PROGRESS, tier,
                                                 bottom, DUI_STREAK_BY_CUMULATIVE));
  self.members = &((DuiHistory *) g_ptr_array_index (histories, 0))->members;
  self.bottom = ((DuiHistory *) g_ptr_array_index (histories, 0))->bottom;
  return compute (&self, period, tier);
}

int
dui_score_choose_decimals (const DuiScore *score, int decimals)
{
  g_autofree DuiRatio *values = g_new (DuiRatio, score->rows->len + 1);

  for (guint i = 0; i < score->rows->len; i++)
    values[i] = dui_points_to_ratio (g_array_index (score->rows, DuiScoreRow, i).score);
  return dui_format_column_decimals (values, score->rows->len, decimals);
}

void
dui_score_free (DuiScore *score)
{
  g_array_unref (score->rows);
  g_array_unref (score->unreported);
  g_array_unref (score->untargeted);
  g_free (score->parts);
  g_free (score);
}

const char *
dui_score_state_to_nick (DuiScoreState state)
{
  static const char *const nicks[] = { "judged", "unreported", "untargeted" };

  return nicks[state];
}
