/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/plan-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "accessible-names.h"
#include "analysis/plan.h"
#include "charts/charts.h"
#include "widgets/chart-view.h"
#include "widgets/entry-grid.h"
#include "widgets/entry-text.h"
#include "widgets/number-entry.h"

#define N_MONTHS 12
#define SHARE_SCALE 4 /* decimals of a percentage in millionths */

struct _DuiPlanDialog
{
  GtkWindow parent_instance;

  GtkLabel *title_label;
  GtkWidget *last_button;
  GtkEditable *reason_entry;
  DuiEntryGrid *grid;
  DuiChartView *chart;
  GtkLabel *problem_label;
  GtkWidget *save_button;

  DuiBook *book;
  DuiPanel *panel;
  guint home;
  DuiPlan old;
};

G_DEFINE_FINAL_TYPE (DuiPlanDialog, dui_plan_dialog, GTK_TYPE_WINDOW)

/* FALSE with what is wrong; the entry of the month says it too. */
static gboolean
read_share (DuiPlanDialog *self,
            guint month,
            gint32 least,
            gint32 *share,
            GError **error)
{
  g_autofree char *name
      = dui_period_to_short_label (dui_period_new (self->old.year, (int) month + 1));
  g_autoptr (GError) problem = NULL;
  DuiAmount amount;

  if (dui_number_entry_read (dui_entry_grid_get_entry (self->grid, month, 0), NULL, SHARE_SCALE,
                             &amount, &problem))
    {
      if (dui_amount_is_missing (amount))
        g_set_error_literal (&problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("type a percentage"));
      else if (amount < least || amount > DUI_SHARE_ONE)
        g_set_error_literal (&problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("the shares must grow from month to month, up to 100%"));
      else if (month == N_MONTHS - 1 && amount != DUI_SHARE_ONE)
        g_set_error_literal (&problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("in December the plan must reach 100%"));
    }
  dui_entry_grid_set_problem (self->grid, month, 0, problem ? problem->message : NULL);
  if (problem)
    {
      /* Translators: 1 period, 2 what is wrong. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%1$s: %2$s."), name,
                   problem->message);
      return FALSE;
    }
  *share = (gint32) amount;
  return TRUE;
}

static gboolean
read_plan (DuiPlanDialog *self,
           DuiPlan *plan,
           GError **error)
{
  gint32 least = 0;

  plan->year = self->old.year;
  for (guint i = 0; i < N_MONTHS; i++)
    {
      if (!read_share (self, i, least, &plan->share[i], error))
        return FALSE;
      least = plan->share[i];
    }
  return TRUE;
}

static void
draw (DuiPlanDialog *self,
      const DuiPlan *plan)
{
  const DuiChartSubject subject = { .panel = self->panel,
                                    .place = self->home,
                                    .period = dui_period_new (plan->year, N_MONTHS),
                                    .tier = DUI_TIER_ASSESSED };
  g_autoptr (DuiChart) chart = dui_plan_chart_new (&subject, plan);

  dui_chart_view_set_chart (self->chart, chart);
}

static void
look (DuiPlanDialog *self)
{
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  g_autoptr (GError) error = NULL;
  const char *problem = NULL;
  DuiPlan plan;

  if (self->panel == NULL)
    return;
  if (!read_plan (self, &plan, &error))
    problem = error->message;
  else
    {
      draw (self, &plan);
      if (memcmp (plan.share, self->old.share, sizeof plan.share) == 0)
        problem = _ ("This is the plan as it is now.");
      else if (*reason == '\0')
        problem = _ ("Say why: the reason is kept with the change.");
    }
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_sensitive (self->save_button,
                            !problem && !dui_book_get_read_only_reason (self->book));
}

static void
share_changed (DuiPlanDialog *self,
               guint row,
               guint kind)
{
  look (self);
}

static void
show_plan (DuiPlanDialog *self,
           const DuiPlan *plan)
{
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *text = dui_amount_to_string (plan->share[i], SHARE_SCALE);

      dui_entry_grid_set_text (self->grid, i, 0, text);
    }
  look (self);
}

static void
even_clicked (DuiPlanDialog *self)
{
  DuiPlan plan;

  dui_plan_set_even (&plan, self->old.year);
  show_plan (self, &plan);
}

static void
last_clicked (DuiPlanDialog *self)
{
  DuiPlan plan;

  if (dui_plan_from_last_year (self->panel, self->home, self->old.year, &plan))
    show_plan (self, &plan);
}

static void
save_clicked (DuiPlanDialog *self)
{
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  const DuiOccasion occasion = { .reason = reason };
  g_autoptr (GError) error = NULL;
  DuiPlan plan;

  if (read_plan (self, &plan, &error)
      && dui_book_set_plan (self->book, dui_indicator_get_code (self->panel->indicator), &plan,
                            &occasion, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    gtk_label_set_label (self->problem_label, error->message);
}

static void
dui_plan_dialog_dispose (GObject *object)
{
  DuiPlanDialog *self = DUI_PLAN_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->panel, dui_panel_unref);
  G_OBJECT_CLASS (dui_plan_dialog_parent_class)->dispose (object);
}

static void
dui_plan_dialog_class_init (DuiPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_plan_dialog_dispose;
  g_type_ensure (DUI_TYPE_CHART_VIEW);
  g_type_ensure (DUI_TYPE_ENTRY_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiPlanDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPlanDialog, last_button);
  gtk_widget_class_bind_template_child (widget_class, DuiPlanDialog, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiPlanDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, DuiPlanDialog, chart);
  gtk_widget_class_bind_template_child (widget_class, DuiPlanDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPlanDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, share_changed);
  gtk_widget_class_bind_template_callback (widget_class, even_clicked);
  gtk_widget_class_bind_template_callback (widget_class, last_clicked);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_plan_dialog_init (DuiPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_months (DuiPlanDialog *self)
{
  dui_entry_grid_add_label (self->grid, _ ("Period"), 0, 0, 0, "strong");
  dui_entry_grid_add_label (self->grid, _ ("Due (%)"), 1, 0, 1, "strong");
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *period
          = dui_period_to_short_label (dui_period_new (self->old.year, (int) i + 1));
      g_autofree char *name = g_strdup_printf (_ ("%s, share due"), period);

      dui_entry_grid_add_label (self->grid, period, 0, (int) i + 1, 0, NULL);
      dui_entry_grid_add_entry (self->grid, i, 0, 1, (int) i + 1, name, 9);
    }
}

void
dui_plan_dialog_present (GtkWindow *parent,
                         DuiSession *session,
                         int year)
{
  DuiPlanDialog *self = g_object_new (DUI_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  DuiPanel *panel = dui_session_get_panel (session);
  /* Translators: 1 indicator, 2 year. */
  g_autofree char *title = g_strdup_printf (
      _ ("%1$s, plan path of %2$d"), dui_indicator_get_display_name (panel->indicator), year);
  DuiPlan last;

  self->book = g_object_ref (dui_session_get_book (session));
  self->home = dui_session_get_home (session);
  dui_plan_get (panel, year, &self->old);
  gtk_label_set_label (self->title_label, title);
  add_months (self);
  self->panel = dui_panel_ref (panel);
  gtk_widget_set_sensitive (self->last_button,
                            dui_plan_from_last_year (panel, self->home, year, &last));
  show_plan (self, &self->old);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
