/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *native;
  GtkWindow *parent;
  DuiFilesFunc chosen;
  gpointer user_data;
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->native);
  g_clear_object (&request->parent);
  g_free (request);
}

static void
responded (GtkNativeDialog *dialog,
           int response,
           Request *request)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GListModel) files = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);
          char *path = g_file_get_path (file);

          if (path)
            g_ptr_array_add (paths, path);
        }
    }
  if (paths->len > 0)
    request->chosen (paths, request->user_data);
  request_free (request);
}

static gboolean
answer_for_test (const char *variable,
                 DuiFilesFunc chosen,
                 gpointer user_data)
{
  const char *value = g_getenv (variable);
  g_autoptr (GPtrArray) paths = NULL;
  g_auto (GStrv) parts = NULL;

  if (!value)
    return FALSE;
  parts = g_strsplit (value, ":", -1);
  paths = g_ptr_array_new ();
  for (guint i = 0; parts[i]; i++)
    g_ptr_array_add (paths, parts[i]);
  if (paths->len > 0)
    chosen (paths, user_data);
  return TRUE;
}

static void
add_filter (GtkFileChooser *chooser,
            const char *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i]; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser,
             DuiFileKind kind)
{
  static const char *const books[] = { "duibiao", NULL };
  static const char *const sheets[] = { "csv", "tsv", "txt", NULL };
  static const char *const pdf[] = { "pdf", NULL };
  static const char *const pictures[] = { "png", "svg", "pdf", NULL };
  static const char *const tables[] = { "xlsx", "csv", NULL };
  g_autoptr (GtkFileFilter) all = NULL;

  switch (kind)
    {
    case DUI_FILES_BOOKS:
      add_filter (chooser, _ ("Books"), books);
      break;
    case DUI_FILES_SHEETS:
      add_filter (chooser, _ ("Sheets (CSV, TSV)"), sheets);
      break;
    case DUI_FILES_PDF:
      add_filter (chooser, _ ("PDF documents"), pdf);
      return;
    case DUI_FILES_PICTURES:
      add_filter (chooser, _ ("Pictures (PNG, SVG, PDF)"), pictures);
      return;
    case DUI_FILES_TABLES:
      add_filter (chooser, _ ("Tables (XLSX, CSV)"), tables);
      return;
    case DUI_FILES_ANY:
      break;
    default:
      g_assert_not_reached ();
    }
  all = gtk_file_filter_new ();
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static GtkFileChooser *
ask (GtkWindow *parent,
     const char *title,
     GtkFileChooserAction action,
     const char *accept,
     DuiFileKind kind,
     DuiFilesFunc chosen,
     gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->native = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  request->parent = g_object_ref (parent);
  request->chosen = chosen;
  request->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->native), TRUE);
  add_filters (GTK_FILE_CHOOSER (request->native), kind);
  g_signal_connect (request->native, "response", G_CALLBACK (responded), request);
  return GTK_FILE_CHOOSER (request->native);
}

void
dui_choose_files (GtkWindow *parent,
                  const char *title,
                  DuiFileKind kind,
                  gboolean multiple,
                  DuiFilesFunc chosen,
                  gpointer user_data)
{
  GtkFileChooser *chooser;

  if (answer_for_test ("DUI_TEST_OPEN_FILES", chosen, user_data))
    return;
  chooser = ask (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), kind, chosen, user_data);
  gtk_file_chooser_set_select_multiple (chooser, multiple);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
dui_choose_save (GtkWindow *parent,
                 const char *title,
                 DuiFileKind kind,
                 const char *name,
                 DuiFilesFunc chosen,
                 gpointer user_data)
{
  GtkFileChooser *chooser;

  if (answer_for_test ("DUI_TEST_SAVE_FILE", chosen, user_data))
    return;
  chooser = ask (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), kind, chosen, user_data);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
