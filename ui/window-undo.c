/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo from the keyboard, the header and its menu; what will be undone is said before, what
 * was undone after. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/undo-dialog.h"
#include "undoing.h"
#include "window-private.h"

/* Not before the frame that the user waits for. */
#define DELAY_MS 300

/* A menu is read at a glance; the dialog has them all, in full. */
#define MENU_STEPS 6
#define MENU_CHARS 44

/* The command that the user sees next: another program may have given one since. 0 while the list is
 * being read, after a command of our own. */
static gint64
find_shown (DuiWindow *self,
            gboolean redo)
{
  GPtrArray *steps = redo ? self->redo_steps : self->undo_steps;

  if (self->n_reading > 0 || !steps || steps->len == 0)
    return 0;
  return ((DuiUndoStep *) g_ptr_array_index (steps, 0))->command;
}

static void
run (DuiWindow *self,
     gboolean redo)
{
  DuiBook *book = dui_session_get_book (self->session);
  const DuiOccasion occasion = { NULL, NULL };
  gint64 command = find_shown (self, redo);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiUndoStep) step = redo ? dui_book_redo (book, command, &occasion, &error)
                                      : dui_book_undo (book, command, &occasion, &error);
  g_autoptr (GPtrArray) done = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (step)
    {
      g_ptr_array_add (done, step);
      text = dui_undoing_describe (done, redo, 0);
      dui_window_show_done (self, text);
    }
  else if (g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED))
    dui_window_show_done (self, error->message);
  else
    dui_window_show_failure (self, error);
  dui_book_look (book);
}

void
dui_window_undo (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  run (DUI_WINDOW (widget), FALSE);
}

void
dui_window_redo (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  run (DUI_WINDOW (widget), TRUE);
}

/* Down to the step of the menu that the user chose, by its place in the list. */
void
dui_window_undo_to (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  gboolean redo = g_str_equal (action, "win.redo-to");
  GPtrArray *shown = redo ? self->redo_steps : self->undo_steps;
  /* With the first change the window reads another list. */
  g_autoptr (GPtrArray) steps = shown ? g_ptr_array_ref (shown) : NULL;
  guint last = g_variant_get_uint32 (parameter);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!steps || last >= steps->len)
    return;
  if (dui_undoing_run (dui_session_get_book (self->session), steps, redo, last, &error))
    {
      text = dui_undoing_describe (steps, redo, last);
      dui_window_show_done (self, text);
    }
  else
    dui_window_show_failure (self, error);
}

void
dui_window_list_undo (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  DuiUndoDialog *dialog
      = dui_undo_dialog_present (GTK_WINDOW (self), dui_session_get_book (self->session),
                                 g_str_equal (action, "win.list-redo"));

  g_signal_connect_object (dialog, "done", G_CALLBACK (dui_window_show_done), self,
                           G_CONNECT_SWAPPED);
}

/* The menu ----------------------------------------------------------------------------------------- */

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MENU_CHARS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MENU_CHARS - 1);
  return g_strconcat (start, "…", NULL);
}

static void
add_steps (GMenu *menu,
           const char *title,
           const char *action,
           GPtrArray *steps)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; steps && i < MIN (steps->len, MENU_STEPS); i++)
    {
      g_autofree char *text = dui_undo_step_describe (g_ptr_array_index (steps, i));
      g_autofree char *label = shorten (text);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "u", i);
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

static void
create_menu (GtkMenuButton *button,
             gpointer user_data)
{
  DuiWindow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) lists = g_menu_new ();

  add_steps (menu, _ ("Undo down to"), "win.undo-to", self->undo_steps);
  add_steps (menu, _ ("Redo down to"), "win.redo-to", self->redo_steps);
  g_menu_append (lists, _ ("All That Can Be _Undone…"), "win.list-undo");
  g_menu_append (lists, _ ("All That Can Be _Redone…"), "win.list-redo");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lists));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_menu_button_get_popover (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be undone and redone"), -1);
}

/* What the buttons say --------------------------------------------------------------------------- */

/* @format has the step; @nothing is said where there is none. */
static void
describe_button (DuiWindow *self,
                 GtkWidget *button,
                 GPtrArray *steps,
                 const char *format,
                 const char *nothing)
{
  DuiBook *book = dui_session_get_book (self->session);
  const char *reason = book ? dui_book_get_read_only_reason (book) : NULL;
  gboolean possible = !reason && steps && steps->len > 0;
  g_autofree char *text = NULL;

  if (possible)
    {
      g_autofree char *what = dui_undo_step_describe (g_ptr_array_index (steps, 0));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      text = g_strdup_printf (format, what);
#pragma GCC diagnostic pop
    }
  else
    text = g_strdup (reason ? reason : nothing);
  gtk_widget_set_sensitive (button, possible);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
describe (DuiWindow *self)
{
  describe_button (self, self->undo_button, self->undo_steps, _ ("Undo: %s (Ctrl+Z)"),
                   _ ("There is nothing to undo."));
  describe_button (self, self->redo_button, self->redo_steps, _ ("Redo: %s (Ctrl+Shift+Z)"),
                   _ ("There is nothing to redo."));
}

static void
take_steps (DuiWindow *self,
            GObject *book,
            GAsyncResult *result,
            GPtrArray **steps)
{
  /* Where it can't be read, what needs it says so. */
  GPtrArray *read = dui_book_list_undo_finish (DUI_BOOK (book), result, NULL);

  self->n_reading--;
  if (self->session && DUI_BOOK (book) == dui_session_get_book (self->session))
    {
      g_clear_pointer (steps, g_ptr_array_unref);
      *steps = g_steal_pointer (&read);
      describe (self);
    }
  g_clear_pointer (&read, g_ptr_array_unref);
}

static void
undo_listed (GObject *book,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;

  take_steps (self, book, result, &self->undo_steps);
}

static void
redo_listed (GObject *book,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;

  take_steps (self, book, result, &self->redo_steps);
}

static gboolean
read_steps (gpointer user_data)
{
  DuiWindow *self = user_data;
  DuiBook *book = dui_session_get_book (self->session);

  self->undo_timer = 0;
  self->n_reading += 2;
  dui_book_list_undo_async (book, FALSE, NULL, undo_listed, g_object_ref (self));
  dui_book_list_undo_async (book, TRUE, NULL, redo_listed, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* After every change. */
void
dui_window_read_undo (DuiWindow *self)
{
  g_clear_handle_id (&self->undo_timer, g_source_remove);
  if (dui_session_get_book (self->session))
    read_steps (self);
}

void
dui_window_forget_undo (DuiWindow *self)
{
  g_clear_handle_id (&self->undo_timer, g_source_remove);
  g_clear_pointer (&self->undo_steps, g_ptr_array_unref);
  g_clear_pointer (&self->redo_steps, g_ptr_array_unref);
}

/* For another book. */
void
dui_window_reset_undo (DuiWindow *self)
{
  dui_window_forget_undo (self);
  describe (self);
  if (dui_session_get_book (self->session))
    self->undo_timer = g_timeout_add (DELAY_MS, read_steps, self);
}

static void
undo_clicked (DuiWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

static void
redo_clicked (DuiWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
}

void
dui_window_set_up_undo (DuiWindow *self)
{
  /* With an action of their own they could not be off while the keys are on. */
  g_signal_connect_swapped (self->undo_button, "clicked", G_CALLBACK (undo_clicked), self);
  g_signal_connect_swapped (self->redo_button, "clicked", G_CALLBACK (redo_clicked), self);
  gtk_menu_button_set_create_popup_func (self->undo_menu_button, create_menu, self, NULL);
}
