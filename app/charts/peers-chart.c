/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place between the one above and the one below (PRACTICE §4 "Peers"): above, all on one axis with
 * both gaps as lengths; below, for each period a bar up for the gap to the one ahead and a bar down
 * for the lead over the one behind. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/frame.h"
#include "charts/peers-data.h"
#include "charts/peers-words.h"
#include "plot/scale.h"

#define EDGE 6       /* beside the outermost dots */
#define SPACE 4
#define DOT 5
#define OUR_DOT 9
#define DOTS_HEIGHT 16
#define DOT_APART 3  /* dots nearer than this are one mark */
#define COLUMN_MIN 12
#define COLUMN_MAX 64
#define BAR_SHARE 0.55
#define BARS_MIN 24  /* less room for bars is none */
#define WIDTH_MIN 60
#define TICKS 5

typedef struct
{
  DuiChartFrame frame;
  DuiPeersData *data;
} PeersChart;

typedef struct
{
  const DuiPeersData *data;
  DuiLayout *layout;
  DuiTextMeasure *measure;
  double line; /* height of small text */
  DuiRect rest;
} Picture;

static void
peers_chart_free (gpointer pointer)
{
  PeersChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  dui_peers_data_free (self->data);
  g_free (self);
}

static double
take (Picture *self, double height)
{
  double y = self->rest.y;

  self->rest.y += height;
  self->rest.height -= height;
  return y;
}

static double
text_width (const Picture *self, const char *text)
{
  return dui_text_width (self->measure, text, DUI_FONT_SMALL);
}

/* As much of @text as fits between @start and @end. */
static void
add_text (Picture *self, DuiRole role, const char *text, double start, double end, double y)
{
  g_autofree char *fitting
      = dui_text_ellipsize_name (self->measure, text, DUI_FONT_SMALL, end - start);

  if (fitting)
    dui_layout_add_text (self->layout, role, DUI_FONT_SMALL, fitting, start, y, self->measure);
}

/* All of @text in the middle of the column, or nothing. */
static void
add_centred (Picture *self, const char *text, double start, double end, double y)
{
  double width = text ? text_width (self, text) : 0;

  if (width > 0 && width <= end - start - 1)
    dui_layout_add_text (self->layout, DUI_ROLE_TEXT, DUI_FONT_SMALL, text,
                         (start + end - width) / 2, y, self->measure);
}

static DuiScale
make_scale (const Picture *self)
{
  const GArray *dots = self->data->dots;
  double low = g_array_index (dots, DuiPeersDot, 0).value;
  double high = g_array_index (dots, DuiPeersDot, dots->len - 1).value;

  return dui_scale_linear (fmin (low, self->data->whole), fmax (high, self->data->whole),
                           self->rest.x + EDGE, self->rest.x + self->rest.width - EDGE);
}

static void
add_whole (Picture *self, const DuiScale *scale, double y)
{
  double x = scale->map (scale, self->data->whole);
  double width = text_width (self, self->data->whole_label);
  double end = self->rest.x + self->rest.width;

  dui_layout_add_symbol (self->layout, DUI_ROLE_TARGET, DUI_SYMBOL_TICK, x, y + DOTS_HEIGHT / 2.0,
                         DOTS_HEIGHT);
  if (width <= self->rest.width)
    dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, self->data->whole_label,
                         CLAMP (x - width / 2, self->rest.x, end - width), y - self->line,
                         self->measure);
}

static void
add_ticks (Picture *self, const DuiScale *scale, double y)
{
  DuiTicks ticks = scale->ticks (scale, TICKS);
  double free_from = self->rest.x;

  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *label = dui_ticks_get_label (&ticks, i);
      double x = scale->map (scale, dui_ticks_get_value (&ticks, i));
      double width = text_width (self, label);
      double start = x - width / 2;

      if (start < free_from || start + width > self->rest.x + self->rest.width)
        continue;
      dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label, start, y,
                           self->measure);
      free_from = start + width + SPACE;
    }
}

/* Dots that can't be told apart are one mark with all their names. */
static void
add_dot_marks (Picture *self, const DuiScale *scale, double y)
{
  const GArray *dots = self->data->dots;
  double end = self->rest.x + self->rest.width, start = self->rest.x;

  for (guint i = 0, next; i < dots->len; i = next)
    {
      const DuiPeersDot *dot = &g_array_index (dots, DuiPeersDot, i);
      GString *name = g_string_new (dot->mark);
      double x = scale->map (scale, dot->value), until = end;

      for (next = i + 1; next < dots->len; next++)
        {
          const DuiPeersDot *other = &g_array_index (dots, DuiPeersDot, next);
          double at = scale->map (scale, other->value);

          if (at - x >= DOT_APART)
            {
              until = (x + at) / 2;
              break;
            }
          x = at;
          g_string_append_printf (name, "%s%s", _ ("; "), other->mark);
        }
      dui_layout_add_mark (self->layout, (DuiRect){ start, y, until - start, DOTS_HEIGHT },
                           dot->place, g_string_free (name, FALSE));
      start = until;
    }
}

static void
add_dots (Picture *self, const DuiScale *scale, double y)
{
  const GArray *dots = self->data->dots;
  double middle = y + DOTS_HEIGHT / 2.0;

  dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, self->rest.x, middle,
                          self->rest.x + self->rest.width, middle);
  for (guint i = 0; i < dots->len; i++)
    {
      const DuiPeersDot *dot = &g_array_index (dots, DuiPeersDot, i);

      dui_layout_add_symbol (self->layout, dot->ours ? DUI_ROLE_DOT : DUI_ROLE_HOLLOW,
                             DUI_SYMBOL_DOT, scale->map (scale, dot->value), middle,
                             dot->ours ? OUR_DOT : DOT);
    }
  add_dot_marks (self, scale, y);
}

/* The bar, and its label on the side where there is more room. */
static void
add_span (Picture *self, const DuiScale *scale, const DuiPeersSpan *span, double y)
{
  double from = scale->map (scale, span->from), to = scale->map (scale, span->to);
  double left = MIN (from, to), right = MAX (from, to);
  double end = self->rest.x + self->rest.width;
  double width = text_width (self, span->label);
  DuiRect bar = { left, y + self->line / 4, MAX (right - left, 1), self->line / 2 };

  dui_layout_add_rect (self->layout, span->role, bar);
  if (end - right >= left - self->rest.x || width + SPACE <= end - right)
    add_text (self, DUI_ROLE_TEXT, span->label, left + bar.width + SPACE, end, y);
  else
    add_text (self, DUI_ROLE_TEXT, span->label, MAX (left - SPACE - width, self->rest.x),
              left - SPACE, y);
}

static void
add_axis (Picture *self)
{
  DuiScale scale = make_scale (self);
  const GArray *spans = self->data->spans;
  double y;

  if (isfinite (self->data->whole))
    {
      take (self, self->line);
      add_whole (self, &scale, self->rest.y);
    }
  add_dots (self, &scale, take (self, DOTS_HEIGHT));
  y = take (self, self->line + SPACE);
  add_ticks (self, &scale, y);
  for (guint i = 0; i < spans->len; i++)
    add_span (self, &scale, &g_array_index (spans, DuiPeersSpan, i),
              take (self, self->line + 2));
  take (self, SPACE);
}

static double
axis_height (const Picture *self)
{
  guint lines = 1 + self->data->spans->len + (isfinite (self->data->whole) ? 1 : 0);

  return DOTS_HEIGHT + lines * (self->line + 2) + 2 * SPACE;
}

/* The panel of periods: those shown, and where its rows are. */
typedef struct
{
  const DuiPeersBar *bars;
  guint n;
  double x, column;
  double above_y, zero, below_y, names_below_y, months_y;
  double unit; /* points of height in one of a gap */
} Panel;

static gboolean
is_same_name (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* A name where it begins, as far as it goes on. */
static void
add_names (Picture *self, const Panel *panel, gboolean above, double y)
{
  for (guint i = 0, next; i < panel->n; i = next)
    {
      const char *name = above ? panel->bars[i].above : panel->bars[i].below;

      for (next = i + 1; next < panel->n; next++)
        if (!is_same_name (name, above ? panel->bars[next].above : panel->bars[next].below))
          break;
      if (name)
        add_text (self, DUI_ROLE_TEXT_QUIET, name, panel->x + i * panel->column,
                  panel->x + next * panel->column - SPACE, y);
    }
}

static void
add_bar (Picture *self, const Panel *panel, guint index)
{
  const DuiPeersBar *bar = &panel->bars[index];
  double start = panel->x + index * panel->column, end = start + panel->column;
  double width = panel->column * BAR_SHARE, x = (start + end - width) / 2;
  g_autofree char *month = g_strdup_printf (C_ ("month", "%d"), dui_period_month (bar->period));

  if (isfinite (bar->lead))
    {
      double height = bar->lead * panel->unit;

      dui_layout_add_rect (self->layout, DUI_ROLE_SHORT,
                           (DuiRect){ x, panel->zero - height, width, height });
      add_centred (self, bar->lead_text, start, end, panel->zero - height - self->line - 1);
    }
  if (isfinite (bar->chase))
    {
      double height = bar->chase * panel->unit;

      dui_layout_add_rect (self->layout, DUI_ROLE_AHEAD,
                           (DuiRect){ x, panel->zero, width, height });
      add_centred (self, bar->chase_text, start, end, panel->zero + height + 1);
    }
  add_centred (self, month, start, end, panel->months_y);
  dui_layout_add_mark (self->layout,
                       (DuiRect){ start, panel->above_y, panel->column,
                                  panel->months_y + self->line - panel->above_y },
                       bar->period, g_strdup (bar->mark));
}

static void
find_largest (const Panel *panel, double *lead, double *chase)
{
  *lead = *chase = 0;
  for (guint i = 0; i < panel->n; i++)
    {
      *lead = fmax (*lead, panel->bars[i].lead);
      *chase = fmax (*chase, panel->bars[i].chase);
    }
}

/* FALSE when there is no room. */
static gboolean
place_panel (Picture *self, Panel *panel)
{
  const GArray *bars = self->data->bars;
  gboolean names = self->rest.height >= 6 * self->line + 2 * BARS_MIN;
  double rows = (names ? 6 : 4) * self->line + 4;
  double room = self->rest.height - rows, lead, chase;
  double top;

  panel->n = MIN (bars->len, (guint) (self->rest.width / COLUMN_MIN));
  if (panel->n == 0 || room < BARS_MIN)
    return FALSE;
  panel->bars = &g_array_index (bars, DuiPeersBar, bars->len - panel->n);
  panel->x = self->rest.x;
  panel->column = MIN (self->rest.width / panel->n, COLUMN_MAX);
  find_largest (panel, &lead, &chase);
  panel->unit = lead + chase > 0 ? room / (lead + chase) : 0;
  top = take (self, self->line);
  add_text (self, DUI_ROLE_TEXT_QUIET,
            self->data->in_points ? _ ("Gap to the one ahead (up) and behind (down), points")
                                  : _ ("Gap to the one ahead (up) and behind (down), in percent of ours"),
            self->rest.x, self->rest.x + self->rest.width, top);
  panel->above_y = take (self, names ? self->line : 0);
  panel->zero = panel->above_y + (names ? self->line : 0) + self->line + 1 + lead * panel->unit;
  panel->names_below_y = panel->zero + chase * panel->unit + self->line + 2;
  panel->months_y = panel->names_below_y + (names ? self->line : 0);
  if (names)
    {
      add_names (self, panel, TRUE, panel->above_y);
      add_names (self, panel, FALSE, panel->names_below_y);
    }
  return TRUE;
}

static void
add_panel (Picture *self)
{
  Panel panel = { NULL };

  if (!place_panel (self, &panel))
    return;
  for (guint i = 0; i < panel.n; i++)
    add_bar (self, &panel, i);
  dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, panel.x, panel.zero,
                          panel.x + panel.n * panel.column, panel.zero);
}

static DuiLayout *
peers_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const PeersChart *self = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  Picture picture = { self->data, layout, measure, dui_text_height (measure, DUI_FONT_SMALL) };

  picture.rest = dui_chart_frame_lay_out (&self->frame, layout, measure);
  if (self->data->dots->len == 0 || picture.rest.width < WIDTH_MIN
      || picture.rest.height < axis_height (&picture))
    return layout;
  add_axis (&picture);
  add_panel (&picture);
  return layout;
}

static char *
make_subtitle (const DuiChartSubject *subject, const DuiPeers *peers)
{
  static const char *const by[]
      = { N_ ("by growth"), N_ ("by completion"), N_ ("by total"), N_ ("by month") };
  const DuiPanel *panel = subject->panel;
  g_autofree char *period = dui_period_to_label (subject->period);
  GString *line = g_string_new (
      dui_place_get_name (dui_catalog_get_place (panel->catalog, subject->place)));

  g_string_append_printf (line, " · %s · %s · %s",
                          dui_indicator_get_display_name (panel->indicator), period,
                          _ (by[subject->by]));
  if (peers && !dui_peers_is_in_points (peers))
    g_string_append_printf (line, " · %s", dui_chart_subject_get_measure (subject, FALSE));
  if (peers && peers->standing->provisional)
    g_string_append_printf (line, " · %s", _ ("provisional"));
  return g_string_free (line, FALSE);
}

DuiChart *
dui_peers_chart_new (const DuiChartSubject *subject)
{
  g_autoptr (DuiPeers) peers
      = dui_peers_compute (subject->panel, subject->place, subject->period, subject->by,
                           subject->tier);
  g_autofree char *description = NULL;
  PeersChart *self = g_new0 (PeersChart, 1);

  self->data = dui_peers_data_new (peers);
  dui_chart_frame_init_plain (&self->frame, subject,
                              peers ? dui_peers_title (peers)
                                    : g_strdup (_ ("No figures of the peers")),
                              make_subtitle (subject, peers));
  description = g_strdup_printf (
      ngettext ("%1$s. %2$s. %3$u place on one axis, then the gaps of the last periods.",
                "%1$s. %2$s. %3$u places on one axis, then the gaps of the last periods.",
                self->data->dots->len),
      self->frame.title, self->frame.subtitle, self->data->dots->len);
  return dui_chart_new (self->frame.title, description, self, peers_chart_free,
                        peers_chart_layout);
}
