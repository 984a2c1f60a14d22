/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a whole file to import: recognised, checked and compared with an empty county. Every
 * row and notice stands in the sheet, and what is new has a place, an indicator and a period. */
#include "county.h"

#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
check_notices (GPtrArray *notices)
{
  for (guint i = 0; i < notices->len; i++)
    {
      const DuiNotice *notice = g_ptr_array_index (notices, i);

      g_assert_true (g_utf8_validate (notice->text, -1, NULL));
      g_assert_true (notice->row > 0 || notice->column == 0);
    }
}

static void
check_batch (County *county, DuiBatch *batch)
{
  guint n_places = county->catalog->places->len + batch->new_places->len;
  g_autofree char *printed = county_print (county, batch);

  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);

      g_assert_cmpuint (row->row, >, 0);
      g_assert_cmpuint (row->column, >, 0);
      if (row->verdict != DUI_ROW_NEW)
        continue;
      g_assert_cmpuint (row->place, <, n_places);
      g_assert_cmpuint (row->indicator, <, county->catalog->indicators->len);
      g_assert_cmpint (row->period, <=, county->options.today);
    }
  g_assert_true (batch->n_refused == 0 || batch->errors->len > 0);
  check_notices (batch->errors);
  check_notices (batch->warnings);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static County *county;
  g_autoptr (DuiBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd;

  if (!county)
    {
      county = county_new (FALSE);
      g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
    }
  fd = memfd_create ("sheet", MFD_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  county->options.add_places = size % 2 == 1;
  batch = county_import (county, path, &error);
  g_assert_true ((batch == NULL) == (error != NULL));
  if (batch)
    check_batch (county, batch);
  close (fd);
  return 0;
}
