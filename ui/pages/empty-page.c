/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/empty-page.h"

struct _DuiEmptyPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (DuiEmptyPage, dui_empty_page, GTK_TYPE_WIDGET)

static void
dui_empty_page_dispose (GObject *object)
{
  g_clear_pointer (&DUI_EMPTY_PAGE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (dui_empty_page_parent_class)->dispose (object);
}

static void
dui_empty_page_class_init (DuiEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_empty_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiEmptyPage, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_empty_page_init (DuiEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dui_empty_page_new (void)
{
  return g_object_new (DUI_TYPE_EMPTY_PAGE, NULL);
}
