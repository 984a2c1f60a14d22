/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures of figures and how they convert: 元 千元 万元 百万元 亿元, the same for 千瓦时, 吨 and so on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets @shift so that a number in @from times 10^shift is in @to (亿元 to 万元: 4). FALSE where they
 * measure different things. Spaces and 人民币 are ignored; NULL @from means @to. */
gboolean dui_measure_convert (const char *from, const char *to, int *shift);

/* The measure named inside a heading, such as 亿元 in "产值（亿元）" or "单位：万元"; NULL when there
 * is none. The caller frees it. */
char *dui_measure_find (const char *text);

/* The measure in the user's language: 亿元 is "100M yuan" in English. */
const char *dui_measure_display (const char *measure);

G_END_DECLS
