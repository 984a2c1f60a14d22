/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the notices of a batch bounded: of each kind the first fifty are said with their cells, and
 * then how many more there are, so that a million bad rows do not make a million strings. */
#pragma once

#include "model/batch.h"

G_BEGIN_DECLS

#define DUI_NOTICES_MAX 50

typedef enum
{
  DUI_NOTICE_HEADING, /* errors */
  DUI_NOTICE_PLACE,
  DUI_NOTICE_INDICATOR,
  DUI_NOTICE_PERIOD,
  DUI_NOTICE_CELL,
  DUI_NOTICE_AMOUNT,
  DUI_NOTICE_CALENDAR,
  DUI_NOTICE_FUTURE,
  DUI_NOTICE_TWICE,
  DUI_NOTICE_STATUS,
  DUI_NOTICE_CUT,
  DUI_NOTICE_COLUMN, /* from here on warnings */
  DUI_NOTICE_LOSSY,
  DUI_NOTICE_SHORTENED,
  DUI_NOTICE_CODE,
  DUI_NOTICE_RESPELLED,
  DUI_NOTICE_ASSUMED,
  DUI_NOTICE_LOOSE,
  DUI_NOTICE_MONTH,
  DUI_NOTICE_FRACTION,
  DUI_NOTICE_SUM,
  DUI_NOTICE_OWN,
  DUI_NOTICE_FALLS,
  DUI_NOTICE_SLIP,
  DUI_NOTICE_GROWTH,
  DUI_NOTICE_NEGATIVE,
  DUI_NOTICE_RANK,
  DUI_NOTICE_COMPLETION,
  DUI_NOTICE_HOLE,
  DUI_NOTICE_ABSENT,
  DUI_NOTICE_AGAIN,
  DUI_NOTICE_NEW_PLACE,
  DUI_N_NOTICES,
} DuiNoticeKind;

typedef struct
{
  DuiBatch *batch; /* borrowed */
  guint count[DUI_N_NOTICES];
  guint row[DUI_N_NOTICES]; /* of the first of its kind, from 1 */
} DuiNotices;

/* Counts one more; TRUE when it is to be said, so that its text is made only then. */
gboolean dui_notices_wants (DuiNotices *self, DuiNoticeKind kind, guint row);

/* Adds an error or a warning, as @kind is; rows and columns count from 1, 0 for the whole. Without
 * asking dui_notices_wants() first. */
void dui_notices_add (DuiNotices *self,
                      DuiNoticeKind kind,
                      guint row,
                      guint column,
                      const char *format,
                      ...) G_GNUC_PRINTF (5, 6);

/* Says how many more there are of each kind. */
void dui_notices_finish (DuiNotices *self);

G_END_DECLS
