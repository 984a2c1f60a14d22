/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-view.h"

#include <glib/gi18n-lib.h>

#include "desktop-style.h"
#include "plot/text.h"
#include "widgets/chart-canvas.h"
#include "widgets/chart-copies.h"
#include "widgets/chart-mark.h"
#include "widgets/context-menu.h"

#define MIN_WIDTH 320
#define MIN_HEIGHT 240
#define TIP_DISTANCE 6
#define PATIENCE 2

struct _DuiChartView
{
  GtkWidget parent_instance;

  GtkWidget *canvas;
  GtkWidget *selected_box;
  GtkWidget *hover_box;
  GtkWidget *focus_box;
  GtkWidget *tip;
  GPtrArray *marks; /* of DuiChartMark, in the layout's order */
  guint sync_id;
  guint frames; /* since it was first shown, up to PATIENCE */

  DuiChart *chart;
  DuiLayout *layout;
  guint selected; /* key */
  int hovered;    /* index, -1 for none */
  int focused;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiChartView, dui_chart_view, GTK_TYPE_WIDGET)

static DuiThemeKind
theme_kind (void)
{
  if (dui_desktop_style_is_high_contrast ())
    return DUI_THEME_CONTRAST;
  return dui_desktop_style_is_dark () ? DUI_THEME_DARK : DUI_THEME_SCREEN;
}

/* Texts once measured are remembered for all charts. */
static DuiTextMeasure *
text_measure (DuiThemeKind kind)
{
  static DuiTextMeasure *measures[DUI_N_THEMES];

  if (!measures[kind])
    measures[kind] = dui_text_measure_new (dui_theme_get (kind));
  return measures[kind];
}

static GtkAllocation
mark_area (const DuiMark *mark)
{
  double zoom = dui_chart_canvas_get_zoom ();

  return (GtkAllocation){ mark->rect.x * zoom, mark->rect.y * zoom,
                          MAX (1, mark->rect.width * zoom), MAX (1, mark->rect.height * zoom) };
}

static void
allocate_box (DuiChartView *self,
              GtkWidget *box,
              int index)
{
  gtk_widget_set_child_visible (box, index >= 0);
  if (index >= 0)
    {
      GtkAllocation area = mark_area (dui_layout_get_mark (self->layout, index));
      int least;

      gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      area.width = MAX (area.width, least);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      area.height = MAX (area.height, least);
      gtk_widget_size_allocate (box, &area, -1);
    }
}

/* Below the mark, or above it where there is no room; never outside of the chart. */
static void
allocate_tip (DuiChartView *self,
              int index,
              int width,
              int height)
{
  GtkAllocation area, mark;
  int natural;

  gtk_widget_set_child_visible (self->tip, index >= 0);
  if (index < 0)
    return;
  mark = mark_area (dui_layout_get_mark (self->layout, index));
  gtk_widget_measure (self->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  area.width = MIN (natural, width);
  gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, area.width, NULL, &area.height, NULL,
                      NULL);
  area.x = CLAMP (mark.x + mark.width / 2 - area.width / 2, 0, width - area.width);
  area.y = mark.y + mark.height + TIP_DISTANCE;
  if (area.y + area.height > height)
    area.y = MAX (0, mark.y - area.height - TIP_DISTANCE);
  gtk_widget_size_allocate (self->tip, &area, -1);
}

static int
find_key (DuiChartView *self,
          guint key)
{
  for (guint i = 0; self->layout && i < dui_layout_get_n_marks (self->layout); i++)
    if (dui_layout_get_mark (self->layout, i)->key == key)
      return i;
  return -1;
}

static void
name_marks (DuiChartView *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const DuiMark *mark = dui_layout_get_mark (self->layout, i);

      dui_chart_mark_set_name (g_ptr_array_index (self->marks, i), mark->name);
      gtk_accessible_update_state (g_ptr_array_index (self->marks, i),
                                   GTK_ACCESSIBLE_STATE_SELECTED, mark->key == self->selected, -1);
    }
}

static void
mark_focus_changed (DuiChartView *self,
                    GParamSpec *pspec,
                    GtkWidget *mark)
{
  guint index;

  g_ptr_array_find (self->marks, mark, &index);
  if (gtk_widget_has_focus (mark))
    self->focused = index;
  else if (self->focused == (int) index)
    self->focused = -1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The list of marks is brought in step with the layout outside of the allocation, in which no
 * child may come or go. */
static gboolean
sync_marks (gpointer user_data)
{
  DuiChartView *self = user_data;
  guint wanted = self->layout ? dui_layout_get_n_marks (self->layout) : 0;

  self->sync_id = 0;
  while (self->marks->len > wanted)
    {
      GtkWidget *last = g_ptr_array_index (self->marks, self->marks->len - 1);

      g_ptr_array_set_size (self->marks, self->marks->len - 1);
      gtk_widget_unparent (last);
    }
  while (self->marks->len < wanted)
    {
      GtkWidget *mark = dui_chart_mark_new ();

      g_ptr_array_add (self->marks, mark);
      gtk_widget_insert_before (mark, GTK_WIDGET (self), self->selected_box);
      g_signal_connect_object (mark, "notify::has-focus", G_CALLBACK (mark_focus_changed), self,
                               G_CONNECT_SWAPPED);
    }
  if (wanted > 0)
    name_marks (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
queue_sync (DuiChartView *self)
{
  if (!self->sync_id)
    self->sync_id = g_idle_add (sync_marks, self);
}

static void
drop_layout (DuiChartView *self)
{
  dui_chart_canvas_set_layout (DUI_CHART_CANVAS (self->canvas), NULL, NULL);
  g_clear_pointer (&self->layout, dui_layout_unref);
  self->hovered = -1;
}

static void
lay_out (DuiChartView *self,
         int width,
         int height)
{
  DuiThemeKind kind = theme_kind ();
  double zoom = dui_chart_canvas_get_zoom ();

  drop_layout (self);
  if (!self->chart)
    return;
  self->layout
      = dui_chart_layout (self->chart, width / zoom, height / zoom, text_measure (kind));
  dui_chart_canvas_set_layout (DUI_CHART_CANVAS (self->canvas), self->layout,
                               dui_theme_get (kind));
  queue_sync (self);
}

static void
dui_chart_view_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  DuiChartView *self = DUI_CHART_VIEW (widget);
  GtkAllocation all = { 0, 0, width, height };
  int shown;

  if (self->frames == PATIENCE
      && ((self->chart && !self->layout) || gtk_widget_get_width (self->canvas) != width
          || gtk_widget_get_height (self->canvas) != height))
    lay_out (self, width, height);
  gtk_widget_size_allocate (self->canvas, &all, -1);

  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkAllocation area = { 0, 0, 1, 1 };

      if (self->layout && i < dui_layout_get_n_marks (self->layout))
        area = mark_area (dui_layout_get_mark (self->layout, i));
      gtk_widget_size_allocate (g_ptr_array_index (self->marks, i), &area, -1);
    }

  if (!self->layout || self->focused >= (int) dui_layout_get_n_marks (self->layout))
    self->focused = -1;
  allocate_box (self, self->selected_box, find_key (self, self->selected));
  allocate_box (self, self->hover_box, self->hovered);
  allocate_box (self, self->focus_box, self->focused);
  shown = self->hovered >= 0 ? self->hovered : self->focused;
  if (shown >= 0)
    gtk_label_set_label (GTK_LABEL (self->tip), dui_layout_get_mark (self->layout, shown)->name);
  allocate_tip (self, shown, width, height);
}

static gboolean
frame_drawn (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  DuiChartView *self = DUI_CHART_VIEW (widget);

  if (++self->frames < PATIENCE)
    return G_SOURCE_CONTINUE;
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

/* A window is there sooner, with its words and numbers, when its charts come in the next frame. */
static void
dui_chart_view_map (GtkWidget *widget)
{
  DuiChartView *self = DUI_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (dui_chart_view_parent_class)->map (widget);
  if (self->frames == 0)
    gtk_widget_add_tick_callback (widget, frame_drawn, NULL, NULL);
}

static void
dui_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int least = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;

  *minimum = *natural = least * dui_desktop_style_get_text_scale ();
}

static void
dui_chart_view_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  DuiChartView *self = DUI_CHART_VIEW (widget);

  gtk_widget_snapshot_child (widget, self->canvas, snapshot);
  gtk_widget_snapshot_child (widget, self->selected_box, snapshot);
  gtk_widget_snapshot_child (widget, self->hover_box, snapshot);
  gtk_widget_snapshot_child (widget, self->focus_box, snapshot);
  gtk_widget_snapshot_child (widget, self->tip, snapshot);
}

static void
choose (DuiChartView *self,
        int index)
{
  guint key = dui_layout_get_mark (self->layout, index)->key;

  if (key == self->selected)
    return;
  dui_chart_view_set_selected (self, key);
  g_signal_emit (self, signals[SELECTED], 0, key);
}

static gboolean
focus_mark (DuiChartView *self,
            int index)
{
  if (index < 0 || index >= (int) self->marks->len)
    return FALSE;
  gtk_widget_grab_focus (g_ptr_array_index (self->marks, index));
  choose (self, index);
  return TRUE;
}

/* One stop for Tab; the arrow keys go from mark to mark and stay at the ends. */
static gboolean
dui_chart_view_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  DuiChartView *self = DUI_CHART_VIEW (widget);
  int selected = find_key (self, self->selected);

  if (self->focused < 0)
    {
      if (self->marks->len == 0)
        return FALSE;
      gtk_widget_grab_focus (g_ptr_array_index (self->marks, MAX (0, selected)));
      return TRUE;
    }
  switch (direction)
    {
    case GTK_DIR_UP:
    case GTK_DIR_LEFT:
      focus_mark (self, self->focused - 1);
      return TRUE;
    case GTK_DIR_DOWN:
    case GTK_DIR_RIGHT:
      focus_mark (self, self->focused + 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
dui_chart_view_grab_focus (GtkWidget *widget)
{
  DuiChartView *self = DUI_CHART_VIEW (widget);

  if (self->marks->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (
      g_ptr_array_index (self->marks, MAX (0, find_key (self, self->selected))));
}

static int
find_mark_at (DuiChartView *self,
              double x,
              double y)
{
  double zoom = dui_chart_canvas_get_zoom ();

  return self->layout ? dui_layout_find_mark (self->layout, x / zoom, y / zoom) : -1;
}

static void
hover (DuiChartView *self,
       int index)
{
  if (self->hovered == index)
    return;
  self->hovered = index;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
pointer_moved (DuiChartView *self,
               double x,
               double y)
{
  hover (self, find_mark_at (self, x, y));
}

static void
pointer_left (DuiChartView *self)
{
  hover (self, -1);
}

static void
pressed (DuiChartView *self,
         int n_press,
         double x,
         double y)
{
  int index = find_mark_at (self, x, y);

  if (index < 0)
    return;
  focus_mark (self, index);
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0, dui_layout_get_mark (self->layout, index)->key);
}

static gboolean
key_pressed (DuiChartView *self,
             guint keyval,
             guint keycode,
             GdkModifierType state)
{
  if (self->focused < 0 || (state & gtk_accelerator_get_default_mod_mask ()))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return focus_mark (self, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return focus_mark (self, self->marks->len - 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[ACTIVATED], 0,
                     dui_layout_get_mark (self->layout, self->focused)->key);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
copy (GtkWidget *widget,
      const char *action,
      GVariant *parameter)
{
  DuiChartView *self = DUI_CHART_VIEW (widget);
  double width, height;

  if (!self->chart || !self->layout)
    return;
  width = dui_layout_get_width (self->layout);
  height = dui_layout_get_height (self->layout);
  if (g_str_equal (action, "chart.copy"))
    dui_chart_copies_copy_picture (widget, self->chart, width, height);
  else if (g_str_equal (action, "chart.copy-numbers"))
    dui_chart_copies_copy_numbers (widget, self->chart, self->layout);
  else
    dui_chart_copies_save (widget, self->chart, width, height);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Copy Picture"), "chart.copy");
  g_menu_append (menu, _ ("Copy _Numbers"), "chart.copy-numbers");
  g_menu_append (menu, _ ("_Save Picture…"), "chart.save");
  return G_MENU_MODEL (menu);
}

static void
style_changed (DuiChartView *self)
{
  drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dui_chart_view_dispose (GObject *object)
{
  DuiChartView *self = DUI_CHART_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->sync_id, g_source_remove);
  if (self->canvas)
    drop_layout (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  self->canvas = NULL;
  g_ptr_array_set_size (self->marks, 0);
  g_clear_pointer (&self->chart, dui_chart_unref);
  G_OBJECT_CLASS (dui_chart_view_parent_class)->dispose (object);
}

static void
dui_chart_view_finalize (GObject *object)
{
  g_ptr_array_unref (DUI_CHART_VIEW (object)->marks);
  G_OBJECT_CLASS (dui_chart_view_parent_class)->finalize (object);
}

static void
dui_chart_view_class_init (DuiChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_chart_view_dispose;
  object_class->finalize = dui_chart_view_finalize;
  widget_class->size_allocate = dui_chart_view_size_allocate;
  widget_class->map = dui_chart_view_map;
  widget_class->measure = dui_chart_view_measure;
  widget_class->snapshot = dui_chart_view_snapshot;
  widget_class->focus = dui_chart_view_focus;
  widget_class->grab_focus = dui_chart_view_grab_focus;
  signals[SELECTED] = g_signal_new ("selected", DUI_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", DUI_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "chart.copy-numbers", NULL, copy);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static GtkWidget *
add_overlay (DuiChartView *self,
             GtkWidget *child,
             const char *css_class)
{
  gtk_widget_add_css_class (child, css_class);
  gtk_widget_set_can_target (child, FALSE);
  gtk_widget_set_child_visible (child, FALSE);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static GtkWidget *
new_box (void)
{
  return g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
dui_chart_view_init (DuiChartView *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  self->marks = g_ptr_array_new ();
  self->selected = DUI_CHART_VIEW_NO_KEY;
  self->hovered = self->focused = -1;
  self->canvas = dui_chart_canvas_new ();
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
  self->selected_box = add_overlay (self, new_box (), "mark-selected");
  self->hover_box = add_overlay (self, new_box (), "mark-hovered");
  self->focus_box = add_overlay (self, new_box (), "mark-focused");
  self->tip = add_overlay (self,
                           g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                         GTK_ACCESSIBLE_ROLE_PRESENTATION, "wrap", TRUE,
                                         "max-width-chars", 44, NULL),
                           "chart-tip");

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  dui_context_menu_set_up (GTK_WIDGET (self), menu, _ ("Menu"), NULL);

  g_signal_connect_object (settings, "notify::gtk-theme-name", G_CALLBACK (style_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (style_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
dui_chart_view_new (void)
{
  return g_object_new (DUI_TYPE_CHART_VIEW, NULL);
}

void
dui_chart_view_set_chart (DuiChartView *self,
                          DuiChart *chart)
{
  if (chart)
    dui_chart_ref (chart);
  g_clear_pointer (&self->chart, dui_chart_unref);
  self->chart = chart;
  drop_layout (self);
  queue_sync (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chart ? dui_chart_get_title (chart) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chart ? dui_chart_get_description (chart) : "",
                                  -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
dui_chart_view_set_selected (DuiChartView *self,
                             guint key)
{
  if (self->selected == key)
    return;
  self->selected = key;
  if (self->layout && self->marks->len == dui_layout_get_n_marks (self->layout))
    name_marks (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
dui_chart_view_get_selected (DuiChartView *self)
{
  return self->selected;
}

const DuiLayout *
dui_chart_view_get_layout (DuiChartView *self)
{
  return self->layout;
}
