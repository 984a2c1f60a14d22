/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import is about to write: the rows of all its batches in the order of the figures' key,
 * and how a row is refused in the user's words. For the files import*.c only. */
#pragma once

#include "model/batch.h"
#include "store/connection.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define DUI_IMPORT_ACTION _ ("The figures could not be imported")

/* One row of one batch in the order of the figures' key: indicator, period and place by their ids,
 * in one number. Ids and periods are bounded by the schema's CHECKs. */
#define DUI_IMPORT_PERIOD_BITS 15
#define DUI_IMPORT_PLACE_BITS 20

typedef struct
{
  guint64 key;
  guint32 batch;
  guint32 row;
} DuiImportEntry;

typedef struct
{
  DuiConnection *connection;
  GPtrArray *batches;
  GPtrArray *place_ids; /* of GArray of gint64 for each batch, by the index in its rows */
  gint64 *sources;      /* of each batch; 0 for one that writes nothing */
  GArray *entries;      /* of DuiImportEntry */
} DuiImport;

static inline guint64
dui_import_key (gint64 indicator, gint64 period, gint64 place)
{
  return (guint64) indicator << (DUI_IMPORT_PERIOD_BITS + DUI_IMPORT_PLACE_BITS)
         | (guint64) period << DUI_IMPORT_PLACE_BITS | (guint64) place;
}

static inline gint64
dui_import_key_indicator (guint64 key)
{
  return (gint64) (key >> (DUI_IMPORT_PERIOD_BITS + DUI_IMPORT_PLACE_BITS));
}

static inline DuiPeriod
dui_import_key_period (guint64 key)
{
  return (DuiPeriod) (key >> DUI_IMPORT_PLACE_BITS & ((1 << DUI_IMPORT_PERIOD_BITS) - 1));
}

static inline gint64
dui_import_key_place (guint64 key)
{
  return (gint64) (key & ((1 << DUI_IMPORT_PLACE_BITS) - 1));
}

static inline const DuiBatchRow *
dui_import_get_row (const DuiImport *self, const DuiImportEntry *entry)
{
  DuiBatch *batch = g_ptr_array_index (self->batches, entry->batch);

  return &g_array_index (batch->rows, DuiBatchRow, entry->row);
}

void dui_import_clear (DuiImport *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DuiImport, dui_import_clear)

/* Of the batch @at, as far as its rows write anything or say that the book has it. */
void dui_import_add_entries (DuiImport *self, guint at);

/* In the order of the key; DUI_STORE_ERROR_REFUSED for a key that is there twice. */
gboolean dui_import_order_entries (DuiImport *self, GError **error);

/* Without those whose figure the book has already. */
void dui_import_drop_same (DuiImport *self);

/* FALSE, with place, indicator and period of @entry before @why. */
gboolean dui_import_refuse (DuiImport *self,
                            const DuiImportEntry *entry,
                            DuiStoreError code,
                            const char *why,
                            GError **error);
gboolean dui_import_refuse_stale (DuiImport *self, const DuiImportEntry *entry, GError **error);

G_END_DECLS
