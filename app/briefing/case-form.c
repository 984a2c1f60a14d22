/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/case-form.h"
#include "analysis/standing.h"
#include "briefing/case-words.h"
#include "briefing/composition.h"
#include "briefing/terms.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

#define TITLE_SIZE 16.0
#define BODY_SIZE 11.0
#define LINE 18.0
#define ROW (7.5 * DUI_POINTS_PER_MM)
/* Room to write in, so that a form is one page. */
#define BLANK (31 * DUI_POINTS_PER_MM)
#define BLANK_OF_REVIEW (17 * DUI_POINTS_PER_MM)

static char *
make_title (const DuiBriefingSubject *subject,
            DuiCaseKind kind)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  dui_terms_set (terms, "indicator", dui_indicator_get_display_name (subject->panel->indicator));
  dui_terms_take (terms, "period", dui_period_to_label (subject->period));
  /* Translators: the title of a form; a line may end at "|", which is not printed. */
  return dui_terms_fill (terms, kind == DUI_CASE_REVIEW
                                    ? _ ("Form of review:| {{indicator}},| {{period}}")
                                    : _ ("Form of explanation:| {{indicator}},| {{period}}"));
}

char *
dui_case_form_make_title (const DuiBriefingSubject *subject)
{
  return make_title (subject, ((DuiCase *) g_ptr_array_index (subject->forms, 0))->kind);
}

static void
add_pair (DuiTable *table,
          const char *first,
          char *first_value,
          const char *second,
          char *second_value)
{
  DuiTableRow *row = dui_table_add_row (table);

  dui_table_row_set (row, 0, g_strdup (first));
  dui_table_row_set (row, 1, first_value);
  dui_table_row_set (row, 2, g_strdup (second));
  dui_table_row_set (row, 3, second_value);
}

/* 17/17 */
static char *
format_rank (const DuiPanel *panel,
             guint parent,
             const DuiCase *form,
             DuiRankBy by)
{
  g_autoptr (DuiStanding) standing
      = dui_standing_compute (panel, parent, form->period, by, DUI_TIER_ASSESSED, 0);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->place == form->place)
        return g_strdup_printf ("%u/%u", row->rank, standing->rows->len);
    }
  return g_strdup ("—");
}

static char *
format_points (DuiRatio points)
{
  return dui_format_number (points, 1);
}

static void
add_figures (const DuiBriefingSubject *subject,
             const DuiCase *form,
             DuiTypesetter *setter)
{
  const DuiPanel *panel = subject->panel;
  DuiIndicator *indicator = panel->indicator;
  g_autoptr (DuiTable) table = dui_table_new ();
  DuiProgress progress;
  const DuiTierProgress *assessed = &progress.assessed;

  dui_progress_compute (panel, form->place, form->period, &progress);
  dui_table_add_column (table, g_strdup (_ ("Item")), 40, TRUE);
  dui_table_add_column (table, g_strdup (C_ ("form", "Number")), 38, FALSE);
  dui_table_add_column (table, g_strdup (_ ("Item")), 40, TRUE);
  dui_table_add_column (table, g_strdup (C_ ("form", "Number")), 38, FALSE);
  if (dui_indicator_get_kind (indicator) != DUI_KIND_GROWTH_ONLY)
    add_pair (table, _ ("Annual target"),
              dui_format_amount (indicator, assessed->target ? assessed->target->value
                                                             : DUI_AMOUNT_MISSING),
              _ ("Completed"), dui_format_amount (indicator, progress.completed));
  if (dui_indicator_has_pace (indicator))
    {
      add_pair (table, _ ("Share of the target (%)"), dui_format_percent (assessed->completion, 1),
                _ ("Pace of the year (%)"), dui_format_percent (progress.pace, 1));
      add_pair (table, _ ("Ahead or behind (points)"), format_points (assessed->difference),
                _ ("Gap to the target"), dui_format_amount (indicator, assessed->gap));
    }
  add_pair (table, _ ("Growth (%)"), dui_format_percent (progress.growth, 1),
            _ ("Month's growth (%)"), dui_format_percent (progress.month_growth, 1));
  add_pair (table, _ ("Rank by progress"),
            format_rank (panel, subject->place, form, DUI_RANK_BY_PROGRESS), _ ("Rank by growth"),
            format_rank (panel, subject->place, form, DUI_RANK_BY_GROWTH));
  dui_typesetter_add_table (setter, table, ROW);
}

/* The periods that put it on the list of reviews, as the case has kept them. */
static void
add_evidence (const DuiCase *form,
              DuiTypesetter *setter)
{
  g_autoptr (DuiTable) table = dui_table_new ();

  dui_table_add_column (table, g_strdup (_ ("Period")), 44, TRUE);
  dui_table_add_column (table, g_strdup (_ ("Growth (%)")), 28, FALSE);
  dui_table_add_column (table, g_strdup (_ ("Rank")), 28, FALSE);
  dui_table_add_column (table, g_strdup (_ ("Month's growth (%)")), 28, FALSE);
  dui_table_add_column (table, g_strdup (_ ("Its rank")), 28, FALSE);
  for (guint i = 0; i < form->evidence->len; i++)
    {
      const DuiCasePeriod *period = &g_array_index (form->evidence, DuiCasePeriod, i);
      DuiTableRow *row = dui_table_add_row (table);

      dui_table_row_set (row, 0, dui_period_to_label (period->period));
      dui_table_row_set (
          row, 1, dui_format_percent (dui_amount_to_ratio (period->growth, DUI_CASE_SCALE), 1));
      dui_table_row_set (row, 2, period->rank > 0
                                     ? g_strdup_printf ("%u/%u", period->rank, period->n_ranked)
                                     : g_strdup ("—"));
      dui_table_row_set (
          row, 3,
          dui_format_percent (dui_amount_to_ratio (period->month_growth, DUI_CASE_SCALE), 1));
      dui_table_row_set (row, 4, period->month_rank > 0 ? g_strdup_printf ("%u", period->month_rank)
                                                        : g_strdup ("—"));
    }
  dui_typesetter_add_table (setter, table, ROW);
}

/* What a township writes; of a review, what those who look into it write. */
static void
add_blanks (const DuiCase *form,
            DuiTypesetter *setter)
{
  const char *explanation[] = { _ ("Main reasons"), _ ("Measures, and until when"),
                                _ ("What the county should settle"), NULL };
  const char *review[] = { _ ("What was found"), _ ("Decision and reason"), NULL };
  gboolean is_review = form->kind == DUI_CASE_REVIEW;
  g_autoptr (DuiTable) table = dui_table_new ();

  dui_table_add_column (table, g_strdup (_ ("Item")), 32, TRUE);
  dui_table_add_column (table, g_strdup (_ ("To be filled in")), 124, TRUE);
  for (const char **item = is_review ? review : explanation; *item; item++)
    dui_table_row_set (dui_table_add_row (table), 0, g_strdup (*item));
  dui_typesetter_add_table (setter, table, is_review ? BLANK_OF_REVIEW : BLANK);
}

static DuiTerms *
form_terms (const DuiBriefingSubject *subject,
            const DuiCase *form)
{
  const DuiPanel *panel = subject->panel;
  DuiIndicator *indicator = panel->indicator;
  DuiDay due = dui_case_get_due (form);
  DuiTerms *terms = dui_terms_new ();

  dui_terms_set (terms, "place",
                 dui_place_get_name (dui_catalog_get_place (panel->catalog, form->place)));
  dui_terms_take (terms, "day", due > 0 ? dui_composition_format_day (due) : NULL);
  dui_terms_set (terms, "measure",
                 dui_measure_display (dui_indicator_get_shown_measure (indicator)));
  return terms;
}

void
dui_case_form_add (const DuiBriefingSubject *subject,
                   const DuiCase *form,
                   DuiTypesetter *setter)
{
  const DuiTextStyle title
      = { DUI_PART_TITLE, DUI_FACE_TITLE, TITLE_SIZE, TITLE_SIZE * 1.5, DUI_ALIGN_MIDDLE };
  const DuiTextStyle line
      = { DUI_PART_PARAGRAPH, DUI_FACE_SONG, BODY_SIZE, LINE, DUI_ALIGN_START, 0, 4, TRUE };
  const DuiTextStyle measure_style
      = { DUI_PART_PARAGRAPH, DUI_FACE_SONG, 10.5, 18, DUI_ALIGN_END, 0, 0, TRUE };
  const DuiTextStyle heading_style
      = { DUI_PART_HEADING, DUI_FACE_HEADING, BODY_SIZE, LINE, DUI_ALIGN_START, 0, 6, TRUE };
  const DuiTextStyle foot
      = { DUI_PART_PARAGRAPH, DUI_FACE_SONG, BODY_SIZE, LINE, DUI_ALIGN_START, 0, 10 };
  g_autoptr (DuiTerms) terms = form_terms (subject, form);
  g_autofree char *heading = make_title (subject, form->kind);
  g_autofree char *reason = dui_case_words_explain (form);
  g_autofree char *head = dui_terms_fill (terms, dui_case_get_due (form) > 0
                                                     ? _ ("From: {{place}}. Due on {{day}}.")
                                                     : _ ("From: {{place}}."));
  g_autofree char *measure = dui_terms_fill (terms, _ ("Measure: {{measure}}"));

  dui_typesetter_add_title (setter, &title, heading);
  dui_typesetter_add_text (setter, &line, head);
  dui_typesetter_add_text (setter, &line, reason);
  dui_typesetter_add_text (setter, &measure_style, measure);
  add_figures (subject, form, setter);
  if (form->kind == DUI_CASE_REVIEW)
    {
      dui_typesetter_add_text (setter, &heading_style, _ ("Evidence"));
      add_evidence (form, setter);
    }
  dui_typesetter_add_text (setter, &heading_style, dui_case_kind_to_label (form->kind));
  add_blanks (form, setter);
  dui_typesetter_add_text (
      setter, &foot,
      _ ("Filled in by:                    Signed by the head:                    Date:"));
  dui_typesetter_break_page (setter);
}
