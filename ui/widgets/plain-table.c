/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/plain-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "accessible-names.h"
#include "desktop-style.h"
#include "model/amount.h"
#include "widgets/columns.h"
#include "widgets/context-menu.h"

#define PADDING 16
#define COLUMNS_MAX 12

/* A row as an object of a list model. */
#define DUI_TYPE_PLAIN_ROW (dui_plain_row_get_type ())
G_DECLARE_FINAL_TYPE (DuiPlainRow, dui_plain_row, DUI, PLAIN_ROW, GObject)

struct _DuiPlainRow
{
  GObject parent_instance;

  gint64 id;
  GStrv cells;
  const char *css_class; /* nullable */
};

G_DEFINE_FINAL_TYPE (DuiPlainRow, dui_plain_row, G_TYPE_OBJECT)

struct _DuiPlainTable
{
  GtkWidget parent_instance;

  GtkColumnView *view;
  DuiTableColumn columns[COLUMNS_MAX];
  guint n_columns;
  GListStore *rows;
  GtkSingleSelection *selection;
};

enum
{
  PROP_LABEL = 1,
  N_PROPERTIES
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiPlainTable, dui_plain_table, GTK_TYPE_WIDGET)

/* A row ------------------------------------------------------------------------------------------ */

static void
dui_plain_row_finalize (GObject *object)
{
  g_strfreev (DUI_PLAIN_ROW (object)->cells);
  G_OBJECT_CLASS (dui_plain_row_parent_class)->finalize (object);
}

static void
dui_plain_row_class_init (DuiPlainRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_plain_row_finalize;
}

static void
dui_plain_row_init (DuiPlainRow *self)
{
}

/* Cells ------------------------------------------------------------------------------------------ */

static guint
find_column (DuiPlainTable *self,
             gpointer column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].column == column)
      return i;
  return 0;
}

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem *item,
            gpointer is_number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (is_number) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           gpointer column)
{
  DuiPlainTable *self = g_object_get_data (G_OBJECT (factory), "table");
  DuiPlainRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint at = find_column (self, column);
  const char *classes[] = { "table-cell", "numeric", row->css_class, NULL };
  g_autofree char *spoken = at == 0 ? g_strjoinv (" ", row->cells) : NULL;

  gtk_label_set_label (GTK_LABEL (label), row->cells[at]);
  if (!self->columns[at].is_number)
    gtk_widget_set_tooltip_text (label, row->cells[at]);
  gtk_widget_set_css_classes (label, classes);
  dui_columns_name_cell (label, row->cells[at], spoken);
}

static DuiAmount
read_number (const char *text)
{
  gboolean negative = g_str_has_prefix (text, "−");
  g_autofree char *digits = g_strndup (negative ? text + strlen ("−") : text,
                                       strcspn (text, "%") - (negative ? strlen ("−") : 0));
  DuiAmount number;

  if (!dui_amount_parse (digits, 4, 0, &number, NULL, NULL))
    return DUI_AMOUNT_MAX + 1;
  return negative ? -number : number;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer column)
{
  guint at = GPOINTER_TO_UINT (column);
  DuiAmount left = read_number (((const DuiPlainRow *) a)->cells[at]);
  DuiAmount right = read_number (((const DuiPlainRow *) b)->cells[at]);

  return (left > right) - (left < right);
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer column)
{
  guint at = GPOINTER_TO_UINT (column);

  return g_utf8_collate (((const DuiPlainRow *) a)->cells[at],
                         ((const DuiPlainRow *) b)->cells[at]);
}

void
dui_plain_table_set_columns (DuiPlainTable *self,
                             const DuiPlainColumn *columns,
                             guint n_columns)
{
  double text_scale = dui_desktop_style_get_text_scale ();

  g_return_if_fail (DUI_IS_PLAIN_TABLE (self) && n_columns <= COLUMNS_MAX && self->n_columns == 0);

  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (columns[i].title, factory);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (
          gtk_custom_sorter_new (columns[i].is_number ? compare_numbers : compare_words,
                                 GUINT_TO_POINTER (i), NULL));

      g_object_set_data (G_OBJECT (factory), "table", self);
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell),
                        GINT_TO_POINTER (columns[i].is_number));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), column);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_column_set_fixed_width (column,
                                              PADDING + (columns[i].width - PADDING) * text_scale);
      self->columns[i] = (DuiTableColumn){ column, columns[i].is_number, TRUE };
    }
  self->n_columns = n_columns;
  dui_columns_show (self->view, self->columns, n_columns);
}

/* Rows ------------------------------------------------------------------------------------------- */

GPtrArray *
dui_plain_table_new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

void
dui_plain_table_add_row (GPtrArray *rows,
                         gint64 id,
                         char **cells,
                         const char *css_class)
{
  DuiPlainRow *row = g_object_new (DUI_TYPE_PLAIN_ROW, NULL);

  row->id = id;
  row->cells = cells;
  row->css_class = css_class;
  g_ptr_array_add (rows, row);
}

static void
selection_changed (DuiPlainTable *self)
{
  DuiPlainRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row)
    g_signal_emit (self, signals[SELECTED], 0, row->id);
}

static void
row_activated (DuiPlainTable *self,
               guint position)
{
  g_autoptr (DuiPlainRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[ACTIVATED], 0, row->id);
}

void
dui_plain_table_take_rows (DuiPlainTable *self,
                           GPtrArray *rows)
{
  g_return_if_fail (DUI_IS_PLAIN_TABLE (self));

  g_signal_handlers_block_by_func (self->selection, selection_changed, self);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_handlers_unblock_by_func (self->selection, selection_changed, self);
  g_ptr_array_unref (rows);
  dui_accessible_names_complete_later (GTK_WIDGET (self));
}

void
dui_plain_table_select (DuiPlainTable *self,
                        gint64 id)
{
  guint found = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (DUI_IS_PLAIN_TABLE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (DuiPlainRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (row->id == id)
        found = i;
    }
  g_signal_handlers_block_by_func (self->selection, selection_changed, self);
  gtk_single_selection_set_selected (self->selection, found);
  g_signal_handlers_unblock_by_func (self->selection, selection_changed, self);
}

static void
copy (GtkWidget *widget,
      const char *action,
      GVariant *parameter)
{
  DuiPlainTable *self = DUI_PLAIN_TABLE (widget);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (text, "%s%s", i ? "\t" : "",
                            gtk_column_view_column_get_title (self->columns[i].column));
  for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); n++)
    {
      g_autoptr (DuiPlainRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), n);
      g_autofree char *line = g_strjoinv ("\t", row->cells);

      g_string_append_printf (text, "\n%s", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

/* The widget ------------------------------------------------------------------------------------- */

static gboolean
dui_plain_table_focus (GtkWidget *widget,
                       GtkDirectionType direction)
{
  return !dui_columns_is_left (widget, direction)
         && GTK_WIDGET_CLASS (dui_plain_table_parent_class)->focus (widget, direction);
}

static void
dui_plain_table_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  DuiPlainTable *self = DUI_PLAIN_TABLE (object);

  if (id == PROP_LABEL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dui_plain_table_dispose (GObject *object)
{
  DuiPlainTable *self = DUI_PLAIN_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_object (&self->columns[i].column);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (dui_plain_table_parent_class)->dispose (object);
}

static void
dui_plain_table_class_init (DuiPlainTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = dui_plain_table_set_property;
  object_class->dispose = dui_plain_table_dispose;
  widget_class->focus = dui_plain_table_focus;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SELECTED] = g_signal_new ("selected", DUI_TYPE_PLAIN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATED] = g_signal_new ("activated", DUI_TYPE_PLAIN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/plain-table.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiPlainTable, view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_plain_table_init (DuiPlainTable *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_menu_append (menu, _ ("_Copy the Table"), "table.copy");
  dui_context_menu_set_up (GTK_WIDGET (self), G_MENU_MODEL (menu), _ ("Menu"), NULL);
  self->rows = g_list_store_new (DUI_TYPE_PLAIN_ROW);
  sorted = G_LIST_MODEL (
      gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)),
                               g_object_ref (gtk_column_view_get_sorter (self->view))));
  self->selection = gtk_single_selection_new (sorted);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed),
                           self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}
