/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one version of the schema to the next: with a backup that can be opened, or not at all. */
#include "fixture.h"

#include "store/check.h"
#include "store/schema.h"

#include <glib/gstdio.h>

/* Version 2 of a future that need not come. */
static const char *const scripts[] = {
  "SELECT 'version 1 is there already'",
  "ALTER TABLE place ADD COLUMN nickname TEXT; CREATE TABLE extra (id INTEGER NOT NULL PRIMARY KEY,"
  " source INTEGER NOT NULL REFERENCES source (id)) STRICT;",
};
static const char *const broken[] = {
  "SELECT 'version 1 is there already'",
  "ALTER TABLE place ADD COLUMN nickname TEXT; INSERT INTO place (id) VALUES (1);",
};

static char *
only_backup (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir ? g_dir_read_name (dir) : NULL;
  GStatBuf status;
  char *path;

  if (name == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  return path;
}

static DuiConnection *
open_connection (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DuiConnection *connection;
  DuiBook *book = fixture_create (fixture);

  g_assert_true (fixture_set (book, fixture_member (book, 0), 24262, 5, NULL));
  fixture_close (book);
  connection = dui_connection_open (fixture->path, &error);
  g_assert_no_error (error);
  return connection;
}

static void
test_migrate (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (DuiConnection) connection = open_connection (fixture);
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *version = NULL, *trigger = NULL, *extra = NULL, *copy = NULL, *backup = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dui_schema_migrate (connection, scripts, G_N_ELEMENTS (scripts), &error));
  g_assert_no_error (error);
  version = fixture_query (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "2");
  /* The log knows the new column and the new table. */
  trigger = fixture_query (fixture->path, "SELECT instr(sql, 'old.nickname') > 0 FROM"
                                          " sqlite_schema WHERE name = 'place_deleted'");
  g_assert_cmpstr (trigger, ==, "1");
  extra = fixture_query (fixture->path, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
                                        " AND tbl_name = 'extra'");
  g_assert_cmpstr (extra, ==, "2");
  /* Old seals still hold: a column that nobody filled changes no row. */
  findings = dui_check_run (connection, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const DuiFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpstr (finding->what, ==, "log");
      g_assert_null (g_strstr_len (finding->where, -1, "command"));
    }

  backup = only_backup (fixture);
  g_assert_nonnull (backup);
  copy = fixture_dump (backup);
  g_assert_cmpstr (before, ==, copy);
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (DuiConnection) connection = open_connection (fixture);
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *schema = fixture_query (fixture->path, "SELECT sql FROM sqlite_schema");
  g_autofree char *after = NULL, *schema_after = NULL, *version = NULL, *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dui_schema_migrate (connection, broken, G_N_ELEMENTS (broken), &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_FAILED);
  after = fixture_dump (fixture->path);
  schema_after = fixture_query (fixture->path, "SELECT sql FROM sqlite_schema");
  version = fixture_query (fixture->path, "PRAGMA user_version");
  backup = only_backup (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (schema, ==, schema_after);
  g_assert_cmpstr (version, ==, "1");
  g_assert_nonnull (backup);
}

/* No room for the backup: no migration. */
static void
test_no_backup (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (DuiConnection) connection = open_connection (fixture);
  g_autofree char *in_the_way = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *version = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (in_the_way, "", 0, NULL));
  g_assert_false (dui_schema_migrate (connection, scripts, G_N_ELEMENTS (scripts), &error));
  g_assert_nonnull (error);
  version = fixture_query (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "1");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/migration/migrate", test_migrate);
  FIXTURE_TEST ("/store/migration/broken", test_broken);
  FIXTURE_TEST ("/store/migration/no-backup", test_no_backup);
  return g_test_run ();
}
