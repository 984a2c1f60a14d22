/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import-file.h"

struct _DuiImportFile
{
  GObject parent_instance;

  char *path;
  char *name;
  char *encoding;
  DuiCatalog *catalog;
  DuiBatch *batch;
  char *problem;
  GHashTable *panels; /* DuiIndicator -> DuiPanel */
  GCancellable *reading;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DuiImportFile, dui_import_file, G_TYPE_OBJECT)

/* What a reading thread needs and makes. */
typedef struct
{
  char *path;
  DuiBook *book;
  DuiCatalog *catalog;
  DuiImportOptions options;
  char *encoding;
  char *measure;
  GHashTable *panels;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_object_unref (reading->book);
  dui_catalog_unref (reading->catalog);
  g_clear_object (&reading->options.indicator);
  g_free (reading->encoding);
  g_free (reading->measure);
  g_hash_table_unref (reading->panels);
  g_free (reading);
}

/* Kept, because the preview shows what stands in the book beside what the sheet says. */
static DuiPanel *
get_panel (DuiIndicator *indicator,
           gpointer user_data,
           GError **error)
{
  Reading *reading = user_data;
  DuiPanel *panel = dui_book_get_panel (reading->book, dui_indicator_get_code (indicator), error);

  if (panel)
    g_hash_table_insert (reading->panels, g_object_ref (indicator), dui_panel_ref (panel));
  return panel;
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  DuiBatch *batch = dui_import_read (reading->path, reading->catalog, &reading->options, get_panel,
                                     reading, &error);

  if (batch)
    g_task_return_pointer (task, batch, (GDestroyNotify) dui_batch_unref);
  else
    g_task_return_error (task, error);
}

static void
has_been_read (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  DuiImportFile *self = DUI_IMPORT_FILE (object);
  GTask *task = G_TASK (result);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiBatch) batch = g_task_propagate_pointer (task, &error);

  /* Overtaken. */
  if (g_task_get_cancellable (task) != self->reading)
    return;
  g_clear_object (&self->reading);
  self->batch = g_steal_pointer (&batch);
  self->problem = error ? g_strdup (error->message) : NULL;
  self->panels = g_hash_table_ref (reading->panels);
  g_signal_emit (self, changed_signal, 0);
}

static void
forget (DuiImportFile *self)
{
  g_clear_pointer (&self->batch, dui_batch_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->panels, g_hash_table_unref);
}

static void
dui_import_file_finalize (GObject *object)
{
  DuiImportFile *self = DUI_IMPORT_FILE (object);

  forget (self);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  g_free (self->path);
  g_free (self->name);
  g_free (self->encoding);
  G_OBJECT_CLASS (dui_import_file_parent_class)->finalize (object);
}

static void
dui_import_file_class_init (DuiImportFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_import_file_finalize;
  changed_signal = g_signal_new ("changed", DUI_TYPE_IMPORT_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
dui_import_file_init (DuiImportFile *self)
{
}

DuiImportFile *
dui_import_file_new (const char *path)
{
  DuiImportFile *self = g_object_new (DUI_TYPE_IMPORT_FILE, NULL);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return self;
}

void
dui_import_file_read (DuiImportFile *self,
                      DuiBook *book,
                      DuiCatalog *catalog,
                      const DuiImportOptions *options)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  forget (self);
  dui_import_file_cancel (self);
  self->reading = g_cancellable_new ();
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  self->catalog = dui_catalog_ref (catalog);

  reading->path = g_strdup (self->path);
  reading->book = g_object_ref (book);
  reading->catalog = dui_catalog_ref (catalog);
  reading->encoding = g_strdup (self->encoding);
  reading->measure = g_strdup (options->measure);
  reading->panels = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                           (GDestroyNotify) dui_panel_unref);
  reading->options = *options;
  reading->options.encoding = reading->encoding;
  reading->options.measure = reading->measure;
  if (reading->options.indicator)
    g_object_ref (reading->options.indicator);

  task = g_task_new (self, self->reading, has_been_read, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
  g_signal_emit (self, changed_signal, 0);
}

void
dui_import_file_cancel (DuiImportFile *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

void
dui_import_file_set_encoding (DuiImportFile *self,
                              const char *encoding)
{
  g_free (self->encoding);
  self->encoding = g_strdup (encoding);
}

const char *
dui_import_file_get_encoding (DuiImportFile *self)
{
  return self->encoding;
}

const char *
dui_import_file_get_name (DuiImportFile *self)
{
  return self->name;
}

DuiImportFileState
dui_import_file_get_state (DuiImportFile *self)
{
  if (self->reading)
    return DUI_IMPORT_FILE_READING;
  if (!self->batch || self->batch->errors->len > 0)
    return DUI_IMPORT_FILE_WRONG;
  return self->batch->warnings->len > 0 ? DUI_IMPORT_FILE_DOUBTFUL : DUI_IMPORT_FILE_GOOD;
}

DuiBatch *
dui_import_file_get_batch (DuiImportFile *self)
{
  return self->batch;
}

const char *
dui_import_file_get_problem (DuiImportFile *self)
{
  return self->problem;
}

DuiCatalog *
dui_import_file_get_catalog (DuiImportFile *self)
{
  return self->catalog;
}

DuiPanel *
dui_import_file_get_panel (DuiImportFile *self,
                           guint indicator)
{
  if (!self->panels)
    return NULL;
  return g_hash_table_lookup (self->panels, g_ptr_array_index (self->catalog->indicators, indicator));
}
