/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences about the places of a ranking. */
#include "briefing/sentences.h"
#include "analysis/spread.h"
#include "briefing/terms.h"
#include "briefing/words.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

/* Longer lists of names are cut: 马村乡等9个乡镇. */
#define NAMED_MAX 6

static const char *
place_name (const DuiPanel *panel, guint place)
{
  return dui_place_get_name (dui_catalog_get_place (panel->catalog, place));
}

static char *
number (guint value)
{
  return g_strdup_printf ("%u", value);
}

static const DuiStandingRow *
row_at (const DuiStanding *standing, guint index)
{
  return &g_array_index (standing->rows, DuiStandingRow, index);
}

/* What the members of the ranked place are; every row has the same parent. */
static const char *
members_label (const DuiPanel *panel, const DuiStanding *standing)
{
  guint any, parent;

  if (standing->rows->len > 0)
    any = row_at (standing, 0)->place;
  else
    any = g_array_index (standing->unreported, guint, 0);
  parent = dui_catalog_get_parent (panel->catalog, any, standing->period);
  return dui_place_get_members_label (dui_catalog_get_place (panel->catalog, parent));
}

/* Places with different ranks must not print alike (PRACTICE R10). */
static int
value_decimals (const DuiPanel *panel, const DuiStanding *standing)
{
  g_autofree DuiRatio *values = g_new (DuiRatio, standing->rows->len);
  gboolean growth = standing->by == DUI_RANK_BY_GROWTH;
  gboolean distance
      = standing->by == DUI_RANK_BY_PROGRESS && !dui_indicator_has_pace (panel->indicator);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      DuiRatio value = row_at (standing, i)->value;

      values[i] = growth     ? dui_ratio_scale (value, 100, 1)
                  : distance ? dui_format_measured_to_shown (panel->indicator, value)
                             : value;
    }
  return dui_format_column_decimals (values, standing->rows->len,
                                     distance ? dui_indicator_get_decimals (panel->indicator) : 1);
}

static char *
value_text (const DuiPanel *panel,
            const DuiStanding *standing,
            const DuiStandingRow *row,
            int decimals)
{
  switch (standing->by)
    {
    case DUI_RANK_BY_PROGRESS:
      if (dui_words_is_year (panel->indicator, standing->period))
        return dui_words_percent (row->tier.completion, decimals);
      return dui_indicator_has_pace (panel->indicator)
                 ? dui_words_pace_short (row->value, decimals)
                 : dui_words_distance_short (panel->indicator, row->value, decimals);
    case DUI_RANK_BY_COMPLETED:
    case DUI_RANK_BY_MONTH:
      return dui_format_with_measure (panel->indicator, row->value);
    case DUI_RANK_BY_GROWTH:
    default:
      return dui_words_percent (row->value, decimals);
    }
}

/* 甲镇（−4.1%，第15位） */
static char *
entry_text (const DuiPanel *panel,
            const DuiStanding *standing,
            const DuiStandingRow *row,
            int decimals)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  dui_terms_set (terms, "place", place_name (panel, row->place));
  dui_terms_take (terms, "value", value_text (panel, standing, row, decimals));
  dui_terms_take (terms, "rank", number (row->rank));
  return dui_terms_fill (terms, row->tied ? _ ("{{place}} ({{value}}, joint rank {{rank}})")
                                          : _ ("{{place}} ({{value}}, rank {{rank}})"));
}

static char *
bottom_list (const DuiPanel *panel, const DuiStanding *standing, guint *count)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int decimals = value_decimals (panel, standing);

  for (guint i = 0; i < standing->rows->len; i++)
    if (row_at (standing, i)->bottom)
      g_ptr_array_add (parts, entry_text (panel, standing, row_at (standing, i), decimals));
  *count = parts->len;
  return dui_words_join (parts);
}

static const char *
bottom_template (const DuiPanel *panel, const DuiStanding *standing)
{
  guint ranked = standing->rows->len;

  switch (standing->bottom_state)
    {
    case DUI_BOTTOM_TOO_MANY_TIED:
      return _ ("Too many tie at the end of the ranking by {{by}} of {{period}}; the bottom "
                "{{wanted}} are settled by hand.");
    case DUI_BOTTOM_NONE:
      if (ranked > panel->catalog->rules.bottom)
        return _ ("All {{members}} are equal in {{by}} of {{period}}; there is no bottom "
                  "{{wanted}}.");
      return _ (
          "Only {{ranked}} {{members}} are ranked by {{by}} of {{period}}; there is no bottom "
          "{{wanted}}.");
    case DUI_BOTTOM_NARROWED:
      if (standing->bottom_tied)
        return _ ("Only {{ranked}} {{members}} are ranked by {{by}} of {{period}}, so only the "
                  "bottom {{k}} are named (with ties {{count}}): {{list}}.");
      return _ (
          "Only {{ranked}} {{members}} are ranked by {{by}} of {{period}}, so only the bottom "
          "{{k}} are named: {{list}}.");
    case DUI_BOTTOM_PLAIN:
    default:
      return standing->bottom_tied
                 ? _ ("The bottom {{k}} by {{by}} of {{period}} (with ties {{count}} {{members}}) "
                      "are: {{list}}.")
                 : _ ("The bottom {{k}} by {{by}} of {{period}} are: {{list}}.");
    }
}

/* An open period may still turn the ranks over (PRACTICE §3). */
static char *
mark_provisional (const DuiPanel *panel, const DuiStanding *standing, char *sentence)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  dui_terms_take (terms, "sentence", sentence);
  dui_terms_take (terms, "missing", number (standing->unreported->len));
  dui_terms_set (terms, "members", members_label (panel, standing));
  return dui_terms_fill (terms, standing->unreported->len > 0
                                    ? _ ("Provisional, {{missing}} {{members}} still to report. "
                                         "{{sentence}}")
                                    : _ ("Provisional. {{sentence}}"));
}

char *
dui_sentence_bottom (const DuiPanel *panel, const DuiStanding *standing)
{
  g_autoptr (DuiTerms) terms = NULL;
  guint count;
  char *sentence;

  if (standing->rows->len == 0)
    return NULL;
  terms = dui_terms_new ();
  dui_terms_take (terms, "period", dui_period_to_short_label (standing->period));
  dui_terms_set (terms, "by",
                 dui_words_ranked_by (panel->indicator, standing->by, standing->period));
  dui_terms_take (terms, "k", dui_words_count (MAX (standing->bottom_size, 1)));
  dui_terms_take (terms, "wanted", dui_words_count (panel->catalog->rules.bottom));
  dui_terms_take (terms, "ranked", number (standing->rows->len));
  dui_terms_set (terms, "members", members_label (panel, standing));
  dui_terms_take (terms, "list", bottom_list (panel, standing, &count));
  dui_terms_take (terms, "count", number (count));
  sentence = dui_terms_fill (terms, bottom_template (panel, standing));
  return standing->provisional ? mark_provisional (panel, standing, sentence) : sentence;
}

static char *
top_list (const DuiPanel *panel, const DuiStanding *standing, guint size, guint *count)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int decimals = value_decimals (panel, standing);

  for (guint i = 0; i < standing->rows->len && row_at (standing, i)->rank <= size; i++)
    {
      const DuiStandingRow *row = row_at (standing, i);
      g_autoptr (DuiTerms) terms = dui_terms_new ();

      dui_terms_set (terms, "place", place_name (panel, row->place));
      dui_terms_take (terms, "value", value_text (panel, standing, row, decimals));
      g_ptr_array_add (parts, dui_terms_fill (terms, _ ("{{place}} ({{value}})")));
    }
  *count = parts->len;
  return dui_words_join (parts);
}

/* Those who climbed most; nobody when the best change is none. */
static char *
climber_list (const DuiPanel *panel, const DuiStanding *standing, int *change, guint *count)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  *change = 0;
  for (guint i = 0; i < standing->rows->len; i++)
    *change = MAX (*change, row_at (standing, i)->change);
  for (guint i = 0; i<standing->rows->len && * change> 0; i++)
    if (row_at (standing, i)->change == *change)
      g_ptr_array_add (parts, (gpointer) place_name (panel, row_at (standing, i)->place));
  *count = parts->len;
  return dui_words_join (parts);
}

char *
dui_sentence_praise (const DuiPanel *panel, const DuiStanding *standing)
{
  /* Top and bottom never overlap (PRACTICE R11): a narrowed bottom narrows the top. */
  guint size = standing->bottom_state == DUI_BOTTOM_NARROWED ? standing->bottom_size
                                                             : panel->catalog->rules.bottom;
  g_autoptr (DuiTerms) terms = dui_terms_new ();
  guint n_top, n_climbers;
  int change;

  dui_terms_take (terms, "top", top_list (panel, standing, size, &n_top));
  if (standing->bottom_state == DUI_BOTTOM_NONE || 2 * n_top > standing->rows->len)
    return NULL;
  dui_terms_take (terms, "k", dui_words_count (size));
  dui_terms_set (terms, "by",
                 dui_words_ranked_by (panel->indicator, standing->by, standing->period));
  dui_terms_take (terms, "climbers", climber_list (panel, standing, &change, &n_climbers));
  dui_terms_take (terms, "change", g_strdup_printf ("%d", change));
  if (n_climbers == 0 || 2 * n_climbers > standing->rows->len)
    return dui_terms_fill (terms, _ ("The first {{k}} by {{by}} are {{top}}."));
  return dui_terms_fill (
      terms,
      n_climbers == 1
          ? _ ("The first {{k}} by {{by}} are {{top}}; the biggest climber is {{climbers}} "
               "(up {{change}}).")
          : _ ("The first {{k}} by {{by}} are {{top}}; the biggest climbers are {{climbers}} "
               "(up {{change}} each)."));
}

char *
dui_sentence_uneven (const DuiPanel *panel, const DuiStanding *standing)
{
  g_autoptr (DuiTerms) terms = NULL;
  DuiSpread spread;

  if (!dui_spread_compute (standing, &spread))
    return NULL;
  terms = dui_terms_new ();
  dui_terms_set (terms, "highest_place", place_name (panel, spread.highest));
  dui_terms_set (terms, "lowest_place", place_name (panel, spread.lowest));
  dui_terms_take (terms, "highest", dui_words_percent (spread.highest_completion, 1));
  dui_terms_take (terms, "lowest", dui_words_percent (spread.lowest_completion, 1));
  dui_terms_take (terms, "points", dui_format_number (spread.points, 1));
  return dui_terms_fill (terms, _ ("Completion is between {{highest}} ({{highest_place}}) and "
                                   "{{lowest}} ({{lowest_place}}), {{points}} points apart."));
}

/* 该乡: a single place is meant by the last word of its name. */
static char *
pronoun (const char *name)
{
  static const char *const ends[] = { "街道", "乡", "镇", "区", "县", "市", "省" };
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      {
        dui_terms_set (terms, "kind", ends[i]);
        /* Translators: "it", for a place of a kind such as 乡; 该{{kind}} in Chinese. */
        return dui_terms_fill (terms, _ ("it"));
      }
  return g_strdup (_ ("that place"));
}

/* Only cumulative figures have a sum that could lack somebody. */
static const char *
missing_template (const DuiPanel *panel, const DuiStanding *standing)
{
  guint n_missing = standing->unreported->len;
  gboolean summed = dui_indicator_has_pace (panel->indicator);

  if (standing->rows->len == 0 && standing->untargeted->len == 0)
    return _ ("None of the {{count}} {{members}} has reported {{period}}.");
  if (n_missing > NAMED_MAX)
    return summed ? _ ("{{places}} and others, {{count}} {{members}} in all, have not reported "
                       "{{period}} and are not ranked; {{total}} leaves them out.")
                  : _ ("{{places}} and others, {{count}} {{members}} in all, have not reported "
                       "{{period}} and are not ranked.");
  if (n_missing > 1)
    return summed ? _ ("{{places}} have not reported {{period}} and are not ranked; {{total}} "
                       "leaves them out.")
                  : _ ("{{places}} have not reported {{period}} and are not ranked.");
  return summed ? _ ("{{places}} has not reported {{period}} and is not ranked; {{total}} leaves "
                     "{{it}} out.")
                : _ ("{{places}} has not reported {{period}} and is not ranked.");
}

char *
dui_sentence_missing (const DuiPanel *panel, const DuiStanding *standing)
{
  guint n_missing = standing->unreported->len;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (DuiTerms) terms = NULL;
  guint first, parent;

  if (n_missing == 0)
    return NULL;
  for (guint i = 0; i < MIN (n_missing, NAMED_MAX); i++)
    g_ptr_array_add (names,
                     (gpointer) place_name (panel, g_array_index (standing->unreported, guint, i)));
  first = g_array_index (standing->unreported, guint, 0);
  parent = dui_catalog_get_parent (panel->catalog, first, standing->period);
  terms = dui_terms_new ();
  dui_terms_take (terms, "period", dui_period_to_short_label (standing->period));
  dui_terms_take (terms, "places", dui_words_join (names));
  dui_terms_take (terms, "count", number (n_missing));
  dui_terms_take (terms, "it", pronoun (place_name (panel, first)));
  dui_terms_set (terms, "members", members_label (panel, standing));
  dui_terms_set (terms, "total",
                 dui_place_get_total_label (dui_catalog_get_place (panel->catalog, parent)));
  return dui_terms_fill (terms, missing_template (panel, standing));
}
