/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/log-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "widgets/columns.h"
#include "widgets/entry-text.h"

/* A year and more of an office's work. */
#define COMMANDS_MAX 2000

typedef enum
{
  COLUMN_AT,
  COLUMN_WHO,
  COLUMN_WHAT,
  COLUMN_REASON,
  N_COLUMNS
} Column;

/* A command as an object of a list model. */
#define DUI_TYPE_LOG_ITEM (dui_log_item_get_type ())
G_DECLARE_FINAL_TYPE (DuiLogItem, dui_log_item, DUI, LOG_ITEM, GObject)

struct _DuiLogItem
{
  GObject parent_instance;

  GPtrArray *steps; /* holds the step */
  const DuiUndoStep *step;
};

G_DEFINE_FINAL_TYPE (DuiLogItem, dui_log_item, G_TYPE_OBJECT)

struct _DuiLogDialog
{
  GtkWindow parent_instance;

  /* Template */
  GtkEditable *search_entry;
  GtkColumnView *view;
  GtkLabel *count_label;

  /* Owned */
  DuiTableColumn columns[N_COLUMNS];
  GListStore *items;
  GtkFilterListModel *found;
  char *wanted; /* folded; what is searched for */
};

G_DEFINE_FINAL_TYPE (DuiLogDialog, dui_log_dialog, GTK_TYPE_WINDOW)

/* A command -------------------------------------------------------------------------------------- */

static void
dui_log_item_finalize (GObject *object)
{
  g_clear_pointer (&DUI_LOG_ITEM (object)->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_log_item_parent_class)->finalize (object);
}

static void
dui_log_item_class_init (DuiLogItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_log_item_finalize;
}

static void
dui_log_item_init (DuiLogItem *self)
{
}

static DuiLogItem *
log_item_new (GPtrArray *steps,
              guint index)
{
  DuiLogItem *self = g_object_new (DUI_TYPE_LOG_ITEM, NULL);

  self->steps = g_ptr_array_ref (steps);
  self->step = g_ptr_array_index (steps, index);
  return self;
}

static char *
format (DuiLogItem *item,
        Column column)
{
  const DuiUndoStep *step = item->step;

  switch (column)
    {
    case COLUMN_AT:
      return g_strdup (step->at);
    case COLUMN_WHO:
      return g_strdup (step->who);
    case COLUMN_WHAT:
      return dui_undo_step_describe (step);
    case COLUMN_REASON:
    case N_COLUMNS:
    default:
      return g_strdup (step->reason && *step->reason ? step->reason : "—");
    }
}

/* All columns on one line, as a screen reader says it and the search reads it. */
static char *
format_line (DuiLogItem *item)
{
  g_autofree char *what = dui_undo_step_describe (item->step);

  return g_strjoin (" ", item->step->at, item->step->who, what, item->step->reason, NULL);
}

/* The table -------------------------------------------------------------------------------------- */

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem *item,
            gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "table-cell");
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           gpointer column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = format (gtk_list_item_get_item (item), GPOINTER_TO_INT (column));
  g_autofree char *line = NULL;

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (GPOINTER_TO_INT (column) == COLUMN_AT)
    line = format_line (gtk_list_item_get_item (item));
  dui_columns_name_cell (label, text, line);
}

static void
add_column (DuiLogDialog *self,
            Column id,
            const char *title,
            int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), GINT_TO_POINTER (id));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GINT_TO_POINTER (id));
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, id == COLUMN_WHAT || id == COLUMN_REASON);
  self->columns[id] = (DuiTableColumn){ column, FALSE, TRUE };
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  DuiLogDialog *self = user_data;
  g_autofree char *line = NULL;
  g_autofree char *folded = NULL;

  if (!self->wanted)
    return TRUE;
  line = format_line (item);
  folded = g_utf8_casefold (line, -1);
  return strstr (folded, self->wanted) != NULL;
}

static void
show_count (DuiLogDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text
      = self->wanted
            /* Translators: how many were found, of how many. */
            ? g_strdup_printf (_ ("%1$u of %2$u commands"), found, n)
            : g_strdup_printf (ngettext ("%u command, newest first", "%u commands, newest first", n),
                               n);

  gtk_label_set_label (self->count_label, text);
}

static void
search_changed (DuiLogDialog *self)
{
  g_autofree char *text = dui_entry_text_dup (self->search_entry);

  g_clear_pointer (&self->wanted, g_free);
  if (*text)
    self->wanted = g_utf8_casefold (text, -1);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
listed (GObject *book,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (DuiLogDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = dui_book_list_log_finish (DUI_BOOK (book), result, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (!self->items) /* closed meanwhile */
    return;
  if (!steps)
    {
      gtk_label_set_label (self->count_label, error->message);
      return;
    }
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (items, log_item_new (steps, i));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  show_count (self);
  dui_accessible_names_complete_later (GTK_WIDGET (self));
}

/* The dialog --------------------------------------------------------------------------------------- */

static void
dui_log_dialog_dispose (GObject *object)
{
  DuiLogDialog *self = DUI_LOG_DIALOG (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i].column);
  G_OBJECT_CLASS (dui_log_dialog_parent_class)->dispose (object);
  g_clear_object (&self->found);
  g_clear_object (&self->items);
  g_clear_pointer (&self->wanted, g_free);
}

static void
dui_log_dialog_class_init (DuiLogDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_log_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/log-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiLogDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiLogDialog, view);
  gtk_widget_class_bind_template_child (widget_class, DuiLogDialog, count_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_log_dialog_init (DuiLogDialog *self)
{
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_column (self, COLUMN_AT, C_ ("column", "When"), 140);
  add_column (self, COLUMN_WHO, C_ ("column", "Who"), 110);
  add_column (self, COLUMN_WHAT, C_ ("column", "What"), 360);
  add_column (self, COLUMN_REASON, C_ ("column", "Why"), 240);
  dui_columns_show (self->view, self->columns, N_COLUMNS);
  self->items = g_list_store_new (DUI_TYPE_LOG_ITEM);
  self->found = gtk_filter_list_model_new (
      G_LIST_MODEL (g_object_ref (self->items)),
      GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL)));
  selection
      = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->found))));
  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
}

void
dui_log_dialog_present (GtkWindow *parent,
                        DuiBook *book)
{
  DuiLogDialog *self = g_object_new (DUI_TYPE_LOG_DIALOG, "transient-for", parent, NULL);

  dui_book_list_log_async (book, COMMANDS_MAX, NULL, listed, g_object_ref (self));
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
