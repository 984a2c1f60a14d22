/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/raise-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "analysis/split.h"
#include "dialogs/target-entries.h"
#include "model/format.h"
#include "model/measure.h"
#include "widgets/entry-grid.h"
#include "widgets/entry-text.h"

enum
{
  COLUMN_PLACE,
  COLUMN_OLD,
  COLUMN_NEW,
  COLUMN_DIFFERENCE,
};

/* A member in the grid, in the order of the split's rows. */
typedef struct
{
  guint place;
  gboolean by_hand;
  GtkLabel *old;
  GtkLabel *difference;
} Part;

struct _DuiRaiseDialog
{
  GtkWindow parent_instance;

  GtkLabel *title_label;
  DuiChooser *tier_chooser;
  DuiChooser *way_chooser;
  GtkLabel *total_label;
  GtkEditable *total_entry;
  GtkEditable *effective_entry;
  GtkEditable *document_entry;
  GtkEditable *reason_entry;
  DuiEntryGrid *grid;
  GtkLabel *sum_label;
  GtkLabel *problem_label;
  GtkWidget *save_button;

  DuiBook *book;
  DuiPanel *panel;
  guint home;
  int year;
  GArray *parts; /* of Part */
  int typed;     /* the row that the user is just typing into; -1 for none */
};

G_DEFINE_FINAL_TYPE (DuiRaiseDialog, dui_raise_dialog, GTK_TYPE_WINDOW)

/* What is split is not negative. */
static gboolean
read_amount (DuiRaiseDialog *self,
             GtkEditable *entry,
             DuiAmount *amount,
             GError **error)
{
  if (!dui_target_entries_read_value (entry, self->panel->indicator, amount, error))
    return FALSE;
  if (dui_amount_is_missing (*amount) || *amount >= 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("A target can't be less than nothing."));
  return FALSE;
}

/* All but the parts; the document is @document, which must stay. */
static gboolean
read_whole (DuiRaiseDialog *self,
            const char *document,
            DuiTarget *whole,
            GError **error)
{
  *whole = (DuiTarget){ .place = self->home,
                        .year = self->year,
                        .tier = dui_chooser_get_chosen (self->tier_chooser),
                        .document = *document ? document : NULL };
  if (!dui_target_entries_read_day (self->effective_entry, &whole->effective, error)
      || !read_amount (self, self->total_entry, &whole->value, error))
    return FALSE;
  if (!dui_amount_is_missing (whole->value))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("Type the new target of the whole."));
  return FALSE;
}

/* What was typed in the parts; NULL where one is no number. */
static GArray *
read_given (DuiRaiseDialog *self,
            GError **error)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (DuiSplitGiven));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      DuiSplitGiven one = { part->place, DUI_AMOUNT_MISSING };
      g_autoptr (GError) problem = NULL;

      if (!part->by_hand)
        continue;
      read_amount (self, dui_entry_grid_get_entry (self->grid, i, 0), &one.part, &problem);
      dui_entry_grid_set_problem (self->grid, i, 0, problem ? problem->message : NULL);
      if (problem)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      g_array_append_val (given, one);
    }
  return g_steal_pointer (&given);
}

static DuiSplit *
split_whole (DuiRaiseDialog *self,
             const DuiTarget *whole,
             GError **error)
{
  g_autoptr (GArray) given = read_given (self, error);
  DuiSplit *split = NULL;
  DuiSplitResult result;

  if (given == NULL)
    return NULL;
  result = dui_split_compute (self->panel, self->home, whole->year, whole->effective, whole->value,
                              dui_chooser_get_chosen (self->way_chooser), given, &split);
  if (result != DUI_SPLIT_DONE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, dui_split_explain (result));
  return split;
}

/* "+12.00" for what is more. */
static char *
format_difference (DuiIndicator *indicator,
                   DuiAmount old,
                   DuiAmount part)
{
  g_autofree char *text = NULL;

  if (dui_amount_is_missing (old) || dui_amount_is_missing (part))
    return g_strdup ("—");
  text = dui_format_amount (indicator, part - old);
  return g_strconcat (part > old ? "+" : "", text, NULL);
}

/* A line for every member, and above them the headings. */
static void
add_parts (DuiRaiseDialog *self,
           const DuiSplit *split)
{
  const char *titles[] = { _ ("Place"), _ ("Old target"), _ ("New target"), _ ("Difference") };

  dui_entry_grid_clear (self->grid);
  g_array_set_size (self->parts, 0);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    dui_entry_grid_add_label (self->grid, titles[i], (int) i, 0, i == 0 ? 0 : 1, "strong");
  for (guint i = 0; i < split->rows->len; i++)
    {
      const DuiSplitRow *row = &g_array_index (split->rows, DuiSplitRow, i);
      const char *place
          = dui_place_get_name (dui_catalog_get_place (self->panel->catalog, row->place));
      g_autofree char *old = dui_format_amount (self->panel->indicator, row->old);
      g_autofree char *name = g_strdup_printf (_ ("%s, new target"), place);
      int line = (int) i + 1;
      Part part = { .place = row->place };

      dui_entry_grid_add_label (self->grid, place, COLUMN_PLACE, line, 0, NULL);
      part.old = dui_entry_grid_add_label (self->grid, old, COLUMN_OLD, line, 1, NULL);
      dui_entry_grid_add_entry (self->grid, i, 0, COLUMN_NEW, line, name, 14);
      part.difference
          = dui_entry_grid_add_label (self->grid, "—", COLUMN_DIFFERENCE, line, 1, NULL);
      g_array_append_val (self->parts, part);
    }
  dui_accessible_names_complete (GTK_WIDGET (self->grid));
}

/* Other members count on another day. */
static gboolean
has_parts (DuiRaiseDialog *self,
           const DuiSplit *split)
{
  gboolean same = self->parts->len == split->rows->len;

  for (guint i = 0; same && i < split->rows->len; i++)
    same = g_array_index (self->parts, Part, i).place
           == g_array_index (split->rows, DuiSplitRow, i).place;
  return same;
}

/* A part that was not typed shows what it gets. An entry that has just been emptied is left for the
 * user to type into, with what it gets behind it. */
static void
show_parts (DuiRaiseDialog *self,
            const DuiSplit *split)
{
  DuiIndicator *indicator = self->panel->indicator;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      const DuiSplitRow *row = split ? &g_array_index (split->rows, DuiSplitRow, i) : NULL;
      DuiAmount amount = row ? row->part : DUI_AMOUNT_MISSING;
      g_autofree char *old = row ? dui_format_amount (indicator, row->old) : NULL;
      g_autofree char *difference
          = format_difference (indicator, row ? row->old : DUI_AMOUNT_MISSING, amount);
      GtkWidget *entry = GTK_WIDGET (dui_entry_grid_get_entry (self->grid, i, 0));
      g_autofree char *text = dui_target_entries_format_value (indicator, amount);

      if (old)
        gtk_label_set_label (part->old, old);
      gtk_label_set_label (part->difference, difference);
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), text);
      if (!part->by_hand && (int) i != self->typed)
        dui_entry_grid_set_text (self->grid, i, 0, text ? text : "");
      if (part->by_hand)
        gtk_widget_add_css_class (entry, "strong");
      else
        gtk_widget_remove_css_class (entry, "strong");
    }
}

/* What the parts come to, and what they lack. */
static void
show_sum (DuiRaiseDialog *self,
          const DuiSplit *split)
{
  DuiIndicator *indicator = self->panel->indicator;
  g_autofree char *sum = NULL, *lacking = NULL, *text = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->sum_label), "question");
  if (split)
    {
      sum = dui_format_with_measure (indicator, dui_amount_to_ratio (split->sum, 0));
      lacking = dui_format_with_measure (indicator,
                                         dui_amount_to_ratio (split->total - split->sum, 0));
      if (split->sum < split->total)
        gtk_widget_add_css_class (GTK_WIDGET (self->sum_label), "question");
      text = split->sum == split->total
                 ? g_strdup_printf (_ ("The parts are %s: exactly the whole."), sum)
                 /* Translators: amounts with their measure. */
                 : g_strdup_printf (_ ("The parts are %1$s: %2$s less than the whole, which stay "
                                       "elsewhere."),
                                    sum, lacking);
    }
  gtk_label_set_label (self->sum_label, text ? text : "");
}

static void
show_problem (DuiRaiseDialog *self,
              const char *problem)
{
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_sensitive (self->save_button,
                            !problem && !dui_book_get_read_only_reason (self->book));
}

static void
look (DuiRaiseDialog *self)
{
  g_autofree char *document = dui_entry_text_dup (self->document_entry);
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiSplit) split = NULL;
  DuiTarget whole;

  if (self->panel == NULL)
    return;
  if (read_whole (self, document, &whole, &error))
    split = split_whole (self, &whole, &error);
  if (split && !has_parts (self, split))
    add_parts (self, split);
  show_parts (self, split);
  show_sum (self, split);
  show_problem (self, error            ? error->message
                      : *reason == '\0' ? _ ("Say why: the reason is kept with the change.")
                                        : NULL);
}

static void
part_changed (DuiRaiseDialog *self,
              guint row,
              guint kind)
{
  g_autofree char *text = dui_entry_text_dup (dui_entry_grid_get_entry (self->grid, row, kind));

  g_array_index (self->parts, Part, row).by_hand = *text != '\0';
  if (*text == '\0')
    dui_entry_grid_set_problem (self->grid, row, kind, NULL);
  self->typed = (int) row;
  look (self);
  self->typed = -1;
}

static gboolean
save (DuiRaiseDialog *self,
      GError **error)
{
  g_autofree char *document = dui_entry_text_dup (self->document_entry);
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  const DuiOccasion occasion = { .reason = reason };
  g_autoptr (DuiSplit) split = NULL;
  g_autoptr (GArray) targets = NULL;
  DuiTarget whole;

  if (!read_whole (self, document, &whole, error)
      || (split = split_whole (self, &whole, error)) == NULL)
    return FALSE;
  targets = dui_split_new_targets (split, &whole);
  return dui_book_set_targets (self->book, dui_indicator_get_code (self->panel->indicator), targets,
                               &occasion, error);
}

static void
save_clicked (DuiRaiseDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (save (self, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
dui_raise_dialog_dispose (GObject *object)
{
  DuiRaiseDialog *self = DUI_RAISE_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->panel, dui_panel_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  G_OBJECT_CLASS (dui_raise_dialog_parent_class)->dispose (object);
}

static void
dui_raise_dialog_class_init (DuiRaiseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_raise_dialog_dispose;
  g_type_ensure (DUI_TYPE_CHOOSER);
  g_type_ensure (DUI_TYPE_ENTRY_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/raise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, tier_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, way_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, total_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, total_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, effective_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, document_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, sum_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRaiseDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, part_changed);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_raise_dialog_init (DuiRaiseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->typed = -1;
  dui_target_entries_fill_tiers (self->tier_chooser);
  dui_chooser_set_chosen (self->tier_chooser, DUI_TIER_ADJUSTED);
  dui_chooser_add (self->way_chooser, DUI_SPLIT_BY_SHARE, _ ("By the targets before"), NULL);
  dui_chooser_add (self->way_chooser, DUI_SPLIT_BY_BASE, _ ("By last year's figures"), NULL);
  dui_chooser_add (self->way_chooser, DUI_SPLIT_BY_HAND, _ ("By hand"), NULL);
  dui_chooser_set_chosen (self->way_chooser, DUI_SPLIT_BY_SHARE);
}

static void
show_subject (DuiRaiseDialog *self,
              DuiDay effective)
{
  DuiIndicator *indicator = self->panel->indicator;
  g_autofree char *day = dui_day_to_string (effective);
  g_autofree char *total
      = g_strdup_printf (_ ("New _target (%s)"),
                         dui_measure_display (dui_indicator_get_shown_measure (indicator)));
  g_autofree char *title = dui_target_entries_get_title (self->panel->catalog, self->home, indicator,
                                                         self->year);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->total_label, total);
  gtk_editable_set_text (self->effective_entry, day);
}

void
dui_raise_dialog_present (GtkWindow *parent,
                          DuiSession *session,
                          int year)
{
  DuiRaiseDialog *self = g_object_new (DUI_TYPE_RAISE_DIALOG, "transient-for", parent, NULL);
  DuiDay effective = dui_target_entries_suggest_day (session, year);
  g_autoptr (DuiSplit) nothing = NULL;

  self->book = g_object_ref (dui_session_get_book (session));
  self->home = dui_session_get_home (session);
  self->year = year;
  self->panel = dui_panel_ref (dui_session_get_panel (session));
  show_subject (self, effective);
  dui_split_compute (self->panel, self->home, year, effective, 0, DUI_SPLIT_BY_HAND, NULL, &nothing);
  add_parts (self, nothing);
  look (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
