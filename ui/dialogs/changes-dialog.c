/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/changes-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "briefing/change-words.h"
#include "widgets/chooser.h"
#include "widgets/entry-text.h"
#include "widgets/plain-table.h"

struct _DuiChangesDialog
{
  GtkWindow parent_instance;

  DuiChooser *since_chooser;
  GtkEditable *day_entry;
  GtkLabel *state_label;
  DuiPlainTable *table;

  DuiBook *book;
  char *indicator;
  guint home;
  DuiPeriod period;
  GPtrArray *bulletins; /* of DuiIssuedBulletin: the indicator's, oldest first */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DuiChangesDialog, dui_changes_dialog, GTK_TYPE_WINDOW)

static void
show_lines (DuiChangesDialog *self,
            const DuiPanel *panel,
            GPtrArray *lines)
{
  GPtrArray *rows = dui_plain_table_new_rows ();
  g_autofree char *text
      = lines->len == 0
            ? g_strdup (_ ("Nothing has changed."))
            : g_strdup_printf (ngettext ("%u change", "%u changes", lines->len), lines->len);

  for (guint i = 0; i < lines->len; i++)
    {
      const DuiChangeLine *line = g_ptr_array_index (lines, i);
      char **cells = g_new0 (char *, 4 + 1);

      cells[0] = g_strdup (dui_place_get_name (dui_catalog_get_place (panel->catalog, line->place)));
      cells[1] = g_strdup (line->what);
      cells[2] = g_strdup (line->then);
      cells[3] = g_strdup (line->now);
      dui_plain_table_add_row (rows, i, cells, NULL);
    }
  dui_plain_table_take_rows (self->table, rows);
  gtk_label_set_label (self->state_label, text);
}

static gboolean
show_since (DuiChangesDialog *self,
            DuiDay day,
            gint64 command,
            GError **error)
{
  g_autoptr (DuiPanel) then = NULL, now = NULL;
  g_autoptr (DuiChanges) changes = NULL;
  g_autoptr (GPtrArray) cases = dui_book_list_cases (self->book, error), lines = NULL;

  if (cases == NULL
      || !dui_book_get_panels_since (self->book, self->indicator, command, &then, &now, error))
    return FALSE;
  changes = dui_changes_compute (then, now, self->home, self->period);
  lines = dui_change_words_list (now, changes, self->period, cases, day);
  show_lines (self, now, lines);
  return TRUE;
}

static gboolean
show_since_day (DuiChangesDialog *self,
                GError **error)
{
  g_autofree char *text = dui_entry_text_dup (self->day_entry);
  gint64 command;
  DuiDay day;

  return dui_day_parse (text, &day, error)
         && dui_book_find_command_before (self->book, day, &command, error)
         && show_since (self, day, command, error);
}

/* In the chooser, behind the positions of the bulletins. */
static guint
by_day (DuiChangesDialog *self)
{
  return self->bulletins->len;
}

/* The day of a chosen bulletin stands in the entry, and typing another day leaves the bulletin. */
static void
show_day (DuiChangesDialog *self,
          DuiDay day)
{
  g_autofree char *text = dui_day_to_string (day);

  self->filling = TRUE;
  gtk_editable_set_text (self->day_entry, text);
  self->filling = FALSE;
}

static void
look (DuiChangesDialog *self)
{
  guint chosen = dui_chooser_get_chosen (self->since_chooser);
  g_autoptr (GError) error = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  if (chosen != by_day (self))
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (self->bulletins, chosen);

      show_day (self, bulletin->issued_on);
      show_since (self, bulletin->issued_on, bulletin->command, &error);
    }
  else
    show_since_day (self, &error);
  if (error == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
  dui_plain_table_take_rows (self->table, dui_plain_table_new_rows ());
  gtk_label_set_label (self->state_label, error->message);
}

static void
day_changed (DuiChangesDialog *self)
{
  if (self->filling)
    return;
  dui_chooser_set_chosen (self->since_chooser, by_day (self));
  look (self);
}

static void
dui_changes_dialog_dispose (GObject *object)
{
  DuiChangesDialog *self = DUI_CHANGES_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->indicator, g_free);
  g_clear_pointer (&self->bulletins, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_changes_dialog_parent_class)->dispose (object);
}

static void
dui_changes_dialog_class_init (DuiChangesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_changes_dialog_dispose;
  g_type_ensure (DUI_TYPE_CHOOSER);
  g_type_ensure (DUI_TYPE_PLAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiChangesDialog, since_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiChangesDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiChangesDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiChangesDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, day_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_changes_dialog_init (DuiChangesDialog *self)
{
  const DuiPlainColumn columns[] = {
    { _ ("Place"), 110, FALSE },
    { _ ("What"), 300, FALSE },
    { _ ("Then"), 150, TRUE },
    { _ ("Now"), 150, TRUE },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  dui_plain_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
}

/* The newest first. */
static void
offer_bulletins (DuiChangesDialog *self)
{
  for (guint i = self->bulletins->len; i-- > 0;)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (self->bulletins, i);
      g_autofree char *period = dui_period_to_label (bulletin->period);
      g_autofree char *label = g_strdup_printf (_ ("The bulletin on %s"), period);
      g_autofree char *day = dui_day_to_string (bulletin->issued_on);

      dui_chooser_add (self->since_chooser, i, label, day);
    }
  dui_chooser_add (self->since_chooser, by_day (self), _ ("A day"), NULL);
  dui_chooser_set_chosen (self->since_chooser,
                          self->bulletins->len > 0 ? self->bulletins->len - 1 : by_day (self));
}

void
dui_changes_dialog_present (GtkWindow *parent,
                            DuiSession *session)
{
  DuiChangesDialog *self = g_object_new (DUI_TYPE_CHANGES_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->book = g_object_ref (dui_session_get_book (session));
  self->indicator = g_strdup (dui_indicator_get_code (dui_session_get_indicator (session)));
  self->home = dui_session_get_home (session);
  self->period = dui_session_get_period (session);
  self->bulletins = dui_book_read_bulletins (self->book, self->indicator, &error);
  if (self->bulletins == NULL)
    self->bulletins = g_ptr_array_new ();
  show_day (self, dui_period_year (self->period) * 10000 + 101);
  offer_bulletins (self);
  look (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
