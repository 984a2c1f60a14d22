/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/sheet-file.h"

#include "exchange/in/encoding.h"

DuiSheetFile *
dui_sheet_file_open (const char *path, const char *encoding)
{
  DuiSheetFile *self = g_new0 (DuiSheetFile, 1);
  g_autoptr (GBytes) text = NULL;

  self->path = g_strdup (path);
  self->source = dui_source_open (path, &self->problem);
  if (self->source)
    text = dui_encoding_decode (self->source->bytes, encoding, NULL, &self->row, &self->problem);
  if (text)
    self->sheet = dui_delimited_read (text, &self->fault);
  return self;
}

void
dui_sheet_file_free (DuiSheetFile *self)
{
  g_free (self->path);
  g_clear_pointer (&self->source, dui_source_free);
  g_clear_pointer (&self->sheet, dui_sheet_free);
  g_clear_error (&self->problem);
  g_free (self->fault.text);
  g_free (self);
}
