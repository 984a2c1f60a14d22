/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure 完成数 as one value: what import, editing and history exchange (DESIGN §3). Whole books
 * live as columns in DuiPanel. */
#pragma once

#include <glib-object.h>

#include "model/amount.h"
#include "model/period.h"

G_BEGIN_DECLS

/* PRACTICE R6. Higher replaces lower; lower never overwrites higher. */
typedef enum
{
  DUI_STATUS_NONE,        /* no figure */
  DUI_STATUS_ESTIMATE,    /* 预计 */
  DUI_STATUS_PRELIMINARY, /* 初步 */
  DUI_STATUS_FINAL,       /* 审定 */
} DuiFigureStatus;

typedef struct
{
  DuiAmount value;  /* cumulative; DUI_AMOUNT_MISSING */
  DuiAmount base;   /* same period of last year, as given */
  DuiAmount growth; /* as reported, DUI_GROWTH_SCALE */
  DuiFigureStatus status;
} DuiFigureValues;

#define DUI_FIGURE_VALUES_NONE                                                                     \
  ((DuiFigureValues){ DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, DUI_STATUS_NONE })

gboolean dui_figure_values_equal (const DuiFigureValues *a, const DuiFigureValues *b);

const char *dui_figure_status_to_nick (DuiFigureStatus status); /* "预计" "初步" "审定", NULL for none */
gboolean dui_figure_status_from_nick (const char *nick, DuiFigureStatus *status); /* also estimate, preliminary, final */

G_END_DECLS
