/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column is, by the words above it. */
#pragma once

#include "exchange/in/indicator-names.h"
#include "exchange/in/period-text.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_ROLE_BLANK,
  DUI_ROLE_UNKNOWN,
  DUI_ROLE_IGNORED, /* known, but no figure to take: rank, target, completion, month's value … */
  DUI_ROLE_PLACE,   /* a name, or a code in its place */
  DUI_ROLE_CODE,    /* a place's code */
  DUI_ROLE_INDICATOR, /* the indicator of each row */
  DUI_ROLE_PERIOD,    /* the period of each row */
  DUI_ROLE_YEAR,
  DUI_ROLE_MEASURE, /* the measure of each row */
  DUI_ROLE_STATUS,
  DUI_ROLE_VALUE, /* cumulative figure */
  DUI_ROLE_BASE,
  DUI_ROLE_GROWTH,
} DuiColumnRole;

/* What a column of DUI_ROLE_IGNORED prints that follows from others of its sheet (printed.h). */
typedef enum
{
  DUI_PRINTED_NOTHING,
  DUI_PRINTED_RANK,
  DUI_PRINTED_COMPLETION,
  DUI_PRINTED_TARGET,
} DuiPrinted;

typedef struct
{
  DuiColumnRole role;
  int indicator;        /* index into the catalog's; DUI_NO_INDICATOR */
  DuiPeriodText period; /* kind DUI_PERIOD_TEXT_NONE where the heading names none */
  char *measure;        /* nullable */
  DuiPrinted printed;
  gboolean of_growth;   /* of what a rank is */
  int compared_year;    /* of 比2020年增长; 0 */
  gboolean percent;     /* the heading says % */
  gboolean cumulative;  /* it says 累计 or 年初: since January, whatever the month is called */
  gboolean loose;       /* its name for the indicator may mean another one: 税收 */
  gboolean estimate;    /* it says 预计 */
  gboolean month_only;  /* DUI_ROLE_PERIOD headed 月份: bare numbers are months */
} DuiHeading;

/* @text is what stands above the column, the upper rows' words before the lower ones'. */
void dui_heading_read (DuiHeading *self, const char *text, DuiIndicatorNames *indicators);
/* TRUE for a whole heading of a column of places or codes. */
gboolean dui_heading_is_place_word (const DuiPlainText *plain);

void dui_heading_clear (DuiHeading *self);

static inline gboolean
dui_heading_is_key (const DuiHeading *self)
{
  return self->role >= DUI_ROLE_PLACE && self->role <= DUI_ROLE_STATUS;
}

static inline gboolean
dui_heading_is_figure (const DuiHeading *self)
{
  return self->role >= DUI_ROLE_VALUE;
}

G_END_DECLS
