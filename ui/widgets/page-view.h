/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a briefing as it prints, as wide as it is given room for. */
#pragma once

#include <gtk/gtk.h>

#include "briefing/briefing.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGE_VIEW (dui_page_view_get_type ())
G_DECLARE_FINAL_TYPE (DuiPageView, dui_page_view, DUI, PAGE_VIEW, GtkWidget)

/* @width is the natural one, in pixels. */
GtkWidget *dui_page_view_new (DuiBriefing *briefing, guint page, int width);

G_END_DECLS
