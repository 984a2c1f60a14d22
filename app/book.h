/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open county book: the one face of the store for ui/ and the command line.
 *
 * One store thread owns the only SQLite connection. Every function here puts one command to it and
 * waits; the _async forms return at once and finish on the caller's main context. What they return
 * is immutable and reference-counted. What commands take and give besides is in store/records.h.
 * Errors are DUI_STORE_ERROR (store/error.h), and their messages are sentences for the user: what
 * failed and what to do. */
#pragma once

#include <gio/gio.h>

#include "model/batch.h"
#include "model/case.h"
#include "model/bulletin.h"
#include "model/month.h"
#include "model/panel.h"
#include "model/scheme.h"
#include "store/change.h"
#include "store/error.h"
#include "store/records.h"

G_BEGIN_DECLS

#define DUI_TYPE_BOOK (dui_book_get_type ())
G_DECLARE_FINAL_TYPE (DuiBook, dui_book, DUI, BOOK, GObject)

/* Signal "changed": a command of ours or of another program has changed the book; emitted on the
 * main context that opened it.
 * Properties: path, read-only, read-only-reason. */

/* The user's book: $XDG_DATA_HOME/duibiao/book.duibiao. The caller frees it. */
char *dui_book_default_path (void);

/* Migrates an older book after a verified backup; never makes a new one. */
DuiBook *dui_book_open (const char *path, GError **error);

/* Makes a book for the place @code of the built-in code table: its children are the places that are
 * ranked, its siblings the peers. Refuses an existing file. */
DuiBook *dui_book_create (const char *path, const char *code, GError **error);

/* The sample county, marked as such; the same bytes of content every time. */
DuiBook *dui_book_create_sample (const char *path, GError **error);

const char *dui_book_get_path (DuiBook *self);
/* A sentence for the banner when the book can only be read; NULL when it can be written. */
const char *dui_book_get_read_only_reason (DuiBook *self);

/* Looks whether another program has changed the book, which is done every 2 s anyway: for when a
 * window gets the focus. Returns at once; "changed" tells. */
void dui_book_look (DuiBook *self);

/* The newest state; the caller owns a reference. Cached until the book changes. */
DuiCatalog *dui_book_get_catalog (DuiBook *self, GError **error);
DuiPanel *dui_book_get_panel (DuiBook *self, const char *indicator, GError **error);
void dui_book_get_panel_async (DuiBook *self, const char *indicator, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
DuiPanel *dui_book_get_panel_finish (DuiBook *self, GAsyncResult *result, GError **error);

/* All of @batches in one command, or nothing. Refuses batches with errors, and batches whose
 * verdicts are no longer true because the book changed meanwhile (DUI_STORE_ERROR_STALE: make them again). */
gboolean dui_book_import (DuiBook *self, GPtrArray *batches, const DuiOccasion *occasion,
                          GError **error);
void dui_book_import_async (DuiBook *self, GPtrArray *batches, const DuiOccasion *occasion,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean dui_book_import_finish (DuiBook *self, GAsyncResult *result, GError **error);

/* Writes all of @values; a status may replace a higher one only here, never by import. */
gboolean dui_book_set_figure (DuiBook *self, guint place, const char *indicator, DuiPeriod period,
                              const DuiFigureValues *values, const DuiOccasion *occasion,
                              GError **error);

/* What was typed for many places of one indicator and period, as one command: @figures of
 * DuiBookFigure, each place once. New figures need no reason. */
typedef struct
{
  guint place; /* index in the catalog */
  DuiFigureValues values;
} DuiBookFigure;

gboolean dui_book_set_figures (DuiBook *self, const char *indicator, DuiPeriod period,
                               GArray *figures, const DuiOccasion *occasion, GError **error);

/* Adds a version (target->document may be NULL); the same place, year, tier and effective date
 * replaces that version (更正目标, R2). */
gboolean dui_book_set_target (DuiBook *self, const char *indicator, const DuiTarget *target,
                              const DuiOccasion *occasion, GError **error);

/* The same for @targets, of DuiTarget, as one command: a county's target with its parts. */
gboolean dui_book_set_targets (DuiBook *self, const char *indicator, const GArray *targets,
                               const DuiOccasion *occasion, GError **error);

/* An even plan is none: the year is judged by exact twelfths then. */
gboolean dui_book_set_plan (DuiBook *self, const char *indicator, const DuiPlan *plan,
                            const DuiOccasion *occasion, GError **error);

gboolean dui_book_set_setting (DuiBook *self, const char *key, DuiPeriod from, const char *value,
                               const DuiOccasion *occasion, GError **error);

/* The notes that closed questions about figures of @indicator at @period, oldest first: an array of
 * DuiQuestion* that frees them. */
GPtrArray *dui_book_list_notes (DuiBook *self, const char *indicator, DuiPeriod period,
                                GError **error);
/* Closes @question of @indicator at @period with its note. */
gboolean dui_book_note (DuiBook *self, const char *indicator, DuiPeriod period,
                        const DuiQuestion *question, const DuiOccasion *occasion, GError **error);
/* When the states of @period were entered that are entered by hand. */
gboolean dui_book_read_month (DuiBook *self, DuiPeriod period, DuiMonth *month, GError **error);
/* DUI_STORE_ERROR_REFUSED for one that was entered already; what else it needs is the caller's to ask. */
gboolean dui_book_enter_month (DuiBook *self, DuiPeriod period, DuiMonthState state, DuiDay day,
                               const DuiOccasion *occasion, GError **error);

/* The scoring schemes, by their first period: an array of DuiScheme* that frees them. */
GPtrArray *dui_book_list_schemes (DuiBook *self, GError **error);
/* A panel for each part of @scheme, of one state of the book: an array of DuiPanel* that unrefs them. */
GPtrArray *dui_book_get_scheme_panels (DuiBook *self, const DuiScheme *scheme, GError **error);
/* Writes all of @scheme in place of the one of that name; refuses weights that do not sum to 100, rules
 * that can't judge their indicator, and a second scheme from the same period. */
gboolean dui_book_set_scheme (DuiBook *self, const DuiScheme *scheme, const DuiOccasion *occasion,
                              GError **error);

/* The ledger of explanations and reviews (store/cases.h), the newest period first: an array of DuiCase*
 * that frees them. */
GPtrArray *dui_book_list_cases (DuiBook *self, GError **error);
/* Opens those of @cases, from analysis/candidates.h, that the book does not have. */
gboolean dui_book_open_cases (DuiBook *self, GPtrArray *cases, DuiDay asked_on, DuiDay due_on,
                              const DuiOccasion *occasion, guint *n_opened, GError **error);
gboolean dui_book_record_case (DuiBook *self, gint64 id, const DuiCaseEvent *event, GBytes *file,
                               const DuiOccasion *occasion, GError **error);
GBytes *dui_book_read_case_file (DuiBook *self, const char *sha256, GError **error);

/* How the log calls whoever is logged in: the login's real name, or what the setting "name" was set to by
 * the same login. The caller frees it. */
char *dui_book_dup_user_name (DuiBook *self, GError **error);

/* What can be undone: an array of DuiUndoStep* that frees them, the next one first. */
GPtrArray *dui_book_list_undo (DuiBook *self, GError **error);
/* What can be redone after undo, until something else is changed. */
GPtrArray *dui_book_list_redo (DuiBook *self, GError **error);
void dui_book_list_undo_async (DuiBook *self, gboolean redo, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *dui_book_list_undo_finish (DuiBook *self, GAsyncResult *result, GError **error);

/* Undo the next command of the list, an import as one; redo the one that was undone last. @command:
 * the one that the user saw, refused when it is not the next any more, or 0 for whichever it is.
 * The reason is optional. The caller frees what tells which it was. DUI_STORE_ERROR_STALE when
 * what it wrote has been changed since, DUI_STORE_ERROR_REFUSED when there is nothing to undo:
 * nothing is changed then. */
DuiUndoStep *dui_book_undo (DuiBook *self, gint64 command, const DuiOccasion *occasion,
                            GError **error);
DuiUndoStep *dui_book_redo (DuiBook *self, gint64 command, const DuiOccasion *occasion,
                            GError **error);

/* The history of a figure, a target, a plan, a setting or a place: an array of DuiChange* that frees
 * them, newest first; empty for what was never written. dui_change_describe() makes the line to show of
 * each. DUI_STORE_ERROR_DAMAGED when log and book do not agree. */
GPtrArray *dui_book_get_history (DuiBook *self, const DuiHistorySubject *subject, GError **error);

/* The panel of @indicator after @command, taken back from the log, and as it is now, of one moment; the
 * caller unrefs both. Places, plans and settings are those of now in both. */
gboolean dui_book_get_panels_since (DuiBook *self, const char *indicator, gint64 command,
                                    DuiPanel **then, DuiPanel **now, GError **error);
/* Sets @command to the last one before @day began, 0 for none. */
gboolean dui_book_find_command_before (DuiBook *self, DuiDay day, gint64 *command, GError **error);

/* What bulletins froze of the figure @subject: an array of DuiIssuedFigure* that frees them, newest
 * first. */
GPtrArray *dui_book_list_issued (DuiBook *self, const DuiHistorySubject *subject, GError **error);

/* Issues a bulletin of @indicator (analysis/issue.h makes the rows): final, it can't be undone, nor what
 * was done before it. DUI_STORE_ERROR_REFUSED for a period that has one which it does not correct, DUI_STORE_ERROR_STALE when the
 * book is not what the rows were made from any more. */
gboolean dui_book_issue_bulletin (DuiBook *self, const char *indicator,
                                  const DuiBulletinDraft *draft, const DuiOccasion *occasion,
                                  GError **error);
/* All bulletins without their rows: an array of DuiIssuedBulletin* that frees them, the newest period
 * first. */
GPtrArray *dui_book_list_bulletins (DuiBook *self, GError **error);
/* The newest one of @indicator, of @period unless that is DUI_PERIOD_NONE, or the one with an @id that is
 * not 0, as it was issued. The caller frees it. DUI_STORE_ERROR_NOT_FOUND. */
DuiIssuedBulletin *dui_book_read_bulletin (DuiBook *self, const char *indicator, DuiPeriod period,
                                           gint64 id, GError **error);
/* Those of @indicator that hold now, the newest of each period, oldest first, as they were issued: an
 * array of DuiIssuedBulletin* that frees them. */
GPtrArray *dui_book_read_bulletins (DuiBook *self, const char *indicator, GError **error);
/* The PDF of the bulletin @id, byte for byte as it was issued. DUI_STORE_ERROR_NOT_FOUND for one that
 * has none. */
GBytes *dui_book_read_bulletin_document (DuiBook *self, gint64 id, GError **error);
/* The head of the chain of seals, which the next bulletin prints. The caller frees it. */
char *dui_book_dup_seal (DuiBook *self, GError **error);

/* The newest @max commands of the log, newest first: an array of DuiUndoStep* that frees them. */
void dui_book_list_log_async (DuiBook *self, guint max, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *dui_book_list_log_finish (DuiBook *self, GAsyncResult *result, GError **error);

/* An array of DuiFinding* that frees them, empty when all is well. FALSE-like NULL only when the
 * check itself could not run. */
GPtrArray *dui_book_check (DuiBook *self, GError **error);

/* Backups (DESIGN §5): whole copies in the folder "backups" beside the book, opened and checked before
 * they count; the last of 12 days, 10 weeks and 9 months are kept. One is made before every import
 * when there is something new to lose. */

/* Makes one now. Where it is; the caller frees it. */
char *dui_book_back_up (DuiBook *self, GError **error);
/* Unless the newest one has all of it: when a window closes the book. */
gboolean dui_book_back_up_changes (DuiBook *self, GError **error);
/* One file for another place, which can be read where nobody can write. DUI_STORE_ERROR_EXISTS. */
gboolean dui_book_copy (DuiBook *self, const char *path, GError **error);

/* Of the book at @path, newest first; the caller frees it. */
GStrv dui_book_list_backups (const char *path);

/* The newest one that is whole: what to offer for a book that is damaged or gone. NULL when there is none;
 * the caller frees it. Reads every page of those that it looks at. */
DuiBackupLook *dui_book_find_whole_backup (const char *path);

/* Date, number of figures, and what differs from the book now; @self NULL for one that can't be
 * opened. Looks at every page of the file. DUI_STORE_ERROR_REFUSED for a backup of another book. */
DuiBackupLook *dui_book_look_inside (DuiBook *self, const char *backup, GError **error);
void dui_book_look_inside_async (DuiBook *self, const char *backup, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
DuiBackupLook *dui_book_look_inside_finish (DuiBook *self, GAsyncResult *result, GError **error);

/* Makes the book what it was. What it is now is backed up before: @kept (nullable) receives where, or
 * NULL when a backup has it already; the caller frees it. The reason is optional. */
gboolean dui_book_restore (DuiBook *self, const char *backup, const DuiOccasion *occasion,
                           char **kept, GError **error);

/* The same for a book at @path that can't be opened: it is kept byte for byte, @kept says where. */
gboolean dui_book_rescue (const char *path, const char *backup, const DuiOccasion *occasion,
                          char **kept, GError **error);

/* Closes the connection, waiting for the command that runs. */
void dui_book_close (DuiBook *self);

G_END_DECLS
