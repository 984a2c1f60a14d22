/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ranking-row.h"

#include <glib/gi18n-lib.h>

#include "analysis/whole.h"
#include "briefing/words.h"
#include "model/format.h"

struct _DuiRankingRow
{
  GObject parent_instance;

  DuiRankingTerms terms;
  DuiRankingKind kind;
  DuiStandingRow standing; /* of an unranked row: without rank */
  DuiWhole whole;          /* what a row of the whole place borrows from */
  DuiTotal *total;         /* what a row of the sum borrows from */
  guint growth_rank, difference_rank; /* 0 when not ranked */
  DuiRatio share, pull;               /* a fraction and points; missing where there is none */
};

G_DEFINE_FINAL_TYPE (DuiRankingRow, dui_ranking_row, G_TYPE_OBJECT)

static void
dui_ranking_row_finalize (GObject *object)
{
  DuiRankingRow *self = DUI_RANKING_ROW (object);

  dui_whole_clear (&self->whole);
  g_clear_pointer (&self->total, dui_total_free);
  G_OBJECT_CLASS (dui_ranking_row_parent_class)->finalize (object);
}

static void
dui_ranking_row_class_init (DuiRankingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_ranking_row_finalize;
}

static void
dui_ranking_row_init (DuiRankingRow *self)
{
}

static guint
find_rank (const DuiStanding *standing,
           guint place)
{
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->place == place)
        return row->rank;
    }
  return 0;
}

static DuiRatio
find_share (const DuiStanding *standing,
            guint place)
{
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->place == place)
        return row->share;
    }
  return DUI_RATIO_MISSING;
}

/* What the rows share, but for what is only there while they are made. */
static void
take_terms (DuiRankingRow *self,
            const DuiRankingTerms *terms)
{
  self->terms = *terms;
  self->terms.by_growth = self->terms.by_progress = NULL;
  self->terms.contribution = NULL;
}

DuiRankingRow *
dui_ranking_row_new (const DuiRankingTerms *terms,
                     const DuiStandingRow *standing)
{
  DuiRankingRow *self = g_object_new (DUI_TYPE_RANKING_ROW, NULL);

  take_terms (self, terms);
  self->kind = DUI_RANKING_RANKED;
  self->standing = *standing;
  self->growth_rank = find_rank (terms->by_growth, standing->place);
  self->difference_rank = find_rank (terms->by_progress, standing->place);
  self->share = find_share (terms->by_progress, standing->place);
  self->pull = dui_contribution_find (terms->contribution, standing->place);
  return self;
}

static DuiRankingRow *
new_with_progress (const DuiRankingTerms *terms,
                   DuiRankingKind kind,
                   guint place)
{
  DuiRankingRow *self = g_object_new (DUI_TYPE_RANKING_ROW, NULL);

  take_terms (self, terms);
  self->kind = kind;
  self->standing.place = place;
  return self;
}

static void
take_progress (DuiRankingRow *self,
               const DuiProgress *progress)
{
  self->standing.progress = *progress;
  self->standing.tier = self->terms.tier == DUI_TIER_ASSESSED ? progress->assessed
                                                              : progress->tiers[self->terms.tier];
}

DuiRankingRow *
dui_ranking_row_new_whole (const DuiRankingTerms *terms,
                           guint place)
{
  DuiRankingRow *self = new_with_progress (terms, DUI_RANKING_WHOLE, place);

  dui_whole_init (&self->whole, terms->panel, place, terms->period);
  take_progress (self, self->whole.progress ? self->whole.progress : &self->whole.own);
  return self;
}

DuiRankingRow *
dui_ranking_row_new_total (const DuiRankingTerms *terms,
                           guint place)
{
  DuiProgress own;
  g_autoptr (DuiTotal) total = NULL;
  DuiRankingRow *self;

  dui_progress_compute (terms->panel, place, terms->period, &own);
  if (!dui_progress_is_reported (&own, terms->panel->indicator))
    return NULL; /* the sum stands for the whole already */
  total = dui_total_compute (terms->panel, place, terms->period);
  if (dui_amount_is_missing (total->sum.completed))
    return NULL;
  self = new_with_progress (terms, DUI_RANKING_TOTAL, place);
  self->total = g_steal_pointer (&total);
  take_progress (self, &self->total->sum);
  return self;
}

DuiRankingRow *
dui_ranking_row_new_unranked (const DuiRankingTerms *terms,
                              DuiRankingKind kind,
                              guint place)
{
  DuiRankingRow *self = new_with_progress (terms, kind, place);
  DuiProgress progress;

  dui_progress_compute (terms->panel, place, terms->period, &progress);
  take_progress (self, &progress);
  return self;
}

guint
dui_ranking_row_get_place (DuiRankingRow *self)
{
  return self->standing.place;
}

DuiRankingKind
dui_ranking_row_get_kind (DuiRankingRow *self)
{
  return self->kind;
}

gboolean
dui_ranking_row_is_bottom (DuiRankingRow *self)
{
  return self->standing.bottom;
}

gboolean
dui_ranking_row_is_behind (DuiRankingRow *self)
{
  return dui_ratio_sign (self->standing.tier.difference) < 0;
}

/* As it is shown: growth in percent, a difference in points, amounts and distances in the shown
 * measure. */
static DuiRatio
shown_value (DuiIndicator *indicator,
             DuiRankBy by,
             DuiRatio value)
{
  switch (by)
    {
    case DUI_RANK_BY_GROWTH:
      return dui_ratio_scale (value, 100, 1);
    case DUI_RANK_BY_PROGRESS:
      return dui_format_difference_to_shown (indicator, value);
    case DUI_RANK_BY_COMPLETED:
    case DUI_RANK_BY_MONTH:
    default:
      return dui_format_raw_to_shown (indicator, value);
    }
}

static int
usual_decimals (DuiIndicator *indicator,
                DuiRankBy by)
{
  if (by == DUI_RANK_BY_GROWTH
      || (by == DUI_RANK_BY_PROGRESS && dui_indicator_has_pace (indicator)))
    return 1;
  return dui_indicator_get_decimals (indicator);
}

int
dui_ranking_terms_find_decimals (const DuiRankingTerms *terms,
                                 const DuiStanding *standing)
{
  DuiIndicator *indicator = terms->panel->indicator;
  g_autofree DuiRatio *values = g_new (DuiRatio, standing->rows->len + 1);

  for (guint i = 0; i < standing->rows->len; i++)
    values[i] = shown_value (indicator, terms->by,
                             g_array_index (standing->rows, DuiStandingRow, i).value);
  return dui_format_column_decimals (values, standing->rows->len,
                                     usual_decimals (indicator, terms->by));
}

static int
decimals_of (DuiRankingRow *self,
             DuiRankBy by)
{
  return self->terms.by == by ? self->terms.decimals
                              : usual_decimals (self->terms.panel->indicator, by);
}

/* One of the four numbers that may be ranked by. */
static char *
format_value (DuiRankingRow *self,
              DuiRankBy by,
              DuiRatio value)
{
  return dui_format_number (shown_value (self->terms.panel->indicator, by, value),
                            decimals_of (self, by));
}

static char *
format_place (DuiRankingRow *self)
{
  DuiPlace *place = dui_catalog_get_place (self->terms.panel->catalog, self->standing.place);

  if (self->kind == DUI_RANKING_TOTAL)
    return g_strdup (dui_place_get_total_label (place));
  return g_strdup (self->kind == DUI_RANKING_WHOLE ? self->whole.label
                                                   : dui_place_get_name (place));
}

static char *
format_growth (DuiRankingRow *self)
{
  const DuiProgress *progress = &self->standing.progress;
  g_autofree char *percent = format_value (self, DUI_RANK_BY_GROWTH, progress->growth);

  return g_strconcat (percent, progress->growth_inferred ? "*" : NULL, NULL);
}

/* Ahead and behind are told by the sign that is printed, not by the colour alone. */
static char *
format_difference (DuiRankingRow *self)
{
  DuiRatio difference = self->standing.tier.difference;
  g_autofree char *number = format_value (self, DUI_RANK_BY_PROGRESS, difference);
  DuiRatio shown = shown_value (self->terms.panel->indicator, DUI_RANK_BY_PROGRESS, difference);
  gboolean ahead = !dui_ratio_is_missing (shown)
                   && dui_ratio_round (shown, decimals_of (self, DUI_RANK_BY_PROGRESS)) > 0;

  return ahead ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
}

static char *
format_change (DuiRankingRow *self)
{
  int change = self->standing.change;

  if (!self->standing.previous_rank || change == 0)
    return g_strdup ("—");
  return g_strdup_printf ("%s%d", change > 0 ? "↑" : "↓", ABS (change));
}

static char *
format_rank (guint rank)
{
  return rank ? g_strdup_printf ("%u", rank) : g_strdup ("—");
}

char *
dui_ranking_row_format (DuiRankingRow *self,
                        DuiRankingColumn column)
{
  DuiIndicator *indicator = self->terms.panel->indicator;
  const DuiStandingRow *standing = &self->standing;

  switch (column)
    {
    case DUI_COLUMN_RANK:
      return format_rank (standing->rank);
    case DUI_COLUMN_PLACE:
      return format_place (self);
    case DUI_COLUMN_TARGET:
      return dui_format_amount (indicator, standing->tier.target ? standing->tier.target->value
                                                                 : DUI_AMOUNT_MISSING);
    case DUI_COLUMN_MONTH:
      return format_value (self, DUI_RANK_BY_MONTH, standing->progress.month);
    case DUI_COLUMN_COMPLETED:
      return format_value (self, DUI_RANK_BY_COMPLETED,
                           dui_amount_to_ratio (standing->progress.completed, 0));
    case DUI_COLUMN_BASE:
      return dui_format_amount (indicator, standing->progress.base);
    case DUI_COLUMN_GROWTH:
      return format_growth (self);
    case DUI_COLUMN_GROWTH_RANK:
      return format_rank (self->growth_rank);
    case DUI_COLUMN_COMPLETION:
      return dui_format_percent (standing->tier.completion, 1);
    case DUI_COLUMN_DIFFERENCE:
      return format_difference (self);
    case DUI_COLUMN_DIFFERENCE_RANK:
      return format_rank (self->difference_rank);
    case DUI_COLUMN_GAP:
      return dui_format_amount (indicator, standing->tier.target ? standing->tier.gap
                                                                 : DUI_AMOUNT_MISSING);
    case DUI_COLUMN_SHARE:
      return dui_format_percent (self->share, 1);
    case DUI_COLUMN_PULL:
      return dui_format_number (self->pull, 2);
    case DUI_COLUMN_CARD:
      return g_strdup (dui_card_to_label (standing->tier.card));
    case DUI_COLUMN_PREVIOUS:
      return format_rank (standing->previous_rank);
    case DUI_COLUMN_CHANGE:
      return format_change (self);
    case DUI_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What a column sorts by; missing where it shows a dash. */
static DuiRatio
column_value (DuiRankingRow *self,
              DuiRankingColumn column)
{
  const DuiStandingRow *standing = &self->standing;

  switch (column)
    {
    case DUI_COLUMN_RANK:
      return dui_ratio_new (standing->rank, standing->rank > 0);
    case DUI_COLUMN_PLACE:
      return dui_ratio_new (standing->place, 1);
    case DUI_COLUMN_TARGET:
      return dui_amount_to_ratio (
          standing->tier.target ? standing->tier.target->value : DUI_AMOUNT_MISSING, 0);
    case DUI_COLUMN_MONTH:
      return standing->progress.month;
    case DUI_COLUMN_COMPLETED:
      return dui_amount_to_ratio (standing->progress.completed, 0);
    case DUI_COLUMN_BASE:
      return dui_amount_to_ratio (standing->progress.base, 0);
    case DUI_COLUMN_GROWTH:
      return standing->progress.growth;
    case DUI_COLUMN_GROWTH_RANK:
      return dui_ratio_new (self->growth_rank, self->growth_rank > 0);
    case DUI_COLUMN_COMPLETION:
      return standing->tier.completion;
    case DUI_COLUMN_DIFFERENCE:
      return standing->tier.difference;
    case DUI_COLUMN_DIFFERENCE_RANK:
      return dui_ratio_new (self->difference_rank, self->difference_rank > 0);
    case DUI_COLUMN_GAP:
      return dui_amount_to_ratio (
          standing->tier.target ? standing->tier.gap : DUI_AMOUNT_MISSING, 0);
    case DUI_COLUMN_SHARE:
      return self->share;
    case DUI_COLUMN_PULL:
      return self->pull;
    case DUI_COLUMN_CARD:
      return dui_ratio_new (standing->tier.card, standing->tier.card != DUI_CARD_NONE);
    case DUI_COLUMN_PREVIOUS:
      return dui_ratio_new (standing->previous_rank, standing->previous_rank > 0);
    case DUI_COLUMN_CHANGE:
      return dui_ratio_new (standing->change, standing->previous_rank > 0);
    case DUI_N_COLUMNS:
    default:
      g_return_val_if_reached (DUI_RATIO_MISSING);
    }
}

gboolean
dui_ranking_row_has (DuiRankingRow *self,
                     DuiRankingColumn column)
{
  return !dui_ratio_is_missing (column_value (self, column));
}

int
dui_ranking_row_compare (DuiRankingRow *a,
                         DuiRankingRow *b,
                         DuiRankingColumn column)
{
  DuiRatio first = column_value (a, column);
  DuiRatio second = column_value (b, column);

  if (a->kind != DUI_RANKING_RANKED || b->kind != DUI_RANKING_RANKED)
    return 0;
  if (dui_ratio_is_missing (first) || dui_ratio_is_missing (second))
    return dui_ratio_is_missing (second) - dui_ratio_is_missing (first);
  return dui_ratio_compare (first, second);
}

static const char *
untargeted_word (DuiRankingRow *self)
{
  switch (self->terms.by)
    {
    case DUI_RANK_BY_PROGRESS:
      return _ ("no target");
    case DUI_RANK_BY_MONTH:
      return _ ("no month");
    case DUI_RANK_BY_GROWTH:
    case DUI_RANK_BY_COMPLETED:
    default:
      return dui_amount_is_missing (self->standing.progress.base)
                     && dui_indicator_get_kind (self->terms.panel->indicator)
                            != DUI_KIND_GROWTH_ONLY
                 ? _ ("no base")
                 : _ ("no growth");
    }
}

char *
dui_ranking_row_format_tag (DuiRankingRow *self)
{
  g_autofree char *count = NULL;

  switch (self->kind)
    {
    case DUI_RANKING_UNREPORTED:
      return g_strdup (_ ("not reported"));
    case DUI_RANKING_UNTARGETED:
      return g_strdup (untargeted_word (self));
    case DUI_RANKING_TOTAL:
      return self->total->missing->len > 0 ? g_strdup (_ ("reports are missing")) : NULL;
    case DUI_RANKING_WHOLE:
    case DUI_RANKING_RANKED:
    default:
      if (!self->standing.bottom)
        return NULL;
      count = dui_words_count (self->terms.bottom);
      /* Translators: the word at a row of the bottom set: 后三. */
      return g_strdup_printf (self->standing.tied ? _ ("bottom %s, tied") : _ ("bottom %s"), count);
    }
}

char *
dui_ranking_row_format_spoken (DuiRankingRow *self)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  g_autofree char *tag = dui_ranking_row_format_tag (self);
  g_autofree char *place = format_place (self);

  g_string_append (spoken, place);
  if (tag)
    g_string_append_printf (spoken, " %s", tag);
  for (guint i = 0; i < DUI_N_COLUMNS; i++)
    {
      g_autofree char *text = dui_ranking_row_format (self, i);

      if (i != DUI_COLUMN_PLACE && !g_str_equal (text, "—"))
        g_string_append_printf (
            spoken, ", %s %s",
            dui_ranking_column_get_name (i, self->terms.panel->indicator), text);
    }
  return g_strdup (spoken->str);
}

const char *
dui_ranking_column_get_title (DuiRankingColumn column,
                              DuiIndicator *indicator)
{
  switch (column)
    {
    case DUI_COLUMN_RANK:
      return C_ ("column", "Rank");
    case DUI_COLUMN_PLACE:
      return C_ ("column", "Place");
    case DUI_COLUMN_TARGET:
      return C_ ("column", "Target");
    case DUI_COLUMN_MONTH:
      return C_ ("column", "Month");
    case DUI_COLUMN_COMPLETED:
      return C_ ("column", "To date");
    case DUI_COLUMN_BASE:
      return C_ ("column", "Base");
    case DUI_COLUMN_GROWTH:
      return C_ ("column", "Growth %");
    case DUI_COLUMN_GROWTH_RANK:
    case DUI_COLUMN_DIFFERENCE_RANK:
      return C_ ("column", "Rank");
    case DUI_COLUMN_COMPLETION:
      return C_ ("column", "Done %");
    case DUI_COLUMN_DIFFERENCE:
      return dui_indicator_has_pace (indicator) ? C_ ("column", "Ahead")
                                                : C_ ("column", "Distance");
    case DUI_COLUMN_GAP:
      return C_ ("column", "Gap");
    case DUI_COLUMN_SHARE:
      return C_ ("column", "Share %");
    case DUI_COLUMN_PULL:
      return C_ ("column", "Pull");
    case DUI_COLUMN_CARD:
      return C_ ("column", "Card");
    case DUI_COLUMN_PREVIOUS:
      return C_ ("column", "Before");
    case DUI_COLUMN_CHANGE:
      return C_ ("column", "Change");
    case DUI_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
dui_ranking_column_get_name (DuiRankingColumn column,
                             DuiIndicator *indicator)
{
  if (column == DUI_COLUMN_GROWTH_RANK)
    return C_ ("column", "Rank by growth");
  if (column == DUI_COLUMN_SHARE)
    return C_ ("column", "Share of all gaps, %");
  if (column == DUI_COLUMN_PULL)
    return C_ ("column", "Pull on the growth of the whole, points");
  if (column == DUI_COLUMN_DIFFERENCE_RANK)
    return dui_indicator_has_pace (indicator) ? C_ ("column", "Rank by progress")
                                              : C_ ("column", "Rank by distance");
  return dui_ranking_column_get_title (column, indicator);
}

const char *
dui_ranking_column_get_nick (DuiRankingColumn column)
{
  static const char *const nicks[DUI_N_COLUMNS]
      = { "rank", "place", "target", "month", "completed", "base", "growth", "growth-rank",
          "completion", "difference", "difference-rank", "gap", "share", "pull", "card", "previous", "change" };

  return nicks[column];
}
