/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import-reading.h"

struct _DuiImportReading
{
  GObject parent_instance;

  GPtrArray *paths;
  GPtrArray *batches; /* of DuiBatch, in the order of the paths; NULL until read */
  GHashTable *panels;
  char *problem;
  GCancellable *running;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DuiImportReading, dui_import_reading, G_TYPE_OBJECT)

/* What the reading thread needs and makes. */
typedef struct
{
  GStrv paths;
  DuiBook *book;
  DuiCatalog *catalog;
  DuiImportOptions options;
  char *encoding;
  char *measure;
  GHashTable *panels;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_strfreev (request->paths);
  g_object_unref (request->book);
  dui_catalog_unref (request->catalog);
  g_clear_object (&request->options.indicator);
  g_free (request->encoding);
  g_free (request->measure);
  g_hash_table_unref (request->panels);
  g_free (request);
}

/* Kept, because the preview shows what stands in the book beside what the sheet says. */
static DuiPanel *
get_panel (DuiIndicator *indicator,
           gpointer user_data,
           GError **error)
{
  Request *request = user_data;
  DuiPanel *panel = dui_book_get_panel (request->book, dui_indicator_get_code (indicator), error);

  if (panel)
    g_hash_table_insert (request->panels, g_object_ref (indicator), dui_panel_ref (panel));
  return panel;
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (DuiReadAhead) sheets
      = dui_read_ahead_new ((const char *const *) request->paths, request->options.encoding);
  GError *error = NULL;
  GPtrArray *batches = dui_import_read_files (sheets, request->catalog, &request->options,
                                              get_panel, request, &error);

  if (batches)
    g_task_return_pointer (task, batches, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
forget (DuiImportReading *self)
{
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->panels, g_hash_table_unref);
  g_clear_pointer (&self->problem, g_free);
}

static void
has_been_read (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  DuiImportReading *self = DUI_IMPORT_READING (object);
  GTask *task = G_TASK (result);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = g_task_propagate_pointer (task, &error);

  /* Overtaken. */
  if (g_task_get_cancellable (task) != self->running)
    return;
  g_clear_object (&self->running);
  self->batches = g_steal_pointer (&batches);
  self->panels = g_hash_table_ref (request->panels);
  self->problem = error ? g_strdup (error->message) : NULL;
  g_signal_emit (self, changed_signal, 0);
}

static void
dui_import_reading_finalize (GObject *object)
{
  DuiImportReading *self = DUI_IMPORT_READING (object);

  forget (self);
  g_clear_object (&self->running);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_import_reading_parent_class)->finalize (object);
}

static void
dui_import_reading_class_init (DuiImportReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_import_reading_finalize;
  changed_signal = g_signal_new ("changed", DUI_TYPE_IMPORT_READING, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_import_reading_init (DuiImportReading *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
}

DuiImportReading *
dui_import_reading_new (GPtrArray *paths)
{
  DuiImportReading *self = g_object_new (DUI_TYPE_IMPORT_READING, NULL);

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (self->paths, g_strdup (g_ptr_array_index (paths, i)));
  return self;
}

static Request *
request_new (DuiImportReading *self,
             DuiBook *book,
             DuiCatalog *catalog,
             const DuiImportOptions *options)
{
  Request *request = g_new0 (Request, 1);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < self->paths->len; i++)
    g_strv_builder_add (paths, g_ptr_array_index (self->paths, i));
  request->paths = g_strv_builder_end (paths);
  request->book = g_object_ref (book);
  request->catalog = dui_catalog_ref (catalog);
  request->encoding = g_strdup (options->encoding);
  request->measure = g_strdup (options->measure);
  request->panels
      = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) dui_panel_unref);
  request->options = *options;
  request->options.encoding = request->encoding;
  request->options.measure = request->measure;
  if (request->options.indicator)
    g_object_ref (request->options.indicator);
  return request;
}

void
dui_import_reading_start (DuiImportReading *self,
                          DuiBook *book,
                          DuiCatalog *catalog,
                          const DuiImportOptions *options)
{
  g_autoptr (GTask) task = NULL;

  forget (self);
  dui_import_reading_stop (self);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, has_been_read, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request_new (self, book, catalog, options), request_free);
  g_task_run_in_thread (task, read_in_thread);
  g_signal_emit (self, changed_signal, 0);
}

void
dui_import_reading_stop (DuiImportReading *self)
{
  g_clear_object (&self->running);
}

void
dui_import_reading_leave_out (DuiImportReading *self,
                              guint index)
{
  g_ptr_array_remove_index (self->paths, index);
  forget (self);
}

guint
dui_import_reading_get_n_files (DuiImportReading *self)
{
  return self->paths->len;
}

char *
dui_import_reading_dup_name (DuiImportReading *self,
                             guint index)
{
  return g_filename_display_basename (g_ptr_array_index (self->paths, index));
}

DuiImportState
dui_import_reading_get_state (DuiImportReading *self,
                              guint index)
{
  DuiBatch *batch = dui_import_reading_get_batch (self, index);

  if (self->running)
    return DUI_IMPORT_STATE_READING;
  if (!batch || batch->errors->len > 0)
    return DUI_IMPORT_STATE_WRONG;
  return batch->warnings->len > 0 ? DUI_IMPORT_STATE_DOUBTFUL : DUI_IMPORT_STATE_GOOD;
}

DuiBatch *
dui_import_reading_get_batch (DuiImportReading *self,
                              guint index)
{
  return self->batches ? g_ptr_array_index (self->batches, index) : NULL;
}

GPtrArray *
dui_import_reading_get_batches (DuiImportReading *self)
{
  return self->batches;
}

GHashTable *
dui_import_reading_get_panels (DuiImportReading *self)
{
  return self->panels;
}

const char *
dui_import_reading_get_problem (DuiImportReading *self)
{
  return self->problem;
}
