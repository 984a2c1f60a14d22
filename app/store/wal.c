/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/wal.h"

#include <string.h>

/* Sizes and places from SQLite's file format. */
#define HEADER_SIZE 32
#define FRAME_HEADER_SIZE 24
#define AT_PAGE_SIZE 8
#define AT_SALTS 16
#define SALTS_SIZE 8
#define AT_HEADER_SUM 24
#define AT_FRAME_DATABASE_SIZE 4 /* not 0 in the last frame of a transaction */
#define AT_FRAME_SALTS 8
#define AT_FRAME_SUM 16
#define FRAME_SUMMED 8

#define MAGIC 0x377f0682u /* with 1 more the sums are of big-endian words */
#define ATTEMPTS 3

typedef struct
{
  const guint8 *bytes;
  gsize n_frames;
  gsize frame_size;
  gboolean big_endian;
} Log;

typedef struct
{
  guint32 first;
  guint32 second;
} Sum;

static guint32
read_word (const guint8 *bytes,
           gboolean big_endian)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return big_endian ? GUINT32_FROM_BE (word) : GUINT32_FROM_LE (word);
}

static void
add_bytes (Sum *sum,
           const guint8 *bytes,
           gsize n,
           gboolean big_endian)
{
  for (gsize at = 0; at < n; at += 8)
    {
      sum->first += read_word (bytes + at, big_endian) + sum->second;
      sum->second += read_word (bytes + at + 4, big_endian) + sum->first;
    }
}

static gboolean
is_sum (const Sum *sum,
        const guint8 *bytes)
{
  return sum->first == read_word (bytes, TRUE) && sum->second == read_word (bytes + 4, TRUE);
}

static const guint8 *
frame_of (const Log *self,
          gsize at)
{
  return self->bytes + HEADER_SIZE + at * self->frame_size;
}

static gboolean
is_of_this_log (const Log *self,
                gsize at)
{
  return memcmp (frame_of (self, at) + AT_FRAME_SALTS, self->bytes + AT_SALTS, SALTS_SIZE) == 0;
}

static gboolean
ends_transaction (const Log *self,
                  gsize at)
{
  return read_word (frame_of (self, at) + AT_FRAME_DATABASE_SIZE, TRUE) != 0;
}

/* How many frames from the first on are whole. */
static gsize
count_whole (const Log *self,
             Sum sum)
{
  gsize at;

  for (at = 0; at < self->n_frames; at++)
    {
      const guint8 *frame = frame_of (self, at);

      add_bytes (&sum, frame, FRAME_SUMMED, self->big_endian);
      add_bytes (&sum, frame + FRAME_HEADER_SIZE, self->frame_size - FRAME_HEADER_SIZE,
                 self->big_endian);
      if (!is_of_this_log (self, at) || !is_sum (&sum, frame + AT_FRAME_SUM))
        break;
    }
  return at;
}

/* What is written of one transaction before the disk has all of it may be there in any order, but the
 * next one begins only after that. */
static gboolean
goes_on_behind (const Log *self,
                gsize broken)
{
  gboolean ended = FALSE;

  for (gsize at = broken; at < self->n_frames; at++)
    {
      if (!is_of_this_log (self, at) && at > broken)
        continue;
      if (ended)
        return TRUE;
      ended = ends_transaction (self, at);
    }
  return FALSE;
}

static gboolean
is_empty (const guint8 *bytes,
          gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (bytes[i] != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_broken (const guint8 *bytes,
           gsize size)
{
  Log self = { .bytes = bytes };
  guint32 magic, page_size;
  Sum sum = { 0 };

  /* The header is on the disk before the first frame. */
  if (size <= HEADER_SIZE || is_empty (bytes, size))
    return FALSE;
  magic = read_word (bytes, TRUE);
  page_size = read_word (bytes + AT_PAGE_SIZE, TRUE);
  if ((magic & ~1u) != MAGIC || page_size < 512 || page_size > 65536
      || (page_size & (page_size - 1)) != 0)
    return TRUE;
  self.big_endian = magic & 1;
  self.frame_size = FRAME_HEADER_SIZE + page_size;
  self.n_frames = (size - HEADER_SIZE) / self.frame_size;
  add_bytes (&sum, bytes, AT_HEADER_SUM, self.big_endian);
  if (!is_sum (&sum, bytes + AT_HEADER_SUM))
    return TRUE;
  return goes_on_behind (&self, count_whole (&self, sum));
}

gboolean
dui_wal_is_damaged (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);

  /* Another program may begin the log anew while we read it: then it is not twice the same. */
  for (int i = 0; i < ATTEMPTS; i++)
    {
      g_autofree char *bytes = NULL, *again = NULL;
      gsize size, size_again;

      if (!g_file_get_contents (name, &bytes, &size, NULL)
          || !is_broken ((const guint8 *) bytes, size))
        return FALSE;
      if (g_file_get_contents (name, &again, &size_again, NULL) && size == size_again
          && memcmp (bytes, again, size) == 0)
        return TRUE;
    }
  return FALSE;
}
