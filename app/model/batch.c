/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/batch.h"

G_DEFINE_BOXED_TYPE (DuiBatch, dui_batch, dui_batch_ref, dui_batch_unref)

static void
notice_free (DuiNotice *notice)
{
  g_free (notice->text);
  g_free (notice);
}

DuiBatch *
dui_batch_new (const char *file)
{
  DuiBatch *self = g_new0 (DuiBatch, 1);

  self->file = g_strdup (file);
  self->rows = g_array_new (FALSE, FALSE, sizeof (DuiBatchRow));
  self->new_places = g_ptr_array_new_with_free_func (g_free);
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify) notice_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) notice_free);
  g_atomic_ref_count_init (&self->references);
  return self;
}

DuiBatch *
dui_batch_ref (DuiBatch *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dui_batch_unref (DuiBatch *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  g_free (self->file);
  g_free (self->sheet);
  g_free (self->sha256);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->new_places);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

static void G_GNUC_PRINTF (4, 0)
add_notice (GPtrArray *notices,
            guint row,
            guint column,
            const char *format,
            va_list arguments)
{
  DuiNotice *notice = g_new (DuiNotice, 1);

  notice->row = row;
  notice->column = column;
  notice->text = g_strdup_vprintf (format, arguments);
  g_ptr_array_add (notices, notice);
}

void
dui_batch_add_error (DuiBatch *self,
                     guint row,
                     guint column,
                     const char *format,
                     ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_notice (self->errors, row, column, format, arguments);
  va_end (arguments);
}

void
dui_batch_add_warning (DuiBatch *self,
                       guint row,
                       guint column,
                       const char *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_notice (self->warnings, row, column, format, arguments);
  va_end (arguments);
}
