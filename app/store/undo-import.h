/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back and doing again the figures of an import: a changeset of a million rows would be
 * larger than the book, but all that it wrote carries its sources, and what it changed is in the
 * log (DESIGN §5 "Undo/redo"). */
#pragma once

#include "model/catalog.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The import, and the command that takes it back or does it again. */
typedef struct
{
  DuiConnection *connection;
  DuiCatalog *catalog;
  gint64 import;
  gint64 command;
  const char *action;
} DuiUndoImport;

/* @n_figures receives how many were changed. DUI_STORE_ERROR_STALE when a figure of the import is
 * no longer as it left it. */
gboolean dui_undo_import_take_back (DuiUndoImport *self, gint64 *n_figures, GError **error);

/* After it was taken back. DUI_STORE_ERROR_STALE when a figure is not as it was before it. */
gboolean dui_undo_import_do_again (DuiUndoImport *self, gint64 *n_figures, GError **error);

G_END_DECLS
