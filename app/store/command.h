/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One command of a person: one transaction with its entry in the log, its seal and what takes it
 * back (DESIGN §5 "Change log", "Undo/redo"). */
#pragma once

#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

typedef struct _DuiCommand DuiCommand;

/* Takes the write lock and opens the log's entry. @action: see dui_failure_set(); it and @verb must
 * outlive the command. @bulk: figures are not recorded for undo (an import is taken back by its
 * sources and the log) and foreign keys are looked at at the end, those of figures not at all. */
DuiCommand *dui_command_begin (DuiConnection *connection, const char *verb,
                               const DuiOccasion *occasion, gboolean bulk, const char *action,
                               GError **error);

/* Takes the write lock and opens the entry of a command that takes back another one, or with @redo
 * does again one that was taken back. @subject: the one that it must be, or 0; receives which it is
 * (store/undo-stack.h). */
DuiCommand *dui_command_begin_undo (DuiConnection *connection, gboolean redo, gint64 *subject,
                                    const DuiOccasion *occasion, const char *action,
                                    GError **error);

/* What the log calls whoever is logged in: as the book knows the person, else the login's real name. The
 * caller frees it. */
char *dui_command_name_user (DuiConnection *connection, const char *action, GError **error);

/* What is not finished is rolled back. */
void dui_command_free (DuiCommand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiCommand, dui_command_free)

gint64 dui_command_get_id (DuiCommand *self);

/* It stays, and so does what was done before it. */
void dui_command_forbid_undo (DuiCommand *self);

/* What rows that this command writes carry as their source; 0 with @error on failure. */
gint64 dui_command_get_source (DuiCommand *self, GError **error);
/* The same for rows that came from a file. */
gint64 dui_command_add_source (DuiCommand *self, const char *file, const char *sheet,
                               const char *sha256, GError **error);

/* Nothing but figures is written from now on; they are not watched any more. */
gboolean dui_command_end_records (DuiCommand *self, GError **error);

/* It has changed nothing but figures: the small tables (store/state.h) are sealed as they were. */
void dui_command_keep_state (DuiCommand *self);

/* The digest of the figures that were written or changed, in the order of their key (store/seal.h);
 * takes @digest. */
void dui_command_take_figures (DuiCommand *self, char *digest);

/* Seals and commits. An error of COMMIT itself is looked into: TRUE when the command is in the book
 * all the same, else DUI_STORE_ERROR_UNKNOWN_OUTCOME when it can't be found out. */
gboolean dui_command_finish (DuiCommand *self, GError **error);

G_END_DECLS
