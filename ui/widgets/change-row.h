/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of a history as a row of a list: when, who, from what to what, why and where from. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

GtkWidget *dui_change_row_new (const DuiChange *change);

/* Of a figure of @indicator that is @now what it was not when it was issued, or is still. */
GtkWidget *dui_issued_row_new (DuiIndicator *indicator, const DuiIssuedFigure *issued,
                               const DuiFigureValues *now);

/* A sentence, with a quiet line below it; NULL for none. */
GtkWidget *dui_sentence_row_new (const char *text, const char *detail);

/* All rows as text, a line for each sentence, to paste elsewhere. The caller frees it. */
char *dui_sentence_rows_to_text (GtkListBox *list);

G_END_DECLS
