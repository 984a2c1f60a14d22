/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of figures beside those that the book has: verdicts, status, and what is asked. */
#include "county.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  County *county;
  char *folder;
} Fixture;

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->county = county_new (FALSE);
  self->folder = g_dir_make_tmp ("duibiao-XXXXXX", NULL);
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  county_free (self->county);
}

static char *
write_sheet (Fixture *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static DuiBatch *
import_text (Fixture *self, const char *text)
{
  g_autofree char *path = write_sheet (self, "sheet.csv", text);
  g_autoptr (GError) error = NULL;
  DuiBatch *batch = county_import (self->county, path, &error);

  g_assert_no_error (error);
  return batch;
}

static void
assert_import (Fixture *self, const char *text, const char *expected)
{
  g_autoptr (DuiBatch) batch = import_text (self, text);
  g_autofree char *found = county_print (self->county, batch);

  g_assert_cmpstr (found, ==, expected);
}

#define HEAD "place,indicator,period,completed,base,growth\n"

static void
test_verdicts (Fixture *self, gconstpointer data)
{
  county_put (self->county, "410922100", "tax", "2021-10", "100", "90", "11.11",
              DUI_STATUS_PRELIMINARY);
  county_put (self->county, "410922101", "tax", "2021-10", "200", "180", NULL,
              DUI_STATUS_PRELIMINARY);
  county_put (self->county, "410922102", "tax", "2021-10", NULL, "180", NULL,
              DUI_STATUS_PRELIMINARY);
  assert_import (self,
                 HEAD "410922100,tax,2021-10,100,90,11.11\n"
                      "410922101,tax,2021-10,201,,\n"
                      "410922102,tax,2021-10,190,,\n"
                      "410922103,tax,2021-10,300,,\n",
                 /* What the sheet does not give stays as it is. */
                 "same D2 410922100 tax 2021-10 100 base 90 growth 11.11%\n"
                 "changed D3 410922101 tax 2021-10 201 base 180\n"
                 "changed D4 410922102 tax 2021-10 190 base 180\n"
                 "new D5 410922103 tax 2021-10 300\n");
}

static void
test_same_twice (Fixture *self, gconstpointer data)
{
  const char *text = "2021年1-10月,,\n单位,工业税收,同期\n城关镇,100,90\n柳格镇,,80\n韩村镇,50,\n";
  g_autoptr (DuiBatch) first = import_text (self, text);
  g_autoptr (DuiBatch) second = NULL;

  g_assert_cmpuint (first->n_new, ==, 3);
  county_take (self->county, first);
  second = import_text (self, text);
  g_assert_cmpuint (second->n_same, ==, 3);
  g_assert_cmpuint (second->n_new + second->n_changed + second->n_refused, ==, 0);
  g_assert_cmpuint (second->warnings->len, ==, 0);
  g_assert_cmpstr (first->sha256, ==, second->sha256);
}

static void
test_status (Fixture *self, gconstpointer data)
{
  county_put (self->county, "410922100", "tax", "2021-10", "100", NULL, NULL, DUI_STATUS_FINAL);
  county_put (self->county, "410922101", "tax", "2021-10", "100", NULL, NULL, DUI_STATUS_FINAL);
  county_put (self->county, "410922102", "tax", "2021-10", "100", NULL, NULL, DUI_STATUS_ESTIMATE);
  county_put (self->county, "410922103", "tax", "2021-10", "100", NULL, NULL, DUI_STATUS_ESTIMATE);
  assert_import (self,
                 HEAD "410922100,tax,2021-10,101,,\n"
                      "410922101,tax,2021-10,100,,\n"
                      "410922102,tax,2021-10,101,,\n"
                      "410922103,tax,2021-10,100,,\n",
                 "refused D2 410922100 tax 2021-10 101\n"
                 "same D3 410922101 tax 2021-10 100 审定\n"
                 "changed D4 410922102 tax 2021-10 101\n"
                 "changed D5 410922103 tax 2021-10 100\n"
                 "error 2:4 The book has another figure that is 审定 already, which a 初步 one "
                 "does not replace; "
                 "import it with that status, or change the figure by hand\n");
  self->county->options.status = DUI_STATUS_FINAL;
  assert_import (self, HEAD "410922100,tax,2021-10,101,,\n",
                 "changed D2 410922100 tax 2021-10 101 审定\n");
}

static void
test_falls (Fixture *self, gconstpointer data)
{
  county_put (self->county, "410922100", "tax", "2021-09", "100", NULL, NULL,
              DUI_STATUS_PRELIMINARY);
  county_put (self->county, "410922100", "tax", "2021-11", "120", NULL, NULL,
              DUI_STATUS_PRELIMINARY);
  assert_import (self, HEAD "410922100,tax,2021-10,99,,\n",
                 "new D2 410922100 tax 2021-10 99\n"
                 "warning 2:4 The cumulative figure falls: 99 10k yuan after 100 10k yuan of 2021 "
                 "months 1–9; check whether it is the month's own\n");
  assert_import (self, HEAD "410922100,tax,2021-10,121,,\n",
                 "new D2 410922100 tax 2021-10 121\n"
                 "warning 2:4 The cumulative figure would fall: 121 10k yuan, but 120 10k yuan of "
                 "2021 months 1–11 in the book; check both\n");
  assert_import (self, HEAD "410922100,tax,2021-10,110,,\n410922100,tax,2021-11,130,,\n",
                 "new D2 410922100 tax 2021-10 110\n"
                 "changed D3 410922100 tax 2021-11 130\n");
  /* A new year begins anew, and a level may fall. */
  assert_import (self, HEAD "410922100,tax,2021-02,1,,\n", "new D2 410922100 tax 2021-02 1\n");
  county_put (self->county, "410922100", "energy", "2021-09", "0.9", NULL, NULL,
              DUI_STATUS_PRELIMINARY);
  assert_import (self, HEAD "410922100,energy,2021-10,0.8,,\n",
                 "new D2 410922100 energy 2021-10 0.8\n");
}

static void
test_slips (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *value;
    const char *times; /* NULL for no warning */
  } cases[] = {
    { "110", NULL },
    { "400", NULL },
    { "1100", "10 times too much" },
    { "110000", "1000 times too much" },
    { "1100000", "10000 times too much" },
    { "11", "10 times too little" },
    { "0.11", "1000 times too little" },
    { "0.011", "10000 times too little" },
  };

  county_put (self->county, "410922100", "tax", "2021-10", "100", NULL, NULL,
              DUI_STATUS_PRELIMINARY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD "410922100,tax,2021-11,%s,,\n", cases[i].value);
      g_autoptr (DuiBatch) batch = import_text (self, text);

      g_assert_cmpuint (batch->errors->len, ==, 0);
      g_assert_cmpuint (batch->warnings->len, ==, cases[i].times ? 1 : 0);
      if (cases[i].times)
        {
          const DuiNotice *notice = g_ptr_array_index (batch->warnings, 0);

          g_assert_nonnull (strstr (notice->text, cases[i].times));
          g_assert_cmpuint (notice->row, ==, 2);
          g_assert_cmpuint (notice->column, ==, 4);
        }
    }
}

static void
test_growth (Fixture *self, gconstpointer data)
{
  assert_import (
      self,
      HEAD "410922100,tax,2021-02,110.04,100,10\n"
           "410922101,tax,2021-02,110.06,100,10\n"
           "410922102,tax,2021-02,90,100,\n",
      "new D2 410922100 tax 2021-02 110.04 base 100 growth 10%\n"
      "new D3 410922101 tax 2021-02 110.06 base 100 growth 10%\n"
      "new D4 410922102 tax 2021-02 90 base 100\n"
      "warning 3:4 The growth is reported as 10.00 % but is 10.06 % by value and base; the "
      "reported one is kept (comparable prices differ so), check it\n");
}

static void
test_holes (Fixture *self, gconstpointer data)
{
  county_put (self->county, "410922100", "tax", "2021-08", "80", NULL, NULL, DUI_STATUS_FINAL);
  county_put (self->county, "410922101", "tax", "2021-09", "80", NULL, NULL, DUI_STATUS_FINAL);
  assert_import (
      self,
      HEAD "410922100,tax,2021-10,100,,\n"
           "410922101,tax,2021-10,100,,\n"
           "410922102,tax,2021-10,100,,\n",
      "new D2 410922100 tax 2021-10 100\n"
      "new D3 410922101 tax 2021-10 100\n"
      "new D4 410922102 tax 2021-10 100\n"
      "warning 0:0 Industrial tax: 2021 months 1–9 is missing between earlier figures and "
      "these: 城关镇\n");
}

static void
test_again (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("%d", 410922100 + i);

      county_put (self->county, code, "tax", "2021-10", i == 0 ? "10" : "20", NULL, NULL,
                  DUI_STATUS_PRELIMINARY);
      county_put (self->county, code, "revenue", "2021-10", "30", NULL, NULL,
                  DUI_STATUS_PRELIMINARY);
    }
  assert_import (
      self,
      HEAD "410922100,tax,2021-11,10,,\n410922101,tax,2021-11,20,,\n"
           "410922102,tax,2021-11,20,,\n",
      "new D2 410922100 tax 2021-11 10\n"
      "new D3 410922101 tax 2021-11 20\n"
      "new D4 410922102 tax 2021-11 20\n"
      "warning 0:0 Industrial tax: all figures are the same as those of 2021 months 1–10; "
      "perhaps last month's sheet was sent again\n");
  assert_import (self, HEAD "410922100,tax,2021-11,10,,\n410922101,tax,2021-11,21,,\n",
                 "new D2 410922100 tax 2021-11 10\n"
                 "new D3 410922101 tax 2021-11 21\n");
  /* One township's own sheet, of several indicators. */
  assert_import (
      self, HEAD "410922100,tax,2021-11,10,,\n410922100,revenue,2021-11,30,,\n",
      "new D3 410922100 revenue 2021-11 30\n"
      "new D2 410922100 tax 2021-11 10\n"
      "warning 0:0 All figures are the same as a period before; perhaps last month's sheet "
      "was sent again\n");
}

static void
test_absent (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (DuiBatch) batch = NULL;
  const DuiNotice *notice;

  for (int i = 0; i < 8; i++)
    g_string_append_printf (text, "%d,tax,2021-02,%d,,\n", 410922100 + i, 100 + i);
  /* 8 of 17 are fewer than half: a few townships' sheet. */
  batch = import_text (self, text->str);
  g_assert_cmpuint (batch->warnings->len, ==, 0);
  g_clear_pointer (&batch, dui_batch_unref);
  g_string_append (text, "410922200,tax,2021-02,1,,\n410922202,tax,2021-02,1,,\n");
  county_put (self->county, "410922203", "tax", "2021-02", "1", NULL, NULL, DUI_STATUS_FINAL);
  batch = import_text (self, text->str);
  g_assert_cmpuint (batch->warnings->len, ==, 1);
  notice = g_ptr_array_index (batch->warnings, 0);
  g_assert_cmpstr (notice->text, ==,
                   "Industrial tax, 2021 months 1–2: 6 places are still missing: 高堡乡, 古城乡, "
                   "大流乡, 大屯乡, 双庙乡, 纸房乡");
}

/* A million bad rows do not make a million strings. */
static void
test_bounded (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (DuiBatch) batch = NULL;
  const DuiNotice *last;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "nowhere%d,tax,2021-02,%d,,\n410922100,tax,2021-02,x%d,,\n", i, i,
                            i);
  batch = import_text (self, text->str);
  g_assert_cmpuint (batch->n_refused, ==, 6000);
  g_assert_cmpuint (batch->errors->len, ==, 102);
  last = g_ptr_array_index (batch->errors, 100);
  g_assert_cmpstr (last->text, ==, "2950 more places like the one in row 2 are not listed");
  last = g_ptr_array_index (batch->errors, 101);
  g_assert_cmpstr (last->text, ==, "2950 more places like the one in row 3 are not listed");
}

static void
test_options (Fixture *self, gconstpointer data)
{
  self->county->options.indicator = dui_catalog_get_indicator (self->county->catalog, "tax");
  self->county->options.period = dui_period_new (2021, 10);
  self->county->options.measure = "亿元";
  assert_import (self, "单位,累计\n城关镇,1.5\n", "new B2 410922100 tax 2021-10 15000\n");
  /* What the sheet says itself goes before it. */
  assert_import (self, "2021年1-9月规上营业收入（万元）,\n单位,累计\n城关镇,1.5\n",
                 "new B3 410922100 revenue 2021-09 1.5\n");
  assert_import (self, "1-9月,\n单位,累计\n城关镇,1.5\n", "new B3 410922100 tax 2021-09 15000\n");
}

static GPtrArray *
import_two (Fixture *self, const char *one, const char *other)
{
  g_autofree char *first = write_sheet (self, "one.csv", one);
  g_autofree char *second = write_sheet (self, "other.csv", other);
  const char *paths[] = { first, second, NULL };
  g_autoptr (DuiReadAhead) sheets = dui_read_ahead_new (paths, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *batches = dui_import_read_files (sheets, self->county->catalog, &self->county->options,
                                              county_get_panel, self->county, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 2);
  return batches;
}

static void
test_files (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) batches = NULL;
  DuiBatch *batch;

  county_put (self->county, "410922100", "tax", "2021-09", "90", NULL, NULL, DUI_STATUS_FINAL);
  /* The month between stands in the other file, whichever comes first. */
  batches = import_two (self, HEAD "410922100,tax,2021-11,110,,\n",
                        HEAD "410922100,tax,2021-10,100,,\n");
  batch = g_ptr_array_index (batches, 0);
  g_assert_cmpuint (batch->n_new, ==, 1);
  g_assert_cmpuint (batch->warnings->len, ==, 0);
  g_clear_pointer (&batches, g_ptr_array_unref);

  batches = import_two (self, HEAD "410922100,tax,2021-10,100,,\n",
                        HEAD "410922100,tax,2021-10,101,,\n410922101,tax,2021-10,1,,\n");
  batch = g_ptr_array_index (batches, 0);
  g_assert_cmpuint (batch->n_refused, ==, 1);
  g_assert_cmpuint (batch->errors->len, ==, 1);
  batch = g_ptr_array_index (batches, 1);
  g_assert_cmpuint (batch->n_refused, ==, 1);
  g_assert_cmpuint (batch->n_new, ==, 1);
  g_assert_cmpuint (batch->errors->len, ==, 1);
  g_clear_pointer (&batches, g_ptr_array_unref);

  batches = import_two (self, "", HEAD "410922101,tax,2021-10,1,,\n");
  batch = g_ptr_array_index (batches, 0);
  g_assert_cmpuint (batch->errors->len, ==, 1);
  batch = g_ptr_array_index (batches, 1);
  g_assert_cmpuint (batch->n_new, ==, 1);
  g_clear_pointer (&batches, g_ptr_array_unref);

  /* Rows without a place clash with nothing. */
  batches = import_two (self, "单位,1-9月工业税收\n城关镇,1\n合计,1\n",
                        HEAD "nowhere,tax,2021-10,1,,\n410922101,tax,2021-10,1,,\n");
  batch = g_ptr_array_index (batches, 1);
  g_assert_cmpuint (batch->n_refused, ==, 1);
  g_assert_cmpuint (batch->n_new, ==, 1);
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (county_import (self->county, missing, &error));
  g_assert_error (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (county_import (self->county, self->folder, &error));
  g_assert_error (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_UNREADABLE);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/exchange/book/verdicts", test_verdicts },
    { "/exchange/book/same-twice", test_same_twice },
    { "/exchange/book/status", test_status },
    { "/exchange/book/falls", test_falls },
    { "/exchange/book/slips", test_slips },
    { "/exchange/book/growth", test_growth },
    { "/exchange/book/holes", test_holes },
    { "/exchange/book/again", test_again },
    { "/exchange/book/absent", test_absent },
    { "/exchange/book/bounded", test_bounded },
    { "/exchange/book/options", test_options },
    { "/exchange/book/files", test_files },
    { "/exchange/book/unreadable", test_unreadable },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
