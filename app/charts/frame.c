/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/frame.h"

/* Round the whole chart, and between its parts, in points. */
#define MARGIN 6
#define SPACE 4

/* Below these heights a part does not pay for its room. */
#define TWO_LINE_HEIGHT 170
#define FOOT_HEIGHT 120
#define SUBTITLE_HEIGHT 90

void
dui_chart_frame_init (DuiChartFrame *self,
                      const DuiChartSubject *subject,
                      const DuiChartWhole *whole,
                      char *title,
                      gboolean provisional)
{
  self->title = title;
  self->subtitle = dui_chart_subject_get_subtitle (subject, whole, provisional);
  self->source = dui_chart_subject_get_source (subject);
  self->issued = dui_chart_subject_get_issued (subject);
}

void
dui_chart_frame_clear (DuiChartFrame *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->issued);
}

static void
add_head (const DuiChartFrame *self, DuiLayout *layout, DuiTextMeasure *measure, DuiRect *rest)
{
  guint max_lines = dui_layout_get_height (layout) >= TWO_LINE_HEIGHT ? 2 : 1;
  g_auto (GStrv) lines
      = dui_text_wrap_title (measure, self->title, DUI_FONT_TITLE, rest->width, max_lines);
  g_autofree char *subtitle
      = dui_text_ellipsize (measure, self->subtitle, DUI_FONT_NOTE, rest->width);
  double top = rest->y;

  for (guint i = 0; lines[i]; i++)
    {
      dui_layout_add_text (layout, DUI_ROLE_TEXT, DUI_FONT_TITLE, lines[i], rest->x, top, measure);
      top += dui_text_height (measure, DUI_FONT_TITLE);
    }
  if (subtitle && dui_layout_get_height (layout) >= SUBTITLE_HEIGHT)
    {
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_NOTE, subtitle, rest->x, top + 1,
                           measure);
      top += 1 + dui_text_height (measure, DUI_FONT_NOTE);
    }
  top += SPACE;
  rest->height -= top - rest->y;
  rest->y = top;
}

static void
add_foot_line (DuiLayout *layout, DuiTextMeasure *measure, const char *text, gboolean right,
               DuiRect *rest)
{
  g_autofree char *fitting = dui_text_ellipsize (measure, text, DUI_FONT_SMALL, rest->width);
  double y = rest->y + rest->height - dui_text_height (measure, DUI_FONT_SMALL);
  double x = rest->x;

  if (!fitting)
    return;
  if (right)
    x += rest->width - dui_text_width (measure, fitting, DUI_FONT_SMALL);
  dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, fitting, x, y, measure);
}

/* One line, or two where source and day do not fit beside each other. */
static void
add_foot (const DuiChartFrame *self, DuiLayout *layout, DuiTextMeasure *measure, DuiRect *rest)
{
  double line = dui_text_height (measure, DUI_FONT_SMALL);
  double width = dui_text_width (measure, self->source, DUI_FONT_SMALL);

  if (self->issued)
    {
      width += 2 * SPACE + dui_text_width (measure, self->issued, DUI_FONT_SMALL);
      add_foot_line (layout, measure, self->issued, TRUE, rest);
      if (width > rest->width)
        rest->height -= line;
    }
  add_foot_line (layout, measure, self->source, FALSE, rest);
  rest->height -= line + SPACE;
}

DuiRect
dui_chart_frame_lay_out (const DuiChartFrame *self,
                         DuiLayout *layout,
                         DuiTextMeasure *measure)
{
  DuiRect rest = { MARGIN, MARGIN, dui_layout_get_width (layout) - 2 * MARGIN,
                   dui_layout_get_height (layout) - 2 * MARGIN };

  if (rest.width <= 0 || rest.height < dui_text_height (measure, DUI_FONT_TITLE))
    return (DuiRect){ MARGIN, MARGIN, 0, 0 };
  add_head (self, layout, measure, &rest);
  if (dui_layout_get_height (layout) >= FOOT_HEIGHT)
    add_foot (self, layout, measure, &rest);
  rest.height = MAX (rest.height, 0);
  return rest;
}
