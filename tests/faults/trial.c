/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trial.h"

/* DUI_TEST_SCALE of the full length, and one in how many is met in the short one. */
#define FULL_SCALE 20
#define ONE_IN 34

static gboolean
run (const Trial *self,
     Fixture *fixture,
     const Trouble *trouble,
     DuiBook **book,
     guint *n,
     GError **error)
{
  gboolean done;

  *book = commands_prepare (fixture, self->command, self->warm);
  trouble->begin (fixture->folder, trouble->data);
  done = self->command->run (fixture, *book, error);
  *n = trouble->end ();
  return done;
}

void
trial_init (Trial *self,
            Fixture *fixture,
            const Command *command,
            gboolean warm,
            const Trouble *none)
{
  g_autoptr (GError) error = NULL;
  DuiBook *book;
  gboolean done;
  guint n;

  self->command = command;
  self->warm = warm;
  commands_close (commands_prepare (fixture, command, warm));
  self->before = commands_read_state (fixture->path);
  done = run (self, fixture, none, &book, &n, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpuint (n, ==, 0);
  commands_close (book);
  self->after = commands_read_state (fixture->path);
}

void
trial_clear (Trial *self)
{
  g_free (self->before);
  g_free (self->after);
}

/* The same hands, the same book: what failed goes through when all is well again. */
static void
repeat (const Trial *self,
        Fixture *fixture,
        DuiBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  gboolean done = self->command->run (fixture, book, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  state = commands_read_state (fixture->path);
  g_assert_cmpstr (state, ==, self->after);
}

static void
assert_told (const Trial *self,
             Fixture *fixture,
             const char *path,
             const GError *error)
{
  g_autofree char *state = commands_read_state (path);

  commands_assert_told (self->command, state, error, self->before, self->after);
  if (self->command->backs_up && g_str_equal (state, self->after))
    commands_assert_backed_up (fixture, self->before);
}

gboolean
trial_run (const Trial *self,
           Fixture *fixture,
           const Trouble *trouble,
           gboolean again,
           GError **error)
{
  GError *told = NULL;
  g_autofree char *crashed = NULL;
  DuiBook *book;
  guint n;
  gboolean done = run (self, fixture, trouble, &book, &n, &told);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (done, ==, told == NULL);
  if (self->command->look)
    self->command->look (fixture, done, self->before);
  crashed = commands_crash (fixture);
  assert_told (self, fixture, crashed, told);
  again = again && !done && !self->command->look
          && !g_error_matches (told, DUI_STORE_ERROR, DUI_STORE_ERROR_UNKNOWN_OUTCOME);
  if (again)
    repeat (self, fixture, book);
  commands_close (book);
  assert_told (self, fixture, fixture->path, again ? NULL : told);
  commands_assert_sound (fixture->path);
  if (told)
    g_propagate_error (error, told);
  return done;
}

guint
trial_count (guint n_all)
{
  if (fixture_scaled (FULL_SCALE) >= FULL_SCALE * FULL_SCALE)
    return n_all;
  return CLAMP (fixture_scaled (n_all) / ONE_IN, MIN (n_all, 1), n_all);
}

guint
trial_choose (guint i,
              guint n_chosen,
              guint n_all)
{
  guint64 from = (guint64) i * n_all / n_chosen, to = (guint64) (i + 1) * n_all / n_chosen;

  return (guint) g_test_rand_int_range ((gint32) from + 1, (gint32) to + 1);
}
