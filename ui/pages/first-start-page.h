/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where there is no book: for which place to make one, or look at the sample, or open another. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_FIRST_START_PAGE (dui_first_start_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiFirstStartPage, dui_first_start_page, DUI, FIRST_START_PAGE, GtkWidget)

GtkWidget *dui_first_start_page_new (void);

/* There is a book to go back to. */
void dui_first_start_page_set_can_go_back (DuiFirstStartPage *self, gboolean can_go_back);

G_END_DECLS
