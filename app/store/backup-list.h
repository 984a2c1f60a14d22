/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of a book by their names: "backups/book.duibiao 2021-12-03 094112.duibiao" beside it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *path;
  GDateTime *time; /* local */
  int number;      /* of those made in the same second: 1, 2, … */
} DuiBackupFile;

/* Of the book at @book, newest first: an array of DuiBackupFile* that frees them. */
GPtrArray *dui_backup_list_files (const char *book);

/* A name for one made at @time (seconds since 1970) that no file has. The caller frees it. */
char *dui_backup_choose_name (const char *book, gint64 time);

/* Removes what is not to be kept any more (store/backup-thinning.h). */
void dui_backup_remove_old (const char *book);

G_END_DECLS
