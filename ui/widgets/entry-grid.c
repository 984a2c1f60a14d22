/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/entry-grid.h"

#include <string.h>

typedef struct
{
  guint row, kind;
  GtkWidget *widget;
} Cell;

struct _DuiEntryGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GArray *cells; /* of Cell */
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiEntryGrid, dui_entry_grid, GTK_TYPE_WIDGET)

static const Cell *
find_cell (DuiEntryGrid *self,
           GtkWidget *widget)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).widget == widget)
      return &g_array_index (self->cells, Cell, i);
  return NULL;
}

GtkEditable *
dui_entry_grid_get_entry (DuiEntryGrid *self,
                          guint row,
                          guint kind)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->row == row && cell->kind == kind)
        return GTK_EDITABLE (cell->widget);
    }
  return NULL;
}

static void
entry_changed (GtkWidget *entry,
               DuiEntryGrid *self)
{
  const Cell *cell = find_cell (self, entry);

  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0, cell->row, cell->kind);
}

static void
focus_row (DuiEntryGrid *self,
           const Cell *from,
           int step)
{
  GtkEditable *entry = dui_entry_grid_get_entry (self, from->row + (guint) step, from->kind);

  if (entry)
    gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             DuiEntryGrid *self)
{
  const Cell *cell
      = find_cell (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      focus_row (self, cell, 1);
      return TRUE;
    case GDK_KEY_Up:
      focus_row (self, cell, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Lines go down, tabs to the right, from @first on. */
static void
paste_block (DuiEntryGrid *self,
             const char *text,
             const Cell *first)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint row = first->row, kind = first->kind;

  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      for (guint k = 0; cells[k]; k++)
        {
          GtkEditable *entry = dui_entry_grid_get_entry (self, row + i, kind + k);

          if (entry)
            gtk_editable_set_text (entry, g_strstrip (cells[k]));
        }
    }
}

typedef struct
{
  DuiEntryGrid *self;
  GtkWidget *entry;
} Paste;

static void
text_read (GObject *clipboard,
           GAsyncResult *result,
           gpointer data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  const Cell *cell = find_cell (paste->self, paste->entry);

  if (text && cell && strpbrk (text, "\n\t"))
    paste_block (paste->self, text, cell);
  else if (text && cell)
    {
      GtkEditable *editable = GTK_EDITABLE (paste->entry);
      int position;

      gtk_editable_delete_selection (editable);
      position = gtk_editable_get_position (editable);
      gtk_editable_insert_text (editable, text, -1, &position);
      gtk_editable_set_position (editable, position);
    }
  g_object_unref (paste->self);
  g_object_unref (paste->entry);
  g_free (paste);
}

/* In place of the entry's own: a block is more than one cell. */
static void
paste_clipboard (GtkText *text,
                 DuiEntryGrid *self)
{
  Paste *paste = g_new (Paste, 1);

  paste->self = g_object_ref (self);
  paste->entry = g_object_ref (gtk_widget_get_ancestor (GTK_WIDGET (text), GTK_TYPE_ENTRY));
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read,
                                 paste);
}

GtkLabel *
dui_entry_grid_add_label (DuiEntryGrid *self,
                          const char *text,
                          int column,
                          int line,
                          float align,
                          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->grid, label, column, line, 1, 1);
  return GTK_LABEL (label);
}

void
dui_entry_grid_add_widget (DuiEntryGrid *self,
                           GtkWidget *widget,
                           int column,
                           int line)
{
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_grid_attach (self->grid, widget, column, line, 1, 1);
}

GtkEditable *
dui_entry_grid_add_entry (DuiEntryGrid *self,
                          guint row,
                          guint kind,
                          int column,
                          int line,
                          const char *name,
                          int width_chars)
{
  Cell cell = { row, kind, gtk_entry_new () };
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *text = gtk_widget_get_first_child (cell.widget);

  while (text && !GTK_IS_TEXT (text))
    text = gtk_widget_get_next_sibling (text);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell.widget), width_chars);
  gtk_editable_set_alignment (GTK_EDITABLE (cell.widget), 1);
  gtk_widget_add_css_class (cell.widget, "numeric");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (cell.widget, keys);
  g_signal_connect (cell.widget, "changed", G_CALLBACK (entry_changed), self);
  if (text)
    g_signal_connect (text, "paste-clipboard", G_CALLBACK (paste_clipboard), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell.widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_grid_attach (self->grid, cell.widget, column, line, 1, 1);
  g_array_append_val (self->cells, cell);
  return GTK_EDITABLE (cell.widget);
}

void
dui_entry_grid_set_text (DuiEntryGrid *self,
                         guint row,
                         guint kind,
                         const char *text)
{
  GtkEditable *entry = dui_entry_grid_get_entry (self, row, kind);

  self->setting = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
  self->setting = FALSE;
}

void
dui_entry_grid_set_problem (DuiEntryGrid *self,
                            guint row,
                            guint kind,
                            const char *problem)
{
  GtkWidget *entry = GTK_WIDGET (dui_entry_grid_get_entry (self, row, kind));

  if (problem)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, problem);
}

void
dui_entry_grid_clear (DuiEntryGrid *self)
{
  GtkWidget *child;

  g_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
}

static void
dui_entry_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (dui_entry_grid_parent_class)->dispose (object);
}

static void
dui_entry_grid_finalize (GObject *object)
{
  g_array_unref (DUI_ENTRY_GRID (object)->cells);
  G_OBJECT_CLASS (dui_entry_grid_parent_class)->finalize (object);
}

static void
dui_entry_grid_class_init (DuiEntryGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_entry_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_entry_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", DUI_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
dui_entry_grid_init (DuiEntryGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "entry-grid");
  gtk_grid_set_column_spacing (self->grid, 16);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

GtkWidget *
dui_entry_grid_new (void)
{
  return g_object_new (DUI_TYPE_ENTRY_GRID, NULL);
}
