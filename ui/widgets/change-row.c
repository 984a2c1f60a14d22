/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/change-row.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"

#define TEXT "text"

static GtkWidget *
line (const char *text,
      const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
dui_sentence_row_new (const char *text,
                      const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = g_strjoin (". ", text, detail, NULL);

  gtk_box_append (GTK_BOX (box), line (text, NULL));
  if (detail)
    gtk_box_append (GTK_BOX (box), line (detail, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), TEXT, g_steal_pointer (&spoken), g_free);
  return row;
}

char *
dui_sentence_rows_to_text (GtkListBox *list)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    g_string_append_printf (text, "%s\n", (char *) g_object_get_data (G_OBJECT (row), TEXT));
  return g_string_free (text, FALSE);
}

GtkWidget *
dui_change_row_new (const DuiChange *change)
{
  g_autofree char *text = dui_change_describe (change);
  g_autofree char *detail
      = change->sha256 ? g_strdup_printf (_ ("SHA-256 of the file: %s"), change->sha256) : NULL;

  return dui_sentence_row_new (text, detail);
}

/* Bulletins ---------------------------------------------------------------------------------------- */

static void
add_number (GPtrArray *parts,
            const char *what,
            DuiAmount amount,
            int scale,
            const char *unit)
{
  g_autofree char *number = dui_amount_to_string (amount, scale);

  if (number)
    /* Translators: 1 such as "Completed", 2 a number, 3 its unit. */
    g_ptr_array_add (parts, g_strdup_printf (C_ ("issued", "%1$s %2$s %3$s"), what, number, unit));
}

static char *
describe_values (DuiIndicator *indicator,
                 const DuiFigureValues *values)
{
  const char *unit = dui_measure_display (dui_indicator_get_measure (indicator));
  int scale = dui_indicator_get_scale (indicator);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_number (parts, C_ ("issued", "completed"), values->value, scale, unit);
  add_number (parts, C_ ("issued", "a year earlier"), values->base, scale, unit);
  /* Two decimals fewer: a fraction as percent. */
  add_number (parts, C_ ("issued", "growth"), values->growth, DUI_GROWTH_SCALE - 2, "%");
  if (parts->len == 0)
    return g_strdup (_ ("not reported"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("issued", ", "), (char **) parts->pdata);
}

GtkWidget *
dui_issued_row_new (DuiIndicator *indicator,
                    const DuiIssuedFigure *issued,
                    const DuiFigureValues *now)
{
  g_autofree char *day = dui_day_to_string (issued->issued_on);
  g_autofree char *then = describe_values (indicator, &issued->values);
  g_autofree char *since = describe_values (indicator, now);
  const char *name = issued->number && *issued->number ? issued->number : issued->title;
  g_autofree char *text = NULL;

  if (g_str_equal (then, since))
    /* Translators: 1 day, 2 number or title of a bulletin, 3 the numbers in it. */
    text = g_strdup_printf (_ ("%1$s issued in %2$s: %3$s; it is the same now"), day, name, then);
  else
    /* Translators: 1 day, 2 number or title of a bulletin, 3 the numbers in it, 4 those of now. */
    text = g_strdup_printf (_ ("%1$s issued in %2$s: %3$s; now: %4$s"), day, name, then, since);
  return dui_sentence_row_new (text, NULL);
}
