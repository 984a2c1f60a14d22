/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/scheme-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "widgets/chooser.h"
#include "widgets/entry-grid.h"
#include "widgets/entry-text.h"
#include "widgets/number-entry.h"

#define POINT_SCALE 6 /* of DUI_POINT_ONE */
#define RULE_WIDTH 200

enum
{
  ENTRY_WEIGHT,
  ENTRY_BONUS,
  ENTRY_CAP,
  N_ENTRIES
};

struct _DuiSchemeDialog
{
  GtkWindow parent_instance;

  GtkEditable *name_entry;
  GtkEditable *from_entry;
  GtkEditable *reason_entry;
  DuiEntryGrid *grid;
  GtkLabel *sum_label;
  GtkLabel *problem_label;
  GtkWidget *save_button;

  DuiBook *book;
  GPtrArray *codes; /* of the indicators, one for each line */
  GPtrArray *rules; /* of DuiChooser, one for each line */
};

G_DEFINE_FINAL_TYPE (DuiSchemeDialog, dui_scheme_dialog, GTK_TYPE_WINDOW)

static gboolean
read_points (DuiSchemeDialog *self,
             guint row,
             guint kind,
             gint64 *points,
             GError **error)
{
  g_autoptr (GError) problem = NULL;
  DuiAmount amount = DUI_AMOUNT_MISSING;

  dui_number_entry_read (dui_entry_grid_get_entry (self->grid, row, kind), NULL, POINT_SCALE, &amount,
                         &problem);
  if (!problem && !dui_amount_is_missing (amount) && (amount < 0 || amount > DUI_SCORE_TOTAL))
    g_set_error_literal (&problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("points go from 0 to 100"));
  dui_entry_grid_set_problem (self->grid, row, kind, problem ? problem->message : NULL);
  *points = dui_amount_is_missing (amount) ? 0 : amount;
  if (problem)
    g_propagate_error (error, g_steal_pointer (&problem));
  return *error == NULL;
}

/* Those with a weight. */
static DuiScheme *
read_scheme (DuiSchemeDialog *self,
             GError **error)
{
  g_autofree char *name = dui_entry_text_dup (self->name_entry);
  g_autofree char *from = dui_entry_text_dup (self->from_entry);
  g_autoptr (DuiScheme) scheme = NULL;
  DuiPeriod period;

  if (!dui_period_parse (from, &period, error))
    return NULL;
  scheme = dui_scheme_new (name, period);
  for (guint i = 0; i < self->codes->len; i++)
    {
      gint64 points[N_ENTRIES];

      for (guint kind = 0; kind < N_ENTRIES; kind++)
        if (!read_points (self, i, kind, &points[kind], error))
          return NULL;
      if (points[ENTRY_WEIGHT] > 0)
        dui_scheme_add (scheme, g_ptr_array_index (self->codes, i),
                        dui_chooser_get_chosen (g_ptr_array_index (self->rules, i)),
                        points[ENTRY_WEIGHT], points[ENTRY_BONUS], points[ENTRY_CAP]);
    }
  return g_steal_pointer (&scheme);
}

static gint64
sum_weights (const DuiScheme *scheme)
{
  gint64 sum = 0;

  for (guint i = 0; i < scheme->parts->len; i++)
    sum += g_array_index (scheme->parts, DuiSchemePart, i).weight;
  return sum;
}

static void
show_sum (DuiSchemeDialog *self,
          const DuiScheme *scheme)
{
  gint64 sum = scheme ? sum_weights (scheme) : 0;
  g_autofree char *points = dui_amount_to_string (sum, POINT_SCALE);
  g_autofree char *text
      = scheme ? g_strdup_printf (sum == DUI_SCORE_TOTAL
                                      ? _ ("The weights sum to %s.")
                                      : _ ("The weights sum to %s; they must sum to 100."),
                                  points)
               : NULL;

  gtk_label_set_label (self->sum_label, text ? text : "");
  if (scheme && sum != DUI_SCORE_TOTAL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sum_label), "question");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum_label), "question");
}

static void
show_problem (DuiSchemeDialog *self,
              const char *problem,
              gboolean blocks)
{
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_sensitive (self->save_button,
                            !blocks && !dui_book_get_read_only_reason (self->book));
}

static void
look (DuiSchemeDialog *self)
{
  g_autofree char *name = dui_entry_text_dup (self->name_entry);
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiScheme) scheme = NULL;
  const char *problem = NULL;

  if (self->book == NULL)
    return;
  scheme = read_scheme (self, &error);
  show_sum (self, scheme);
  if (error)
    problem = error->message;
  else if (*name == '\0')
    problem = _ ("Give the scheme a name.");
  else if (*reason == '\0')
    problem = _ ("Say why: the reason is kept with the change.");
  show_problem (self, problem,
                problem != NULL || sum_weights (scheme) != DUI_SCORE_TOTAL);
}

static void
entry_changed (DuiSchemeDialog *self,
               guint row,
               guint kind)
{
  look (self);
}

static void
save_clicked (DuiSchemeDialog *self)
{
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  const DuiOccasion occasion = { .reason = reason };
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiScheme) scheme = read_scheme (self, &error);

  if (scheme && dui_book_set_scheme (self->book, scheme, &occasion, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error->message, TRUE);
}

static void
dui_scheme_dialog_dispose (GObject *object)
{
  DuiSchemeDialog *self = DUI_SCHEME_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_scheme_dialog_parent_class)->dispose (object);
}

static void
dui_scheme_dialog_class_init (DuiSchemeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_scheme_dialog_dispose;
  g_type_ensure (DUI_TYPE_ENTRY_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/scheme-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiSchemeDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiSchemeDialog, from_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiSchemeDialog, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiSchemeDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, DuiSchemeDialog, sum_label);
  gtk_widget_class_bind_template_child (widget_class, DuiSchemeDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiSchemeDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_scheme_dialog_init (DuiSchemeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->rules = g_ptr_array_new ();
}

static const DuiSchemePart *
find_part (const DuiScheme *scheme,
           const char *code)
{
  for (guint i = 0; scheme && i < scheme->parts->len; i++)
    if (g_str_equal (g_array_index (scheme->parts, DuiSchemePart, i).indicator, code))
      return &g_array_index (scheme->parts, DuiSchemePart, i);
  return NULL;
}

/* An indicator without pace is judged all or nothing, or by rank; the book refuses the rest. */
static void
add_rule (DuiSchemeDialog *self,
          DuiIndicator *indicator,
          const DuiSchemePart *part,
          int line)
{
  gboolean has_pace = dui_indicator_has_pace (indicator);
  g_autofree char *name
      = g_strdup_printf (_ ("%s, rule"), dui_indicator_get_display_name (indicator));
  GtkWidget *chooser = dui_chooser_new (name);

  for (DuiScoreRule rule = DUI_SCORE_PACE; rule <= DUI_SCORE_FULL_ON_COMPLETION; rule++)
    if (has_pace || rule == DUI_SCORE_RANK || rule == DUI_SCORE_ALL_OR_NOTHING)
      dui_chooser_add (DUI_CHOOSER (chooser), rule, dui_score_rule_to_label (rule), NULL);
  dui_chooser_set_chosen (DUI_CHOOSER (chooser), part       ? part->rule
                                                 : has_pace ? DUI_SCORE_PACE
                                                            : DUI_SCORE_RANK);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (look), self);
  gtk_widget_set_size_request (chooser, RULE_WIDTH, -1);
  dui_entry_grid_add_widget (self->grid, chooser, 1, line);
  g_ptr_array_add (self->rules, chooser);
}

static void
add_indicator (DuiSchemeDialog *self,
               DuiIndicator *indicator,
               const DuiSchemePart *part)
{
  const char *names[] = { _ ("%s, weight"), _ ("%s, points above"), _ ("%s, at most") };
  const gint64 points[] = { part ? part->weight : 0, part ? part->bonus : 0,
                            part ? part->bonus_cap : 0 };
  guint row = self->codes->len;
  int line = (int) row + 1;

  g_ptr_array_add (self->codes, g_strdup (dui_indicator_get_code (indicator)));
  dui_entry_grid_add_label (self->grid, dui_indicator_get_display_name (indicator), 0, line, 0, NULL);
  add_rule (self, indicator, part, line);
  for (guint kind = 0; kind < N_ENTRIES; kind++)
    {
      g_autoptr (GString) name = g_string_new (names[kind]);
      g_autofree char *text = points[kind] > 0 ? dui_amount_to_string (points[kind], POINT_SCALE)
                                               : g_strdup ("");

      g_string_replace (name, "%s", dui_indicator_get_display_name (indicator), 1);
      dui_entry_grid_add_entry (self->grid, row, kind, (int) kind + 2, line, name->str, 8);
      dui_entry_grid_set_text (self->grid, row, kind, text);
    }
}

static void
add_lines (DuiSchemeDialog *self,
           DuiCatalog *catalog,
           const DuiScheme *scheme)
{
  const char *titles[] = { _ ("Indicator"), _ ("Rule"), _ ("Weight"), _ ("For each point above"),
                           _ ("At most above") };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    dui_entry_grid_add_label (self->grid, titles[i], (int) i, 0, i < 2 ? 0 : 1, "strong");
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      add_indicator (self, indicator, find_part (scheme, dui_indicator_get_code (indicator)));
    }
}

void
dui_scheme_dialog_present (GtkWindow *parent,
                           DuiSession *session,
                           const DuiScheme *scheme)
{
  DuiSchemeDialog *self = g_object_new (DUI_TYPE_SCHEME_DIALOG, "transient-for", parent, NULL);
  int year = dui_period_year (dui_session_get_period (session));
  g_autofree char *from
      = dui_period_to_string (scheme ? scheme->from : dui_period_new (year, 1));
  g_autofree char *name
      = scheme ? g_strdup (scheme->name) : g_strdup_printf (_ ("Assessment of %d"), year);

  gtk_editable_set_text (self->name_entry, name);
  gtk_editable_set_text (self->from_entry, from);
  add_lines (self, dui_session_get_catalog (session), scheme);
  self->book = g_object_ref (dui_session_get_book (session));
  look (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
