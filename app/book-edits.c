/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/backup.h"
#include "store/check.h"
#include "store/command.h"
#include "store/edits.h"
#include "store/history.h"
#include "store/import.h"

#include <glib/gi18n-lib.h>

/* The values of any edit; which are used depends on the command. */
typedef struct
{
  DuiIndicator *indicator;
  gint64 place;
  DuiPeriod period;
  const DuiFigureValues *values;
  GArray *figures; /* of DuiFigureEdit */
  const DuiTarget *target;
  const GArray *targets; /* of DuiTarget */
  const gint64 *places;  /* ids, of @targets */
  const DuiPlan *plan;
  const char *key;
  const char *value;
  GPtrArray *batches;
  DuiOccasion occasion;
} Edit;

static gpointer
import (DuiConnection *connection,
        gpointer input,
        GError **error)
{
  Edit *edit = input;

  return dui_backup_make_if_changed (connection, error)
                 && dui_import_run (connection, edit->batches, &edit->occasion, error)
             ? connection
             : NULL;
}

static gpointer
set_figure (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Edit *edit = input;

  return dui_edits_set_figure (connection, edit->place, edit->indicator, edit->period,
                               edit->values, &edit->occasion, error)
             ? connection
             : NULL;
}

static gpointer
set_figures (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  Edit *edit = input;

  return dui_edits_set_figures (connection, edit->indicator, edit->period, edit->figures,
                                &edit->occasion, error)
             ? connection
             : NULL;
}

static gpointer
set_target (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Edit *edit = input;

  return dui_edits_set_target (connection, edit->place, edit->indicator, edit->target,
                               &edit->occasion, error)
             ? connection
             : NULL;
}

static gpointer
set_targets (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  Edit *edit = input;

  return dui_edits_set_targets (connection, edit->places, edit->indicator, edit->targets,
                                &edit->occasion, error)
             ? connection
             : NULL;
}

static gpointer
set_plan (DuiConnection *connection,
          gpointer input,
          GError **error)
{
  Edit *edit = input;

  return dui_edits_set_plan (connection, edit->indicator, edit->plan, &edit->occasion, error)
             ? connection
             : NULL;
}

static gpointer
set_setting (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  Edit *edit = input;

  return dui_edits_set_setting (connection, edit->key, edit->period, edit->value, &edit->occasion,
                                error)
             ? connection
             : NULL;
}

/* Finds what the edit is about in the newest catalog, then runs @func. */
static gboolean
run_edit (DuiBook *self,
          DuiStoreFunc func,
          Edit *edit,
          const char *indicator,
          guint place,
          const DuiOccasion *occasion,
          GError **error)
{
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (self, error);

  if (catalog == NULL)
    return FALSE;
  edit->occasion = *occasion;
  edit->indicator = indicator ? dui_catalog_get_indicator (catalog, indicator) : NULL;
  if ((indicator && edit->indicator == NULL)
      || (place != DUI_NO_PLACE && place >= catalog->places->len))
    {
      g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND,
                           _ ("The book has no such place or indicator. Choose one of those that "
                              "it has."));
      return FALSE;
    }
  if (place != DUI_NO_PLACE)
    edit->place = dui_place_get_id (dui_catalog_get_place (catalog, place));
  return dui_book_call (self, func, edit, error) != NULL;
}

gboolean
dui_book_set_figure (DuiBook *self,
                     guint place,
                     const char *indicator,
                     DuiPeriod period,
                     const DuiFigureValues *values,
                     const DuiOccasion *occasion,
                     GError **error)
{
  Edit edit = { .period = period, .values = values };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return run_edit (self, set_figure, &edit, indicator, place, occasion, error);
}

gboolean
dui_book_set_figures (DuiBook *self,
                      const char *indicator,
                      DuiPeriod period,
                      GArray *figures,
                      const DuiOccasion *occasion,
                      GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (DuiFigureEdit));
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (self, error);
  Edit edit = { .period = period, .figures = edits };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  if (catalog == NULL)
    return FALSE;
  for (guint i = 0; i < figures->len; i++)
    {
      const DuiBookFigure *figure = &g_array_index (figures, DuiBookFigure, i);
      DuiFigureEdit added = { .values = figure->values };

      g_return_val_if_fail (figure->place < catalog->places->len, FALSE);
      added.place = dui_place_get_id (dui_catalog_get_place (catalog, figure->place));
      g_array_append_val (edits, added);
    }
  return run_edit (self, set_figures, &edit, indicator, DUI_NO_PLACE, occasion, error);
}

gboolean
dui_book_set_target (DuiBook *self,
                     const char *indicator,
                     const DuiTarget *target,
                     const DuiOccasion *occasion,
                     GError **error)
{
  Edit edit = { .target = target };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return run_edit (self, set_target, &edit, indicator, target->place, occasion, error);
}

gboolean
dui_book_set_targets (DuiBook *self,
                      const char *indicator,
                      const GArray *targets,
                      const DuiOccasion *occasion,
                      GError **error)
{
  g_autofree gint64 *places = g_new (gint64, targets->len);
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (self, error);
  Edit edit = { .targets = targets, .places = places };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  if (catalog == NULL)
    return FALSE;
  for (guint i = 0; i < targets->len; i++)
    {
      guint place = g_array_index (targets, DuiTarget, i).place;

      g_return_val_if_fail (place < catalog->places->len, FALSE);
      places[i] = dui_place_get_id (dui_catalog_get_place (catalog, place));
    }
  return run_edit (self, set_targets, &edit, indicator, DUI_NO_PLACE, occasion, error);
}

gboolean
dui_book_set_plan (DuiBook *self,
                   const char *indicator,
                   const DuiPlan *plan,
                   const DuiOccasion *occasion,
                   GError **error)
{
  Edit edit = { .plan = plan };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return run_edit (self, set_plan, &edit, indicator, DUI_NO_PLACE, occasion, error);
}

gboolean
dui_book_set_setting (DuiBook *self,
                      const char *key,
                      DuiPeriod from,
                      const char *value,
                      const DuiOccasion *occasion,
                      GError **error)
{
  Edit edit = { .key = key, .period = from, .value = value };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return run_edit (self, set_setting, &edit, NULL, DUI_NO_PLACE, occasion, error);
}

static gpointer
name_user (DuiConnection *connection,
           gpointer input,
           GError **error)
{
  return dui_command_name_user (connection, _ ("The book could not be read"), error);
}

char *
dui_book_dup_user_name (DuiBook *self,
                        GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, name_user, NULL, error);
}

gboolean
dui_book_import (DuiBook *self,
                 GPtrArray *batches,
                 const DuiOccasion *occasion,
                 GError **error)
{
  Edit edit = { .batches = batches, .occasion = *occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return dui_book_call (self, import, &edit, error) != NULL;
}

static void
free_import (Edit *edit)
{
  g_ptr_array_unref (edit->batches);
  g_free ((char *) edit->occasion.reason);
  g_free ((char *) edit->occasion.who);
  g_free (edit);
}

void
dui_book_import_async (DuiBook *self,
                       GPtrArray *batches,
                       const DuiOccasion *occasion,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Edit *edit = g_new0 (Edit, 1);

  g_task_set_source_tag (task, dui_book_import_async);
  edit->batches = g_ptr_array_ref (batches);
  edit->occasion.reason = g_strdup (occasion->reason);
  edit->occasion.who = g_strdup (occasion->who);
  dui_book_call_async (self, task, import, edit, (GDestroyNotify) free_import, NULL);
}

gboolean
dui_book_import_finish (DuiBook *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  dui_book_tell (self);
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/* History and check --------------------------------------------------------------------------------- */

typedef struct
{
  DuiBook *book;
  const DuiHistorySubject *subject;
} HistoryRequest;

static gpointer
read_history (DuiConnection *connection,
              gpointer input,
              GError **error)
{
  HistoryRequest *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog ? dui_history_read (connection, catalog, request->subject, error) : NULL;
}

GPtrArray *
dui_book_get_history (DuiBook *self,
                      const DuiHistorySubject *subject,
                      GError **error)
{
  HistoryRequest request = { self, subject };

  g_return_val_if_fail (DUI_IS_BOOK (self) && subject != NULL, NULL);

  return dui_book_call (self, read_history, &request, error);
}

static gpointer
check (DuiConnection *connection,
       gpointer input,
       GError **error)
{
  return dui_check_run (connection, error);
}

GPtrArray *
dui_book_check (DuiBook *self,
                GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, check, NULL, error);
}
