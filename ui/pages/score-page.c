/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/score-page.h"

#include <glib/gi18n-lib.h>

#include "analysis/score-lever.h"
#include "dialogs/scheme-dialog.h"
#include "model/format.h"
#include "pages/score-rows.h"

struct _DuiScorePage
{
  DuiPage parent_instance;

  GtkLabel *state_label;
  GtkWidget *scheme_button;
  GtkStack *stack;
  DuiPlainTable *table;
  GtkLabel *place_label;
  GtkLabel *lever_label;
  DuiPlainTable *parts_table;

  GPtrArray *schemes;
  const DuiScheme *scheme; /* that holds in the period; NULL for none */
  GPtrArray *panels;       /* one for each part of it */
  DuiScore *score;         /* NULL without a scheme */
};

G_DEFINE_FINAL_TYPE (DuiScorePage, dui_score_page, DUI_TYPE_PAGE)

static const DuiScoreRow *
find_row (DuiScorePage *self,
          guint place)
{
  for (guint i = 0; self->score && i < self->score->rows->len; i++)
    {
      const DuiScoreRow *row = &g_array_index (self->score->rows, DuiScoreRow, i);

      if (row->place == place)
        return row;
    }
  return NULL;
}

/* 工业总产值再增加1.20亿元（应完成数的5.3%），即可超过柳格镇，升至第3位。 */
static char *
describe_lever (DuiScorePage *self,
                DuiCatalog *catalog,
                const DuiScoreRow *row)
{
  g_autofree char *amount = NULL, *due = NULL;
  DuiScoreLever lever;
  DuiIndicator *indicator;

  if (row->rank == 1)
    return g_strdup (_ ("First: there is nobody to pass."));
  if (!dui_score_find_lever (self->score, self->scheme, (DuiPanel *const *) self->panels->pdata, row,
                             &lever))
    return g_strdup (_ ("No single indicator could raise it enough to pass the next place."));
  indicator = ((DuiPanel *) g_ptr_array_index (self->panels, lever.part))->indicator;
  amount = dui_format_with_measure (indicator, dui_amount_to_ratio (lever.added, 0));
  due = dui_format_percent (lever.due, 1);
  /* Translators: 1 indicator, 2 amount, 3 percentage of what was due, 4 place, 5 rank. */
  return g_strdup_printf (_ ("What would change its rank most: %1$s, %2$s more (%3$s%% of what was "
                             "due), passes %4$s and gives rank %5$u."),
                          dui_indicator_get_display_name (indicator), amount, due,
                          dui_place_get_name (dui_catalog_get_place (catalog, lever.place)),
                          lever.rank);
}

static void
show_place (DuiScorePage *self,
            guint place)
{
  DuiCatalog *catalog = dui_session_get_catalog (dui_page_get_session (DUI_PAGE (self)));
  const DuiScoreRow *row = find_row (self, place);
  g_autofree char *lever = row ? describe_lever (self, catalog, row) : NULL;

  gtk_label_set_label (self->place_label,
                       row ? dui_place_get_name (dui_catalog_get_place (catalog, place))
                           : _ ("Choose a place to see how its score came about."));
  gtk_label_set_label (self->lever_label, lever ? lever : "");
  dui_plain_table_take_rows (self->parts_table,
                             row ? dui_score_rows_new_parts (catalog, self->scheme, row)
                                 : dui_plain_table_new_rows ());
}

static void
clear (DuiScorePage *self)
{
  g_clear_pointer (&self->score, dui_score_free);
  g_clear_pointer (&self->panels, g_ptr_array_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  self->scheme = NULL;
}

static gboolean
compute (DuiScorePage *self,
         DuiSession *session,
         GError **error)
{
  DuiBook *book = dui_session_get_book (session);
  DuiPeriod period = dui_session_get_period (session);

  clear (self);
  self->schemes = dui_book_list_schemes (book, error);
  self->scheme = self->schemes ? dui_scheme_find (self->schemes, period) : NULL;
  if (self->scheme == NULL)
    return self->schemes != NULL;
  self->panels = dui_book_get_scheme_panels (book, self->scheme, error);
  if (self->panels == NULL)
    return FALSE;
  self->score = dui_score_compute (self->scheme, (DuiPanel *const *) self->panels->pdata,
                                   dui_session_get_home (session), period,
                                   dui_session_get_tier (session), 0);
  return TRUE;
}

static char *
describe_state (DuiScorePage *self)
{
  g_autofree char *period = self->score ? dui_period_to_label (self->score->period) : NULL;

  if (self->scheme == NULL)
    return g_strdup (_ ("No scheme holds in this period."));
  /* Translators: 1 name of a scheme, 2 period, 3 how many. */
  return g_strdup_printf (self->score->provisional ? _ ("%1$s, %2$s: %3$u ranked (provisional)")
                                                   : _ ("%1$s, %2$s: %3$u ranked"),
                          self->scheme->name, period, self->score->rows->len);
}

static void
dui_score_page_fill (DuiPage *page,
                     DuiSession *session)
{
  DuiScorePage *self = DUI_SCORE_PAGE (page);
  guint place = dui_session_get_place (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;

  if (!compute (self, session, &error))
    clear (self);
  state = error ? g_strdup (error->message) : describe_state (self);
  gtk_label_set_label (self->state_label, state);
  gtk_stack_set_visible_child_name (self->stack, self->score ? "score" : "empty");
  gtk_widget_set_sensitive (self->scheme_button,
                            !dui_book_get_read_only_reason (dui_session_get_book (session)));
  if (self->score == NULL)
    return;
  dui_plain_table_take_rows (
      self->table, dui_score_rows_new (dui_session_get_catalog (session), self->score, self->scheme));
  if (find_row (self, place) == NULL && self->score->rows->len > 0)
    place = g_array_index (self->score->rows, DuiScoreRow, 0).place;
  dui_plain_table_select (self->table, place);
  show_place (self, place);
}

static void
dui_score_page_select (DuiPage *page,
                       DuiSession *session)
{
  DuiScorePage *self = DUI_SCORE_PAGE (page);
  guint place = dui_session_get_place (session);

  if (find_row (self, place) == NULL)
    return;
  dui_plain_table_select (self->table, place);
  show_place (self, place);
}

static void
place_selected (DuiScorePage *self,
                gint64 place)
{
  show_place (self, (guint) place);
  dui_session_set_place (dui_page_get_session (DUI_PAGE (self)), (guint) place);
}

static void
scheme_clicked (DuiScorePage *self)
{
  dui_scheme_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             dui_page_get_session (DUI_PAGE (self)), self->scheme);
}

static void
dui_score_page_finalize (GObject *object)
{
  clear (DUI_SCORE_PAGE (object));
  G_OBJECT_CLASS (dui_score_page_parent_class)->finalize (object);
}

static void
dui_score_page_class_init (DuiScorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_score_page_finalize;
  page_class->fill = dui_score_page_fill;
  page_class->select = dui_score_page_select;
  g_type_ensure (DUI_TYPE_PLAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/score-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiScorePage, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiScorePage, scheme_button);
  gtk_widget_class_bind_template_child (widget_class, DuiScorePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiScorePage, table);
  gtk_widget_class_bind_template_child (widget_class, DuiScorePage, place_label);
  gtk_widget_class_bind_template_child (widget_class, DuiScorePage, lever_label);
  gtk_widget_class_bind_template_child (widget_class, DuiScorePage, parts_table);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
  gtk_widget_class_bind_template_callback (widget_class, scheme_clicked);
}

static void
dui_score_page_init (DuiScorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_score_rows_set_columns (self->table);
  dui_score_rows_set_part_columns (self->parts_table);
}
