/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import-notices.h"

#include <glib/gi18n-lib.h>

/* More are counted: nobody reads ten thousand, and each is a widget. */
#define SHOWN_MAX 200

#define ROW_KEY "sheet-row"

static GtkWidget *
wrapped_label (const char *text,
               const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
format_place (const DuiNotice *notice)
{
  if (notice->row && notice->column)
    return g_strdup_printf (_ ("Row %1$u, column %2$u"), notice->row, notice->column);
  if (notice->row)
    return g_strdup_printf (_ ("Row %u"), notice->row);
  return g_strdup (_ ("The whole file"));
}

static void
add_row (GtkListBox *list,
         const char *place,
         const char *text,
         const char *css_class,
         guint sheet_row)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", place, text);

  gtk_box_append (GTK_BOX (box), wrapped_label (place, "dim-label"));
  gtk_box_append (GTK_BOX (box), wrapped_label (text, css_class));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), ROW_KEY, GUINT_TO_POINTER (sheet_row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (list, row);
}

static void
add_heading (GtkListBox *list,
             const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), wrapped_label (text, "strong"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (list, row);
}

static void
add_notices (GtkListBox *list,
             const char *heading,
             GPtrArray *notices,
             const char *css_class)
{
  g_autofree char *text = g_strdup_printf ("%s (%u)", heading, notices->len);

  if (notices->len == 0)
    return;
  add_heading (list, text);
  for (guint i = 0; i < MIN (notices->len, SHOWN_MAX); i++)
    {
      const DuiNotice *notice = g_ptr_array_index (notices, i);
      g_autofree char *place = format_place (notice);

      add_row (list, place, notice->text, css_class, notice->row);
    }
  if (notices->len > SHOWN_MAX)
    {
      g_autofree char *more = g_strdup_printf (_ ("and %u more"), notices->len - SHOWN_MAX);

      add_heading (list, more);
    }
}

void
dui_import_notices_fill (GtkListBox *list,
                         DuiBatch *batch)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
  if (!batch)
    return;
  add_notices (list, _ ("Must be corrected"), batch->errors, "behind");
  add_notices (list, _ ("To be looked at"), batch->warnings, "question");
  if (batch->errors->len + batch->warnings->len == 0)
    add_heading (list, _ ("Nothing to be corrected"));
}

guint
dui_import_notices_get_row (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ROW_KEY));
}
