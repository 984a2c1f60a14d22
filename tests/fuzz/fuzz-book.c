/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book with any bytes changed: opened, checked and read like any other. The input is a list of
 * changes to a good book, because arbitrary bytes would never get beyond its first page: where (three
 * bytes), how many (one), and the bytes; how many of 255 makes the file end there. */
#include "fixture.h"

#include <string.h>

#include "store/check.h"
#include "store/reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

#define CUT 255

static GBytes *
make_model (void)
{
  static const DuiAmount values[] = { 10, 20, 30 };
  DuiPeriod period = dui_period_new (2021, 11);
  Fixture fixture;
  DuiBook *book;
  g_autoptr (DuiBatch) batch = NULL;
  DuiTarget target = { .year = 2021, .tier = DUI_TIER_AGREED, .value = 100, .effective = 20210101 };
  GBytes *bytes;

  fixture_set_up (&fixture, NULL);
  book = fixture_create (&fixture);
  batch = fixture_batch (book, period, DUI_ROW_NEW, values, 3);
  target.place = fixture_member (book, 0);
  g_assert_true (fixture_import (book, batch, NULL));
  g_assert_true (fixture_set (book, fixture_member (book, 0), period, 11, NULL));
  g_assert_true (dui_book_set_target (book, "output", &target, &(DuiOccasion){ "原因" }, NULL));
  g_clear_pointer (&batch, dui_batch_unref);
  fixture_close (book);
  bytes = fixture_bytes (fixture.path);
  fixture_tear_down (&fixture, NULL);
  return bytes;
}

static gsize
apply (char *book, gsize length, const guint8 *data, gsize size)
{
  while (size >= 4)
    {
      gsize where = ((gsize) data[0] << 16 | (gsize) data[1] << 8 | data[2]) % (length + 1);
      gsize n = data[3];

      data += 4;
      size -= 4;
      if (n == CUT)
        return where;
      n = MIN (MIN (n, size), length - where);
      memcpy (book + where, data, n);
      data += n;
      size -= n;
    }
  return length;
}

static void
read_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  DuiReading reading = { 0 };
  g_autoptr (DuiConnection) connection = dui_connection_open (path, &error);

  g_assert_true ((connection == NULL) == (error != NULL));
  if (!connection)
    return;
  findings = dui_check_run (connection, &error);
  g_assert_true ((findings == NULL) == (error != NULL));
  g_clear_error (&error);
  g_assert_true (dui_reader_read (connection, "output", &reading, &error) == (error == NULL));
  dui_reading_clear (&reading);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static GBytes *model;
  Fixture fixture;
  g_autofree char *book = NULL;
  gsize length;
  const char *bytes;

  if (!model)
    {
      g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
      model = make_model ();
    }
  bytes = g_bytes_get_data (model, &length);
  book = g_memdup2 (bytes, length);
  length = apply (book, length, data, size);
  fixture_set_up (&fixture, NULL);
  g_assert_true (g_file_set_contents (fixture.path, book, (gssize) length, NULL));
  read_book (fixture.path);
  fixture_tear_down (&fixture, NULL);
  return 0;
}
