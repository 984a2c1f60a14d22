/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change of a figure as a row of a list: when, who, how, why, and from what to what. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

GtkWidget *dui_figure_history_row_new (DuiIndicator *indicator, const DuiChange *change);

/* "初步", translated; NULL for none. */
const char *dui_figure_status_label (DuiFigureStatus status);

G_END_DECLS
