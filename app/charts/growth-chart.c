/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where it grew and where it fell: the growth of every place in the last periods, darker the higher,
 * framed where it is below zero. Shades tell the height alone: growth is never coloured by its sign
 * (PRACTICE §3). */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/standing.h"
#include "charts/frame.h"
#include "charts/matrix.h"
#include "model/format.h"

#define N_SHADES 4

typedef struct
{
  DuiChartFrame frame;
  DuiMatrix *matrix;
} GrowthChart;

typedef struct
{
  const DuiChartSubject *subject;
  const DuiStanding *standing;
  DuiMatrix *matrix;
  DuiRatio *growths; /* of the row that is made, one for each period */
  double step;       /* growth in percent from one shade to the next */
} Maker;

static void
growth_chart_free (gpointer pointer)
{
  GrowthChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  dui_matrix_free (self->matrix);
  g_free (self);
}

static DuiLayout *
growth_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const GrowthChart *self = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  DuiRect rect = dui_chart_frame_lay_out (&self->frame, layout, measure);

  dui_matrix_lay_out (self->matrix, layout, &rect, measure);
  return layout;
}

/* Sets @growth, in percent; FALSE where nothing was reported. */
static gboolean
find_growth (const Maker *maker, guint place, DuiPeriod period, DuiRatio *growth)
{
  DuiProgress progress;

  dui_progress_compute (maker->subject->panel, place, period, &progress);
  *growth = DUI_RATIO_MISSING;
  if (!dui_progress_is_reported (&progress, maker->subject->panel->indicator))
    return FALSE;
  *growth = dui_ratio_scale (progress.growth, 100, 1);
  return TRUE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* One digit, so that nine in ten of the growths above zero are within the shades. */
static double
find_step (GArray *positive)
{
  double step, power;

  if (positive->len == 0)
    return 1;
  g_array_sort (positive, compare_doubles);
  step = g_array_index (positive, double, (positive->len - 1) * 9 / 10) / (N_SHADES + 0.5);
  power = pow (10, floor (log10 (step)));
  return MAX (round (step / power), 1) * power;
}

static void
find_scale (Maker *maker)
{
  const GArray *rows = maker->standing->rows;
  g_autoptr (GArray) positive = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < maker->matrix->periods->len; k++)
      {
        DuiRatio growth;
        double height;

        find_growth (maker, g_array_index (rows, DuiStandingRow, i).place,
                     g_array_index (maker->matrix->periods, DuiPeriod, k), &growth);
        height = dui_ratio_to_double (growth);
        if (height > 0)
          g_array_append_val (positive, height);
      }
  maker->step = find_step (positive);
}

static DuiMatrixCell
make_cell (const Maker *maker, gboolean reported, DuiRatio growth)
{
  static const DuiRole shades[N_SHADES]
      = { DUI_ROLE_SHADE_1, DUI_ROLE_SHADE_2, DUI_ROLE_SHADE_3, DUI_ROLE_SHADE_4 };
  DuiMatrixCell cell = { NULL, DUI_ROLE_TEXT };
  int shade;

  if (!reported)
    return (DuiMatrixCell){ g_strdup (C_ ("rank", "n/r")), DUI_ROLE_TEXT, DUI_ROLE_MISSING, TRUE };
  if (dui_ratio_is_missing (growth))
    return (DuiMatrixCell){ g_strdup ("—"), DUI_ROLE_TEXT_QUIET };
  cell.text = dui_format_number (growth, 1);
  shade = (int) MIN (floor (dui_ratio_to_double (growth) / maker->step), N_SHADES);
  if (dui_format_sign (growth, 1) < 0)
    {
      cell.has_rect = TRUE;
      cell.rect_role = DUI_ROLE_BOX;
    }
  else if (shade > 0)
    {
      cell.has_rect = TRUE;
      cell.rect_role = shades[shade - 1];
      if (shade == N_SHADES)
        cell.text_role = DUI_ROLE_TEXT_ON_BLOCK;
    }
  return cell;
}

static char *
describe_row (const char *name, DuiRatio growth)
{
  g_autofree char *number = NULL;

  if (dui_ratio_is_missing (growth))
    return g_strdup_printf (_ ("%s: no growth"), name);
  number = dui_format_number (growth, 1);
  /* Translators: 1 place, 2 a number. */
  return g_strdup_printf (_ ("%1$s: growth %2$s%%"), name, number);
}

static void
add_row (Maker *maker, guint place, const char *name)
{
  const GArray *periods = maker->matrix->periods;
  DuiMatrixRow row = { .place = place, .name = g_strdup (name), .n_cells = periods->len };
  DuiRatio growth = DUI_RATIO_MISSING;

  row.cells = g_new (DuiMatrixCell, periods->len);
  for (guint i = 0; i < periods->len; i++)
    {
      gboolean reported
          = find_growth (maker, place, g_array_index (periods, DuiPeriod, i), &growth);

      row.cells[i] = make_cell (maker, reported, growth);
    }
  row.mark = describe_row (name, growth);
  row.stays = dui_ratio_is_missing (growth) || dui_format_sign (growth, 1) < 0;
  g_array_append_val (maker->matrix->rows, row);
}

static void
add_rows (Maker *maker, const DuiChartWhole *whole)
{
  const DuiStanding *standing = maker->standing;
  const GArray *apart[] = { standing->untargeted, standing->unreported };
  DuiCatalog *catalog = maker->subject->panel->catalog;

  if (whole->progress && !whole->total)
    add_row (maker, maker->subject->place, whole->label);
  maker->matrix->n_first = maker->matrix->rows->len;
  for (guint i = 0; i < standing->rows->len; i++)
    {
      guint place = g_array_index (standing->rows, DuiStandingRow, i).place;

      add_row (maker, place, dui_place_get_name (dui_catalog_get_place (catalog, place)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    for (guint k = 0; k < apart[i]->len; k++)
      {
        guint place = g_array_index (apart[i], guint, k);

        add_row (maker, place, dui_place_get_name (dui_catalog_get_place (catalog, place)));
      }
}

/* 全县增长7.7% */
static char *
whole_clause (const DuiChartWhole *whole)
{
  static const char *const texts[]
      = { N_ ("%1$s down %2$s%"), N_ ("%1$s unchanged"), N_ ("%1$s up %2$s%") };
  g_autofree char *number = NULL;
  DuiRatio growth;

  if (!whole->progress || dui_ratio_is_missing (whole->progress->growth))
    return NULL;
  growth = dui_ratio_scale (whole->progress->growth, 100, 1);
  number = dui_format_magnitude (growth, 1);
  return dui_chart_fill (_ (texts[dui_format_sign (growth, 1) + 1]), whole->label, number, NULL);
}

static char *
places_clause (const DuiChartSubject *subject, const DuiStanding *standing)
{
  guint n = standing->rows->len, n_down = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < n; i++)
    n_down += dui_format_sign (dui_ratio_scale (
                                   g_array_index (standing->rows, DuiStandingRow, i).value, 100, 1),
                               1)
              < 0;
  if (n == 0)
    return NULL;
  count = dui_chart_subject_count_members (subject, n_down > 0 ? n_down : n);
  if (n_down > 0 && n_down < n)
    /* Translators: "3 townships". */
    return g_strdup_printf (_ ("%s down"), count);
  return g_strdup_printf (n_down > 0 ? _ ("all %s down") : _ ("none of %s down"), count);
}

static char *
make_title (const DuiChartSubject *subject,
            const DuiChartWhole *whole,
            const DuiStanding *standing)
{
  g_autofree char *first = whole_clause (whole);
  g_autofree char *second = places_clause (subject, standing);

  if (first && second)
    return g_strdup_printf (C_ ("two findings", "%1$s; %2$s"), first, second);
  if (first || second)
    return g_strdup (first ? first : second);
  return standing->untargeted->len > 0
             ? g_strdup (_ ("No growth can be computed"))
             : dui_chart_subject_get_nothing_title (subject, FALSE);
}

static char *
make_subtitle (const DuiChartSubject *subject, double step)
{
  const DuiPanel *panel = subject->panel;
  g_autofree char *period = dui_period_to_label (subject->period);

  /* Translators: 1 place, 2 indicator, 3 period, 4 a number of percentage points. */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s · growth %%, shades of %4$g points"),
                          dui_place_get_name (dui_catalog_get_place (panel->catalog, subject->place)),
                          dui_indicator_get_display_name (panel->indicator), period, step);
}

DuiChart *
dui_growth_chart_new (const DuiChartSubject *subject)
{
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      subject->panel, subject->place, subject->period, DUI_RANK_BY_GROWTH, subject->tier, 0);
  g_autoptr (DuiHistory) history
      = dui_history_new (subject->panel, subject->place, DUI_RANK_BY_GROWTH, subject->tier, 0,
                         DUI_STREAK_BY_CUMULATIVE);
  g_auto (DuiChartWhole) whole = { NULL };
  g_autofree char *description = NULL;
  GrowthChart *self = g_new0 (GrowthChart, 1);
  Maker maker = { subject, standing };

  dui_chart_whole_init (&whole, subject, subject->period);
  maker.matrix = self->matrix = dui_matrix_new ();
  dui_matrix_set_periods (self->matrix, history, subject->period);
  find_scale (&maker);
  add_rows (&maker, &whole);
  dui_chart_frame_init_plain (&self->frame, subject, make_title (subject, &whole, standing),
                              make_subtitle (subject, maker.step));
  description = g_strdup_printf (
      ngettext ("%1$s. %2$s. The growth of %3$u place over the last periods.",
                "%1$s. %2$s. The growth of %3$u places over the last periods.",
                self->matrix->rows->len),
      self->frame.title, self->frame.subtitle, self->matrix->rows->len);
  return dui_chart_new (self->frame.title, description, self, growth_chart_free,
                        growth_chart_layout);
}
