/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a picture could not be made or kept. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DUI_PLOT_ERROR (dui_plot_error_quark ())

typedef enum
{
  DUI_PLOT_ERROR_FORMAT,   /* the name's suffix is none of .pdf .svg .png, or the size is no size */
  DUI_PLOT_ERROR_RENDER,   /* drawing failed; nothing was written */
  DUI_PLOT_ERROR_NO_SPACE, /* the disk is full; an old file is untouched */
  DUI_PLOT_ERROR_WRITE,    /* the file could not be written; an old one is untouched */
} DuiPlotError;

GQuark dui_plot_error_quark (void);

G_END_DECLS
