/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/composition.h"
#include "analysis/issue.h"
#include "analysis/reporting.h"
#include "briefing/issued-words.h"
#include "briefing/sentences.h"
#include "briefing/standing-table.h"
#include "briefing/terms.h"
#include "briefing/words.h"
#include "charts/charts.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

#define CHART_HEIGHT (95 * DUI_POINTS_PER_MM)
#define CHART_HEIGHT_ALONE (115 * DUI_POINTS_PER_MM)
#define CHART_HEIGHT_MAX (200 * DUI_POINTS_PER_MM)
/* What a place takes in the gap chart, and what the chart takes beside them. */
#define CHART_ROW (4.4 * DUI_POINTS_PER_MM)
#define CHART_FRAME (24 * DUI_POINTS_PER_MM)
/* More for each would only be empty paper; less in all, and the chart gives up its axis. */
#define CHART_ROW_MAX (8.2 * DUI_POINTS_PER_MM)
#define CHART_HEIGHT_MIN (76 * DUI_POINTS_PER_MM)

/* Sizes by the language: 3号 and 2号 of GB/T 9704, smaller where letters are. */
typedef struct
{
  double body;
  double title;
  double annex_title;
  double pitch_factor; /* of the pitch asked for */
  double indent;       /* of paragraphs, in ems */
  double note_indent;  /* of the lines of a note behind its number, in ems */
} Sizes;

static const Sizes chinese_sizes = { 15.75, 22, 18, 1, 2, 2.8 };
static const Sizes latin_sizes = { 12, 19, 15, 0.72, 0, 1 };

const char *
dui_composition_get_language (void)
{
  /* Translators: the tag of the language that you translate to, such as zh-CN. */
  return C_ ("language tag", "en");
}

static const Sizes *
get_sizes (void)
{
  return g_str_has_prefix (dui_composition_get_language (), "zh") ? &chinese_sizes : &latin_sizes;
}

char *
dui_composition_format_day (DuiDay day)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  dui_terms_take (terms, "year", g_strdup_printf ("%d", day / 10000));
  dui_terms_take (terms, "month", g_strdup_printf ("%d", day / 100 % 100));
  dui_terms_take (terms, "mm", g_strdup_printf ("%02d", day / 100 % 100));
  dui_terms_take (terms, "day", g_strdup_printf ("%d", day % 100));
  dui_terms_take (terms, "dd", g_strdup_printf ("%02d", day % 100));
  /* Translators: a date; {{mm}} and {{dd}} have two digits, {{month}} and {{day}} no leading
   * zero. */
  return dui_terms_fill (terms, _ ("{{year}}-{{mm}}-{{dd}}"));
}

static gboolean
has_members (const DuiBriefingSubject *subject)
{
  g_autoptr (GArray) members
      = dui_catalog_get_members (subject->panel->catalog, subject->place, subject->period, TRUE);

  return members->len > 0;
}

/* A table in which nobody has a figure would be a list of names. */
static gboolean
has_table (const DuiBriefingSubject *subject)
{
  DuiReporting reporting;

  dui_reporting_compute (subject->panel, subject->place, subject->period, &reporting);
  return reporting.reported > 0;
}

static gboolean
anything_reported (const DuiBriefingSubject *subject)
{
  DuiProgress own;

  dui_progress_compute (subject->panel, subject->place, subject->period, &own);
  return dui_progress_is_reported (&own, subject->panel->indicator) || has_table (subject);
}

static DuiTerms *
subject_terms (const DuiBriefingSubject *subject, DuiDay issued)
{
  const DuiPanel *panel = subject->panel;
  DuiPlace *place = dui_catalog_get_place (panel->catalog, subject->place);
  DuiTerms *terms = dui_terms_new ();

  dui_terms_take (terms, "period", dui_period_to_label (subject->period));
  dui_terms_set (terms, "whole", dui_words_place (panel, subject->place, subject->period));
  dui_terms_set (terms, "place", dui_place_get_name (place));
  dui_terms_set (terms, "members", dui_place_get_members_label (place));
  dui_terms_set (terms, "indicator", dui_indicator_get_display_name (panel->indicator));
  dui_terms_take (terms, "day", dui_composition_format_day (issued));
  dui_terms_set (terms, "office", panel->catalog->office);
  dui_terms_set (terms, "source",
                 panel->catalog->office ? panel->catalog->office : dui_place_get_name (place));
  return terms;
}

char *
dui_composition_make_title (const DuiBriefingSubject *subject)
{
  g_autoptr (DuiTerms) terms = subject_terms (subject, 0);

  /* Translators: the title of a document that corrects a bulletin. */
  if (subject->corrects)
    return dui_terms_fill (terms, _ ("Correction of the Bulletin on {{indicator}} of {{place}},| "
                                     "{{period}}"));
  /* Translators: the title of a bulletin; a line may end at "|", which is not printed. */
  if (subject->bulletin)
    return dui_terms_fill (terms, _ ("Bulletin on {{indicator}} of {{place}},| {{period}}"));
  /* Translators: the title of the briefing, for what is completed in the course of a year and for
   * states; a line may end at "|", which is not printed. */
  return dui_terms_fill (terms, dui_indicator_has_pace (subject->panel->indicator)
                                    ? _ ("{{indicator}} of {{place}},| {{period}}")
                                    : _ ("{{indicator}} in {{place}},| {{period}}"));
}

static void
add_title (const DuiBriefingSubject *subject, DuiDay issued, DuiTypesetter *setter, double pitch)
{
  const Sizes *sizes = get_sizes ();
  const DuiTextStyle title
      = { DUI_PART_TITLE, DUI_FACE_TITLE, sizes->title, sizes->title * 1.5, DUI_ALIGN_MIDDLE };
  const DuiTextStyle below
      = { DUI_PART_PARAGRAPH, DUI_FACE_KAI, sizes->body, pitch, DUI_ALIGN_MIDDLE, 0, 0, TRUE };
  g_autofree char *text = dui_composition_make_title (subject);
  g_autoptr (DuiTerms) terms = subject_terms (subject, issued);
  g_autofree char *line = dui_terms_fill (
      terms, subject->panel->catalog->office ? _ ("{{office}}, {{day}}") : _ ("{{day}}"));

  if (subject->number)
    dui_typesetter_add_text (setter, &below, subject->number);
  dui_typesetter_add_title (setter, &title, text);
  dui_typesetter_add_text (setter, &below, line);
}

static void
add_heading (DuiTypesetter *setter, double pitch, double space, const char *text)
{
  const Sizes *sizes = get_sizes ();
  const DuiTextStyle style = { DUI_PART_HEADING, DUI_FACE_HEADING, sizes->body, pitch,
                               DUI_ALIGN_START,  sizes->indent,    space,       TRUE };

  dui_typesetter_add_text (setter, &style, text);
}

/* One paragraph of all sentences that there are. Takes the strings of @sentences. */
static void
add_paragraph (DuiTypesetter *setter, double pitch, char **sentences, guint n_sentences)
{
  const Sizes *sizes = get_sizes ();
  const DuiTextStyle style = { DUI_PART_PARAGRAPH,
                               DUI_FACE_BODY,
                               sizes->body,
                               pitch,
                               DUI_ALIGN_BOTH,
                               sizes->indent,
                               sizes->indent > 0 ? 0 : pitch / 3 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_sentences; i++)
    if (text && sentences[i])
      {
        g_autoptr (DuiTerms) terms = dui_terms_new ();

        dui_terms_take (terms, "first", g_steal_pointer (&text));
        dui_terms_take (terms, "second", sentences[i]);
        /* Translators: two sentences of one paragraph, without a space where there is none. */
        text = dui_terms_fill (terms, _ ("{{first}} {{second}}"));
      }
    else if (sentences[i])
      text = sentences[i];
  if (text)
    dui_typesetter_add_text (setter, &style, text);
}

static void
add_members_text (const DuiBriefingSubject *subject, DuiTypesetter *setter, double pitch)
{
  const DuiPanel *panel = subject->panel;
  g_autoptr (DuiTerms) terms = subject_terms (subject, 0);
  g_autofree char *heading = dui_terms_fill (terms, _ ("2. The {{members}}"));
  g_autoptr (DuiStanding) progress = dui_standing_compute (
      panel, subject->place, subject->period, DUI_RANK_BY_PROGRESS, DUI_TIER_ASSESSED, 0);
  g_autoptr (DuiStanding) growth = dui_standing_compute (panel, subject->place, subject->period,
                                                         DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0);
  char *ranks[2];
  char *praise[] = { dui_sentence_uneven (panel, progress),
                     dui_sentence_praise (panel, progress->rows->len > 0 ? progress : growth) };
  char *cases[] = { dui_sentence_streaks (panel, subject->place, subject->period),
                    dui_sentence_missing (panel, growth) };

  ranks[0] = dui_sentence_bottom (panel, progress);
  /* That the period is open is said once in a paragraph. */
  growth->provisional = growth->provisional && !ranks[0];
  ranks[1] = dui_sentence_bottom (panel, growth);
  add_heading (setter, pitch, 0, heading);
  add_paragraph (setter, pitch, praise, G_N_ELEMENTS (praise));
  add_paragraph (setter, pitch, ranks, G_N_ELEMENTS (ranks));
  add_paragraph (setter, pitch, cases, G_N_ELEMENTS (cases));
}

/* 《…》（…号），部分数据有误，现更正如下。 */
static char *
correction_sentence (const DuiBriefingSubject *subject)
{
  const DuiIssuedBulletin *bulletin = subject->corrects;
  g_autoptr (DuiTerms) terms = subject_terms (subject, bulletin->issued_on);

  dui_terms_set (terms, "title", bulletin->title);
  if (!bulletin->number)
    return dui_terms_fill (terms,
                           _ ("“{{title}}”, issued on {{day}}, is corrected as follows."));
  dui_terms_set (terms, "number", bulletin->number);
  return dui_terms_fill (
      terms, _ ("“{{title}}” ({{number}}), issued on {{day}}, is corrected as follows."));
}

static DuiTable *
make_correction_table (const DuiBriefingSubject *subject)
{
  gboolean with_ranks = dui_issued_bulletin_has_ranks (subject->corrects);
  DuiTable *table = dui_table_new ();

  dui_table_add_column (table, g_strdup (_ ("Place")), 40, TRUE);
  dui_table_add_column (table, g_strdup (_ ("Content")), 36, TRUE);
  dui_table_add_column (table, g_strdup (_ ("As issued")), 40, FALSE);
  dui_table_add_column (table, g_strdup (_ ("Corrected to")), 40, FALSE);
  for (guint i = 0; i < subject->changes->len; i++)
    {
      const DuiIssueChange *change = g_ptr_array_index (subject->changes, i);
      g_autoptr (GPtrArray) parts = dui_issued_words_compare (
          subject->panel->indicator, change->issued, change->now, with_ranks);

      for (guint n = 0; n < parts->len; n++)
        {
          const DuiIssuedPart *part = g_ptr_array_index (parts, n);
          DuiTableRow *row = dui_table_add_row (table);

          dui_table_row_set (row, 0, g_strdup (change->now->name));
          dui_table_row_set (row, 1, g_strdup (part->what));
          dui_table_row_set (row, 2, g_strdup (part->issued));
          dui_table_row_set (row, 3, g_strdup (part->now));
          row->last_of_group = n + 1 == parts->len && i + 1 < subject->changes->len;
        }
    }
  return table;
}

static void
add_correction (const DuiBriefingSubject *subject,
                DuiDay issued,
                DuiTypesetter *setter,
                double pitch)
{
  const DuiTextStyle measure_style
      = { DUI_PART_PARAGRAPH, DUI_FACE_SONG, 10.5, 18, DUI_ALIGN_END, 0, 4, TRUE };
  g_autoptr (DuiTable) table = make_correction_table (subject);
  g_autoptr (DuiTerms) terms = subject_terms (subject, issued);
  char *first[] = { correction_sentence (subject), NULL };
  char *last[2];
  g_autofree char *measure = NULL;

  dui_terms_set (terms, "reason", subject->reason);
  dui_terms_set (terms, "measure",
                 dui_measure_display (dui_indicator_get_measure (subject->panel->indicator)));
  last[0] = dui_terms_fill (terms, _ ("Reason: {{reason}}."));
  last[1] = dui_terms_fill (terms, _ ("The ranking as corrected is in Annex 1."));
  measure = dui_terms_fill (terms, _ ("Measure: {{measure}}"));
  add_title (subject, issued, setter, pitch);
  add_paragraph (setter, pitch, first, 1);
  dui_typesetter_add_text (setter, &measure_style, measure);
  dui_typesetter_add_table (setter, table, 7.5 * DUI_POINTS_PER_MM);
  add_paragraph (setter, pitch, last, 2);
}

static void
add_whole_text (const DuiBriefingSubject *subject,
                DuiDay issued,
                DuiTypesetter *setter,
                double pitch)
{
  const DuiPanel *panel = subject->panel;
  char *whole[] = { dui_sentence_county (panel, subject->place, subject->period),
                    dui_sentence_peers (panel, subject->place, subject->period),
                    dui_sentence_raise (panel, subject->place, subject->period),
                    dui_sentence_total (panel, subject->place, subject->period),
                    dui_sentence_need (panel, subject->place, subject->period) };

  add_title (subject, issued, setter, pitch);
  if (has_members (subject))
    add_heading (setter, pitch, pitch / 2, _ ("1. Overall"));
  add_paragraph (setter, pitch, whole, G_N_ELEMENTS (whole));
  if (has_members (subject))
    add_members_text (subject, setter, pitch);
}

void
dui_composition_add_text (const DuiBriefingSubject *subject,
                          DuiDay issued,
                          DuiTypesetter *setter,
                          double pitch)
{
  pitch *= get_sizes ()->pitch_factor;
  if (subject->corrects)
    add_correction (subject, issued, setter, pitch);
  else
    add_whole_text (subject, issued, setter, pitch);
}

static void
add_annex_head (DuiTypesetter *setter, const char *mark, const char *title)
{
  const Sizes *sizes = get_sizes ();
  const DuiTextStyle mark_style = {
    DUI_PART_HEADING, DUI_FACE_HEADING, sizes->body, sizes->body * 1.5, DUI_ALIGN_START, 0, 0, TRUE
  };
  const DuiTextStyle title_style = { DUI_PART_HEADING,
                                     DUI_FACE_TITLE,
                                     sizes->annex_title,
                                     sizes->annex_title * 1.5,
                                     DUI_ALIGN_MIDDLE,
                                     0,
                                     4,
                                     TRUE };

  dui_typesetter_break_page (setter);
  dui_typesetter_add_text (setter, &mark_style, mark);
  if (title)
    dui_typesetter_add_title (setter, &title_style, title);
}

static void
add_notes (DuiTypesetter *setter, GPtrArray *notes)
{
  DuiTextStyle style = {
    DUI_PART_PARAGRAPH, DUI_FACE_SONG, 9, 13, DUI_ALIGN_START, -get_sizes ()->note_indent, 4
  };

  for (guint i = 0; i < notes->len; i++)
    {
      g_autoptr (DuiTerms) terms = dui_terms_new ();
      g_autofree char *text = NULL;

      dui_terms_set (terms, "note", g_ptr_array_index (notes, i));
      dui_terms_take (terms, "number", g_strdup_printf ("%u", i + 1));
      text = dui_terms_fill (terms, i == 0 ? _ ("Notes: {{number}}. {{note}}")
                                           : _ ("{{number}}. {{note}}"));
      /* All of them stay with the last rows of the table. */
      style.keep = i + 1 < notes->len;
      dui_typesetter_add_text (setter, &style, text);
      style.space = 0;
    }
}

void
dui_composition_add_table (const DuiBriefingSubject *subject,
                           DuiDay issued,
                           DuiTypesetter *setter,
                           double row_height)
{
  const DuiPanel *panel = subject->panel;
  const DuiTextStyle measure_style
      = { DUI_PART_PARAGRAPH, DUI_FACE_SONG, 10.5, 18, DUI_ALIGN_END, 0, 4, TRUE };
  g_autoptr (DuiStanding) progress = dui_standing_compute (
      panel, subject->place, subject->period, DUI_RANK_BY_PROGRESS, DUI_TIER_ASSESSED, 0);
  g_autoptr (DuiStanding) growth = dui_standing_compute (panel, subject->place, subject->period,
                                                         DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0);
  g_autoptr (DuiTerms) terms = subject_terms (subject, issued);
  g_autoptr (DuiStandingTable) table = NULL;
  g_autofree char *title = NULL;

  dui_terms_set (terms, "state", growth->provisional ? _ (" (provisional)") : "");
  title = dui_terms_fill (
      terms, dui_indicator_has_pace (panel->indicator)
                 ? _ ("{{indicator}} of the {{members}}| of {{place}},| "
                      "{{period}}{{state}}")
                 : _ ("{{indicator}} in the {{members}}| of {{place}},| {{period}}{{state}}"));
  if (!has_table (subject))
    return;
  table = dui_standing_table_new (panel, subject->place, subject->period, progress, growth);
  add_annex_head (setter, _ ("Annex 1"), title);
  dui_typesetter_add_text (setter, &measure_style, table->measure);
  dui_typesetter_add_table (setter, table->table, row_height);
  g_ptr_array_add (table->notes, dui_terms_fill (terms, _ ("Source: {{source}}, as of "
                                                           "{{day}}.")));
  if (subject->seal)
    {
      dui_terms_set (terms, "seal", subject->seal);
      g_ptr_array_add (table->notes, dui_terms_fill (terms, _ ("Seal of the book: {{seal}}.")));
    }
  add_notes (setter, table->notes);
}

static void
add_chart (const DuiBriefingSubject *subject,
           DuiDay issued,
           DuiTypesetter *setter,
           const char *kind,
           double height,
           const char *caption)
{
  const Sizes *sizes = get_sizes ();
  const DuiTextStyle style
      = { DUI_PART_CAPTION, DUI_FACE_HEADING, sizes->body * 0.67, 20, DUI_ALIGN_MIDDLE };
  g_autofree char *day = dui_day_to_string (issued);
  const DuiChartSubject chart_subject
      = { subject->panel, subject->place, subject->period, DUI_TIER_ASSESSED, day };
  g_autoptr (DuiChart) chart = dui_chart_new_for_kind (kind, &chart_subject);

  dui_typesetter_add_chart (setter, chart, height);
  dui_typesetter_add_text (setter, &style, caption);
}

/* As high as its places need, up to a page. */
static double
gap_chart_height (const DuiBriefingSubject *subject)
{
  g_autoptr (GArray) members
      = dui_catalog_get_members (subject->panel->catalog, subject->place, subject->period, TRUE);

  return CLAMP (
      CHART_FRAME + members->len * CHART_ROW,
      CLAMP (CHART_FRAME + (members->len + 1) * CHART_ROW_MAX, CHART_HEIGHT_MIN, CHART_HEIGHT),
      CHART_HEIGHT_MAX);
}

/* A gap chart in which no place has a target would be empty (PRACTICE R21). */
static gboolean
has_member_targets (const DuiBriefingSubject *subject)
{
  g_autoptr (DuiStanding) progress = dui_standing_compute (
      subject->panel, subject->place, subject->period, DUI_RANK_BY_PROGRESS, DUI_TIER_ASSESSED, 0);

  return progress->rows->len > 0;
}

void
dui_composition_add_charts (const DuiBriefingSubject *subject, DuiDay issued, DuiTypesetter *setter)
{
  gboolean pace = dui_indicator_has_pace (subject->panel->indicator);
  gboolean members = has_members (subject);

  if (!anything_reported (subject))
    return;
  if (members)
    add_annex_head (setter, has_table (subject) ? _ ("Annex 2") : _ ("Annex"), NULL);
  if (!members || !has_member_targets (subject))
    {
      add_chart (subject, issued, setter, "progress", CHART_HEIGHT_ALONE,
                 pace ? _ ("Progress of the year") : _ ("Course of the year"));
      return;
    }
  add_chart (subject, issued, setter, "gap", gap_chart_height (subject),
             pace ? _ ("Figure 1. Pace and gap") : _ ("Figure 1. Distance to the targets"));
  add_chart (subject, issued, setter, "progress", CHART_HEIGHT,
             pace ? _ ("Figure 2. Progress of the year") : _ ("Figure 2. Course of the year"));
}

DuiBox *
dui_composition_make_margin (DuiTypesetter *setter,
                             DuiFace face,
                             double size,
                             const char *text,
                             gboolean framed)
{
  double pad = framed ? size / 3 : 0, pitch = size * 1.4;
  g_autoptr (PangoLayout) layout
      = dui_typesetter_shape (setter, face, size, FALSE, text, DUI_NOT_WRAPPED);
  double width = dui_typesetter_measure (layout);
  DuiBox *box;

  box = dui_box_new (DUI_PART_MARGIN, dui_typesetter_next_block (setter), width + 2 * pad, pitch);
  dui_box_add_line (box, (DuiRect){ pad, 0, width, pitch }, layout, 0,
                    dui_typesetter_baseline (pitch, size));
  if (framed)
    dui_box_add_rule (box, (DuiRect){ 0, 0, width + 2 * pad, pitch }, 0.75);
  return box;
}
