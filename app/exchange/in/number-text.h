/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people and spreadsheets write them (PRACTICE §2 point 2). */
#pragma once

#include "model/amount.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_NUMBER_TEXT_NUMBER,
  DUI_NUMBER_TEXT_NOTHING, /* blank, "—", 未报 …: not reported, which is not zero */
  DUI_NUMBER_TEXT_REFUSED,
} DuiNumberTextKind;

/* mantissa x 10^exponent, of at most 15 significant digits: what a spreadsheet holds. */
typedef struct
{
  gint64 mantissa;
  int exponent;
  guint8 decimals;    /* as written, before its measure: for what rounding may explain */
  gboolean percent;   /* written with % */
  gboolean lossy;     /* digits before the point were lost: more than 15 */
  gboolean shortened; /* 1.2E+05: a spreadsheet may have cut digits */
  gboolean has_measure;
  int shift; /* from its own measure to the wanted one */
} DuiNumberText;

/* @text is valid UTF-8, padded (source.h), not terminated. Thousands separators, full-width digits
 * and signs, "(3.2)", "−", %, and a measure behind the number that converts to @measure (nullable:
 * none may be there) are understood; with @in_words also 增长, 下降, ↑, ↓ and 持平. Refused with
 * DUI_IMPORT_ERROR_CELL, a sentence that says what to do. */
DuiNumberTextKind dui_number_text_read (const char *text,
                                        gsize length,
                                        const char *measure,
                                        gboolean in_words,
                                        DuiNumberText *number,
                                        GError **error);

/* The number times 10^@places, rounded half away from zero; @lossy (nullable) tells whether digits
 * were lost. FALSE beyond DUI_AMOUNT_MAX. */
gboolean dui_number_text_to_amount (const DuiNumberText *number,
                                    int places,
                                    DuiAmount *amount,
                                    gboolean *lossy);

/* For tests of magnitude only. */
double dui_number_text_to_double (const DuiNumberText *number);

G_END_DECLS
