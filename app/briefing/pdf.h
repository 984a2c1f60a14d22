/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo 1.16 leaves out of a PDF: the document's language, and the "D:" of its date. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends an incremental update (ISO 32000-1, 7.5.6) to a whole @pdf as cairo writes it: a new
 * catalog with /Lang and, where it lacks it, /MarkInfo, and the information with a proper date.
 * Appended, so that no offset in the file changes. DUI_BRIEFING_ERROR_RENDER when @pdf is not
 * what was expected. */
gboolean dui_pdf_set_language (GByteArray *pdf, const char *language, GError **error);

G_END_DECLS
