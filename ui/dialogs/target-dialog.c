/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/target-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "dialogs/target-entries.h"
#include "model/measure.h"
#include "widgets/entry-text.h"

struct _DuiTargetDialog
{
  GtkWindow parent_instance;

  GtkLabel *title_label;
  DuiChooser *tier_chooser;
  GtkEditable *effective_entry;
  GtkLabel *value_label;
  GtkEditable *value_entry;
  GtkEditable *document_entry;
  GtkEditable *reason_entry;
  GtkLabel *note_label;
  GtkLabel *problem_label;
  GtkWidget *save_button;

  DuiBook *book;
  DuiIndicator *indicator;
  guint place;
  int year;
};

G_DEFINE_FINAL_TYPE (DuiTargetDialog, dui_target_dialog, GTK_TYPE_WINDOW)

/* @document must stay. */
static gboolean
read_target (DuiTargetDialog *self,
             const char *document,
             DuiTarget *target,
             GError **error)
{
  *target = (DuiTarget){ .place = self->place,
                         .year = self->year,
                         .tier = dui_chooser_get_chosen (self->tier_chooser),
                         .document = *document ? document : NULL };
  return dui_target_entries_read_day (self->effective_entry, &target->effective, error)
         && dui_target_entries_read_value (self->value_entry, self->indicator, &target->value,
                                           error);
}

static void
show_problem (DuiTargetDialog *self,
              const char *problem)
{
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_sensitive (self->save_button,
                            !problem && !dui_book_get_read_only_reason (self->book));
}

static void
look (DuiTargetDialog *self)
{
  g_autofree char *document = dui_entry_text_dup (self->document_entry);
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  g_autoptr (GError) error = NULL;
  DuiTarget target;

  if (self->indicator == NULL)
    return;
  if (!read_target (self, document, &target, &error))
    show_problem (self, error->message);
  else if (dui_amount_is_missing (target.value))
    show_problem (self, _ ("Type the target."));
  else
    show_problem (self, *reason ? NULL : _ ("Say why: the reason is kept with the change."));
}

static void
save_clicked (DuiTargetDialog *self)
{
  g_autofree char *document = dui_entry_text_dup (self->document_entry);
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  const DuiOccasion occasion = { .reason = reason };
  g_autoptr (GError) error = NULL;
  DuiTarget target;

  if (read_target (self, document, &target, &error)
      && dui_book_set_target (self->book, dui_indicator_get_code (self->indicator), &target,
                              &occasion, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
dui_target_dialog_dispose (GObject *object)
{
  DuiTargetDialog *self = DUI_TARGET_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_object (&self->indicator);
  G_OBJECT_CLASS (dui_target_dialog_parent_class)->dispose (object);
}

static void
dui_target_dialog_class_init (DuiTargetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_target_dialog_dispose;
  g_type_ensure (DUI_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/target-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, tier_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, effective_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, value_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, value_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, document_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_target_dialog_init (DuiTargetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_target_entries_fill_tiers (self->tier_chooser);
}

static void
show_version (DuiTargetDialog *self,
              const DuiTarget *version,
              DuiDay day)
{
  g_autofree char *from = dui_day_to_string (version ? version->effective : day);
  g_autofree char *value = NULL;

  dui_chooser_set_chosen (self->tier_chooser, version ? version->tier : DUI_TIER_AGREED);
  gtk_editable_set_text (self->effective_entry, from);
  gtk_label_set_label (self->note_label,
                       version ? _ ("A correction replaces this version: what was typed wrongly never "
                                    "held. The log keeps it.")
                               : _ ("A new version holds from its day on; what held before stays for "
                                    "the periods before."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->tier_chooser), version == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->effective_entry), version == NULL);
  if (version == NULL)
    return;
  value = dui_target_entries_format_value (self->indicator, version->value);
  gtk_editable_set_text (self->value_entry, value);
  gtk_editable_set_text (self->document_entry, version->document ? version->document : "");
}

void
dui_target_dialog_present (GtkWindow *parent,
                           DuiSession *session,
                           guint place,
                           int year,
                           const DuiTarget *version)
{
  DuiTargetDialog *self = g_object_new (DUI_TYPE_TARGET_DIALOG, "transient-for", parent, NULL);
  DuiCatalog *catalog = dui_session_get_catalog (session);
  DuiIndicator *indicator = dui_session_get_indicator (session);
  g_autofree char *title = dui_target_entries_get_title (catalog, place, indicator, year);
  g_autofree char *value
      = g_strdup_printf (_ ("_Target (%s)"),
                         dui_measure_display (dui_indicator_get_shown_measure (indicator)));

  self->book = g_object_ref (dui_session_get_book (session));
  self->indicator = g_object_ref (indicator);
  self->place = place;
  self->year = year;
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->value_label, value);
  show_version (self, version, dui_target_entries_suggest_day (session, year));
  look (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
