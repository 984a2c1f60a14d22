/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session.h"

struct _DuiSession
{
  GObject parent_instance;

  DuiBook *book;
  DuiCatalog *catalog;
  DuiPanel *panel;
  GArray *periods; /* of DuiReporting */
  gulong changed_id;
  GCancellable *loading;
  char *wanted; /* the indicator that is shown, or will be when it is loaded */

  DuiPeriod period;
  DuiTier tier;
  guint place;
  /* The user looks at the newest period, and goes on doing so when a newer one is complete. */
  gboolean follows;
};

enum
{
  PROP_PLACE = 1,
  N_PROPERTIES
};

enum
{
  OPENED,
  UPDATED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiSession, dui_session, G_TYPE_OBJECT)

static gboolean
has_period (DuiSession *self,
            DuiPeriod period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (g_array_index (self->periods, DuiReporting, i).period == period)
      return TRUE;
  return FALSE;
}

static void
take_panel (DuiSession *self,
            DuiPanel *panel)
{
  DuiPeriod newest;
  gint64 selected = 0;

  if (self->place != DUI_NO_PLACE)
    selected = dui_place_get_id (dui_catalog_get_place (self->catalog, self->place));
  g_clear_pointer (&self->panel, dui_panel_unref);
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  self->panel = panel;
  /* Indices into places are only good together with the catalog the panel was made with. */
  self->catalog = dui_catalog_ref (panel->catalog);
  self->periods = dui_reporting_list (panel, self->catalog->home);

  newest = dui_reporting_default_period (panel, self->catalog->home);
  if (self->follows || !has_period (self, self->period))
    {
      self->period = newest;
      self->follows = TRUE;
    }
  if (self->place != DUI_NO_PLACE)
    dui_session_set_place (self, dui_catalog_find_id (self->catalog, selected));
}

static void
panel_loaded (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (DuiSession) self = user_data;
  g_autoptr (GError) error = NULL;
  DuiPanel *panel = dui_book_get_panel_finish (DUI_BOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (!panel)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (dui_indicator_get_code (self->panel->indicator));
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  take_panel (self, panel);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* An answer that was overtaken by a newer question is dropped. */
static void
load_wanted (DuiSession *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  dui_book_get_panel_async (self->book, self->wanted, self->loading, panel_loaded,
                            g_object_ref (self));
}

/* There may be no window left to say it in. */
static void
back_up (DuiSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!dui_book_back_up_changes (self->book, &error))
    g_warning ("%s", error->message);
}

static void
drop_book (DuiSession *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->book)
    {
      g_clear_signal_handler (&self->changed_id, self->book);
      back_up (self);
      dui_book_close (self->book);
    }
  g_clear_object (&self->book);
  g_clear_pointer (&self->panel, dui_panel_unref);
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  self->period = DUI_PERIOD_NONE;
  self->tier = DUI_TIER_ASSESSED;
  self->place = DUI_NO_PLACE;
  self->follows = TRUE;
}

static void
dui_session_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  DuiSession *self = DUI_SESSION (object);

  switch (id)
    {
    case PROP_PLACE:
      g_value_set_uint (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dui_session_set_property (GObject *object,
                          guint id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  DuiSession *self = DUI_SESSION (object);

  switch (id)
    {
    case PROP_PLACE:
      dui_session_set_place (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dui_session_dispose (GObject *object)
{
  drop_book (DUI_SESSION (object));
  G_OBJECT_CLASS (dui_session_parent_class)->dispose (object);
}

static void
dui_session_class_init (DuiSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dui_session_get_property;
  object_class->set_property = dui_session_set_property;
  object_class->dispose = dui_session_dispose;
  properties[PROP_PLACE] = g_param_spec_uint ("place", NULL, NULL, 0, G_MAXUINT, DUI_NO_PLACE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[OPENED] = g_signal_new ("opened", DUI_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[UPDATED] = g_signal_new ("updated", DUI_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", DUI_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
dui_session_init (DuiSession *self)
{
  self->period = DUI_PERIOD_NONE;
  self->tier = DUI_TIER_ASSESSED;
  self->place = DUI_NO_PLACE;
  self->follows = TRUE;
}

DuiSession *
dui_session_new (void)
{
  return g_object_new (DUI_TYPE_SESSION, NULL);
}

/* The first indicator that has figures, or the first of all. */
static DuiPanel *
load_first (DuiBook *book,
            DuiCatalog *catalog,
            GError **error)
{
  g_autoptr (DuiPanel) first = NULL;

  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);
      g_autoptr (DuiPanel) panel
          = dui_book_get_panel (book, dui_indicator_get_code (indicator), error);

      if (!panel || dui_reporting_default_period (panel, catalog->home) != DUI_PERIOD_NONE)
        return g_steal_pointer (&panel);
      if (!first)
        first = g_steal_pointer (&panel);
    }
  return g_steal_pointer (&first);
}

gboolean
dui_session_set_book (DuiSession *self,
                      DuiBook *book,
                      GError **error)
{
  g_autoptr (DuiCatalog) catalog = NULL;
  DuiPanel *panel = NULL;

  if (book)
    {
      catalog = dui_book_get_catalog (book, error);
      panel = catalog ? load_first (book, catalog, error) : NULL;
      if (!panel)
        return FALSE;
    }

  drop_book (self);
  if (book)
    {
      self->book = g_object_ref (book);
      self->changed_id = g_signal_connect_object (book, "changed", G_CALLBACK (load_wanted), self,
                                                  G_CONNECT_SWAPPED);
      self->wanted = g_strdup (dui_indicator_get_code (panel->indicator));
      take_panel (self, panel);
    }
  g_signal_emit (self, signals[OPENED], 0);
  if (book)
    g_signal_emit (self, signals[UPDATED], 0);
  return TRUE;
}

DuiBook *
dui_session_get_book (DuiSession *self)
{
  return self->book;
}

DuiCatalog *
dui_session_get_catalog (DuiSession *self)
{
  return self->catalog;
}

DuiPanel *
dui_session_get_panel (DuiSession *self)
{
  return self->panel;
}

DuiIndicator *
dui_session_get_indicator (DuiSession *self)
{
  return self->panel ? self->panel->indicator : NULL;
}

guint
dui_session_get_home (DuiSession *self)
{
  return self->catalog ? self->catalog->home : DUI_NO_PLACE;
}

void
dui_session_set_indicator (DuiSession *self,
                           const char *code)
{
  g_return_if_fail (self->book);

  if (g_str_equal (self->wanted, code))
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (code);
  load_wanted (self);
}

DuiPeriod
dui_session_get_period (DuiSession *self)
{
  return self->period;
}

void
dui_session_set_period (DuiSession *self,
                        DuiPeriod period)
{
  if (self->period == period || !self->panel || !has_period (self, period))
    return;
  self->period = period;
  self->follows = period == dui_reporting_default_period (self->panel, self->catalog->home);
  g_signal_emit (self, signals[UPDATED], 0);
}

void
dui_session_reload (DuiSession *self)
{
  if (self->book)
    load_wanted (self);
}

GArray *
dui_session_get_periods (DuiSession *self)
{
  return self->periods;
}

DuiPeriod
dui_session_peek_period (DuiSession *self,
                         int step)
{
  for (guint i = 0; self->periods && i < self->periods->len; i++)
    if (g_array_index (self->periods, DuiReporting, i).period == self->period)
      {
        gint64 other = (gint64) i - step;

        if (other < 0 || other >= self->periods->len)
          return DUI_PERIOD_NONE;
        return g_array_index (self->periods, DuiReporting, other).period;
      }
  return DUI_PERIOD_NONE;
}

DuiTier
dui_session_get_tier (DuiSession *self)
{
  return self->tier;
}

void
dui_session_set_tier (DuiSession *self,
                      DuiTier tier)
{
  if (self->tier == tier)
    return;
  self->tier = tier;
  if (self->panel)
    g_signal_emit (self, signals[UPDATED], 0);
}

guint
dui_session_get_place (DuiSession *self)
{
  return self->place;
}

void
dui_session_set_place (DuiSession *self,
                       guint place)
{
  if (self->place == place)
    return;
  self->place = place;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}
