/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches into the book: all or nothing, never over something that changed meanwhile, and twice is as
 * good as once. */
#include "fixture.h"

#define PERIOD dui_period_new (2021, 11)

static DuiAmount
read_value (DuiBook *book,
            guint place,
            DuiPeriod period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiPanel) panel = dui_book_get_panel (book, "output", &error);

  g_assert_no_error (error);
  return dui_panel_get_figure (panel, place, period).value;
}

static DuiBatchRow *
row_at (DuiBatch *batch,
        guint n)
{
  return &g_array_index (batch->rows, DuiBatchRow, n);
}

/* Refused with @code, and nothing in any table is different. */
static void
assert_refused (Fixture *fixture,
                DuiBook *book,
                GPtrArray *batches,
                DuiStoreError code)
{
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dui_book_import (book, batches, &(DuiOccasion){ NULL, NULL }, &error));
  g_assert_error (error, DUI_STORE_ERROR, (int) code);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_one_refused (Fixture *fixture,
                    DuiBook *book,
                    DuiBatch *batch,
                    DuiStoreError code)
{
  g_autoptr (GPtrArray) batches = g_ptr_array_new ();

  g_ptr_array_add (batches, batch);
  assert_refused (fixture, book, batches, code);
}

static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  static const DuiAmount values[] = { 0, -5, DUI_AMOUNT_MAX, -DUI_AMOUNT_MAX, 123456789, 1 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch
      = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, G_N_ELEMENTS (values));
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GError) error = NULL;

  row_at (batch, 0)->base = 7;
  row_at (batch, 1)->growth = -770000000;
  row_at (batch, 2)->status = DUI_STATUS_ESTIMATE;
  row_at (batch, 3)->status = DUI_STATUS_FINAL;
  row_at (batch, 4)->value = DUI_AMOUNT_MISSING;
  row_at (batch, 4)->base = 3;
  g_assert_true (fixture_import (book, batch, &error));
  g_assert_no_error (error);
  fixture_close (book);

  book = fixture_open (fixture);
  panel = dui_book_get_panel (book, "output", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = row_at (batch, i);
      DuiFigureValues values_read = dui_panel_get_figure (panel, row->place, PERIOD);

      g_assert_cmpint (values_read.value, ==, row->value);
      g_assert_cmpint (values_read.base, ==, row->base);
      g_assert_cmpint (values_read.growth, ==, row->growth);
      g_assert_cmpint (values_read.status, ==, row->status);
    }
  fixture_close (book);
}

static void
test_twice (Fixture *fixture,
            gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20, 30 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch
      = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, G_N_ELEMENTS (values));
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GBytes) bytes = NULL, bytes_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_import (book, batch, NULL));
  fixture_close (book);
  before = fixture_dump (fixture->path);
  bytes = fixture_bytes (fixture->path);

  book = fixture_open (fixture);
  for (guint i = 0; i < batch->rows->len; i++)
    row_at (batch, i)->verdict = DUI_ROW_SAME;
  g_assert_true (fixture_import (book, batch, &error));
  g_assert_no_error (error);
  fixture_close (book);
  after = fixture_dump (fixture->path);
  bytes_after = fixture_bytes (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_bytes_equal (bytes, bytes_after));
}

/* Only what changed meets the log. */
static void
test_changed (Fixture *fixture,
              gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20, 30 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) first
      = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, G_N_ELEMENTS (values));
  g_autoptr (DuiBatch) second
      = fixture_batch (book, PERIOD, DUI_ROW_SAME, values, G_N_ELEMENTS (values));
  g_autofree char *n_changes = NULL, *sources = NULL, *old = NULL;

  g_assert_true (fixture_import (book, first, NULL));
  row_at (second, 1)->verdict = DUI_ROW_CHANGED;
  row_at (second, 1)->value = 21;
  g_assert_true (fixture_import (book, second, NULL));
  g_assert_cmpint (read_value (book, row_at (second, 1)->place, PERIOD), ==, 21);
  fixture_close (book);
  n_changes = fixture_query (fixture->path, "SELECT count(*) FROM change");
  g_assert_cmpstr (n_changes, ==, "1");
  old = fixture_query (fixture->path, "SELECT old LIKE '% value=20 %', new LIKE '% value=21 %'"
                                      " FROM change WHERE table_name = 'figure'");
  g_assert_cmpstr (old, ==, "1|1");
  sources = fixture_query (fixture->path,
                           "SELECT verb, file, source_row FROM figure"
                           " JOIN source ON source.id = figure.source"
                           " JOIN command ON command.id = command WHERE value = 21");
  g_assert_cmpstr (sources, ==, "import|a.csv|3");
}

static void
test_stale (Fixture *fixture,
            gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) new = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 2);
  g_autoptr (DuiBatch) same = fixture_batch (book, PERIOD, DUI_ROW_SAME, values, 2);
  g_autoptr (DuiBatch) changed = fixture_batch (book, PERIOD, DUI_ROW_CHANGED, values, 2);

  /* Nothing is there: neither the same nor changed. */
  assert_one_refused (fixture, book, same, DUI_STORE_ERROR_STALE);
  assert_one_refused (fixture, book, changed, DUI_STORE_ERROR_STALE);
  g_assert_true (fixture_import (book, new, NULL));
  /* It is there: not new, and not changed either. */
  assert_one_refused (fixture, book, new, DUI_STORE_ERROR_STALE);
  assert_one_refused (fixture, book, changed, DUI_STORE_ERROR_STALE);
  g_assert_true (fixture_set (book, row_at (same, 1)->place, PERIOD, 99, NULL));
  assert_one_refused (fixture, book, same, DUI_STORE_ERROR_STALE);
  fixture_close (book);
}

/* A sheet without bases took over the base of the book; if that was corrected since, the import must
 * not put the old one back. */
static void
test_merged_part (Fixture *fixture,
                  gconstpointer data)
{
  static const DuiAmount values[] = { 10 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) new = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 1);
  g_autoptr (DuiBatch) changed = fixture_batch (book, PERIOD, DUI_ROW_CHANGED, values, 1);
  DuiFigureValues corrected = { 10, 6, DUI_AMOUNT_MISSING, DUI_STATUS_PRELIMINARY };

  row_at (new, 0)->base = 5;
  g_assert_true (fixture_import (book, new, NULL));
  row_at (changed, 0)->value = 11;
  row_at (changed, 0)->base = 5;
  g_assert_true (dui_book_set_figure (book, row_at (new, 0)->place, "output", PERIOD, &corrected,
                                      &(DuiOccasion){ "基数更正" }, NULL));
  assert_one_refused (fixture, book, changed, DUI_STORE_ERROR_STALE);
  row_at (changed, 0)->base = 6;
  g_assert_true (fixture_import (book, changed, NULL));
  fixture_close (book);
}

/* PRACTICE R6. */
static void
test_status (Fixture *fixture,
             gconstpointer data)
{
  static const DuiAmount values[] = { 10 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) new = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 1);
  g_autoptr (DuiBatch) lower = fixture_batch (book, PERIOD, DUI_ROW_CHANGED, values, 1);

  row_at (new, 0)->status = DUI_STATUS_FINAL;
  g_assert_true (fixture_import (book, new, NULL));
  row_at (lower, 0)->value = 11;
  assert_one_refused (fixture, book, lower, DUI_STORE_ERROR_REFUSED);
  row_at (lower, 0)->status = DUI_STATUS_FINAL;
  g_assert_true (fixture_import (book, lower, NULL));
  g_assert_cmpint (read_value (book, row_at (lower, 0)->place, PERIOD), ==, 11);
  fixture_close (book);
}

static void
test_with_errors (Fixture *fixture,
                  gconstpointer data)
{
  static const DuiAmount values[] = { 10 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) good = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 1);
  g_autoptr (DuiBatch) bad = fixture_batch (book, PERIOD + 1, DUI_ROW_NEW, values, 1);
  g_autoptr (GPtrArray) batches = g_ptr_array_new ();

  dui_batch_add_error (bad, 2, 3, "“%s” is not a number", "x");
  g_ptr_array_add (batches, good);
  g_ptr_array_add (batches, bad);
  assert_refused (fixture, book, batches, DUI_STORE_ERROR_REFUSED);
  fixture_close (book);
}

static void
test_two_files (Fixture *fixture,
                gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) later = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 2);
  g_autoptr (DuiBatch) earlier = fixture_batch (book, PERIOD - 1, DUI_ROW_NEW, values, 2);
  g_autoptr (GPtrArray) batches = g_ptr_array_new (), findings = NULL;
  g_autofree char *counts = NULL;
  g_autoptr (GError) error = NULL;

  g_free (earlier->file);
  earlier->file = g_strdup ("b.csv");
  g_ptr_array_add (batches, later);
  g_ptr_array_add (batches, earlier);
  g_assert_true (dui_book_import (book, batches, &(DuiOccasion){ NULL }, &error));
  g_assert_no_error (error);
  findings = dui_book_check (book, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  /* The same figure in two files: one must be chosen first. */
  for (guint i = 0; i < 2; i++)
    row_at (earlier, i)->period = row_at (later, i)->period = PERIOD + 1;
  assert_refused (fixture, book, batches, DUI_STORE_ERROR_REFUSED);
  fixture_close (book);
  counts = fixture_query (fixture->path, "SELECT file, count(*) FROM source"
                                         " JOIN figure ON source.id = source GROUP BY 1");
  g_assert_cmpstr (counts, ==, "a.csv|2\nb.csv|2");
}

/* Rows in another order than that of the ids, as after the fixed order was changed by hand. */
static void
test_unordered (Fixture *fixture,
                gconstpointer data)
{
  DuiAmount values[17];
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i * 100;
  batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, G_N_ELEMENTS (values));
  for (guint i = batch->rows->len - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
      DuiBatchRow swap = *row_at (batch, i);

      *row_at (batch, i) = *row_at (batch, other);
      *row_at (batch, other) = swap;
    }
  g_assert_true (fixture_import (book, batch, NULL));
  for (guint i = 0; i < batch->rows->len; i++)
    g_assert_cmpint (read_value (book, row_at (batch, i)->place, PERIOD), ==,
                     row_at (batch, i)->value);
  findings = dui_book_check (book, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  fixture_close (book);
}

static void
test_new_places (Fixture *fixture,
                 gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20, 30, 40 };
  static const char *const names[] = { "县产业园区", "宏达机械有限公司", "新设镇", "新设镇" };
  static const gboolean ranked[] = { TRUE, FALSE, TRUE }, in_total[] = { FALSE, FALSE, TRUE };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiCatalog) before = dui_book_get_catalog (book, NULL), after = NULL;
  g_autoptr (DuiBatch) batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 4);
  g_autoptr (DuiBatch) other = fixture_batch (book, PERIOD + 1, DUI_ROW_NEW, values, 1);
  g_autoptr (GPtrArray) batches = g_ptr_array_new (), findings = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_ptr_array_add (batch->new_places, g_strdup (names[i]));
      row_at (batch, i)->place = before->places->len + i;
    }
  /* Named in two files, it is one place. */
  g_ptr_array_add (other->new_places, g_strdup (names[3]));
  row_at (other, 0)->place = before->places->len;
  g_ptr_array_add (batches, batch);
  g_ptr_array_add (batches, other);
  g_assert_true (dui_book_import (book, batches, &(DuiOccasion){ NULL }, &error));
  g_assert_no_error (error);

  after = dui_book_get_catalog (book, NULL);
  g_assert_cmpuint (after->places->len, ==, before->places->len + 3);
  for (guint i = 0; i < 3; i++)
    {
      guint index = before->places->len + i;
      const DuiMembership *membership = NULL;

      g_assert_cmpstr (dui_place_get_name (dui_catalog_get_place (after, index)), ==, names[i]);
      g_assert_cmpint (read_value (book, index, PERIOD), ==, values[i]);
      for (guint m = 0; m < after->n_memberships; m++)
        if (after->memberships[m].place == index)
          membership = &after->memberships[m];
      g_assert_nonnull (membership);
      g_assert_cmpuint (membership->parent, ==, after->home);
      g_assert_cmpint (membership->ranked, ==, ranked[i]);
      g_assert_cmpint (membership->in_total, ==, in_total[i]);
    }
  g_assert_cmpint (read_value (book, before->places->len + 2, PERIOD + 1), ==, 10);
  findings = dui_book_check (book, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  fixture_close (book);
}

/* An index means a place only in the catalog that it was taken from. */
static void
test_old_catalog (Fixture *fixture,
                  gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 2);
  guint second = row_at (batch, 1)->place;
  g_autofree char *id = NULL, *found = NULL;
  DuiPlace *place = dui_catalog_get_place (batch->catalog, second);

  id = g_strdup_printf ("%" G_GINT64_FORMAT "|20", dui_place_get_id (place));
  fixture_close (book);
  /* Somebody puts the second place first: all indices shift. */
  fixture_execute (fixture->path, "PRAGMA ignore_check_constraints = ON;"
                                  "UPDATE place SET position = -1 WHERE id = 3;"
                                  "UPDATE place SET echo = id || ' ' || kind || ' ' ||"
                                  " ifnull (code, '-') || ' ' || ifnull (group_name, '-') || ' ' ||"
                                  " position || ' ' || ranked WHERE id = 3");
  book = fixture_open (fixture);
  g_assert_true (fixture_import (book, batch, NULL));
  fixture_close (book);
  found = fixture_query (fixture->path, "SELECT place, value FROM figure WHERE value = 20");
  g_assert_cmpstr (found, ==, id);
}

/* A place that is no longer there can't be given a figure. */
static void
test_lost_place (Fixture *fixture,
                 gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 2);
  g_autofree char *sql = NULL;
  gint64 id = dui_place_get_id (dui_catalog_get_place (batch->catalog, row_at (batch, 1)->place));

  fixture_close (book);
  sql = g_strdup_printf ("DELETE FROM membership WHERE place = %1$" G_GINT64_FORMAT ";"
                         "DELETE FROM place_name WHERE place = %1$" G_GINT64_FORMAT ";"
                         "DELETE FROM place WHERE id = %1$" G_GINT64_FORMAT,
                         id);
  fixture_execute (fixture->path, sql);
  book = fixture_open (fixture);
  assert_one_refused (fixture, book, batch, DUI_STORE_ERROR_STALE);
  fixture_close (book);
}

static void
imported (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  GError **error = data;

  g_assert_cmpint (dui_book_import_finish (DUI_BOOK (object), result, error), ==, *error == NULL);
  g_main_context_wakeup (NULL);
}

static void
count (DuiBook *book,
       guint *n)
{
  (*n)++;
}

static void
test_async (Fixture *fixture,
            gconstpointer data)
{
  static const DuiAmount values[] = { 10, 20 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 2);
  g_autoptr (GPtrArray) batches = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  g_signal_connect (book, "changed", G_CALLBACK (count), &n_changed);
  g_ptr_array_add (batches, batch);
  g_cancellable_cancel (cancellable);
  dui_book_import_async (book, batches, &(DuiOccasion){ NULL }, cancellable, imported, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (read_value (book, row_at (batch, 0)->place, PERIOD), ==, DUI_AMOUNT_MISSING);
  g_assert_cmpuint (n_changed, ==, 0);
  g_clear_error (&error);

  dui_book_import_async (book, batches, &(DuiOccasion){ NULL }, NULL, imported, &error);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (error);
  g_assert_cmpint (read_value (book, row_at (batch, 0)->place, PERIOD), ==, 10);
  g_assert_cmpuint (n_changed, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture_close (book);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/import/round-trip", test_round_trip);
  FIXTURE_TEST ("/store/import/twice", test_twice);
  FIXTURE_TEST ("/store/import/changed", test_changed);
  FIXTURE_TEST ("/store/import/stale", test_stale);
  FIXTURE_TEST ("/store/import/merged-part", test_merged_part);
  FIXTURE_TEST ("/store/import/status", test_status);
  FIXTURE_TEST ("/store/import/with-errors", test_with_errors);
  FIXTURE_TEST ("/store/import/two-files", test_two_files);
  FIXTURE_TEST ("/store/import/unordered", test_unordered);
  FIXTURE_TEST ("/store/import/new-places", test_new_places);
  FIXTURE_TEST ("/store/import/old-catalog", test_old_catalog);
  FIXTURE_TEST ("/store/import/lost-place", test_lost_place);
  FIXTURE_TEST ("/store/import/async", test_async);
  return g_test_run ();
}
