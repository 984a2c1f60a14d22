/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/frame.h"

/* Round the whole chart, and between its parts, in points. */
#define MARGIN 6
#define SPACE 4

/* Less than these, and the title is set no larger than the labels. */
#define LARGE_WIDTH 300
#define LARGE_HEIGHT 200

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
  dui_chart_frame_init_plain (self, subject, title,
                              dui_chart_subject_get_subtitle (subject, whole, provisional));
}

void
dui_chart_frame_init_plain (DuiChartFrame *self,
                            const DuiChartSubject *subject,
                            char *title,
                            char *subtitle)
{
  self->title = title;
  self->subtitle = subtitle;
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
  double height = dui_layout_get_height (layout);
  gboolean large = dui_layout_get_width (layout) >= LARGE_WIDTH && height >= LARGE_HEIGHT;
  DuiFont font = large ? DUI_FONT_TITLE : DUI_FONT_STRONG;
  g_auto (GStrv) lines = dui_text_wrap_title (measure, self->title, font, rest->width,
                                              height >= TWO_LINE_HEIGHT ? 2 : 1);
  g_autofree char *subtitle
      = dui_text_ellipsize (measure, self->subtitle, DUI_FONT_NOTE, rest->width);
  double top = rest->y;

  for (guint i = 0; lines[i]; i++)
    {
      dui_layout_add_text (layout, DUI_ROLE_TEXT, font, lines[i], rest->x, top, measure);
      top += dui_text_height (measure, font);
    }
  if (subtitle && height >= SUBTITLE_HEIGHT)
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
add_foot_line (DuiLayout *layout,
               DuiTextMeasure *measure,
               const char *text,
               gboolean right,
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
dui_chart_frame_lay_out (const DuiChartFrame *self, DuiLayout *layout, DuiTextMeasure *measure)
{
  DuiRect rest = { MARGIN, MARGIN, dui_layout_get_width (layout) - 2 * MARGIN,
                   dui_layout_get_height (layout) - 2 * MARGIN };

  if (rest.width <= 0 || rest.height < dui_text_height (measure, DUI_FONT_STRONG))
    return (DuiRect){ MARGIN, MARGIN, 0, 0 };
  add_head (self, layout, measure, &rest);
  if (dui_layout_get_height (layout) >= FOOT_HEIGHT)
    add_foot (self, layout, measure, &rest);
  rest.height = MAX (rest.height, 0);
  return rest;
}
