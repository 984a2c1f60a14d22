/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/history-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "model/measure.h"
#include "widgets/change-row.h"
#include "widgets/chooser.h"

/* Settings that change a number or a page; the office is on pages only, so no rule. */
static const struct
{
  const char *key;
  const char *name;
} settings[] = {
  { "bottom.size", N_ ("Setting: size of the bottom set") },
  { "streak.length", N_ ("Setting: periods that make a streak") },
  { "streak.over-year", N_ ("Setting: streaks over the new year") },
  { "streak.growth", N_ ("Setting: growth that streaks go by") },
  { "card.green", N_ ("Setting: limit of the green card") },
  { "card.yellow", N_ ("Setting: limit of the yellow card") },
  { "period.share", N_ ("Setting: share for the default period") },
  { "office", N_ ("Setting: issuing office") },
};

struct _DuiHistoryDialog
{
  GtkWindow parent_instance;

  /* Template */
  DuiChooser *place_chooser;
  DuiChooser *period_chooser;
  GtkLabel *indicator_label;
  GtkListBox *record_list;
  GtkListBox *change_list;
  GtkLabel *problem_label;

  /* Owned */
  DuiBook *book;
  DuiPanel *panel;
  GArray *records; /* of DuiHistorySubject, as the rows; without place and period */
  guint place;
  DuiPeriod period;
};

G_DEFINE_FINAL_TYPE (DuiHistoryDialog, dui_history_dialog, GTK_TYPE_WINDOW)

/* The list on the left --------------------------------------------------------------------------- */

static const char *
name_setting (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_str_equal (settings[i].key, key))
      return _ (settings[i].name);
  return key;
}

static char *
name_record (DuiHistoryDialog *self,
             const DuiHistorySubject *record)
{
  int year = dui_period_year (self->period);
  g_autofree char *period = NULL;

  switch (record->kind)
    {
    case DUI_HISTORY_FIGURE:
      period = dui_period_to_label (self->period);
      /* Translators: a period. */
      return g_strdup_printf (_ ("Figure of %s"), period);
    case DUI_HISTORY_TARGET:
      /* Translators: 1 a tier such as "Agreed target", 2 a year. */
      return g_strdup_printf (_ ("%1$s of %2$d"), dui_tier_to_label (record->tier), year);
    case DUI_HISTORY_PLAN:
      return g_strdup_printf (_ ("Plan of %d"), year);
    case DUI_HISTORY_PLACE:
      return g_strdup (_ ("The place itself"));
    case DUI_HISTORY_SETTING:
    default:
      return g_strdup (name_setting (record->key));
    }
}

static void
name_records (DuiHistoryDialog *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->record_list, (int) i);
      g_autofree char *name
          = name_record (self, &g_array_index (self->records, DuiHistorySubject, i));

      gtk_label_set_label (GTK_LABEL (gtk_list_box_row_get_child (row)), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

static void
add_record (DuiHistoryDialog *self,
            DuiHistorySubject record)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_array_append_val (self->records, record);
  gtk_list_box_append (self->record_list, row);
}

/* Numbers first; what a number was made with last. */
static void
add_records (DuiHistoryDialog *self)
{
  const char *code = dui_indicator_get_code (self->panel->indicator);

  add_record (self, (DuiHistorySubject){ .kind = DUI_HISTORY_FIGURE, .indicator = code });
  for (guint tier = 0; tier < DUI_N_TIERS; tier++)
    add_record (self, (DuiHistorySubject){ .kind = DUI_HISTORY_TARGET, .indicator = code,
                                           .tier = (DuiTier) tier });
  if (dui_indicator_has_pace (self->panel->indicator))
    add_record (self, (DuiHistorySubject){ .kind = DUI_HISTORY_PLAN, .indicator = code });
  add_record (self, (DuiHistorySubject){ .kind = DUI_HISTORY_PLACE });
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    add_record (self,
                (DuiHistorySubject){ .kind = DUI_HISTORY_SETTING, .key = settings[i].key });
}

static void
select_kind (DuiHistoryDialog *self,
             DuiHistoryKind kind)
{
  const DuiTarget *target
      = dui_panel_get_target (self->panel, self->place, dui_period_year (self->period),
                              DUI_TIER_ASSESSED, dui_period_last_day (self->period));

  for (guint i = 0; i < self->records->len; i++)
    {
      const DuiHistorySubject *record = &g_array_index (self->records, DuiHistorySubject, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->record_list, (int) i);

      if (record->kind != kind
          || (kind == DUI_HISTORY_TARGET && target && record->tier != target->tier))
        continue;
      gtk_list_box_select_row (self->record_list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return;
    }
}

/* The list on the right -------------------------------------------------------------------------- */

/* "Issued 14.0 %, now 7.5 %" stands above what was changed. */
static void
show_issued (DuiHistoryDialog *self,
             const DuiHistorySubject *subject)
{
  g_autoptr (GPtrArray) issued = dui_book_list_issued (self->book, subject, NULL);
  DuiFigureValues now = dui_panel_get_figure (self->panel, self->place, self->period);

  for (guint i = 0; issued && i < issued->len; i++)
    gtk_list_box_append (self->change_list,
                         dui_issued_row_new (self->panel->indicator,
                                             g_ptr_array_index (issued, i), &now));
}

/* Another program may have added places since the dialog was opened. */
static guint
find_place (DuiHistoryDialog *self)
{
  g_autoptr (DuiCatalog) newest = dui_book_get_catalog (self->book, NULL);
  gint64 id = dui_place_get_id (dui_catalog_get_place (self->panel->catalog, self->place));

  return newest ? dui_catalog_find_id (newest, id) : self->place;
}

static void
show_history (DuiHistoryDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->record_list);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  DuiHistorySubject subject;
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->change_list, 0)))
    gtk_list_box_remove (self->change_list, GTK_WIDGET (old));
  if (!row)
    return;
  subject = g_array_index (self->records, DuiHistorySubject, gtk_list_box_row_get_index (row));
  subject.place = find_place (self);
  subject.period = self->period;
  subject.year = dui_period_year (self->period);
  changes = dui_book_get_history (self->book, &subject, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), error != NULL);
  gtk_label_set_label (self->problem_label, error ? error->message : "");
  if (subject.kind == DUI_HISTORY_FIGURE)
    show_issued (self, &subject);
  for (guint i = 0; changes && i < changes->len; i++)
    gtk_list_box_append (self->change_list, dui_change_row_new (g_ptr_array_index (changes, i)));
}

static void
record_selected (DuiHistoryDialog *self)
{
  show_history (self);
}

static void
place_chosen (DuiHistoryDialog *self,
              guint place)
{
  self->place = place;
  show_history (self);
}

static void
period_chosen (DuiHistoryDialog *self,
               guint period)
{
  self->period = (DuiPeriod) period;
  name_records (self);
  show_history (self);
}

static void
copy (GtkWidget *widget,
      const char *action,
      GVariant *parameter)
{
  g_autofree char *text = dui_sentence_rows_to_text (DUI_HISTORY_DIALOG (widget)->change_list);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* The dialog --------------------------------------------------------------------------------------- */

static void
dui_history_dialog_dispose (GObject *object)
{
  DuiHistoryDialog *self = DUI_HISTORY_DIALOG (object);

  /* The list tells of its last row when the other one has gone already. */
  if (self->record_list)
    g_signal_handlers_disconnect_by_data (self->record_list, self);
  g_clear_object (&self->book);
  g_clear_pointer (&self->panel, dui_panel_unref);
  g_clear_pointer (&self->records, g_array_unref);
  G_OBJECT_CLASS (dui_history_dialog_parent_class)->dispose (object);
}

static void
dui_history_dialog_class_init (DuiHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_history_dialog_dispose;
  g_type_ensure (DUI_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiHistoryDialog, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiHistoryDialog, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiHistoryDialog, indicator_label);
  gtk_widget_class_bind_template_child (widget_class, DuiHistoryDialog, record_list);
  gtk_widget_class_bind_template_child (widget_class, DuiHistoryDialog, change_list);
  gtk_widget_class_bind_template_child (widget_class, DuiHistoryDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen);
  gtk_widget_class_bind_template_callback (widget_class, record_selected);
  gtk_widget_class_install_action (widget_class, "history.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "history.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_history_dialog_init (DuiHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->records = g_array_new (FALSE, FALSE, sizeof (DuiHistorySubject));
}

static void
offer_choices (DuiHistoryDialog *self,
               DuiSession *session)
{
  DuiCatalog *catalog = self->panel->catalog;
  GArray *periods = dui_session_get_periods (session);

  for (guint i = 0; i < catalog->places->len; i++)
    dui_chooser_add (self->place_chooser, i,
                     dui_place_get_name (dui_catalog_get_place (catalog, i)), NULL);
  dui_chooser_set_chosen (self->place_chooser, self->place);
  for (guint i = 0; i < periods->len; i++)
    {
      DuiPeriod period = g_array_index (periods, DuiReporting, i).period;
      g_autofree char *label = dui_period_to_label (period);

      dui_chooser_add (self->period_chooser, period, label, NULL);
    }
  dui_chooser_set_chosen (self->period_chooser, self->period);
}

void
dui_history_dialog_present (GtkWindow *parent,
                            DuiSession *session,
                            guint place,
                            DuiHistoryKind kind)
{
  DuiHistoryDialog *self = g_object_new (DUI_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);

  self->book = g_object_ref (dui_session_get_book (session));
  self->panel = dui_panel_ref (dui_session_get_panel (session));
  self->place = place;
  self->period = dui_session_get_period (session);
  gtk_label_set_label (self->indicator_label,
                       dui_indicator_get_display_name (self->panel->indicator));
  offer_choices (self, session);
  add_records (self);
  name_records (self);
  select_kind (self, kind);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
