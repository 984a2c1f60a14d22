/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart leaves the window: as a picture on the clipboard, as its numbers in words, as a file. All on
 * white, for a document. Sizes are points. */
#pragma once

#include <gtk/gtk.h>

#include "plot/chart.h"

G_BEGIN_DECLS

/* PNG at print resolution, and SVG for programs that take it. */
void dui_chart_copies_copy_picture (GtkWidget *widget, DuiChart *chart, double width, double height);

/* The finding, then a line for each mark of @layout. */
void dui_chart_copies_copy_numbers (GtkWidget *widget, DuiChart *chart, const DuiLayout *layout);

/* Asks for a name: PNG, SVG or PDF by its end. Tells the user what failed. */
void dui_chart_copies_save (GtkWidget *widget, DuiChart *chart, double width, double height);

G_END_DECLS
