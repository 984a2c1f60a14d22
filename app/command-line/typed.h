/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as a person types them after an option. All give DUI_USAGE_ERROR or DUI_MODEL_ERROR. */
#pragma once

#include "model/figure.h"
#include "model/indicator.h"

G_BEGIN_DECLS

/* An exact decimal in the indicator's measure, or with a measure of its own: "125000", "12.5亿元".
 * Digits that the indicator does not keep are an error, never rounded. */
gboolean dui_typed_amount (const char *text, DuiIndicator *indicator, DuiAmount *amount,
                           GError **error);

/* Percent with or without its sign: "7.7", "-3.2%". */
gboolean dui_typed_growth (const char *text, DuiAmount *growth, GError **error);

/* Percent as millionths: "8.3333" is 83333. */
gboolean dui_typed_share (const char *text, gint32 *share, GError **error);

/* Points from 0 to 100, in millionths. */
gboolean dui_typed_points (const char *text, gint64 *points, GError **error);

gboolean dui_typed_year (const char *text, int *year, GError **error);

gboolean dui_typed_status (const char *text, DuiFigureStatus *status, GError **error);

G_END_DECLS
