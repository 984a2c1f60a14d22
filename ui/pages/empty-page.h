/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a page's place while the book has no figures: how to begin. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_EMPTY_PAGE (dui_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiEmptyPage, dui_empty_page, DUI, EMPTY_PAGE, GtkWidget)

GtkWidget *dui_empty_page_new (void);

G_END_DECLS
