/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faces of an official page (GB/T 9704: 小标宋, 黑体, 楷体, 仿宋, 宋体), found among the fonts
 * that are there. A face that is missing is replaced by the nearest one, and that is said. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  DUI_FACE_BODY,    /* 仿宋 */
  DUI_FACE_TITLE,   /* 小标宋 */
  DUI_FACE_HEADING, /* 黑体 */
  DUI_FACE_KAI,     /* 楷体 */
  DUI_FACE_SONG,    /* 宋体: tables and page numbers */
  DUI_N_FACES
} DuiFace;

typedef struct _DuiTypefaces DuiTypefaces;

/* @chinese: the official faces; else Latin ones, with Chinese for the names in between. */
DuiTypefaces *dui_typefaces_new (PangoFontMap *fonts, gboolean chinese);
void dui_typefaces_free (DuiTypefaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiTypefaces, dui_typefaces_free)

/* Without a size; the caller frees it. */
PangoFontDescription *dui_typefaces_describe (const DuiTypefaces *self, DuiFace face);

/* Which faces are not there and what is printed instead: a sentence, or NULL. */
const char *dui_typefaces_get_substitution (const DuiTypefaces *self);

G_END_DECLS
