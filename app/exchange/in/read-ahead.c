/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/read-ahead.h"

struct _DuiReadAhead
{
  GStrv paths;
  char *encoding;
  guint n_begun;
  GThread *reader; /* of the last one that was begun; NULL behind the last one */
};

static gpointer
open_file (gpointer data)
{
  const DuiReadAhead *self = data;

  return dui_sheet_file_open (self->paths[self->n_begun - 1], self->encoding);
}

static void
begin_next (DuiReadAhead *self)
{
  self->reader = NULL;
  if (!self->paths[self->n_begun])
    return;
  self->n_begun++;
  self->reader = g_thread_new ("duibiao-sheet", open_file, self);
}

DuiReadAhead *
dui_read_ahead_new (const char *const *paths, const char *encoding)
{
  DuiReadAhead *self = g_new0 (DuiReadAhead, 1);

  self->paths = g_strdupv ((GStrv) paths);
  self->encoding = g_strdup (encoding);
  begin_next (self);
  return self;
}

DuiSheetFile *
dui_read_ahead_next (DuiReadAhead *self)
{
  DuiSheetFile *file = self->reader ? g_thread_join (self->reader) : NULL;

  if (file)
    begin_next (self);
  return file;
}

void
dui_read_ahead_free (DuiReadAhead *self)
{
  if (self->reader)
    dui_sheet_file_free (g_thread_join (self->reader));
  g_strfreev (self->paths);
  g_free (self->encoding);
  g_free (self);
}
