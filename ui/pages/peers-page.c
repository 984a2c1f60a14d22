/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/peers-page.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "analysis/peers.h"
#include "briefing/peer-notes.h"
#include "briefing/sentences.h"
#include "charts/charts.h"
#include "model/measure.h"
#include "pages/ranking-table.h"
#include "widgets/chart-view.h"
#include "widgets/way-buttons.h"

struct _DuiPeersPage
{
  DuiPage parent_instance;

  GtkStack *stack;
  GtkLabel *empty_label;
  DuiWayButtons *ways;
  GtkLabel *standing_label;
  GtkLabel *measure_label;
  DuiRankingTable *table;
  DuiChartView *chart;
  GtkLabel *lead_label;
  GtkLabel *chase_label;
  GtkLabel *to_pass_label;
  GtkWidget *what_if_box;
  GtkAdjustment *steps;
  GtkWidget *scale;
  GtkLabel *added_label;
  GtkWidget *pass_button;
  GtkLabel *what_if_label;

  DuiPeers *peers;
  DuiAmount step; /* of the scale, raw */
};

G_DEFINE_FINAL_TYPE (DuiPeersPage, dui_peers_page, DUI_TYPE_PAGE)

static void
set_line (GtkLabel *label,
          char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text ? text : "");
  g_free (text);
}

/* Two sentences in one line; the second may be missing. */
static char *
join (char *first,
      char *second)
{
  char *text;

  if (!first || !second)
    return first ? first : second;
  /* Translators: two sentences after one another; nothing is between them in Chinese. */
  text = g_strdup_printf (C_ ("sentences", "%1$s %2$s"), first, second);
  g_free (first);
  g_free (second);
  return text;
}

static void
show_what_if (DuiPeersPage *self)
{
  DuiAmount added = self->step * (DuiAmount) gtk_adjustment_get_value (self->steps);
  g_autofree char *amount = dui_peer_notes_amount (self->peers, added);
  DuiWhatIf what_if;

  if (!dui_peers_what_if (self->peers, added, &what_if))
    return;
  set_line (self->what_if_label, added != 0
                                     ? dui_peer_notes_what_if (self->peers, &what_if)
                                     : g_strdup (_ ("Move the slider to see the rank it would give.")));
  gtk_label_set_label (self->added_label, amount);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  amount, -1);
}

static void
steps_changed (DuiPeersPage *self)
{
  if (self->peers && self->step != 0)
    show_what_if (self);
}

/* The first step with which the one above is passed. */
static void
pass_clicked (DuiPeersPage *self)
{
  DuiAmount wanted = self->peers->to_pass;

  gtk_adjustment_set_value (self->steps, (double) ((ABS (wanted) + ABS (self->step) - 1)
                                                   / ABS (self->step)));
  gtk_widget_grab_focus (self->scale);
}

/* What is tried begins anew with every other ranking. */
static void
offer_what_if (DuiPeersPage *self)
{
  guint n_steps;
  gboolean possible;

  self->step = 0;
  possible = dui_peers_find_steps (self->peers, &self->step, &n_steps);
  gtk_widget_set_visible (self->what_if_box, possible);
  gtk_widget_set_sensitive (self->pass_button, !dui_amount_is_missing (self->peers->to_pass));
  if (!possible)
    return;
  gtk_adjustment_configure (self->steps, 0, 0, n_steps, 1, 10, 0);
  show_what_if (self);
}

static void
show_notes (DuiPeersPage *self,
            DuiPanel *panel)
{
  const DuiPeers *peers = self->peers;
  char *standing = peers->standing->by == DUI_RANK_BY_GROWTH
                       ? dui_sentence_peers (panel, peers->place, peers->standing->period)
                       : NULL;

  set_line (self->standing_label, standing);
  set_line (self->lead_label,
            join (dui_peer_notes_lead (peers), dui_peer_notes_lead_trend (peers)));
  set_line (self->chase_label,
            join (dui_peer_notes_chase (peers), dui_peer_notes_chase_trend (peers)));
  set_line (self->to_pass_label, dui_peer_notes_to_pass (peers));
}

/* 本期没有濮阳市各县区的数据 */
static void
show_empty (DuiPeersPage *self,
            DuiPanel *panel,
            guint place)
{
  DuiPeriod period = dui_session_get_period (dui_page_get_session (DUI_PAGE (self)));
  guint parent = dui_catalog_get_parent (panel->catalog, place, period);
  g_autofree char *label = dui_period_to_label (period);
  g_autofree char *text = NULL;

  if (parent == DUI_NO_PLACE)
    text = g_strdup_printf (_ ("The book has no place above %s"),
                            dui_place_get_name (dui_catalog_get_place (panel->catalog, place)));
  else
    /* Translators: 1 period, 2 the city. */
    text = g_strdup_printf (
        _ ("%1$s: no figures yet of the other places of %2$s"), label,
        dui_place_get_name (dui_catalog_get_place (panel->catalog, parent)));
  set_line (self->empty_label, g_steal_pointer (&text));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_chart (DuiPeersPage *self,
            DuiSession *session)
{
  const DuiChartSubject subject = {
    .panel = dui_session_get_panel (session),
    .place = self->peers->place,
    .period = self->peers->standing->period,
    .tier = self->peers->standing->tier,
    .by = self->peers->standing->by,
  };
  g_autoptr (DuiChart) chart = dui_peers_chart_new (&subject);

  dui_chart_view_set_chart (self->chart, chart);
}

static void
compare (DuiPeersPage *self,
         DuiSession *session)
{
  DuiPanel *panel = dui_session_get_panel (session);
  guint home = dui_session_get_home (session);

  g_clear_pointer (&self->peers, dui_peers_free);
  self->peers = dui_peers_compute (panel, home, dui_session_get_period (session),
                                   dui_way_buttons_get_way (self->ways),
                                   dui_session_get_tier (session));
  if (!self->peers
      || (self->peers->standing->rows->len < 2 && self->peers->standing->untargeted->len < 2))
    {
      show_empty (self, panel, home);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "peers");
  dui_accessible_names_complete_later (GTK_WIDGET (self));
  dui_ranking_table_set_ours (self->table, home);
  dui_ranking_table_set_standing (self->table, panel, self->peers->parent, self->peers->standing);
  show_notes (self, panel);
  show_chart (self, session);
  offer_what_if (self);
}

static void
dui_peers_page_fill (DuiPage *page,
                     DuiSession *session)
{
  DuiPeersPage *self = DUI_PEERS_PAGE (page);
  DuiIndicator *indicator = dui_session_get_panel (session)->indicator;
  const char *measure = dui_measure_display (dui_indicator_get_shown_measure (indicator));

  /* Counties have the targets that their townships are spared. */
  dui_way_buttons_offer (self->ways, indicator, TRUE);
  set_line (self->measure_label, g_str_equal (measure, "%")
                                     ? g_strdup (_ ("Unit: %"))
                                     : g_strdup_printf (_ ("Unit: %s"), measure));
  compare (self, session);
}

static void
dui_peers_page_select (DuiPage *page,
                       DuiSession *session)
{
  DuiPeersPage *self = DUI_PEERS_PAGE (page);
  guint place = dui_session_get_place (session);

  dui_ranking_table_select (self->table, place);
  dui_chart_view_set_selected (self->chart, place == DUI_NO_PLACE ? DUI_CHART_VIEW_NO_KEY : place);
}

static void
way_chosen (DuiPeersPage *self)
{
  DuiSession *session = dui_page_get_session (DUI_PAGE (self));

  if (dui_session_get_period (session) == DUI_PERIOD_NONE)
    return;
  compare (self, session);
  dui_peers_page_select (DUI_PAGE (self), session);
}

static void
place_selected (DuiPeersPage *self,
                guint place)
{
  dui_session_set_place (dui_page_get_session (DUI_PAGE (self)), place);
}

static void
place_activated (DuiPeersPage *self,
                 guint place)
{
  place_selected (self, place);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-figure", NULL);
}

/* The chart has marks of places and of periods. */
static gboolean
is_place (DuiPeersPage *self,
          guint key)
{
  return self->peers && key < self->peers->panel->catalog->places->len;
}

static void
chart_selected (DuiPeersPage *self,
                guint key)
{
  if (is_place (self, key))
    place_selected (self, key);
}

static void
chart_activated (DuiPeersPage *self,
                 guint key)
{
  if (is_place (self, key))
    place_activated (self, key);
  else
    dui_session_set_period (dui_page_get_session (DUI_PAGE (self)), (DuiPeriod) key);
}

static void
dui_peers_page_finalize (GObject *object)
{
  g_clear_pointer (&DUI_PEERS_PAGE (object)->peers, dui_peers_free);
  G_OBJECT_CLASS (dui_peers_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, ways);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, measure_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, table);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, chart);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, lead_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, chase_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, to_pass_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, what_if_box);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, steps);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, scale);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, added_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, pass_button);
  gtk_widget_class_bind_template_child (widget_class, DuiPeersPage, what_if_label);
}

static void
dui_peers_page_class_init (DuiPeersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_peers_page_finalize;
  page_class->fill = dui_peers_page_fill;
  page_class->select = dui_peers_page_select;
  g_type_ensure (DUI_TYPE_RANKING_TABLE);
  g_type_ensure (DUI_TYPE_CHART_VIEW);
  g_type_ensure (DUI_TYPE_WAY_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/peers-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
  gtk_widget_class_bind_template_callback (widget_class, place_activated);
  gtk_widget_class_bind_template_callback (widget_class, chart_selected);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated);
  gtk_widget_class_bind_template_callback (widget_class, steps_changed);
  gtk_widget_class_bind_template_callback (widget_class, pass_clicked);
}

static void
dui_peers_page_init (DuiPeersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
