/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/data-page.h"

#include <glib/gi18n-lib.h>

#include "alert.h"
#include "figure-status.h"
#include "widgets/chooser.h"
#include "widgets/entry-text.h"
#include "widgets/figure-grid.h"

struct _DuiDataPage
{
  DuiPage parent_instance;

  GtkLabel *state_label;
  GtkWidget *final_button;
  DuiChooser *status_chooser;
  GtkEditable *reason_entry;
  GtkWidget *discard_button;
  GtkWidget *save_button;
  GtkLabel *problem_label;
  DuiFigureGrid *grid;

  char *indicator; /* what the grid shows */
  DuiPeriod period;
  gboolean typed; /* something that is not in the book yet */
};

G_DEFINE_FINAL_TYPE (DuiDataPage, dui_data_page, DUI_TYPE_PAGE)

static DuiFigureStatus
get_status (DuiDataPage *self)
{
  return dui_chooser_get_chosen (self->status_chooser);
}

/* What keeps it from being saved, or what to look at; NULL when all is well. */
static char *
find_problem (DuiDataPage *self,
              GArray *figures,
              gboolean *blocks)
{
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  char *doubt = dui_figure_grid_find_doubt (self->grid, figures);

  *blocks = figures->len == 0
            || (*reason == '\0' && dui_figure_grid_changes_old (self->grid, figures));
  if (doubt || !*blocks)
    return doubt;
  return g_strdup (figures->len == 0 ? _ ("Nothing has been typed yet.")
                                     : _ ("Say why: the reason is kept with the change."));
}

/* Not while something is typed that is not in the book. */
static void
show_final (DuiDataPage *self)
{
  DuiBook *book = dui_session_get_book (dui_page_get_session (DUI_PAGE (self)));
  g_autoptr (GArray) open = dui_figure_grid_list_open (self->grid);

  gtk_widget_set_sensitive (self->final_button, open->len > 0 && !self->typed
                                                    && !dui_book_get_read_only_reason (book));
}

static void
look (DuiDataPage *self)
{
  DuiBook *book = dui_session_get_book (dui_page_get_session (DUI_PAGE (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) figures = dui_figure_grid_read (self->grid, get_status (self), &error);
  gboolean blocks = TRUE;
  g_autofree char *problem
      = figures ? find_problem (self, figures, &blocks) : g_strdup (error->message);
  g_autofree char *ready
      = figures ? g_strdup_printf (
                      ngettext ("%u figure to save.", "%u figures to save.", figures->len),
                      figures->len)
                : NULL;

  self->typed = figures == NULL || figures->len > 0;
  gtk_label_set_label (self->problem_label, problem ? problem : ready);
  if (problem && self->typed)
    gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "question");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->problem_label), "question");
  gtk_widget_set_sensitive (self->save_button, !blocks && !dui_book_get_read_only_reason (book));
  gtk_widget_set_sensitive (self->discard_button, self->typed);
  show_final (self);
}

static void
show_figures (DuiDataPage *self,
              DuiSession *session)
{
  DuiPanel *panel = dui_session_get_panel (session);
  guint home = dui_session_get_home (session);
  g_autoptr (GArray) places
      = dui_catalog_get_members (panel->catalog, home, dui_session_get_period (session), FALSE);
  g_autofree char *period = dui_period_to_label (dui_session_get_period (session));
  g_autofree char *state = g_strdup_printf (
      _ ("%1$s, %2$s"), dui_indicator_get_display_name (panel->indicator), period);

  g_array_prepend_val (places, home);
  g_free (self->indicator);
  self->indicator = g_strdup (dui_indicator_get_code (panel->indicator));
  self->period = dui_session_get_period (session);
  gtk_label_set_label (self->state_label, state);
  gtk_editable_set_text (self->reason_entry, "");
  dui_figure_grid_fill (self->grid, panel, self->period, places);
  look (self);
}

/* What was typed is not thrown away because another program has changed the book. */
static void
dui_data_page_fill (DuiPage *page,
                    DuiSession *session)
{
  DuiDataPage *self = DUI_DATA_PAGE (page);
  const char *indicator = dui_indicator_get_code (dui_session_get_indicator (session));

  if (self->typed && self->period == dui_session_get_period (session)
      && g_strcmp0 (self->indicator, indicator) == 0)
    return;
  show_figures (self, session);
}

static void
dui_data_page_select (DuiPage *page,
                      DuiSession *session)
{
}

static void
save_clicked (DuiDataPage *self)
{
  DuiSession *session = dui_page_get_session (DUI_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) figures = dui_figure_grid_read (self->grid, get_status (self), &error);
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  const DuiOccasion occasion = { .reason = *reason ? reason : NULL };

  if (figures == NULL)
    return;
  self->typed = FALSE;
  if (dui_book_set_figures (dui_session_get_book (session), self->indicator, self->period, figures,
                            &occasion, &error))
    return;
  self->typed = TRUE;
  dui_alert_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                  _ ("The Figures Were Not Saved"), error->message);
}

static void
final_accepted (gpointer data)
{
  DuiDataPage *self = data;
  g_autoptr (GArray) figures = dui_figure_grid_list_open (self->grid);
  g_autoptr (GError) error = NULL;

  if (!dui_book_set_figures (dui_session_get_book (dui_page_get_session (DUI_PAGE (self))),
                             self->indicator, self->period, figures,
                             &(DuiOccasion){ .reason = _ ("confirmed by the bureau") }, &error))
    dui_alert_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                    _ ("The Figures Were Not Saved"), error->message);
}

static void
final_clicked (DuiDataPage *self)
{
  g_autoptr (GArray) figures = dui_figure_grid_list_open (self->grid);
  g_autofree char *period = dui_period_to_label (self->period);
  g_autofree char *body = g_strdup_printf (
      /* Translators: 1 how many, 2 period. */
      ngettext ("%1$u figure of %2$s becomes final. Estimates and preliminary figures do not replace it "
                "any more.",
                "%1$u figures of %2$s become final. Estimates and preliminary figures do not replace "
                "them any more.",
                figures->len),
      figures->len, period);

  dui_alert_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Make All Figures Final?"),
                 body, _ ("_Make Final"), final_accepted, self);
}

static void
discard_clicked (DuiDataPage *self)
{
  self->typed = FALSE;
  show_figures (self, dui_page_get_session (DUI_PAGE (self)));
}

static void
dui_data_page_finalize (GObject *object)
{
  g_free (DUI_DATA_PAGE (object)->indicator);
  G_OBJECT_CLASS (dui_data_page_parent_class)->finalize (object);
}

static void
dui_data_page_class_init (DuiDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_data_page_finalize;
  page_class->fill = dui_data_page_fill;
  page_class->select = dui_data_page_select;
  g_type_ensure (DUI_TYPE_CHOOSER);
  g_type_ensure (DUI_TYPE_FIGURE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, final_button);
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, status_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, discard_button);
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiDataPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, discard_clicked);
  gtk_widget_class_bind_template_callback (widget_class, final_clicked);
}

static void
dui_data_page_init (DuiDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (DuiFigureStatus status = DUI_STATUS_ESTIMATE; status <= DUI_STATUS_FINAL; status++)
    dui_chooser_add (self->status_chooser, status, dui_figure_status_label (status), NULL);
  dui_chooser_set_chosen (self->status_chooser, DUI_STATUS_PRELIMINARY);
}
