/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chooser.h"

#include "accessible-names.h"

typedef struct
{
  guint id;
  char *label;
  char *detail;
} Choice;

struct _DuiChooser
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *list; /* NULL until it is opened */

  GArray *choices;
  guint chosen;
  char *name;
};

enum
{
  PROP_LABEL = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (DuiChooser, dui_chooser, GTK_TYPE_WIDGET)

static void
choice_clear (gpointer data)
{
  Choice *choice = data;

  g_free (choice->label);
  g_free (choice->detail);
}

static int
find (DuiChooser *self,
      guint id)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_array_index (self->choices, Choice, i).id == id)
      return i;
  return -1;
}

static void
show_chosen (DuiChooser *self)
{
  int index = find (self, self->chosen);
  const char *text = index < 0 ? "—" : g_array_index (self->choices, Choice, index).label;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->name, text);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
row_activated (DuiChooser *self,
               GtkListBoxRow *row)
{
  guint id = g_array_index (self->choices, Choice, gtk_list_box_row_get_index (row)).id;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (id == self->chosen)
    return;
  self->chosen = id;
  show_chosen (self);
  g_signal_emit (self, chosen_signal, 0, id);
}

static GtkWidget *
new_row (const Choice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *label = gtk_label_new (choice->label);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (choice->detail)
    {
      GtkWidget *detail = gtk_label_new (choice->detail);

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_widget_add_css_class (detail, "numeric");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->label, -1);
  return row;
}

static void
fill_list (DuiChooser *self)
{
  GtkWidget *row;
  int chosen = find (self, self->chosen);

  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->choices->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         new_row (&g_array_index (self->choices, Choice, i)));
  if (chosen >= 0)
    {
      GtkListBoxRow *selected = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), chosen);

      gtk_list_box_select_row (GTK_LIST_BOX (self->list), selected);
      gtk_widget_grab_focus (GTK_WIDGET (selected));
    }
}

static void
popover_shown (DuiChooser *self)
{
  fill_list (self);
}

static void
create_popover (GtkMenuButton *button,
                gpointer user_data)
{
  DuiChooser *self = user_data;
  GtkWidget *popover, *scrolled;

  if (self->list)
    return;
  popover = gtk_popover_new ();
  scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "chooser");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
  dui_accessible_names_complete (popover);
}

static gboolean
dui_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DUI_CHOOSER (widget)->button);
}

static void
dui_chooser_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  DuiChooser *self = DUI_CHOOSER (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dui_chooser_set_property (GObject *object,
                          guint id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  DuiChooser *self = DUI_CHOOSER (object);

  switch (id)
    {
    case PROP_LABEL:
      self->name = g_value_dup_string (value);
      gtk_widget_set_tooltip_text (self->button, self->name);
      show_chosen (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dui_chooser_dispose (GObject *object)
{
  DuiChooser *self = DUI_CHOOSER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (dui_chooser_parent_class)->dispose (object);
}

static void
dui_chooser_finalize (GObject *object)
{
  DuiChooser *self = DUI_CHOOSER (object);

  g_array_unref (self->choices);
  g_free (self->name);
  G_OBJECT_CLASS (dui_chooser_parent_class)->finalize (object);
}

static void
dui_chooser_class_init (DuiChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dui_chooser_get_property;
  object_class->set_property = dui_chooser_set_property;
  object_class->dispose = dui_chooser_dispose;
  object_class->finalize = dui_chooser_finalize;
  widget_class->grab_focus = dui_chooser_grab_focus;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  chosen_signal = g_signal_new ("chosen", DUI_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_chooser_init (DuiChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  self->chosen = G_MAXUINT;
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover, self,
                                         NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
dui_chooser_new (const char *name)
{
  return g_object_new (DUI_TYPE_CHOOSER, "label", name, NULL);
}

void
dui_chooser_clear (DuiChooser *self)
{
  g_array_set_size (self->choices, 0);
  show_chosen (self);
}

void
dui_chooser_add (DuiChooser *self,
                 guint id,
                 const char *label,
                 const char *detail)
{
  Choice choice = { id, g_strdup (label), g_strdup (detail) };

  g_array_append_val (self->choices, choice);
}

void
dui_chooser_set_chosen (DuiChooser *self,
                        guint id)
{
  self->chosen = id;
  show_chosen (self);
}

guint
dui_chooser_get_chosen (DuiChooser *self)
{
  return self->chosen;
}
