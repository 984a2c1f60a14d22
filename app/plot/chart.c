/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/chart.h"

struct _DuiChart
{
  char *title;
  char *description;
  gpointer data;
  GDestroyNotify free_data;
  DuiChartLayoutFunc layout;
  gatomicrefcount references;
};

G_DEFINE_BOXED_TYPE (DuiChart, dui_chart, dui_chart_ref, dui_chart_unref)

DuiChart *
dui_chart_new (const char *title,
               const char *description,
               gpointer data,
               GDestroyNotify free_data,
               DuiChartLayoutFunc layout)
{
  DuiChart *self = g_new0 (DuiChart, 1);

  self->title = g_strdup (title);
  self->description = g_strdup (description);
  self->data = data;
  self->free_data = free_data;
  self->layout = layout;
  g_atomic_ref_count_init (&self->references);
  return self;
}

DuiChart *
dui_chart_ref (DuiChart *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dui_chart_unref (DuiChart *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->free_data)
    self->free_data (self->data);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

const char *
dui_chart_get_title (DuiChart *self)
{
  return self->title;
}

const char *
dui_chart_get_description (DuiChart *self)
{
  return self->description;
}

DuiLayout *
dui_chart_layout (DuiChart *self, double width, double height, DuiTextMeasure *measure)
{
  return self->layout (self->data, width, height, measure);
}
