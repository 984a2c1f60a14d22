/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that leave the program: texts that need quoting, numbers that need none. */
#include "exchange/out/table.h"

#include <glib/gstdio.h>
#include <string.h>

static DuiExportTable *
make_table (void)
{
  DuiExportTable *table = dui_export_table_new ("t");

  dui_export_table_add_field (table, g_strdup ("name, of it"), 0, 0);
  dui_export_table_add_field (table, g_strdup ("number"), 1, 4);
  return table;
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text, *comma, *tab;
  } cases[] = {
    { "甲镇", "甲镇", "甲镇" },
    { "a,b", "\"a,b\"", "a,b" },
    { "a\tb", "a\tb", "\"a\tb\"" },
    { "say \"a\"", "\"say \"\"a\"\"\"", "\"say \"\"a\"\"\"" },
    { "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
    { "", "", "" },
    { NULL, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DuiExportTable) table = make_table ();
      g_autofree char *commas = NULL, *tabs = NULL, *expected = NULL, *expected_tabs = NULL;

      dui_export_table_add_text (table, cases[i].text);
      dui_export_table_add_count (table, 0);
      commas = dui_export_table_to_text (table, ',', "\r\n");
      tabs = dui_export_table_to_text (table, '\t', "\n");
      expected = g_strdup_printf ("\"name, of it\",number\r\n%s,\r\n", cases[i].comma);
      expected_tabs = g_strdup_printf ("name, of it\tnumber\n%s\t\n", cases[i].tab);
      g_assert_cmpstr (commas, ==, expected);
      g_assert_cmpstr (tabs, ==, expected_tabs);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64 num, den;
    const char *text;
  } cases[] = {
    { 0, 1, "0" },          { 5, 1, "5" },        { -5, 2, "-2.5" },   { 1, 3, "0.3333" },
    { 2, 3, "0.6667" },     { -1, 20000, "-0.0001" }, { -1, 20001, "0" }, { 1000, 1, "1000" },
    { 1234567, 1, "1234567" }, { 12340, 10, "1234" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DuiExportTable) table = make_table ();
      g_autofree char *text = NULL, *expected = g_strdup_printf ("x\t%s\n", cases[i].text);

      dui_export_table_add_text (table, "x");
      dui_export_table_add_number (table, (DuiRatio){ cases[i].num, cases[i].den });
      text = dui_export_table_to_text (table, '\t', "\n");
      g_assert_cmpstr (strchr (text, '\n') + 1, ==, expected);
    }
}

/* What can't be written leaves what was there. */
static void
test_failure (void)
{
  g_autoptr (DuiExportTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "t.csv", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_false (dui_export_table_save (table, missing, &error));
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_true (dui_export_table_save (table, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "\xef\xbb\xbf\"name, of it\",number\r\n");
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table/texts", test_texts);
  g_test_add_func ("/exchange/table/numbers", test_numbers);
  g_test_add_func ("/exchange/table/failure", test_failure);
  return g_test_run ();
}
