/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program edits the book at every moment of a restore: what it was told is saved is in the book
 * or in a backup. */
#include "commands.h"
#include "disk.h"

#include <sqlite3.h>

#define PERIOD dui_period_new (2021, 11)
#define VALUE 4321

static DuiBook *other;
static guint place, n_met, edit_at;
static gboolean editing, saved;

static int
watch (const DiskOperation *operation)
{
  if (editing || ++n_met != edit_at)
    return SQLITE_OK;
  editing = TRUE;
  saved = fixture_set (other, place, PERIOD, VALUE, NULL);
  editing = FALSE;
  return SQLITE_OK;
}

static gboolean
has_edit (const char *path)
{
  g_autofree char *found = fixture_query (path, "SELECT count(*) FROM figure WHERE value = "
                                                G_STRINGIFY (VALUE));

  return !g_str_equal (found, "0");
}

static gboolean
is_anywhere (Fixture *fixture)
{
  g_auto (GStrv) backups = dui_book_list_backups (fixture->path);
  gboolean found = has_edit (fixture->path);

  for (guint i = 0; backups[i] && !found; i++)
    found = has_edit (backups[i]);
  return found;
}

static const Command *
find_restore (void)
{
  for (guint i = 0; i < n_commands; i++)
    if (g_str_equal (commands[i].name, "restore"))
      return &commands[i];
  g_assert_not_reached ();
}

/* FALSE when the edit was too late for the restore, and waited in vain. */
static gboolean
run (Fixture *fixture,
     guint at)
{
  const Command *restore = find_restore ();
  DuiBook *book = commands_prepare (fixture, restore, FALSE);

  other = fixture_open (fixture);
  place = fixture_member (other, 0);
  n_met = 0;
  edit_at = at;
  saved = FALSE;
  disk_watch (fixture->folder);
  restore->run (fixture, book, NULL);
  disk_watch (NULL);
  fixture_close (other);
  fixture_close (book);
  if (saved)
    g_assert_true (is_anywhere (fixture));
  commands_assert_sound (fixture->path);
  return saved;
}

static void
test_restore (Fixture *fixture,
              gconstpointer data)
{
  guint stride = MAX (1, 400 / fixture_scaled (20)), n = 0;

  for (guint at = 1; run (fixture, at); at += stride)
    n++;
  g_test_message ("%u edits in the middle of a restore", n);
  g_assert_cmpuint (n, >, 5);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  disk_install (watch);
  commands_set_up ();
  FIXTURE_TEST ("/faults/race/restore", test_restore);
  result = g_test_run ();
  commands_tear_down ();
  return result;
}
