/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "accessible-names.h"

#include <glib/gi18n-lib.h>

#define DELAY_MS 200

static void
set_name (gpointer accessible,
          const char *name)
{
  if (!name)
    name = "";
  gtk_accessible_update_property (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* The words inside of @widget; NULL for none. */
static const char *
find_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = find_text (child);

      if (text)
        return text;
    }
  return NULL;
}

static void
name_stack_pages (GtkStack *stack)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkStackPage *page = gtk_stack_get_page (stack, child);

      set_name (page, gtk_stack_page_get_title (page));
    }
}

/* Parts of GTK's own that have no public type. */
static void
name_part (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);

  if (g_str_equal (type, "GtkColumnViewTitle"))
    set_name (widget, find_text (widget));
  else if (g_str_equal (type, "GtkBuiltinIcon"))
    set_name (widget, find_text (gtk_widget_get_parent (widget)));
  else if (g_str_equal (type, "GtkColumnListView"))
    set_name (widget, _ ("Rows"));
  else if (g_str_equal (type, "GtkListItemWidget")
           && g_str_equal (gtk_widget_get_css_name (widget), "header"))
    set_name (widget, _ ("Headings"));
}

static void
complete (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget))
    name_stack_pages (GTK_STACK (widget));
  else if (GTK_IS_SCROLLBAR (widget) || GTK_IS_RANGE (widget))
    set_name (widget, _ ("Scroll bar"));
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      set_name (widget, find_text (widget));
    }
  else if (GTK_IS_ENTRY (widget))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  else
    name_part (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    complete (child);
}

void
dui_accessible_names_complete (GtkWidget *root)
{
  complete (root);
}

static gboolean
complete_now (gpointer root)
{
  complete (root);
  return G_SOURCE_REMOVE;
}

void
dui_accessible_names_complete_later (GtkWidget *root)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, DELAY_MS, complete_now, g_object_ref (root),
                      g_object_unref);
}
