/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in memory, and bytes to files: cairo says nothing when it writes a PDF to a full disk,
 * so nothing is written that was not rendered whole and checked before. */
#pragma once

#include <cairo.h>

#include "plot/error.h"

G_BEGIN_DECLS

/* A PDF of pages of @width x @height points that collects in @bytes, without a date, so that the
 * same pages give the same bytes. @title is nullable. */
cairo_surface_t *
dui_document_new_pdf (GByteArray *bytes, double width, double height, const char *title);
cairo_surface_t *dui_document_new_svg (GByteArray *bytes, double width, double height);
/* @scale pixels to a point. */
cairo_surface_t *dui_document_new_png (double width, double height, double scale);

/* Finishes and frees @surface; FALSE when anything went wrong on the way or @bytes is not a whole
 * document. DUI_PLOT_ERROR_RENDER. */
gboolean dui_document_finish (cairo_surface_t *surface, GByteArray *bytes, GError **error);

/* Written beside @path, synced and renamed: after any failure the old file is as it was. What is
 * not a file (a pipe, a device) is written to directly. DUI_PLOT_ERROR_NO_SPACE or _WRITE; the
 * message is a sentence for the user. */
gboolean dui_document_save (const char *path, const GByteArray *bytes, GError **error);

G_END_DECLS
