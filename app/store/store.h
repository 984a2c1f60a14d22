/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store thread, which owns the only connection. Everybody else sends it commands: a function
 * that runs there and the values it needs; what comes back is immutable. */
#pragma once

#include <gio/gio.h>

#include "store/connection.h"

G_BEGIN_DECLS

typedef struct _DuiStore DuiStore;

/* Runs on the store thread. NULL only with @error. */
typedef gpointer (*DuiStoreFunc) (DuiConnection *connection, gpointer input, GError **error);

/* See dui_connection_open(). @read_only_reason receives a sentence or NULL; the caller frees it. */
DuiStore *dui_store_open (const char *path, char **read_only_reason, GError **error);

/* Waits for the command that runs, unless it is that command that closes. */
void dui_store_close (DuiStore *self);

/* Waits for the answer. */
gpointer dui_store_call (DuiStore *self, DuiStoreFunc func, gpointer input, GError **error);

/* Returns at once; @task, which is taken, returns the pointer or error, and its cancellable stops the
 * command. @free_input is called on the store thread. */
void dui_store_call_async (DuiStore *self, DuiStoreFunc func, gpointer input,
                           GDestroyNotify free_input, GDestroyNotify free_result, GTask *task);

/* The newest version of the book that the thread has seen; from any thread. */
gint64 dui_store_get_version (DuiStore *self);

/* Makes a book on a thread of its own: empty at first, filled by @fill, and there under its name
 * only when that has returned non-NULL. */
gboolean dui_store_build (const char *path, DuiStoreFunc fill, gpointer input, GError **error);

G_END_DECLS
