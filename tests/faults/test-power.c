/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power fails in the middle of a day's commands: what was acknowledged is there afterwards, and of
 * the command that ran all or nothing. */
#include "commands.h"
#include "power.h"

#include <glib/gstdio.h>

#define N_STEPS 8

/* A day: which commands, and what the book was before the first and after each. */
typedef struct
{
  const Command *steps[N_STEPS];
  guint n_steps;
  char *states[N_STEPS + 1];
} Day;

static guint n_cuts, n_during;

static void
day_clear (Day *self)
{
  for (guint i = 0; i <= self->n_steps; i++)
    g_free (self->states[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static void
put_files (const PowerCut *cut,
           const char *folder)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, cut->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *above = g_path_get_dirname (path);

      g_mkdir_with_parents (above, 0700);
      g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes),
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static gboolean
is_state (const Day *day,
          const char *state)
{
  for (guint i = 0; i <= day->n_steps; i++)
    if (g_str_equal (state, day->states[i]))
      return TRUE;
  return FALSE;
}

/* Whatever has the name of a backup is one: a book as it once was. */
static void
assert_backups (Fixture *fixture,
                const Day *day)
{
  g_auto (GStrv) backups = dui_book_list_backups (fixture->path);

  for (guint i = 0; backups[i]; i++)
    {
      g_autofree char *state = commands_read_state (backups[i]);

      /* The oldest is from before that day. */
      if (backups[i + 1] && !is_state (day, state))
        g_error ("a backup is of no state of the book");
    }
}

static void
look_at (const PowerCut *cut,
         const Day *day)
{
  const Command *command = day->steps[MIN (cut->step, day->n_steps - 1)];
  const char *before = day->states[cut->step], *after = day->states[MIN (cut->step + 1, day->n_steps)];
  g_autofree char *state = NULL;
  Fixture left;

  fixture_set_up (&left, NULL);
  put_files (cut, left.folder);
  state = commands_read_state (left.path);
  if (!g_str_equal (state, before) && !(cut->during && g_str_equal (state, after)))
    g_error ("%s, step %u%s: the book is neither as before nor as after", command->name, cut->step,
             cut->during ? "" : ", acknowledged");
  assert_backups (&left, day);
  commands_assert_sound (left.path);
  fixture_tear_down (&left, NULL);
  n_cuts++;
  n_during += cut->during ? 1 : 0;
}

static void
look_at_all (const Day *day)
{
  g_autoptr (GPtrArray) cuts = power_take_cuts ();

  power_end ();
  for (guint i = 0; i < cuts->len; i++)
    look_at (g_ptr_array_index (cuts, i), day);
}

static const Command *
choose (void)
{
  for (;;)
    {
      const Command *command = &commands[g_test_rand_int_range (0, (gint32) n_commands)];

      if (!command->opens)
        return command;
    }
}

/* Without cuts: what can be done that day, and what it makes of the book. */
static void
plan (Fixture *fixture,
      Day *day)
{
  DuiBook *book = commands_prepare (fixture, &commands[0], FALSE);

  day->states[0] = commands_read_state (fixture->path);
  while (day->n_steps < N_STEPS)
    {
      const Command *command = choose ();

      if (!command->run (fixture, book, NULL))
        continue; /* nothing to redo, or figures that are there already */
      day->steps[day->n_steps++] = command;
      day->states[day->n_steps] = commands_read_state (fixture->path);
    }
  commands_close (book);
}

static void
run (Fixture *fixture,
     Day *day)
{
  DuiBook *book = commands_prepare (fixture, &commands[0], FALSE);

  power_begin (fixture->folder, 24);
  for (guint i = 0; i < day->n_steps; i++)
    {
      GError *error = NULL;

      power_set_step (i);
      day->steps[i]->run (fixture, book, &error);
      g_assert_no_error (error);
      power_set_step (i + 1);
      power_cut ();
    }
  commands_close (book);
  power_cut ();
}

static void
test_day (Fixture *fixture,
          gconstpointer data)
{
  guint wanted = fixture_scaled (400);

  while (n_cuts < wanted)
    {
      g_auto (Day) day = { { NULL } };

      plan (fixture, &day);
      run (fixture, &day);
      look_at_all (&day);
    }
  g_test_message ("%u power cuts, %u of them within a command", n_cuts, n_during);
}

/* Opening, which may be migrating. */
static void
test_opening (Fixture *fixture,
              gconstpointer data)
{
  guint wanted = n_cuts + fixture_scaled (40);
  gboolean warm = FALSE;

  while (n_cuts < wanted)
    {
      g_auto (Day) day = { { data }, 1 };
      GError *error = NULL;

      commands_prepare (fixture, data, warm);
      day.states[0] = commands_read_state (fixture->path);
      commands_prepare (fixture, data, warm);
      power_begin (fixture->folder, 16);
      day.steps[0]->run (fixture, NULL, &error);
      g_assert_no_error (error);
      power_set_step (1);
      power_cut ();
      disk_watch (NULL);
      day.states[1] = commands_read_state (fixture->path);
      look_at_all (&day);
      warm = !warm;
    }
  g_test_message ("%u power cuts in all, %u of them within a command", n_cuts, n_during);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  power_install ();
  commands_set_up ();
  FIXTURE_TEST ("/faults/power/day", test_day);
  for (guint i = 0; i < n_commands; i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/power/%s", commands[i].name);

      if (commands[i].opens)
        g_test_add (path, Fixture, &commands[i], fixture_set_up, test_opening, fixture_tear_down);
    }
  result = g_test_run ();
  commands_tear_down ();
  return result;
}
