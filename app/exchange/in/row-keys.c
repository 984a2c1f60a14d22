/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/row-keys.h"
#include "exchange/in/layout-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names longer than this are sentences. */
#define NAME_MAX_LENGTH 120

/* More different texts than that in a column of indicators name none; they are not all read as
 * headings. */
#define MAX_GUESSES 5000

void
dui_row_keys_init (DuiRowKeys *self,
                   const DuiRecognition *recognition,
                   const DuiLayout *layout,
                   DuiReading *reading)
{
  *self = (DuiRowKeys){ .recognition = recognition, .layout = layout, .reading = reading };
  dui_dictionary_init (&self->places);
  dui_dictionary_init (&self->codes);
  dui_dictionary_init (&self->indicators);
  dui_dictionary_init (&self->periods);
  dui_dictionary_init (&self->years);
  dui_dictionary_init (&self->measures);
  dui_dictionary_init (&self->statuses);
  self->place_texts = g_array_new (FALSE, FALSE, sizeof (DuiPlaceText));
  self->period_texts = g_array_new (FALSE, FALSE, sizeof (DuiPeriodText));
  self->measure_texts = g_ptr_array_new_with_free_func (g_free);
  self->indicator_texts = g_array_new (FALSE, FALSE, sizeof (DuiIndicatorText));
  self->last_place = DUI_NO_PLACE;
  self->last_indicator = DUI_NO_INDICATOR;
}

void
dui_row_keys_clear (DuiRowKeys *self)
{
  dui_dictionary_clear (&self->places);
  dui_dictionary_clear (&self->codes);
  dui_dictionary_clear (&self->indicators);
  dui_dictionary_clear (&self->periods);
  dui_dictionary_clear (&self->years);
  dui_dictionary_clear (&self->measures);
  dui_dictionary_clear (&self->statuses);
  g_array_unref (self->place_texts);
  g_array_unref (self->period_texts);
  g_ptr_array_unref (self->measure_texts);
  for (guint i = 0; i < self->indicator_texts->len; i++)
    g_free (g_array_index (self->indicator_texts, DuiIndicatorText, i).measure);
  g_array_unref (self->indicator_texts);
}

static const DuiCell *
get_cell (const DuiRowKeys *self, guint row, int column)
{
  return column == DUI_NO_COLUMN
             ? NULL
             : dui_sheet_get_cell (self->recognition->sheet, row, (guint) column);
}

/* The dictionary's entry for a cell; a new one has its text folded into @plain. NULL for a cell
 * that is empty or not there. */
static DuiDictionaryEntry *
look_up (DuiRowKeys *self,
         DuiDictionary *dictionary,
         const DuiCell *cell,
         DuiPlainText *plain,
         gboolean *is_new)
{
  DuiDictionaryEntry *entry;

  if (!cell || cell->length == 0)
    return NULL;
  entry = dui_dictionary_look_up (
      dictionary, dui_sheet_get_cell_text (self->recognition->sheet, cell), cell->length, is_new);
  if (*is_new)
    dui_plain_text_fold (plain, entry->text, entry->length);
  return entry;
}

/* Said once for each name, at its first row. */
static void
warn_respelled (DuiRowKeys *self, guint row, int column, guint place)
{
  DuiNotices *notices = self->recognition->notices;
  g_autofree char *text = NULL;

  if (!dui_notices_wants (notices, DUI_NOTICE_RESPELLED, row + 1))
    return;
  text = g_strstrip (dui_sheet_dup_text (self->recognition->sheet, row, (guint) column));
  dui_notices_add (
      notices, DUI_NOTICE_RESPELLED, row + 1, (guint) column + 1,
      /* Translators: 1 a name as it was sent, 2 the place of the book. */
      _ ("“%1$s” was taken for %2$s; check that it is the same place"), text,
      dui_place_get_name (dui_catalog_get_place (self->recognition->catalog, place)));
}

static DuiPlaceText
match_place (DuiRowKeys *self, DuiDictionary *dictionary, guint row, int column)
{
  const DuiCell *cell = get_cell (self, row, column);
  DuiPlainText plain;
  gboolean is_new;
  DuiDictionaryEntry *entry = look_up (self, dictionary, cell, &plain, &is_new);

  if (!entry)
    return (DuiPlaceText){ DUI_PLACE_TEXT_BLANK, DUI_NO_PLACE };
  if (is_new)
    {
      DuiPlaceText match = dui_place_names_match (self->recognition->places, &plain);

      if (match.kind == DUI_PLACE_TEXT_UNKNOWN && dui_heading_is_place_word (&plain))
        match.kind = DUI_PLACE_TEXT_HEADING;
      if (match.respelled)
        warn_respelled (self, row, column, match.place);
      entry->value = self->place_texts->len;
      g_array_append_val (self->place_texts, match);
    }
  return g_array_index (self->place_texts, DuiPlaceText, entry->value);
}

static gboolean
all_digits (const DuiPlainText *plain)
{
  return strspn (plain->text, "0123456789.") == plain->length;
}

/* A code of statistics of a county, township or village; shorter numbers are a row's or a slip. */
static gboolean
is_long_code (const DuiPlainText *plain)
{
  return plain->length == 6 || plain->length == 9 || plain->length == 12;
}

/* Makes the place that the cell names, or numbers by a code that the book does not have; FALSE where
 * another number or a sentence stands there. */
static gboolean
make_place (DuiRowKeys *self, const DuiCell *cell, DuiPlaceText *match)
{
  DuiReading *reading = self->reading;
  DuiPlainText plain;
  guint index;
  const char *text = cell ? dui_sheet_get_cell_text (self->recognition->sheet, cell) : "";

  dui_plain_text_fold (&plain, text, cell ? cell->length : 0);
  if (plain.length == 0 || plain.length > NAME_MAX_LENGTH || plain.cut
      || (all_digits (&plain) && !is_long_code (&plain)))
    return FALSE;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (reading->new_places, plain.text));
  if (index == 0)
    {
      g_ptr_array_add (reading->batch->new_places, g_strstrip (g_strndup (text, cell->length)));
      index = reading->batch->new_places->len;
      g_hash_table_insert (reading->new_places, g_strdup (plain.text), GUINT_TO_POINTER (index));
    }
  match->kind = DUI_PLACE_TEXT_PLACE;
  match->place = self->recognition->catalog->places->len + index - 1;
  return TRUE;
}

/* 4.10922E+08 */
static gboolean
is_shortened_code (const DuiPlainText *plain)
{
  return g_ascii_isdigit (plain->text[0]) && strstr (plain->text, "e+")
         && strspn (plain->text, "0123456789.e+") == plain->length;
}

static void
refuse_place (DuiRowKeys *self, guint row, int column, DuiPlaceTextKind kind)
{
  DuiNotices *notices = self->recognition->notices;
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;
  DuiPlainText plain;

  if (!dui_notices_wants (notices, DUI_NOTICE_PLACE, row + 1))
    return;
  text = g_strstrip (dui_sheet_dup_text (self->recognition->sheet, row, (guint) MAX (column, 0)));
  dui_plain_text_fold (&plain, text, strlen (text));
  if (text[0] == '\0')
    dui_notices_add (notices, DUI_NOTICE_PLACE, row + 1, (guint) column + 1,
                     _ ("The row has figures but no place; write its name or code"));
  else if (kind == DUI_PLACE_TEXT_AMBIGUOUS)
    {
      list = dui_place_names_list (self->recognition->places, &plain);
      dui_notices_add (notices, DUI_NOTICE_PLACE, row + 1, (guint) column + 1,
                       /* Translators: 1 a name as it was sent, 2 the places it may mean. */
                       _ ("“%1$s” may be %2$s; write the full name or the code"), text, list);
    }
  else if (is_shortened_code (&plain))
    dui_notices_add (
        notices, DUI_NOTICE_PLACE, row + 1, (guint) column + 1,
        _ ("“%s” is a code that a spreadsheet has shortened; show the column as plain numbers "
           "without decimals and save again"),
        text);
  else
    dui_notices_add (
        notices, DUI_NOTICE_PLACE, row + 1, (guint) column + 1,
        _ ("“%s” is no place of this book; correct the name, or let the import add new "
           "places"),
        text);
}

static void
refuse_other_place (DuiRowKeys *self, guint row, guint by_code, guint by_name)
{
  DuiCatalog *catalog = self->recognition->catalog;
  DuiNotices *notices = self->recognition->notices;

  if (dui_notices_wants (notices, DUI_NOTICE_PLACE, row + 1))
    dui_notices_add (notices, DUI_NOTICE_PLACE, row + 1, (guint) self->layout->code + 1,
                     /* Translators: 1 and 2 names of places. */
                     _ ("The code is that of %1$s but the name that of %2$s; correct one of them"),
                     dui_place_get_name (dui_catalog_get_place (catalog, by_code)),
                     dui_place_get_name (dui_catalog_get_place (catalog, by_name)));
}

/* A code and a name in one row must agree; a code that the book does not have gives way. */
static DuiPlaceText
match_code_and_name (DuiRowKeys *self, guint row, gboolean filled)
{
  const DuiCell *code = get_cell (self, row, self->layout->code);
  DuiPlaceText by_name = match_place (self, &self->places, row, self->layout->place), by_code;

  if (!code || code->length == 0)
    return by_name;
  by_code = match_place (self, &self->codes, row, self->layout->code);
  if (by_code.kind == DUI_PLACE_TEXT_PLACE)
    {
      if (by_name.kind != DUI_PLACE_TEXT_PLACE || by_name.place == by_code.place)
        return by_code;
      if (filled)
        refuse_other_place (self, row, by_code.place, by_name.place);
      by_code.kind = DUI_PLACE_TEXT_AMBIGUOUS;
      by_code.place = DUI_NO_PLACE;
      return by_code;
    }
  if (by_name.kind == DUI_PLACE_TEXT_PLACE && filled
      && dui_notices_wants (self->recognition->notices, DUI_NOTICE_CODE, row + 1))
    {
      g_autofree char *text
          = dui_sheet_dup_text (self->recognition->sheet, row, (guint) self->layout->code);

      dui_notices_add (
          self->recognition->notices, DUI_NOTICE_CODE, row + 1, (guint) self->layout->code + 1,
          _ ("No place of this book has the code %s; the row is taken by its name"), text);
    }
  return by_name.kind == DUI_PLACE_TEXT_BLANK ? by_code : by_name;
}

/* A blank cell below a place repeats it where cells were merged: another key of the row is there.
 */
static gboolean
continues_place (const DuiRowKeys *self, guint row)
{
  const DuiCell *indicator = get_cell (self, row, self->layout->indicator);
  const DuiCell *period = get_cell (self, row, self->layout->period);

  return self->last_place != DUI_NO_PLACE
         && ((indicator && indicator->length > 0) || (period && period->length > 0));
}

/* A line of notes may begin left of the places. */
static gboolean
begins_with_note (const DuiRowKeys *self, guint row)
{
  const DuiSheet *sheet = self->recognition->sheet;
  guint column = 0, length = dui_sheet_get_row_length (sheet, row);
  const DuiCell *cell;
  DuiPlainText plain;

  while (column < length && dui_sheet_get_cell (sheet, row, column)->length == 0)
    column++;
  if (column == length)
    return FALSE;
  cell = dui_sheet_get_cell (sheet, row, column);
  dui_plain_text_fold (&plain, dui_sheet_get_cell_text (sheet, cell), cell->length);
  return dui_place_names_is_note (&plain);
}

/* TRUE where a row of which the place is not known holds a number or another key. A title in
 * several cells, or words that run into the columns of figures, are no row of the table. */
static gboolean
is_data (const DuiRowKeys *self, guint row)
{
  const DuiLayout *layout = self->layout;
  const DuiCell *indicator = get_cell (self, row, layout->indicator);
  const DuiCell *period = get_cell (self, row, layout->period);

  if ((indicator && indicator->length > 0) || (period && period->length > 0))
    return TRUE;
  for (guint i = 0; i < layout->n_groups; i++)
    {
      const int columns[] = { layout->groups[i].value.column, layout->groups[i].base.column,
                              layout->groups[i].growth.column };

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          const DuiCell *cell = get_cell (self, row, columns[j]);
          DuiPlainText plain;

          if (!cell)
            continue;
          dui_plain_text_fold (&plain, dui_sheet_get_cell_text (self->recognition->sheet, cell),
                               cell->length);
          if (strpbrk (plain.text, "0123456789#"))
            return TRUE;
        }
    }
  return FALSE;
}

DuiPlaceText
dui_row_keys_get_place (DuiRowKeys *self, guint row, gboolean filled)
{
  const DuiLayout *layout = self->layout;
  int column = layout->place != DUI_NO_COLUMN ? layout->place : layout->code;
  DuiPlaceText match;

  if (column == DUI_NO_COLUMN)
    return (DuiPlaceText){ filled && begins_with_note (self, row) ? DUI_PLACE_TEXT_NOTE
                                                                  : DUI_PLACE_TEXT_PLACE,
                           layout->sheet_place };
  if (layout->code == DUI_NO_COLUMN)
    match = match_place (self, &self->places, row, column);
  else
    match = match_code_and_name (self, row, filled);
  if (G_LIKELY (match.kind == DUI_PLACE_TEXT_PLACE))
    {
      self->last_place = match.place;
      return match;
    }
  if (match.kind == DUI_PLACE_TEXT_HEADING)
    {
      if (dui_layout_begins (self->recognition, row))
        return match;
      match.kind = DUI_PLACE_TEXT_UNKNOWN;
    }
  if (match.kind == DUI_PLACE_TEXT_BLANK && filled && begins_with_note (self, row))
    match.kind = DUI_PLACE_TEXT_NOTE;
  if (match.kind == DUI_PLACE_TEXT_UNKNOWN && filled && !is_data (self, row))
    match.kind = DUI_PLACE_TEXT_NOTE;
  if (match.kind == DUI_PLACE_TEXT_BLANK && filled && dui_layout_begins (self->recognition, row))
    return (DuiPlaceText){ DUI_PLACE_TEXT_HEADING, DUI_NO_PLACE, FALSE };
  if (match.kind == DUI_PLACE_TEXT_BLANK && filled && continues_place (self, row))
    return (DuiPlaceText){ DUI_PLACE_TEXT_PLACE, self->last_place };
  if (match.kind == DUI_PLACE_TEXT_UNKNOWN && filled && self->recognition->options->add_places
      && make_place (self, get_cell (self, row, column), &match))
    self->last_place = match.place;
  else if (filled && match.kind != DUI_PLACE_TEXT_PLACE
           && (match.kind == DUI_PLACE_TEXT_UNKNOWN || match.kind == DUI_PLACE_TEXT_BLANK
               || (match.kind == DUI_PLACE_TEXT_AMBIGUOUS && layout->code == DUI_NO_COLUMN)))
    refuse_place (self, row, column, match.kind);
  return match;
}

/* A name in a row may carry a number before it, its measure and 累计. */
static DuiIndicatorText
match_indicator (DuiRowKeys *self,
                 const DuiDictionaryEntry *entry,
                 DuiPlainText *plain,
                 gboolean *loose)
{
  DuiIndicatorNames *names = self->recognition->indicators;
  DuiIndicatorText match = { dui_indicator_names_match (names, plain, loose), NULL };
  g_autofree char *text = NULL;
  DuiHeading heading;

  if (match.indicator != DUI_NO_INDICATOR || self->n_guesses++ >= MAX_GUESSES)
    return match;
  text = g_strndup (entry->text, entry->length);
  dui_heading_read (&heading, text, names);
  if (heading.role == DUI_ROLE_VALUE)
    {
      match.indicator = heading.indicator;
      *loose = heading.loose;
      match.measure = g_steal_pointer (&heading.measure);
    }
  dui_heading_clear (&heading);
  return match;
}

static void
refuse_indicator (const DuiRowKeys *self, guint row, const DuiDictionaryEntry *entry)
{
  DuiNotices *notices = self->recognition->notices;
  g_autofree char *text = NULL;

  if (!dui_notices_wants (notices, DUI_NOTICE_INDICATOR, row + 1))
    return;
  text = g_strndup (entry->text, entry->length);
  dui_notices_add (notices, DUI_NOTICE_INDICATOR, row + 1, (guint) self->layout->indicator + 1,
                   _ ("“%s” is no indicator of this book; write its name or code, such as output"),
                   g_strstrip (text));
}

static void
warn_of_loose (const DuiRowKeys *self, guint row, const DuiDictionaryEntry *entry, int indicator)
{
  g_autofree char *text = g_strndup (entry->text, entry->length);

  dui_layout_warn_of_loose (self->recognition, g_strstrip (text), indicator, row,
                            (guint) self->layout->indicator);
}

int
dui_row_keys_get_indicator (DuiRowKeys *self, guint row, gboolean *said)
{
  const DuiCell *cell = get_cell (self, row, self->layout->indicator);
  DuiPlainText plain;
  gboolean is_new;
  DuiDictionaryEntry *entry = look_up (self, &self->indicators, cell, &plain, &is_new);
  const DuiIndicatorText *match;

  *said = entry != NULL;
  if (!entry)
    return self->last_indicator;
  if (is_new)
    {
      gboolean loose = FALSE;
      DuiIndicatorText found = match_indicator (self, entry, &plain, &loose);

      if (loose)
        warn_of_loose (self, row, entry, found.indicator);

      entry->value = self->indicator_texts->len;
      g_array_append_val (self->indicator_texts, found);
    }
  match = &g_array_index (self->indicator_texts, DuiIndicatorText, entry->value);
  self->last_indicator = match->indicator;
  self->indicator_measure = match->measure;
  if (match->indicator == DUI_NO_INDICATOR)
    refuse_indicator (self, row, entry);
  return match->indicator;
}

static DuiPeriodText
match_period (DuiRowKeys *self, DuiDictionary *dictionary, const DuiCell *cell)
{
  DuiPlainText plain;
  gboolean is_new;
  DuiDictionaryEntry *entry = look_up (self, dictionary, cell, &plain, &is_new);

  if (!entry)
    return (DuiPeriodText){ DUI_PERIOD_TEXT_NONE };
  if (is_new)
    {
      DuiPeriodText period = dui_period_text_read (&plain);

      entry->value = self->period_texts->len;
      g_array_append_val (self->period_texts, period);
    }
  return g_array_index (self->period_texts, DuiPeriodText, entry->value);
}

static DuiPeriod
refuse_period (DuiRowKeys *self, guint row, int column, const DuiPeriodText *period)
{
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;

  if (!dui_notices_wants (self->recognition->notices, DUI_NOTICE_PERIOD, row + 1))
    return DUI_PERIOD_NONE;
  text = g_strstrip (dui_sheet_dup_text (self->recognition->sheet, row, (guint) MAX (column, 0)));
  if (column == DUI_NO_COLUMN || text[0] == '\0')
    reason = g_strdup (_ ("The row names no period; write year and month, such as 2021-11"));
  else
    reason = dui_period_text_explain (period, text);
  dui_notices_add (self->recognition->notices, DUI_NOTICE_PERIOD, row + 1, (guint) (column + 1),
                   "%s", reason);
  return DUI_PERIOD_NONE;
}

DuiPeriod
dui_row_keys_get_period (DuiRowKeys *self, guint row, const DuiFigureGroup *group)
{
  const DuiLayout *layout = self->layout;
  DuiPeriodText period = group->period;

  if (layout->period != DUI_NO_COLUMN)
    {
      const DuiCell *cell = get_cell (self, row, layout->period);
      DuiPeriodText said = match_period (self, &self->periods, cell);

      if (cell && cell->length > 0)
        self->last_period = said;
      else
        said = self->last_period;
      if (said.kind == DUI_PERIOD_TEXT_NONE)
        return refuse_period (self, row, layout->period, &said);
      dui_period_text_complete (&period, &said);
    }
  if (layout->year != DUI_NO_COLUMN && period.year == 0)
    {
      DuiPeriodText year = match_period (self, &self->years, get_cell (self, row, layout->year));

      period.year = year.year;
    }
  if (period.kind != DUI_PERIOD_TEXT_MONTH || period.year == 0)
    dui_period_text_complete (&period, &layout->sheet_period);
  if (period.kind != DUI_PERIOD_TEXT_MONTH || period.year == 0)
    return refuse_period (self, row, layout->period, &period);
  return dui_period_new (period.year, period.month);
}

const char *
dui_row_keys_get_measure (DuiRowKeys *self, guint row)
{
  DuiPlainText plain;
  gboolean is_new;
  DuiDictionaryEntry *entry = look_up (
      self, &self->measures, get_cell (self, row, self->layout->measure), &plain, &is_new);

  if (!entry)
    return self->indicator_measure;
  if (is_new)
    {
      entry->value = self->measure_texts->len;
      g_ptr_array_add (self->measure_texts, g_strdup (plain.text));
    }
  return g_ptr_array_index (self->measure_texts, entry->value);
}

gboolean
dui_row_keys_get_status (DuiRowKeys *self,
                         guint row,
                         const DuiFigureGroup *group,
                         DuiFigureStatus *status)
{
  const DuiRecognition *recognition = self->recognition;
  DuiPlainText plain;
  gboolean is_new;
  DuiDictionaryEntry *entry = look_up (self, &self->statuses,
                                       get_cell (self, row, self->layout->status), &plain, &is_new);

  if (entry && is_new)
    entry->value = dui_figure_status_from_nick (plain.text, status) ? *status : DUI_STATUS_NONE;
  if (entry)
    *status = entry->value;
  else if (recognition->options->status != DUI_STATUS_NONE)
    *status = recognition->options->status;
  else
    *status = group->estimate ? DUI_STATUS_ESTIMATE : DUI_STATUS_PRELIMINARY;
  if (*status != DUI_STATUS_NONE)
    return TRUE;
  if (dui_notices_wants (recognition->notices, DUI_NOTICE_CELL, row + 1))
    {
      g_autofree char *text = g_strndup (entry->text, entry->length);

      dui_notices_add (
          recognition->notices, DUI_NOTICE_CELL, row + 1, (guint) self->layout->status + 1,
          _ ("“%s” is no status of a figure; write 预计, 初步 or 审定"), g_strstrip (text));
    }
  return FALSE;
}
