/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a table the user wants to see, remembered between two starts: a menu with a check
 * for each, and the actions behind it.
 *
 * Signal "changed": another choice, of this window or of another one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_COLUMN_CHOICE (dui_column_choice_get_type ())
G_DECLARE_FINAL_TYPE (DuiColumnChoice, dui_column_choice, DUI, COLUMN_CHOICE, GObject)

/* @key: of the settings, a list of the nicks of hidden columns. */
DuiColumnChoice *dui_column_choice_new (const char *key);

/* Empties the menu; then each column that may be hidden is offered. @nick is kept as a string of
 * its own, @label is shown. */
void dui_column_choice_clear (DuiColumnChoice *self);
void dui_column_choice_offer (DuiColumnChoice *self, const char *nick, const char *label);

gboolean dui_column_choice_is_hidden (DuiColumnChoice *self, const char *nick);

/* Owned by the choice; the menu's actions have the prefix "columns". */
GMenuModel *dui_column_choice_get_menu (DuiColumnChoice *self);
GActionGroup *dui_column_choice_get_actions (DuiColumnChoice *self);

G_END_DECLS
