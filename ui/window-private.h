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
  GtkWidget *undo_box;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *undo_menu_button;
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
  char *troubled_path; /* of the book that can't be opened; NULL while there is none */
  GError *problem;     /* the last failure; NULL for none */
  gulong changed_id;
  GPtrArray *undo_steps; /* of DuiUndoStep; NULL while they are not known */
  GPtrArray *redo_steps;
  guint n_reading; /* lists that are being read anew */
  guint undo_timer;
};

void dui_window_class_install_actions (GtkWidgetClass *widget_class);
/* After the session has changed: what can't be done now is insensitive. */
void dui_window_update_actions (DuiWindow *self);
/* A banner with what has been done. */
void dui_window_show_done (DuiWindow *self, const char *text);

/* Actions of window-undo.c. */
void dui_window_undo (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_redo (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_undo_to (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_list_undo (GtkWidget *widget, const char *action, GVariant *parameter);

/* What the header says of undo and redo: at first, after every change, for another book, at the end. */
void dui_window_set_up_undo (DuiWindow *self);
void dui_window_read_undo (DuiWindow *self);
void dui_window_reset_undo (DuiWindow *self);
void dui_window_forget_undo (DuiWindow *self);

/* Actions of window-history.c. */
void dui_window_show_history (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_show_home_history (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_show_log (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_show_changes (GtkWidget *widget, const char *action, GVariant *parameter);

/* Actions of window-backup.c. */
void dui_window_back_up (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_list_backups (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_copy_book (GtkWidget *widget, const char *action, GVariant *parameter);

/* Actions of window-trouble.c. */
void dui_window_rescue (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_open_again (GtkWidget *widget, const char *action, GVariant *parameter);
void dui_window_go_back (GtkWidget *widget, const char *action, GVariant *parameter);

/* The page of a book that can't be opened. */
void dui_window_show_trouble (DuiWindow *self, const char *path, const GError *problem);
/* A banner: what could not be done or read, with what to do about it. */
void dui_window_show_failure (DuiWindow *self, const GError *problem);

void dui_window_accept_drops (DuiWindow *self);
void dui_window_ask_for_place (DuiWindow *self, const char *path);
