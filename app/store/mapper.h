/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one mapper between rows and the model's objects: a table of columns and properties for each
 * type. A row with a word or number that the model does not know is DUI_STORE_ERROR_DAMAGED. */
#pragma once

#include "model/indicator.h"
#include "model/place.h"
#include "store/statement.h"

G_BEGIN_DECLS

typedef struct _DuiMapping DuiMapping;

/* Parameter ?1 of a selection of places is the period in which their names hold. */
extern const DuiMapping dui_mapping_place;
extern const DuiMapping dui_mapping_indicator;

/* "SELECT … FROM table @tail"; the caller frees it. */
char *dui_mapping_select (const DuiMapping *self, const char *tail);

/* The object of the statement's current row. */
gpointer dui_mapping_read (const DuiMapping *self, DuiStatement *statement, GError **error);

/* Writes a new row. An object without an id (0) is given the next one; @id (nullable) receives it. A
 * place's name and aliases have rows of their own, which this does not write. */
gboolean dui_mapping_insert (const DuiMapping *self, DuiConnection *connection, GObject *object,
                             gint64 source, const char *action, gint64 *id, GError **error);

G_END_DECLS
