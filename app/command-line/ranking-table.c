/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/ranking-table.h"

#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/ranking-words.h"
#include "command-line/text-table.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

#define DECIMALS 1
#define N_RANK_BY (DUI_RANK_BY_MONTH + 1)

/* What the whole table shows: columns without a value in any row are left out (PRACTICE R21), and
 * the column that is ranked shows as many decimals as keep different values apart (R10). */
typedef struct
{
  const DuiStanding *standing;
  const DuiPanel *panel;
  gboolean has_targets;
  gboolean has_pace;
  gboolean has_months;
  gboolean has_figures;
  int decimals[N_RANK_BY]; /* of the column that can be ranked by each */
} View;

/* In the units in which the column is printed. */
static DuiRatio
get_shown_value (const View *self,
                 const DuiStandingRow *row)
{
  if (self->standing->by == DUI_RANK_BY_GROWTH)
    return dui_ratio_scale (row->value, 100, 1);
  if (self->standing->by == DUI_RANK_BY_PROGRESS)
    return dui_format_difference_to_shown (self->panel->indicator, row->value);
  return dui_format_raw_to_shown (self->panel->indicator, row->value);
}

static void
look_at_rows (View *self)
{
  const GArray *rows = self->standing->rows;
  DuiIndicator *indicator = self->panel->indicator;
  g_autofree DuiRatio *values = g_new (DuiRatio, rows->len + 1);
  int *ranked;

  self->has_pace = dui_indicator_has_pace (indicator);
  self->has_figures = dui_indicator_get_kind (indicator) != DUI_KIND_GROWTH_ONLY;
  for (guint i = 0; i < rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (rows, DuiStandingRow, i);

      self->has_targets = self->has_targets || row->tier.target;
      self->has_months = self->has_months || !dui_ratio_is_missing (row->progress.month);
      values[i] = get_shown_value (self, row);
    }
  self->decimals[DUI_RANK_BY_GROWTH] = DECIMALS;
  self->decimals[DUI_RANK_BY_PROGRESS] = dui_label_difference_decimals (indicator);
  self->decimals[DUI_RANK_BY_COMPLETED] = dui_indicator_get_decimals (indicator);
  self->decimals[DUI_RANK_BY_MONTH] = dui_indicator_get_decimals (indicator);
  ranked = &self->decimals[self->standing->by];
  *ranked = dui_format_column_decimals (values, rows->len, *ranked);
}

static void
add_columns (const View *self,
             DuiTextTable *table)
{
  dui_text_table_add_column (table, _ ("Rank"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  if (self->has_targets)
    dui_text_table_add_column (table, _ ("Target"), DUI_ALIGN_RIGHT);
  if (self->has_months)
    dui_text_table_add_column (table, _ ("Month"), DUI_ALIGN_RIGHT);
  if (self->has_figures)
    dui_text_table_add_column (table, _ ("Completed"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Growth %"), DUI_ALIGN_RIGHT);
  if (self->has_pace && self->has_targets)
    {
      dui_text_table_add_column (table, _ ("Completion %"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Against pace"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Gap"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Card"), DUI_ALIGN_LEFT);
    }
  else if (self->has_targets)
    dui_text_table_add_column (table, _ ("Against target"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Previous"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Change"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Note"), DUI_ALIGN_LEFT);
}

static char *
format_note (const View *self,
             const DuiStandingRow *row)
{
  GString *note = dui_ranking_words_note (row->bottom, self->standing->bottom_size, row->tied);

  if (row->streak > 1)
    {
      if (note->len > 0)
        g_string_append_c (note, ' ');
      /* Translators: periods in a row in the bottom set: 连3期. */
      g_string_append_printf (
          note, ngettext ("%u period running", "%u periods running", row->streak), row->streak);
    }
  if (row->progress.growth_inferred)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", _ ("growth inferred"));
  return g_string_free (note, FALSE);
}

static void
take_shown (const View *self,
            DuiTextTable *table,
            DuiRatio raw,
            DuiRankBy column)
{
  dui_text_table_take (table, dui_format_number (dui_format_raw_to_shown (self->panel->indicator, raw),
                                                 self->decimals[column]));
}

static void
add_figures (const View *self,
             DuiTextTable *table,
             const DuiProgress *progress,
             const DuiTierProgress *tier)
{
  DuiIndicator *indicator = self->panel->indicator;

  if (self->has_targets)
    dui_text_table_take (table, dui_format_amount (indicator, tier->target ? tier->target->value
                                                                      : DUI_AMOUNT_MISSING));
  if (self->has_months)
    take_shown (self, table, progress->month, DUI_RANK_BY_MONTH);
  if (self->has_figures)
    take_shown (self, table, dui_amount_to_ratio (progress->completed, 0),
                DUI_RANK_BY_COMPLETED);
  dui_text_table_take (
      table, dui_format_percent (progress->growth, self->decimals[DUI_RANK_BY_GROWTH]));
  if (!self->has_targets)
    return;
  if (self->has_pace)
    dui_text_table_take (table, dui_format_percent (tier->completion, DECIMALS));
  dui_text_table_take (
      table, dui_format_number (dui_format_difference_to_shown (indicator, tier->difference),
                                self->decimals[DUI_RANK_BY_PROGRESS]));
  if (self->has_pace)
    {
      dui_text_table_take (table, dui_format_amount (indicator, tier->gap));
      dui_text_table_add (table, dui_card_to_label (tier->card));
    }
}

static void
add_row (const View *self,
         DuiTextTable *table,
         const DuiStandingRow *row)
{
  dui_text_table_take (table, g_strdup_printf ("%u", row->rank));
  dui_text_table_add (table, dui_label_place (self->panel->catalog, row->place));
  add_figures (self, table, &row->progress, &row->tier);
  dui_text_table_take (table, dui_ranking_words_previous (row->previous_rank));
  dui_text_table_take (table, dui_ranking_words_change (row->previous_rank, row->change));
  dui_text_table_take (table, format_note (self, row));
}

/* The place's own figure stands first and takes no rank (PRACTICE R3, R17). */
static void
add_whole (const View *self,
           DuiTextTable *table,
           guint parent)
{
  DuiProgress progress;

  dui_progress_compute (self->panel, parent, self->standing->period, &progress);
  if (dui_amount_is_missing (progress.completed) && dui_ratio_is_missing (progress.growth))
    return;
  dui_text_table_add (table, "—");
  dui_text_table_add (table, dui_place_get_whole_label (
                            dui_catalog_get_place (self->panel->catalog, parent)));
  add_figures (self, table, &progress, dui_label_choose_tier (&progress, self->standing->tier));
  for (guint i = 0; i < 3; i++)
    dui_text_table_add (table, NULL);
}

static void
print_heading (const View *self)
{
  DuiIndicator *indicator = self->panel->indicator;
  const char *measure = dui_measure_display (dui_indicator_get_shown_measure (indicator));
  g_autofree char *period = dui_period_to_label (self->standing->period);
  /* Translators: the measure of the amounts, and percent. */
  g_autofree char *measures = g_str_equal (measure, "%") ? g_strdup (measure)
                                                         : g_strdup_printf (_ ("%s, %%"), measure);

  /* Translators: 1 period, 2 indicator, 3 what is ranked by, 4 tier, 5 how many, 6 measures. */
  dui_output_format (_ ("%1$s, %2$s, ranked by %3$s, %4$s; %5$u ranked; %6$s\n"), period,
                     dui_indicator_get_display_name (indicator),
                     dui_label_rank_by (indicator, self->standing->by),
                     dui_tier_to_label (self->standing->tier), self->standing->rows->len,
                     measures);
}

static void
print_places_apart (const View *self)
{
  const DuiStanding *standing = self->standing;
  g_autofree char *unreported = dui_label_places (self->panel->catalog, standing->unreported);
  g_autofree char *untargeted = dui_label_places (self->panel->catalog, standing->untargeted);

  if (standing->unreported->len > 0)
    dui_output_format (_ ("Not reported: %s\n"), unreported);
  if (standing->untargeted->len > 0 && standing->by == DUI_RANK_BY_GROWTH)
    dui_output_format (_ ("No growth, not ranked: %s\n"), untargeted);
  else if (standing->untargeted->len > 0)
    dui_output_format (_ ("No target, not ranked: %s\n"), untargeted);
}

static void
print_notes (const View *self)
{
  const DuiStanding *standing = self->standing;

  if (standing->provisional)
    dui_output_text (_ ("Provisional: the period is still open.\n"));
  print_places_apart (self);
  dui_ranking_words_print_bottom (standing->bottom_state, standing->bottom_size);
  if (standing->rows->len > 0)
    dui_output_text (_ ("Ranks are by figures before rounding.\n"));
}

void
dui_ranking_table_print (const DuiStanding *standing,
                         const DuiPanel *panel,
                         guint parent)
{
  View view = { .standing = standing, .panel = panel };
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  look_at_rows (&view);
  print_heading (&view);
  add_columns (&view, table);
  add_whole (&view, table, parent);
  for (guint i = 0; i < standing->rows->len; i++)
    add_row (&view, table, &g_array_index (standing->rows, DuiStandingRow, i));
  dui_text_table_print (table);
  print_notes (&view);
}
