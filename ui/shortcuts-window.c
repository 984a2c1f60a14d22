/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shortcuts-window.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"

struct _DuiShortcutsWindow
{
  GtkWindow parent_instance;

  GtkGrid *left_grid;
  GtkGrid *right_grid;
};

G_DEFINE_FINAL_TYPE (DuiShortcutsWindow, dui_shortcuts_window, GTK_TYPE_WINDOW)

/* NULL keys begin a group. Two columns, read down. */
static const struct
{
  int column;
  const char *keys;
  const char *text;
} lines[] = {
  { 0, NULL, N_ ("Pages and periods") },
  { 0, "Alt+1", N_ ("Overview") },
  { 0, "Alt+2", N_ ("Data") },
  { 0, "Alt+3", N_ ("Targets") },
  { 0, "Alt+4", N_ ("Ranking") },
  { 0, "Alt+5", N_ ("Score") },
  { 0, "Alt+6", N_ ("Peers") },
  { 0, "Alt+7", N_ ("Bulletins") },
  { 0, "Alt+8", N_ ("Explanations") },
  { 0, "Alt+←", N_ ("Previous period") },
  { 0, "Alt+→", N_ ("Next period") },
  { 0, "Alt+D", N_ ("Choose the indicator") },
  { 0, "F11", N_ ("Full screen") },
  { 0, NULL, N_ ("Charts and tables") },
  { 0, "↑ ↓ ← →", N_ ("To the next mark or row") },
  { 0, "Enter", N_ ("Open what is chosen") },
  { 0, "Shift+F10", N_ ("What can be done with the row or card") },
  { 0, "Ctrl+C", N_ ("Copy the chart or the table") },
  { 1, NULL, N_ ("Work") },
  { 1, "Ctrl+I", N_ ("Import sheets") },
  { 1, "F2", N_ ("Edit the figure of the chosen place") },
  { 1, "Ctrl+H", N_ ("Where the figure came from") },
  { 1, "Ctrl+Shift+H", N_ ("Where the target came from") },
  { 1, "Ctrl+D", N_ ("What changed since a day or a bulletin") },
  { 1, "Ctrl+L", N_ ("Log of the book") },
  { 1, "Ctrl+Z", N_ ("Undo") },
  { 1, "Ctrl+Shift+Z", N_ ("Redo") },
  { 1, "Ctrl+Alt+Z", N_ ("Undo several changes") },
  { 1, "Ctrl+B", N_ ("Backups and the way back") },
  { 1, "Ctrl+P", N_ ("Preview and print the briefing") },
  { 1, "Ctrl+Shift+C", N_ ("Copy the reminder to those who are late") },
  { 1, "F5", N_ ("Read the book again") },
  { 1, NULL, N_ ("Program") },
  { 1, "Ctrl+O", N_ ("Open a book") },
  { 1, "Ctrl+Shift+S", N_ ("Copy the book to another place") },
  { 1, "Ctrl+N", N_ ("New book") },
  { 1, "F10", N_ ("Menu") },
  { 1, "Ctrl+?", N_ ("Keyboard shortcuts") },
  { 1, "Ctrl+W", N_ ("Close the window") },
  { 1, "Ctrl+Q", N_ ("Quit") },
};

static void
add_line (GtkGrid *grid,
          int row,
          const char *keys,
          const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *key;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!keys)
    {
      gtk_widget_add_css_class (label, "strong");
      gtk_widget_set_margin_top (label, row > 0 ? 12 : 0);
      gtk_grid_attach (grid, label, 0, row, 2, 1);
      return;
    }
  key = gtk_label_new (keys);
  gtk_label_set_xalign (GTK_LABEL (key), 0);
  gtk_widget_add_css_class (key, "key");
  gtk_grid_attach (grid, key, 0, row, 1, 1);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
}

static void
dui_shortcuts_window_class_init (DuiShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiShortcutsWindow, left_grid);
  gtk_widget_class_bind_template_child (widget_class, DuiShortcutsWindow, right_grid);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_shortcuts_window_init (DuiShortcutsWindow *self)
{
  int rows[2] = { 0, 0 };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (lines[i].column == 0 ? self->left_grid : self->right_grid, rows[lines[i].column]++,
              lines[i].keys, _ (lines[i].text));
}

void
dui_shortcuts_window_present (GtkWindow *parent)
{
  GtkWidget *self = g_object_new (DUI_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);

  dui_accessible_names_complete (self);
  gtk_window_present (GTK_WINDOW (self));
}
