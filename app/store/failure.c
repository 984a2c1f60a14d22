/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/failure.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* A full disk or quota shows as an input/output error where SQLite makes its files larger. When it
 * shows only in flushing, the pages are written all the same: that is not said to be without effect. */
static gboolean
is_full (sqlite3 *db,
         int result)
{
  int cause = db ? sqlite3_system_errno (db) : 0;

  if ((result & 0xff) == SQLITE_FULL)
    return TRUE;
  return (result & 0xff) == SQLITE_IOERR && result != SQLITE_IOERR_FSYNC && (cause == ENOSPC || cause == EDQUOT || cause == EFBIG);
}

static DuiStoreError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DUI_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT: /* rules of the tables that the program keeps to */
    case SQLITE_FORMAT:
      return DUI_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return DUI_STORE_ERROR_NOT_A_BOOK;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return DUI_STORE_ERROR_READ_ONLY;
    default:
      return DUI_STORE_ERROR_FAILED;
    }
}

static const char *
reason_of (DuiStoreError code)
{
  switch (code)
    {
    case DUI_STORE_ERROR_FULL:
      return _ ("the disk is full. Nothing was changed; make room and try again");
    case DUI_STORE_ERROR_BUSY:
      return _ ("another program is writing to the book. Wait until it has finished and try again");
    case DUI_STORE_ERROR_DAMAGED:
      return _ ("the file is damaged. Keep it as it is and go back to a backup");
    case DUI_STORE_ERROR_NOT_A_BOOK:
      return _ ("the file is not a book of this program");
    case DUI_STORE_ERROR_READ_ONLY:
      return _ ("the file can only be read. Make it writable, or work on a copy");
    default:
      return NULL;
    }
}

/* What the program does not act on, but a person can. */
static const char *
reason_of_trouble (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_NOMEM:
      return _ ("there is not enough memory. Nothing was changed; close other programs and try "
                "again");
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return _ ("the disk reported an error. Nothing was changed; check the disk and the folder and "
                "try again");
    default:
      return NULL;
    }
}

gboolean
dui_failure_explain (GError **error,
                     DuiStoreError code,
                     const char *action,
                     const char *reason)
{
  /* Translators: 1 what could not be done, 2 why and what to do. */
  g_set_error (error, DUI_STORE_ERROR, code, _ ("%1$s: %2$s."), action, reason);
  return FALSE;
}

gboolean
dui_failure_set (GError **error,
                 sqlite3 *db,
                 int result,
                 const char *action)
{
  DuiStoreError code = is_full (db, result) ? DUI_STORE_ERROR_FULL : code_of (result);
  const char *reason = reason_of (code);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("%s: it was cancelled."), action);
      return FALSE;
    }
  if (reason == NULL)
    reason = reason_of_trouble (result);
  if (reason == NULL)
    reason = db && sqlite3_errcode (db) != SQLITE_OK ? sqlite3_errmsg (db)
                                                     : sqlite3_errstr (result);
  return dui_failure_explain (error, code, action, reason);
}
