/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which backups are kept: the last of each of the newest 12 days, 10 weeks and 9 months that have one
 * (DESIGN §5 "Backups"). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @times: when each was made, newest first. TRUE at @keep, of as many, for those that stay; the
 * newest always does. */
void dui_backup_thin (GDateTime *const *times, guint n_times, gboolean *keep);

G_END_DECLS
