/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/preview-window.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "alert.h"
#include "file-chooser.h"
#include "print.h"
#include "widgets/banner.h"
#include "widgets/page-view.h"

#define THUMBNAIL_WIDTH 104
#define PAGE_WIDTH 760

struct _DuiPreviewWindow
{
  GtkWindow parent_instance;

  GtkListBox *thumbnail_list;
  GtkScrolledWindow *scrolled;
  GtkBox *page_box;
  DuiBanner *substitution_banner;
  DuiBanner *saved_banner;

  DuiBriefing *briefing;
  char *name; /* of the document, without suffix */
};

G_DEFINE_FINAL_TYPE (DuiPreviewWindow, dui_preview_window, GTK_TYPE_WINDOW)

static void
page_selected (DuiPreviewWindow *self,
               GtkListBoxRow *row)
{
  GtkWidget *page;
  double x, y;

  /* The list also says when it goes. */
  if (!row)
    return;
  page = gtk_widget_get_first_child (GTK_WIDGET (self->page_box));
  for (int i = gtk_list_box_row_get_index (row); i > 0 && page; i--)
    page = gtk_widget_get_next_sibling (page);
  if (page && gtk_widget_translate_coordinates (page, GTK_WIDGET (self->page_box), 0, 0, &x, &y))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), y);
}

static void
print_clicked (DuiPreviewWindow *self)
{
  dui_print_briefing (GTK_WINDOW (self), self->briefing, self->name);
}

static void
save_chosen (GPtrArray *paths,
             gpointer user_data)
{
  DuiPreviewWindow *self = user_data;
  const char *path = g_ptr_array_index (paths, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!dui_briefing_write_pdf (self->briefing, path, &error))
    {
      dui_alert_show (GTK_WINDOW (self), _ ("The PDF could not be written"), error->message);
      return;
    }
  text = g_strdup_printf (_ ("Saved as %s"), path);
  dui_banner_set (self->saved_banner, text, NULL, NULL);
}

static void
save_clicked (DuiPreviewWindow *self)
{
  g_autofree char *name = g_strconcat (self->name, ".pdf", NULL);

  dui_choose_save (GTK_WINDOW (self), _ ("Save as PDF"), DUI_FILES_PDF, name, save_chosen, self);
}

static void
print_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  print_clicked (DUI_PREVIEW_WINDOW (widget));
}

static void
dui_preview_window_finalize (GObject *object)
{
  DuiPreviewWindow *self = DUI_PREVIEW_WINDOW (object);

  g_clear_object (&self->briefing);
  g_free (self->name);
  G_OBJECT_CLASS (dui_preview_window_parent_class)->finalize (object);
}

static void
dui_preview_window_class_init (DuiPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_preview_window_finalize;
  g_type_ensure (DUI_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiPreviewWindow, thumbnail_list);
  gtk_widget_class_bind_template_child (widget_class, DuiPreviewWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DuiPreviewWindow, page_box);
  gtk_widget_class_bind_template_child (widget_class, DuiPreviewWindow, substitution_banner);
  gtk_widget_class_bind_template_child (widget_class, DuiPreviewWindow, saved_banner);
  gtk_widget_class_bind_template_callback (widget_class, page_selected);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_preview_window_init (DuiPreviewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_banner_set_closable (self->saved_banner, TRUE);
}

static GtkWidget *
thumbnail_row (DuiBriefing *briefing,
               guint page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *spoken = g_strdup_printf (_ ("Page %u"), page + 1);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), dui_page_view_new (briefing, page, THUMBNAIL_WIDTH));
  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
show_pages (DuiPreviewWindow *self)
{
  for (guint i = 0; i < dui_briefing_get_n_pages (self->briefing); i++)
    {
      GtkWidget *page = dui_page_view_new (self->briefing, i, PAGE_WIDTH);

      gtk_widget_set_halign (page, GTK_ALIGN_CENTER);
      gtk_box_append (self->page_box, page);
      gtk_list_box_append (self->thumbnail_list, thumbnail_row (self->briefing, i));
    }
  gtk_list_box_select_row (self->thumbnail_list,
                           gtk_list_box_get_row_at_index (self->thumbnail_list, 0));
  dui_banner_set (self->substitution_banner, dui_briefing_get_substitution (self->briefing), NULL,
                  NULL);
}

void
dui_preview_window_present (GtkWindow *parent,
                            const DuiBriefingSubject *subject)
{
  DuiPreviewWindow *self = g_object_new (DUI_TYPE_PREVIEW_WINDOW, "transient-for", parent, NULL);
  DuiPanel *panel = subject->panel;
  g_autofree char *period = dui_period_to_label (subject->period);

  self->briefing = dui_briefing_new (subject);
  /* Translators: a document's name: place, period, indicator. */
  self->name = g_strdup_printf (
      _ ("%1$s %2$s %3$s"),
      dui_place_get_name (dui_catalog_get_place (panel->catalog, subject->place)), period,
      dui_indicator_get_display_name (panel->indicator));
  show_pages (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
