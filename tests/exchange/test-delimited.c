/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text to cells. With DUI_CORPUS naming a folder of real files, each of them is read or
 * refused with a sentence. */
#include "exchange/in/delimited.h"

#include <string.h>

#include "exchange/in/encoding.h"

static DuiSheet *
read_text (const char *text, DuiDelimitedFault *fault)
{
  g_autofree char *padded = g_malloc0 (strlen (text) + DUI_TEXT_PADDING);
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = NULL;

  memcpy (padded, text, length);
  bytes = g_bytes_new_take (g_steal_pointer (&padded), length);
  return dui_delimited_read (bytes, fault);
}

/* Cells in [], rows ended by |. */
static char *
print (const DuiSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < sheet->n_rows; row++)
    {
      for (guint column = 0; column < dui_sheet_get_row_length (sheet, row); column++)
        {
          g_autofree char *cell = dui_sheet_dup_text (sheet, row, column);

          g_string_append_printf (text, "[%s]", cell);
        }
      g_string_append_c (text, '|');
    }
  return g_string_free (text, FALSE);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text, *cells;
  } cases[] = {
    { "a,b\nc,d\n", "[a][b]|[c][d]|" },
    { "a,b\r\nc,d", "[a][b]|[c][d]|" },
    { "a,b\rc,d\r", "[a][b]|[c][d]|" },
    { "a,\n,b\n", "[a][]|[][b]|" },
    { "a,b\n\n\nc,d\n", "[a][b]|||[c][d]|" },
    { "\"a,b\",c\n", "[a,b][c]|" },
    { "\"a\"\"b\",\"\"\n", "[a\"b][]|" },
    { "\"\"\"\",\"\"\"a\"\"\"\n", "[\"][\"a\"]|" },
    { "\"a\nb\",\"c\r\nd\"\n", "[a\nb][c\r\nd]|" },
    { "\"a\"b,c\n", "[ab][c]|" },
    { "a\"b\",c\n", "[a\"b\"][c]|" },
    { " \"a\" ,b\n", "[ \"a\" ][b]|" },
    { "a\tb,c\nd\te,f\n", "[a][b,c]|[d][e,f]|" },
    { "a;b\nc;d\n", "[a][b]|[c][d]|" },
    { "a;1,5\nb;2,5\n", "[a][1,5]|[b][2,5]|" },
    { "sep=;\na,x;b\nc,y;d\n", "[a,x][b]|[c,y][d]|" },
    { "a\n", "[a]|" },
    { "'=a,'+1,'-b,'@c,'＝d,'－e\n", "[=a][+1][-b][@c][＝d][－e]|" },
    { "''=a,'a,',\"'=b\",=c\n", "[''=a]['a]['][=b][=c]|" },
    { "\"'\t\",b\n", "[\t][b]|" },
    { "标题,,\n单位,\"1,234\",x\n", "[标题][][]|[单位][1,234][x]|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiDelimitedFault fault;
      g_autoptr (DuiSheet) sheet = read_text (cases[i].text, &fault);
      g_autofree char *cells = NULL;

      g_assert_nonnull (sheet);
      cells = print (sheet);
      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_cut (void)
{
  static const struct
  {
    const char *text;
    gboolean unended, cut;
  } cases[] = {
    { "a,b\nc,d\n", FALSE, FALSE },   { "a,b\nc,d", TRUE, FALSE },
    { "a,b\nc", TRUE, TRUE },         { "a,b,c\nd,e,f\ng,", TRUE, TRUE },
    { "title\na,b\nc", TRUE, FALSE }, { "a,b\nc\n", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiDelimitedFault fault;
      g_autoptr (DuiSheet) sheet = read_text (cases[i].text, &fault);

      g_assert_cmpint (sheet->unended, ==, cases[i].unended);
      g_assert_cmpint (sheet->cut, ==, cases[i].cut);
    }
}

static void
test_unclosed (void)
{
  DuiDelimitedFault fault;
  g_autoptr (DuiSheet) sheet = read_text ("a,b\nc,d,\"e\nf,g\n", &fault);

  g_assert_null (sheet);
  g_assert_cmpuint (fault.row, ==, 1);
  g_assert_cmpuint (fault.column, ==, 2);
  g_free (fault.text);
}

static void
test_names_of_cells (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cases[] = { { 0, "A3" }, { 25, "Z3" }, { 26, "AA3" }, { 701, "ZZ3" }, { 702, "AAA3" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = dui_cell_name (2, cases[i].column);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* Real files: whatever is in them, they are read or refused with a sentence. */
static void
read_real_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiSource) source = dui_source_open (path, &error);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (DuiSheet) sheet = NULL;
  DuiDelimitedFault fault;
  guint row;

  if (source)
    text = dui_encoding_decode (source->bytes, NULL, NULL, &row, &error);
  if (!text)
    {
      g_test_message ("%s: %s", path, error->message);
      return;
    }
  sheet = dui_delimited_read (text, &fault);
  if (sheet)
    g_test_message ("%s: %u rows, %u columns", path, sheet->n_rows, sheet->n_columns);
  else
    {
      g_test_message ("%s: %u: %s", path, fault.row + 1, fault.text);
      g_free (fault.text);
    }
}

static void
test_corpus (void)
{
  const char *corpus = g_getenv ("DUI_CORPUS");
  g_autoptr (GQueue) folders = g_queue_new ();
  guint n_files = 0;

  if (!corpus)
    {
      g_test_skip ("DUI_CORPUS is not set");
      return;
    }
  g_queue_push_tail (folders, g_strdup (corpus));
  while (!g_queue_is_empty (folders))
    {
      g_autofree char *folder = g_queue_pop_head (folders);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir && (name = g_dir_read_name (dir)))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          if (g_file_test (path, G_FILE_TEST_IS_DIR))
            g_queue_push_tail (folders, g_steal_pointer (&path));
          else
            {
              read_real_file (path);
              n_files++;
            }
        }
    }
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/delimited/cells", test_cells);
  g_test_add_func ("/exchange/delimited/cut", test_cut);
  g_test_add_func ("/exchange/delimited/unclosed", test_unclosed);
  g_test_add_func ("/exchange/delimited/names-of-cells", test_names_of_cells);
  g_test_add_func ("/exchange/delimited/corpus", test_corpus);
  return g_test_run ();
}
