/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file layer that fails where it is told to: every write, sync and truncation of any database is
 * an operation, counted from 1. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Once, before any database is opened. */
void fault_install (void);

/* The @n-th operation from now on returns @result (SQLITE_FULL, SQLITE_IOERR_WRITE …), and with
 * @for_good every one after it. 0 lets all pass. */
void fault_arm (guint n, int result, gboolean for_good);

/* How many have failed since. */
guint fault_count (void);

G_END_DECLS
