/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/backup-list.h"
#include "store/backup-look.h"
#include "store/backup.h"
#include "store/files.h"
#include "store/restore.h"

typedef struct
{
  const char *path; /* of a file that is not the book itself */
  char *made;       /* where what was made is */
  const DuiOccasion *occasion;
} Request;

static gpointer
back_up (DuiConnection *connection,
         gpointer input,
         GError **error)
{
  Request *request = input;

  return dui_backup_make (connection, &request->made, error) ? connection : NULL;
}

char *
dui_book_back_up (DuiBook *self,
                  GError **error)
{
  Request request = { NULL };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, back_up, &request, error) ? request.made : NULL;
}

static gpointer
back_up_changes (DuiConnection *connection,
                 gpointer input,
                 GError **error)
{
  return dui_backup_make_if_changed (connection, error) ? connection : NULL;
}

gboolean
dui_book_back_up_changes (DuiBook *self,
                          GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return dui_book_call (self, back_up_changes, NULL, error) != NULL;
}

static gpointer
copy (DuiConnection *connection,
      gpointer input,
      GError **error)
{
  Request *request = input;

  return dui_backup_copy (connection, request->path, error) ? connection : NULL;
}

gboolean
dui_book_copy (DuiBook *self,
               const char *path,
               GError **error)
{
  Request request = { path };

  g_return_val_if_fail (DUI_IS_BOOK (self) && path != NULL, FALSE);

  return dui_book_call (self, copy, &request, error) != NULL;
}

GStrv
dui_book_list_backups (const char *path)
{
  g_autofree char *book = dui_files_resolve (path);
  g_autoptr (GPtrArray) files = dui_backup_list_files (book);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < files->len; i++)
    g_strv_builder_add (names, ((DuiBackupFile *) g_ptr_array_index (files, i))->path);
  return g_strv_builder_end (names);
}

DuiBackupLook *
dui_book_find_whole_backup (const char *path)
{
  g_auto (GStrv) backups = dui_book_list_backups (path);
  DuiBackupLook *look = NULL;

  for (guint i = 0; backups[i] && look == NULL; i++)
    look = dui_backup_look (backups[i], NULL, NULL);
  return look;
}

static gpointer
look_inside (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  Request *request = input;

  return dui_backup_look (request->path, connection, error);
}

DuiBackupLook *
dui_book_look_inside (DuiBook *self,
                      const char *backup,
                      GError **error)
{
  Request request = { backup };

  g_return_val_if_fail (self == NULL || DUI_IS_BOOK (self), NULL);

  return self ? dui_book_call (self, look_inside, &request, error)
              : dui_backup_look (backup, NULL, error);
}

static void
look_in_thread (GTask *task,
                gpointer source,
                gpointer path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  DuiBackupLook *look = dui_backup_look (path, NULL, &error);

  if (look)
    g_task_return_pointer (task, look, (GDestroyNotify) dui_backup_look_free);
  else
    g_task_return_error (task, error);
}

static gpointer
look_inside_owned (DuiConnection *connection,
                   gpointer path,
                   GError **error)
{
  return dui_backup_look (path, connection, error);
}

void
dui_book_look_inside_async (DuiBook *self,
                            const char *backup,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (self == NULL || DUI_IS_BOOK (self));

  if (self)
    {
      dui_book_call_async (self, task, look_inside_owned, g_strdup (backup), g_free,
                           (GDestroyNotify) dui_backup_look_free);
      return;
    }
  g_task_set_task_data (task, g_strdup (backup), g_free);
  g_task_run_in_thread (task, look_in_thread);
  g_object_unref (task);
}

DuiBackupLook *
dui_book_look_inside_finish (DuiBook *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
restore (DuiConnection *connection,
         gpointer input,
         GError **error)
{
  Request *request = input;

  return dui_restore_run (connection, request->path, request->occasion, &request->made, error)
             ? connection
             : NULL;
}

gboolean
dui_book_restore (DuiBook *self,
                  const char *backup,
                  const DuiOccasion *occasion,
                  char **kept,
                  GError **error)
{
  Request request = { backup, NULL, occasion };
  gboolean done;

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  done = dui_book_call (self, restore, &request, error) != NULL;
  if (kept)
    *kept = g_steal_pointer (&request.made);
  g_free (request.made);
  return done;
}

gboolean
dui_book_rescue (const char *path,
                 const char *backup,
                 const DuiOccasion *occasion,
                 char **kept,
                 GError **error)
{
  g_autofree char *where = NULL;
  gboolean done = dui_restore_rescue (path, backup, occasion, &where, error);

  if (kept)
    *kept = g_steal_pointer (&where);
  return done;
}
