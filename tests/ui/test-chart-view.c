/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on the screen: its marks for the keyboard and for screen readers. */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "widgets/chart-mark.h"
#include "widgets/chart-view.h"

#define N_MARKS 3
#define PATIENCE_S 10

/* Three bars below each other, keys 10, 11, 12. */
static DuiLayout *
lay_out_bars (gconstpointer data,
              double width,
              double height,
              DuiTextMeasure *measure)
{
  DuiLayout *layout = dui_layout_new (width, height);

  for (guint i = 0; i < N_MARKS; i++)
    {
      DuiRect rect = { 0, i * height / N_MARKS, width, height / N_MARKS };

      dui_layout_add_rect (layout, DUI_ROLE_VALUE, rect);
      dui_layout_add_mark (layout, rect, 10 + i, g_strdup_printf ("bar %u", i));
    }
  return layout;
}

typedef struct
{
  GtkWidget *window;
  DuiChartView *view;
  guint selected, activated;
} Fixture;

static void
remember (DuiChartView *view,
          guint key,
          guint *into)
{
  *into = key;
}

static guint
count_marks (DuiChartView *view)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child;
       child = gtk_widget_get_next_sibling (child))
    count += DUI_IS_CHART_MARK (child);
  return count;
}

static GtkWidget *
mark_at (DuiChartView *view,
         guint index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (DUI_IS_CHART_MARK (child) && index-- == 0)
      return child;
  return NULL;
}

static void
wait_for_marks (Fixture *fixture,
                guint wanted)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (count_marks (fixture->view) != wanted && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (count_marks (fixture->view), ==, wanted);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (DuiChart) chart = dui_chart_new ("the finding", "more of it", NULL, NULL, lay_out_bars);

  fixture->window = gtk_window_new ();
  fixture->view = DUI_CHART_VIEW (dui_chart_view_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  g_signal_connect (fixture->view, "selected", G_CALLBACK (remember), &fixture->selected);
  g_signal_connect (fixture->view, "activated", G_CALLBACK (remember), &fixture->activated);
  dui_chart_view_set_chart (fixture->view, chart);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_marks (fixture, N_MARKS);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "the finding");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "more of it");
  for (guint i = 0; i < N_MARKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("bar %u", i);
      GtkAccessible *mark = GTK_ACCESSIBLE (mark_at (fixture->view, i));

      gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
    }
}

/* Tab enters once and leaves; the arrows go from mark to mark, choosing them, and stay at the ends. */
static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (mark_at (fixture->view, 0)));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_has_focus (mark_at (fixture->view, 1)));
  g_assert_cmpuint (fixture->selected, ==, 11);
  gtk_widget_child_focus (view, GTK_DIR_RIGHT);
  gtk_widget_child_focus (view, GTK_DIR_DOWN);
  g_assert_true (gtk_widget_has_focus (mark_at (fixture->view, 2)));
  g_assert_cmpuint (fixture->selected, ==, 12);
  gtk_widget_child_focus (view, GTK_DIR_UP);
  g_assert_cmpuint (fixture->selected, ==, 11);
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
}

static void
test_selected (Fixture *fixture,
               gconstpointer data)
{
  dui_chart_view_set_selected (fixture->view, 12);
  g_assert_cmpuint (fixture->selected, ==, 0);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (mark_at (fixture->view, 2)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (mark_at (fixture->view, 0)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  g_assert_true (gtk_widget_has_focus (mark_at (fixture->view, 2)));
}

static void
test_other_chart (Fixture *fixture,
                  gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  dui_chart_view_set_chart (fixture->view, NULL);
  wait_for_marks (fixture, 0);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
}

static double
layout_width (Fixture *fixture)
{
  const DuiLayout *layout = dui_chart_view_get_layout (fixture->view);

  return layout ? dui_layout_get_width (layout) : 0;
}

/* Text half as large again leaves a chart of the same pixels two thirds of the points. */
static void
test_text_scale (Fixture *fixture,
                 gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  double usual, large = 0;
  int dpi;
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  while ((usual = layout_width (fixture)) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  while (((large = layout_width (fixture)) == 0 || large == usual)
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat_with_epsilon (
      large, gtk_widget_get_width (GTK_WIDGET (fixture->view)) * 72.0 / 144, 1e-6);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
wait_for_layout (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (layout_width (fixture) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* A picture for programs that take dots and for those that take lines; the numbers as text. */
static void
test_copy (Fixture *fixture,
           gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  GdkContentProvider *content;
  g_autoptr (GError) error = NULL;
  GValue text = G_VALUE_INIT;

  wait_for_layout (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.copy", NULL);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                                    GDK_TYPE_TEXTURE));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "image/svg+xml"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.copy-numbers", NULL);
  content = gdk_clipboard_get_content (clipboard);
  g_value_init (&text, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &text, &error));
  g_assert_true (g_str_has_suffix (g_value_get_string (&text), "\nbar 0\nbar 1\nbar 2\n"));
  g_value_unset (&text);
}

static void
test_save (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("duibiao-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *content = NULL;

  wait_for_layout (fixture);
  g_setenv ("DUI_TEST_SAVE_FILE", path, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.save", NULL);
  g_unsetenv ("DUI_TEST_SAVE_FILE");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "<svg"));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_test_add ("/chart-view/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/chart-view/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/chart-view/selected", Fixture, NULL, set_up, test_selected, tear_down);
  g_test_add ("/chart-view/other-chart", Fixture, NULL, set_up, test_other_chart, tear_down);
  g_test_add ("/chart-view/text-scale", Fixture, NULL, set_up, test_text_scale, tear_down);
  g_test_add ("/chart-view/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/chart-view/save", Fixture, NULL, set_up, test_save, tear_down);
  return g_test_run ();
}
