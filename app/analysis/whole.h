/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for a place as a whole: its own figure, or the sum of its members where it has reported
 * none (PRACTICE R3). Window, paper, charts and command line speak of the same one. */
#pragma once

#include "analysis/progress.h"

G_BEGIN_DECLS

typedef struct
{
  const DuiProgress *progress; /* own or the sum's; NULL when nothing was reported */
  const char *label;           /* 全县, 乡镇合计, or the name of a place without members; translated */
  DuiTotal *total;             /* the sum that stands for it; NULL where its own figure does */
  DuiProgress own;
} DuiWhole;

/* Points into itself: not to be copied. */
void dui_whole_init (DuiWhole *self, const DuiPanel *panel, guint place, DuiPeriod period);
void dui_whole_clear (DuiWhole *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DuiWhole, dui_whole_clear)

G_END_DECLS
