/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What exchange/in makes of a sheet and store/ writes: rows of figures, each with its verdict
 * (DESIGN §2). Rows are plain values in one array, so that a million of them is one allocation. */
#pragma once

#include "model/catalog.h"
#include "model/figure.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_ROW_NEW,
  DUI_ROW_CHANGED,
  DUI_ROW_SAME,
  DUI_ROW_REFUSED,
  DUI_ROW_COMPARED, /* a sum or a rank: compared, not imported */
} DuiRowVerdict;

/* Which of value, base and growth the sheet gives; what it does not give stays as it is. */
typedef enum
{
  DUI_GIVES_VALUE = 1 << 0,
  DUI_GIVES_BASE = 1 << 1,
  DUI_GIVES_GROWTH = 1 << 2,
} DuiRowGives;

/* Of a refused row only where it stands is sure: place may be DUI_NO_PLACE, indicator G_MAXUINT16,
 * period DUI_PERIOD_NONE. A compared one has no place when it is a sum. */
typedef struct
{
  guint32 place;     /* index into the catalog's places, or n_places + index into new_places */
  guint16 indicator; /* index into the catalog's indicators */
  guint8 verdict;    /* DuiRowVerdict */
  guint8 gives;      /* DuiRowGives */
  DuiPeriod period;
  guint32 row;       /* in the sheet, from 1 */
  guint16 column;    /* of the value, from 1 */
  guint8 status;     /* DuiFigureStatus to write */
  gint8 digit;       /* the value's last digit as printed in the sheet is worth 10^digit raw */
  DuiAmount value, base, growth;             /* to write: what is not given already merged in */
} DuiBatchRow;

typedef struct
{
  guint row;    /* from 1; 0 for the whole file */
  guint column; /* from 1; 0 for the whole row */
  char *text;   /* what is wrong; what to do */
} DuiNotice;

#define DUI_TYPE_BATCH (dui_batch_get_type ())

typedef struct _DuiBatch DuiBatch;

struct _DuiBatch
{
  DuiCatalog *catalog; /* whose indices the rows use; set by whoever fills it, owned */
  char *file;   /* as the user named it */
  char *sheet;  /* name, or NULL for CSV */
  char *sha256; /* of the file's bytes, lower-case hex */
  GArray *rows; /* of DuiBatchRow, in key order (indicator, period, place) */
  GPtrArray *new_places; /* of char* names to be made (--add-places) */
  GPtrArray *errors;   /* of DuiNotice: with one of them nothing is imported */
  GPtrArray *warnings; /* of DuiNotice */
  guint n_new, n_changed, n_same, n_refused;
  gatomicrefcount references;
};

GType dui_batch_get_type (void);
DuiBatch *dui_batch_new (const char *file);
DuiBatch *dui_batch_ref (DuiBatch *self);
void dui_batch_unref (DuiBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiBatch, dui_batch_unref)

void dui_batch_add_error (DuiBatch *self, guint row, guint column, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void dui_batch_add_warning (DuiBatch *self, guint row, guint column, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_END_DECLS
