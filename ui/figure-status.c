/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/figure-history.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"

const char *
dui_figure_status_label (DuiFigureStatus status)
{
  switch (status)
    {
    case DUI_STATUS_ESTIMATE:
      return _ ("Estimate");
    case DUI_STATUS_PRELIMINARY:
      return _ ("Preliminary");
    case DUI_STATUS_FINAL:
      return _ ("Final");
    case DUI_STATUS_NONE:
    default:
      return NULL;
    }
}

static void
add_part (GString *text,
          const char *what,
          const char *old,
          const char *new,
          const char *unit)
{
  if (g_strcmp0 (old, new) == 0)
    return;
  if (text->len > 0)
    g_string_append (text, "   ");
  /* What belongs together stays on one line: no-break spaces. */
  g_string_append_printf (text, "%s ", what);
  if (old)
    g_string_append_printf (text, "%s → ", old);
  g_string_append_printf (text, "%s %s", new ? new : "—", unit);
}

static void
add_amount (GString *text,
            const char *what,
            DuiAmount old,
            DuiAmount new,
            int scale,
            const char *unit)
{
  g_autofree char *before = dui_amount_to_string (old, scale);
  g_autofree char *after = dui_amount_to_string (new, scale);

  add_part (text, what, before, after, unit);
}

/* Exact, in the measure of the book: this is the record. */
static char *
describe_values (DuiIndicator *indicator,
                 const DuiChange *change)
{
  const DuiFigureValues *old = &change->old_values;
  const DuiFigureValues *new = &change->new_values;
  const char *unit = dui_measure_display (dui_indicator_get_measure (indicator));
  int scale = dui_indicator_get_scale (indicator);
  GString *text = g_string_new (NULL);

  add_amount (text, C_ ("card", "Completed"), old->value, new->value, scale, unit);
  add_amount (text, _ ("A year earlier"), old->base, new->base, scale, unit);
  /* Two decimals fewer: a fraction as percent. */
  add_amount (text, C_ ("card", "Growth"), old->growth, new->growth, DUI_GROWTH_SCALE - 2, "%");
  add_part (text, _ ("Status"), dui_figure_status_label (old->status),
            dui_figure_status_label (new->status), "");
  return g_string_free (text, FALSE);
}

static char *
describe_origin (const DuiChange *change)
{
  GString *text = g_string_new (change->at);

  if (change->who)
    g_string_append_printf (text, "  %s", change->who);
  if (change->file && change->row)
    {
      /* Translators: a file name and the row in it. */
      g_autofree char *place = g_strdup_printf (_ ("%1$s, row %2$u"), change->file, change->row);
      g_string_append_printf (text, "  %s", place);
    }
  else if (change->file)
    g_string_append_printf (text, "  %s", change->file);
  if (g_str_equal (change->verb, "undo") || g_str_equal (change->verb, "redo"))
    g_string_append_printf (text, "  %s", dui_records_verb_label (change->verb));
  if (change->reason && *change->reason)
    g_string_append_printf (text, "  %s", change->reason);
  return g_string_free (text, FALSE);
}

static GtkWidget *
line (const char *text,
      const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
dui_figure_history_row_new (DuiIndicator *indicator,
                            const DuiChange *change)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *values = describe_values (indicator, change);
  g_autofree char *origin = describe_origin (change);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", values, origin);

  gtk_box_append (GTK_BOX (box), line (values, NULL));
  gtk_box_append (GTK_BOX (box), line (origin, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}
