/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "opening.h"

struct _DuiOpening
{
  char *path;
  GThread *thread;
  GError *error;
};

/* Reads what the first page shows as well: the book keeps it. What fails here fails again, with
 * its message, where somebody asks for it. */
static gpointer
open_book (gpointer data)
{
  DuiOpening *self = data;
  DuiBook *book = dui_book_open (self->path, &self->error);
  g_autoptr (DuiCatalog) catalog = book ? dui_book_get_catalog (book, NULL) : NULL;

  if (catalog && catalog->indicators->len > 0)
    {
      DuiPanel *panel = dui_book_get_panel (
          book, dui_indicator_get_code (g_ptr_array_index (catalog->indicators, 0)), NULL);
      g_clear_pointer (&panel, dui_panel_unref);
    }
  return book;
}

DuiOpening *
dui_opening_new (const char *path)
{
  DuiOpening *self = g_new0 (DuiOpening, 1);

  self->path = g_strdup (path);
  self->thread = g_thread_new ("open-book", open_book, self);
  return self;
}

const char *
dui_opening_get_path (DuiOpening *self)
{
  return self->path;
}

DuiBook *
dui_opening_finish (DuiOpening *self,
                    GError **error)
{
  DuiBook *book = g_thread_join (self->thread);

  if (self->error)
    g_propagate_error (error, self->error);
  g_free (self->path);
  g_free (self);
  return book;
}
