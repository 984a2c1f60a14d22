/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/delimited.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of the text is looked at to find the delimiter. */
#define SAMPLE_ROWS 60
#define SAMPLE_FIELDS 64

/* Rows that the last one is compared with, and how many of them must agree on its number. */
#define CUT_COMPARED_ROWS 10
#define CUT_COMPARED_NUMBERS 5

static const char delimiters[] = { '\t', ',', ';' };
#define N_DELIMITERS G_N_ELEMENTS (delimiters)

/* For each delimiter how many rows of the sample have how many of it. */
typedef struct
{
  guint rows[N_DELIMITERS][SAMPLE_FIELDS];
  guint in_row[N_DELIMITERS];
  guint n_rows;
} Sample;

static void
sample_end_row (Sample *self)
{
  for (guint i = 0; i < N_DELIMITERS; i++)
    {
      self->rows[i][MIN (self->in_row[i], SAMPLE_FIELDS - 1)]++;
      self->in_row[i] = 0;
    }
  self->n_rows++;
}

static void
sample_text (Sample *self, const char *text, const char *end)
{
  gboolean quoted = FALSE, blank = TRUE;

  for (const char *p = text; p < end && self->n_rows < SAMPLE_ROWS; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      if (*p == '\n' || *p == '\r')
        {
          if (!blank)
            sample_end_row (self);
          blank = TRUE;
          continue;
        }
      blank = FALSE;
      for (guint i = 0; i < N_DELIMITERS; i++)
        self->in_row[i] += *p == delimiters[i];
    }
  if (!blank)
    sample_end_row (self);
}

/* Rows that agree on the most common number of this delimiter, and that number. */
static guint
sample_agreement (const Sample *self, guint delimiter, guint *count)
{
  *count = 1;
  for (guint i = 2; i < SAMPLE_FIELDS; i++)
    if (self->rows[delimiter][i] >= self->rows[delimiter][*count])
      *count = i;
  return self->rows[delimiter][*count];
}

/* A tab stands in no name and no number, so a sheet with tabs in half of its rows is separated by
 * tabs; a comma also separates thousands, a semicolon also ends a phrase. */
static char
find_delimiter (const char *text, const char *end)
{
  Sample sample = { 0 };
  guint tab_count, comma_count, semicolon_count, tabs, commas, semicolons;

  sample_text (&sample, text, end);
  tabs = sample_agreement (&sample, 0, &tab_count);
  commas = sample_agreement (&sample, 1, &comma_count);
  semicolons = sample_agreement (&sample, 2, &semicolon_count);
  if (tabs > 0 && tabs * 2 >= sample.n_rows)
    return '\t';
  if (tabs > MAX (commas, semicolons))
    return '\t';
  if (semicolons > 0
      && (semicolons > commas || (semicolons == commas && semicolon_count >= comma_count)))
    return ';';
  return ',';
}

/* "sep=;" as spreadsheets understand it. */
static const char *
skip_separator_line (const char *text, const char *end, char *delimiter)
{
  const char *p = text + 5;

  if (end - text < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0
      || !memchr (delimiters, text[4], N_DELIMITERS) || (p < end && *p != '\r' && *p != '\n'))
    return text;
  *delimiter = text[4];
  if (p < end && *p == '\r')
    p++;
  if (p < end && *p == '\n')
    p++;
  return p;
}

/* The length of the ' that an export put before a text that would be a formula: 1 or 0. */
static guint
guard_length (const char *cell, gsize length)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (length < 2 || cell[0] != '\'')
    return 0;
  if (strchr ("=+-@\t\r\n", cell[1]))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (length > 3 && memcmp (cell + 1, wide[i], 3) == 0)
      return 1;
  return 0;
}

/* ="0012" is how programs keep a spreadsheet from changing a text. */
static gboolean
is_text_formula (const char *cell, gsize length)
{
  return length >= 3 && cell[0] == '=' && cell[1] == '"' && cell[length - 1] == '"'
         && !memchr (cell + 2, '"', length - 3);
}

typedef struct
{
  DuiSheet *sheet;
  const char *text;
  const char *end;
  char delimiter;
  GString *unquoted; /* one cell without its quotes, where it is not one piece of the text */
  DuiDelimitedFault *fault;
} Reader;

static void
add_plain_cell (Reader *self, const char *start, const char *end)
{
  gsize length = (gsize) (end - start);
  guint guard = G_UNLIKELY (*start == '\'') ? guard_length (start, length) : 0;

  if (G_UNLIKELY (*start == '=') && is_text_formula (start, length))
    {
      start += 2;
      length -= 3;
    }

  dui_sheet_add_cell (self->sheet, (guint32) (start + guard - self->text),
                      (guint32) (length - guard), DUI_CELL_TEXT);
}

static void
add_unquoted_cell (Reader *self)
{
  const GString *cell = self->unquoted;
  guint guard = guard_length (cell->str, cell->len);
  const char *text = cell->str + guard;
  gsize length = cell->len - guard;

  if (is_text_formula (text, length))
    {
      text += 2;
      length -= 3;
    }
  dui_sheet_add_cell (self->sheet, dui_sheet_add_extra (self->sheet, text, length),
                      (guint32) length, DUI_CELL_TEXT);
}

static gboolean
ends_cell (const Reader *self, const char *p)
{
  return p == self->end || *p == self->delimiter || *p == '\n' || *p == '\r';
}

static void
set_fault (Reader *self, char *text)
{
  self->fault->row = self->sheet->n_rows;
  self->fault->column = self->sheet->n_cells - self->sheet->rows[self->sheet->n_rows];
  self->fault->text = text;
}

/* @p is behind the opening quote; returns the end of the cell, or NULL with a fault. */
static const char *
read_quoted_cell (Reader *self, const char *p)
{
  const char *start = p, *quote;

  g_string_truncate (self->unquoted, 0);
  for (;;)
    {
      quote = memchr (p, '"', (gsize) (self->end - p));
      if (!quote)
        {
          set_fault (self,
                     g_strdup (_ ("The quotation mark that opens this cell is never closed: the "
                                  "file was cut off, or a mark is missing; have it sent again")));
          return NULL;
        }
      if (ends_cell (self, quote + 1) && self->unquoted->len == 0)
        {
          add_plain_cell (self, start, quote);
          return quote + 1;
        }
      g_string_append_len (self->unquoted, p, quote - p);
      p = quote + 1;
      if (p == self->end || *p != '"')
        break;
      g_string_append_c (self->unquoted, '"');
      p++;
    }
  /* What stands between the closing quote and the delimiter belongs to the cell. */
  for (start = p; !ends_cell (self, p);)
    p++;
  g_string_append_len (self->unquoted, start, p - start);
  add_unquoted_cell (self);
  return p;
}

/* Reads one row and returns the start of the next one; NULL with a fault. */
static const char *
read_row (Reader *self, const char *p)
{
  const char *const end = self->end;
  const char delimiter = self->delimiter;

  for (;;)
    {
      if (G_UNLIKELY (p < end && *p == '"'))
        {
          p = read_quoted_cell (self, p + 1);
          if (!p)
            return NULL;
        }
      else
        {
          const char *start = p;

          /* The padding behind the text is zero, which ends the loop as well. */
          while (*p != delimiter && *p != '\n' && *p != '\r' && p < end)
            p++;
          add_plain_cell (self, start, p);
        }
      if (G_UNLIKELY (self->sheet->n_cells > DUI_SHEET_MAX_CELLS))
        {
          set_fault (self, g_strdup (_ ("The sheet has more cells than can be read; split it")));
          return NULL;
        }
      if (p == end || *p != delimiter)
        break;
      p++;
    }
  dui_sheet_end_row (self->sheet);
  if (p < end && *p == '\r')
    p++;
  else if (p < end)
    return p + 1;
  return p < end && *p == '\n' && p[-1] == '\r' ? p + 1 : p;
}

/* A blank line has one empty cell; it is a row without cells. */
static void
drop_blank_row (DuiSheet *sheet)
{
  guint last = sheet->n_rows - 1;

  if (dui_sheet_get_row_length (sheet, last) == 1 && sheet->cells[sheet->rows[last]].length == 0)
    {
      sheet->n_cells--;
      sheet->rows[last + 1]--;
    }
}

/* A row that was cut off between two delimiters has no line end and fewer cells than the rows
 * before it. */
static gboolean
is_shorter_than_those_before (const DuiSheet *sheet)
{
  guint last = sheet->n_rows - 1, n_compared = 0;
  guint length = dui_sheet_get_row_length (sheet, last);

  for (guint row = last; row > 0 && n_compared < CUT_COMPARED_ROWS; row--)
    {
      guint before = dui_sheet_get_row_length (sheet, row - 1);

      if (before > 0 && before <= length)
        return FALSE;
      n_compared += before > 0;
    }
  return n_compared > 0;
}

/* Digits behind the point in the last cell of a row; -1 where it is no plain number. */
static int
count_last_decimals (const DuiSheet *sheet, guint row)
{
  const DuiCell *cell = &sheet->cells[sheet->rows[row + 1] - 1];
  const char *text = dui_sheet_get_cell_text (sheet, cell), *point;

  if (cell->length == 0 || strspn (text, "-0123456789.") < cell->length)
    return -1;
  point = memchr (text, '.', cell->length);
  return point ? (int) (text + cell->length - point) - 1 : 0;
}

/* A number that was cut off has fewer digits behind the point than all of those above it, which
 * have the same number of them. */
static gboolean
ends_in_cut_number (const DuiSheet *sheet)
{
  guint last = sheet->n_rows - 1, length = dui_sheet_get_row_length (sheet, last), n_compared = 0;
  int decimals = length > 0 ? count_last_decimals (sheet, last) : -1, usual = -1;

  for (guint row = last; row > 0 && n_compared < CUT_COMPARED_ROWS && decimals >= 0;
       row--, n_compared++)
    {
      int above = dui_sheet_get_row_length (sheet, row - 1) == length
                      ? count_last_decimals (sheet, row - 1)
                      : -1;

      if (above <= decimals || (usual >= 0 && above != usual))
        break;
      usual = above;
    }
  return n_compared >= CUT_COMPARED_NUMBERS;
}

DuiSheet *
dui_delimited_read (GBytes *text, DuiDelimitedFault *fault)
{
  g_autoptr (GString) unquoted = g_string_new (NULL);
  g_autoptr (DuiSheet) sheet = dui_sheet_new (text);
  gsize length;
  const char *start = g_bytes_get_data (text, &length), *end = start + length, *p;
  Reader reader = { sheet, start, end, '\0', unquoted, fault };

  p = skip_separator_line (start, end, &reader.delimiter);
  if (reader.delimiter == '\0')
    reader.delimiter = find_delimiter (p, end);
  while (p < end)
    {
      p = read_row (&reader, p);
      if (!p)
        return NULL;
      drop_blank_row (sheet);
    }
  sheet->unended = end > start && end[-1] != '\n' && end[-1] != '\r';
  sheet->cut = sheet->unended && sheet->n_rows > 0
               && (is_shorter_than_those_before (sheet) || ends_in_cut_number (sheet));
  return g_steal_pointer (&sheet);
}
