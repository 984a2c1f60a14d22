/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ranking-page.h"

#include <glib/gi18n-lib.h>

#include "alert.h"
#include "analysis/streak.h"
#include "briefing/sentences.h"
#include "briefing/words.h"
#include "charts/charts.h"
#include "charts/subject.h"
#include "file-chooser.h"
#include "model/measure.h"
#include "pages/ranking-table.h"
#include "widgets/chart-view.h"
#include "widgets/way-buttons.h"

struct _DuiRankingPage
{
  DuiPage parent_instance;

  DuiWayButtons *ways;
  GtkLabel *measure_label;
  GtkLabel *summary_label;
  GtkLabel *bottom_label;
  GtkLabel *praise_label;
  GtkWidget *base_button;
  GtkMenuButton *columns_button;
  GtkEditable *filter_entry;
  DuiRankingTable *table;
  GtkToggleButton *gap_button; /* where there are no targets: the chosen place's year */
  GtkToggleButton *ranks_button;
  GtkToggleButton *growths_button;
  GtkToggleButton *share_button;
  GtkToggleButton *spread_button;
  GtkToggleButton *sheet_button;
  DuiChartView *chart;
  gboolean has_targets;
  GtkWidget *place_box;
  GtkLabel *place_name_label;
  GtkLabel *place_headline_label;
  GtkLabel *place_rank_label;
  GtkLabel *place_streak_label;

  DuiStanding *standing;
};

G_DEFINE_FINAL_TYPE (DuiRankingPage, dui_ranking_page, DUI_TYPE_PAGE)

static gboolean
lacks_bases (DuiRankingPage *self,
             DuiPanel *panel)
{
  return self->standing->by == DUI_RANK_BY_GROWTH && self->standing->untargeted->len > 0
         && dui_indicator_get_kind (panel->indicator) != DUI_KIND_GROWTH_ONLY;
}

/* Who is not ranked, and for want of what: 未报1个, 缺基数17个. */
static GPtrArray *
count_unranked (DuiRankingPage *self,
                DuiPanel *panel)
{
  const DuiStanding *standing = self->standing;
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  guint n = standing->untargeted->len;

  if (standing->unreported->len > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u have not reported"), standing->unreported->len));
  if (n == 0)
    return parts;
  if (lacks_bases (self, panel))
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u without a base"), n));
  else if (standing->by == DUI_RANK_BY_PROGRESS)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u without a target"), n));
  else if (standing->by == DUI_RANK_BY_MONTH)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u without a month value"), n));
  else
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u without growth"), n));
  return parts;
}

/* 本期无可排名单位：缺基数17个 ［补录基数］ */
static void
show_nobody (DuiRankingPage *self,
             DuiPanel *panel)
{
  g_autoptr (GPtrArray) parts = count_unranked (self, panel);
  g_autofree char *counts = dui_words_join (parts);
  g_autofree char *text
      = parts->len > 0 ? g_strdup_printf (_ ("Nobody can be ranked in this period: %s"), counts)
                       : g_strdup (_ ("Nobody can be ranked in this period."));

  gtk_label_set_label (self->bottom_label, text);
}

static void
set_line (GtkLabel *label,
          char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text ? text : "");
  g_free (text);
}

/* 按1—11月累计增幅排名：参排16个、未报1个 */
static void
show_summary (DuiRankingPage *self,
              DuiPanel *panel)
{
  const DuiStanding *standing = self->standing;
  g_autoptr (GPtrArray) parts = count_unranked (self, panel);
  g_autofree char *period = dui_period_to_short_label (standing->period);
  g_autofree char *bottom = dui_sentence_bottom (panel, standing);
  g_autofree char *counts = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label = GTK_WIDGET (self->bottom_label);

  g_ptr_array_insert (parts, 0, g_strdup_printf (_ ("%u ranked"), standing->rows->len));
  counts = dui_words_join (parts);
  /* Translators: a period, what is ranked by, and how many are ranked and are not. */
  text = g_strdup_printf (_ ("Ranked by %2$s of %1$s: %3$s"), period,
                          dui_words_ranked_by (panel->indicator, standing->by, standing->period), counts);
  gtk_label_set_label (self->summary_label, text);
  if (bottom)
    gtk_label_set_label (self->bottom_label, bottom);
  else
    show_nobody (self, panel);
  set_line (self->praise_label, bottom ? dui_sentence_praise (panel, standing) : NULL);
  gtk_widget_set_visible (self->base_button, lacks_bases (self, panel));
  if (standing->provisional || !bottom)
    gtk_widget_add_css_class (label, "question");
  else
    gtk_widget_remove_css_class (label, "question");
}

static void
rank (DuiRankingPage *self,
      DuiSession *session)
{
  DuiPanel *panel = dui_session_get_panel (session);
  guint home = dui_session_get_home (session);

  g_clear_pointer (&self->standing, dui_standing_free);
  self->standing
      = dui_standing_compute (panel, home, dui_session_get_period (session),
                              dui_way_buttons_get_way (self->ways),
                              dui_session_get_tier (session), 0);
  dui_ranking_table_set_standing (self->table, panel, home, self->standing);
  show_summary (self, panel);
}

static DuiChartSubject
chart_subject (DuiSession *session,
               guint place)
{
  return (DuiChartSubject){
    .panel = dui_session_get_panel (session),
    .place = place,
    .period = dui_session_get_period (session),
    .tier = dui_session_get_tier (session),
  };
}

/* One mark for each place; the year of a place has one for each period. */
static gboolean
chart_is_of_places (DuiRankingPage *self)
{
  return self->has_targets || !gtk_toggle_button_get_active (self->gap_button);
}

/* What does not depend on the chosen place. */
static void
show_chart (DuiRankingPage *self,
            DuiSession *session)
{
  DuiChartSubject subject = chart_subject (session, dui_session_get_home (session));
  g_autoptr (DuiChart) chart = NULL;

  subject.by = dui_way_buttons_get_way (self->ways);
  if (gtk_toggle_button_get_active (self->ranks_button))
    chart = dui_ranking_chart_new (&subject);
  else if (gtk_toggle_button_get_active (self->growths_button))
    chart = dui_growth_chart_new (&subject);
  else if (gtk_toggle_button_get_active (self->share_button))
    chart = dui_share_chart_new (&subject);
  else if (gtk_toggle_button_get_active (self->spread_button))
    chart = dui_spread_chart_new (&subject);
  else if (gtk_toggle_button_get_active (self->sheet_button))
    chart = dui_sheet_chart_new (&subject);
  else if (self->has_targets)
    chart = dui_gap_chart_new (&subject);
  if (chart)
    dui_chart_view_set_chart (self->chart, chart);
}

static void
dui_ranking_page_fill (DuiPage *page,
                       DuiSession *session)
{
  DuiRankingPage *self = DUI_RANKING_PAGE (page);
  DuiPanel *panel = dui_session_get_panel (session);
  const char *measure
      = dui_measure_display (dui_indicator_get_shown_measure (panel->indicator));
  DuiChartSubject subject = chart_subject (session, dui_session_get_home (session));
  g_autofree char *text
      = g_str_equal (measure, "%") ? g_strdup (_ ("Unit: %")) : g_strdup_printf (_ ("Unit: %s"), measure);

  dui_way_buttons_offer (self->ways, panel->indicator,
                         dui_indicator_get_place_targets (panel->indicator));
  rank (self, session);
  gtk_label_set_label (self->measure_label, text);
  self->has_targets = dui_chart_subject_has_target (&subject)
                      || dui_chart_subject_members_have_targets (&subject);
  show_chart (self, session);
}

/* 甲镇1—9月、1—10月、1—11月累计增幅连续3期居后三位 */
static char *
streak_text (DuiPanel *panel,
             guint home,
             guint place,
             DuiPeriod period)
{
  g_autoptr (GPtrArray) streaks = dui_streaks_compute (panel, home, period);

  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *list = NULL;

      if (streak->place != place)
        continue;
      for (guint n = 0; n < streak->periods->len; n++)
        g_ptr_array_add (names,
                         dui_period_to_short_label (g_array_index (streak->periods, DuiPeriod, n)));
      list = dui_words_join (names);
      /* Translators: how many periods running, and which: 增幅连续3期居后三位：1—9月、… */
      return g_strdup_printf (ngettext ("Growth in the bottom set for %1$u period: %2$s",
                                        "Growth in the bottom set for %1$u periods running: %2$s",
                                        streak->length),
                              streak->length, list);
    }
  return NULL;
}

static char *
rank_text (DuiRankingPage *self,
           DuiPanel *panel,
           guint place)
{
  const char *by = dui_words_ranked_by (panel->indicator, self->standing->by,
                                        self->standing->period);

  for (guint i = 0; i < self->standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (self->standing->rows, DuiStandingRow, i);

      if (row->place != place)
        continue;
      if (!row->previous_rank)
        return g_strdup_printf (_ ("Rank %1$u of %2$u by %3$s"), row->rank,
                                self->standing->rows->len, by);
      return g_strdup_printf (_ ("Rank %1$u of %2$u by %3$s, rank %4$u the period before"),
                              row->rank, self->standing->rows->len, by, row->previous_rank);
    }
  return NULL;
}

static void
show_in_chart (DuiRankingPage *self,
               DuiSession *session,
               guint place)
{
  DuiChartSubject subject = chart_subject (session, place);
  g_autoptr (DuiChart) year = NULL;

  if (chart_is_of_places (self))
    {
      dui_chart_view_set_selected (self->chart, dui_session_get_place (session));
      return;
    }
  year = dui_progress_chart_new (&subject);
  dui_chart_view_set_chart (self->chart, year);
  dui_chart_view_set_selected (self->chart, subject.period);
}

static void
dui_ranking_page_select (DuiPage *page,
                         DuiSession *session)
{
  DuiRankingPage *self = DUI_RANKING_PAGE (page);
  DuiPanel *panel = dui_session_get_panel (session);
  DuiPeriod period = dui_session_get_period (session);
  guint home = dui_session_get_home (session);
  guint place = dui_session_get_place (session);
  guint shown = place == DUI_NO_PLACE ? home : place;

  dui_ranking_table_select (self->table, place);
  show_in_chart (self, session, shown);
  gtk_label_set_label (self->place_name_label,
                       dui_place_get_name (dui_catalog_get_place (panel->catalog, shown)));
  set_line (self->place_headline_label, dui_sentence_headline (panel, shown, period));
  set_line (self->place_rank_label, rank_text (self, panel, shown));
  set_line (self->place_streak_label, shown == home ? dui_sentence_streaks (panel, home, period)
                                                    : streak_text (panel, home, shown, period));
}

static void
way_chosen (DuiRankingPage *self)
{
  DuiSession *session = dui_page_get_session (DUI_PAGE (self));

  if (!self->standing)
    return;
  rank (self, session);
  show_chart (self, session);
  dui_ranking_page_select (DUI_PAGE (self), session);
}

static void
chart_toggled (DuiRankingPage *self,
               GtkToggleButton *button)
{
  DuiSession *session = dui_page_get_session (DUI_PAGE (self));

  if (!gtk_toggle_button_get_active (button) || !self->standing)
    return;
  show_chart (self, session);
  dui_ranking_page_select (DUI_PAGE (self), session);
}

static void
filter_changed (DuiRankingPage *self,
                GtkEditable *entry)
{
  dui_ranking_table_set_filter (self->table, gtk_editable_get_text (entry));
}

static void
copy_clicked (DuiRankingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.copy", NULL);
}

static void
save_table (GPtrArray *paths,
            gpointer data)
{
  DuiRankingPage *self = data;
  g_autoptr (DuiExportTable) table = dui_ranking_table_export (self->table);
  g_autoptr (GError) error = NULL;

  if (table && !dui_export_table_save (table, g_ptr_array_index (paths, 0), &error))
    dui_alert_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                    _ ("The Table Was Not Saved"), error->message);
}

static void
export_clicked (DuiRankingPage *self)
{
  g_autoptr (DuiExportTable) table = dui_ranking_table_export (self->table);
  g_autofree char *name = table ? g_strconcat (table->name, ".xlsx", NULL) : NULL;

  if (name)
    dui_choose_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Export the Table"),
                     DUI_FILES_TABLES, g_strdelimit (name, "/", ' '), save_table, self);
}

static void
place_selected (DuiRankingPage *self,
                guint place)
{
  dui_session_set_place (dui_page_get_session (DUI_PAGE (self)), place);
}

/* Begins with the first place that is not ranked for want of a base. */
static void
base_clicked (DuiRankingPage *self)
{
  GArray *places = self->standing->untargeted;
  guint chosen = dui_session_get_place (dui_page_get_session (DUI_PAGE (self)));

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == chosen)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-figure", NULL);
        return;
      }
  place_selected (self, g_array_index (places, guint, 0));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-figure", NULL);
}

static void
place_activated (DuiRankingPage *self,
                 guint place)
{
  place_selected (self, place);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-figure", NULL);
}

static void
chart_selected (DuiRankingPage *self,
                guint key)
{
  if (chart_is_of_places (self))
    place_selected (self, key);
}

static void
chart_activated (DuiRankingPage *self,
                 guint key)
{
  if (chart_is_of_places (self))
    place_activated (self, key);
  else
    dui_session_set_period (dui_page_get_session (DUI_PAGE (self)), key);
}

static void
dui_ranking_page_finalize (GObject *object)
{
  g_clear_pointer (&DUI_RANKING_PAGE (object)->standing, dui_standing_free);
  G_OBJECT_CLASS (dui_ranking_page_parent_class)->finalize (object);
}

static void
dui_ranking_page_class_init (DuiRankingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_ranking_page_finalize;
  page_class->fill = dui_ranking_page_fill;
  page_class->select = dui_ranking_page_select;
  g_type_ensure (DUI_TYPE_RANKING_TABLE);
  g_type_ensure (DUI_TYPE_CHART_VIEW);
  g_type_ensure (DUI_TYPE_WAY_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/ranking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, ways);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, measure_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, bottom_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, base_button);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, table);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, chart);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, place_box);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, place_name_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, place_headline_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, place_rank_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, place_streak_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, praise_label);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, gap_button);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, ranks_button);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, growths_button);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, share_button);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, spread_button);
  gtk_widget_class_bind_template_child (widget_class, DuiRankingPage, sheet_button);
  gtk_widget_class_bind_template_callback (widget_class, chart_toggled);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
  gtk_widget_class_bind_template_callback (widget_class, place_activated);
  gtk_widget_class_bind_template_callback (widget_class, base_clicked);
  gtk_widget_class_bind_template_callback (widget_class, chart_selected);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated);
}

static void
dui_ranking_page_init (DuiRankingPage *self)
{
  DuiColumnChoice *columns;

  gtk_widget_init_template (GTK_WIDGET (self));
  columns = dui_ranking_table_get_columns (self->table);
  gtk_menu_button_set_menu_model (self->columns_button, dui_column_choice_get_menu (columns));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  dui_column_choice_get_actions (columns));
}
