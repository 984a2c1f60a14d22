/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/dictionary.h"

#include <string.h>

#define FIRST_SIZE 1024

/* The first @length bytes, at most eight, as a number; what is behind them is padding or the next
 * cell and shifted away. */
static inline guint64
load (const char *text, guint32 length)
{
  guint64 word;

  memcpy (&word, text, 8);
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  return word << (64 - 8 * length);
#else
  return word >> (64 - 8 * length);
#endif
}

static inline guint32
hash (const char *text, guint32 length)
{
  guint64 state = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  for (; length > 8; text += 8, length -= 8)
    {
      state = (state ^ load (text, 8)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      state ^= state >> 32;
    }
  state = (state ^ load (text, length)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint32) (state ^ (state >> 29));
}

static inline gboolean
is_same (const DuiDictionaryEntry *entry, const char *text, guint32 length)
{
  const char *known = entry->text;

  if (entry->length != length)
    return FALSE;
  for (; length > 8; text += 8, known += 8, length -= 8)
    if (load (text, 8) != load (known, 8))
      return FALSE;
  return load (text, length) == load (known, length);
}

void
dui_dictionary_init (DuiDictionary *self)
{
  self->entries = g_new0 (DuiDictionaryEntry, FIRST_SIZE);
  self->mask = FIRST_SIZE - 1;
  self->n_entries = 0;
  self->last = self->entries;
}

void
dui_dictionary_clear (DuiDictionary *self)
{
  g_clear_pointer (&self->entries, g_free);
}

static DuiDictionaryEntry *
find_slot (DuiDictionary *self, const char *text, guint32 length)
{
  for (guint32 at = hash (text, length) & self->mask;; at = (at + 1) & self->mask)
    {
      DuiDictionaryEntry *entry = &self->entries[at];

      if (!entry->text || is_same (entry, text, length))
        return entry;
    }
}

static void
grow (DuiDictionary *self)
{
  DuiDictionaryEntry *old = self->entries;
  guint32 n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->entries = g_new0 (DuiDictionaryEntry, n_old * 2);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].text)
      *find_slot (self, old[i].text, old[i].length) = old[i];
  g_free (old);
}

DuiDictionaryEntry *
dui_dictionary_look_up (DuiDictionary *self, const char *text, guint32 length, gboolean *is_new)
{
  DuiDictionaryEntry *entry = self->last;

  *is_new = FALSE;
  if (entry->text && is_same (entry, text, length))
    return entry;
  entry = find_slot (self, text, length);
  if (!entry->text)
    {
      if (self->n_entries * 2 > self->mask)
        {
          grow (self);
          entry = find_slot (self, text, length);
        }
      *entry = (DuiDictionaryEntry){ text, length, 0 };
      self->n_entries++;
      *is_new = TRUE;
    }
  self->last = entry;
  return entry;
}
