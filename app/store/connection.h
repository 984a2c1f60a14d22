/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one connection to a book's file, as the store thread holds it (DESIGN §5). Nothing here may
 * be called from another thread. */
#pragma once

#include <sqlite3.h>

#include "store/error.h"

G_BEGIN_DECLS

#define DUI_APPLICATION_ID 0x44554942

typedef struct
{
  sqlite3 *db;
  char *path;             /* absolute, no link; while building, the temporary file */
  char *read_only_reason; /* a sentence; NULL when the book can be written */
  gint64 version;         /* grows whenever the book may have changed */
  gint64 fixed_clock;     /* seconds since 1970 for a book that is the same every time; or 0 */

  /*< private >*/
  char *target;        /* while building: what the file will be called; else NULL */
  char *copy;          /* folder with the private copy that is read in place of the file; or NULL */
  gint64 data_version; /* what SQLite last said */
  char *fingerprint;   /* of a file that is read without locks */
  gint64 log_seen_whole; /* version whose change log was looked through; or 0 */
} DuiConnection;

/* Looks at the file's first bytes before SQLite may touch it. Migrates an older book after a
 * verified backup. Opens to read, with a reason, what can't be written. DUI_STORE_ERROR_NOT_FOUND,
 * _NOT_A_BOOK, _NEWER, _DAMAGED, _BUSY, _FULL, _FAILED. */
DuiConnection *dui_connection_open (const char *path, GError **error);

/* A new, empty book with its schema under a temporary name beside @path, in a folder that is made
 * when missing. Nobody sees it before dui_connection_publish(). DUI_STORE_ERROR_EXISTS when there is
 * such a file. */
DuiConnection *dui_connection_build (const char *path, GError **error);

/* The same with what @model holds, brought to this version; the name may be taken until then. */
DuiConnection *dui_connection_build_from (const char *path, sqlite3 *model, GError **error);

/* Closes what was built, makes it safe on disk and gives it its name, never over another file.
 * Frees @self in any case. */
gboolean dui_connection_publish (DuiConnection *self, GError **error);

/* What was being built is removed. */
void dui_connection_free (DuiConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiConnection, dui_connection_free)

/* Opens the same file anew, after a COMMIT of which nobody knows how it ended; on failure the old
 * connection stays. */
gboolean dui_connection_reopen (DuiConnection *self, GError **error);

/* Whether another program has changed the file; @self->version tells. */
void dui_connection_look (DuiConnection *self);

gboolean dui_connection_execute (DuiConnection *self, const char *action, const char *sql,
                                 GError **error);

/* Reading several tables as of one moment, whose version @self then has; ends with
 * dui_connection_rollback(). */
gboolean dui_connection_begin_read (DuiConnection *self, const char *action, GError **error);
/* Takes the write lock at once. DUI_STORE_ERROR_READ_ONLY with the reason. */
gboolean dui_connection_begin_write (DuiConnection *self, const char *action, GError **error);
/* After a failure the transaction is over, but what was written may be there or not. */
gboolean dui_connection_commit (DuiConnection *self, const char *action, GError **error);
/* Does nothing outside of a transaction. */
void dui_connection_rollback (DuiConnection *self);

/* What was read shows damage: closing leaves the file and its log as they are. */
void dui_connection_distrust (DuiConnection *self);

/* The clock of the log. */
gint64 dui_connection_now (DuiConnection *self);

G_END_DECLS
