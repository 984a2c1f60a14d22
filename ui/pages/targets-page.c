/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/targets-page.h"

#include <glib/gi18n-lib.h>

#include "analysis/plan.h"
#include "analysis/split.h"
#include "charts/charts.h"
#include "dialogs/plan-dialog.h"
#include "dialogs/raise-dialog.h"
#include "dialogs/target-dialog.h"
#include "model/format.h"
#include "pages/target-rows.h"
#include "widgets/chart-view.h"
#include "widgets/chooser.h"
#include "widgets/entry-text.h"

struct _DuiTargetsPage
{
  DuiPage parent_instance;

  DuiChooser *year_chooser;
  GtkEditable *day_entry;
  GtkLabel *state_label;
  GtkWidget *raise_button;
  DuiPlainTable *table;
  GtkLabel *place_label;
  GtkWidget *add_button;
  GtkWidget *correct_button;
  DuiPlainTable *versions_table;
  GtkWidget *plan_box;
  GtkWidget *plan_button;
  DuiChartView *chart;

  int year;         /* 0 before the first period was shown */
  DuiPeriod period; /* what year and day were chosen for */
  DuiDay day;
  guint place;
  GArray *versions; /* of DuiTarget: of the place, as in the table */
  gint64 version;   /* the chosen one; -1 for none */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DuiTargetsPage, dui_targets_page, DUI_TYPE_PAGE)

static DuiSession *
get_session (DuiTargetsPage *self)
{
  return dui_page_get_session (DUI_PAGE (self));
}

static GtkWindow *
get_window (DuiTargetsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
can_write (DuiTargetsPage *self)
{
  return dui_book_get_read_only_reason (dui_session_get_book (get_session (self))) == NULL;
}

static void
show_version (DuiTargetsPage *self,
              gint64 version)
{
  self->version = version;
  gtk_widget_set_sensitive (self->correct_button, version >= 0 && can_write (self));
}

/* The version by which the place is assessed on the day; -1 for none. */
static gint64
find_in_force (DuiTargetsPage *self,
               const DuiPanel *panel)
{
  const DuiTarget *target
      = dui_panel_get_target (panel, self->place, self->year, DUI_TIER_ASSESSED, self->day);

  for (guint i = 0; target && i < self->versions->len; i++)
    {
      const DuiTarget *version = &g_array_index (self->versions, DuiTarget, i);

      if (version->tier == target->tier && version->effective == target->effective)
        return i;
    }
  return -1;
}

static void
show_place (DuiTargetsPage *self,
            guint place)
{
  DuiPanel *panel = dui_session_get_panel (get_session (self));
  GPtrArray *rows;

  self->place = place;
  g_clear_pointer (&self->versions, g_array_unref);
  gtk_label_set_label (self->place_label,
                       dui_place_get_name (dui_catalog_get_place (panel->catalog, place)));
  rows = dui_target_rows_new_versions (panel, place, self->year, &self->versions);
  dui_plain_table_take_rows (self->versions_table, rows);
  show_version (self, find_in_force (self, panel));
  dui_plain_table_select (self->versions_table, self->version);
}

/* 全县200.00亿元，各乡镇合计187.00亿元，少13.00亿元 */
static void
show_state (DuiTargetsPage *self)
{
  DuiSession *session = get_session (self);
  DuiPanel *panel = dui_session_get_panel (session);
  guint home = dui_session_get_home (session);
  const DuiTarget *target
      = dui_panel_get_target (panel, home, self->year, DUI_TIER_ASSESSED, self->day);
  DuiAmount sum = dui_indicator_get_kind (panel->indicator) == DUI_KIND_CUMULATIVE
                      ? dui_split_sum_in_force (panel, home, self->year, self->day)
                      : DUI_AMOUNT_MISSING;
  g_autofree char *whole = NULL, *parts = NULL, *lacking = NULL, *text = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->state_label), "question");
  if (target)
    whole = dui_format_with_measure (panel->indicator, dui_amount_to_ratio (target->value, 0));
  if (!dui_amount_is_missing (sum))
    parts = dui_format_with_measure (panel->indicator, dui_amount_to_ratio (sum, 0));
  if (!whole && !parts)
    text = g_strdup_printf (_ ("No targets for %d are in force on this day."), self->year);
  else if (!whole)
    text = g_strdup_printf (_ ("The members have %s together; the whole has no target."), parts);
  else if (!parts)
    text = g_strdup_printf (_ ("The whole has %s; no member has a target."), whole);
  else if (sum == target->value)
    text = g_strdup_printf (_ ("The whole has %s, and so have its members together."), whole);
  else
    {
      lacking = dui_format_with_measure (
          panel->indicator, dui_amount_to_ratio (ABS (target->value - sum), 0));
      text = g_strdup_printf (sum < target->value
                                  /* Translators: amounts with their measure. */
                                  ? _ ("The whole has %1$s, its members %2$s: %3$s less.")
                                  : _ ("The whole has %1$s, its members %2$s: %3$s more."),
                              whole, parts, lacking);
      if (sum < target->value)
        gtk_widget_add_css_class (GTK_WIDGET (self->state_label), "question");
    }
  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_label), text);
}

static void
show_plan (DuiTargetsPage *self)
{
  DuiPanel *panel = dui_session_get_panel (get_session (self));
  const DuiChartSubject subject = { .panel = panel,
                                    .place = dui_session_get_home (get_session (self)),
                                    .period = dui_period_new (self->year, 12),
                                    .tier = DUI_TIER_ASSESSED };
  g_autoptr (DuiChart) chart = NULL;
  DuiPlan plan;

  gtk_widget_set_visible (self->plan_box, dui_indicator_has_pace (panel->indicator));
  if (!dui_indicator_has_pace (panel->indicator))
    return;
  dui_plan_get (panel, self->year, &plan);
  chart = dui_plan_chart_new (&subject, &plan);
  dui_chart_view_set_chart (self->chart, chart);
}

static void
show_targets (DuiTargetsPage *self)
{
  DuiSession *session = get_session (self);
  DuiPanel *panel = dui_session_get_panel (session);
  guint home = dui_session_get_home (session);

  dui_plain_table_take_rows (self->table,
                             dui_target_rows_new (panel, home, self->year, self->day));
  dui_plain_table_select (self->table, self->place);
  show_state (self);
}

static void
show_all (DuiTargetsPage *self)
{
  gboolean sums
      = dui_indicator_get_kind (dui_session_get_indicator (get_session (self)))
        == DUI_KIND_CUMULATIVE;

  show_targets (self);
  show_place (self, self->place);
  show_plan (self);
  gtk_widget_set_sensitive (self->raise_button, sums && can_write (self));
  gtk_widget_set_sensitive (self->add_button, can_write (self));
  gtk_widget_set_sensitive (self->plan_button, can_write (self));
}

static void
set_day (DuiTargetsPage *self,
         DuiDay day)
{
  g_autofree char *text = dui_day_to_string (day);

  self->day = day;
  self->filling = TRUE;
  gtk_editable_set_text (self->day_entry, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  self->filling = FALSE;
}

/* The end of the period in its year, otherwise of the year: what is set for next year is in force then. */
static void
set_year (DuiTargetsPage *self,
          int year)
{
  self->year = year;
  set_day (self, dui_period_year (self->period) == year ? dui_period_last_day (self->period)
                                                       : year * 10000 + 1231);
}

static void
year_chosen (DuiTargetsPage *self,
             guint year)
{
  set_year (self, (int) year);
  show_all (self);
}

static void
day_changed (DuiTargetsPage *self)
{
  g_autofree char *text = dui_entry_text_dup (self->day_entry);
  g_autoptr (GError) error = NULL;
  DuiDay day;

  if (self->filling)
    return;
  if (!dui_day_parse (text, &day, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  self->day = day;
  show_targets (self);
}

static void
place_selected (DuiTargetsPage *self,
                gint64 place)
{
  show_place (self, (guint) place);
  dui_session_set_place (get_session (self), (guint) place);
}

static void
version_selected (DuiTargetsPage *self,
                  gint64 version)
{
  show_version (self, version);
}

static void
correct_clicked (DuiTargetsPage *self)
{
  if (self->version >= 0 && can_write (self))
    dui_target_dialog_present (get_window (self), get_session (self), self->place, self->year,
                               &g_array_index (self->versions, DuiTarget, self->version));
}

static void
version_activated (DuiTargetsPage *self,
                   gint64 version)
{
  show_version (self, version);
  correct_clicked (self);
}

static void
add_clicked (DuiTargetsPage *self)
{
  dui_target_dialog_present (get_window (self), get_session (self), self->place, self->year, NULL);
}

static void
raise_clicked (DuiTargetsPage *self)
{
  dui_raise_dialog_present (get_window (self), get_session (self), self->year);
}

static void
plan_clicked (DuiTargetsPage *self)
{
  dui_plan_dialog_present (get_window (self), get_session (self), self->year);
}

/* From the first year with a target to the one after the period's. */
static void
offer_years (DuiTargetsPage *self,
             const DuiPanel *panel)
{
  int last = dui_period_year (self->period) + 1, first = last - 1;

  for (guint i = 0; i < panel->n_targets; i++)
    {
      first = MIN (first, panel->targets[i].year);
      last = MAX (last, panel->targets[i].year);
    }
  dui_chooser_clear (self->year_chooser);
  for (int year = last; year >= first; year--)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      dui_chooser_add (self->year_chooser, (guint) year, label, NULL);
    }
  dui_chooser_set_chosen (self->year_chooser, (guint) self->year);
}

/* The whole where no place has been chosen. */
static guint
get_place (DuiSession *session)
{
  guint place = dui_session_get_place (session);

  return place == DUI_NO_PLACE ? dui_session_get_home (session) : place;
}

static void
dui_targets_page_fill (DuiPage *page,
                       DuiSession *session)
{
  DuiTargetsPage *self = DUI_TARGETS_PAGE (page);

  if (self->period != dui_session_get_period (session) || self->year == 0)
    {
      self->period = dui_session_get_period (session);
      set_year (self, dui_period_year (self->period));
    }
  self->place = get_place (session);
  offer_years (self, dui_session_get_panel (session));
  show_all (self);
}

static void
dui_targets_page_select (DuiPage *page,
                         DuiSession *session)
{
  DuiTargetsPage *self = DUI_TARGETS_PAGE (page);
  guint place = get_place (session);

  if (place == self->place)
    return;
  dui_plain_table_select (self->table, place);
  show_place (self, place);
}

static void
dui_targets_page_finalize (GObject *object)
{
  g_clear_pointer (&DUI_TARGETS_PAGE (object)->versions, g_array_unref);
  G_OBJECT_CLASS (dui_targets_page_parent_class)->finalize (object);
}

static void
dui_targets_page_class_init (DuiTargetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_targets_page_finalize;
  page_class->fill = dui_targets_page_fill;
  page_class->select = dui_targets_page_select;
  g_type_ensure (DUI_TYPE_CHART_VIEW);
  g_type_ensure (DUI_TYPE_CHOOSER);
  g_type_ensure (DUI_TYPE_PLAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/targets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, year_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, raise_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, table);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, place_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, correct_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, versions_table);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, plan_box);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTargetsPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen);
  gtk_widget_class_bind_template_callback (widget_class, day_changed);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
  gtk_widget_class_bind_template_callback (widget_class, version_selected);
  gtk_widget_class_bind_template_callback (widget_class, version_activated);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, correct_clicked);
  gtk_widget_class_bind_template_callback (widget_class, raise_clicked);
  gtk_widget_class_bind_template_callback (widget_class, plan_clicked);
}

static void
dui_targets_page_init (DuiTargetsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->version = -1;
  dui_target_rows_set_columns (self->table);
  dui_target_rows_set_version_columns (self->versions_table);
}
