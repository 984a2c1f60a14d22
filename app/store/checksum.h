/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums of resources/schema/1.sql over rows that hold numbers. SQLite looks at them when it
 * writes; we look when we read. */
#pragma once

#include "model/amount.h"

G_BEGIN_DECLS

/* What stands in a sum for a missing amount: no amount is as large. */
#define DUI_CHECKSUM_MISSING G_GINT64_CONSTANT (100000000000000003)

static inline gint64
dui_checksum_amount (DuiAmount amount)
{
  return dui_amount_is_missing (amount) ? DUI_CHECKSUM_MISSING : amount;
}

/* A figure as it is stored. */
typedef struct
{
  gint64 indicator;
  gint64 period;
  gint64 place;
  DuiAmount value;
  DuiAmount base;
  DuiAmount growth;
  gint64 status;
  gint64 source;
  gint64 source_row;
} DuiFigureRow;

/* Sums wrap in a damaged row, so they are made without a sign. */
static inline gint64
dui_checksum_figure (const DuiFigureRow *row)
{
  return (gint64) ((guint64) dui_checksum_amount (row->value) * 3
                   + (guint64) dui_checksum_amount (row->base) * 5
                   + (guint64) dui_checksum_amount (row->growth) * 7
                   + (guint64) row->indicator * 1000000007 + (guint64) row->period * 100000007
                   + (guint64) row->place * 10000019 + (guint64) row->status * 1000003
                   + (guint64) row->source * 100003 + (guint64) row->source_row * 1009);
}

static inline gint64
dui_checksum_target (gint64 indicator, gint64 place, gint64 year, gint64 tier, gint64 effective,
                     gint64 value, gint64 source)
{
  return (gint64) ((guint64) value * 3 + (guint64) indicator * 1000000007
                   + (guint64) year * 100000007 + (guint64) place * 10000019
                   + (guint64) effective * 1000003 + (guint64) tier * 100003
                   + (guint64) source * 1009);
}

static inline gint64
dui_checksum_plan (gint64 indicator, gint64 year, gint64 month, gint64 share, gint64 source)
{
  return (gint64) ((guint64) share * 3 + (guint64) indicator * 1000000007
                   + (guint64) year * 100000007 + (guint64) month * 10000019
                   + (guint64) source * 1009);
}

G_END_DECLS
