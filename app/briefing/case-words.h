/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases in words, for the page and the printed form. */
#pragma once

#include "model/case.h"

G_BEGIN_DECLS

/* Which list a place is on, and by which settings. The caller frees it. */
char *dui_case_words_explain (const DuiCase *self);

G_END_DECLS
