/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything of a book but its figures and targets, as it was at one moment: places, memberships,
 * indicators and rules. Immutable and reference-counted; safe to read from any thread. */
#pragma once

#include "model/indicator.h"
#include "model/place.h"
#include "model/rules.h"

G_BEGIN_DECLS

#define DUI_TYPE_CATALOG (dui_catalog_get_type ())

typedef struct _DuiCatalog DuiCatalog;

#define DUI_NO_PLACE G_MAXUINT

struct _DuiCatalog
{
  /*< read only >*/
  GPtrArray *places; /* of DuiPlace, in fixed order; an index into it names a place everywhere */
  guint home;        /* the place the book is for */
  DuiMembership *memberships;
  guint n_memberships;
  GPtrArray *indicators; /* of DuiIndicator, in order */
  DuiRules rules;
  gboolean sample; /* 示例数据: marked on every page */
  char *office;    /* 发文机关; nullable */

  /*< private >*/
  GHashTable *place_by_code;
  GHashTable *place_by_id; /* gint64* -> index + 1 */
  gatomicrefcount references;
};

GType dui_catalog_get_type (void);

/* Takes @places, @indicators and copies @memberships. */
DuiCatalog *dui_catalog_new (GPtrArray *places, guint home, const DuiMembership *memberships,
                             guint n_memberships, GPtrArray *indicators, const DuiRules *rules,
                             gboolean sample, const char *office);
DuiCatalog *dui_catalog_ref (DuiCatalog *self);
void dui_catalog_unref (DuiCatalog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiCatalog, dui_catalog_unref)

/* NULL or DUI_NO_PLACE when there is none. */
DuiIndicator *dui_catalog_get_indicator (DuiCatalog *self, const char *code);
DuiPlace *dui_catalog_get_place (DuiCatalog *self, guint index);
guint dui_catalog_find_code (DuiCatalog *self, const char *code);
guint dui_catalog_find_id (DuiCatalog *self, gint64 id);

/* The place @index is a member of in @period, or DUI_NO_PLACE. */
guint dui_catalog_get_parent (DuiCatalog *self, guint index, DuiPeriod period);

/* Indices (guint) of the members of @parent in @period, in fixed order; with @ranked_only those
 * that take part in the ranking. The caller owns the array. */
GArray *dui_catalog_get_members (DuiCatalog *self, guint parent, DuiPeriod period,
                                 gboolean ranked_only);

G_END_DECLS
