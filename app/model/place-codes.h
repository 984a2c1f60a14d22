/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in code table: the country, its provinces, cities, counties and townships with their
 * codes of statistics (resources/codes/README.md). Levels that are no places, such as 市辖区, are
 * passed through: the districts of a municipality belong to it as a city's counties do, and the
 * townships of a city without counties (东莞) to the city.
 *
 * The table is unpacked at its first use, from any thread, and stays: what is returned is never
 * freed. Nothing here can fail; an unknown code is NULL. */
#pragma once

#include "model/place.h"

G_BEGIN_DECLS

#define DUI_COUNTRY_CODE "100000"

typedef struct
{
  /*< read only >*/
  const char *name; /* 清丰县 */
  char code[10];    /* 6 digits, a township 9 */
  guint8 kind;      /* DuiPlaceKind: its level, COUNTRY to TOWNSHIP */

  /*< private >*/
  guint32 parent;
} DuiPlaceCode;

/* Exactly 6 or 9 digits ("410922", "100000", "410922100"); NULL for any other text. */
const DuiPlaceCode *dui_place_codes_lookup (const char *code);

/* NULL for the country. */
const DuiPlaceCode *dui_place_codes_get_parent (const DuiPlaceCode *place);

/* DuiPlaceCode in the order of their codes; the caller owns the array, not what is in it. Siblings
 * are the other children of its parent. Empty where there are none. */
GPtrArray *dui_place_codes_get_children (const DuiPlaceCode *place);
GPtrArray *dui_place_codes_get_siblings (const DuiPlaceCode *place);

/* "河南省 濮阳市 清丰县", without the country. The caller frees it. */
char *dui_place_codes_get_path (const DuiPlaceCode *place);

/* Places down to the level @lowest (COUNTY for those that a book can be made for) that @text finds,
 * at most @limit, best first: a name that is equal, that begins, that contains; then the higher
 * level, then the code. Digits find the codes that begin with them. With several words the last one
 * is the place's and the others its superiors' ("濮阳 清丰"). Empty for blank text. The caller owns
 * the array. */
GPtrArray *dui_place_codes_search (const char *text, DuiPlaceKind lowest, guint limit);

G_END_DECLS
