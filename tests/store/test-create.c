/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New books: what is in them, who may read them, and that nothing is ever written over. */
#include "fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_county (Fixture *fixture,
             gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, NULL);
  g_autoptr (GArray) members = NULL, peers = NULL;
  guint above;

  g_assert_cmpstr (dui_place_get_name (dui_catalog_get_place (catalog, catalog->home)), ==,
                   "清丰县");
  g_assert_false (catalog->sample);
  members = dui_catalog_get_members (catalog, catalog->home, dui_period_new (2021, 11), TRUE);
  g_assert_cmpuint (members->len, ==, 17);
  above = dui_catalog_get_parent (catalog, catalog->home, dui_period_new (2021, 11));
  g_assert_cmpstr (dui_place_get_name (dui_catalog_get_place (catalog, above)), ==, "濮阳市");
  peers = dui_catalog_get_members (catalog, above, dui_period_new (2021, 11), TRUE);
  g_assert_cmpuint (peers->len, ==, 8);
  fixture_close (book);
}

/* The level is data, not code. */
static void
test_levels (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *code;
    guint n_members;
    gboolean has_peers;
  } cases[] = { { "410900", 8, TRUE }, { "410000", 18, TRUE }, { "100000", 31, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].code, NULL);
      g_autoptr (GError) error = NULL;
      DuiBook *book = dui_book_create (path, cases[i].code, &error);
      g_autoptr (DuiCatalog) catalog = NULL;
      g_autoptr (GArray) members = NULL;

      g_assert_no_error (error);
      catalog = dui_book_get_catalog (book, NULL);
      members = dui_catalog_get_members (catalog, catalog->home, dui_period_new (2021, 11), TRUE);
      g_assert_cmpuint (members->len, >=, cases[i].n_members);
      g_assert_cmpint (dui_catalog_get_parent (catalog, catalog->home, 24250) != DUI_NO_PLACE, ==,
                       cases[i].has_peers);
      fixture_close (book);
    }
}

static void
test_indicators (Fixture *fixture,
                 gconstpointer data)
{
  static const char *const codes[]
      = { "output", "investment", "industrial-investment", "upgrade-investment", "revenue",
          "tax", "electricity", "energy", "attracted-funds", "value-added" };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, NULL);
  DuiIndicator *output, *energy, *funds, *added;

  g_assert_cmpuint (catalog->indicators->len, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (dui_indicator_get_code (g_ptr_array_index (catalog->indicators, i)), ==,
                     codes[i]);
  output = dui_catalog_get_indicator (catalog, "output");
  g_assert_cmpstr (dui_indicator_get_measure (output), ==, "万元");
  g_assert_cmpstr (dui_indicator_get_shown_measure (output), ==, "亿元");
  g_assert_cmpint (dui_indicator_get_shown_shift (output), ==, 4);
  g_assert_cmpint (dui_indicator_get_scale (output), ==, 4);
  energy = dui_catalog_get_indicator (catalog, "energy");
  g_assert_cmpint (dui_indicator_get_direction (energy), ==, DUI_DIRECTION_LOWER);
  g_assert_false (dui_indicator_has_pace (energy));
  funds = dui_catalog_get_indicator (catalog, "attracted-funds");
  g_assert_false (dui_indicator_get_place_targets (funds));
  added = dui_catalog_get_indicator (catalog, "value-added");
  g_assert_cmpint (dui_indicator_get_kind (added), ==, DUI_KIND_GROWTH_ONLY);
  fixture_close (book);
}

static void
test_refusals (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *code;
    DuiStoreError error;
  } cases[] = { { "999999", DUI_STORE_ERROR_REFUSED },
                { "41", DUI_STORE_ERROR_REFUSED },
                { "", DUI_STORE_ERROR_REFUSED },
                { "410922100", DUI_STORE_ERROR_REFUSED } };
  g_autoptr (GDir) folder = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dui_book_create (fixture->path, cases[i].code, &error));
      g_assert_error (error, DUI_STORE_ERROR, (int) cases[i].error);
    }
  /* Nothing is left behind, under any name. */
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
}

static void
test_existing (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL, again = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));
  g_assert_null (dui_book_create (fixture->path, "410922", &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_EXISTS);
  g_assert_null (dui_book_create_sample (fixture->path, &again));
  g_assert_error (again, DUI_STORE_ERROR, DUI_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

/* Figures are not for everybody: 0700 and 0600 whatever the umask says. */
static void
test_modes (Fixture *fixture,
            gconstpointer data)
{
  static const mode_t masks[] = { 0000, 0022, 0077, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *above = g_strdup_printf ("%s/%u", fixture->folder, i);
      g_autofree char *folder = g_build_filename (above, "inside", NULL);
      g_autofree char *path = g_build_filename (folder, "book.duibiao", NULL);
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      g_autofree char *index = g_strconcat (path, "-shm", NULL);
      mode_t old = umask (masks[i]);
      g_autoptr (GError) error = NULL;
      DuiBook *book = dui_book_create (path, "410922", &error);

      g_assert_no_error (error);
      g_assert_true (fixture_set (book, fixture_member (book, 0), 24262, 5, NULL));
      umask (old);
      g_assert_cmpuint (mode_of (above), ==, 0700);
      g_assert_cmpuint (mode_of (folder), ==, 0700);
      g_assert_cmpuint (mode_of (path), ==, 0600);
      g_assert_cmpuint (mode_of (log), ==, 0600);
      g_assert_cmpuint (mode_of (index), ==, 0600);
      fixture_close (book);
    }
}

static void
test_uuid (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *other = g_strconcat (fixture->path, "2", NULL);
  g_autofree char *first = NULL, *second = NULL;

  fixture_close (fixture_create (fixture));
  fixture_close (dui_book_create (other, "410922", NULL));
  first = fixture_query (fixture->path, "SELECT uuid FROM book");
  second = fixture_query (other, "SELECT uuid FROM book");
  g_assert_true (g_uuid_string_is_valid (first));
  g_assert_cmpstr (first, !=, second);
}

static void
test_sample_twice (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *other = g_strconcat (fixture->path, "2", NULL);
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GBytes) bytes = NULL, other_bytes = NULL;

  fixture_close (dui_book_create_sample (fixture->path, NULL));
  g_usleep (G_USEC_PER_SEC + G_USEC_PER_SEC / 10); /* another second on the clock */
  fixture_close (dui_book_create_sample (other, NULL));
  first = fixture_dump (fixture->path);
  second = fixture_dump (other);
  g_assert_cmpstr (first, ==, second);
  bytes = fixture_bytes (fixture->path);
  other_bytes = fixture_bytes (other);
  g_assert_true (g_bytes_equal (bytes, other_bytes));
}

static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DuiBook *book = dui_book_create_sample (fixture->path, &error);
  g_autoptr (DuiCatalog) catalog = NULL;
  g_autoptr (DuiPanel) output = NULL, investment = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  DuiFigureValues values;

  g_assert_no_error (error);
  catalog = dui_book_get_catalog (book, &error);
  g_assert_no_error (error);
  g_assert_true (catalog->sample);
  output = dui_book_get_panel (book, "output", &error);
  g_assert_no_error (error);
  values = dui_panel_get_figure (output, catalog->home, dui_period_new (2021, 11));
  g_assert_cmpint (values.value, ==, G_GINT64_CONSTANT (15474000000));
  g_assert_cmpint (values.growth, ==, 770000000);
  g_assert_cmpuint (output->n_issued, >, 10);
  investment = dui_book_get_panel (book, "investment", &error);
  g_assert_cmpuint (investment->n_plans, ==, 2);
  findings = dui_book_check (book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  fixture_close (book);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/create/county", test_county);
  FIXTURE_TEST ("/store/create/levels", test_levels);
  FIXTURE_TEST ("/store/create/indicators", test_indicators);
  FIXTURE_TEST ("/store/create/refusals", test_refusals);
  FIXTURE_TEST ("/store/create/existing", test_existing);
  FIXTURE_TEST ("/store/create/modes", test_modes);
  FIXTURE_TEST ("/store/create/uuid", test_uuid);
  FIXTURE_TEST ("/store/create/sample", test_sample);
  FIXTURE_TEST ("/store/create/sample-twice", test_sample_twice);
  return g_test_run ();
}
