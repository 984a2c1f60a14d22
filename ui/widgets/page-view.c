/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_WIDTH 80

struct _DuiPageView
{
  GtkWidget parent_instance;

  DuiBriefing *briefing;
  guint page;
  int width;
};

G_DEFINE_FINAL_TYPE (DuiPageView, dui_page_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
dui_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dui_page_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  DuiPageView *self = DUI_PAGE_VIEW (widget);
  double ratio = DUI_BRIEFING_PAGE_HEIGHT / DUI_BRIEFING_PAGE_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (MIN_WIDTH, self->width);
      *natural = self->width;
      return;
    }
  *natural = ceil ((for_size < 0 ? self->width : MIN (for_size, self->width)) * ratio);
  *minimum = for_size < 0 ? ceil (MIN (MIN_WIDTH, self->width) * ratio) : *natural;
}

static void
dui_page_view_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  DuiPageView *self = DUI_PAGE_VIEW (widget);
  double scale = gtk_widget_get_width (widget) / DUI_BRIEFING_PAGE_WIDTH;
  graphene_rect_t bounds;
  cairo_t *cr;

  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  dui_briefing_draw_page (self->briefing, cr, self->page);
  cairo_destroy (cr);
}

static void
dui_page_view_dispose (GObject *object)
{
  g_clear_object (&DUI_PAGE_VIEW (object)->briefing);
  G_OBJECT_CLASS (dui_page_view_parent_class)->dispose (object);
}

static void
dui_page_view_class_init (DuiPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_page_view_dispose;
  widget_class->get_request_mode = dui_page_view_get_request_mode;
  widget_class->measure = dui_page_view_measure;
  widget_class->snapshot = dui_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dui_page_view_init (DuiPageView *self)
{
}

GtkWidget *
dui_page_view_new (DuiBriefing *briefing,
                   guint page,
                   int width)
{
  DuiPageView *self = g_object_new (DUI_TYPE_PAGE_VIEW, NULL);
  g_autofree char *name = NULL;

  self->briefing = g_object_ref (briefing);
  self->page = page;
  self->width = width;
  name = g_strdup_printf (_ ("Page %u"), page + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
