/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each different text of a column means, so that a million cells are recognised as often as
 * there are different ones. Keys stay in the sheet. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text; /* NULL for an empty slot */
  guint32 length;
  guint32 value;
} DuiDictionaryEntry;

typedef struct
{
  DuiDictionaryEntry *entries;
  guint32 n_entries;
  guint32 mask;
  DuiDictionaryEntry *last; /* cells often repeat the one above */
} DuiDictionary;

void dui_dictionary_init (DuiDictionary *self);
void dui_dictionary_clear (DuiDictionary *self);

/* The entry of @text, which is not empty, padded (source.h) and outlives the dictionary. *@is_new
 * when it was not there: its value is to be set. Valid until the next call. */
DuiDictionaryEntry *
dui_dictionary_look_up (DuiDictionary *self, const char *text, guint32 length, gboolean *is_new);

G_END_DECLS
