/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets as offices send them, and broken ones: what must become of each stands beside it
 * (tests/data/import/README.md). */
#include "county.h"

#include <string.h>

static char *
import_as_text (const char *path, gboolean add_places)
{
  g_autoptr (County) county = county_new (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiBatch) batch = NULL;

  county->options.add_places = add_places;
  batch = county_import (county, path, &error);
  if (!batch)
    {
      g_assert_true (error->domain == DUI_IMPORT_ERROR);
      return g_strdup_printf ("failed %s\n", error->message);
    }
  g_assert_cmpint (strlen (batch->sha256), ==, 64);
  g_assert_cmpuint (batch->n_refused > 0 ? batch->errors->len : 1, >, 0);
  return county_print (county, batch);
}

static void
test_sheet (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, (gsize) (strrchr (path, '.') - path));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gboolean add_places;

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  add_places = g_str_has_prefix (expected, "# add-places\n");
  text = add_places ? strchr (expected, '\n') + 1 : expected;
  found = import_as_text (path, add_places);
  g_assert_cmpstr (found, ==, text);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GDir *dir;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "import", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv"))
      {
        g_autofree char *test = g_strconcat ("/exchange/sheets/", name, NULL);

        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
        g_test_add_data_func (test, g_ptr_array_index (paths, paths->len - 1), test_sheet);
      }
  g_dir_close (dir);
  return g_test_run ();
}
