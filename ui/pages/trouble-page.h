/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the place of a book that can't be opened: why, and what to do. Where a backup can
 * take its place, the backups with what is inside of them.
 *
 * Signals:
 *   "rescued" (text)  a backup has taken the book's place: what was done, a sentence */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_TROUBLE_PAGE (dui_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiTroublePage, dui_trouble_page, DUI, TROUBLE_PAGE, GtkWidget)

GtkWidget *dui_trouble_page_new (void);

/* Of the book at @path, which gave @problem. @can_go_back: another book is open. */
void dui_trouble_page_set_problem (DuiTroublePage *self, const char *path, const GError *problem,
                                   gboolean can_go_back);

/* Whether a backup could take the place of what gave @problem. */
gboolean dui_trouble_page_can_rescue (const char *path, const GError *problem);

G_END_DECLS
