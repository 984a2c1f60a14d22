/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/subject.h"

#include <glib/gi18n-lib.h>

#include "model/format.h"
#include "model/measure.h"

const DuiTierProgress *
dui_chart_subject_get_tier (const DuiChartSubject *subject, const DuiProgress *progress)
{
  return subject->tier == DUI_TIER_ASSESSED ? &progress->assessed : &progress->tiers[subject->tier];
}

DuiRatio
dui_chart_subject_get_value (const DuiChartSubject *subject, const DuiProgress *progress)
{
  DuiIndicator *indicator = subject->panel->indicator;

  if (!dui_progress_is_reported (progress, indicator))
    return DUI_RATIO_MISSING;
  if (dui_indicator_get_kind (indicator) == DUI_KIND_GROWTH_ONLY)
    return dui_ratio_scale (progress->growth,
                            100 * dui_power_of_ten (dui_indicator_get_scale (indicator)), 1);
  return dui_amount_to_ratio (progress->completed, 0);
}

void
dui_chart_whole_init (DuiChartWhole *self, const DuiChartSubject *subject, DuiPeriod period)
{
  dui_whole_init (&self->whole, subject->panel, subject->place, period);
  self->progress = self->whole.progress;
  self->tier = self->progress ? dui_chart_subject_get_tier (subject, self->progress) : NULL;
  self->label = self->whole.label;
  self->total = self->whole.total;
  self->n_missing = self->total ? self->total->missing->len : 0;
}

void
dui_chart_whole_clear (DuiChartWhole *self)
{
  dui_whole_clear (&self->whole);
}

double
dui_chart_subject_shown (const DuiChartSubject *subject, DuiRatio raw)
{
  return dui_ratio_to_double (dui_format_raw_to_shown (subject->panel->indicator, raw));
}

char *
dui_chart_fill (const char *format, const char *first, const char *second, const char *third)
{
  const char *const names[] = { "%s", "%1$s", "%2$s", "%3$s" };
  const char *const values[] = { first, first, second, third };
  g_autoptr (GString) text = g_string_new (format);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (values[i])
      g_string_replace (text, names[i], values[i], 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_target (const DuiChartSubject *subject, guint place)
{
  return dui_panel_get_target (subject->panel, place, dui_period_year (subject->period),
                               subject->tier, dui_period_last_day (subject->period))
         != NULL;
}

gboolean
dui_chart_subject_members_have_targets (const DuiChartSubject *subject)
{
  g_autoptr (GArray) members
      = dui_catalog_get_members (subject->panel->catalog, subject->place, subject->period, FALSE);

  for (guint i = 0; i < members->len; i++)
    if (has_target (subject, g_array_index (members, guint, i)))
      return TRUE;
  return FALSE;
}

gboolean
dui_chart_subject_has_target (const DuiChartSubject *subject)
{
  return has_target (subject, subject->place);
}

/* What the members are, if they are all of one kind. */
static DuiPlaceKind
member_kind (const DuiChartSubject *subject)
{
  DuiCatalog *catalog = subject->panel->catalog;
  g_autoptr (GArray) members
      = dui_catalog_get_members (catalog, subject->place, subject->period, TRUE);
  DuiPlaceKind kind = DUI_PLACE_OTHER;

  for (guint i = 0; i < members->len; i++)
    {
      DuiPlace *place = dui_catalog_get_place (catalog, g_array_index (members, guint, i));

      if (i > 0 && dui_place_get_kind (place) != kind)
        return DUI_PLACE_OTHER;
      kind = dui_place_get_kind (place);
    }
  return kind;
}

char *
dui_chart_subject_count_members (const DuiChartSubject *subject, guint count)
{
  switch (member_kind (subject))
    {
    case DUI_PLACE_PROVINCE:
      return g_strdup_printf (ngettext ("%u province", "%u provinces", count), count);
    case DUI_PLACE_CITY:
      return g_strdup_printf (ngettext ("%u city", "%u cities", count), count);
    case DUI_PLACE_COUNTY:
      return g_strdup_printf (ngettext ("%u county", "%u counties", count), count);
    case DUI_PLACE_TOWNSHIP:
      return g_strdup_printf (ngettext ("%u township", "%u townships", count), count);
    default:
      return g_strdup_printf (ngettext ("%u place", "%u places", count), count);
    }
}

char *
dui_chart_subject_get_nothing_title (const DuiChartSubject *subject, gboolean has_figures)
{
  g_autofree char *period = dui_period_to_short_label (subject->period);

  if (has_figures)
    return g_strdup_printf (_ ("The targets of %d have not been set yet"),
                            dui_period_year (subject->period));
  return g_strdup_printf (_ ("The figures of %s have not been reported yet"), period);
}

const char *
dui_chart_subject_get_measure (const DuiChartSubject *subject, gboolean difference)
{
  const char *measure = dui_indicator_get_shown_measure (subject->panel->indicator);

  return difference && g_str_equal (measure, "%") ? _ ("points") : dui_measure_display (measure);
}

static void
append (GString *line, const char *part)
{
  g_string_append_printf (line, " · %s", part);
}

char *
dui_chart_subject_get_subtitle (const DuiChartSubject *subject,
                                const DuiChartWhole *whole,
                                gboolean provisional)
{
  g_autofree char *period = dui_period_to_label (subject->period);
  DuiPlace *place = dui_catalog_get_place (subject->panel->catalog, subject->place);
  GString *line = g_string_new (dui_place_get_name (place));

  append (line, dui_indicator_get_display_name (subject->panel->indicator));
  append (line, period);
  append (line, dui_chart_subject_get_measure (subject, FALSE));
  if (dui_chart_subject_has_target (subject) || dui_chart_subject_members_have_targets (subject))
    append (line, dui_tier_to_label (subject->tier));
  if (whole->total)
    append (line, whole->label);
  if (whole->n_missing > 0)
    {
      g_autofree char *missing = g_strdup_printf (
          ngettext ("%u not reported", "%u not reported", whole->n_missing), whole->n_missing);
      append (line, missing);
    }
  if (provisional)
    append (line, _ ("provisional"));
  return g_string_free (line, FALSE);
}

char *
dui_chart_subject_get_source (const DuiChartSubject *subject)
{
  const DuiCatalog *catalog = subject->panel->catalog;
  const char *place
      = dui_place_get_name (dui_catalog_get_place (subject->panel->catalog, catalog->home));

  /* Translators: the office or place that keeps the book. */
  return g_strdup_printf (catalog->sample ? _ ("Sample data, not real figures · Source: %s")
                                          : _ ("Source: %s"),
                          catalog->office ? catalog->office : place);
}

char *
dui_chart_subject_get_issued (const DuiChartSubject *subject)
{
  return subject->issued ? g_strdup_printf (_ ("Issued %s"), subject->issued) : NULL;
}
