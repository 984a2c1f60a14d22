/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check-backups.h"
#include "store/backup-list.h"
#include "store/backup-look.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Where a backup of this very book ends. */
typedef struct
{
  char *seal;
  gint64 at;
} End;

static void
end_clear (End *end)
{
  g_free (end->seal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (End, end_clear)

static void
read_end (DuiConnection *book,
          const char *path,
          const char *action,
          End *end)
{
  DuiConnection backup = { .db = dui_backup_open (path, FALSE, NULL) };
  g_autoptr (DuiStatement) last = NULL;

  if (backup.db && dui_backup_check_same (backup.db, book, NULL))
    last = dui_statement_new (&backup, action,
                              "SELECT hash, (SELECT max(at) FROM command) FROM seal"
                              " ORDER BY command DESC LIMIT 1",
                              NULL);
  if (last && dui_statement_step (last, NULL) == DUI_STEP_ROW)
    {
      end->seal = g_strdup (dui_statement_get_text (last, 0));
      end->at = dui_statement_get_int (last, 1);
    }
  g_clear_pointer (&last, dui_statement_free);
  sqlite3_close (backup.db);
}

gboolean
dui_check_backups (DuiConnection *connection,
                   GPtrArray *findings,
                   const char *action,
                   GError **error)
{
  g_autoptr (GPtrArray) files = dui_backup_list_files (connection->path);
  const DuiBackupFile *newest = files->len > 0 ? g_ptr_array_index (files, 0) : NULL;
  g_autoptr (DuiStatement) known = NULL;
  g_auto (End) end = { NULL };

  if (newest)
    read_end (connection, newest->path, action, &end);
  if (end.seal == NULL)
    return TRUE;
  known = dui_statement_new (connection, action,
                             "SELECT EXISTS (SELECT 1 FROM seal WHERE hash = ?1) OR EXISTS"
                             " (SELECT 1 FROM command WHERE verb = 'restore' AND at >= ?2)",
                             error);
  if (known == NULL)
    return FALSE;
  dui_statement_bind (known, "si", end.seal, end.at);
  if (dui_statement_step (known, error) != DUI_STEP_ROW)
    return FALSE;
  if (!dui_statement_get_int (known, 0))
    g_ptr_array_add (findings, dui_finding_new ("log", g_path_get_basename (newest->path),
                                                g_strdup (_ ("This backup ends with a command that "
                                                             "the book does not have: its newest "
                                                             "commands were removed, or an older "
                                                             "book was put in its place."))));
  return TRUE;
}
