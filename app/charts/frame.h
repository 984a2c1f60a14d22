/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands round the picture of every chart: above the finding and what is shown, below the
 * source and the day of issue (DESIGN §6). Private to charts/. */
#pragma once

#include "charts/subject.h"
#include "plot/text.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;
  char *subtitle;
  char *source;
  char *issued; /* nullable */
} DuiChartFrame;

/* Takes @title. */
void dui_chart_frame_init (DuiChartFrame *self,
                           const DuiChartSubject *subject,
                           const DuiChartWhole *whole,
                           char *title,
                           gboolean provisional);
/* The same with a subtitle of its own; takes both. */
void dui_chart_frame_init_plain (DuiChartFrame *self,
                                 const DuiChartSubject *subject,
                                 char *title,
                                 char *subtitle);
void dui_chart_frame_clear (DuiChartFrame *self);

/* Adds the lines to @layout and returns what is left for the picture. Where height is short the
 * title gives up its second line first, then the foot goes, then the subtitle. */
DuiRect
dui_chart_frame_lay_out (const DuiChartFrame *self, DuiLayout *layout, DuiTextMeasure *measure);

G_END_DECLS
