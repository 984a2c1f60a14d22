/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of a book, newest first, each with what is inside of it: when its last change was, how
 * many figures it has and what differs from the book now. They are looked into one after another in
 * the background; the first whole one is chosen.
 *
 * Signals:
 *   "changed"    another one is chosen, or more is known of it
 *   "activated"  double click, Enter on one that can be restored */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_BACKUP_LIST (dui_backup_list_get_type ())
G_DECLARE_FINAL_TYPE (DuiBackupList, dui_backup_list, DUI, BACKUP_LIST, GtkWidget)

/* Of the book at @path, compared with @book, which is NULL when it can't be opened. Reads the list
 * anew; FALSE when there is none. */
gboolean dui_backup_list_set_book (DuiBackupList *self, DuiBook *book, const char *path);

/* A file from elsewhere: on top, and chosen. */
void dui_backup_list_add_file (DuiBackupList *self, const char *path);

/* The chosen one, borrowed; NULL while nothing is known of it, or when it is not whole. */
const DuiBackupLook *dui_backup_list_get_chosen (DuiBackupList *self);

/* Whether the book would be another one with it. */
gboolean dui_backup_look_differs (const DuiBackupLook *look);

G_END_DECLS
