/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/out/ranking.h"

#include <glib/gi18n-lib.h>

#include "analysis/contribution.h"
#include "analysis/whole.h"
#include "model/format.h"
#include "model/measure.h"

/* Of rates and points: shown, and exact. */
#define DECIMALS 1
#define EXACT 4
#define SCORE_DECIMALS 2
#define SCORE_EXACT 6

typedef struct
{
  DuiExportTable *table;
  const DuiStanding *standing;
  const DuiPanel *panel;
  DuiStanding *growth, *progress; /* for the ranks by both */
  DuiContribution *contribution;  /* NULL where there is none */
  gboolean has_targets, has_pace, has_months, has_figures;
} Maker;

/* What a row shows; @row NULL for what is not ranked. */
typedef struct
{
  const char *name;
  const char *code;
  const DuiProgress *progress;
  const DuiTierProgress *tier;
  const DuiStandingRow *row;
  const char *remark;
} Line;

static const DuiStandingRow *
find_row (const DuiStanding *standing, guint place)
{
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->place == place)
        return row;
    }
  return NULL;
}

static const DuiTierProgress *
choose_tier (const Maker *self, const DuiProgress *progress)
{
  return self->standing->tier == DUI_TIER_ASSESSED ? &progress->assessed
                                                   : &progress->tiers[self->standing->tier];
}

static void
look (Maker *self, guint parent)
{
  const GArray *rows = self->standing->rows;
  DuiIndicator *indicator = self->panel->indicator;

  self->has_pace = dui_indicator_has_pace (indicator);
  self->has_figures = dui_indicator_get_kind (indicator) != DUI_KIND_GROWTH_ONLY;
  for (guint i = 0; i < rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (rows, DuiStandingRow, i);

      self->has_targets = self->has_targets || row->tier.target;
      self->has_months = self->has_months || !dui_ratio_is_missing (row->progress.month);
    }
  self->growth = dui_standing_compute (self->panel, parent, self->standing->period,
                                       DUI_RANK_BY_GROWTH, self->standing->tier, 0);
  self->progress = dui_standing_compute (self->panel, parent, self->standing->period,
                                         DUI_RANK_BY_PROGRESS, self->standing->tier, 0);
  self->contribution
      = dui_contribution_compute (self->panel, parent, self->standing->period);
}

static void
add_amount_field (Maker *self, const char *title)
{
  DuiIndicator *indicator = self->panel->indicator;
  const char *measure = dui_measure_display (dui_indicator_get_shown_measure (indicator));

  /* Translators: a column's title and its measure. */
  dui_export_table_add_field (self->table, g_strdup_printf (_ ("%1$s (%2$s)"), title, measure),
                              dui_indicator_get_decimals (indicator),
                              dui_indicator_get_scale (indicator)
                                  + dui_indicator_get_shown_shift (indicator));
}

static void
add_count_field (Maker *self, const char *title)
{
  dui_export_table_add_field (self->table, g_strdup (title), 0, 0);
}

static void
add_rate_field (Maker *self, const char *title)
{
  dui_export_table_add_field (self->table, g_strdup (title), DECIMALS, EXACT);
}

static void
chart_last_field (Maker *self, DuiRankBy by)
{
  if (self->standing->by == by)
    self->table->charted = self->table->fields->len - 1;
}

static void
add_target_fields (Maker *self)
{
  if (self->has_pace)
    add_rate_field (self, _ ("Completion (%)"));
  if (self->has_pace)
    add_rate_field (self, _ ("Pace difference (points)"));
  else
    add_amount_field (self, _ ("Distance to the target"));
  chart_last_field (self, DUI_RANK_BY_PROGRESS);
  add_count_field (self, self->has_pace ? _ ("Pace rank") : _ ("Rank by distance"));
  if (!self->has_pace)
    return;
  add_amount_field (self, _ ("Gap"));
  add_rate_field (self, _ ("Share of all gaps (%)"));
  add_count_field (self, _ ("Card"));
}

/* PRACTICE §3, with what a spreadsheet may want to compute with. */
static void
add_fields (Maker *self)
{
  add_count_field (self, _ ("Rank"));
  add_count_field (self, _ ("Place"));
  add_count_field (self, _ ("Code"));
  if (self->has_targets)
    add_amount_field (self, _ ("Annual target"));
  if (self->has_months)
    add_amount_field (self, _ ("Month"));
  chart_last_field (self, DUI_RANK_BY_MONTH);
  if (self->has_figures)
    {
      add_amount_field (self, _ ("Completed"));
      chart_last_field (self, DUI_RANK_BY_COMPLETED);
      add_amount_field (self, _ ("Base"));
    }
  add_rate_field (self, _ ("Growth (%)"));
  chart_last_field (self, DUI_RANK_BY_GROWTH);
  add_count_field (self, _ ("Growth rank"));
  if (self->contribution)
    add_rate_field (self, _ ("Pull on the growth (points)"));
  if (self->has_targets)
    add_target_fields (self);
  add_count_field (self, _ ("Previous rank"));
  add_count_field (self, _ ("Change"));
  add_count_field (self, _ ("Periods running in the bottom set"));
  add_count_field (self, _ ("Remark"));
}

static void
add_raw (Maker *self, DuiRatio raw)
{
  dui_export_table_add_number (self->table, dui_format_raw_to_shown (self->panel->indicator, raw));
}

static void
add_amount (Maker *self, DuiAmount amount)
{
  add_raw (self, dui_amount_to_ratio (amount, 0));
}

static void
add_rank (Maker *self, const DuiStanding *standing, const Line *line)
{
  const DuiStandingRow *row = line->row ? find_row (standing, line->row->place) : NULL;

  dui_export_table_add_count (self->table, row ? row->rank : 0);
}

static DuiRatio
find_share (const Maker *self, guint place)
{
  const DuiStandingRow *row = find_row (self->progress, place);

  return row ? row->share : DUI_RATIO_MISSING;
}

static void
add_targets (Maker *self, const Line *line)
{
  DuiIndicator *indicator = self->panel->indicator;

  if (self->has_pace)
    dui_export_table_add_number (self->table, dui_ratio_scale (line->tier->completion, 100, 1));
  dui_export_table_add_number (self->table,
                               dui_format_difference_to_shown (indicator, line->tier->difference));
  add_rank (self, self->progress, line);
  if (!self->has_pace)
    return;
  add_amount (self, line->tier->target ? line->tier->gap : DUI_AMOUNT_MISSING);
  dui_export_table_add_number (
      self->table, line->row ? dui_ratio_scale (find_share (self, line->row->place), 100, 1)
                             : DUI_RATIO_MISSING);
  dui_export_table_add_text (
      self->table, line->tier->card == DUI_CARD_NONE ? NULL : dui_card_to_label (line->tier->card));
}

static void
add_line (Maker *self, const Line *line)
{
  dui_export_table_add_count (self->table, line->row ? line->row->rank : 0);
  dui_export_table_add_text (self->table, line->name);
  dui_export_table_add_text (self->table, line->code);
  if (self->has_targets)
    add_amount (self, line->tier->target ? line->tier->target->value : DUI_AMOUNT_MISSING);
  if (self->has_months)
    add_raw (self, line->progress->month);
  if (self->has_figures)
    {
      add_amount (self, line->progress->completed);
      add_amount (self, line->progress->base);
    }
  dui_export_table_add_number (self->table, dui_ratio_scale (line->progress->growth, 100, 1));
  add_rank (self, self->growth, line);
  if (self->contribution)
    dui_export_table_add_number (
        self->table, line->row ? dui_contribution_find (self->contribution, line->row->place)
                               : DUI_RATIO_MISSING);
  if (self->has_targets)
    add_targets (self, line);
  dui_export_table_add_count (self->table, line->row ? line->row->previous_rank : 0);
  dui_export_table_add_number (self->table, line->row && line->row->previous_rank
                                                ? (DuiRatio){ line->row->change, 1 }
                                                : DUI_RATIO_MISSING);
  dui_export_table_add_count (self->table, line->row ? line->row->streak : 0);
  dui_export_table_add_text (self->table, line->remark);
}

static char *
make_remark (const DuiStandingRow *row, const DuiStanding *standing)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (row->bottom)
    g_ptr_array_add (parts, g_strdup_printf (_ ("bottom %u"), standing->bottom_size));
  if (row->tied)
    g_ptr_array_add (parts, g_strdup (_ ("tied")));
  if (row->progress.growth_inferred)
    g_ptr_array_add (parts, g_strdup (_ ("growth inferred")));
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" ", (char **) parts->pdata) : NULL;
}

static void
add_ranked (Maker *self)
{
  const GArray *rows = self->standing->rows;

  self->table->first_charted = dui_export_table_get_n_rows (self->table);
  self->table->n_charted = rows->len;
  for (guint i = 0; i < rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (rows, DuiStandingRow, i);
      DuiPlace *place = dui_catalog_get_place (self->panel->catalog, row->place);
      g_autofree char *remark = make_remark (row, self->standing);
      const Line line = { dui_place_get_name (place),
                          dui_place_get_code (place),
                          &row->progress,
                          &row->tier,
                          row,
                          remark };

      add_line (self, &line);
    }
}

static void
add_apart (Maker *self, const GArray *places, const char *remark)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint index = g_array_index (places, guint, i);
      DuiPlace *place = dui_catalog_get_place (self->panel->catalog, index);
      DuiProgress progress;
      Line line = { dui_place_get_name (place), dui_place_get_code (place), &progress };

      dui_progress_compute (self->panel, index, self->standing->period, &progress);
      line.tier = choose_tier (self, &progress);
      line.remark = remark;
      add_line (self, &line);
    }
}

/* 全县, which is what was reported, and 乡镇合计, which is a sum; never one for the other. */
static void
add_wholes (Maker *self, guint parent)
{
  DuiPlace *place = dui_catalog_get_place (self->panel->catalog, parent);
  g_autoptr (DuiTotal) total = dui_total_compute (self->panel, parent, self->standing->period);
  DuiProgress own;
  Line line = { dui_place_get_whole_label (place), dui_place_get_code (place), &own };

  dui_progress_compute (self->panel, parent, self->standing->period, &own);
  line.tier = choose_tier (self, &own);
  if (dui_progress_is_reported (&own, self->panel->indicator))
    add_line (self, &line);
  if (dui_amount_is_missing (total->sum.completed))
    return;
  line = (Line){ dui_place_get_total_label (place), NULL, &total->sum };
  line.tier = choose_tier (self, &total->sum);
  if (total->missing->len > 0)
    line.remark = _ ("reports are missing");
  add_line (self, &line);
}

static char *
make_name (const DuiPanel *panel, DuiPeriod period)
{
  g_autofree char *label = dui_period_to_label (period);

  return g_strdup_printf ("%s %s", dui_indicator_get_display_name (panel->indicator), label);
}

DuiExportTable *
dui_export_ranking (const DuiStanding *standing, const DuiPanel *panel, guint parent)
{
  g_autofree char *name = make_name (panel, standing->period);
  Maker maker = { dui_export_table_new (name), standing, panel };
  const char *untargeted = standing->by == DUI_RANK_BY_GROWTH  ? _ ("no growth")
                           : standing->by == DUI_RANK_BY_MONTH ? _ ("no month value")
                                                               : _ ("no target");

  look (&maker, parent);
  add_fields (&maker);
  add_wholes (&maker, parent);
  add_ranked (&maker);
  add_apart (&maker, standing->unreported, _ ("not reported"));
  add_apart (&maker, standing->untargeted, untargeted);
  dui_standing_free (maker.growth);
  dui_standing_free (maker.progress);
  g_clear_pointer (&maker.contribution, dui_contribution_free);
  return maker.table;
}

static void
add_score_fields (DuiExportTable *table, const DuiScheme *scheme, DuiCatalog *catalog)
{
  dui_export_table_add_field (table, g_strdup (_ ("Rank")), 0, 0);
  dui_export_table_add_field (table, g_strdup (_ ("Place")), 0, 0);
  dui_export_table_add_field (table, g_strdup (_ ("Code")), 0, 0);
  dui_export_table_add_field (table, g_strdup (_ ("Score")), SCORE_DECIMALS, SCORE_EXACT);
  table->charted = 3;
  for (guint i = 0; i < scheme->parts->len; i++)
    {
      const DuiSchemePart *part = &g_array_index (scheme->parts, DuiSchemePart, i);
      DuiIndicator *indicator = dui_catalog_get_indicator (catalog, part->indicator);
      g_autofree char *weight = dui_ratio_to_string (dui_points_to_ratio (part->weight), 2);

      /* Translators: an indicator and how many points it is worth. */
      dui_export_table_add_field (table,
                                  g_strdup_printf (_ ("%1$s (%2$s points)"),
                                                   dui_indicator_get_display_name (indicator),
                                                   weight),
                                  SCORE_DECIMALS, SCORE_EXACT);
    }
  dui_export_table_add_field (table, g_strdup (_ ("Previous rank")), 0, 0);
  dui_export_table_add_field (table, g_strdup (_ ("Change")), 0, 0);
  dui_export_table_add_field (table, g_strdup (_ ("Remark")), 0, 0);
}

static void
add_score_row (DuiExportTable *table,
               const DuiScore *score,
               guint n_parts,
               DuiPlace *place,
               const DuiScoreRow *row)
{
  g_autofree char *bottom
      = row->bottom ? g_strdup_printf (_ ("bottom %u"), score->bottom_size) : NULL;

  dui_export_table_add_count (table, row->rank);
  dui_export_table_add_text (table, dui_place_get_name (place));
  dui_export_table_add_text (table, dui_place_get_code (place));
  dui_export_table_add_number (table, dui_points_to_ratio (row->score));
  for (guint i = 0; i < n_parts; i++)
    dui_export_table_add_number (
        table, row->parts[i].state == DUI_SCORE_UNTARGETED
                   ? DUI_RATIO_MISSING
                   : dui_points_to_ratio (row->parts[i].earned + row->parts[i].bonus));
  dui_export_table_add_count (table, row->previous_rank);
  dui_export_table_add_number (table, row->previous_rank ? (DuiRatio){ row->change, 1 }
                                                         : DUI_RATIO_MISSING);
  dui_export_table_add_text (table, bottom);
}

static void
add_score_apart (DuiExportTable *table,
                 DuiCatalog *catalog,
                 const GArray *places,
                 const char *remark)
{
  for (guint i = 0; i < places->len; i++)
    {
      DuiPlace *place = dui_catalog_get_place (catalog, g_array_index (places, guint, i));

      dui_export_table_add_text (table, NULL);
      dui_export_table_add_text (table, dui_place_get_name (place));
      dui_export_table_add_text (table, dui_place_get_code (place));
      for (guint n = 3; n + 1 < table->fields->len; n++)
        dui_export_table_add_text (table, NULL);
      dui_export_table_add_text (table, remark);
    }
}

DuiExportTable *
dui_export_score (const DuiScore *score, const DuiScheme *scheme, DuiCatalog *catalog)
{
  g_autofree char *label = dui_period_to_label (score->period);
  g_autofree char *name = g_strdup_printf ("%s %s", scheme->name, label);
  DuiExportTable *table = dui_export_table_new (name);

  add_score_fields (table, scheme, catalog);
  table->n_charted = score->rows->len;
  for (guint i = 0; i < score->rows->len; i++)
    {
      const DuiScoreRow *row = &g_array_index (score->rows, DuiScoreRow, i);

      add_score_row (table, score, scheme->parts->len, dui_catalog_get_place (catalog, row->place),
                     row);
    }
  add_score_apart (table, catalog, score->unreported, _ ("not reported"));
  add_score_apart (table, catalog, score->untargeted, _ ("no target"));
  return table;
}
