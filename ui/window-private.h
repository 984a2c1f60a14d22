/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DuiWindow's parts, for window*.c only. */
#pragma once

#include "widgets/banner.h"
#include "widgets/chooser.h"
#include "window.h"

struct _DuiWindow
{
  GtkApplicationWindow parent_instance;

  /* Template */
  GtkWidget *choosers;
  GtkLabel *place_label;
  DuiChooser *period_chooser;
  DuiChooser *indicator_chooser;
  DuiChooser *tier_chooser;
  GtkMenuButton *menu_button;
  GtkWidget *import_button;
  GtkWidget *print_button;
  GMenuModel *main_menu;
  GtkStack *state_stack;
  GtkListBox *page_list;
  GtkLabel *saved_label;
  DuiBanner *sample_banner;
  DuiBanner *read_only_banner;
  DuiBanner *newer_banner;
  DuiBanner *error_banner;
  DuiBanner *done_banner;
  GtkStack *page_stack;

  /* Owned */
  DuiSession *session;
  char *wanted_path; /* where the book is made that the user is asked about; NULL when not asked */
  gulong changed_id;
};

void dui_window_class_install_actions (GtkWidgetClass *widget_class);
/* After the session has changed: what can't be done now is insensitive. */
void dui_window_update_actions (DuiWindow *self);
/* A banner with what has been done. */
void dui_window_show_done (DuiWindow *self, const char *text);

/* Actions of window-undo.c. */
void dui_window_undo (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_redo (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_list_undo (GtkWidget *widget, const char *action, GVariant *parameter);

void dui_window_accept_drops (DuiWindow *self);
void dui_window_ask_for_place (DuiWindow *self, const char *path);
