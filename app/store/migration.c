/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migration.h"
#include "store/backup.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/schema.h"
#include "store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define SCRIPT "/org/duibiao/Duibiao/schema/%d.sql"
#define ACTION _ ("The book could not be brought to this version")

static gboolean
has_script (int number)
{
  g_autofree char *path = g_strdup_printf (SCRIPT, number);

  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

int
dui_migration_get_version (void)
{
  int version = 1;

  while (has_script (version + 1))
    version++;
  return version;
}

gboolean
dui_migration_refuse_newer (GError **error)
{
  return dui_failure_explain (error, DUI_STORE_ERROR_NEWER, _ ("The book could not be opened"),
                              _ ("it was made by a newer version of this program. Install that "
                                 "version to open it; it was left as it is"));
}

static gboolean
read_version (DuiConnection *connection,
              int *version,
              GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (connection, ACTION, "PRAGMA user_version", error);

  if (statement == NULL || dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  *version = (int) dui_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
run_script (DuiConnection *connection,
            int number,
            GError **error)
{
  g_autofree char *path = g_strdup_printf (SCRIPT, number);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &cause);
  g_autofree char *script = NULL;

  if (bytes == NULL)
    g_error ("%s", cause->message); /* a program built without its own resources */
  script = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return dui_connection_execute (connection, ACTION, script, error);
}

static gboolean
run_scripts (DuiConnection *connection,
             int from,
             int to,
             GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            DUI_APPLICATION_ID, to);

  for (int number = from + 1; number <= to; number++)
    {
      /* What the next script does to rows is logged; a new book has none. */
      gboolean logs = from > 0 || number == to;

      if (!run_script (connection, number, error)
          || (logs && !dui_schema_make_triggers (connection, ACTION, error)))
        return FALSE;
    }
  return dui_connection_execute (connection, ACTION, stamp, error);
}

/* An empty file has no log to tell it to. */
static gboolean
make_tables (DuiConnection *connection,
             int to,
             GError **error)
{
  if (!dui_connection_begin_write (connection, ACTION, error))
    return FALSE;
  if (!run_scripts (connection, 0, to, error))
    {
      dui_connection_rollback (connection);
      return FALSE;
    }
  return dui_connection_commit (connection, ACTION, error);
}

/* As a bulk command: scripts may take tables apart, and references are looked at when all is done. */
static gboolean
bring_up (DuiConnection *connection,
          int from,
          int to,
          GError **error)
{
  g_autofree char *step = g_strdup_printf ("%d → %d", from, to);
  g_autoptr (DuiCommand) command
      = dui_command_begin (connection, "migrate", &(DuiOccasion){ step }, TRUE, ACTION, error);
  int now;

  if (command == NULL || !read_version (connection, &now, error))
    return FALSE;
  /* Another program has done it while we waited for the lock. */
  if (now != from)
    return now == to || dui_migration_refuse_newer (error);
  dui_command_forbid_undo (command);
  return dui_command_get_source (command, error) != 0 && run_scripts (connection, from, to, error)
         && dui_command_finish (command, error);
}

gboolean
dui_migration_run (DuiConnection *connection,
                   GError **error)
{
  int to = dui_migration_get_version ();
  int from;

  if (!read_version (connection, &from, error))
    return FALSE;
  if (from > to)
    return dui_migration_refuse_newer (error);
  if (from == to)
    return TRUE;
  if (from == 0)
    return make_tables (connection, to, error);
  /* What is being built is a copy already. */
  return (connection->target || dui_backup_make (connection, NULL, error))
         && bring_up (connection, from, to, error);
}
