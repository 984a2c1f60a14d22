/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide texts are, and what to do with those that are too wide. A measure is an object with one
 * function, so that layouts are the same with real fonts and, in tests, with made-up ones. */
#pragma once

#include "plot/layout.h"

G_BEGIN_DECLS

struct _DuiTextMeasure
{
  const DuiTheme *theme; /* whose fonts are measured */
  /* The advance of @text in points. */
  double (*width) (DuiTextMeasure *self, const char *text, DuiFont font);
};

/* Starts to look the theme's fonts up, which is half of the time of a small document, on a thread:
 * to be called before a book is opened by a program that will draw one thing and leave. */
void dui_text_prepare (const DuiTheme *theme);

/* Waits for what dui_text_prepare() started when no text has been measured since, and throws it away:
 * to be called before the program leaves, which would pull the fonts away under the thread. */
void dui_text_abandon (void);

/* Measures with the theme's fonts; texts once measured are remembered for measuring and drawing.
 * Use it on one thread. */
DuiTextMeasure *dui_text_measure_new (const DuiTheme *theme);
/* Han and full-width forms are one em, everything else half an em: for tests. */
DuiTextMeasure *dui_text_measure_new_fixed (const DuiTheme *theme);
void dui_text_measure_free (DuiTextMeasure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiTextMeasure, dui_text_measure_free)

double dui_text_width (DuiTextMeasure *self, const char *text, DuiFont font);

/* Of one line, from the top of the tallest to the bottom of the deepest character; the same for
 * every text of a font, so that lines align. */
double dui_text_height (DuiTextMeasure *self, DuiFont font);
/* From the top of a line to its baseline. */
double dui_text_ascent (DuiTextMeasure *self, DuiFont font);

/* @text, or as much of it as fits into @width with "…" behind; NULL when not even one character
 * fits. The caller frees it. */
char *dui_text_ellipsize (DuiTextMeasure *self, const char *text, DuiFont font, double width);

/* The same with "…" in the middle: names of a kind differ at their ends. */
char *dui_text_ellipsize_name (DuiTextMeasure *self, const char *text, DuiFont font, double width);

/* Lines of at most @width, broken where Chinese and English may be; the last of @max_lines is
 * ellipsised. Never NULL; the caller frees it. */
GStrv
dui_text_wrap (DuiTextMeasure *self, const char *text, DuiFont font, double width, guint max_lines);

/* The same for a title of at most two lines: broken behind a clause or so that both are most alike.
 */
GStrv dui_text_wrap_title (DuiTextMeasure *self,
                           const char *text,
                           DuiFont font,
                           double width,
                           guint max_lines);

G_END_DECLS
