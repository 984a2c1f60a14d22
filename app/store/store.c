/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include <glib/gi18n-lib.h>

/* How many steps of SQLite's machine between two looks at the cancellable. */
#define STEPS_BETWEEN_LOOKS 20000

struct _DuiStore
{
  GThread *thread;
  GAsyncQueue *jobs;
  DuiConnection *connection; /* touched by the thread alone */
  gint64 version;            /* atomic copy of the connection's */
  GMutex lock;               /* over "done" of the jobs that somebody waits for */
  GCond answered;
  gatomicrefcount references;
};

/* One command on its way. Somebody who waits owns it, else the thread. */
typedef struct
{
  DuiStoreFunc func; /* NULL ends the thread */
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
  GTask *task; /* NULL when somebody waits */

  gpointer result;
  GError *error;
  gboolean done;
} Job;

static void
store_unref (DuiStore *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->answered);
  g_free (self);
}

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
run_func (DuiStore *self,
          Job *job)
{
  GCancellable *cancellable = job->task ? g_task_get_cancellable (job->task) : NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return;
  /* What the command before could not roll back, for want of memory, is rolled back now. */
  dui_connection_rollback (self->connection);
  sqlite3_progress_handler (self->connection->db, STEPS_BETWEEN_LOOKS,
                            cancellable ? is_cancelled : NULL, cancellable);
  job->result = job->func (self->connection, job->input, &job->error);
  sqlite3_progress_handler (self->connection->db, 0, NULL, NULL);
  __atomic_store_n (&self->version, self->connection->version, __ATOMIC_RELEASE);
}

static void
answer_task (Job *job)
{
  GTask *task = job->task;

  if (job->free_input)
    job->free_input (job->input);
  if (job->error)
    g_task_return_error (task, job->error);
  else
    g_task_return_pointer (task, job->result, job->free_result);
  g_free (job);
  g_object_unref (task);
}

static void
answer_waiting (DuiStore *self,
                Job *job)
{
  g_mutex_lock (&self->lock);
  job->done = TRUE;
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->lock);
}

static gpointer
run_thread (gpointer data)
{
  DuiStore *self = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (self->jobs);

      if (job->func == NULL)
        {
          g_free (job);
          break;
        }
      run_func (self, job);
      if (job->task)
        answer_task (job);
      else
        answer_waiting (self, job);
    }
  g_clear_pointer (&self->connection, dui_connection_free);
  store_unref (self);
  return NULL;
}

/* The first thing that a store thread does is open, with this instead of a connection. */
typedef struct
{
  const char *path;
  DuiStoreFunc fill; /* to build a new one */
  gpointer input;
  DuiConnection *connection;
  GError *error;
} Opening;

static gpointer
open_connection (gpointer data)
{
  Opening *opening = data;

  opening->connection = dui_connection_open (opening->path, &opening->error);
  return NULL;
}

static gpointer
build_connection (gpointer data)
{
  Opening *opening = data;
  g_autoptr (DuiConnection) connection = dui_connection_build (opening->path, &opening->error);

  if (connection == NULL || opening->fill (connection, opening->input, &opening->error) == NULL)
    return NULL;
  dui_connection_publish (g_steal_pointer (&connection), &opening->error);
  return NULL;
}

DuiStore *
dui_store_open (const char *path,
                char **read_only_reason,
                GError **error)
{
  Opening opening = { .path = path };
  DuiStore *self;

  /* SQLite lets a connection move between threads as long as one uses it at a time. */
  g_thread_join (g_thread_new ("store", open_connection, &opening));
  if (opening.connection == NULL)
    {
      g_propagate_error (error, opening.error);
      return NULL;
    }
  self = g_new0 (DuiStore, 1);
  self->connection = opening.connection;
  self->version = self->connection->version;
  *read_only_reason = g_strdup (self->connection->read_only_reason);
  self->jobs = g_async_queue_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->answered);
  g_atomic_ref_count_init (&self->references);
  g_atomic_ref_count_inc (&self->references);
  self->thread = g_thread_new ("store", run_thread, self);
  return self;
}

void
dui_store_close (DuiStore *self)
{
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  if (self->thread == g_thread_self ())
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  store_unref (self);
}

gpointer
dui_store_call (DuiStore *self,
                DuiStoreFunc func,
                gpointer input,
                GError **error)
{
  Job job = { .func = func, .input = input };

  g_async_queue_push (self->jobs, &job);
  g_mutex_lock (&self->lock);
  while (!job.done)
    g_cond_wait (&self->answered, &self->lock);
  g_mutex_unlock (&self->lock);
  if (job.error)
    g_propagate_error (error, job.error);
  return job.result;
}

void
dui_store_call_async (DuiStore *self,
                      DuiStoreFunc func,
                      gpointer input,
                      GDestroyNotify free_input,
                      GDestroyNotify free_result,
                      GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->input = input;
  job->free_input = free_input;
  job->free_result = free_result;
  job->task = task;
  g_async_queue_push (self->jobs, job);
}

gint64
dui_store_get_version (DuiStore *self)
{
  return __atomic_load_n (&self->version, __ATOMIC_ACQUIRE);
}

gboolean
dui_store_build (const char *path,
                 DuiStoreFunc fill,
                 gpointer input,
                 GError **error)
{
  Opening opening = { .path = path, .fill = fill, .input = input };

  g_thread_join (g_thread_new ("store", build_connection, &opening));
  if (opening.error == NULL)
    return TRUE;
  g_propagate_error (error, opening.error);
  return FALSE;
}
