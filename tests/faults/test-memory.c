/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory runs out in the middle of every command: it fails with a sentence, or is done; nothing is
 * lost and nothing between. */
#include "memory.h"
#include "trial.h"

static guint n_in_all, n_asked;

static void
begin (const char *folder,
       gconstpointer data)
{
  memory_arm (data);
}

static guint
end (void)
{
  return memory_disarm (&n_asked);
}

static void
run_short (Fixture *fixture,
           const Trial *trial,
           const Shortage *shortage)
{
  g_autoptr (GError) error = NULL;
  gboolean done
      = trial_run (trial, fixture, &(Trouble){ begin, end, shortage }, shortage->n % 2 == 0, &error);

  g_test_message ("%s, %u%s: %s", trial->command->name, shortage->n,
                  shortage->for_good ? ", for good" : "", done ? "done" : error->message);
  commands_assert_tidy (fixture);
}

static void
test_command (Fixture *fixture,
              gconstpointer data)
{
  const Shortage none = { 0 };
  guint n_runs = fixture_scaled (1), n = 0;

  for (gboolean warm = FALSE; warm <= TRUE; warm++)
    {
      g_auto (Trial) trial = { NULL };
      guint n_all;

      trial_init (&trial, fixture, data, warm, &(Trouble){ begin, end, &none });
      n_all = n_asked;
      for (gboolean for_good = FALSE; for_good <= TRUE; for_good++)
        for (guint i = 0; i < n_runs; i++, n++)
          run_short (fixture, &trial, &(Shortage){ trial_choose (i, n_runs, n_all), for_good });
    }
  n_in_all += n;
  g_test_message ("%u shortages of memory", n);
}

static void
test_sum (void)
{
  g_test_message ("%u shortages of memory in all", n_in_all);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  memory_install ();
  commands_set_up ();
  for (guint i = 0; i < n_commands; i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/memory/%s", commands[i].name);

      g_test_add (path, Fixture, &commands[i], fixture_set_up, test_command, fixture_tear_down);
    }
  g_test_add_func ("/faults/memory/sum", test_sum);
  result = g_test_run ();
  commands_tear_down ();
  return result;
}
