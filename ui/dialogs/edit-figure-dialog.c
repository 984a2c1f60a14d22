/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/edit-figure-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "dialogs/history-dialog.h"
#include "figure-status.h"
#include "model/format.h"
#include "model/measure.h"
#include "widgets/change-row.h"
#include "widgets/entry-text.h"
#include "widgets/number-entry.h"
#include "widgets/chooser.h"

struct _DuiEditFigureDialog
{
  GtkWindow parent_instance;

  GtkLabel *place_label;
  GtkWidget *choosers; /* in a book without figures, where nothing is chosen in the window */
  DuiChooser *place_chooser;
  DuiChooser *period_chooser;
  GtkLabel *subject_label;
  GtkEditable *completed_entry;
  GtkLabel *completed_unit;
  GtkLabel *completed_shown;
  GtkWidget *base_title;
  GtkEditable *base_entry;
  GtkLabel *base_unit;
  GtkLabel *base_shown;
  GtkEditable *growth_entry;
  DuiChooser *status_chooser;
  GtkEditable *reason_entry;
  GtkLabel *problem_label;
  GtkWidget *save_button;
  GtkListBox *history_list;

  DuiSession *session;
  DuiIndicator *indicator;
  guint place;
  DuiPeriod period;
  DuiFigureValues values; /* as they are in the book */
};

G_DEFINE_FINAL_TYPE (DuiEditFigureDialog, dui_edit_figure_dialog, GTK_TYPE_WINDOW)

#define N_PERIODS_OFFERED 12

static gboolean
read_values (DuiEditFigureDialog *self,
             DuiFigureValues *values,
             GError **error)
{
  int scale = dui_indicator_get_scale (self->indicator);
  const char *measure = dui_indicator_get_measure (self->indicator);

  values->status = dui_chooser_get_chosen (self->status_chooser);
  return dui_number_entry_read (self->completed_entry, measure, scale, &values->value, error)
         && dui_number_entry_read (self->base_entry, measure, scale, &values->base, error)
         && dui_number_entry_read (self->growth_entry, NULL, DUI_PERCENT_SCALE,
                         &values->growth, error);
}

/* The same number as it will be read everywhere else: a slip of the unit is seen here. */
static void
echo (DuiEditFigureDialog *self,
      GtkLabel *label,
      DuiAmount amount)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!dui_amount_is_missing (amount) && dui_indicator_get_shown_shift (self->indicator) != 0)
    {
      number = dui_format_amount (self->indicator, amount);
      text = g_strdup_printf (
          "= %s %s", number,
          dui_measure_display (dui_indicator_get_shown_measure (self->indicator)));
    }
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text ? text : "");
}

static void
form_changed (DuiEditFigureDialog *self)
{
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  g_autoptr (GError) error = NULL;
  DuiFigureValues values = DUI_FIGURE_VALUES_NONE;
  gboolean valid = read_values (self, &values, &error);
  const char *problem = NULL;

  if (!valid)
    problem = error->message;
  else if (dui_figure_values_equal (&values, &self->values))
    problem = _ ("Nothing has been changed yet.");
  else if (!*reason)
    problem = _ ("Say why: the reason is kept with the change.");
  if (valid)
    {
      echo (self, self->completed_shown, values.value);
      echo (self, self->base_shown, values.base);
    }
  gtk_label_set_label (self->problem_label, problem ? problem : _ ("Enter saves."));
  gtk_widget_set_sensitive (self->save_button, problem == NULL);
}

static void
reason_suggested (DuiEditFigureDialog *self,
                  GtkButton *button)
{
  gtk_editable_set_text (self->reason_entry, gtk_button_get_label (button));
  gtk_widget_grab_focus (self->save_button);
}

/* A first figure changes nothing, so that it needs no reason of its own. */
static void
suggest_first_reason (DuiEditFigureDialog *self)
{
  const DuiFigureValues none = DUI_FIGURE_VALUES_NONE;

  if (dui_figure_values_equal (&self->values, &none))
    gtk_editable_set_text (self->reason_entry, _ ("First entry"));
}

static void
save_clicked (DuiEditFigureDialog *self)
{
  DuiOccasion occasion = { .reason = gtk_editable_get_text (self->reason_entry) };
  g_autoptr (GError) error = NULL;
  DuiFigureValues values = DUI_FIGURE_VALUES_NONE;

  if (read_values (self, &values, &error)
      && dui_book_set_figure (dui_session_get_book (self->session), self->place,
                              dui_indicator_get_code (self->indicator), self->period, &values,
                              &occasion, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem_label, error->message);
}

static void
show_history (DuiEditFigureDialog *self)
{
  g_autoptr (GError) error = NULL;
  const DuiHistorySubject subject = {
    .kind = DUI_HISTORY_FIGURE,
    .indicator = dui_indicator_get_code (self->indicator),
    .place = self->place,
    .period = self->period,
  };
  g_autoptr (GPtrArray) history
      = dui_book_get_history (dui_session_get_book (self->session), &subject, &error);

  for (guint i = 0; history && i < history->len; i++)
    gtk_list_box_append (self->history_list, dui_change_row_new (g_ptr_array_index (history, i)));
  if (!history)
    gtk_label_set_label (self->problem_label, error->message);
}

static void
open_history (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  DuiEditFigureDialog *self = DUI_EDIT_FIGURE_DIALOG (widget);

  dui_history_dialog_present (GTK_WINDOW (self), self->session, self->place, DUI_HISTORY_FIGURE);
}

static void
show_values (DuiEditFigureDialog *self)
{
  int scale = dui_indicator_get_scale (self->indicator);
  const char *unit = dui_measure_display (dui_indicator_get_measure (self->indicator));

  gtk_label_set_label (self->completed_unit, unit);
  gtk_label_set_label (self->base_unit, unit);
  dui_number_entry_show (self->completed_entry, self->values.value, scale);
  dui_number_entry_show (self->base_entry, self->values.base, scale);
  /* Two decimals fewer and a hundred times as much: percent. */
  dui_number_entry_show (self->growth_entry, self->values.growth, DUI_PERCENT_SCALE);
  dui_chooser_set_chosen (self->status_chooser, self->values.status == DUI_STATUS_NONE
                                                    ? DUI_STATUS_PRELIMINARY
                                                    : self->values.status);
  /* What opens with a status that the book does not have yet has not been changed by that. */
  if (self->values.status == DUI_STATUS_NONE)
    self->values.status = DUI_STATUS_PRELIMINARY;
}

static void
show_subject (DuiEditFigureDialog *self)
{
  DuiCatalog *catalog = dui_session_get_catalog (self->session);
  g_autofree char *period = dui_period_to_label (self->period);
  g_autofree char *subject
      = g_strdup_printf ("%s · %s", dui_indicator_get_display_name (self->indicator), period);

  gtk_label_set_label (self->place_label,
                       dui_place_get_name (dui_catalog_get_place (catalog, self->place)));
  /* The chooser says the period. */
  gtk_label_set_label (self->subject_label, gtk_widget_get_visible (self->choosers)
                                                ? dui_indicator_get_display_name (self->indicator)
                                                : subject);
}

static void
subject_chosen (DuiEditFigureDialog *self)
{
  self->place = dui_chooser_get_chosen (self->place_chooser);
  self->period = dui_chooser_get_chosen (self->period_chooser);
  show_subject (self);
}

static void
offer_place (DuiEditFigureDialog *self,
             DuiCatalog *catalog,
             guint place)
{
  dui_chooser_add (self->place_chooser, place,
                   dui_place_get_name (dui_catalog_get_place (catalog, place)), NULL);
}

/* The first figure of all: of any place, and of one of the periods before today. */
static void
offer_subjects (DuiEditFigureDialog *self)
{
  DuiCatalog *catalog = dui_session_get_catalog (self->session);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  DuiCalendar calendar = dui_indicator_get_calendar (self->indicator);
  DuiPeriod period = dui_period_previous (
      dui_period_new (g_date_time_get_year (now), g_date_time_get_month (now)), calendar);
  g_autoptr (GArray) members = dui_catalog_get_members (catalog, catalog->home, period, TRUE);

  self->period = period;
  if (self->place == catalog->home && members->len > 0)
    self->place = g_array_index (members, guint, 0);
  offer_place (self, catalog, catalog->home);
  for (guint i = 0; i < members->len; i++)
    offer_place (self, catalog, g_array_index (members, guint, i));
  for (guint i = 0; i < N_PERIODS_OFFERED; i++)
    {
      g_autofree char *label = dui_period_to_label (period);

      dui_chooser_add (self->period_chooser, period, label, NULL);
      period = dui_period_previous (period, calendar);
    }
  dui_chooser_set_chosen (self->place_chooser, self->place);
  dui_chooser_set_chosen (self->period_chooser, self->period);
  gtk_widget_set_visible (self->choosers, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), FALSE);
}

static void
dui_edit_figure_dialog_dispose (GObject *object)
{
  DuiEditFigureDialog *self = DUI_EDIT_FIGURE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->indicator);
  G_OBJECT_CLASS (dui_edit_figure_dialog_parent_class)->dispose (object);
}

static void
dui_edit_figure_dialog_class_init (DuiEditFigureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_edit_figure_dialog_dispose;
  g_type_ensure (DUI_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/edit-figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, choosers);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, subject_label);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, completed_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, completed_unit);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, completed_shown);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, base_title);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, base_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, base_unit);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, base_shown);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, growth_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, status_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, DuiEditFigureDialog, history_list);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, reason_suggested);
  gtk_widget_class_install_action (widget_class, "figure.history", NULL, open_history);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "figure.history",
                                       NULL);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, subject_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_edit_figure_dialog_init (DuiEditFigureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = DUI_STATUS_ESTIMATE; i <= DUI_STATUS_FINAL; i++)
    dui_chooser_add (self->status_chooser, i, dui_figure_status_label (i),
                     i == DUI_STATUS_ESTIMATE ? _ ("not ranked, not printed") : NULL);
}

void
dui_edit_figure_dialog_present (GtkWindow *parent,
                                DuiSession *session)
{
  DuiEditFigureDialog *self
      = g_object_new (DUI_TYPE_EDIT_FIGURE_DIALOG, "transient-for", parent, NULL);
  guint place = dui_session_get_place (session);

  self->session = g_object_ref (session);
  self->indicator = g_object_ref (dui_session_get_indicator (session));
  self->place = place == DUI_NO_PLACE ? dui_session_get_home (session) : place;
  self->period = dui_session_get_period (session);
  if (self->period == DUI_PERIOD_NONE)
    offer_subjects (self);
  self->values
      = dui_panel_get_figure (dui_session_get_panel (session), self->place, self->period);
  show_subject (self);
  suggest_first_reason (self);
  show_values (self);
  form_changed (self);
  show_history (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
