/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/figure-grid.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "analysis/questions.h"
#include "figure-status.h"
#include "model/error.h"
#include "model/measure.h"
#include "widgets/entry-grid.h"
#include "widgets/number-entry.h"

enum
{
  ENTRY_COMPLETED,
  ENTRY_BASE,
  ENTRY_GROWTH,
  N_ENTRIES
};

typedef struct
{
  guint place;
  DuiFigureValues old;
  DuiAmount before; /* C of the period before in the year; missing where there is none */
} Row;

struct _DuiFigureGrid
{
  GtkWidget parent_instance;

  DuiEntryGrid *grid;
  GArray *rows; /* of Row, as in the grid */
  DuiPanel *panel;
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
read_entry (DuiFigureGrid *self,
            guint row,
            guint kind,
            DuiAmount *amount,
            GError **error)
{
  DuiIndicator *indicator = self->panel->indicator;
  gboolean percent = kind == ENTRY_GROWTH;

  return dui_number_entry_read (dui_entry_grid_get_entry (self->grid, row, kind),
                                percent ? NULL : dui_indicator_get_measure (indicator),
                                percent ? DUI_PERCENT_SCALE : dui_indicator_get_scale (indicator),
                                amount, error);
}

static gboolean
read_row (DuiFigureGrid *self,
          guint row,
          DuiFigureValues *values,
          GError **error)
{
  DuiAmount *amounts[N_ENTRIES] = { &values->value, &values->base, &values->growth };

  for (guint i = 0; i < N_ENTRIES; i++)
    if (!read_entry (self, row, i, amounts[i], error))
      {
        g_prefix_error (error, "%s: ", place_name (self, row_at (self, row)->place));
        return FALSE;
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
entry_changed (DuiFigureGrid *self,
               guint row,
               guint kind)
{
  g_autoptr (GError) error = NULL;
  DuiAmount amount;

  read_entry (self, row, kind, &amount, &error);
  dui_entry_grid_set_problem (self->grid, row, kind, error ? error->message : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
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
    dui_entry_grid_add_label (self->grid, titles[i], (int) i, 0, i == 0 || i == 5 ? 0 : 1, "strong");
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
  const DuiAmount amounts[N_ENTRIES] = { row.old.value, row.old.base, row.old.growth };
  int scale = dui_indicator_get_scale (self->panel->indicator);
  guint index = self->rows->len;
  int line = (int) index + 1;

  dui_entry_grid_add_label (self->grid, place_name (self, place), 0, line, 0, NULL);
  dui_entry_grid_add_label (self->grid, last, 1, line, 1, "dim-label");
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      gboolean percent = i == ENTRY_GROWTH;
      g_autofree char *name = name_entry (self, place, i);
      g_autofree char *text
          = dui_amount_to_string (amounts[i], percent ? DUI_PERCENT_SCALE : scale);

      dui_entry_grid_add_entry (self->grid, index, i, (int) i + 2, line, name, percent ? 8 : 14);
      dui_entry_grid_set_text (self->grid, index, i, text ? text : "");
    }
  dui_entry_grid_add_label (self->grid, status ? status : _ ("not reported"), 5, line, 0,
                            "dim-label");
  if (!same_year)
    row.before = DUI_AMOUNT_MISSING;
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

  dui_entry_grid_clear (self->grid);
  g_array_set_size (self->rows, 0);
  g_clear_pointer (&self->panel, dui_panel_unref);
  self->panel = dui_panel_ref (panel);
  add_headings (self, before);
  for (guint i = 0; i < places->len; i++)
    add_row (self, g_array_index (places, guint, i), period, before);
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

      if (!read_row (self, i, &figure.values, error))
        return NULL;
      if (!has_changed (&row->old, &figure.values))
        continue;
      figure.values.status = status;
      g_array_append_val (figures, figure);
    }
  return g_steal_pointer (&figures);
}

GArray *
dui_figure_grid_list_open (DuiFigureGrid *self)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (DuiBookFigure));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = row_at (self, i);
      DuiBookFigure figure = { row->place, row->old };

      if (row->old.status == DUI_STATUS_NONE || row->old.status == DUI_STATUS_FINAL)
        continue;
      figure.values.status = DUI_STATUS_FINAL;
      g_array_append_val (figures, figure);
    }
  return figures;
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
      DuiQuestionTopic topic;

      if (dui_question_ask (value, before, &topic))
        /* Translators: 1 place, 2 what has to be looked at. */
        return g_strdup_printf (_ ("%1$s: %2$s"), name, dui_question_topic_to_label (topic));
    }
  return NULL;
}

void
dui_figure_grid_select (DuiFigureGrid *self,
                        guint place)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->place == place)
      gtk_widget_grab_focus (
          GTK_WIDGET (dui_entry_grid_get_entry (self->grid, i, ENTRY_COMPLETED)));
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
  GtkWidget *grid = dui_entry_grid_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->grid = DUI_ENTRY_GRID (grid);
  g_signal_connect_swapped (grid, "changed", G_CALLBACK (entry_changed), self);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}
