/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/way-buttons.h"

#define N_WAYS 4

struct _DuiWayButtons
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkToggleButton *growth_button;
  GtkToggleButton *progress_button;
  GtkToggleButton *completed_button;
  GtkToggleButton *month_button;

  DuiRankBy way;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiWayButtons, dui_way_buttons, GTK_TYPE_WIDGET)

static GtkToggleButton *
way_button (DuiWayButtons *self,
            DuiRankBy by)
{
  GtkToggleButton *buttons[N_WAYS] = { self->growth_button, self->progress_button,
                                       self->completed_button, self->month_button };

  return buttons[by];
}

DuiRankBy
dui_way_buttons_get_way (DuiWayButtons *self)
{
  return self->way;
}

/* One button goes off as another goes on. */
static void
way_toggled (DuiWayButtons *self,
             GtkToggleButton *button)
{
  for (guint i = 0; i < N_WAYS; i++)
    if (way_button (self, i) == button && gtk_toggle_button_get_active (button) && self->way != i)
      {
        self->way = i;
        g_signal_emit (self, signals[CHOSEN], 0, i);
      }
}

void
dui_way_buttons_offer (DuiWayButtons *self,
                       DuiIndicator *indicator,
                       gboolean has_targets)
{
  gboolean growth_only = dui_indicator_get_kind (indicator) == DUI_KIND_GROWTH_ONLY;
  const gboolean possible[N_WAYS] = { TRUE, has_targets, !growth_only,
                                      dui_indicator_has_pace (indicator) };

  for (guint i = 0; i < N_WAYS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (way_button (self, i)), possible[i]);
  if (possible[self->way])
    return;
  self->way = DUI_RANK_BY_GROWTH;
  gtk_toggle_button_set_active (self->growth_button, TRUE);
}

static void
dui_way_buttons_dispose (GObject *object)
{
  g_clear_pointer (&DUI_WAY_BUTTONS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (dui_way_buttons_parent_class)->dispose (object);
}

static void
dui_way_buttons_class_init (DuiWayButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_way_buttons_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", DUI_TYPE_WAY_BUTTONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/way-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiWayButtons, box);
  gtk_widget_class_bind_template_child (widget_class, DuiWayButtons, growth_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWayButtons, progress_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWayButtons, completed_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWayButtons, month_button);
  gtk_widget_class_bind_template_callback (widget_class, way_toggled);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_way_buttons_init (DuiWayButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
