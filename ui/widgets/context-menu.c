/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/context-menu.h"

typedef struct
{
  GtkWidget *widget; /* has this */
  GMenuModel *menu;
  char *name;
  DuiContextFunc choose;
  GtkWidget *popover; /* weak; NULL while it is closed */
} ContextMenu;

static void
context_menu_free (gpointer data)
{
  ContextMenu *self = data;

  g_object_unref (self->menu);
  g_free (self->name);
  g_free (self);
}

static void
drop_popover (ContextMenu *self)
{
  GtkWidget *popover = self->popover;

  g_clear_weak_pointer (&self->popover);
  if (popover)
    gtk_widget_unparent (popover);
}

static void
open_at (ContextMenu *self,
         const GdkRectangle *place)
{
  drop_popover (self);
  g_set_weak_pointer (&self->popover, gtk_popover_menu_new_from_model (self->menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  gtk_widget_set_parent (self->popover, self->widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed (GtkGestureClick *gesture,
         int n_press,
         double x,
         double y,
         ContextMenu *self)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (self->choose && !self->choose (self->widget, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, &place);
}

/* Below what has the focus. */
static gboolean
key_pressed (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  ContextMenu *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;
  GdkRectangle place = { 0, 0, 1, 1 };

  if (focus && gtk_widget_compute_bounds (focus, widget, &bounds))
    place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                            MIN ((int) bounds.size.width, 160), (int) bounds.size.height };
  open_at (self, &place);
  return TRUE;
}

void
dui_context_menu_set_up (GtkWidget *widget,
                         GMenuModel *menu,
                         const char *name,
                         DuiContextFunc choose)
{
  ContextMenu *self = g_new0 (ContextMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->widget = widget;
  self->menu = g_object_ref (menu);
  self->name = g_strdup (name);
  self->choose = choose;
  g_object_set_data_full (G_OBJECT (widget), "context-menu", self, context_menu_free);
  g_signal_connect_swapped (widget, "destroy", G_CALLBACK (drop_popover), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"),
                        gtk_callback_action_new (key_pressed, self, NULL)));
  gtk_widget_add_controller (widget, keys);
}
