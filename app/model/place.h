/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county, township, park or firm (DESIGN §3 "place" 单位). Immutable. */
#pragma once

#include <glib-object.h>

#include "model/period.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_PLACE_COUNTRY,
  DUI_PLACE_PROVINCE,
  DUI_PLACE_CITY,
  DUI_PLACE_COUNTY,
  DUI_PLACE_TOWNSHIP,
  DUI_PLACE_PARK,
  DUI_PLACE_FIRM,
  DUI_PLACE_OTHER,
} DuiPlaceKind;

#define DUI_TYPE_PLACE (dui_place_get_type ())
G_DECLARE_FINAL_TYPE (DuiPlace, dui_place, DUI, PLACE, GObject)

/* Properties: id, kind, code (nullable), name, group (nullable), order, aliases (GStrv, nullable). */
gint64 dui_place_get_id (DuiPlace *self);
DuiPlaceKind dui_place_get_kind (DuiPlace *self);
/* GB/T 2260 (6 digits) or the code of statistics (9 digits); NULL for a place without one. */
const char *dui_place_get_code (DuiPlace *self);
/* The full name in force now: 城关镇. */
const char *dui_place_get_name (DuiPlace *self);
const char *dui_place_get_group (DuiPlace *self);
/* 固定顺序: the order of forms and tables of several indicators. */
int dui_place_get_order (DuiPlace *self);
/* Former names and other spellings; NULL-terminated, never NULL. */
const char *const *dui_place_get_aliases (DuiPlace *self);

/* How its own figure is called beside those of its members: 全县, 全区, 全市, 全省; the name of a place
 * that has none (PRACTICE R3). Translated. */
const char *dui_place_get_whole_label (DuiPlace *self);
/* The sum of its members, which is never called 全县: 乡镇合计 (PRACTICE R3). Translated. */
const char *dui_place_get_total_label (DuiPlace *self);
/* What its members are: 乡镇, 县区. Translated. */
const char *dui_place_get_members_label (DuiPlace *self);

/* "township" and the like, as the book and JSON write it. */
const char *dui_place_kind_to_nick (DuiPlaceKind kind);
gboolean dui_place_kind_from_nick (const char *nick, DuiPlaceKind *kind);

/* A place's part in its parent, with the periods in which it holds. */
typedef struct
{
  guint place;    /* index into DuiCatalog's places */
  guint parent;   /* index into DuiCatalog's places */
  DuiPeriod from; /* first period; 0 for always */
  DuiPeriod to;   /* last period; G_MAXINT32 for open */
  gboolean ranked;
  gboolean in_total; /* FALSE for firms and parks inside a township: they would count twice */
} DuiMembership;

G_END_DECLS
