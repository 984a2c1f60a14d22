/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one version of the schema to the next: with a backup that can be opened, or not at all. Newer
 * versions than the program's own are scripts laid over its resources. */
#include "fixture.h"

#include <glib/gstdio.h>

#define PERIOD dui_period_new (2022, 2)

/* Versions of a future that need not come: tables first, then rows. */
#define FIRST 3
#define SECOND 4
#define TABLES                                                                                     \
  "ALTER TABLE place ADD COLUMN nickname TEXT; CREATE TABLE extra (id INTEGER NOT NULL PRIMARY"    \
  " KEY, source INTEGER NOT NULL REFERENCES source (id)) STRICT;"
#define ROWS                                                                                       \
  "UPDATE place SET nickname = 'x', source = (SELECT max(id) FROM source);"                        \
  "INSERT INTO extra SELECT 1, id FROM source ORDER BY id DESC LIMIT 1;"
#define BROKEN "ALTER TABLE place ADD COLUMN nickname TEXT; INSERT INTO place (id) VALUES (1);"
#define DANGLING "INSERT INTO alias VALUES (9999, 'x', 1, '9999 x');"

static char *overlay;

static void
put_script (int number,
            const char *text)
{
  g_autofree char *name = g_strdup_printf ("%d.sql", number);
  g_autofree char *path = g_build_filename (overlay, name, NULL);

  if (text)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  else
    g_unlink (path);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  DuiBook *book;

  fixture_set_up (fixture, NULL);
  book = fixture_create (fixture);
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 5, NULL));
  fixture_close (book);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  put_script (FIRST, NULL);
  put_script (SECOND, NULL);
  fixture_tear_down (fixture, NULL);
}

static char *
only_backup (Fixture *fixture)
{
  g_auto (GStrv) backups = dui_book_list_backups (fixture->path);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  GStatBuf status;

  if (backups[0] == NULL)
    return NULL;
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (backups[0], &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  return g_strdup (backups[0]);
}

static void
assert_query (const char *path,
              const char *sql,
              const char *expected)
{
  g_autofree char *found = fixture_query (path, sql);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_whole (DuiBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = dui_book_check (book, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((DuiFinding *) g_ptr_array_index (findings, i))->text);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_migrate (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *copy = NULL, *backup = NULL;
  DuiBook *book;

  put_script (FIRST, TABLES);
  put_script (SECOND, ROWS);
  book = fixture_open (fixture);
  assert_whole (book);
  assert_query (fixture->path, "PRAGMA user_version", "4");
  assert_query (fixture->path, "SELECT verb, reason FROM command ORDER BY id DESC LIMIT 1",
                "migrate|2 → 4");
  /* The log knows the new column and the new table, and what became of the rows. */
  assert_query (fixture->path,
                "SELECT instr(sql, 'old.nickname') > 0 FROM sqlite_schema"
                " WHERE name = 'place_deleted'",
                "1");
  assert_query (fixture->path,
                "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'extra'",
                "2");
  assert_query (fixture->path,
                "SELECT (SELECT count(*) FROM change WHERE new LIKE '%nickname=''x''%')"
                " = (SELECT count(*) FROM place)",
                "1");
  backup = only_backup (fixture);
  g_assert_nonnull (backup);
  copy = fixture_dump (backup);
  g_assert_cmpstr (before, ==, copy);
  /* It is not done again. */
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 6, NULL));
  fixture_close (book);
  book = fixture_open (fixture);
  assert_whole (book);
  fixture_close (book);
}

static void
assert_refused (Fixture *fixture)
{
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *schema = fixture_query (fixture->path, "SELECT sql FROM sqlite_schema");
  g_autofree char *after = NULL, *schema_after = NULL, *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (dui_book_open (fixture->path, &error));
  g_assert_nonnull (error);
  after = fixture_dump (fixture->path);
  schema_after = fixture_query (fixture->path, "SELECT sql FROM sqlite_schema");
  backup = only_backup (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (schema, ==, schema_after);
  g_assert_nonnull (backup);
  assert_query (fixture->path, "PRAGMA user_version", "2");
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  put_script (FIRST, BROKEN);
  assert_refused (fixture);
}

static void
test_dangling (Fixture *fixture,
               gconstpointer data)
{
  put_script (FIRST, DANGLING);
  assert_refused (fixture);
}

/* No room for the backup: no migration. */
static void
test_no_backup (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *in_the_way = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GError) error = NULL;

  put_script (FIRST, TABLES);
  g_assert_true (g_file_set_contents (in_the_way, "", 0, NULL));
  g_assert_null (dui_book_open (fixture->path, &error));
  g_assert_nonnull (error);
  assert_query (fixture->path, "PRAGMA user_version", "2");
}

/* Changesets and what they mean are those of their version; the log stays readable. */
static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL, history = NULL;
  g_autoptr (DuiUndoStep) step = NULL;
  DuiBook *book;

  put_script (FIRST, TABLES);
  book = fixture_open (fixture);
  g_assert_null (dui_book_undo (book, 0, &(DuiOccasion){ 0 }, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "brought to this version"));
  g_clear_error (&error);

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 6, NULL));
  step = dui_book_undo (book, 0, &(DuiOccasion){ 0 }, &error);
  g_assert_no_error (error);
  steps = dui_book_list_undo (book, NULL);
  g_assert_cmpuint (steps->len, ==, 0);
  history = fixture_history (book, fixture_member (book, 0), PERIOD);
  g_assert_cmpuint (history->len, ==, 3);
  assert_whole (book);
  fixture_close (book);
}

/* A backup of an older version is brought up on its way back. */
static void
test_restore (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  DuiBook *book;

  put_script (FIRST, TABLES);
  put_script (SECOND, ROWS);
  book = fixture_open (fixture);
  backup = only_backup (fixture);
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 6, NULL));
  g_assert_true (dui_book_restore (book, backup, &(DuiOccasion){ 0 }, NULL, &error));
  g_assert_no_error (error);
  assert_whole (book);
  fixture_close (book);
  assert_query (fixture->path, "PRAGMA user_version", "4");
  assert_query (fixture->path, "SELECT value FROM figure", "5");
  assert_query (fixture->path, "SELECT group_concat(verb) FROM command",
                "init,set figure,migrate,restore");
}

/* Books as earlier versions of the program made them, one of each: they open now and forever. */
static void
test_kept (Fixture *fixture,
           gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strdup_printf ("schema-%d.duibiao", version);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "data", "books", name, NULL);
  g_autoptr (GBytes) bytes = fixture_bytes (kept);
  g_autoptr (GPtrArray) history = NULL;
  DuiBook *book;

  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  book = fixture_open (fixture);
  assert_whole (book);
  history = fixture_history (book, fixture_member (book, 0), PERIOD);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 6, NULL));
  assert_whole (book);
  fixture_close (book);
  assert_query (fixture->path, "SELECT value, base FROM figure ORDER BY place",
                "6|\n618000000|603000000\n382000000|369000000");
  assert_query (fixture->path, "SELECT value FROM target", "7000000000");
}

int
main (int argc,
      char **argv)
{
  g_autofree char *laid_over = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  overlay = g_dir_make_tmp ("duibiao-schema-XXXXXX", NULL);
  laid_over = g_strconcat ("/org/duibiao/Duibiao/schema=", overlay, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", laid_over, TRUE);
#define MIGRATION_TEST(name, function)                                                             \
  g_test_add ("/store/migration/" name, Fixture, NULL, set_up, function, tear_down)
  MIGRATION_TEST ("migrate", test_migrate);
  MIGRATION_TEST ("broken", test_broken);
  MIGRATION_TEST ("dangling", test_dangling);
  MIGRATION_TEST ("no-backup", test_no_backup);
  MIGRATION_TEST ("undo", test_undo);
  MIGRATION_TEST ("restore", test_restore);
  for (int version = 1; version < FIRST; version++)
    {
      g_autofree char *name = g_strdup_printf ("/store/migration/kept-%d", version);

      g_test_add (name, Fixture, GINT_TO_POINTER (version), fixture_set_up, test_kept,
                  fixture_tear_down);
    }
  result = g_test_run ();
  g_rmdir (overlay);
  g_free (overlay);
  return result;
}
