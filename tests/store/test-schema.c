/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The properties on which the log, undo and the checks rest hold for every table (DESIGN §5). */
#include "fixture.h"

static char *path;

static void
assert_none (const char *sql)
{
  g_autofree char *found = fixture_query (path, sql);

  g_assert_cmpstr (found, ==, "");
}

static void
test_identity (void)
{
  g_autofree char *id = fixture_query (path, "PRAGMA application_id");
  g_autofree char *version = fixture_query (path, "PRAGMA user_version");
  g_autofree char *mode = fixture_query (path, "PRAGMA journal_mode");

  g_assert_cmpint (g_ascii_strtoll (id, NULL, 10), ==, 0x44554942);
  g_assert_cmpstr (version, ==, "2");
  g_assert_cmpstr (mode, ==, "wal");
}

static void
test_tables (void)
{
  assert_none ("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
               " AND name NOT LIKE 'sqlite_%' AND NOT strict");
  /* Every table has a key, and no column of a key can be NULL. */
  assert_none ("SELECT t.name FROM pragma_table_list AS t WHERE t.schema = 'main'"
               " AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
               " AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0)");
  assert_none ("SELECT t.name || '.' || c.name FROM pragma_table_list AS t,"
               " pragma_table_info(t.name) AS c WHERE t.schema = 'main' AND t.type = 'table'"
               " AND t.name NOT LIKE 'sqlite_%' AND c.pk > 0 AND NOT c.\"notnull\"");
  /* A row's text begins with a column that is always there. */
  assert_none ("SELECT t.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
               " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
               " AND c.cid = 0 AND NOT c.\"notnull\"");
  assert_none ("SELECT t.name || '.' || c.name FROM pragma_table_list AS t,"
               " pragma_table_xinfo(t.name) AS c WHERE t.type = 'table' AND c.hidden <> 0");
  assert_none ("SELECT t.name || '.' || f.\"from\" FROM pragma_table_list AS t,"
               " pragma_foreign_key_list(t.name) AS f"
               " WHERE f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION'");
}

/* What DESIGN lists, and what the issues after the first will need. */
static void
test_shape (void)
{
  g_autofree char *tables = fixture_query (
      path, "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema"
            " WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name)");
  g_autofree char *key = fixture_query (
      path, "SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info('figure')"
            " WHERE pk > 0 ORDER BY pk)");

  g_assert_cmpstr (tables, ==,
                   "alias attachment book bulletin bulletin_figure bulletin_rank case_event "
                   "case_period change command draft figure indicator meeting membership "
                   "month_state person place place_name plan review_case scheme scheme_part seal "
                   "setting sheet_mapping source successor tally target undo verification");
  g_assert_cmpstr (key, ==, "indicator period place");
}

#define DATA_TABLES                                                                                \
  "(SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"              \
  " AND name NOT IN ('command', 'source', 'change', 'seal', 'attachment', 'undo', 'tally'))"

static void
test_log (void)
{
  assert_none ("SELECT name FROM " DATA_TABLES " AS t WHERE NOT EXISTS (SELECT 1 FROM"
               " pragma_table_info(t.name) WHERE name = 'source' AND \"notnull\")");
  /* One trigger after each update and delete, and none that writes anything but the log. */
  assert_none ("SELECT t.name FROM " DATA_TABLES " AS t WHERE 2 <> (SELECT count(*) FROM"
               " sqlite_schema WHERE type = 'trigger' AND tbl_name = t.name"
               " AND name IN (t.name || '_updated', t.name || '_deleted'))");
  assert_none ("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND"
               " (sql LIKE '%UPDATE % SET %' OR sql LIKE '%DELETE FROM%'"
               " OR (sql LIKE '%INSERT INTO%' AND sql NOT LIKE '%INSERT INTO change %')"
               " OR sql LIKE '%REPLACE INTO%')");
  /* Every column is in the text that the log keeps, which knows two types. */
  assert_none ("SELECT t.name || '.' || c.name FROM " DATA_TABLES " AS t,"
               " pragma_table_info(t.name) AS c WHERE c.type NOT IN ('INTEGER', 'TEXT')");
  assert_none ("SELECT t.name || '.' || c.name FROM " DATA_TABLES " AS t,"
               " pragma_table_info(t.name) AS c, sqlite_schema AS s WHERE s.type = 'trigger'"
               " AND s.name = t.name || '_updated' AND (instr(s.sql, 'old.' || c.name) = 0"
               " OR instr(s.sql, 'new.' || c.name) = 0)");
}

/* A checksum that a NULL gets through, or that overflows, would accept anything. */
static void
test_checksums (void)
{
  static const char *const wrong[] = {
    "UPDATE figure SET value = value + 1",
    "UPDATE figure SET value = NULL",
    "UPDATE figure SET base = 0",
    "UPDATE figure SET growth = -1",
    "UPDATE figure SET status = 3",
    "UPDATE figure SET source_row = source_row + 1",
    "UPDATE figure SET checksum = checksum - 1",
    "UPDATE figure SET checksum = NULL",
    "UPDATE figure SET value = 100000000000000001, checksum = checksum",
    "UPDATE target SET value = value * 2",
    "UPDATE target SET effective = effective + 1",
    "UPDATE plan SET share = share - 1",
  };
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_cmpint (sqlite3_exec (db, wrong[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
    }
  sqlite3_close (db);
}

static void
test_scale_is_fixed (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db, "UPDATE indicator SET scale = 2 WHERE code = 'output'", NULL, NULL, NULL),
      ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
}

int
main (int argc,
      char **argv)
{
  Fixture fixture;
  g_autoptr (DuiBook) book = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_set_up (&fixture, NULL);
  path = fixture.path;
  book = dui_book_create_sample (path, &error);
  g_assert_no_error (error);
  dui_book_close (book);

  g_test_add_func ("/store/schema/identity", test_identity);
  g_test_add_func ("/store/schema/tables", test_tables);
  g_test_add_func ("/store/schema/shape", test_shape);
  g_test_add_func ("/store/schema/log", test_log);
  g_test_add_func ("/store/schema/checksums", test_checksums);
  g_test_add_func ("/store/schema/scale-is-fixed", test_scale_is_fixed);
  result = g_test_run ();
  fixture_tear_down (&fixture, NULL);
  return result;
}
