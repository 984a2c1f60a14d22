/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place, indicator and period a row is about. Each different text is recognised once. */
#pragma once

#include "exchange/in/dictionary.h"
#include "exchange/in/rows.h"

G_BEGIN_DECLS

/* 工业总产值（亿元） */
typedef struct
{
  int indicator;
  char *measure; /* nullable */
} DuiIndicatorText;

typedef struct
{
  const DuiRecognition *recognition;
  const DuiLayout *layout;
  DuiReading *reading;

  DuiDictionary places, codes, indicators, periods, years, measures, statuses;
  GArray *place_texts;  /* of DuiPlaceText, by the dictionaries' values */
  GArray *period_texts; /* of DuiPeriodText */
  GPtrArray *measure_texts;
  GArray *indicator_texts;       /* of DuiIndicatorText */
  guint n_guesses;               /* indicator cells that were read as headings */
  const char *indicator_measure; /* that the row's indicator cell says; NULL for none */

  guint last_place; /* of the row before, for merged cells */
  int last_indicator;
  DuiPeriodText last_period;
} DuiRowKeys;

void dui_row_keys_init (DuiRowKeys *self,
                        const DuiRecognition *recognition,
                        const DuiLayout *layout,
                        DuiReading *reading);
void dui_row_keys_clear (DuiRowKeys *self);

/* The place of @row; unknown ones become new places where the user asked for it. An error has been
 * said where the kind is AMBIGUOUS, or UNKNOWN with @filled, which tells that the row holds
 * figures: one without is no row of the table. Kind HEADING where the headings of
 * another table stand. */
DuiPlaceText dui_row_keys_get_place (DuiRowKeys *self, guint row, gboolean filled);

/* The indicator that the row itself names; DUI_NO_INDICATOR with an error said, or where the table
 * has no such column (*@said FALSE). */
int dui_row_keys_get_indicator (DuiRowKeys *self, guint row, gboolean *said);

/* The row's period for a group, put together from its heading, the row and the sheet;
 * DUI_PERIOD_NONE with an error said. */
DuiPeriod dui_row_keys_get_period (DuiRowKeys *self, guint row, const DuiFigureGroup *group);

/* The measure that the row itself names, in a column of its own or behind its indicator; NULL for
 * none. */
const char *dui_row_keys_get_measure (DuiRowKeys *self, guint row);

/* FALSE with an error said. */
gboolean dui_row_keys_get_status (DuiRowKeys *self,
                                  guint row,
                                  const DuiFigureGroup *group,
                                  DuiFigureStatus *status);

G_END_DECLS
