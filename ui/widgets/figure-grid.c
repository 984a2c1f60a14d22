/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/figure-grid.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "figure-status.h"
#include "model/error.h"
#include "model/measure.h"
#include "widgets/number-entry.h"

enum
{
  ENTRY_COMPLETED,
  ENTRY_BASE,
  ENTRY_GROWTH,
  N_ENTRIES
};

/* Ten times the last period, or a tenth of it, is most often a slip of the unit (PRACTICE R19). */
#define SLIP 10

typedef struct
{
  guint place;
  DuiFigureValues old;
  DuiAmount before; /* C of the period before in the year; missing where there is none */
  GtkWidget *entries[N_ENTRIES];
} Row;

struct _DuiFigureGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GArray *rows; /* of Row */
  DuiPanel *panel;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiFigureGrid, dui_figure_grid, GTK_TYPE_WIDGET)

static Row *
row_at (DuiFigureGrid *self,
        guint index)
{
  return &g_array_index (self->rows, Row, index);
}

static const char *
place_name (DuiFigureGrid *self,
            guint place)
{
  return dui_place_get_name (dui_catalog_get_place (self->panel->catalog, place));
}

static gboolean
read_row (DuiFigureGrid *self,
          const Row *row,
          DuiFigureValues *values,
          GError **error)
{
  DuiIndicator *indicator = self->panel->indicator;
  const char *measure = dui_indicator_get_measure (indicator);
  int scale = dui_indicator_get_scale (indicator);
  DuiAmount *amounts[N_ENTRIES] = { &values->value, &values->base, &values->growth };

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      gboolean percent = i == ENTRY_GROWTH;

      if (!dui_number_entry_read (GTK_EDITABLE (row->entries[i]), percent ? NULL : measure,
                                  percent ? DUI_PERCENT_SCALE : scale, amounts[i], error))
        {
          g_prefix_error (error, "%s: ", place_name (self, row->place));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_changed (const DuiFigureValues *old,
             const DuiFigureValues *values)
{
  return old->value != values->value || old->base != values->base || old->growth != values->growth;
}

/* A cell whose content is no number says so where it is. */
static void
mark (DuiFigureGrid *self,
      GtkWidget *entry)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "kind"));
  DuiIndicator *indicator = self->panel->indicator;
  gboolean percent = kind == ENTRY_GROWTH;
  g_autoptr (GError) error = NULL;
  DuiAmount amount;

  if (dui_number_entry_read (GTK_EDITABLE (entry),
                             percent ? NULL : dui_indicator_get_measure (indicator),
                             percent ? DUI_PERCENT_SCALE : dui_indicator_get_scale (indicator),
                             &amount, &error))
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, error ? error->message : NULL);
}

static void
entry_changed (GtkWidget *entry,
               DuiFigureGrid *self)
{
  if (self->filling)
    return;
  mark (self, entry);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
focus_entry (DuiFigureGrid *self,
             int row,
             guint kind)
{
  if (row >= 0 && row < (int) self->rows->len)
    gtk_widget_grab_focus (row_at (self, (guint) row)->entries[kind]);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             DuiFigureGrid *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), "row"));
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "kind"));

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      focus_entry (self, row + 1, kind);
      return TRUE;
    case GDK_KEY_Up:
      focus_entry (self, row - 1, kind);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Lines go down, tabs to the right, from @row and @kind on. */
static void
paste_block (DuiFigureGrid *self,
             const char *text,
             guint row,
             guint kind)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] && row + i < self->rows->len; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      for (guint k = 0; cells[k] && kind + k < N_ENTRIES; k++)
        gtk_editable_set_text (GTK_EDITABLE (row_at (self, row + i)->entries[kind + k]),
                               g_strstrip (cells[k]));
    }
}

typedef struct
{
  DuiFigureGrid *self;
  GtkWidget *entry;
} Paste;

static void
text_read (GObject *clipboard,
           GAsyncResult *result,
           gpointer data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text && strpbrk (text, "\n\t"))
    paste_block (paste->self, text,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (paste->entry), "row")),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (paste->entry), "kind")));
  else if (text)
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
                 DuiFigureGrid *self)
{
  Paste *paste = g_new (Paste, 1);

  paste->self = g_object_ref (self);
  paste->entry = g_object_ref (gtk_widget_get_ancestor (GTK_WIDGET (text), GTK_TYPE_ENTRY));
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read,
                                 paste);
}

static GtkWidget *
new_entry (DuiFigureGrid *self,
           guint row,
           guint kind,
           const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *text = gtk_widget_get_first_child (entry);

  while (text && !GTK_IS_TEXT (text))
    text = gtk_widget_get_next_sibling (text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), kind == ENTRY_GROWTH ? 8 : 14);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_add_css_class (entry, "numeric");
  g_object_set_data (G_OBJECT (entry), "row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (entry), "kind", GUINT_TO_POINTER (kind));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed), self);
  if (text)
    g_signal_connect (text, "paste-clipboard", G_CALLBACK (paste_clipboard), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return entry;
}

static void
attach_label (DuiFigureGrid *self,
              const char *text,
              int column,
              int row,
              float align,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
add_headings (DuiFigureGrid *self,
              DuiPeriod before)
{
  const char *measure
      = dui_measure_display (dui_indicator_get_measure (self->panel->indicator));
  g_autofree char *last = dui_period_to_short_label (before);
  g_autofree char *completed = g_strdup_printf (_ ("%1$s (%2$s)"), _ ("Completed"), measure);
  g_autofree char *base = g_strdup_printf (_ ("%1$s (%2$s)"), _ ("Base"), measure);
  const char *titles[] = { _ ("Place"), last, completed, base, _ ("Growth (%)"), _ ("Status") };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    attach_label (self, titles[i], (int) i, 0, i == 0 || i == 5 ? 0 : 1, "strong");
}

static void
show_row (DuiFigureGrid *self,
          const Row *row)
{
  int scale = dui_indicator_get_scale (self->panel->indicator);

  dui_number_entry_show (GTK_EDITABLE (row->entries[ENTRY_COMPLETED]), row->old.value, scale);
  dui_number_entry_show (GTK_EDITABLE (row->entries[ENTRY_BASE]), row->old.base, scale);
  dui_number_entry_show (GTK_EDITABLE (row->entries[ENTRY_GROWTH]), row->old.growth,
                         DUI_PERCENT_SCALE);
}

static char *
name_entry (DuiFigureGrid *self,
            guint place,
            guint kind)
{
  const char *name = place_name (self, place);

  switch (kind)
    {
    case ENTRY_COMPLETED:
      return g_strdup_printf (_ ("%s, completed"), name);
    case ENTRY_BASE:
      return g_strdup_printf (_ ("%s, base"), name);
    case ENTRY_GROWTH:
    default:
      return g_strdup_printf (_ ("%s, growth"), name);
    }
}

static void
add_row (DuiFigureGrid *self,
         guint place,
         DuiPeriod period,
         DuiPeriod before)
{
  gboolean same_year = dui_period_year (before) == dui_period_year (period);
  Row row = { .place = place,
              .old = dui_panel_get_figure (self->panel, place, period),
              .before = dui_panel_get_figure (self->panel, place, before).value };
  g_autofree char *last = dui_amount_is_missing (row.before)
                              ? g_strdup ("—")
                              : dui_amount_to_string (row.before,
                                                      dui_indicator_get_scale (
                                                          self->panel->indicator));
  const char *status = dui_figure_status_label (row.old.status);
  int line = (int) self->rows->len + 1;

  attach_label (self, place_name (self, place), 0, line, 0, NULL);
  attach_label (self, last, 1, line, 1, "dim-label");
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *name = name_entry (self, place, i);

      row.entries[i] = new_entry (self, self->rows->len, i, name);
      gtk_grid_attach (self->grid, row.entries[i], (int) i + 2, line, 1, 1);
    }
  attach_label (self, status ? status : _ ("not reported"), 5, line, 0, "dim-label");
  if (!same_year)
    row.before = DUI_AMOUNT_MISSING;
  show_row (self, &row);
  g_array_append_val (self->rows, row);
}

void
dui_figure_grid_fill (DuiFigureGrid *self,
                      DuiPanel *panel,
                      DuiPeriod period,
                      GArray *places)
{
  DuiPeriod before
      = dui_period_previous (period, dui_indicator_get_calendar (panel->indicator));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->rows, 0);
  g_clear_pointer (&self->panel, dui_panel_unref);
  self->panel = dui_panel_ref (panel);
  self->filling = TRUE;
  add_headings (self, before);
  for (guint i = 0; i < places->len; i++)
    add_row (self, g_array_index (places, guint, i), period, before);
  self->filling = FALSE;
  dui_accessible_names_complete (GTK_WIDGET (self->grid));
}

GArray *
dui_figure_grid_read (DuiFigureGrid *self,
                      DuiFigureStatus status,
                      GError **error)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (DuiBookFigure));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = row_at (self, i);
      DuiBookFigure figure = { row->place, row->old };

      if (!read_row (self, row, &figure.values, error))
        return NULL;
      if (!has_changed (&row->old, &figure.values))
        continue;
      figure.values.status = status;
      g_array_append_val (figures, figure);
    }
  return g_steal_pointer (&figures);
}

static const Row *
find_row (DuiFigureGrid *self,
          guint place)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->place == place)
      return row_at (self, i);
  return NULL;
}

gboolean
dui_figure_grid_changes_old (DuiFigureGrid *self,
                             GArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (find_row (self, g_array_index (figures, DuiBookFigure, i).place)->old.status
        != DUI_STATUS_NONE)
      return TRUE;
  return FALSE;
}

char *
dui_figure_grid_find_doubt (DuiFigureGrid *self,
                            GArray *figures)
{
  gboolean sums = dui_indicator_get_kind (self->panel->indicator) == DUI_KIND_CUMULATIVE;

  for (guint i = 0; i < figures->len && sums; i++)
    {
      const DuiBookFigure *figure = &g_array_index (figures, DuiBookFigure, i);
      DuiAmount before = find_row (self, figure->place)->before, value = figure->values.value;
      const char *name = place_name (self, figure->place);

      if (dui_amount_is_missing (before) || dui_amount_is_missing (value) || before <= 0)
        continue;
      if (value < before)
        return g_strdup_printf (_ ("%s: less than in the period before. Is it the month alone?"),
                                name);
      if (value / SLIP >= before)
        return g_strdup_printf (_ ("%s: ten times the period before. Is the unit right?"), name);
    }
  return NULL;
}

void
dui_figure_grid_select (DuiFigureGrid *self,
                        guint place)
{
  const Row *row = find_row (self, place);

  if (row)
    gtk_widget_grab_focus (row->entries[ENTRY_COMPLETED]);
}

static void
dui_figure_grid_dispose (GObject *object)
{
  DuiFigureGrid *self = DUI_FIGURE_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->panel, dui_panel_unref);
  G_OBJECT_CLASS (dui_figure_grid_parent_class)->dispose (object);
}

static void
dui_figure_grid_finalize (GObject *object)
{
  g_array_unref (DUI_FIGURE_GRID (object)->rows);
  G_OBJECT_CLASS (dui_figure_grid_parent_class)->finalize (object);
}

static void
dui_figure_grid_class_init (DuiFigureGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_figure_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_figure_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", DUI_TYPE_FIGURE_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_figure_grid_init (DuiFigureGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "figure-grid");
  gtk_grid_set_column_spacing (self->grid, 16);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}
