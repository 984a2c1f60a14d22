/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/trouble-page.h"

#include <glib/gi18n-lib.h>

#include "file-chooser.h"
#include "widgets/backup-list.h"

struct _DuiTroublePage
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkLabel *heading_label;
  GtkLabel *path_label;
  GtkLabel *problem_label;
  GtkLabel *advice_label;
  DuiBackupList *list;
  GtkWidget *back_button;
  GtkWidget *again_button;
  GtkWidget *file_button;
  GtkWidget *restore_button;

  /* Owned */
  char *path;
};

static guint rescued_signal;

G_DEFINE_FINAL_TYPE (DuiTroublePage, dui_trouble_page, GTK_TYPE_WIDGET)

static const char *
heading_of (const GError *problem)
{
  if (problem->domain == DUI_STORE_ERROR)
    switch ((DuiStoreError) problem->code)
      {
      case DUI_STORE_ERROR_DAMAGED:
        return _ ("The book is damaged");
      case DUI_STORE_ERROR_NEWER:
        return _ ("The book was made by a newer version of Duibiao");
      case DUI_STORE_ERROR_NOT_A_BOOK:
        return _ ("This is not a book of Duibiao");
      case DUI_STORE_ERROR_NOT_FOUND:
        return _ ("The book is gone");
      case DUI_STORE_ERROR_BUSY:
        return _ ("Another program is using the book");
      default:
        break;
      }
  return _ ("The book can’t be opened");
}

gboolean
dui_trouble_page_can_rescue (const char *path,
                             const GError *problem)
{
  g_auto (GStrv) backups = NULL;

  if (g_error_matches (problem, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    return TRUE;
  if (!g_error_matches (problem, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND)
      && !g_error_matches (problem, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_A_BOOK))
    return FALSE;
  /* A file whose first bytes are damaged is not known for a book any more. */
  backups = dui_book_list_backups (path);
  return backups[0] != NULL && !g_file_test (path, G_FILE_TEST_IS_DIR);
}

static const char *
advice_of (const GError *problem,
           gboolean replaceable,
           gboolean has_backups)
{
  if (replaceable && !has_backups)
    return _ ("There is no backup beside it. Choose one from another place, or open another book; "
              "the file stays as it is.");
  if (g_error_matches (problem, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND))
    return _ ("These backups of it are there. Choose one to take its place.");
  if (replaceable)
    return _ ("These backups of it are there. The chosen one takes its place, and the file is kept "
              "as it is under a name that ends in .damaged.");
  return _ ("The file stays as it is.");
}

static void
backup_changed (DuiTroublePage *self)
{
  gtk_widget_set_sensitive (self->restore_button,
                            dui_backup_list_get_chosen (self->list) != NULL);
}

static char *
describe_rescue (const char *at,
                 const char *kept)
{
  g_autofree char *name = kept ? g_filename_display_basename (kept) : NULL;

  if (name)
    /* Translators: 1 day and time, 2 a file. */
    return g_strdup_printf (_ ("The book is as it was at %1$s. The damaged file is kept as “%2$s”."),
                            at, name);
  return g_strdup_printf (_ ("The book is as it was at %s."), at);
}

static void
restore_clicked (DuiTroublePage *self)
{
  const DuiOccasion occasion = { .reason = gtk_label_get_label (self->heading_label) };
  const DuiBackupLook *look = dui_backup_list_get_chosen (self->list);
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!dui_book_rescue (self->path, look->path, &occasion, &kept, &error))
    {
      gtk_label_set_label (self->problem_label, error->message);
      return;
    }
  text = describe_rescue (look->at, kept);
  g_signal_emit (self, rescued_signal, 0, text);
}

static void
file_chosen (GPtrArray *paths,
             gpointer user_data)
{
  DuiTroublePage *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  dui_backup_list_add_file (self->list, g_ptr_array_index (paths, 0));
}

static void
file_clicked (DuiTroublePage *self)
{
  dui_choose_files (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Restore a Backup"),
                    DUI_FILES_BOOKS, FALSE, file_chosen, self);
}

static gboolean
dui_trouble_page_grab_focus (GtkWidget *widget)
{
  DuiTroublePage *self = DUI_TROUBLE_PAGE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return gtk_widget_grab_focus (self->again_button);
}

static void
dui_trouble_page_dispose (GObject *object)
{
  g_clear_pointer (&DUI_TROUBLE_PAGE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (dui_trouble_page_parent_class)->dispose (object);
}

static void
dui_trouble_page_finalize (GObject *object)
{
  g_free (DUI_TROUBLE_PAGE (object)->path);
  G_OBJECT_CLASS (dui_trouble_page_parent_class)->finalize (object);
}

static void
dui_trouble_page_class_init (DuiTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_trouble_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_trouble_page_finalize;
  widget_class->grab_focus = dui_trouble_page_grab_focus;
  rescued_signal = g_signal_new ("rescued", DUI_TYPE_TROUBLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (DUI_TYPE_BACKUP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, box);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, heading_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, path_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, advice_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, list);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, file_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTroublePage, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, backup_changed);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked);
  gtk_widget_class_bind_template_callback (widget_class, file_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_trouble_page_init (DuiTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dui_trouble_page_new (void)
{
  return g_object_new (DUI_TYPE_TROUBLE_PAGE, NULL);
}

void
dui_trouble_page_set_problem (DuiTroublePage *self,
                              const char *path,
                              const GError *problem,
                              gboolean can_go_back)
{
  gboolean replaceable = dui_trouble_page_can_rescue (path, problem);
  gboolean has_backups = replaceable && dui_backup_list_set_book (self->list, NULL, path);
  g_autofree char *shown = g_filename_display_name (path);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_label (self->heading_label, heading_of (problem));
  gtk_label_set_label (self->path_label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->path_label), shown);
  gtk_label_set_label (self->problem_label, problem->message);
  gtk_label_set_label (self->advice_label, advice_of (problem, replaceable, has_backups));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading_of (problem), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), has_backups);
  gtk_widget_set_visible (self->back_button, can_go_back);
  gtk_widget_set_visible (self->file_button, replaceable);
  gtk_widget_set_visible (self->restore_button, replaceable);
  backup_changed (self);
}
