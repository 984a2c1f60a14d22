/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ranking-row.h"

#include <glib/gi18n-lib.h>

#include "briefing/words.h"
#include "model/format.h"

struct _DuiRankingRow
{
  GObject parent_instance;

  DuiRankingTerms terms;
  DuiRankingKind kind;
  DuiStandingRow standing; /* of an unranked row: without rank */
};

G_DEFINE_FINAL_TYPE (DuiRankingRow, dui_ranking_row, G_TYPE_OBJECT)

static void
dui_ranking_row_class_init (DuiRankingRowClass *klass)
{
}

static void
dui_ranking_row_init (DuiRankingRow *self)
{
}

DuiRankingRow *
dui_ranking_row_new (const DuiRankingTerms *terms,
                     const DuiStandingRow *standing)
{
  DuiRankingRow *self = g_object_new (DUI_TYPE_RANKING_ROW, NULL);

  self->terms = *terms;
  self->kind = DUI_RANKING_RANKED;
  self->standing = *standing;
  return self;
}

DuiRankingRow *
dui_ranking_row_new_unranked (const DuiRankingTerms *terms,
                              DuiRankingKind kind,
                              guint place)
{
  DuiRankingRow *self = g_object_new (DUI_TYPE_RANKING_ROW, NULL);
  DuiProgress *progress = &self->standing.progress;

  self->terms = *terms;
  self->kind = kind;
  self->standing.place = place;
  dui_progress_compute (terms->panel, place, terms->period, progress);
  self->standing.tier = terms->tier == DUI_TIER_ASSESSED ? progress->assessed
                                                         : progress->tiers[terms->tier];
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

static int
decimals_for (DuiRankingRow *self,
              DuiRankBy by,
              int decimals)
{
  return self->terms.by == by ? MAX (self->terms.decimals, decimals) : decimals;
}

static char *
format_place (DuiRankingRow *self)
{
  DuiPlace *place = dui_catalog_get_place (self->terms.panel->catalog, self->standing.place);

  return g_strdup (self->kind == DUI_RANKING_WHOLE ? dui_place_get_whole_label (place)
                                                   : dui_place_get_name (place));
}

static char *
format_growth (DuiRankingRow *self)
{
  const DuiProgress *progress = &self->standing.progress;
  g_autofree char *percent
      = dui_format_percent (progress->growth, decimals_for (self, DUI_RANK_BY_GROWTH, 1));

  return g_strconcat (percent, progress->growth_inferred ? "*" : NULL, NULL);
}

static char *
format_difference (DuiRankingRow *self)
{
  DuiIndicator *indicator = self->terms.panel->indicator;
  gboolean has_pace = dui_indicator_has_pace (indicator);
  DuiRatio difference = self->standing.tier.difference;
  DuiRatio shown = has_pace ? difference : dui_format_measured_to_shown (indicator, difference);
  int decimals = decimals_for (self, DUI_RANK_BY_PROGRESS,
                               has_pace ? 1 : dui_indicator_get_decimals (indicator));
  g_autofree char *number = dui_format_number (shown, decimals);

  /* Ahead and behind are told by the sign, not by the colour alone. */
  if (!dui_ratio_is_missing (shown) && dui_ratio_round (shown, decimals) > 0)
    return g_strconcat ("+", number, NULL);
  return g_steal_pointer (&number);
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
      return dui_format_average (indicator, standing->progress.month);
    case DUI_COLUMN_COMPLETED:
      return dui_format_amount (indicator, standing->progress.completed);
    case DUI_COLUMN_GROWTH:
      return format_growth (self);
    case DUI_COLUMN_COMPLETION:
      return dui_format_percent (standing->tier.completion, 1);
    case DUI_COLUMN_DIFFERENCE:
      return format_difference (self);
    case DUI_COLUMN_PREVIOUS:
      return format_rank (standing->previous_rank);
    case DUI_COLUMN_CHANGE:
      return format_change (self);
    case DUI_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
untargeted_word (DuiRankBy by)
{
  switch (by)
    {
    case DUI_RANK_BY_PROGRESS:
      return _ ("no target");
    case DUI_RANK_BY_MONTH:
      return _ ("no month");
    case DUI_RANK_BY_GROWTH:
    case DUI_RANK_BY_COMPLETED:
    default:
      return _ ("no growth");
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
      return g_strdup (untargeted_word (self->terms.by));
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
            dui_ranking_column_get_title (i, self->terms.panel->indicator), text);
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
    case DUI_COLUMN_GROWTH:
      return C_ ("column", "Growth %");
    case DUI_COLUMN_COMPLETION:
      return C_ ("column", "Done %");
    case DUI_COLUMN_DIFFERENCE:
      return dui_indicator_has_pace (indicator) ? C_ ("column", "Ahead")
                                                : C_ ("column", "Distance");
    case DUI_COLUMN_PREVIOUS:
      return C_ ("column", "Before");
    case DUI_COLUMN_CHANGE:
      return C_ ("column", "Change");
    case DUI_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}
