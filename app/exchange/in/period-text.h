/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods as people write them, and as spreadsheets leave them (PRACTICE §2 point 2). */
#pragma once

#include "exchange/in/plain-text.h"
#include "model/period.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_PERIOD_TEXT_NONE,
  DUI_PERIOD_TEXT_MONTH,   /* from January to that month; the year may be missing */
  DUI_PERIOD_TEXT_YEAR,    /* only a year */
  DUI_PERIOD_TEXT_DAMAGED, /* 1月11日, 11-Jan: a spreadsheet has turned 1-11 into a day */
  DUI_PERIOD_TEXT_DAY,     /* a day within a month */
  DUI_PERIOD_TEXT_TENTH,   /* 2021.1: January, or October without its zero */
  DUI_PERIOD_TEXT_RANGE,   /* 3—5月, 二季度: does not begin in January (R8) */
} DuiPeriodTextKind;

typedef struct
{
  DuiPeriodTextKind kind;
  int year;       /* 0 when it is not said */
  int month;      /* the last one; for DAMAGED the one that was probably meant */
  gboolean alone; /* 11月, not 1—11月: beside a range this is the single month */
  gboolean day;   /* written as a day */
} DuiPeriodText;

/* The whole of @plain as a cell of a column of periods; a bare 1 to 12 and 1-11 count there. */
DuiPeriodText dui_period_text_read (const DuiPlainText *plain);

/* Cuts all that names a period out of a heading, a title or a file name and says what it was: the
 * first month, with the year that stands by it or elsewhere. Days are passed over, but not in
 * 截至11月30日. */
DuiPeriodText dui_period_text_take (DuiPlainText *plain);

/* Puts what @other knows beside what @self lacks: a month to a year, a year to a month. */
void dui_period_text_complete (DuiPeriodText *self, const DuiPeriodText *other);

/* Why a text that is no usable period is refused and what to write; @text as it was sent. The
 * caller frees it. */
char *dui_period_text_explain (const DuiPeriodText *self, const char *text);

G_END_DECLS
