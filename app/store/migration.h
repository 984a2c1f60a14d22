/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an older book becomes one of now: numbered scripts in the resources, each run once, and after
 * each of them the triggers of the change log made anew from the tables. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* The version that this program writes: that of its newest script. */
int dui_migration_get_version (void);

/* DUI_STORE_ERROR_NEWER; always FALSE. */
gboolean dui_migration_refuse_newer (GError **error);

/* Brings @connection's file, which may be empty, to the version of now in one transaction. An older
 * book is backed up first, and that it was brought here is a sealed command of its log, which can't
 * be undone, nor can what came before it. DUI_STORE_ERROR_NEWER for a file that is further on. */
gboolean dui_migration_run (DuiConnection *connection, GError **error);

G_END_DECLS
