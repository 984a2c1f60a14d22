/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ranking-table.h"

#include <glib/gi18n-lib.h>

#include "desktop-style.h"
#include "exchange/out/ranking.h"
#include "pages/ranking-row.h"
#include "widgets/columns.h"
#include "widgets/context-menu.h"

#define NAME_CHARS 10
#define PLACE "place" /* of a cell, plus one: what the menu is about */

struct _DuiRankingTable
{
  GtkWidget parent_instance;

  GtkColumnView *view;
  GMenuModel *row_menu;
  DuiTableColumn columns[DUI_N_COLUMNS];
  DuiColumnChoice *choice;
  GListStore *rows;
  GtkCustomFilter *filter;
  char *wanted_name; /* folded; NULL shows all */
  GtkSingleSelection *selection;
  DuiPanel *panel; /* what the rows are made of */
  guint whole;
  DuiPeriod period;
  DuiTier tier;
  DuiRankBy by;
  guint ours; /* DUI_NO_PLACE where all are equal */
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiRankingTable, dui_ranking_table, GTK_TYPE_WIDGET)

#define PADDING 16

/* At least, in pixels for text of the usual size; what is left is shared by all. */
static const int widths[DUI_N_COLUMNS]
    = { 46, 140, 70, 64, 72, 72, 78, 46, 68, 64, 46, 64, 60, 60, 64, 52, 54 };

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem *item,
            gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *box, *tag;

  if (GPOINTER_TO_INT (column) != DUI_COLUMN_PLACE)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_list_item_set_child (item, label);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  tag = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (tag, "tag");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tag);
  gtk_list_item_set_child (item, box);
}

static void
style_cell (DuiRankingTable *self,
            GtkWidget *cell,
            DuiRankingRow *row,
            DuiRankingColumn column,
            gboolean first_unranked)
{
  const char *classes[7] = { "table-cell", "numeric" };
  guint n = 2;

  switch (dui_ranking_row_get_kind (row))
    {
    case DUI_RANKING_WHOLE:
      classes[n++] = "whole";
      break;
    case DUI_RANKING_TOTAL:
      break;
    case DUI_RANKING_UNREPORTED:
    case DUI_RANKING_UNTARGETED:
      classes[n++] = "unranked";
      break;
    case DUI_RANKING_RANKED:
    default:
      break;
    }
  if (dui_ranking_row_is_bottom (row))
    classes[n++] = "bottom";
  if (dui_ranking_row_get_place (row) == self->ours)
    classes[n++] = "ours";
  if (first_unranked)
    classes[n++] = "first-unranked";
  if (column == DUI_COLUMN_DIFFERENCE && dui_ranking_row_is_behind (row))
    classes[n++] = "behind";
  gtk_widget_set_css_classes (cell, classes);
}

/* The rule above those that are not ranked. */
static gboolean
is_first_unranked (DuiRankingTable *self,
                   DuiRankingRow *row,
                   guint position)
{
  g_autoptr (DuiRankingRow) before = NULL;

  if (dui_ranking_row_get_kind (row) <= DUI_RANKING_RANKED || position == 0)
    return FALSE;
  before = g_list_model_get_item (G_LIST_MODEL (self->selection), position - 1);
  return dui_ranking_row_get_kind (before) <= DUI_RANKING_RANKED;
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           gpointer data)
{
  DuiRankingColumn column = GPOINTER_TO_INT (data);
  DuiRankingRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  DuiRankingTable *self = g_object_get_data (G_OBJECT (factory), "table");
  g_autofree char *text = dui_ranking_row_format (row, column);
  g_autofree char *tag = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *label = cell;

  style_cell (self, cell, row, column,
              is_first_unranked (self, row, gtk_list_item_get_position (item)));
  g_object_set_data (G_OBJECT (cell), PLACE, GUINT_TO_POINTER (dui_ranking_row_get_place (row) + 1));
  if (column == DUI_COLUMN_PLACE)
    {
      GtkWidget *tag_label;

      label = gtk_widget_get_first_child (cell);
      tag_label = gtk_widget_get_next_sibling (label);
      tag = dui_ranking_row_format_tag (row);
      gtk_widget_set_visible (tag_label, tag != NULL);
      gtk_label_set_label (GTK_LABEL (tag_label), tag ? tag : "");
      gtk_widget_set_tooltip_text (tag_label, tag);
      /* A name of usual length is whole before its tag is; Han characters are wider. */
      gtk_label_set_width_chars (GTK_LABEL (label),
                                 MIN ((int) g_utf8_strlen (text, -1) * 8 / 5, NAME_CHARS));
      spoken = dui_ranking_row_format_spoken (row);
    }
  gtk_label_set_label (GTK_LABEL (label), text);
  dui_columns_name_cell (cell, text, spoken);
}

static void
selection_changed (DuiRankingTable *self)
{
  DuiRankingRow *row = gtk_single_selection_get_selected_item (self->selection);

  g_signal_emit (self, signals[SELECTED], 0, row ? dui_ranking_row_get_place (row) : DUI_NO_PLACE);
}

/* The row below the pointer becomes the chosen one before its menu opens. */
static gboolean
choose_row (GtkWidget *widget,
            double x,
            double y)
{
  GtkWidget *at = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  guint place = 0;

  for (; at && at != widget && !place; at = gtk_widget_get_parent (at))
    place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (at), PLACE));
  if (!place)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (DUI_RANKING_TABLE (widget)->view));
  g_signal_emit (widget, signals[SELECTED], 0, place - 1);
  return TRUE;
}

static void
row_activated (DuiRankingTable *self,
               guint position)
{
  g_autoptr (DuiRankingRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[ACTIVATED], 0, dui_ranking_row_get_place (row));
}

DuiExportTable *
dui_ranking_table_export (DuiRankingTable *self)
{
  g_autoptr (DuiStanding) standing = NULL;

  if (self->panel == NULL)
    return NULL;
  standing = dui_standing_compute (self->panel, self->whole, self->period, self->by, self->tier, 0);
  return dui_export_ranking (standing, self->panel, self->whole);
}

static void
copy (GtkWidget *widget,
      const char *action,
      GVariant *parameter)
{
  g_autoptr (DuiExportTable) table = dui_ranking_table_export (DUI_RANKING_TABLE (widget));
  g_autofree char *text = table ? dui_export_table_to_text (table, '\t', "\n") : NULL;

  if (text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  DuiRankingTable *self = data;
  DuiRankingRow *row = item;
  g_autofree char *name = NULL, *folded = NULL;

  if (self->wanted_name == NULL || dui_ranking_row_get_kind (row) <= DUI_RANKING_TOTAL)
    return TRUE;
  name = dui_ranking_row_format (row, DUI_COLUMN_PLACE);
  folded = g_utf8_casefold (name, -1);
  return strstr (folded, self->wanted_name) != NULL;
}

void
dui_ranking_table_set_filter (DuiRankingTable *self,
                              const char *text)
{
  g_free (self->wanted_name);
  self->wanted_name = text && *text ? g_utf8_casefold (text, -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

DuiColumnChoice *
dui_ranking_table_get_columns (DuiRankingTable *self)
{
  return self->choice;
}

static int
compare_by_column (gconstpointer a,
                   gconstpointer b,
                   gpointer column)
{
  return dui_ranking_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_INT (column));
}

static int
compare_by_kind (gconstpointer a,
                 gconstpointer b,
                 gpointer user_data)
{
  return (int) dui_ranking_row_get_kind ((gpointer) a)
         - (int) dui_ranking_row_get_kind ((gpointer) b);
}

static void
add_column (DuiRankingTable *self,
            DuiRankingColumn id)
{
  g_autoptr (GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new (compare_by_column, GINT_TO_POINTER (id), NULL));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (NULL, factory);

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), GINT_TO_POINTER (id));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GINT_TO_POINTER (id));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, TRUE);
  self->columns[id] = (DuiTableColumn){ column, id != DUI_COLUMN_PLACE, FALSE };
}

static gboolean
dui_ranking_table_focus (GtkWidget *widget,
                         GtkDirectionType direction)
{
  return !dui_columns_is_left (widget, direction)
         && GTK_WIDGET_CLASS (dui_ranking_table_parent_class)->focus (widget, direction);
}

static void
dui_ranking_table_dispose (GObject *object)
{
  DuiRankingTable *self = DUI_RANKING_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  for (guint i = 0; i < DUI_N_COLUMNS; i++)
    g_clear_object (&self->columns[i].column);
  g_clear_object (&self->choice);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->wanted_name, g_free);
  g_clear_pointer (&self->panel, dui_panel_unref);
  G_OBJECT_CLASS (dui_ranking_table_parent_class)->dispose (object);
}

static void
dui_ranking_table_class_init (DuiRankingTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_ranking_table_dispose;
  widget_class->focus = dui_ranking_table_focus;
  signals[SELECTED] = g_signal_new ("selected", DUI_TYPE_RANKING_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", DUI_TYPE_RANKING_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/ranking-table.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiRankingTable, view);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingTable, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The whole place stays above and those that are not ranked below, whatever is sorted by. */
static GListModel *
sort_rows (DuiRankingTable *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_multi_sorter_append (sorter,
                           GTK_SORTER (gtk_custom_sorter_new (compare_by_kind, NULL, NULL)));
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  return G_LIST_MODEL (gtk_sort_list_model_new (
      G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)),
                                               GTK_FILTER (g_object_ref (self->filter)))),
      GTK_SORTER (sorter)));
}

/* A target of the whole place alone makes no column. */
static gboolean
is_filled (DuiRankingTable *self,
           DuiRankingColumn column)
{
  gboolean of_targets = column == DUI_COLUMN_TARGET || column == DUI_COLUMN_COMPLETION
                        || column == DUI_COLUMN_DIFFERENCE || column == DUI_COLUMN_GAP
                        || column == DUI_COLUMN_CARD;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DuiRankingRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (dui_ranking_row_has (row, column)
          && !(of_targets && dui_ranking_row_get_kind (row) <= DUI_RANKING_TOTAL))
        return TRUE;
    }
  return FALSE;
}

/* What the indicator has at all, without a second column of the same ranks. */
static gboolean
makes_sense (DuiRankingTable *self,
             DuiRankingColumn column)
{
  DuiIndicator *indicator = self->panel->indicator;
  gboolean has_pace = dui_indicator_has_pace (indicator);
  gboolean targets = dui_indicator_get_place_targets (indicator);

  switch (column)
    {
    case DUI_COLUMN_TARGET:
    case DUI_COLUMN_DIFFERENCE:
      return targets;
    case DUI_COLUMN_DIFFERENCE_RANK:
      return targets && self->by != DUI_RANK_BY_PROGRESS;
    case DUI_COLUMN_COMPLETION:
    case DUI_COLUMN_GAP:
    case DUI_COLUMN_SHARE:
    case DUI_COLUMN_CARD:
      return targets && has_pace;
    case DUI_COLUMN_MONTH:
      return has_pace;
    case DUI_COLUMN_COMPLETED:
    case DUI_COLUMN_BASE:
      return dui_indicator_get_kind (indicator) != DUI_KIND_GROWTH_ONLY;
    case DUI_COLUMN_GROWTH_RANK:
      return self->by != DUI_RANK_BY_GROWTH;
    default:
      return TRUE;
    }
}

/* PRACTICE R21: no column of dashes, but for the one that is ranked by, which can't be hidden. */
static void
show_chosen_columns (DuiRankingTable *self)
{
  static const DuiRankingColumn ranked_by[]
      = { [DUI_RANK_BY_GROWTH] = DUI_COLUMN_GROWTH,
          [DUI_RANK_BY_PROGRESS] = DUI_COLUMN_DIFFERENCE,
          [DUI_RANK_BY_COMPLETED] = DUI_COLUMN_COMPLETED,
          [DUI_RANK_BY_MONTH] = DUI_COLUMN_MONTH };
  double text_scale = dui_desktop_style_get_text_scale ();

  if (self->panel == NULL)
    return;
  dui_column_choice_clear (self->choice);
  for (DuiRankingColumn i = 0; i < DUI_N_COLUMNS; i++)
    {
      const char *nick = dui_ranking_column_get_nick (i);
      gboolean fixed = i <= DUI_COLUMN_PLACE || i == ranked_by[self->by];
      gboolean possible = fixed || (makes_sense (self, i) && is_filled (self, i));

      gtk_column_view_column_set_title (self->columns[i].column,
                                        dui_ranking_column_get_title (i, self->panel->indicator));
      gtk_column_view_column_set_fixed_width (
          self->columns[i].column, (int) (PADDING + (widths[i] - PADDING) * text_scale));
      self->columns[i].wanted
          = fixed || (possible && !dui_column_choice_is_hidden (self->choice, nick));
      if (possible && !fixed)
        dui_column_choice_offer (self->choice, nick,
                                 dui_ranking_column_get_name (i, self->panel->indicator));
    }
  dui_columns_show (self->view, self->columns, DUI_N_COLUMNS);
}

static void
dui_ranking_table_init (DuiRankingTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ours = DUI_NO_PLACE;
  dui_context_menu_set_up (GTK_WIDGET (self), self->row_menu, _ ("Menu"), choose_row);
  for (guint i = 0; i < DUI_N_COLUMNS; i++)
    add_column (self, i);
  self->choice = dui_column_choice_new ("ranking-hidden-columns");
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (show_chosen_columns), self,
                           G_CONNECT_SWAPPED);
  self->rows = g_list_store_new (DUI_TYPE_RANKING_ROW);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->selection = gtk_single_selection_new (sort_rows (self));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed),
                           self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

static void
add_unranked (GPtrArray *rows,
              const DuiRankingTerms *terms,
              DuiRankingKind kind,
              GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (rows, dui_ranking_row_new_unranked (terms, kind,
                                                         g_array_index (places, guint, i)));
}

static void
add_wholes (GPtrArray *rows,
            const DuiRankingTerms *terms,
            guint whole)
{
  DuiRankingRow *total = dui_ranking_row_new_total (terms, whole);

  g_ptr_array_add (rows, dui_ranking_row_new_whole (terms, whole));
  if (total)
    g_ptr_array_add (rows, total);
}

void
dui_ranking_table_set_standing (DuiRankingTable *self,
                                DuiPanel *panel,
                                guint whole,
                                const DuiStanding *standing)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DuiPanel) old = g_steal_pointer (&self->panel);
  g_autoptr (DuiStanding) growth = dui_standing_compute (panel, whole, standing->period,
                                                         DUI_RANK_BY_GROWTH, standing->tier, 0);
  g_autoptr (DuiStanding) progress = dui_standing_compute (
      panel, whole, standing->period, DUI_RANK_BY_PROGRESS, standing->tier, 0);
  g_autoptr (DuiContribution) contribution
      = dui_contribution_compute (panel, whole, standing->period);
  DuiRankingTerms terms = {
    .panel = panel,
    .by = standing->by,
    .tier = standing->tier,
    .period = standing->period,
    .bottom = standing->bottom_size,
    .by_growth = growth,
    .by_progress = progress,
    .contribution = contribution,
  };

  terms.decimals = dui_ranking_terms_find_decimals (&terms, standing);
  add_wholes (rows, &terms, whole);
  for (guint i = 0; i < standing->rows->len; i++)
    g_ptr_array_add (rows, dui_ranking_row_new (
                               &terms, &g_array_index (standing->rows, DuiStandingRow, i)));
  add_unranked (rows, &terms, DUI_RANKING_UNREPORTED, standing->unreported);
  add_unranked (rows, &terms, DUI_RANKING_UNTARGETED, standing->untargeted);

  /* Another ranking comes in its own order. */
  if (self->by != standing->by)
    gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  self->panel = dui_panel_ref (panel);
  self->whole = whole;
  self->period = standing->period;
  self->tier = standing->tier;
  self->by = standing->by;
  g_signal_handlers_block_by_func (self->selection, selection_changed, self);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  g_signal_handlers_unblock_by_func (self->selection, selection_changed, self);
  show_chosen_columns (self);
}

void
dui_ranking_table_set_ours (DuiRankingTable *self,
                            guint place)
{
  self->ours = place;
}

void
dui_ranking_table_select (DuiRankingTable *self,
                          guint place)
{
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (DuiRankingRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (dui_ranking_row_get_place (row) != place)
        continue;
      found = i;
      break;
    }
  if (found == gtk_single_selection_get_selected (self->selection))
    return;
  g_signal_handlers_block_by_func (self->selection, selection_changed, self);
  gtk_single_selection_set_selected (self->selection, found);
  g_signal_handlers_unblock_by_func (self->selection, selection_changed, self);
  if (found != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", found);
}
