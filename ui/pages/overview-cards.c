/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/overview-cards.h"

#include <glib/gi18n-lib.h>

#include "analysis/peers.h"
#include "analysis/whole.h"
#include "briefing/words.h"
#include "model/format.h"
#include "model/measure.h"

typedef struct
{
  const DuiPanel *panel;
  DuiIndicator *indicator;
  guint place;
  DuiPeriod period;
  DuiTier tier;
  const DuiProgress *progress;
  gboolean is_sum;
} Subject;

/* The text of one number against one tier, or NULL where there is none. */
typedef char *(*TierText) (const Subject *subject, const DuiTierProgress *tier);

static const DuiTierProgress *
main_tier (const Subject *subject)
{
  if (subject->tier == DUI_TIER_ASSESSED)
    return &subject->progress->assessed;
  return &subject->progress->tiers[subject->tier];
}

static const char *
tier_word (DuiTier tier)
{
  switch (tier)
    {
    case DUI_TIER_AGREED:
      return C_ ("tier", "agreed");
    case DUI_TIER_ADJUSTED:
      return C_ ("tier", "adjusted");
    case DUI_TIER_STRETCH:
    default:
      return C_ ("tier", "stretch");
    }
}

/* "签订 80.1% · 奋斗 70.2%": the tiers that the large number is not measured against. */
static char *
other_tiers (const Subject *subject,
             TierText text)
{
  const DuiTierProgress *shown = main_tier (subject);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < DUI_N_TIERS; i++)
    {
      const DuiTierProgress *tier = &subject->progress->tiers[i];
      g_autofree char *value = NULL;

      if (!tier->target || tier->target == shown->target)
        continue;
      value = text (subject, tier);
      if (!value)
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append_printf (line, "%s %s", tier_word (i), value);
    }
  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static char *
completion_text (const Subject *subject,
                 const DuiTierProgress *tier)
{
  g_autofree char *percent = NULL;

  if (dui_ratio_is_missing (tier->completion))
    return NULL;
  percent = dui_format_percent (tier->completion, 1);
  return g_strdup_printf ("%s%%", percent);
}

static char *
target_text (const Subject *subject,
             const DuiTierProgress *tier)
{
  return dui_format_amount (subject->indicator, tier->target->value);
}

static char *
gap_text (const Subject *subject,
          const DuiTierProgress *tier)
{
  if (dui_amount_is_missing (tier->gap))
    return NULL;
  return dui_format_amount (subject->indicator, tier->gap);
}

static char *
pace_text (const Subject *subject,
           const DuiTierProgress *tier)
{
  g_autofree char *digits = NULL;

  if (dui_ratio_is_missing (tier->difference))
    return NULL;
  digits = dui_format_magnitude (tier->difference, 1);
  /* Translators: points in a narrow place; Chinese puts 欠 or 超 instead of the sign. */
  return g_strdup_printf (dui_ratio_sign (tier->difference) < 0 ? C_ ("behind, short", "−%s")
                                                                : C_ ("ahead, short", "+%s"),
                          digits);
}

static char *
distance_text (const Subject *subject,
               const DuiTierProgress *tier)
{
  if (dui_ratio_is_missing (tier->difference))
    return NULL;
  return dui_words_distance (subject->indicator, tier->difference,
                             dui_indicator_get_decimals (subject->indicator));
}

static char *
target_line (const Subject *subject)
{
  const DuiTierProgress *tier = main_tier (subject);
  g_autofree char *percent = NULL;
  g_autofree char *target = NULL;

  if (!tier->target)
    return g_strdup_printf (_ ("The target of %d has not been set yet"),
                            dui_period_year (subject->period));
  target = target_text (subject, tier);
  if (dui_ratio_is_missing (tier->completion))
    return g_strdup_printf (_ ("Target %s"), target);
  percent = dui_format_percent (tier->completion, 1);
  /* Translators: completion in percent, then the target. */
  return g_strdup_printf (_ ("%1$s%% of the annual target %2$s"), percent, target);
}

static char *
unit (const Subject *subject)
{
  return g_strdup (dui_measure_display (dui_indicator_get_shown_measure (subject->indicator)));
}

static void
completed_card (const Subject *subject,
                DuiHeadline *card)
{
  if (subject->is_sum)
    card->title = g_strdup (dui_place_get_total_label (
        dui_catalog_get_place (subject->panel->catalog, subject->place)));
  else
    card->title = g_strdup (dui_indicator_has_pace (subject->indicator) ? C_ ("card", "Completed")
                                                                        : C_ ("card", "Actual"));
  card->number = dui_format_amount (subject->indicator, subject->progress->completed);
  card->unit = unit (subject);
  card->line = target_line (subject);
  card->tiers = other_tiers (subject, dui_indicator_has_pace (subject->indicator) ? completion_text
                                                                                  : target_text);
}

static void
gap_card (const Subject *subject,
          DuiHeadline *card)
{
  const DuiTierProgress *tier = main_tier (subject);
  gboolean known = !dui_amount_is_missing (tier->gap);
  gboolean exceeded = known && tier->gap < 0;
  DuiAmount magnitude = exceeded ? -tier->gap : tier->gap;
  g_autofree char *monthly = NULL;
  g_autofree char *ratio = NULL;

  card->of_target = TRUE;
  card->title = g_strdup (exceeded ? C_ ("card", "Exceeded") : C_ ("card", "Gap"));
  card->number = dui_format_amount (subject->indicator, magnitude);
  card->unit = unit (subject);
  card->tiers = other_tiers (subject, gap_text);
  if (exceeded)
    card->line = g_strdup (_ ("The annual target is reached"));
  if (dui_ratio_is_missing (tier->required_monthly))
    return;
  monthly = dui_format_average (subject->indicator, tier->required_monthly);
  if (dui_ratio_is_missing (tier->required_ratio))
    {
      card->line = g_strdup_printf (_ ("%s a month needed"), monthly);
      return;
    }
  ratio = dui_format_number (tier->required_ratio, 1);
  /* Translators: what every month left must bring, and how many times the mean of the last three
   * months that is. */
  card->line = g_strdup_printf (_ ("%1$s a month needed, %2$s× the recent mean"), monthly, ratio);
}

/* Where no target has been set there is no gap and no pace (PRACTICE R23). */
static void
month_card (const Subject *subject,
            DuiHeadline *card)
{
  const DuiProgress *progress = subject->progress;
  DuiIndicator *indicator = subject->indicator;
  g_autofree char *mean = NULL;

  if (dui_ratio_is_missing (progress->month))
    return;
  card->title = g_strdup (C_ ("card", "Month"));
  card->number = dui_format_average (indicator, progress->month);
  card->unit = unit (subject);
  if (dui_ratio_is_missing (progress->recent_mean))
    return;
  mean = dui_format_average (indicator, progress->recent_mean);
  card->line = g_strdup_printf (_ ("%s a month of late"), mean);
}

static void
progress_card (const Subject *subject,
               DuiHeadline *card)
{
  const DuiTierProgress *tier = main_tier (subject);
  int sign = dui_ratio_is_missing (tier->difference)
                 ? 0
                 : (dui_ratio_round (tier->difference, 1) > 0)
                       - (dui_ratio_round (tier->difference, 1) < 0);
  g_autofree char *digits = NULL;
  g_autofree char *pace = NULL;

  card->of_target = TRUE;
  card->title = g_strdup (C_ ("card", "Progress"));
  card->tiers = other_tiers (subject, pace_text);
  card->behind = sign < 0;
  digits = dui_format_magnitude (tier->difference, 1);
  if (dui_ratio_is_missing (tier->difference))
    card->number = g_strdup ("—");
  else if (sign == 0)
    card->number = g_strdup (C_ ("card", "on the pace"));
  else
    {
      /* Translators: the number of points; Chinese puts 欠 or 超 before it. */
      card->number = g_strdup_printf (sign < 0 ? C_ ("behind", "%s") : C_ ("ahead", "%s"), digits);
      card->unit = g_strdup (sign < 0 ? C_ ("card", "points behind") : C_ ("card", "points ahead"));
    }
  if (!tier->target || dui_ratio_is_missing (subject->progress->pace))
    return;
  pace = dui_format_percent (subject->progress->pace, 1);
  card->line = g_strdup_printf (_ ("%s%% is due by the calendar"), pace);
}

/* Indicators without pace: the signed distance to target (PRACTICE R9). */
static void
distance_card (const Subject *subject,
               DuiHeadline *card)
{
  const DuiTierProgress *tier = main_tier (subject);
  gboolean growth_only = dui_indicator_get_kind (subject->indicator) == DUI_KIND_GROWTH_ONLY;
  DuiRatio shown = dui_format_measured_to_shown (subject->indicator, tier->difference);

  card->of_target = TRUE;
  card->title = g_strdup (C_ ("card", "Distance to target"));
  card->number
      = dui_format_magnitude (shown, dui_indicator_get_decimals (subject->indicator));
  card->unit = growth_only ? g_strdup (_ ("points")) : unit (subject);
  card->behind = dui_ratio_sign (tier->difference) < 0;
  card->line = distance_text (subject, tier);
  card->tiers = other_tiers (subject, distance_text);
}

/* 全市第5位 ↓1: where the place stands among its siblings. */
static char *
rank_among_peers (const Subject *subject)
{
  DuiPeerStanding standing;
  g_autofree char *change = NULL;
  const char *whole;

  if (!dui_peer_standing_compute (subject->panel, subject->place, subject->period, &standing))
    return NULL;
  whole = dui_place_get_whole_label (
      dui_catalog_get_place (subject->panel->catalog, standing.parent));
  if (standing.change != 0)
    change = g_strdup_printf (" %s%d", standing.change > 0 ? "↑" : "↓", ABS (standing.change));
  /* Translators: %1$s is the whole superior place (全市), then our rank, of how many, and its
   * change with an arrow, if any. */
  return g_strdup_printf (standing.tied ? _ ("%1$s: joint rank %2$u of %3$u%4$s")
                                        : _ ("%1$s: rank %2$u of %3$u%4$s"),
                          whole, standing.rank, standing.n_ranked, change ? change : "");
}

static void
growth_card (const Subject *subject,
             DuiHeadline *card)
{
  g_autofree char *base = NULL;

  card->title = g_strdup (subject->progress->growth_inferred ? C_ ("card", "Growth (inferred)")
                                                             : C_ ("card", "Growth"));
  card->number = dui_format_percent (subject->progress->growth, 1);
  card->unit = dui_ratio_is_missing (subject->progress->growth) ? NULL : g_strdup ("%");
  if (dui_indicator_get_kind (subject->indicator) == DUI_KIND_GROWTH_ONLY)
    card->line = target_line (subject);
  else if (!dui_amount_is_missing (subject->progress->base))
    {
      base = dui_format_amount (subject->indicator, subject->progress->base);
      card->line = g_strdup_printf (_ ("%s a year earlier"), base);
    }
  card->tiers = rank_among_peers (subject);
}

void
dui_overview_cards_compute (const DuiPanel *panel,
                            guint place,
                            DuiPeriod period,
                            DuiTier tier,
                            DuiHeadline cards[DUI_N_CARDS])
{
  gboolean has_pace = dui_indicator_has_pace (panel->indicator);
  g_auto (DuiWhole) whole = { NULL };
  Subject subject = { panel, panel->indicator, place, period, tier, &whole.own, FALSE };

  dui_whole_init (&whole, panel, place, period);
  subject.is_sum = whole.total != NULL;
  if (whole.progress)
    subject.progress = whole.progress;
  memset (cards, 0, DUI_N_CARDS * sizeof *cards);
  if (dui_indicator_get_kind (panel->indicator) != DUI_KIND_GROWTH_ONLY)
    completed_card (&subject, &cards[0]);
  if (has_pace && !main_tier (&subject)->target)
    month_card (&subject, &cards[1]);
  else if (has_pace)
    {
      gap_card (&subject, &cards[1]);
      progress_card (&subject, &cards[2]);
    }
  else if (main_tier (&subject)->target)
    distance_card (&subject, &cards[2]);
  growth_card (&subject, &cards[3]);
  for (guint i = 0; i < DUI_N_CARDS; i++)
    if (g_strcmp0 (cards[i].number, "—") == 0)
      g_clear_pointer (&cards[i].unit, g_free);
}
