/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table for people, aligned by the width that characters take on a terminal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DuiTextTable DuiTextTable;

typedef enum
{
  DUI_ALIGN_LEFT,
  DUI_ALIGN_RIGHT,
} DuiAlign;

DuiTextTable *dui_text_table_new (void);
void dui_text_table_free (DuiTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiTextTable, dui_text_table_free)

/* All columns first. @heading NULL in every column prints no heading line. */
void dui_text_table_add_column (DuiTextTable *self, const char *heading, DuiAlign align);

/* The next cell, row by row; NULL is an empty one. */
void dui_text_table_add (DuiTextTable *self, const char *cell);
void dui_text_table_take (DuiTextTable *self, char *cell);

void dui_text_table_print (DuiTextTable *self);

G_END_DECLS
