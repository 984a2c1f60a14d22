/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import-choices.h"

#include <glib/gi18n-lib.h>

#include "figure-status.h"
#include "model/measure.h"
#include "widgets/chooser.h"

/* The choice that leaves it to the sheet. */
#define AS_SHEET_SAYS 100000
#define MONTHS_OFFERED 36

struct _DuiImportChoices
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  DuiChooser *indicator_chooser;
  DuiChooser *period_chooser;
  DuiChooser *measure_chooser;
  DuiChooser *status_chooser;
  DuiChooser *encoding_chooser;
  GtkCheckButton *add_places_button;

  DuiCatalog *catalog;
  DuiPeriod today;
};

static guint changed_signal;

static const char *const measures[] = { "元", "千元", "万元", "百万元", "亿元" };
static const char *const encodings[] = { "UTF-8", "GB18030", "CP936", "UTF-16LE", "UTF-16BE" };

G_DEFINE_FINAL_TYPE (DuiImportChoices, dui_import_choices, GTK_TYPE_WIDGET)

static void
choice_changed (DuiImportChoices *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
dui_import_choices_dispose (GObject *object)
{
  DuiImportChoices *self = DUI_IMPORT_CHOICES (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  G_OBJECT_CLASS (dui_import_choices_parent_class)->dispose (object);
}

static void
dui_import_choices_class_init (DuiImportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_import_choices_dispose;
  changed_signal = g_signal_new ("changed", DUI_TYPE_IMPORT_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DUI_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/import-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiImportChoices, grid);
  gtk_widget_class_bind_template_child (widget_class, DuiImportChoices, indicator_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiImportChoices, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiImportChoices, measure_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiImportChoices, status_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiImportChoices, encoding_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiImportChoices, add_places_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
offer_periods (DuiImportChoices *self)
{
  dui_chooser_add (self->period_chooser, AS_SHEET_SAYS, _ ("As the sheet says"), NULL);
  for (DuiPeriod period = self->today; period > self->today - MONTHS_OFFERED; period--)
    {
      g_autofree char *label = dui_period_to_label (period);

      dui_chooser_add (self->period_chooser, period, label, NULL);
    }
  dui_chooser_set_chosen (self->period_chooser, AS_SHEET_SAYS);
}

static void
dui_import_choices_init (DuiImportChoices *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->today = dui_period_new (g_date_time_get_year (now), g_date_time_get_month (now));
  offer_periods (self);

  dui_chooser_add (self->measure_chooser, AS_SHEET_SAYS, _ ("As the sheet says"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    dui_chooser_add (self->measure_chooser, i, dui_measure_display (measures[i]), NULL);
  dui_chooser_set_chosen (self->measure_chooser, AS_SHEET_SAYS);

  for (guint i = DUI_STATUS_ESTIMATE; i <= DUI_STATUS_FINAL; i++)
    dui_chooser_add (self->status_chooser, i, dui_figure_status_label (i), NULL);
  dui_chooser_set_chosen (self->status_chooser, DUI_STATUS_PRELIMINARY);

  dui_chooser_add (self->encoding_chooser, AS_SHEET_SAYS, _ ("Found out"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    dui_chooser_add (self->encoding_chooser, i, encodings[i], NULL);
  dui_chooser_set_chosen (self->encoding_chooser, AS_SHEET_SAYS);
}

void
dui_import_choices_set_catalog (DuiImportChoices *self,
                                DuiCatalog *catalog)
{
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  self->catalog = dui_catalog_ref (catalog);
  dui_chooser_clear (self->indicator_chooser);
  dui_chooser_add (self->indicator_chooser, AS_SHEET_SAYS, _ ("As the sheet says"), NULL);
  for (guint i = 0; i < catalog->indicators->len; i++)
    dui_chooser_add (self->indicator_chooser, i,
                     dui_indicator_get_display_name (g_ptr_array_index (catalog->indicators, i)),
                     NULL);
  dui_chooser_set_chosen (self->indicator_chooser, AS_SHEET_SAYS);
}

void
dui_import_choices_get_options (DuiImportChoices *self,
                                DuiImportOptions *options)
{
  guint indicator = dui_chooser_get_chosen (self->indicator_chooser);
  guint period = dui_chooser_get_chosen (self->period_chooser);
  guint measure = dui_chooser_get_chosen (self->measure_chooser);
  guint encoding = dui_chooser_get_chosen (self->encoding_chooser);

  *options = (DuiImportOptions){
    .encoding = encoding == AS_SHEET_SAYS ? NULL : encodings[encoding],
    .indicator = indicator == AS_SHEET_SAYS
                     ? NULL
                     : g_ptr_array_index (self->catalog->indicators, indicator),
    .period = period == AS_SHEET_SAYS ? DUI_PERIOD_NONE : (DuiPeriod) period,
    .measure = measure == AS_SHEET_SAYS ? NULL : measures[measure],
    .status = dui_chooser_get_chosen (self->status_chooser),
    .add_places = gtk_check_button_get_active (self->add_places_button),
    .today = self->today,
  };
}
