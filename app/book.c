/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/reader.h"
#include "store/sample.h"
#include "store/starter.h"

#include <glib/gi18n-lib.h>

/* How often another program's changes are looked for. */
#define LOOK_SECONDS 2

struct _DuiBook
{
  GObject parent_instance;

  char *path;
  char *read_only_reason;
  DuiStore *store; /* NULL once closed */

  GMainContext *context;
  GSource *look_timer;
  gint64 announced; /* version, on the context */

  GMutex lock; /* over what is below */
  DuiReading reading;
  GHashTable *panels; /* code to DuiPanel, of the reading's version */
};

enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_READ_ONLY_REASON,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (DuiBook, dui_book, G_TYPE_OBJECT)

static void
dui_book_get_property (GObject *object,
                       guint property_id,
                       GValue *value,
                       GParamSpec *pspec)
{
  DuiBook *self = DUI_BOOK (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only_reason != NULL);
      break;
    case PROP_READ_ONLY_REASON:
      g_value_set_string (value, self->read_only_reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dui_book_finalize (GObject *object)
{
  DuiBook *self = DUI_BOOK (object);

  dui_book_close (self);
  dui_reading_clear (&self->reading);
  g_hash_table_unref (self->panels);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self->read_only_reason);
  G_OBJECT_CLASS (dui_book_parent_class)->finalize (object);
}

static void
dui_book_class_init (DuiBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dui_book_get_property;
  object_class->finalize = dui_book_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY_REASON]
      = g_param_spec_string ("read-only-reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  changed_signal = g_signal_new ("changed", DUI_TYPE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dui_book_init (DuiBook *self)
{
  g_mutex_init (&self->lock);
  self->panels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) dui_panel_unref);
  self->context = g_main_context_ref_thread_default ();
}

const char *
dui_book_get_path (DuiBook *self)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return self->path;
}

const char *
dui_book_get_read_only_reason (DuiBook *self)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return self->read_only_reason;
}

char *
dui_book_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "duibiao", "book.duibiao", NULL);
}

/* Calls to the store ------------------------------------------------------------------------------ */

void
dui_book_tell (DuiBook *self)
{
  gint64 version = self->store ? dui_store_get_version (self->store) : self->announced;

  if (version > self->announced)
    {
      self->announced = version;
      g_signal_emit (self, changed_signal, 0);
    }
}

static gboolean
tell (gpointer data)
{
  dui_book_tell (data);
  return G_SOURCE_REMOVE;
}

/* After every command and look: tells the context when the version has grown. */
static void
announce (DuiBook *self)
{
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell, g_object_ref (self),
                              g_object_unref);
}

static gboolean
is_open (DuiBook *self,
         GError **error)
{
  if (self->store)
    return TRUE;
  g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_FAILED,
                       _ ("The book is closed. Open it again."));
  return FALSE;
}

gpointer
dui_book_call (DuiBook *self,
               DuiStoreFunc func,
               gpointer input,
               GError **error)
{
  gpointer result;

  if (!is_open (self, error))
    return NULL;
  result = dui_store_call (self->store, func, input, error);
  announce (self);
  return result;
}

void
dui_book_call_async (DuiBook *self,
                     GTask *task,
                     DuiStoreFunc func,
                     gpointer input,
                     GDestroyNotify free_input,
                     GDestroyNotify free_result)
{
  GError *error = NULL;

  if (is_open (self, &error))
    {
      dui_store_call_async (self->store, func, input, free_input, free_result, task);
      return;
    }
  free_input (input);
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Opening and closing ------------------------------------------------------------------------------ */

static gpointer
look (DuiConnection *connection,
      gpointer input,
      GError **error)
{
  dui_connection_look (connection);
  return connection;
}

static void
look_done (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  dui_book_tell (DUI_BOOK (object));
}

void
dui_book_look (DuiBook *self)
{
  g_return_if_fail (DUI_IS_BOOK (self));

  if (self->store)
    dui_store_call_async (self->store, look, NULL, NULL, NULL,
                          g_task_new (self, NULL, look_done, NULL));
}

/* The timer holds no reference to the book, each look does. */
static gboolean
look_again (gpointer data)
{
  dui_book_look (data);
  return G_SOURCE_CONTINUE;
}

static void
start_looking (DuiBook *self)
{
  self->announced = dui_store_get_version (self->store);
  self->look_timer = g_timeout_source_new_seconds (LOOK_SECONDS);
  g_source_set_callback (self->look_timer, look_again, self, NULL);
  g_source_attach (self->look_timer, self->context);
}

DuiBook *
dui_book_open (const char *path,
               GError **error)
{
  g_autofree char *reason = NULL;
  DuiStore *store;
  DuiBook *self;

  g_return_val_if_fail (path != NULL, NULL);

  store = dui_store_open (path, &reason, error);
  if (store == NULL)
    return NULL;
  self = g_object_new (DUI_TYPE_BOOK, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->read_only_reason = g_steal_pointer (&reason);
  self->store = store;
  start_looking (self);
  return self;
}

void
dui_book_close (DuiBook *self)
{
  g_return_if_fail (DUI_IS_BOOK (self));

  if (self->look_timer)
    g_source_destroy (self->look_timer);
  g_clear_pointer (&self->look_timer, g_source_unref);
  g_clear_pointer (&self->store, dui_store_close);
}

static gpointer
fill (DuiConnection *connection,
      gpointer input,
      GError **error)
{
  return dui_starter_fill (connection, input, NULL, FALSE, error) ? connection : NULL;
}

DuiBook *
dui_book_create (const char *path,
                 const char *code,
                 GError **error)
{
  g_return_val_if_fail (path != NULL && code != NULL, NULL);

  if (!dui_store_build (path, fill, (gpointer) code, error))
    return NULL;
  return dui_book_open (path, error);
}

static gpointer
fill_sample (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  return dui_sample_fill (connection, error) ? connection : NULL;
}

DuiBook *
dui_book_create_sample (const char *path,
                        GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!dui_store_build (path, fill_sample, NULL, error))
    return NULL;
  return dui_book_open (path, error);
}

/* Reading ------------------------------------------------------------------------------------------ */

typedef struct
{
  DuiBook *book; /* lives as long as the call */
  char *indicator;
} Request;

static void
request_free (Request *request)
{
  g_free (request->indicator);
  g_free (request);
}

static DuiPanel *
find_panel (DuiBook *self,
            const char *indicator)
{
  DuiPanel *panel = g_hash_table_lookup (self->panels, indicator);

  return panel ? dui_panel_ref (panel) : NULL;
}

/* What was read replaces what is kept, unless somebody has read something newer meanwhile. */
static void
keep (DuiBook *self,
      const char *indicator,
      const DuiReading *reading)
{
  g_mutex_lock (&self->lock);
  if (reading->version > self->reading.version)
    {
      g_hash_table_remove_all (self->panels);
      dui_reading_clear (&self->reading);
      self->reading.catalog = dui_catalog_ref (reading->catalog);
      self->reading.version = reading->version;
    }
  if (reading->panel && reading->version == self->reading.version)
    g_hash_table_replace (self->panels, g_strdup (indicator), dui_panel_ref (reading->panel));
  g_mutex_unlock (&self->lock);
}

/* On the store thread: the catalog, or with an indicator its panel; the caller owns a reference. */
static gpointer
read_panel (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Request *request = input;
  DuiBook *self = request->book;
  DuiReading reading = { 0 };
  gpointer result = NULL;

  g_mutex_lock (&self->lock);
  reading.version = self->reading.version;
  reading.catalog = self->reading.catalog ? dui_catalog_ref (self->reading.catalog) : NULL;
  g_mutex_unlock (&self->lock);

  if (dui_reader_read (connection, request->indicator, &reading, error))
    {
      keep (self, request->indicator, &reading);
      result = request->indicator ? (gpointer) dui_panel_ref (reading.panel)
                                  : (gpointer) dui_catalog_ref (reading.catalog);
    }
  dui_reading_clear (&reading);
  return result;
}

DuiCatalog *
dui_book_read_catalog (DuiBook *self,
                       DuiConnection *connection,
                       GError **error)
{
  Request request = { self, NULL };

  return read_panel (connection, &request, error);
}

/* What is kept answers at once, even while a long command runs. */
static gpointer
find_kept (DuiBook *self,
           const char *indicator)
{
  gpointer found = NULL;

  g_mutex_lock (&self->lock);
  if (self->store && self->reading.version == dui_store_get_version (self->store))
    found = indicator ? (gpointer) find_panel (self, indicator)
                      : (gpointer) dui_catalog_ref (self->reading.catalog);
  g_mutex_unlock (&self->lock);
  return found;
}

static gpointer
get (DuiBook *self,
     const char *indicator,
     GError **error)
{
  gpointer found = find_kept (self, indicator);
  Request request = { self, (char *) indicator };

  return found ? found : dui_book_call (self, read_panel, &request, error);
}

DuiCatalog *
dui_book_get_catalog (DuiBook *self,
                      GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return get (self, NULL, error);
}

DuiPanel *
dui_book_get_panel (DuiBook *self,
                    const char *indicator,
                    GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self) && indicator != NULL, NULL);

  return get (self, indicator, error);
}

void
dui_book_get_panel_async (DuiBook *self,
                          const char *indicator,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  DuiPanel *panel = find_kept (self, indicator);
  Request *request;

  g_task_set_source_tag (task, dui_book_get_panel_async);
  if (panel)
    {
      g_task_return_pointer (task, panel, (GDestroyNotify) dui_panel_unref);
      g_object_unref (task);
      return;
    }
  request = g_new (Request, 1);
  request->book = self;
  request->indicator = g_strdup (indicator);
  dui_book_call_async (self, task, read_panel, request, (GDestroyNotify) request_free,
                       (GDestroyNotify) dui_panel_unref);
}

DuiPanel *
dui_book_get_panel_finish (DuiBook *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  dui_book_tell (self);
  return g_task_propagate_pointer (G_TASK (result), error);
}
