/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever bytes come, they are read or refused, and what is read holds together. */
#include "county.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/in/key-order.h"

static guint
scaled (guint base)
{
  const char *scale = g_getenv ("DUI_TEST_SCALE");

  return MAX ((guint) (base * (scale ? g_ascii_strtod (scale, NULL) : 1)), 1);
}

/* Every sheet of tests/data/import. */
static GPtrArray *
load_sheets (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "import", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        char *contents;
        gsize length;

        g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
        g_ptr_array_add (sheets, g_bytes_new_take (contents, length));
      }
  return sheets;
}

static guint
random_below (guint end)
{
  return end > 0 ? (guint) g_test_rand_int_range (0, (gint32) end) : 0;
}

/* Changes a byte, a run of bytes, or puts in something that matters to a reader of sheets. */
static void
mutate (GString *bytes, GPtrArray *sheets)
{
  static const char *const pieces[]
      = { ",",    "\"",           "\n",    "\t",       ";",        "'=",       "单位",
          "合计", "2021年1-11月", "1e99",  "\xff\xfe", "\xe5\x8d", "\x81\x30", "99999999999999999",
          "(%)",  "累计",         "#REF!", "城关镇",   "-",        "全县",     "\r" };
  guint at = random_below ((guint) bytes->len + 1);
  gsize run = random_below (40);
  GBytes *other;
  gsize length;
  const char *text;

  run = MIN (run, bytes->len - at);
  switch (random_below (6))
    {
    case 0:
      if (at < bytes->len)
        bytes->str[at]
            = (char) (random_below (4) == 0 ? random_below (256) : 32 + random_below (95));
      break;
    case 1:
      g_string_erase (bytes, at, (gssize) run);
      break;
    case 2:
      text = pieces[random_below (G_N_ELEMENTS (pieces))];
      g_string_insert (bytes, at, text);
      break;
    case 3:
      g_string_truncate (bytes, at);
      break;
    case 4:
      other = g_ptr_array_index (sheets, random_below (sheets->len));
      text = g_bytes_get_data (other, &length);
      g_string_insert_len (bytes, at, text, (gssize) MIN (length, 300));
      break;
    default:
      text = g_strndup (bytes->str + at, run);
      g_string_insert_len (bytes, random_below ((guint) bytes->len + 1), text, (gssize) run);
      g_free ((char *) text);
    }
}

static void
check_notices (GPtrArray *notices)
{
  for (guint i = 0; i < notices->len; i++)
    {
      const DuiNotice *notice = g_ptr_array_index (notices, i);

      g_assert_true (g_utf8_validate (notice->text, -1, NULL));
      g_assert_cmpuint (strlen (notice->text), >, 10);
    }
}

static void
check_batch (County *county, DuiBatch *batch)
{
  guint counts[DUI_ROW_COMPARED + 1] = { 0 };
  const DuiBatchRow *before = NULL;

  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);

      counts[row->verdict]++;
      if (row->verdict == DUI_ROW_REFUSED || row->verdict == DUI_ROW_COMPARED)
        continue;
      g_assert_cmpuint (row->place, <, county->catalog->places->len + batch->new_places->len);
      g_assert_cmpuint (row->indicator, <, county->catalog->indicators->len);
      g_assert_cmpint (row->period, <=, county->options.today);
      g_assert_cmpint (row->gives, !=, 0);
      g_assert_cmpint (ABS (row->value), <=,
                       row->gives & DUI_GIVES_VALUE ? DUI_AMOUNT_MAX : G_MAXINT64);
      g_assert_true (!before || before->indicator < row->indicator
                     || (before->indicator == row->indicator
                         && (before->period < row->period
                             || (before->period == row->period && before->place < row->place))));
      before = row;
    }
  g_assert_cmpuint (counts[DUI_ROW_NEW], ==, batch->n_new);
  g_assert_cmpuint (counts[DUI_ROW_REFUSED], ==, batch->n_refused);
  g_assert_true (batch->n_refused == 0 || batch->errors->len > 0);
  g_assert_cmpuint (strlen (batch->sha256), ==, 64);
  check_notices (batch->errors);
  check_notices (batch->warnings);
}

static void
test_mutations (void)
{
  g_autoptr (County) county = county_new (FALSE);
  g_autoptr (GPtrArray) sheets = load_sheets ();
  guint n_read = 0, n = scaled (10000);
  /* In memory: ten thousand files on a disk take longer than all the reading. */
  int fd = memfd_create ("mutated", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

  g_assert_cmpint (fd, >=, 0);
  for (guint i = 0; i < n; i++)
    {
      GBytes *sheet = g_ptr_array_index (sheets, random_below (sheets->len));
      g_autoptr (GString) bytes
          = g_string_new_len (g_bytes_get_data (sheet, NULL), (gssize) g_bytes_get_size (sheet));
      g_autoptr (DuiBatch) batch = NULL;
      g_autoptr (GError) error = NULL;

      for (guint times = 1 + random_below (4); times > 0; times--)
        mutate (bytes, sheets);
      g_assert_cmpint (ftruncate (fd, 0), ==, 0);
      g_assert_cmpint (pwrite (fd, bytes->str, bytes->len, 0), ==, (gssize) bytes->len);
      county->options.add_places = random_below (4) == 0;
      batch = county_import (county, path, &error);
      if (batch)
        check_batch (county, batch);
      else
        g_assert_true (error->domain == DUI_IMPORT_ERROR);
      n_read += batch != NULL;
    }
  close (fd);
  /* Most of them are still sheets, or the test tests nothing. */
  g_assert_cmpuint (n_read, >, n / 4);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const DuiBatchRow *left = a, *right = b;
  gboolean left_whole = left->period != DUI_PERIOD_NONE && left->place != DUI_NO_PLACE;
  gboolean right_whole = right->period != DUI_PERIOD_NONE && right->place != DUI_NO_PLACE;

  if (left_whole != right_whole)
    return left_whole ? -1 : 1;
  if (left_whole && left->indicator != right->indicator)
    return left->indicator < right->indicator ? -1 : 1;
  if (left_whole && left->period != right->period)
    return left->period < right->period ? -1 : 1;
  if (left_whole && left->place != right->place)
    return left->place < right->place ? -1 : 1;
  return left->row < right->row ? -1 : 1;
}

/* The order of the key against the C library's sort. */
static void
test_order (void)
{
  guint n = scaled (200);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DuiBatch) batch = dui_batch_new ("x");
      guint n_rows = random_below (500), n_places = 1 + random_below (2000);
      g_autofree DuiBatchRow *expected = NULL;

      for (guint j = 0; j < n_rows; j++)
        {
          gboolean refused = random_below (20) == 0;
          DuiBatchRow row = { .place = refused ? DUI_NO_PLACE : random_below (n_places),
                              .indicator = (guint16) random_below (12),
                              .period = (DuiPeriod) (24000 + random_below (100)),
                              .row = j + 1 };

          if (refused && random_below (2) == 0)
            row.period = DUI_PERIOD_NONE;
          g_array_append_val (batch->rows, row);
        }
      expected = g_memdup2 (batch->rows->data, n_rows * sizeof (DuiBatchRow));
      if (n_rows > 1)
        qsort (expected, n_rows, sizeof (DuiBatchRow), compare_rows);
      dui_key_order_sort (batch);
      for (guint j = 0; j < n_rows; j++)
        g_assert_cmpuint (g_array_index (batch->rows, DuiBatchRow, j).row, ==, expected[j].row);
    }
}

static DuiBatch *
import_lines (County *county, int fd, GPtrArray *lines)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GString) text = g_string_new ("place,indicator,period,completed,base\n");
  g_autoptr (GError) error = NULL;
  DuiBatch *batch;

  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, g_ptr_array_index (lines, i));
  g_assert_cmpint (ftruncate (fd, 0), ==, 0);
  g_assert_cmpint (pwrite (fd, text->str, text->len, 0), ==, (gssize) text->len);
  batch = county_import (county, path, &error);
  g_assert_no_error (error);
  return batch;
}

/* The order of the rows in a sheet says nothing. */
static void
test_shuffled (void)
{
  static const char *const codes[] = { "output", "tax", "revenue", "工业投资" };
  g_autoptr (County) county = county_new (FALSE);
  int fd = memfd_create ("shuffled", MFD_CLOEXEC);

  for (guint round = scaled (50); round > 0; round--)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (DuiBatch) ordered = NULL, shuffled = NULL;

      for (guint i = 0; i < 8 * 11 * G_N_ELEMENTS (codes); i++)
        if (random_below (3) > 0)
          g_ptr_array_add (lines,
                           g_strdup_printf ("%u,%s,2021-%02u,%u.%02u,%u\n", 410922100 + i % 8,
                                            codes[i / 88], 2 + i / 8 % 11, random_below (9999),
                                            random_below (100), random_below (9999)));
      ordered = import_lines (county, fd, lines);
      for (guint i = lines->len; i > 1; i--)
        {
          gpointer *one = &lines->pdata[i - 1], *other = &lines->pdata[random_below (i)],
                   swap = *one;

          *one = *other;
          *other = swap;
        }
      shuffled = import_lines (county, fd, lines);
      g_assert_cmpuint (ordered->n_new, ==, lines->len);
      g_assert_cmpuint (shuffled->n_new, ==, lines->len);
      g_assert_cmpuint (ordered->warnings->len, ==, shuffled->warnings->len);
      for (guint i = 0; i < lines->len; i++)
        {
          const DuiBatchRow *a = &g_array_index (ordered->rows, DuiBatchRow, i);
          const DuiBatchRow *b = &g_array_index (shuffled->rows, DuiBatchRow, i);

          g_assert_true (dui_batch_row_same_key (a, b));
          g_assert_cmpint (a->value, ==, b->value);
          g_assert_cmpint (a->base, ==, b->base);
        }
    }
  close (fd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/random/mutations", test_mutations);
  g_test_add_func ("/exchange/random/order", test_order);
  g_test_add_func ("/exchange/random/shuffled", test_shuffled);
  return g_test_run ();
}
