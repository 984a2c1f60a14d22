/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where a place is expected: a place of the book, a sum, a note. */
#pragma once

#include "exchange/in/plain-text.h"
#include "model/catalog.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_PLACE_TEXT_UNKNOWN,
  DUI_PLACE_TEXT_PLACE,
  DUI_PLACE_TEXT_AMBIGUOUS, /* a short name of several places */
  DUI_PLACE_TEXT_TOTAL,     /* 合计: the sum of all places of the sheet */
  DUI_PLACE_TEXT_SUBTOTAL,  /* 小计: the sum of the places since the last one */
  DUI_PLACE_TEXT_NOTE,      /* 注：…, 填报人, 平均: no place and no figure to take */
  DUI_PLACE_TEXT_BLANK,
  DUI_PLACE_TEXT_HEADING, /* 单位: another table may begin */
} DuiPlaceTextKind;

typedef struct
{
  DuiPlaceTextKind kind;
  guint place;    /* index into the catalog's places */
  gboolean whole;     /* called 全县, not by its name */
  gboolean respelled; /* called 韩村乡 where the book has 韩村镇 */
} DuiPlaceText;

typedef struct _DuiPlaceNames DuiPlaceNames;

/* Keeps a reference to @catalog. */
DuiPlaceNames *dui_place_names_new (DuiCatalog *catalog);
void dui_place_names_free (DuiPlaceNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiPlaceNames, dui_place_names_free)

/* A code of 6, 9 or 12 digits (also 2 or 4, as provinces and cities have them), a full name, a
 * former one or an alias, a name without its 镇, 乡, 县 …, each also with the names of its
 * superiors before it or 人民政府 behind it. A full name goes before a short one; a township's name
 * with another of 乡, 镇 and 街道 comes last. */
DuiPlaceText dui_place_names_match (DuiPlaceNames *self, const DuiPlainText *plain);

/* TRUE for what begins a line below or above a table: 注：, 填报人, 数据来源. */
gboolean dui_place_names_is_note (const DuiPlainText *plain);

/* The place whose full name stands inside of a title or a file name: the longest one; places that
 * have members are not meant by it. DUI_NO_PLACE for none and for two. */
guint dui_place_names_find (DuiPlaceNames *self, const DuiPlainText *plain);

/* Names of all places that a short name may mean, for a message: "甲镇、甲乡". The caller frees it.
 */
char *dui_place_names_list (DuiPlaceNames *self, const DuiPlainText *plain);

G_END_DECLS
