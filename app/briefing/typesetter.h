/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns texts, charts and tables into the boxes that pages are filled with. All sizes are
 * points. */
#pragma once

#include "briefing/page.h"
#include "briefing/table.h"
#include "briefing/typeface.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define DUI_POINTS_PER_MM (72.0 / 25.4)

typedef enum
{
  DUI_ALIGN_START,
  DUI_ALIGN_MIDDLE,
  DUI_ALIGN_END,
  DUI_ALIGN_BOTH, /* justified, the last line at the start */
} DuiAlign;

typedef struct
{
  DuiPart part;
  DuiFace face;
  double size;
  double pitch; /* from line to line */
  DuiAlign align;
  double indent; /* of the first line, in ems; negative: of all but the first */
  double space;  /* above the first line */
  gboolean keep; /* with what follows */
} DuiTextStyle;

typedef struct _DuiTypesetter DuiTypesetter;

/* Lines are @width wide; @language is that of the texts: "zh-CN", "en". */
DuiTypesetter *dui_typesetter_new (double width, const char *language);
void dui_typesetter_free (DuiTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiTypesetter, dui_typesetter_free)

const char *dui_typesetter_get_substitution (DuiTypesetter *self);

/* The boxes made so far, taken away: the setter begins anew. */
GPtrArray *dui_typesetter_steal_boxes (DuiTypesetter *self);

void dui_typesetter_add_text (DuiTypesetter *self, const DuiTextStyle *style, const char *text);
/* Centred in as few lines as there may be, as even as they can be, the longer ones below. A line
 * ends only at a "|" of @text, which is not printed, or at a space. */
void dui_typesetter_add_title (DuiTypesetter *self, const DuiTextStyle *style, const char *text);
void dui_typesetter_add_chart (DuiTypesetter *self, DuiChart *chart, double height);
/* Rows are at least @row_height high. */
void dui_typesetter_add_table (DuiTypesetter *self, const DuiTable *table, double row_height);
/* What comes next begins a page. */
void dui_typesetter_break_page (DuiTypesetter *self);

/* For a width: one line, however long. */
#define DUI_NOT_WRAPPED (-1.0)

/* For tables, titles and margins: one text in @face, wrapped at @width, and its width. */
PangoLayout *dui_typesetter_shape (DuiTypesetter *self,
                                   DuiFace face,
                                   double size,
                                   gboolean bold,
                                   const char *text,
                                   double width);
double dui_typesetter_measure (PangoLayout *layout);
/* A text that belongs to the block before. */
void dui_typesetter_add_lines (DuiTypesetter *self, const DuiTextStyle *style, const char *text);
double dui_typesetter_get_width (DuiTypesetter *self);
/* Takes @box as the next one, of the current block. */
void dui_typesetter_take_box (DuiTypesetter *self, DuiBox *box);
guint dui_typesetter_next_block (DuiTypesetter *self);

/* From the top of a line of @pitch to the baseline of text of @size in its middle. */
double dui_typesetter_baseline (double pitch, double size);

G_END_DECLS
