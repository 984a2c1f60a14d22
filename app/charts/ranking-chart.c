/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was where in the last periods: a matrix of ranks, the bottom set black, what follows one
 * another in it joined (PRACTICE §4 "Ranking"; crossing lines of 17 places can't be read). */
#include <glib/gi18n-lib.h>

#include "analysis/streak.h"
#include "charts/frame.h"
#include "charts/ranking-data.h"

typedef struct
{
  DuiChartFrame frame;
  DuiMatrix *matrix;
} RankingChart;

static void
ranking_chart_free (gpointer pointer)
{
  RankingChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  dui_matrix_free (self->matrix);
  g_free (self);
}

static DuiLayout *
ranking_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const RankingChart *self = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  DuiRect rect = dui_chart_frame_lay_out (&self->frame, layout, measure);

  dui_matrix_lay_out (self->matrix, layout, &rect, measure);
  return layout;
}

static char *
make_subtitle (const DuiChartSubject *subject, const DuiStanding *standing)
{
  static const char *const by[]
      = { N_ ("ranked by growth"), N_ ("ranked by pace difference"), N_ ("ranked by completed"),
          N_ ("ranked by month") };
  const DuiPanel *panel = subject->panel;
  g_autofree char *period = dui_period_to_label (subject->period);
  GString *line = g_string_new (
      dui_place_get_name (dui_catalog_get_place (panel->catalog, subject->place)));

  g_string_append_printf (line, " · %s · %s · %s",
                          dui_indicator_get_display_name (panel->indicator), period,
                          _ (by[standing->by]));
  if (standing->by >= DUI_RANK_BY_COMPLETED)
    g_string_append_printf (line, " · %s", dui_chart_subject_get_measure (subject, FALSE));
  if (standing->provisional)
    g_string_append_printf (line, " · %s", _ ("provisional"));
  return g_string_free (line, FALSE);
}

DuiChart *
dui_ranking_chart_new (const DuiChartSubject *subject)
{
  static const char *const value_titles[]
      = { NC_ ("column", "Growth"), NC_ ("column", "Pace difference"),
          NC_ ("column", "Completed"), NC_ ("column", "Month") };
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      subject->panel, subject->place, subject->period, subject->by, subject->tier, 0);
  g_autoptr (GPtrArray) streaks
      = dui_streaks_compute (subject->panel, subject->place, subject->period);
  g_autofree char *description = NULL;
  RankingChart *self = g_new0 (RankingChart, 1);

  self->matrix = dui_ranking_matrix_new (subject, standing, streaks);
  self->matrix->value_title
      = g_dpgettext2 (GETTEXT_PACKAGE, "column", value_titles[subject->by]);
  dui_chart_frame_init_plain (&self->frame, subject,
                              dui_ranking_title (subject, standing, streaks),
                              make_subtitle (subject, standing));
  description = g_strdup_printf (
      ngettext ("%1$s. %2$s. The ranks of %3$u place over the last periods.",
                "%1$s. %2$s. The ranks of %3$u places over the last periods.",
                self->matrix->rows->len),
      self->frame.title, self->frame.subtitle, self->matrix->rows->len);
  return dui_chart_new (self->frame.title, description, self, ranking_chart_free,
                        ranking_chart_layout);
}
