/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for the layout of every chart. */
#pragma once

#include "plot/text.h"

G_BEGIN_DECLS

/* Nothing is cut by the edge, no text overlaps another, a bar or a line, every text is as wide as
 * the font says, and marks are apart and named. Fails the test with @where in its message. */
void geometry_check (const DuiLayout *layout, DuiTextMeasure *measure, const char *where);

/* Whether some text of the layout contains @part. */
gboolean geometry_has_text (const DuiLayout *layout, const char *part);

G_END_DECLS
