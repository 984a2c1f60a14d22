/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/schemes.h"

typedef struct
{
  DuiBook *book;
  const DuiScheme *scheme;
  const DuiOccasion *occasion;
} Request;

/* Reading the catalog looks whether the small tables are those that the program wrote. */
static gpointer
list_schemes (DuiConnection *connection,
              gpointer input,
              GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog ? dui_schemes_list (connection, error) : NULL;
}

GPtrArray *
dui_book_list_schemes (DuiBook *self,
                       GError **error)
{
  Request request = { .book = self };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, list_schemes, &request, error);
}

static gpointer
set_scheme (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog
                 && dui_schemes_set (connection, catalog, request->scheme, request->occasion, error)
             ? connection
             : NULL;
}

gboolean
dui_book_set_scheme (DuiBook *self,
                     const DuiScheme *scheme,
                     const DuiOccasion *occasion,
                     GError **error)
{
  Request request = { self, scheme, occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self) && scheme != NULL, FALSE);

  return dui_book_call (self, set_scheme, &request, error) != NULL;
}

/* When another program changes the book meanwhile, all over again. */
GPtrArray *
dui_book_get_scheme_panels (DuiBook *self,
                            const DuiScheme *scheme,
                            GError **error)
{
  g_autoptr (GPtrArray) panels = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_panel_unref);

  g_return_val_if_fail (DUI_IS_BOOK (self) && scheme != NULL, NULL);

  while (panels->len < scheme->parts->len)
    {
      const DuiSchemePart *part = &g_array_index (scheme->parts, DuiSchemePart, panels->len);
      DuiPanel *panel = dui_book_get_panel (self, part->indicator, error);

      if (panel == NULL)
        return NULL;
      g_ptr_array_add (panels, panel);
      if (panel->catalog != ((DuiPanel *) g_ptr_array_index (panels, 0))->catalog)
        g_ptr_array_set_size (panels, 0);
    }
  return g_steal_pointer (&panels);
}
