/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-copies.h"

#include <glib/gi18n-lib.h>

#include "alert.h"
#include "file-chooser.h"
#include "plot/export.h"

/* What is to be saved while the user chooses a name. */
typedef struct
{
  GtkWidget *widget; /* that this belongs to */
  DuiChart *chart;
  double width, height;
} Saving;

static GBytes *
render (DuiChart *chart,
        const char *suffix,
        double width,
        double height)
{
  return dui_chart_render (chart, suffix, width, height, dui_theme_get (DUI_THEME_PRINT), NULL);
}

void
dui_chart_copies_copy_picture (GtkWidget *widget,
                               DuiChart *chart,
                               double width,
                               double height)
{
  g_autoptr (GBytes) png = render (chart, ".png", width, height);
  g_autoptr (GBytes) svg = render (chart, ".svg", width, height);
  g_autoptr (GdkTexture) texture = png ? gdk_texture_new_from_bytes (png, NULL) : NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  if (!texture || !svg)
    return;
  providers[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}

void
dui_chart_copies_copy_numbers (GtkWidget *widget,
                               DuiChart *chart,
                               const DuiLayout *layout)
{
  g_autoptr (GString) text = g_string_new (dui_chart_get_title (chart));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < dui_layout_get_n_marks (layout); i++)
    g_string_append_printf (text, "%s\n", dui_layout_get_mark (layout, i)->name);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
name_chosen (GPtrArray *paths,
             gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (saving->widget);

  if (!dui_chart_export (saving->chart, g_ptr_array_index (paths, 0), saving->width, saving->height,
                         dui_theme_get (DUI_THEME_PRINT), &error)
      && root)
    dui_alert_show (GTK_WINDOW (root), _ ("The Picture Was Not Saved"), error->message);
}

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  dui_chart_unref (saving->chart);
  g_free (saving);
}

/* A name that every file system takes. */
static char *
suggest_name (DuiChart *chart)
{
  g_autofree char *name = g_strdup (dui_chart_get_title (chart));

  g_strdelimit (name, "/\\:*?\"<>|\n", ' ');
  return g_strconcat (name, ".png", NULL);
}

void
dui_chart_copies_save (GtkWidget *widget,
                       DuiChart *chart,
                       double width,
                       double height)
{
  g_autofree char *name = suggest_name (chart);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ widget, dui_chart_ref (chart), width, height };
  /* The chooser may be closed without a name: what waits for one goes with the widget's next one. */
  g_object_set_data_full (G_OBJECT (widget), "saving-picture", saving, saving_free);
  dui_choose_save (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the Picture"),
                   DUI_FILES_PICTURES, name, name_chosen, saving);
}
