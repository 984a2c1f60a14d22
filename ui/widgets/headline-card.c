/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/headline-card.h"

#include <glib/gi18n-lib.h>

#include "widgets/context-menu.h"

struct _DuiHeadlineCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title_label;
  GtkLabel *number_label;
  GtkLabel *unit_label;
  GtkLabel *line_label;
  GtkLabel *tiers_label;
  GMenuModel *card_menu;

  gboolean of_target;
};

G_DEFINE_FINAL_TYPE (DuiHeadlineCard, dui_headline_card, GTK_TYPE_WIDGET)

void
dui_headline_clear (DuiHeadline *headline)
{
  g_clear_pointer (&headline->title, g_free);
  g_clear_pointer (&headline->number, g_free);
  g_clear_pointer (&headline->unit, g_free);
  g_clear_pointer (&headline->line, g_free);
  g_clear_pointer (&headline->tiers, g_free);
}

static void
show_history (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.home-history", "s",
                              DUI_HEADLINE_CARD (widget)->of_target ? "target" : "figure");
}

static void
clicked (DuiHeadlineCard *self)
{
  show_history (GTK_WIDGET (self), NULL, NULL);
}

static void
dui_headline_card_dispose (GObject *object)
{
  g_clear_pointer (&DUI_HEADLINE_CARD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (dui_headline_card_parent_class)->dispose (object);
}

static void
dui_headline_card_class_init (DuiHeadlineCardClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_headline_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/headline-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiHeadlineCard, box);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadlineCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadlineCard, number_label);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadlineCard, unit_label);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadlineCard, line_label);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadlineCard, tiers_label);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadlineCard, card_menu);
  gtk_widget_class_bind_template_callback (widget_class, clicked);
  gtk_widget_class_install_action (widget_class, "card.history", NULL, show_history);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "card.history", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
dui_headline_card_init (DuiHeadlineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_context_menu_set_up (GTK_WIDGET (self), self->card_menu, _ ("Menu"), NULL);
}

static void
set_text (GtkLabel *label,
          const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text ? text : "");
}

void
dui_headline_card_set (DuiHeadlineCard *self,
                       const DuiHeadline *headline)
{
  g_autofree char *spoken
      = g_strjoin (" ", headline->title, headline->number, headline->unit, NULL);

  self->of_target = headline->of_target;
  gtk_label_set_label (self->title_label, headline->title);
  gtk_label_set_label (self->number_label, headline->number);
  set_text (self->unit_label, headline->unit);
  set_text (self->line_label, headline->line);
  set_text (self->tiers_label, headline->tiers);
  /* What a narrow window cuts can still be read. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->line_label), headline->line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->tiers_label), headline->tiers);
  if (headline->behind)
    gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "behind");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_label), "behind");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}
