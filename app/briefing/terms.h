/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and words by name, and the templates that they fill: "{{period}}完成{{C}}". A template is
 * only text with names in it, so that an office may rewrite one without being able to compute, loop
 * or call anything (template-glib's templates can do all three, and what a briefing prints is
 * computed in analysis/ alone). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a name without a value prints as: a place to write on. */
#define DUI_TERMS_BLANK "＿＿"

typedef struct _DuiTerms DuiTerms;

DuiTerms *dui_terms_new (void);
void dui_terms_free (DuiTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiTerms, dui_terms_free)

/* Gives @name a text; NULL is no value. _take takes @text. */
void dui_terms_take (DuiTerms *self, const char *name, char *text);
void dui_terms_set (DuiTerms *self, const char *name, const char *text);

/* @template with every {{name}} replaced; the caller frees it. */
char *dui_terms_fill (DuiTerms *self, const char *template);

/* The names that were printed blank so far, each once, in the order in which they were met. */
GStrv dui_terms_dup_blanks (DuiTerms *self);

G_END_DECLS
