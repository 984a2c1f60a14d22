/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command-line/failure.h"

G_BEGIN_DECLS

/* Becomes the window's program, with the same arguments; comes back only when that failed, which it
 * has then said. */
DuiExit dui_window_exec (char **argv);

G_END_DECLS
