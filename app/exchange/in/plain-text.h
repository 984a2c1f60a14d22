/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same thing written in one way: full-width letters, digits and signs made half-width, all
 * kinds of dashes and minus signs one, letters small, spaces gone. What recognises numbers,
 * periods, names and headings works on such text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room for what is recognised; longer cells are prose. */
#define DUI_PLAIN_MAX 256

typedef struct
{
  gsize length;
  gboolean cut; /* the text was longer than DUI_PLAIN_MAX - 1 bytes */
  char text[DUI_PLAIN_MAX];
} DuiPlainText;

/* @text is valid UTF-8, not terminated. */
void dui_plain_text_fold (DuiPlainText *self, const char *text, gsize length);

/* Takes out the bytes from @start to @end. */
void dui_plain_text_cut_out (DuiPlainText *self, gsize start, gsize end);

/* Puts @more behind it, as far as there is room. */
void dui_plain_text_append (DuiPlainText *self, const DuiPlainText *more);

/* Takes @prefix or @suffix off, if it is there. */
gboolean dui_plain_text_skip (DuiPlainText *self, const char *prefix);
gboolean dui_plain_text_chop (DuiPlainText *self, const char *suffix);

/* Takes "1.", "一、" or "(一)" off the front, which number a line or a column. */
void dui_plain_text_skip_ordinal (DuiPlainText *self);

G_END_DECLS
