/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences about one place. */
#include "briefing/sentences.h"
#include "analysis/fall.h"
#include "analysis/raise.h"
#include "analysis/whole.h"
#include "briefing/terms.h"
#include "briefing/words.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

/* What a sentence speaks of. */
typedef struct
{
  const DuiPanel *panel;
  guint place;
  DuiPeriod period;
  DuiWhole whole;
} Finding;

static void
finding_init (Finding *finding, const DuiPanel *panel, guint place, DuiPeriod period)
{
  finding->panel = panel;
  finding->place = place;
  finding->period = period;
  dui_whole_init (&finding->whole, panel, place, period);
}

static void
finding_clear (Finding *finding)
{
  dui_whole_clear (&finding->whole);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, finding_clear)

static char *
mark_growth (char *growth, const char *mark)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  dui_terms_take (terms, "growth", growth);
  dui_terms_set (terms, "mark", mark);
  /* Translators: a growth rate and why it is to be read with care. */
  return dui_terms_fill (terms, _ ("{{growth}} ({{mark}})"));
}

static char *
growth_text (const DuiProgress *progress, gboolean partial)
{
  char *growth = dui_words_growth (progress->growth);

  if (growth && progress->growth_inferred)
    return mark_growth (growth, _ ("inferred"));
  if (growth && partial)
    return mark_growth (growth, _ ("of those with both figures"));
  return growth;
}

/* 降幅较1—10月收窄0.5个百分点; NULL where there was no fall to compare with. */
static char *
fall_text (const Finding *finding)
{
  static const char *const templates[3]
      = { N_ ("{{n}} points more than in {{previous}}"), N_ ("as much as in {{previous}}"),
          N_ ("{{n}} points less than in {{previous}}") };
  g_autoptr (DuiTerms) terms = NULL;
  DuiFall fall;

  if (finding->whole.total
      || !dui_fall_compute (finding->panel, finding->place, finding->period, &fall))
    return NULL;
  terms = dui_terms_new ();
  dui_terms_take (terms, "n", dui_format_magnitude (fall.narrowed, 1));
  dui_terms_take (terms, "previous", dui_period_to_short_label (fall.previous));
  return dui_terms_fill (terms, _ (templates[dui_format_sign (fall.narrowed, 1) + 1]));
}

/* The growth of the whole; of a fall also whether it is a smaller one than before. */
static char *
whole_growth_text (const Finding *finding)
{
  char *growth = growth_text (finding->whole.progress,
                              finding->whole.total && finding->whole.total->growth_partial);
  char *fall = growth ? fall_text (finding) : NULL;
  g_autoptr (DuiTerms) terms = NULL;

  if (!fall)
    return growth;
  terms = dui_terms_new ();
  dui_terms_take (terms, "growth", growth);
  dui_terms_take (terms, "fall", fall);
  /* Translators: a fall of the growth, and how it compares with the last one. */
  return dui_terms_fill (terms, _ ("{{growth}} ({{fall}})"));
}

static char *
verdict_text (const Finding *finding)
{
  const DuiTierProgress *assessed = &finding->whole.progress->assessed;
  DuiIndicator *indicator = finding->panel->indicator;
  g_autoptr (DuiTerms) terms = NULL;

  if (assessed->target)
    return dui_indicator_has_pace (indicator)
               ? dui_words_gap (indicator, assessed->gap, finding->period)
               : dui_words_distance (indicator, assessed->difference,
                                     dui_indicator_get_decimals (indicator));
  terms = dui_terms_new ();
  dui_terms_take (terms, "year", g_strdup_printf ("%d", dui_period_year (finding->period)));
  return dui_terms_fill (terms, _ ("the target of {{year}} has not been set yet"));
}

static DuiTerms *
finding_terms (const Finding *finding)
{
  DuiIndicator *indicator = finding->panel->indicator;
  DuiTerms *terms = dui_terms_new ();

  dui_terms_set (terms, "place", finding->whole.label);
  dui_terms_take (terms, "period", dui_period_to_short_label (finding->period));
  dui_terms_set (terms, "indicator", dui_indicator_get_display_name (indicator));
  if (!finding->whole.progress)
    return terms;
  dui_terms_take (terms, "growth", whole_growth_text (finding));
  dui_terms_take (terms, "g", dui_words_percent (finding->whole.progress->growth, 1));
  if (!dui_amount_is_missing (finding->whole.progress->completed))
    dui_terms_take (terms, "C",
                    dui_format_with_measure (
                        indicator, dui_amount_to_ratio (finding->whole.progress->completed, 0)));
  dui_terms_take (terms, "r", dui_words_percent (finding->whole.progress->assessed.completion, 1));
  if (dui_indicator_has_pace (indicator))
    dui_terms_take (terms, "pace", dui_words_pace (finding->whole.progress->assessed.difference));
  dui_terms_take (terms, "verdict", verdict_text (finding));
  return terms;
}

/* At the end of the year pace and completion say the same (PRACTICE R8). */
static gboolean
speaks_of_pace (const Finding *finding)
{
  return dui_period_month (finding->period) != 12
         && !dui_ratio_is_missing (finding->whole.progress->assessed.difference);
}

static const char *
county_template (const Finding *finding)
{
  DuiIndicatorKind kind = dui_indicator_get_kind (finding->panel->indicator);

  if (!finding->whole.progress)
    return _ ("{{place}}, {{period}}: {{indicator}} has not been reported yet.");
  if (kind == DUI_KIND_GROWTH_ONLY)
    return _ ("{{place}}, {{period}}: {{indicator}} {{g}}, {{verdict}}.");
  if (!dui_indicator_has_pace (finding->panel->indicator))
    return dui_ratio_is_missing (finding->whole.progress->growth)
               ? _ ("{{place}}, {{period}}: {{indicator}} at {{C}}, {{verdict}}.")
               : _ ("{{place}}, {{period}}: {{indicator}} at {{C}}, {{growth}} on a year earlier, "
                    "{{verdict}}.");
  if (dui_ratio_is_missing (finding->whole.progress->assessed.completion))
    return _ ("{{place}}, {{period}}: {{indicator}} {{C}}, {{growth}} on a year "
              "earlier; {{verdict}}.");
  if (!speaks_of_pace (finding))
    return _ ("{{place}}, {{period}}: {{indicator}} {{C}}, {{growth}} on a year "
              "earlier, {{r}} of the annual target; {{verdict}}.");
  return _ ("{{place}}, {{period}}: {{indicator}} {{C}}, {{growth}} on a year "
            "earlier, {{r}} of the annual target; {{pace}}, {{verdict}}.");
}

char *
dui_sentence_county (const DuiPanel *panel, guint place, DuiPeriod period)
{
  g_auto (Finding) finding = { NULL };
  g_autoptr (DuiTerms) terms = NULL;

  finding_init (&finding, panel, place, period);
  terms = finding_terms (&finding);
  return dui_terms_fill (terms, county_template (&finding));
}

GStrv
dui_sentence_county_blanks (const DuiPanel *panel, guint place, DuiPeriod period)
{
  g_auto (Finding) finding = { NULL };
  g_autoptr (DuiTerms) terms = NULL;
  g_autofree char *text = NULL;

  finding_init (&finding, panel, place, period);
  terms = finding_terms (&finding);
  text = dui_terms_fill (terms, county_template (&finding));
  return dui_terms_dup_blanks (terms);
}

static const char *
headline_template (const Finding *finding)
{
  DuiIndicatorKind kind = dui_indicator_get_kind (finding->panel->indicator);

  if (!finding->whole.progress)
    return _ ("{{place}}: nothing has been reported for {{period}} yet");
  if (kind == DUI_KIND_GROWTH_ONLY)
    return _ ("{{indicator}} {{g}} in {{period}}, {{verdict}}");
  if (!dui_indicator_has_pace (finding->panel->indicator))
    return _ ("{{indicator}} {{C}} in {{period}}, {{verdict}}");
  if (!speaks_of_pace (finding))
    return finding->whole.total ? _ ("{{place}} {{C}} in {{period}}, {{verdict}}")
                                : _ ("{{C}} completed in {{period}}, {{verdict}}");
  return finding->whole.total ? _ ("{{place}} {{C}} in {{period}}, {{pace}}, {{verdict}}")
                              : _ ("{{C}} completed in {{period}}, {{pace}}, {{verdict}}");
}

char *
dui_sentence_headline (const DuiPanel *panel, guint place, DuiPeriod period)
{
  g_auto (Finding) finding = { NULL };
  g_autoptr (DuiTerms) terms = NULL;

  finding_init (&finding, panel, place, period);
  terms = finding_terms (&finding);
  return dui_terms_fill (terms, headline_template (&finding));
}

/* A sum that is more than the whole, or lacks somebody, says so. */
static const char *
total_template (const DuiTotal *total)
{
  gboolean growth = !dui_ratio_is_missing (total->sum.growth);

  if (total->missing->len > 0)
    return growth ? _ ("{{total}}, without {{missing}} that did not report: {{C}}, {{growth}}.")
                  : _ ("{{total}}, without {{missing}} that did not report: {{C}}.");
  if (total->rest < 0)
    return growth ? _ ("{{total}}: {{C}}, {{growth}}, {{rest}} more than the whole, to be "
                       "checked.")
                  : _ ("{{total}}: {{C}}, {{rest}} more than the whole, to be checked.");
  if (total->rest == 0)
    return growth ? _ ("{{total}}: the same, {{growth}}.") : _ ("{{total}}: the same.");
  return growth ? _ ("{{total}}: {{C}}, {{growth}}; {{others}}: {{rest}}.")
                : _ ("{{total}}: {{C}}; {{others}}: {{rest}}.");
}

char *
dui_sentence_total (const DuiPanel *panel, guint place, DuiPeriod period)
{
  DuiPlace *object = dui_catalog_get_place (panel->catalog, place);
  g_auto (Finding) finding = { NULL };
  g_autoptr (DuiTotal) total = NULL;
  g_autoptr (DuiTerms) terms = NULL;

  finding_init (&finding, panel, place, period);
  if (!finding.whole.progress || finding.whole.total || !dui_indicator_has_pace (panel->indicator))
    return NULL;
  total = dui_total_compute (panel, place, period);
  if (dui_amount_is_missing (total->sum.completed))
    return NULL;
  terms = dui_terms_new ();
  dui_terms_set (terms, "total", dui_place_get_total_label (object));
  dui_terms_take (
      terms, "C",
      dui_format_with_measure (panel->indicator, dui_amount_to_ratio (total->sum.completed, 0)));
  dui_terms_take (terms, "growth", growth_text (&total->sum, total->growth_partial));
  dui_terms_take (terms, "missing", g_strdup_printf ("%u", total->missing->len));
  if (!dui_amount_is_missing (total->rest))
    dui_terms_take (
        terms, "rest",
        dui_format_with_measure (panel->indicator, dui_amount_to_ratio (ABS (total->rest), 0)));
  dui_terms_set (terms, "others",
                 dui_place_get_kind (object) == DUI_PLACE_COUNTY
                     ? _ ("the county's own firms, parks and others")
                     : _ ("others"));
  return dui_terms_fill (terms, total_template (total));
}

char *
dui_sentence_raise (const DuiPanel *panel, guint place, DuiPeriod period)
{
  g_autoptr (DuiTerms) terms = NULL;
  const DuiTarget *target;
  DuiRaise raise;

  if (!dui_raise_compute (panel, place, period, &raise) || dui_ratio_is_missing (raise.effect))
    return NULL;
  target = raise.after.target;
  terms = dui_terms_new ();
  dui_terms_take (terms, "old",
                  dui_format_with_measure (panel->indicator,
                                           dui_amount_to_ratio (raise.before.target->value, 0)));
  dui_terms_take (
      terms, "new",
      dui_format_with_measure (panel->indicator, dui_amount_to_ratio (target->value, 0)));
  dui_terms_set (terms, "document", target->document);
  dui_terms_take (terms, "before", dui_words_pace (raise.before.difference));
  dui_terms_take (terms, "after", dui_words_pace (raise.after.difference));
  dui_terms_take (terms, "effect", dui_format_number (raise.effect, 1));
  return dui_terms_fill (
      terms,
      target->document
          ? _ ("By the adjusted target of {{new}} ({{document}}) this is {{after}}, by the one "
               "before of {{old}} {{before}}; the change of the target makes {{effect}} "
               "points.")
          : _ ("By the adjusted target of {{new}} this is {{after}}, by the one before of "
               "{{old}} {{before}}; the change of the target makes {{effect}} points."));
}

/* Before March the mean is over the months there are (PRACTICE R8). */
static const char *
need_template (const DuiTierProgress *assessed, int left)
{
  if (dui_ratio_is_missing (assessed->required_ratio))
    return left == 1 ? _ ("The month that remains must bring {{gap}}.")
                     : _ ("The {{months}} months that remain must bring {{gap}}, {{monthly}} a "
                          "month.");
  if (left >= 10)
    return _ ("The {{months}} months that remain must bring {{gap}}, {{monthly}} a month, "
              "{{times}} times the mean of the months so far.");
  return left == 1 ? _ ("The month that remains must bring {{gap}}, {{times}} times the mean of "
                        "the last three months.")
                   : _ ("The {{months}} months that remain must bring {{gap}}, {{monthly}} a "
                        "month, {{times}} times the mean of the last three months.");
}

char *
dui_sentence_need (const DuiPanel *panel, guint place, DuiPeriod period)
{
  g_auto (Finding) finding = { NULL };
  g_autoptr (DuiTerms) terms = NULL;
  const DuiTierProgress *assessed;
  int left = 12 - dui_period_month (period);

  finding_init (&finding, panel, place, period);
  if (!finding.whole.progress
      || dui_ratio_is_missing (finding.whole.progress->assessed.required_monthly))
    return NULL;
  assessed = &finding.whole.progress->assessed;
  terms = dui_terms_new ();
  dui_terms_take (terms, "months", g_strdup_printf ("%d", left));
  dui_terms_take (
      terms, "gap",
      dui_format_with_measure (panel->indicator, dui_amount_to_ratio (assessed->gap, 0)));
  dui_terms_take (terms, "monthly",
                  dui_format_with_measure (panel->indicator, assessed->required_monthly));
  if (!dui_ratio_is_missing (assessed->required_ratio))
    dui_terms_take (terms, "times", dui_format_number (assessed->required_ratio, 1));
  return dui_terms_fill (terms, need_template (assessed, left));
}
