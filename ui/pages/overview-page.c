/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/overview-page.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "alert.h"
#include "analysis/questions.h"
#include "briefing/sentences.h"
#include "briefing/words.h"
#include "charts/charts.h"
#include "charts/subject.h"
#include "dialogs/questions-dialog.h"
#include "pages/overview-cards.h"
#include "widgets/chart-view.h"

struct _DuiOverviewPage
{
  DuiPage parent_instance;

  GtkLabel *headline_label;
  DuiHeadlineCard *completed_card;
  DuiHeadlineCard *gap_card;
  DuiHeadlineCard *progress_card;
  DuiHeadlineCard *growth_card;
  DuiChartView *progress_chart;
  DuiChartView *gap_chart;
  GtkWidget *reporting_bar;
  GtkLabel *reported_label;
  GtkLabel *missing_label;
  GtkWidget *reminder_button;
  GtkButton *questions_button;
  GtkButton *submit_button;
  GtkButton *bulletin_button;
  GtkButton *cases_button;
  GtkButton *archive_button;

  char *missing; /* names, joined; NULL when all have reported */
  guint n_open;  /* questions */
  gboolean is_issued;
  guint n_missing; /* explanations */
};

G_DEFINE_FINAL_TYPE (DuiOverviewPage, dui_overview_page, DUI_TYPE_PAGE)

static void
fill_cards (DuiOverviewPage *self,
            DuiSession *session)
{
  DuiHeadlineCard *widgets[DUI_N_CARDS]
      = { self->completed_card, self->gap_card, self->progress_card, self->growth_card };
  DuiHeadline cards[DUI_N_CARDS];

  dui_overview_cards_compute (dui_session_get_panel (session), dui_session_get_home (session),
                              dui_session_get_period (session), dui_session_get_tier (session),
                              cards);
  for (guint i = 0; i < DUI_N_CARDS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (widgets[i]), cards[i].title != NULL);
      if (cards[i].title)
        dui_headline_card_set (widgets[i], &cards[i]);
      dui_headline_clear (&cards[i]);
    }
}

static void
fill_charts (DuiOverviewPage *self,
             DuiSession *session)
{
  DuiChartSubject subject = {
    .panel = dui_session_get_panel (session),
    .place = dui_session_get_home (session),
    .period = dui_session_get_period (session),
    .tier = dui_session_get_tier (session),
  };
  g_autoptr (DuiChart) progress = dui_progress_chart_new (&subject);
  g_autoptr (DuiChart) gap = dui_gap_chart_new (&subject);

  dui_chart_view_set_chart (self->progress_chart, progress);
  dui_chart_view_set_selected (self->progress_chart, subject.period);
  dui_chart_view_set_chart (self->gap_chart, gap);
  /* Without any target it would be a list of names (PRACTICE R23). */
  gtk_widget_set_visible (GTK_WIDGET (self->gap_chart),
                          dui_chart_subject_has_target (&subject)
                              || dui_chart_subject_members_have_targets (&subject));
}

static void
fill_reporting (DuiOverviewPage *self,
                DuiSession *session)
{
  DuiPanel *panel = dui_session_get_panel (session);
  DuiPeriod period = dui_session_get_period (session);
  guint home = dui_session_get_home (session);
  g_autoptr (GArray) missing = dui_reporting_missing (panel, home, period);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *reported = NULL;
  g_autofree char *text = NULL;
  DuiReporting reporting;

  dui_reporting_compute (panel, home, period, &reporting);
  gtk_widget_set_visible (self->reporting_bar, reporting.due > 0);
  /* Translators: how many places have reported, of how many. */
  reported = g_strdup_printf (_ ("Reported %1$u/%2$u"), reporting.reported, reporting.due);
  gtk_label_set_label (self->reported_label, reported);

  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (names, (gpointer) dui_place_get_name (dui_catalog_get_place (
                                panel->catalog, g_array_index (missing, guint, i))));
  g_clear_pointer (&self->missing, g_free);
  if (names->len > 0)
    {
      self->missing = dui_words_join (names);
      text = g_strdup_printf (_ ("Not yet: %s"), self->missing);
    }
  gtk_label_set_label (self->missing_label, text ? text : _ ("All places have reported"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->missing_label), self->missing);
  gtk_widget_set_visible (self->reminder_button, self->missing != NULL);
}

/* 印发 2021-12-18, or that it is not yet. */
static void
fill_bulletin (DuiOverviewPage *self,
               DuiSession *session)
{
  const char *indicator = dui_indicator_get_code (dui_session_get_indicator (session));
  g_autoptr (GPtrArray) bulletins
      = dui_book_list_bulletins (dui_session_get_book (session), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; bulletins && !text && i < bulletins->len; i++)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (bulletins, i);
      g_autofree char *day = dui_day_to_string (bulletin->issued_on);

      if (bulletin->period == dui_session_get_period (session)
          && g_strcmp0 (bulletin->indicator, indicator) == 0)
        text = g_strdup_printf (_ ("Issued %s"), day);
    }
  self->is_issued = text != NULL;
  gtk_button_set_label (self->bulletin_button, text ? text : _ ("Not issued yet"));
}

/* 说明 2/3, and what is late of any period: that is not to be overlooked. */
static void
fill_cases (DuiOverviewPage *self,
            DuiSession *session)
{
  g_autoptr (GPtrArray) cases = dui_book_list_cases (dui_session_get_book (session), NULL);
  g_autofree char *text = NULL;
  DuiCaseCount own = { 0 }, all = { 0 };

  if (cases)
    {
      dui_case_count (cases, dui_indicator_get_code (dui_session_get_indicator (session)),
                      dui_session_get_period (session), dui_day_today (), &own);
      dui_case_count (cases, NULL, DUI_PERIOD_NONE, dui_day_today (), &all);
    }
  text = all.n_late > 0
             /* Translators: 1 received, 2 asked for in this period, 3 late in all. */
             ? g_strdup_printf (_ ("Explanations %1$u/%2$u, %3$u late"), own.n_answered,
                                own.n_asked, all.n_late)
             : g_strdup_printf (_ ("Explanations %1$u/%2$u"), own.n_answered, own.n_asked);
  self->n_missing = own.n_asked - own.n_answered;
  gtk_button_set_label (self->cases_button, text);
  if (all.n_late > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->cases_button), "behind");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->cases_button), "behind");
}

/* 核实3: figures to be looked at. */
static void
fill_questions (DuiOverviewPage *self,
                DuiSession *session)
{
  DuiPanel *panel = dui_session_get_panel (session);
  DuiPeriod period = dui_session_get_period (session);
  g_autoptr (GPtrArray) questions
      = dui_questions_compute (panel, dui_session_get_home (session), period);
  g_autoptr (GPtrArray) notes
      = questions->len == 0
            ? g_ptr_array_new ()
            : dui_book_list_notes (dui_session_get_book (session),
                                   dui_indicator_get_code (panel->indicator), period, NULL);
  g_autofree char *text = NULL;

  self->n_open = notes ? dui_questions_close (questions, notes) : questions->len;
  text = self->n_open == 0 ? g_strdup (_ ("Looked at"))
                           : g_strdup_printf (ngettext ("%u figure to look at",
                                                        "%u figures to look at", self->n_open),
                                              self->n_open);
  gtk_button_set_label (self->questions_button, text);
}

/* 送审 12-10, or what is to be done. */
static void
show_state (GtkButton *button,
            DuiDay entered_on,
            const char *done,
            const char *undone)
{
  g_autofree char *day = entered_on > 0 ? dui_day_to_string (entered_on) : NULL;
  g_autofree char *text = day ? g_strdup_printf ("%s %s", done, day) : g_strdup (undone);

  gtk_button_set_label (button, text);
  gtk_widget_set_sensitive (GTK_WIDGET (button), day == NULL);
}

static void
fill_month (DuiOverviewPage *self,
            DuiSession *session)
{
  DuiMonth month = { { 0 } };

  dui_book_read_month (dui_session_get_book (session), dui_session_get_period (session), &month,
                       NULL);
  show_state (self->submit_button, month.entered_on[DUI_MONTH_SUBMITTED], C_ ("month", "Submitted"),
              C_ ("month", "Submit"));
  show_state (self->archive_button, month.entered_on[DUI_MONTH_ARCHIVED], C_ ("month", "Archived"),
              C_ ("month", "Archive"));
}

static void
dui_overview_page_fill (DuiPage *page,
                        DuiSession *session)
{
  DuiOverviewPage *self = DUI_OVERVIEW_PAGE (page);
  g_autofree char *headline
      = dui_sentence_headline (dui_session_get_panel (session), dui_session_get_home (session),
                               dui_session_get_period (session));

  gtk_label_set_label (self->headline_label, headline);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->headline_label), headline);
  fill_cards (self, session);
  fill_charts (self, session);
  fill_reporting (self, session);
  fill_bulletin (self, session);
  fill_cases (self, session);
  fill_questions (self, session);
  fill_month (self, session);
  dui_accessible_names_complete (self->reporting_bar);
}

static void
dui_overview_page_select (DuiPage *page,
                          DuiSession *session)
{
  dui_chart_view_set_selected (DUI_OVERVIEW_PAGE (page)->gap_chart,
                               dui_session_get_place (session));
}

static void
place_selected (DuiOverviewPage *self,
                guint key)
{
  dui_session_set_place (dui_page_get_session (DUI_PAGE (self)), key);
}

static void
place_activated (DuiOverviewPage *self,
                 guint key)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "ranking");
}

static void
period_activated (DuiOverviewPage *self,
                  guint key)
{
  dui_session_set_period (dui_page_get_session (DUI_PAGE (self)), key);
}

void
dui_overview_page_copy_reminder (DuiOverviewPage *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (!self->missing)
    return;
  now = g_date_time_new_now_local ();
  /* Translators: a day and an hour for g_date_time_format(); in Chinese %-m月%-d日%-H时. */
  time = g_date_time_format (now, _ ("%-d %B, %H:00"));
  /* Translators: the text that is sent to those who are late: 截至12月6日17时，未报送：甲镇、乙乡。 */
  text = g_strdup_printf (_ ("As of %1$s, not yet reported: %2$s."), time, self->missing);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_label_set_label (self->missing_label, _ ("The reminder is on the clipboard"));
}

static void
reminder_clicked (DuiOverviewPage *self)
{
  dui_overview_page_copy_reminder (self);
}

static void
questions_clicked (DuiOverviewPage *self)
{
  dui_questions_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                dui_page_get_session (DUI_PAGE (self)));
}

/* Undo takes it back. */
static void
enter (DuiOverviewPage *self,
       DuiMonthState state)
{
  DuiSession *session = dui_page_get_session (DUI_PAGE (self));
  const char *obstacle
      = dui_month_find_obstacle (state, self->n_open, self->is_issued, self->n_missing);
  g_autoptr (GError) error = NULL;

  if (!obstacle)
    dui_book_enter_month (dui_session_get_book (session), dui_session_get_period (session), state,
                          dui_day_today (), &(DuiOccasion){ 0 }, &error);
  if (obstacle || error)
    dui_alert_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                    _ ("The Month Was Not Moved On"), obstacle ? obstacle : error->message);
}

static void
submit_clicked (DuiOverviewPage *self)
{
  enter (self, DUI_MONTH_SUBMITTED);
}

static void
archive_clicked (DuiOverviewPage *self)
{
  enter (self, DUI_MONTH_ARCHIVED);
}

static void
dui_overview_page_finalize (GObject *object)
{
  g_free (DUI_OVERVIEW_PAGE (object)->missing);
  G_OBJECT_CLASS (dui_overview_page_parent_class)->finalize (object);
}

static void
dui_overview_page_class_init (DuiOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_overview_page_finalize;
  page_class->fill = dui_overview_page_fill;
  page_class->select = dui_overview_page_select;
  g_type_ensure (DUI_TYPE_HEADLINE_CARD);
  g_type_ensure (DUI_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, headline_label);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, completed_card);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, gap_card);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, progress_card);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, growth_card);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, progress_chart);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, gap_chart);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, reporting_bar);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, reported_label);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, missing_label);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, reminder_button);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, questions_button);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, submit_button);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, archive_button);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, bulletin_button);
  gtk_widget_class_bind_template_child (widget_class, DuiOverviewPage, cases_button);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
  gtk_widget_class_bind_template_callback (widget_class, place_activated);
  gtk_widget_class_bind_template_callback (widget_class, period_activated);
  gtk_widget_class_bind_template_callback (widget_class, reminder_clicked);
  gtk_widget_class_bind_template_callback (widget_class, questions_clicked);
  gtk_widget_class_bind_template_callback (widget_class, submit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, archive_clicked);
}

static void
dui_overview_page_init (DuiOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
