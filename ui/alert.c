/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "alert.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"

struct _DuiAlert
{
  GtkWindow parent_instance;

  GtkLabel *heading_label;
  GtkLabel *body_label;
  GtkButton *cancel_button;
  GtkButton *accept_button;

  DuiAlertFunc accepted;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (DuiAlert, dui_alert, GTK_TYPE_WINDOW)

static void
accept_clicked (DuiAlert *self)
{
  DuiAlertFunc accepted = self->accepted;
  gpointer user_data = self->user_data;

  gtk_window_destroy (GTK_WINDOW (self));
  if (accepted)
    accepted (user_data);
}

static void
dui_alert_class_init (DuiAlertClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/duibiao/Duibiao/ui/alert.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiAlert, heading_label);
  gtk_widget_class_bind_template_child (widget_class, DuiAlert, body_label);
  gtk_widget_class_bind_template_child (widget_class, DuiAlert, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DuiAlert, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_alert_init (DuiAlert *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static DuiAlert *
present (GtkWindow *parent,
         const char *heading,
         const char *body)
{
  DuiAlert *self = g_object_new (DUI_TYPE_ALERT, "transient-for", parent, "title", heading, NULL);

  gtk_label_set_label (self->heading_label, heading);
  gtk_label_set_label (self->body_label, body);
  gtk_widget_set_visible (GTK_WIDGET (self->body_label), body && *body);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
dui_alert_show (GtkWindow *parent,
                const char *heading,
                const char *body)
{
  DuiAlert *self = present (parent, heading, body);

  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), FALSE);
}

void
dui_alert_ask (GtkWindow *parent,
               const char *heading,
               const char *body,
               const char *accept,
               DuiAlertFunc accepted,
               gpointer user_data)
{
  DuiAlert *self = present (parent, heading, body);

  self->accepted = accepted;
  self->user_data = user_data;
  gtk_button_set_label (self->accept_button, accept);
  dui_accessible_names_complete (GTK_WIDGET (self));
}
