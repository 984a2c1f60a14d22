/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/words.h"
#include "briefing/terms.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
dui_words_place (const DuiPanel *panel, guint place, DuiPeriod period)
{
  DuiPlace *object = dui_catalog_get_place (panel->catalog, place);
  g_autoptr (GArray) members = dui_catalog_get_members (panel->catalog, place, period, FALSE);

  return members->len > 0 ? dui_place_get_whole_label (object) : dui_place_get_name (object);
}

char *
dui_words_count (guint count)
{
  static const char *const words[]
      = { N_ ("one"), N_ ("two"),   N_ ("three"), N_ ("four"), N_ ("five"),
          N_ ("six"), N_ ("seven"), N_ ("eight"), N_ ("nine"), N_ ("ten") };

  if (count >= 1 && count <= G_N_ELEMENTS (words))
    return g_strdup (_ (words[count - 1]));
  return g_strdup_printf ("%u", count);
}

char *
dui_words_join (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        /* Translators: between the names of a list. */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, g_ptr_array_index (parts, i));
    }
  return g_string_free (text, FALSE);
}

/* One of three templates with {{n}}, for a value below, at and above zero. */
static char *
fill_by_sign (const char *const templates[3], DuiRatio value, int decimals)
{
  g_autoptr (DuiTerms) terms = NULL;

  if (dui_ratio_is_missing (value))
    return NULL;
  terms = dui_terms_new ();
  dui_terms_take (terms, "n", dui_format_magnitude (value, decimals));
  return dui_terms_fill (terms, _ (templates[dui_format_sign (value, decimals) + 1]));
}

char *
dui_words_percent (DuiRatio fraction, int decimals)
{
  g_autofree char *number = NULL;

  if (dui_ratio_is_missing (fraction))
    return NULL;
  number = dui_format_percent (fraction, decimals);
  return g_strconcat (number, "%", NULL);
}

char *
dui_words_growth (DuiRatio fraction)
{
  static const char *const templates[3]
      = { N_ ("down {{n}}%"), N_ ("unchanged"), N_ ("up {{n}}%") };

  return fill_by_sign (templates, dui_ratio_scale (fraction, 100, 1), 1);
}

char *
dui_words_pace (DuiRatio points)
{
  static const char *const templates[3] = { N_ ("{{n}} points behind the pace"), N_ ("on the pace"),
                                            N_ ("{{n}} points ahead of the pace") };

  return fill_by_sign (templates, points, 1);
}

char *
dui_words_pace_short (DuiRatio points, int decimals)
{
  static const char *const templates[3]
      = { N_ ("{{n}} points behind"), N_ ("level"), N_ ("{{n}} points ahead") };

  return fill_by_sign (templates, points, decimals);
}

/* One of three templates with {{n}} and {{unit}}, for a figure below, on and above its target. */
static char *
fill_distance (const char *const templates[3],
               DuiIndicator *indicator,
               DuiRatio difference,
               int decimals)
{
  const char *measure = dui_indicator_get_shown_measure (indicator);
  DuiRatio shown = dui_format_measured_to_shown (indicator, difference);
  g_autoptr (DuiTerms) terms = NULL;

  if (dui_ratio_is_missing (difference))
    return NULL;
  /* A difference is positive where it is good. */
  if (dui_indicator_get_direction (indicator) == DUI_DIRECTION_LOWER)
    shown.num = -shown.num;
  terms = dui_terms_new ();
  dui_terms_take (terms, "n", dui_format_magnitude (shown, decimals));
  dui_terms_set (terms, "unit",
                 g_str_equal (measure, "%") ? _ ("points") : dui_measure_display (measure));
  return dui_terms_fill (terms, _ (templates[dui_format_sign (shown, decimals) + 1]));
}

char *
dui_words_distance (DuiIndicator *indicator, DuiRatio difference, int decimals)
{
  /* A limit that must not be passed is called a control target. */
  static const char *const templates[2][3] = {
    { N_ ("{{n}} ({{unit}}) below the target"), N_ ("on the target"),
      N_ ("{{n}} ({{unit}}) above the target") },
    { N_ ("{{n}} ({{unit}}) below the control target"), N_ ("on the control target"),
      N_ ("{{n}} ({{unit}}) above the control target") },
  };
  gboolean lower = dui_indicator_get_direction (indicator) == DUI_DIRECTION_LOWER;

  return fill_distance (templates[lower], indicator, difference, decimals);
}

char *
dui_words_distance_short (DuiIndicator *indicator, DuiRatio difference, int decimals)
{
  static const char *const templates[3]
      = { N_ ("{{n}} below target"), N_ ("on target"), N_ ("{{n}} above target") };

  return fill_distance (templates, indicator, difference, decimals);
}

char *
dui_words_gap (DuiIndicator *indicator, DuiAmount gap, DuiPeriod period)
{
  gboolean ended = dui_period_month (period) == 12;
  g_autoptr (DuiTerms) terms = NULL;

  if (dui_amount_is_missing (gap))
    return NULL;
  if (gap == 0)
    return g_strdup (_ ("annual target reached"));
  terms = dui_terms_new ();
  dui_terms_take (terms, "amount",
                  dui_format_with_measure (indicator, dui_amount_to_ratio (ABS (gap), 0)));
  if (gap < 0)
    return dui_terms_fill (terms, _ ("annual target exceeded by {{amount}}"));
  return dui_terms_fill (terms, ended ? _ ("annual target missed by {{amount}}")
                                      : _ ("a gap of {{amount}}"));
}

gboolean
dui_words_is_year (DuiIndicator *indicator, DuiPeriod period)
{
  return dui_indicator_has_pace (indicator) && dui_period_month (period) == 12;
}

const char *
dui_words_ranked_by (DuiIndicator *indicator, DuiRankBy by, DuiPeriod period)
{
  switch (by)
    {
    case DUI_RANK_BY_PROGRESS:
      if (dui_words_is_year (indicator, period))
        return _ ("completion of the annual target");
      return dui_indicator_has_pace (indicator) ? _ ("pace") : _ ("result against target");
    case DUI_RANK_BY_COMPLETED:
      return _ ("cumulative total");
    case DUI_RANK_BY_MONTH:
      return _ ("total of the month");
    case DUI_RANK_BY_GROWTH:
    default:
      /* A state is not summed up. */
      return dui_indicator_get_kind (indicator) == DUI_KIND_LEVEL ? _ ("growth on a year earlier")
                                                                  : _ ("cumulative growth");
    }
}
