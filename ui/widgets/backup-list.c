/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/backup-list.h"

#include <glib/gi18n-lib.h>

/* A row of the list. */
typedef struct
{
  char *path;
  DuiBackupLook *look; /* NULL while it is not known, or when it is not whole */
  gboolean known;
  GtkWidget *row;
  GtkLabel *title;
  GtkLabel *detail;
} Item;

struct _DuiBackupList
{
  GtkWidget parent_instance;

  /* Template */
  GtkListBox *list;

  /* Owned */
  DuiBook *book;    /* NULL when it can't be opened */
  GPtrArray *items; /* of Item, as the rows */
  GCancellable *cancellable;
  char *looking; /* the path of the one that is looked into; NULL for none */
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiBackupList, dui_backup_list, GTK_TYPE_WIDGET)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_clear_pointer (&item->look, dui_backup_look_free);
  g_free (item);
}

static Item *
chosen_item (DuiBackupList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row ? g_ptr_array_index (self->items, gtk_list_box_row_get_index (row)) : NULL;
}

/* Words -------------------------------------------------------------------------------------------- */

gboolean
dui_backup_look_differs (const DuiBackupLook *look)
{
  return !look->compared || look->n_changed || look->n_only_now || look->n_only_then
         || look->n_commands;
}

static char *
describe_difference (const DuiBackupLook *look)
{
  if (!look->compared)
    return NULL;
  if (!dui_backup_look_differs (look))
    return g_strdup (_ ("The book now is the same"));
  /* Translators: four numbers. */
  return g_strdup_printf (_ ("Against now: %1$u figures differ, %2$u are only in the book now, %3$u "
                             "only in the backup; %4$u changes since."),
                          (guint) look->n_changed, (guint) look->n_only_now,
                          (guint) look->n_only_then, (guint) look->n_commands);
}

static char *
describe_content (const DuiBackupLook *look)
{
  g_autofree char *size = g_format_size ((guint64) look->n_bytes);

  /* Translators: 1 day and time of the last change in it, 2 a number, 3 the size of the file. */
  return g_strdup_printf (ngettext ("Last change %1$s · %2$u figure · %3$s",
                                    "Last change %1$s · %2$u figures · %3$s",
                                    (gulong) look->n_figures),
                          look->at, (guint) look->n_figures, size);
}

static void
show_item (Item *item,
           const char *title,
           const char *detail)
{
  g_autofree char *spoken = g_strjoin (". ", title, detail, NULL);

  gtk_label_set_label (item->title, title);
  gtk_widget_set_visible (GTK_WIDGET (item->detail), detail != NULL);
  gtk_label_set_label (item->detail, detail ? detail : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
show_look (Item *item,
           const GError *problem)
{
  g_autofree char *name = g_filename_display_basename (item->path);
  g_autofree char *title = item->look ? describe_content (item->look) : NULL;
  g_autofree char *detail = item->look ? describe_difference (item->look) : NULL;

  if (item->look)
    show_item (item, title, detail);
  else
    show_item (item, name, problem ? problem->message : _ ("Looking inside…"));
}

/* Looking inside ----------------------------------------------------------------------------------- */

static void look_at_next (DuiBackupList *self);

static void
take_look (DuiBackupList *self,
           Item *item,
           DuiBackupLook *look,
           const GError *problem)
{
  Item *chosen = chosen_item (self);

  item->known = TRUE;
  item->look = look;
  show_look (item, problem);
  if (look && (chosen == NULL || (chosen->known && chosen->look == NULL)))
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (item->row));
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The list may be another one by now. */
static Item *
find_unknown (DuiBackupList *self,
              const char *path)
{
  for (guint i = 0; self->items && i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (!item->known && g_str_equal (item->path, path))
        return item;
    }
  return NULL;
}

static void
looked (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (DuiBackupList) self = user_data;
  g_autofree char *path = g_steal_pointer (&self->looking);
  g_autoptr (GError) error = NULL;
  DuiBackupLook *look
      = dui_book_look_inside_finish (source ? DUI_BOOK (source) : NULL, result, &error);
  Item *item = find_unknown (self, path);

  if (item && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_look (self, item, look, error);
  else if (look)
    dui_backup_look_free (look);
  look_at_next (self);
}

static void
look_at_next (DuiBackupList *self)
{
  for (guint i = 0; !self->looking && self->items && i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->known)
        continue;
      self->looking = g_strdup (item->path);
      dui_book_look_inside_async (self->book, item->path, self->cancellable, looked,
                                  g_object_ref (self));
    }
}

static Item *
insert_item (DuiBackupList *self,
             const char *path,
             int position)
{
  Item *item = g_new0 (Item, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  item->path = g_strdup (path);
  item->row = gtk_list_box_row_new ();
  item->title = GTK_LABEL (gtk_label_new (NULL));
  item->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (item->title, 0);
  gtk_label_set_xalign (item->detail, 0);
  gtk_label_set_wrap (item->detail, TRUE);
  gtk_label_set_ellipsize (item->title, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (GTK_WIDGET (item->title), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (item->detail), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (item->detail), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (item->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (item->detail));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item->row), box);
  gtk_widget_set_tooltip_text (item->row, path);
  show_look (item, NULL);
  g_ptr_array_insert (self->items, position, item);
  gtk_list_box_insert (self->list, item->row, position);
  return item;
}

/* The widget --------------------------------------------------------------------------------------- */

static void
row_selected (DuiBackupList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated (DuiBackupList *self)
{
  if (dui_backup_list_get_chosen (self))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
dui_backup_list_grab_focus (GtkWidget *widget)
{
  DuiBackupList *self = DUI_BACKUP_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!row)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return row && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
dui_backup_list_dispose (GObject *object)
{
  DuiBackupList *self = DUI_BACKUP_LIST (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  /* The list tells of its last row when those who listen have gone already. */
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->book);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (dui_backup_list_parent_class)->dispose (object);
}

static void
dui_backup_list_class_init (DuiBackupListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_backup_list_dispose;
  widget_class->grab_focus = dui_backup_list_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", DUI_TYPE_BACKUP_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", DUI_TYPE_BACKUP_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/backup-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiBackupList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_backup_list_init (DuiBackupList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new_with_free_func (item_free);
}

gboolean
dui_backup_list_set_book (DuiBackupList *self,
                          DuiBook *book,
                          const char *path)
{
  g_auto (GStrv) paths = dui_book_list_backups (path);
  GtkListBoxRow *row;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->book, book);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; paths[i]; i++)
    insert_item (self, paths[i], (int) i);
  look_at_next (self);
  return paths[0] != NULL;
}

void
dui_backup_list_add_file (DuiBackupList *self,
                          const char *path)
{
  Item *item = NULL;

  for (guint i = 0; item == NULL && i < self->items->len; i++)
    if (g_str_equal (((Item *) g_ptr_array_index (self->items, i))->path, path))
      item = g_ptr_array_index (self->items, i);
  if (item == NULL)
    item = insert_item (self, path, 0);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (item->row));
  look_at_next (self);
}

const DuiBackupLook *
dui_backup_list_get_chosen (DuiBackupList *self)
{
  Item *item = chosen_item (self);

  return item ? item->look : NULL;
}
