/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialogs about targets have in common: their entries, in the shown measure. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"
#include "widgets/chooser.h"

G_BEGIN_DECLS

gboolean dui_target_entries_read_day (GtkEditable *entry, DuiDay *day, GError **error);

/* Missing where nothing is written. */
gboolean dui_target_entries_read_value (GtkEditable *entry, DuiIndicator *indicator,
                                        DuiAmount *value, GError **error);
/* Exact; NULL for a missing one. The caller frees it. */
char *dui_target_entries_format_value (DuiIndicator *indicator, DuiAmount value);

/* The tiers that can be set. */
void dui_target_entries_fill_tiers (DuiChooser *chooser);

/* 清丰县 工业总产值 2021年目标; the caller frees it. */
char *dui_target_entries_get_title (DuiCatalog *catalog, guint place, DuiIndicator *indicator,
                                    int year);

/* From when a target of @year may hold: today; for another year the end of the session's period where it
 * is of that year, else New Year. */
DuiDay dui_target_entries_suggest_day (DuiSession *session, int year);

G_END_DECLS
