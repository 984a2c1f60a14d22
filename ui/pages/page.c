/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/page.h"

typedef struct
{
  DuiSession *session;
  gboolean stale;
} DuiPagePrivate;

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DuiPage, dui_page, GTK_TYPE_WIDGET)

static void
fill (DuiPage *self)
{
  DuiPagePrivate *priv = dui_page_get_instance_private (self);

  if (!priv->stale || dui_session_get_period (priv->session) == DUI_PERIOD_NONE)
    return;
  priv->stale = FALSE;
  DUI_PAGE_GET_CLASS (self)->fill (self, priv->session);
  DUI_PAGE_GET_CLASS (self)->select (self, priv->session);
}

static void
session_updated (DuiPage *self)
{
  DuiPagePrivate *priv = dui_page_get_instance_private (self);

  priv->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
place_changed (DuiPage *self)
{
  DuiPagePrivate *priv = dui_page_get_instance_private (self);

  if (!priv->stale)
    DUI_PAGE_GET_CLASS (self)->select (self, priv->session);
}

static void
dui_page_map (GtkWidget *widget)
{
  fill (DUI_PAGE (widget));
  GTK_WIDGET_CLASS (dui_page_parent_class)->map (widget);
}

static void
dui_page_set_property (GObject *object,
                       guint id,
                       const GValue *value,
                       GParamSpec *pspec)
{
  DuiPagePrivate *priv = dui_page_get_instance_private (DUI_PAGE (object));

  switch (id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dui_page_constructed (GObject *object)
{
  DuiPagePrivate *priv = dui_page_get_instance_private (DUI_PAGE (object));

  G_OBJECT_CLASS (dui_page_parent_class)->constructed (object);
  priv->stale = TRUE;
  g_signal_connect_object (priv->session, "updated", G_CALLBACK (session_updated), object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::place", G_CALLBACK (place_changed), object,
                           G_CONNECT_SWAPPED);
}

static void
dui_page_dispose (GObject *object)
{
  GtkWidget *child;
  DuiPagePrivate *priv = dui_page_get_instance_private (DUI_PAGE (object));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (dui_page_parent_class)->dispose (object);
}

static void
dui_page_class_init (DuiPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = dui_page_set_property;
  object_class->constructed = dui_page_constructed;
  object_class->dispose = dui_page_dispose;
  widget_class->map = dui_page_map;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DUI_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_page_init (DuiPage *self)
{
}

DuiSession *
dui_page_get_session (DuiPage *self)
{
  DuiPagePrivate *priv = dui_page_get_instance_private (self);

  return priv->session;
}
