/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the status of a figure is called. */
#pragma once

#include "model/figure.h"

G_BEGIN_DECLS

/* "初步", translated; NULL for none. */
const char *dui_figure_status_label (DuiFigureStatus status);

G_END_DECLS
