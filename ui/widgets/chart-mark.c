/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-mark.h"

struct _DuiChartMark
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DuiChartMark, dui_chart_mark, GTK_TYPE_WIDGET)

static void
dui_chart_mark_class_init (DuiChartMarkClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mark");
}

static void
dui_chart_mark_init (DuiChartMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dui_chart_mark_new (void)
{
  return g_object_new (DUI_TYPE_CHART_MARK, NULL);
}

void
dui_chart_mark_set_name (DuiChartMark *self,
                         const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
