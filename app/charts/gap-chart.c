/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is how far: two aligned panels, completion against one pace line and the gap in money
 * (PRACTICE §4 "Gap"). Rows that do not fit at the smallest text, also not in further columns, are
 * left out from the end, where the best placed and the unreported are, and counted in a last line.
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/frame.h"
#include "charts/gap-panels.h"
#include "charts/rows.h"

/* The least width of one of several columns of rows, and what parts them, in points. */
#define COLUMN_WIDTH 320
#define COLUMN_SPACE 16

#define PITCH_MAX 24
/* Between two lines of text. */
#define LEADING 0.8
#define RULE_SPACE 4

/* The second line of heads and the tick labels are given up below these heights of the picture. */
#define HEADS_HEIGHT 110
#define AXIS_HEIGHT 150

typedef struct
{
  DuiChartFrame frame;
  DuiGapData *data;
} GapChart;

/* How the rows are spread over the picture. */
typedef struct
{
  GArray *slots;
  char *rest; /* the text of the last slot, where some are left out */
  guint n_columns;
  guint per_column;
  DuiGapMetrics metrics;
} Plan;

static void
gap_chart_free (gpointer pointer)
{
  GapChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  dui_gap_data_free (self->data);
  g_free (self);
}

static void
add_slots (GArray *slots, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DuiGapSlot slot
          = { .row = &g_array_index (rows, DuiGapRow, i), .rule = i == 0 && slots->len > 0 };

      g_array_append_val (slots, slot);
    }
}

static GArray *
make_slots (const DuiGapData *data)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (DuiGapSlot));

  if (data->whole)
    {
      const DuiGapSlot slot = { .row = data->whole };
      g_array_append_val (slots, slot);
    }
  add_slots (slots, data->rows);
  add_slots (slots, data->absent);
  return slots;
}

/* Keeps @room slots: what is left out is counted in the last of them. */
static void
leave_out (Plan *plan, guint room)
{
  guint kept = MAX (room, 1) - 1;
  guint n_rest = plan->slots->len - kept;
  guint n_absent = 0;
  DuiGapSlot last = { 0 };

  for (guint i = kept; i < plan->slots->len; i++)
    n_absent += g_array_index (plan->slots, DuiGapSlot, i).row->absent != NULL;
  plan->rest
      = n_absent > 0
            ? g_strdup_printf (_ ("… %1$u more do not fit here, %2$u of them without a figure "
                                  "or target"),
                               n_rest, n_absent)
            : g_strdup_printf (
                ngettext ("… %u more does not fit here", "… %u more do not fit here", n_rest),
                n_rest);
  last.text = plan->rest;
  g_array_set_size (plan->slots, kept);
  g_array_append_val (plan->slots, last);
}

static void
plan_init (Plan *plan, const DuiGapData *data, const DuiRect *rect, DuiTextMeasure *measure)
{
  double line = dui_text_height (measure, DUI_FONT_SMALL);
  DuiGapMetrics *metrics = &plan->metrics;
  guint max_columns = (guint) MAX ((rect->width + COLUMN_SPACE) / (COLUMN_WIDTH + COLUMN_SPACE), 1);
  double body;
  guint room;

  plan->slots = make_slots (data);
  plan->rest = NULL;
  metrics->two_heads = data->pace_text && rect->height >= HEADS_HEIGHT;
  metrics->heads = (metrics->two_heads ? 2 : 1) * line + 2;
  metrics->axis = rect->height >= AXIS_HEIGHT ? line + 4 : 0;
  metrics->rule = RULE_SPACE;
  body = rect->height - metrics->heads - metrics->axis - 2 * RULE_SPACE;
  room = (guint) MAX (body / (line + LEADING), 0);
  plan->n_columns = CLAMP ((plan->slots->len + room - 1) / MAX (room, 1), 1, max_columns);
  if (plan->slots->len > room * plan->n_columns)
    leave_out (plan, room * plan->n_columns);
  plan->per_column = (plan->slots->len + plan->n_columns - 1) / plan->n_columns;
  metrics->pitch = MIN (body / MAX (plan->per_column, 1), PITCH_MAX);
  metrics->font = dui_chart_rows_choose_font (measure, metrics->pitch, LEADING);
}

static void
plan_clear (Plan *plan)
{
  g_array_unref (plan->slots);
  g_free (plan->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static DuiLayout *
gap_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const GapChart *self = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  DuiRect rect = dui_chart_frame_lay_out (&self->frame, layout, measure);
  g_auto (Plan) plan = { NULL };
  DuiGapPanels panels;
  double column;

  plan_init (&plan, self->data, &rect, measure);
  if (plan.slots->len == 0 || plan.metrics.pitch < dui_text_height (measure, DUI_FONT_SMALL))
    return layout;
  column = (rect.width - (plan.n_columns - 1) * COLUMN_SPACE) / plan.n_columns;
  dui_gap_panels_init (&panels, self->data, plan.slots, column, &plan.metrics, measure);
  for (guint i = 0; i * plan.per_column < plan.slots->len; i++)
    dui_gap_panels_add (&panels, layout, rect.x + i * (column + COLUMN_SPACE), rect.y,
                        &g_array_index (plan.slots, DuiGapSlot, i * plan.per_column),
                        MIN (plan.per_column, plan.slots->len - i * plan.per_column));
  return layout;
}

/* The finding, what is shown, and how many rows there are to go through. */
static char *
describe (const GapChart *self)
{
  guint n = self->data->rows->len;

  return g_strdup_printf (
      ngettext ("%1$s. %2$s. A bar for %3$u place.",
                "%1$s. %2$s. Bars for %3$u places, the one farthest behind first.", n),
      self->frame.title, self->frame.subtitle, n);
}

DuiChart *
dui_gap_chart_new (const DuiChartSubject *subject)
{
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      subject->panel, subject->place, subject->period, DUI_RANK_BY_PROGRESS, subject->tier, 0);
  g_auto (DuiChartWhole) whole = { NULL };
  g_autofree char *description = NULL;
  GapChart *self = g_new0 (GapChart, 1);

  dui_chart_whole_init (&whole, subject, subject->period);
  self->data = dui_gap_data_new (subject, &whole, standing);
  dui_chart_frame_init (&self->frame, subject, &whole, dui_gap_title (subject, &whole, standing),
                        standing->provisional);
  description = describe (self);
  return dui_chart_new (self->frame.title, description, self, gap_chart_free, gap_chart_layout);
}
