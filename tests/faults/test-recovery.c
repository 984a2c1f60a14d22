/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk fails under a command, the program crashes, and the disk fails again when the book is
 * opened: the third one who opens it finds it whole, with what the first was told. */
#include "fault.h"
#include "trial.h"

/* About as many as opening a book takes of the most frequent kind. */
#define MOST_OPERATIONS 60

static guint n_in_all;

static void
begin (const char *folder,
       gconstpointer data)
{
  fault_arm (folder, data, 0);
}

/* What the crash left, as those who look at a copy of it see it. */
static char *
crash (Fixture *fixture,
       const Trial *trial)
{
  const Fault *fault;
  DuiBook *book;
  g_autoptr (GError) error = NULL;
  g_autofree char *crashed = NULL;
  char *state;

  do
    fault = &faults[g_test_rand_int_range (0, (gint32) n_faults)];
  while (fault_count (fault) == 0);
  book = commands_prepare (fixture, trial->command, trial->warm);
  fault_arm (fixture->folder, fault, trial_choose (0, 1, fault_count (fault)));
  trial->command->run (fixture, book, &error);
  g_assert_cmpuint (fault_disarm (), >, 0);
  commands_leave (fixture, book);
  crashed = commands_crash (fixture);
  state = commands_read_state (crashed);
  commands_assert_told (trial->command, state, error, trial->before, trial->after);
  return state;
}

/* FALSE when the second fault did not come. */
static gboolean
run_twice (Fixture *fixture,
           const Trial *trial)
{
  const Fault *fault = &faults[g_test_rand_int_range (0, (gint32) n_faults)];
  g_autofree char *left = crash (fixture, trial);
  g_autofree char *state = NULL;
  g_autoptr (DuiBook) book = NULL;
  gboolean failed;

  fault_arm (fixture->folder, fault, (guint) g_test_rand_int_range (1, MOST_OPERATIONS));
  book = dui_book_open (fixture->path, NULL);
  if (book)
    dui_book_close (book);
  failed = fault_disarm () > 0;
  state = commands_read_state (fixture->path);
  /* Who opens an older book brings it up. */
  if (!g_str_equal (state, left)
      && !(trial->command->opens && g_str_equal (state, trial->after)))
    g_error ("%s, then %s: recovery changed the book", trial->command->name, fault->name);
  commands_assert_sound (fixture->path);
  return failed;
}

static void
test_command (Fixture *fixture,
              gconstpointer data)
{
  guint n_wanted = fixture_scaled (1), n = 0;

  for (gboolean warm = FALSE; warm <= TRUE; warm++)
    {
      g_auto (Trial) trial = { NULL };

      trial_init (&trial, fixture, data, warm, &(Trouble){ begin, fault_disarm, NULL });
      for (guint met = 0; met < n_wanted;)
        met += run_twice (fixture, &trial) ? 1 : 0;
      n += n_wanted;
    }
  n_in_all += n;
  g_test_message ("%u second faults", n);
}

static void
test_sum (void)
{
  g_test_message ("%u second faults in all", n_in_all);
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
      g_autofree char *path = g_strdup_printf ("/faults/recovery/%s", commands[i].name);

      g_test_add (path, Fixture, &commands[i], fixture_set_up, test_command, fixture_tear_down);
    }
  g_test_add_func ("/faults/recovery/sum", test_sum);
  result = g_test_run ();
  commands_tear_down ();
  return result;
}
