/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/bulletins-page.h"

#include <glib/gi18n-lib.h>

#include "alert.h"
#include "dialogs/issue-dialog.h"
#include "file-chooser.h"
#include "model/measure.h"
#include "pages/bulletin-rows.h"
#include "plot/document.h"

struct _DuiBulletinsPage
{
  DuiPage parent_instance;

  GtkLabel *state_label;
  GtkWidget *issue_button;
  DuiPlainTable *list;
  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *head_label;
  GtkLabel *seal_label;
  GtkLabel *measure_label;
  GtkToggleButton *issued_button;
  GtkStack *table_stack;
  DuiPlainTable *issued_table;
  DuiPlainTable *changes_table;
  GtkLabel *same_label;
  GtkWidget *save_button;

  DuiIssuedBulletin *bulletin; /* the one that is shown; NULL for none */
  GPtrArray *bulletins;        /* of DuiIssuedBulletin: those of the indicator are in the list */
};

G_DEFINE_FINAL_TYPE (DuiBulletinsPage, dui_bulletins_page, DUI_TYPE_PAGE)

static GtkWindow *
get_window (DuiBulletinsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* One bulletin ----------------------------------------------------------------------------------- */

static void
show_head (DuiBulletinsPage *self)
{
  const DuiIssuedBulletin *bulletin = self->bulletin;
  g_autofree char *date = dui_day_to_string (bulletin->issued_on);
  g_autofree char *head
      = bulletin->number ? g_strdup_printf (_ ("%1$s, issued on %2$s"), bulletin->number, date)
                         : g_strdup_printf (_ ("Issued on %s"), date);
  g_autofree char *seal = g_strdup_printf (_ ("Seal of the book: %s"), bulletin->seal);
  DuiIndicator *indicator = dui_session_get_indicator (dui_page_get_session (DUI_PAGE (self)));
  g_autofree char *measure = g_strdup_printf (
      _ ("Unit: %s"), dui_measure_display (dui_indicator_get_measure (indicator)));

  gtk_label_set_label (self->measure_label, measure);
  gtk_label_set_label (self->title_label, bulletin->title);
  gtk_label_set_label (self->head_label, head);
  gtk_label_set_label (self->seal_label, seal);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->seal_label), seal);
  gtk_widget_set_sensitive (self->save_button, bulletin->has_document);
  gtk_widget_set_tooltip_text (self->save_button, bulletin->has_document
                                                      ? _ ("Save the PDF as it was issued")
                                                      : _ ("It was kept without its pages"));
}

static void
show_tables (DuiBulletinsPage *self,
             DuiSession *session)
{
  DuiPanel *panel = dui_session_get_panel (session);
  g_autoptr (GPtrArray) changes
      = dui_issue_compare (panel, dui_session_get_home (session), self->bulletin);

  dui_plain_table_take_rows (self->issued_table,
                             dui_bulletin_rows_new (panel->indicator, self->bulletin->rows));
  dui_plain_table_take_rows (self->changes_table,
                             dui_bulletin_rows_new_changes (dui_session_get_book (session),
                                                            panel->indicator, self->bulletin,
                                                            changes));
  gtk_widget_set_visible (GTK_WIDGET (self->same_label), changes->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_table), changes->len > 0);
}

static void
show_bulletin (DuiBulletinsPage *self,
               gint64 id)
{
  DuiSession *session = dui_page_get_session (DUI_PAGE (self));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->bulletin, dui_issued_bulletin_free);
  if (id)
    self->bulletin = dui_book_read_bulletin (dui_session_get_book (session),
                                             dui_indicator_get_code (dui_session_get_indicator (session)),
                                             DUI_PERIOD_NONE, id, &error);
  gtk_stack_set_visible_child_name (self->stack, self->bulletin ? "bulletin" : "empty");
  if (error)
    gtk_label_set_label (self->state_label, error->message);
  if (!self->bulletin)
    return;
  show_head (self);
  show_tables (self, session);
}

static void
bulletin_selected (DuiBulletinsPage *self,
                   gint64 id)
{
  show_bulletin (self, id);
}

static void
way_toggled (DuiBulletinsPage *self)
{
  gtk_stack_set_visible_child_name (
      self->table_stack, gtk_toggle_button_get_active (self->issued_button) ? "issued" : "changes");
}

static void
save_chosen (GPtrArray *paths,
             gpointer user_data)
{
  DuiBulletinsPage *self = user_data;
  DuiBook *book = dui_session_get_book (dui_page_get_session (DUI_PAGE (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document
      = dui_book_read_bulletin_document (book, self->bulletin->id, &error);
  g_autoptr (GByteArray) bytes
      = document ? g_bytes_unref_to_array (g_steal_pointer (&document)) : NULL;

  if (!bytes || !dui_document_save (g_ptr_array_index (paths, 0), bytes, &error))
    dui_alert_show (get_window (self), _ ("The PDF could not be written"), error->message);
}

static void
save_clicked (DuiBulletinsPage *self)
{
  g_autofree char *name = g_strconcat (self->bulletin->title, ".pdf", NULL);

  dui_choose_save (get_window (self), _ ("Save as PDF"), DUI_FILES_PDF, name, save_chosen, self);
}

/* All of them ------------------------------------------------------------------------------------ */

static gboolean
is_of (const DuiIssuedBulletin *bulletin,
       DuiIndicator *indicator)
{
  return g_strcmp0 (bulletin->indicator, dui_indicator_get_code (indicator)) == 0;
}

static GPtrArray *
list_rows (DuiBulletinsPage *self,
           DuiIndicator *indicator)
{
  GPtrArray *rows = dui_plain_table_new_rows ();

  for (guint i = 0; i < self->bulletins->len; i++)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (self->bulletins, i);
      char **cells;

      if (!is_of (bulletin, indicator))
        continue;
      cells = g_new0 (char *, 4);
      cells[0] = dui_period_to_label (bulletin->period);
      cells[1] = g_strdup (bulletin->number ? bulletin->number : "—");
      cells[2] = dui_day_to_string (bulletin->issued_on);
      dui_plain_table_add_row (rows, bulletin->id, cells, NULL);
    }
  return rows;
}

/* The newest of @period, unless that is none. */
static const DuiIssuedBulletin *
find_newest (DuiBulletinsPage *self,
             DuiIndicator *indicator,
             DuiPeriod period)
{
  for (guint i = 0; i < self->bulletins->len; i++)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (self->bulletins, i);

      if (is_of (bulletin, indicator) && (period == DUI_PERIOD_NONE || bulletin->period == period))
        return bulletin;
    }
  return NULL;
}

static void
show_state (DuiBulletinsPage *self,
            const DuiIssuedBulletin *of_period,
            DuiPeriod period)
{
  g_autofree char *label = dui_period_to_label (period);
  g_autofree char *date = of_period ? dui_day_to_string (of_period->issued_on) : NULL;
  g_autofree char *text
      = of_period ? g_strdup_printf (_ ("The bulletin of %1$s was issued on %2$s."), label, date)
                  : g_strdup_printf (_ ("The bulletin of %s has not been issued yet."), label);
  DuiBook *book = dui_session_get_book (dui_page_get_session (DUI_PAGE (self)));

  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_sensitive (self->issue_button,
                            !of_period && !dui_book_get_read_only_reason (book));
}

static void
dui_bulletins_page_fill (DuiPage *page,
                         DuiSession *session)
{
  DuiBulletinsPage *self = DUI_BULLETINS_PAGE (page);
  DuiIndicator *indicator = dui_session_get_indicator (session);
  DuiPeriod period = dui_session_get_period (session);
  const DuiIssuedBulletin *of_period, *shown;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->bulletins, g_ptr_array_unref);
  self->bulletins = dui_book_list_bulletins (dui_session_get_book (session), &error);
  if (!self->bulletins)
    {
      gtk_label_set_label (self->state_label, error->message);
      return;
    }
  of_period = find_newest (self, indicator, period);
  shown = of_period ? of_period : find_newest (self, indicator, DUI_PERIOD_NONE);
  show_state (self, of_period, period);
  dui_plain_table_take_rows (self->list, list_rows (self, indicator));
  show_bulletin (self, shown ? shown->id : 0);
  if (shown)
    dui_plain_table_select (self->list, shown->id);
}

static void
dui_bulletins_page_select (DuiPage *page,
                           DuiSession *session)
{
  guint place = dui_session_get_place (session);

  dui_plain_table_select (DUI_BULLETINS_PAGE (page)->issued_table,
                          place == DUI_NO_PLACE ? -1 : (gint64) place);
}

static void
place_selected (DuiBulletinsPage *self,
                gint64 place)
{
  dui_session_set_place (dui_page_get_session (DUI_PAGE (self)), (guint) place);
}

static void
issue_clicked (DuiBulletinsPage *self)
{
  dui_issue_dialog_present (get_window (self), dui_page_get_session (DUI_PAGE (self)));
}

static void
dui_bulletins_page_finalize (GObject *object)
{
  DuiBulletinsPage *self = DUI_BULLETINS_PAGE (object);

  g_clear_pointer (&self->bulletin, dui_issued_bulletin_free);
  g_clear_pointer (&self->bulletins, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_bulletins_page_parent_class)->finalize (object);
}

static void
dui_bulletins_page_class_init (DuiBulletinsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_bulletins_page_finalize;
  page_class->fill = dui_bulletins_page_fill;
  page_class->select = dui_bulletins_page_select;
  g_type_ensure (DUI_TYPE_PLAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/bulletins-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, issue_button);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, head_label);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, seal_label);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, measure_label);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, issued_button);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, issued_table);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, changes_table);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, same_label);
  gtk_widget_class_bind_template_child (widget_class, DuiBulletinsPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, bulletin_selected);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
  gtk_widget_class_bind_template_callback (widget_class, way_toggled);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, issue_clicked);
}

static void
dui_bulletins_page_init (DuiBulletinsPage *self)
{
  const DuiPlainColumn columns[] = {
    { _ ("Period"), 110, FALSE },
    { _ ("Number"), 150, FALSE },
    { _ ("Date"), 90, FALSE },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  dui_plain_table_set_columns (self->list, columns, G_N_ELEMENTS (columns));
  dui_bulletin_rows_set_columns (self->issued_table);
  dui_bulletin_rows_set_change_columns (self->changes_table);
}
