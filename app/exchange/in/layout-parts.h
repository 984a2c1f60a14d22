/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of recognising a layout, each in a file of its own; only layout.c calls them. */
#pragma once

#include "exchange/in/layout.h"

G_BEGIN_DECLS

/* layout-titles.c: what the rows from @from up to the headings, the table @before (nullable), the
 * user and the file name say. */
void dui_layout_read_titles (DuiLayout *self,
                             const DuiRecognition *recognition,
                             guint from,
                             const DuiLayout *before);

/* layout-keys.c: which column names the place, the indicator, the period of a row. */
void dui_layout_choose_keys (DuiLayout *self, const DuiRecognition *recognition);

/* layout-groups.c: which columns of figures belong together. */
void dui_layout_make_groups (DuiLayout *self, const DuiRecognition *recognition);

/* The heading as it stands in the sheet, for messages; the caller frees it. */
char *dui_layout_dup_heading (const DuiLayout *self, const DuiSheet *sheet, guint column);

/* A wording that may mean another indicator than the one it was taken for. @row and @column count
 * from 0. */
void dui_layout_warn_of_loose (const DuiRecognition *recognition,
                               const char *text,
                               int indicator,
                               guint row,
                               guint column);

/* Two headings that are or mean the same. */
void dui_layout_refuse_twin (const DuiLayout *self,
                             const DuiRecognition *recognition,
                             guint first,
                             guint second);

G_END_DECLS
