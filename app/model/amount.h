/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts: signed integers in 10^-scale of an indicator's measure (DESIGN §3 "amount").
 * No floating point is stored or summed. */
#pragma once

#include "model/ratio.h"

G_BEGIN_DECLS

typedef gint64 DuiAmount;

/* A value that was not reported. Stored as NULL. */
#define DUI_AMOUNT_MISSING G_MININT64

/* |amount| <= 10^17, so that products of two amounts fit 128 bits. */
#define DUI_AMOUNT_MAX G_GINT64_CONSTANT (100000000000000000)

#define DUI_SCALE_MAX 9
#define DUI_SCALE_DEFAULT 4

/* Reported growth rates are amounts of this scale, 1.0 being 100 %: 7.7 % is 770000000. */
#define DUI_GROWTH_SCALE 10

static inline gboolean
dui_amount_is_missing (DuiAmount amount)
{
  return amount == DUI_AMOUNT_MISSING;
}

/* 10^@exponent, for 0 to 18. */
gint64 dui_power_of_ten (int exponent);

/* Reads a plain decimal ("-1234.5", no separators, no exponent) times 10^@shift into @amount.
 * Digits beyond @scale are rounded half away from zero; @rounded (nullable) tells whether any
 * that were not zero were lost. DUI_MODEL_ERROR_NOT_A_NUMBER or _TOO_LARGE. */
gboolean dui_amount_parse (const char *text, int scale, int shift, DuiAmount *amount,
                           gboolean *rounded, GError **error);

/* Exact text without trailing zeros, plain '-'; NULL when missing. The caller frees it. */
char *dui_amount_to_string (DuiAmount amount, int scale);

/* The amount as an exact ratio in its measure; missing stays missing. */
DuiRatio dui_amount_to_ratio (DuiAmount amount, int scale);

G_END_DECLS
