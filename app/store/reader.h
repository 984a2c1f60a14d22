/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book's rows as the model's immutable values: the catalog, and one indicator's panel. Checksums
 * are looked at on the way; DUI_STORE_ERROR_DAMAGED names the place, indicator and period of a row
 * that is wrong. */
#pragma once

#include "model/panel.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What a reader has and gets: the catalog with its version, which are replaced together when the
 * book has changed, and a panel of the same moment. */
typedef struct
{
  gint64 version;
  DuiCatalog *catalog; /* NULL with version 0 before the first time */
  DuiPanel *panel;
} DuiReading;

void dui_reading_clear (DuiReading *reading);

/* Brings @reading up to date; with @indicator (nullable) its panel too. DUI_STORE_ERROR_NOT_FOUND for
 * an indicator that the book does not have. */
gboolean dui_reader_read (DuiConnection *connection, const char *indicator, DuiReading *reading,
                          GError **error);

G_END_DECLS
