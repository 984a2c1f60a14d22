/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every operation on the disk fails once, kind by kind and command by command: afterwards the book is
 * whole, the command is in it altogether or not at all, and what was reported is true. */
#include "fault.h"
#include "trial.h"

#include <glib/gstdio.h>

/* The @n-th operation that @fault is about. */
typedef struct
{
  const Fault *fault;
  guint n;
} Failing;

static guint n_by_fault[32], n_unknown;

static void
begin (const char *folder,
       gconstpointer data)
{
  const Failing *failing = data;

  fault_arm (folder, failing->fault, failing->n);
}

static void
run_faulty (Fixture *fixture,
            const Trial *trial,
            const Failing *failing)
{
  const Trouble trouble = { begin, fault_disarm, failing };
  g_autoptr (GError) error = NULL;
  gboolean done = trial_run (trial, fixture, &trouble, failing->n % 2 == 0, &error);

  g_test_message ("%s, %s %u: %s", trial->command->name, failing->fault->name, failing->n,
                  done ? "done" : error->message);
  if (!(failing->fault->kinds & DISK_DELETE))
    commands_assert_tidy (fixture);
  if (!done && failing->fault->full)
    g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_FULL);
  n_unknown += g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_UNKNOWN_OUTCOME);
}

static guint
run_all (Fixture *fixture,
         const Trial *trial,
         const Fault *fault)
{
  guint n_operations = fault_count (fault);
  guint n_runs = trial_count (n_operations);

  for (guint i = 0; i < n_runs; i++)
    run_faulty (fixture, trial, &(Failing){ fault, trial_choose (i, n_runs, n_operations) });
  return n_runs;
}

static void
count_for (guint fault,
           guint n,
           guint *sum)
{
  n_by_fault[fault] += n;
  *sum += n;
}

static void
test_command (Fixture *fixture,
              gconstpointer data)
{
  const Failing nothing = { NULL };
  guint n = 0;

  for (gboolean warm = FALSE; warm <= TRUE; warm++)
    {
      g_auto (Trial) trial = { NULL };

      trial_init (&trial, fixture, data, warm, &(Trouble){ begin, fault_disarm, &nothing });
      for (guint i = 0; i < n_faults; i++)
        count_for (i, run_all (fixture, &trial, &faults[i]), &n);
    }
  g_test_message ("%u faults", n);
}

/* A new book, and one in place of a damaged one ------------------------------------------------------ */

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static gboolean
create (Fixture *fixture)
{
  DuiBook *book = dui_book_create (fixture->path, "410922", NULL);

  commands_close (book);
  return book != NULL;
}

/* A book is there whole or not at all, and nothing is left over. */
static void
create_faulty (Fixture *fixture,
               const Fault *fault,
               guint n)
{
  gboolean done;
  guint n_files;

  g_remove (fixture->path);
  n_files = count_files (fixture->folder); /* where nothing could be deleted */
  fault_arm (fixture->folder, fault, n);
  done = create (fixture);
  g_assert_cmpuint (fault_disarm (), >, 0);
  if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    commands_assert_sound (fixture->path);
  else
    g_assert_false (done);
  if (!(fault->kinds & DISK_DELETE))
    g_assert_cmpuint (count_files (fixture->folder), <=, n_files + 1);
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  guint n = 0;

  fault_arm (fixture->folder, NULL, 0);
  g_assert_true (create (fixture));
  fault_disarm ();
  for (guint i = 0; i < n_faults; i++)
    {
      guint n_operations = fault_count (&faults[i]), n_runs = trial_count (n_operations);

      for (guint k = 0; k < n_runs; k++)
        create_faulty (fixture, &faults[i], trial_choose (k, n_runs, n_operations));
      count_for (i, n_runs, &n);
    }
  g_test_message ("%u faults", n);
}

static gboolean
rescue (Fixture *fixture,
        const Fault *fault,
        guint n,
        char **kept)
{
  g_auto (GStrv) backups = NULL;

  commands_close (commands_prepare (fixture, &commands[0], FALSE));
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  backups = dui_book_list_backups (fixture->path);
  fault_arm (fixture->folder, fault, n);
  return dui_book_rescue (fixture->path, backups[0], &(DuiOccasion){ 0 }, kept, NULL);
}

/* What was damaged is kept byte for byte, here or there, and told where. */
static void
rescue_faulty (Fixture *fixture,
               const Fault *fault,
               guint n)
{
  g_autofree char *kept = NULL, *bytes = NULL;
  gboolean done = rescue (fixture, fault, n, &kept);

  g_assert_cmpuint (fault_disarm (), >, 0);
  g_assert_true (g_file_get_contents (kept ? kept : fixture->path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "damaged");
  if (done)
    commands_assert_sound (fixture->path);
  else if (!fault->for_good)
    g_assert_null (kept);
}

static void
test_rescue (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *kept = NULL;
  guint n = 0;

  g_assert_true (rescue (fixture, NULL, 0, &kept));
  fault_disarm ();
  for (guint i = 0; i < n_faults; i++)
    {
      guint n_operations = fault_count (&faults[i]), n_runs = trial_count (n_operations);

      for (guint k = 0; k < n_runs; k++)
        rescue_faulty (fixture, &faults[i], trial_choose (k, n_runs, n_operations));
      count_for (i, n_runs, &n);
    }
  g_test_message ("%u faults", n);
}

static void
test_sum (void)
{
  guint n = 0;

  for (guint i = 0; i < n_faults; i++)
    {
      g_test_message ("%s: %u faults", faults[i].name, n_by_fault[i]);
      n += n_by_fault[i];
    }
  g_test_message ("%u faults in all; after %u the outcome could not be told", n, n_unknown);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fault_install ();
  commands_set_up ();
  for (guint i = 0; i < n_commands; i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/disk/%s", commands[i].name);

      g_test_add (path, Fixture, &commands[i], fixture_set_up, test_command, fixture_tear_down);
    }
  FIXTURE_TEST ("/faults/disk/create", test_create);
  FIXTURE_TEST ("/faults/disk/rescue", test_rescue);
  g_test_add_func ("/faults/disk/sum", test_sum);
  result = g_test_run ();
  commands_tear_down ();
  return result;
}
