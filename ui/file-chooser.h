/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that asks the user for files.
 *
 * For tests DUI_TEST_OPEN_FILES (paths separated by ':') and DUI_TEST_SAVE_FILE (a path) answer
 * instead of the user, because a file chooser may live in another process. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whose names are offered first. */
typedef enum
{
  DUI_FILES_BOOKS,
  DUI_FILES_SHEETS,
  DUI_FILES_PDF,
  DUI_FILES_PICTURES,
  DUI_FILES_TABLES,
  DUI_FILES_ANY,
} DuiFileKind;

/* @paths: char* local paths, at least one; the callee borrows them. Not called when the user
 * cancels. */
typedef void (*DuiFilesFunc) (GPtrArray *paths, gpointer user_data);

void dui_choose_files (GtkWindow *parent, const char *title, DuiFileKind kind, gboolean multiple,
                       DuiFilesFunc chosen, gpointer user_data);

void dui_choose_save (GtkWindow *parent, const char *title, DuiFileKind kind, const char *name,
                      DuiFilesFunc chosen, gpointer user_data);

G_END_DECLS
