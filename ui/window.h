/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One window on one book: header, list of pages, banners, the page. */
#pragma once

#include <gtk/gtk.h>

#include "opening.h"
#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_WINDOW (dui_window_get_type ())
G_DECLARE_FINAL_TYPE (DuiWindow, dui_window, DUI, WINDOW, GtkApplicationWindow)

DuiWindow *dui_window_new (GtkApplication *application);

/* Shows the book at @path. Where there is none, asks for which place to make it; where it can't be
 * opened, says why, and what was shown stays. */
void dui_window_open_book (DuiWindow *self, const char *path);

/* The same with a book that is being opened already; takes @opening. */
void dui_window_take_opening (DuiWindow *self, const char *path, DuiOpening *opening);

/* Makes the sample's or a place's book at @path and shows it; NULL @code is the sample. */
void dui_window_create_book (DuiWindow *self, const char *path, const char *code);

/* The window shows the book at @path, or waits for it to be made. */
gboolean dui_window_shows_book (DuiWindow *self, const char *path);

/* Previews sheets: char* paths. */
void dui_window_import (DuiWindow *self, GPtrArray *paths);

DuiSession *dui_window_get_session (DuiWindow *self);

/* "overview", "ranking". */
void dui_window_show_page (DuiWindow *self, const char *name);

G_END_DECLS
