/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of equal width in Chinese text. Pango's own justification would tear numbers apart.
 * Sizes are points. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Opens (or closes up) the one line of @layout to @width, between Han characters, signs and blanks.
 * Never so far that readers of PDFs would see blanks within words: a line that is much too short
 * stays short. @em is the size of the text. */
void dui_justification_open (PangoLayout *layout, double width, double em);

/* Spares @layout, a paragraph wrapped at @width, a last line of one or two characters: breaks it
 * as if lines were a little wider, so that it ends a line earlier, or else a little narrower, so
 * that more is left for the last one. Its lines have to be opened afterwards. */
void dui_justification_avoid_orphan (PangoLayout *layout, double width);

G_END_DECLS
