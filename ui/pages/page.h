/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all pages have: the session, and being filled anew when what it shows has changed, at once
 * when the page can be seen, otherwise when it is next shown. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGE (dui_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DuiPage, dui_page, DUI, PAGE, GtkWidget)

struct _DuiPageClass
{
  GtkWidgetClass parent_class;

  /* Called with a panel there and at least one period. */
  void (*fill) (DuiPage *self, DuiSession *session);
  /* The selected place has changed; the page is filled. */
  void (*select) (DuiPage *self, DuiSession *session);
};

/* Property "session", set at construction. */
DuiSession *dui_page_get_session (DuiPage *self);

G_END_DECLS
