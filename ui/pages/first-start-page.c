/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/first-start-page.h"

#include <glib/gi18n-lib.h>

#include "model/place-codes.h"

#define FOUND_MAX 50
#define NAME_CHARS 18

struct _DuiFirstStartPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *search_entry;
  GtkStack *result_stack;
  GtkListBox *result_list;
  GtkLabel *hint_label;
  GtkLabel *members_label;
  GtkWidget *create_button;
  GtkWidget *back_button;

  GPtrArray *found; /* of const DuiPlaceCode *, as in the list */
};

G_DEFINE_FINAL_TYPE (DuiFirstStartPage, dui_first_start_page, GTK_TYPE_WIDGET)

static const DuiPlaceCode *
chosen (DuiFirstStartPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->result_list);

  return row ? g_ptr_array_index (self->found, gtk_list_box_row_get_index (row)) : NULL;
}

/* What the book will hold, before it is made. */
static void
place_selected (DuiFirstStartPage *self)
{
  const DuiPlaceCode *place = chosen (self);
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->create_button, place != NULL);
  if (place)
    {
      g_autoptr (GPtrArray) children = dui_place_codes_get_children (place);
      g_autoptr (GPtrArray) siblings = dui_place_codes_get_siblings (place);

      /* Translators: a place, how many members are ranked in its book, and how many peers it has. */
      text = g_strdup_printf (_ ("The book of %1$s: %2$u places to rank, %3$u peers"), place->name,
                              children->len, siblings->len);
    }
  gtk_label_set_label (self->members_label, text ? text : _ ("No place is chosen yet"));
}

static GtkWidget *
result_row (const DuiPlaceCode *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (place->name);
  const DuiPlaceCode *parent = dui_place_codes_get_parent (place);
  g_autofree char *path = parent ? dui_place_codes_get_path (parent) : g_strdup ("");
  g_autofree char *spoken = g_strdup_printf ("%s %s %s", place->name, path, place->code);
  GtkWidget *path_label = gtk_label_new (path);
  GtkWidget *code = gtk_label_new (place->code);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_widget_set_hexpand (path_label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (path_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (path_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (path_label, "dim-label");
  gtk_widget_add_css_class (code, "dim-label");
  gtk_widget_add_css_class (code, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), path_label);
  gtk_box_append (GTK_BOX (box), code);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
search_changed (DuiFirstStartPage *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->result_list))))
    gtk_list_box_remove (self->result_list, row);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = dui_place_codes_search (text, DUI_PLACE_COUNTY, FOUND_MAX);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->result_list, result_row (g_ptr_array_index (self->found, i)));
  if (self->found->len > 0)
    gtk_list_box_select_row (self->result_list,
                             gtk_list_box_get_row_at_index (self->result_list, 0));
  gtk_stack_set_visible_child_name (self->result_stack, self->found->len > 0 ? "list" : "hint");
  gtk_label_set_label (self->hint_label,
                       *text ? _ ("No place of this name or code is in the table of counties.")
                             : _ ("Type the county’s name or code, such as 清丰 or 410922."));
  place_selected (self);
}

static void
create_chosen (DuiFirstStartPage *self)
{
  const DuiPlaceCode *place = chosen (self);

  if (place)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.create-book", "s", place->code);
}

/* Down goes from the entry into the list. */
static gboolean
entry_key_pressed (DuiFirstStartPage *self,
                   guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->result_list);

  if (keyval != GDK_KEY_Down || !row)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
dui_first_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DUI_FIRST_START_PAGE (widget)->search_entry));
}

static void
dui_first_start_page_dispose (GObject *object)
{
  DuiFirstStartPage *self = DUI_FIRST_START_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_first_start_page_parent_class)->dispose (object);
}

static void
dui_first_start_page_class_init (DuiFirstStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_first_start_page_dispose;
  widget_class->grab_focus = dui_first_start_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/first-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, box);
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, result_stack);
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, result_list);
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, members_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, DuiFirstStartPage, back_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
  gtk_widget_class_bind_template_callback (widget_class, create_chosen);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_first_start_page_init (DuiFirstStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  search_changed (self);
}

GtkWidget *
dui_first_start_page_new (void)
{
  return g_object_new (DUI_TYPE_FIRST_START_PAGE, NULL);
}

void
dui_first_start_page_set_can_go_back (DuiFirstStartPage *self,
                                      gboolean can_go_back)
{
  gtk_widget_set_visible (self->back_button, can_go_back);
}
