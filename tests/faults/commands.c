/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "store/migration.h"

#include <glib/gstdio.h>
#include <string.h>

#define PERIOD dui_period_new (2021, 11)
#define BACKUP_NAME "book.duibiao 2021-12-01 080000.duibiao"
#define COPY_NAME "copy.duibiao"
#define N_IMPORTED 10 /* indicators, for each of 17 places: more than a page */

static const DuiOccasion occasion = { "重复计算", "张三" };

static GBytes *book_bytes, *backup_bytes;
static char *overlay;
static int own_version;

/* The commands ------------------------------------------------------------------------------------ */

/* The book's places are read before anything can be done with one; the book keeps them then. */
static gboolean
read_places (DuiBook *book,
             GError **error)
{
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, error);

  return catalog != NULL;
}

static gboolean
import_figures (DuiBook *book,
                DuiPeriod period,
                gboolean first_changed,
                GError **error)
{
  DuiAmount values[17];
  g_autoptr (DuiBatch) batch = NULL;
  guint n;

  if (!read_places (book, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 1000 + i;
  batch = fixture_batch (book, period, DUI_ROW_NEW, values, G_N_ELEMENTS (values));
  n = batch->rows->len;
  for (guint16 indicator = 1; indicator < N_IMPORTED; indicator++)
    for (guint i = 0; i < n; i++)
      {
        DuiBatchRow row = g_array_index (batch->rows, DuiBatchRow, i);

        row.indicator = indicator;
        g_array_append_val (batch->rows, row);
      }
  if (first_changed)
    g_array_index (batch->rows, DuiBatchRow, 0).verdict = DUI_ROW_CHANGED;
  return fixture_import (book, batch, error);
}

static gboolean
import (Fixture *fixture,
        DuiBook *book,
        GError **error)
{
  return import_figures (book, PERIOD, TRUE, error);
}

static gboolean
set_figure (Fixture *fixture,
            DuiBook *book,
            GError **error)
{
  return read_places (book, error)
         && fixture_set (book, fixture_member (book, 0), PERIOD, 2000, error);
}

static gboolean
remove_figure (Fixture *fixture,
               DuiBook *book,
               GError **error)
{
  return read_places (book, error)
         && fixture_set (book, fixture_member (book, 0), PERIOD, DUI_AMOUNT_MISSING, error);
}

static gboolean
set_figures (Fixture *fixture,
             DuiBook *book,
             GError **error)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (DuiBookFigure));

  if (!read_places (book, error))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      const DuiBookFigure figure = { fixture_member (book, i),
                                     { 90000 + i, 80000, DUI_AMOUNT_MISSING, DUI_STATUS_FINAL } };

      g_array_append_val (figures, figure);
    }
  return dui_book_set_figures (book, "output", PERIOD, figures, &occasion, error);
}

static gboolean
set_target (Fixture *fixture,
            DuiBook *book,
            GError **error)
{
  DuiTarget target = { 0, 2021, DUI_TIER_AGREED, 70000, 20210101, "3号" };

  if (!read_places (book, error))
    return FALSE;
  target.place = fixture_member (book, 0);
  return dui_book_set_target (book, "output", &target, &occasion, error);
}

static gboolean
set_targets (Fixture *fixture,
             DuiBook *book,
             GError **error)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (DuiTarget));

  if (!read_places (book, error))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      const DuiTarget target = { fixture_member (book, i), 2021, DUI_TIER_ADJUSTED, 71000 + i,
                                 20210801, "4号" };

      g_array_append_val (targets, target);
    }
  return dui_book_set_targets (book, "output", targets, &occasion, error);
}

static gboolean
set_plan (Fixture *fixture,
          DuiBook *book,
          GError **error)
{
  DuiPlan plan = { .year = 2021 };

  for (int i = 0; i < 12; i++)
    plan.share[i] = (i + 1) * DUI_SHARE_ONE / 12;
  return dui_book_set_plan (book, "output", &plan, &occasion, error);
}

static gboolean
open_cases (Fixture *fixture,
            DuiBook *book,
            GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_case_free);
  guint n_opened;

  if (!read_places (book, error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      DuiCase *opened = dui_case_new (DUI_CASE_REVIEW, fixture_member (book, i), "output", PERIOD);
      const DuiCasePeriod evidence = { PERIOD, 1, 16, 17, DUI_AMOUNT_MISSING, 0 };

      opened->settings = g_strdup ("bottom.size=3");
      g_array_append_val (opened->evidence, evidence);
      g_ptr_array_add (cases, opened);
    }
  return dui_book_open_cases (book, cases, 20211217, 20211224, &occasion, &n_opened, error);
}

static gboolean
note (Fixture *fixture,
      DuiBook *book,
      GError **error)
{
  const DuiQuestion question = { 0, DUI_QUESTION_FELL, (char *) "looked at", (char *) "Li", 20211207 };

  return read_places (book, error)
         && dui_book_note (book, "output", PERIOD, &question, &occasion, error);
}

static gboolean
enter_month (Fixture *fixture,
             DuiBook *book,
             GError **error)
{
  return dui_book_enter_month (book, PERIOD, DUI_MONTH_SUBMITTED, 20211210, &occasion, error);
}

static gboolean
set_setting (Fixture *fixture,
             DuiBook *book,
             GError **error)
{
  return dui_book_set_setting (book, "bottom.size", 0, "4", &occasion, error);
}

static gboolean
undo (Fixture *fixture,
      DuiBook *book,
      GError **error)
{
  g_autoptr (DuiUndoStep) step = dui_book_undo (book, 0, &occasion, error);

  return step != NULL;
}

static gboolean
redo (Fixture *fixture,
      DuiBook *book,
      GError **error)
{
  g_autoptr (DuiUndoStep) step = dui_book_redo (book, 0, &occasion, error);

  return step != NULL;
}

static gboolean
back_up (Fixture *fixture,
         DuiBook *book,
         GError **error)
{
  g_autofree char *made = dui_book_back_up (book, error);

  return made != NULL;
}

static void
look_for_backup (Fixture *fixture,
                 gboolean done,
                 const char *state)
{
  if (done)
    commands_assert_backed_up (fixture, state);
}

static gboolean
copy (Fixture *fixture,
      DuiBook *book,
      GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, COPY_NAME, NULL);

  return dui_book_copy (book, path, error);
}

static void
look_for_copy (Fixture *fixture,
               gboolean done,
               const char *state)
{
  g_autofree char *path = g_build_filename (fixture->folder, COPY_NAME, NULL);
  g_autofree char *copied = commands_read_state (path);

  g_assert_cmpstr (copied, ==, done ? state : "");
}

static char *
name_backup (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "backups", BACKUP_NAME, NULL);
}

static gboolean
restore (Fixture *fixture,
         DuiBook *book,
         GError **error)
{
  g_autofree char *path = name_backup (fixture);

  return dui_book_restore (book, path, &occasion, NULL, error);
}

static gboolean
open_book (Fixture *fixture,
           DuiBook *book,
           GError **error)
{
  g_autoptr (DuiBook) opened = dui_book_open (fixture->path, error);

  if (opened)
    dui_book_close (opened);
  return opened != NULL;
}

/* Finds nothing, whatever is in its way: that is not the book's. */
static gboolean
check (Fixture *fixture,
       DuiBook *book,
       GError **error)
{
  g_autoptr (GPtrArray) findings = dui_book_check (book, error);

  for (guint i = 0; findings && i < findings->len; i++)
    g_error ("%s", ((DuiFinding *) g_ptr_array_index (findings, i))->text);
  return findings != NULL;
}

const Command commands[] = {
  { "import", import, .backs_up = TRUE },
  { "set figure", set_figure },
  { "remove figure", remove_figure },
  { "set figures", set_figures },
  { "set target", set_target },
  { "set targets", set_targets },
  { "set plan", set_plan },
  { "open cases", open_cases },
  { "note", note },
  { "enter month", enter_month },
  { "set setting", set_setting },
  { "undo", undo },
  { "redo", redo },
  { "backup", back_up, .look = look_for_backup },
  { "copy", copy, .look = look_for_copy },
  { "check", check },
  { "restore", restore, .backs_up = TRUE },
  { "open", open_book, .opens = TRUE },
  { "migrate", open_book, .opens = TRUE, .backs_up = TRUE, .ahead = TRUE },
  { "migrate from 1", open_book, .opens = TRUE, .backs_up = TRUE, .from = 1 },
};
const guint n_commands = G_N_ELEMENTS (commands);

/* The book before them ------------------------------------------------------------------------------ */

static void
must (gboolean done,
      GError *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
}

/* A figure, which is what the old backup has, then an import, which can be undone, and an edit, which
 * can be redone. */
static void
make_book (Fixture *fixture)
{
  GError *error = NULL;
  DuiBook *book = fixture_create (fixture);
  g_autofree char *backup = NULL;

  must (fixture_set (book, fixture_member (book, 0), PERIOD, 10, &error), error);
  backup = dui_book_back_up (book, &error);
  must (backup != NULL, error);
  backup_bytes = fixture_bytes (backup);
  must (import_figures (book, dui_period_new (2021, 10), FALSE, &error), error);
  must (set_target (fixture, book, &error), error);
  must (undo (fixture, book, &error), error);
  fixture_close (book);
  book_bytes = fixture_bytes (fixture->path);
}

void
commands_set_up (void)
{
  Fixture fixture;
  g_autofree char *laid_over = NULL;

  overlay = g_dir_make_tmp ("duibiao-schema-XXXXXX", NULL);
  laid_over = g_strconcat ("/org/duibiao/Duibiao/schema=", overlay, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", laid_over, TRUE);
  own_version = dui_migration_get_version ();
  /* Every earlier version has its migration among the commands. */
  g_assert_cmpint (commands[n_commands - 1].from, ==, own_version - 1);
  fixture_set_up (&fixture, NULL);
  make_book (&fixture);
  fixture_tear_down (&fixture, NULL);
}

static void
set_ahead (gboolean ahead)
{
  static const char script[]
      = "ALTER TABLE place ADD COLUMN nickname TEXT; CREATE TABLE extra (id INTEGER NOT NULL PRIMARY"
        " KEY, source INTEGER NOT NULL REFERENCES source (id)) STRICT;";
  static const char rows[]
      = "UPDATE place SET nickname = 'x', source = (SELECT max(id) FROM source);"
        "INSERT INTO extra SELECT 1, id FROM source ORDER BY id DESC LIMIT 1;";
  g_autofree char *first = g_strdup_printf ("%s/%d.sql", overlay, own_version + 1);
  g_autofree char *second = g_strdup_printf ("%s/%d.sql", overlay, own_version + 2);

  if (ahead)
    {
      g_assert_true (g_file_set_contents (first, script, -1, NULL));
      g_assert_true (g_file_set_contents (second, rows, -1, NULL));
      return;
    }
  g_remove (first);
  g_remove (second);
}

void
commands_tear_down (void)
{
  set_ahead (FALSE);
  g_rmdir (overlay);
  g_free (overlay);
  g_bytes_unref (book_bytes);
  g_bytes_unref (backup_bytes);
}

static void
put (const char *path,
     GBytes *bytes)
{
  g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static void
put_files (Fixture *fixture,
           int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.duibiao", version);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "data", "books", name, NULL);
  g_autoptr (GBytes) kept_bytes = version ? fixture_bytes (kept) : NULL;
  g_autofree char *backup = name_backup (fixture);
  g_autofree char *folder = g_path_get_dirname (backup);

  empty (folder);
  empty (fixture->folder);
  g_mkdir (folder, 0700);
  put (fixture->path, kept_bytes ? kept_bytes : book_bytes);
  put (backup, backup_bytes);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  g_remove (to);
  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
}

static const char *const files_of_book[] = { "", "-wal", "-journal" };

char *
commands_crash (Fixture *fixture)
{
  char *path = g_strconcat (fixture->path, ".crashed", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files_of_book); i++)
    {
      g_autofree char *from = g_strconcat (fixture->path, files_of_book[i], NULL);
      g_autofree char *to = g_strconcat (path, files_of_book[i], NULL);

      copy_file (from, to);
    }
  return path;
}

void
commands_leave (Fixture *fixture,
                DuiBook *book)
{
  g_autofree char *crashed = commands_crash (fixture);

  commands_close (book);
  for (guint i = 0; i < G_N_ELEMENTS (files_of_book); i++)
    {
      g_autofree char *from = g_strconcat (crashed, files_of_book[i], NULL);
      g_autofree char *to = g_strconcat (fixture->path, files_of_book[i], NULL);

      g_remove (to);
      g_rename (from, to);
    }
}

DuiBook *
commands_prepare (Fixture *fixture,
                  const Command *command,
                  gboolean warm)
{
  GError *error = NULL;
  DuiBook *book = NULL;

  set_ahead (FALSE);
  put_files (fixture, command->from);
  warm = warm && !command->from; /* nobody can write the log of an earlier version any more */
  if (!command->opens || warm)
    book = fixture_open (fixture);
  if (warm)
    {
      must (redo (fixture, book, &error), error);
      must (undo (fixture, book, &error), error);
    }
  if (command->opens && warm)
    commands_leave (fixture, g_steal_pointer (&book));
  set_ahead (command->ahead);
  return book;
}

void
commands_close (DuiBook *book)
{
  if (book)
    fixture_close (book);
}

/* What must be true of it --------------------------------------------------------------------------- */

/* A command's time and what hangs on it are never the same twice. */
static char *
list_columns (const char *table)
{
  if (g_str_equal (table, "command"))
    return g_strdup ("id, who, login, verb, reason, subject");
  if (g_str_equal (table, "seal"))
    return g_strdup ("command, figures, records");
  if (g_str_equal (table, "undo"))
    return g_strdup ("command, hex(changeset)");
  return g_strdup ("*");
}

static int
add_row (void *data,
         int n_columns,
         char **values,
         char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (data, "%s%c", values[i] ? values[i] : "", i + 1 < n_columns ? '|' : '\n');
  return 0;
}

static char *
query (sqlite3 *db,
       const char *sql)
{
  GString *text = g_string_new ("");

  if (sqlite3_exec (db, sql, add_row, text, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return g_string_free (text, FALSE);
}

char *
commands_read_state (const char *path)
{
  g_autofree char *names = NULL;
  g_auto (GStrv) tables = NULL;
  g_autoptr (GString) sql = g_string_new ("");
  sqlite3 *db;
  char *state;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup ("");
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  names = query (db, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  tables = g_strsplit (g_strchomp (names), "\n", -1);
  for (guint i = 0; tables[i]; i++)
    {
      g_autofree char *columns = list_columns (tables[i]);

      g_string_append_printf (sql, "SELECT '== %1$s'; SELECT %2$s FROM %1$s;", tables[i], columns);
    }
  g_string_append (sql, "PRAGMA user_version; SELECT sql FROM sqlite_schema ORDER BY name;");
  state = query (db, sql->str);
  sqlite3_close (db);
  return state;
}

void
commands_assert_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiBook) book = dui_book_open (path, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = dui_book_check (book, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((DuiFinding *) g_ptr_array_index (findings, i))->text);
  g_assert_cmpuint (findings->len, ==, 0);
  dui_book_close (book);
}

void
commands_assert_backed_up (Fixture *fixture,
                           const char *state)
{
  g_auto (GStrv) backups = dui_book_list_backups (fixture->path);
  g_autofree char *saved = commands_read_state (backups[0]);

  g_assert_cmpstr (saved, ==, state);
}

/* Whether what was told leaves open which it is: said so, or a book that was brought up and then could
 * not be opened all the same. */
static gboolean
is_open_question (const Command *command,
                  const GError *error)
{
  return g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_UNKNOWN_OUTCOME)
         || (command->opens && g_str_has_prefix (error->message, "The book could not be opened"));
}

void
commands_assert_told (const Command *command,
                      const char *state,
                      const GError *error,
                      const char *before,
                      const char *after)
{
  gboolean is_before = g_str_equal (state, before), is_after = g_str_equal (state, after);

  if (!is_before && !is_after)
    g_error ("%s: the book is between before and after:\n%s", command->name, state);
  if (error == NULL ? !is_after : !is_before && !is_open_question (command, error))
    g_error ("%s: the book is %s, but the user was told: %s", command->name,
             is_before ? "as before" : "changed", error ? error->message : "done");
}

static void
assert_no_hidden (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    g_assert_cmpint (name[0], !=, '.');
}

void
commands_assert_tidy (Fixture *fixture)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);

  assert_no_hidden (fixture->folder);
  assert_no_hidden (backups);
}
