/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/banner.h"

#include "accessible-names.h"

#define ONE_LINE 50

struct _DuiBanner
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkButton *button;
  GtkWidget *close_button;
};

G_DEFINE_FINAL_TYPE (DuiBanner, dui_banner, GTK_TYPE_WIDGET)

static void
close_clicked (DuiBanner *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
dui_banner_dispose (GObject *object)
{
  DuiBanner *self = DUI_BANNER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (dui_banner_parent_class)->dispose (object);
}

static void
dui_banner_class_init (DuiBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_banner_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/duibiao/Duibiao/ui/banner.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiBanner, box);
  gtk_widget_class_bind_template_child (widget_class, DuiBanner, label);
  gtk_widget_class_bind_template_child (widget_class, DuiBanner, button);
  gtk_widget_class_bind_template_child (widget_class, DuiBanner, close_button);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
dui_banner_init (DuiBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dui_banner_set (DuiBanner *self,
                const char *text,
                const char *label,
                const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_label_set_label (self->label, text ? text : "");
  /* One that may wrap makes the whole window be measured many times over. */
  gtk_label_set_wrap (self->label, text && g_utf8_strlen (text, -1) > ONE_LINE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text ? text : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label)
    {
      gtk_button_set_label (self->button, label);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), action);
      dui_accessible_names_complete (GTK_WIDGET (self->button));
    }
}

void
dui_banner_set_closable (DuiBanner *self,
                         gboolean closable)
{
  gtk_widget_set_visible (self->close_button, closable);
}
