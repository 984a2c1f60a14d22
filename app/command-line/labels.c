/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/labels.h"

#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

const char *
dui_label_place_kind (DuiPlaceKind kind)
{
  static const char *const labels[] = { N_ ("country"),  N_ ("province"), N_ ("city"),
                                        N_ ("county"),   N_ ("township"), N_ ("park"),
                                        N_ ("firm"),     N_ ("other") };

  return _ (labels[kind]);
}

const char *
dui_label_indicator_kind (DuiIndicatorKind kind)
{
  static const char *const labels[] = { N_ ("cumulative"), N_ ("level"), N_ ("growth only") };

  return _ (labels[kind]);
}

const char *
dui_label_direction (DuiDirection direction)
{
  return direction == DUI_DIRECTION_HIGHER ? _ ("higher is better") : _ ("lower is better");
}

const char *
dui_label_status (DuiFigureStatus status)
{
  static const char *const labels[] = { "—", N_ ("estimate"), N_ ("preliminary"), N_ ("final") };

  return _ (labels[status]);
}

const char *
dui_label_rank_by (DuiIndicator *indicator,
                   DuiRankBy by)
{
  static const char *const labels[] = { N_ ("growth of the cumulative figure"),
                                        N_ ("progress against pace"), N_ ("cumulative figure"),
                                        N_ ("figure of the month") };

  if (by == DUI_RANK_BY_PROGRESS && !dui_indicator_has_pace (indicator))
    return _ ("distance to the target");
  if (by == DUI_RANK_BY_COMPLETED && dui_indicator_get_kind (indicator) != DUI_KIND_CUMULATIVE)
    return _ ("figure");
  return _ (labels[by]);
}

const char *
dui_label_place (DuiCatalog *catalog,
                 guint place)
{
  return dui_place_get_name (dui_catalog_get_place (catalog, place));
}

char *
dui_label_places (DuiCatalog *catalog,
                  GArray *places)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      if (i > 0)
        /* Translators: between the names of an enumeration; 、 in Chinese. */
        g_string_append (names, _ (", "));
      g_string_append (names, dui_label_place (catalog, g_array_index (places, guint, i)));
    }
  return g_string_free (names, FALSE);
}

static gboolean
is_in_points (DuiIndicator *indicator)
{
  return dui_indicator_has_pace (indicator)
         || dui_indicator_get_kind (indicator) == DUI_KIND_GROWTH_ONLY;
}

int
dui_label_difference_decimals (DuiIndicator *indicator)
{
  return is_in_points (indicator) ? 1 : dui_indicator_get_decimals (indicator);
}

const DuiTierProgress *
dui_label_choose_tier (const DuiProgress *progress,
                       DuiTier tier)
{
  return tier == DUI_TIER_ASSESSED ? &progress->assessed : &progress->tiers[tier];
}

char *
dui_label_exact (DuiIndicator *indicator,
                 DuiAmount amount)
{
  char *text = dui_amount_to_string (amount, dui_indicator_get_scale (indicator));

  return text ? text : g_strdup ("—");
}

char *
dui_label_figure (DuiIndicator *indicator,
                  const DuiFigureValues *values)
{
  g_autofree char *value = dui_label_exact (indicator, values->value);
  g_autofree char *base = dui_label_exact (indicator, values->base);
  g_autofree char *growth
      = dui_format_percent (dui_amount_to_ratio (values->growth, DUI_GROWTH_SCALE), 2);

  if (values->status == DUI_STATUS_NONE)
    return g_strdup (_ ("no figure"));
  /* Translators: 1 number, 2 measure, 3 number of last year, 4 reported growth, 5 status. */
  return g_strdup_printf (_ ("%1$s %2$s (base %3$s, reported growth %4$s %%, %5$s)"), value,
                          dui_measure_display (dui_indicator_get_measure (indicator)), base,
                          growth, dui_label_status (values->status));
}
