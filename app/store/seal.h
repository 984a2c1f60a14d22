/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals: for each command SHA-256 over the seal before, the command, its sources and changes, and
 * what it left in the data tables. Whoever changes a row or the log behind the program's back breaks
 * the chain (DESIGN §5 "Change log"). */
#pragma once

#include "store/checksum.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Over figures in the order of their key. */
typedef struct _DuiFigureDigest DuiFigureDigest;

DuiFigureDigest *dui_figure_digest_new (void);
void dui_figure_digest_add (DuiFigureDigest *self, const DuiFigureRow *row);
/* Hex; frees @self. */
char *dui_figure_digest_finish (DuiFigureDigest *self);
void dui_figure_digest_free (DuiFigureDigest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiFigureDigest, dui_figure_digest_free)

/* Over other rows, each as its table's name, a space and its text (store/row-text.h). Takes @lines, in
 * any order; a line that is there twice counts once. Hex. */
char *dui_seal_digest_lines (GPtrArray *lines);

/* That of the rows which @changeset inserted or updated, but for figures. */
char *dui_seal_digest_changeset (DuiConnection *connection, gconstpointer changeset, int size,
                                 const char *action, GError **error);

/* What is sealed beside the log's own rows, in hex; borrowed. */
typedef struct
{
  const char *figures; /* that the command left */
  const char *records; /* other rows that it left */
  const char *state;   /* of the small tables (store/state.h) */
} DuiSealParts;

/* The hash of @command from what is written of it, after that of @previous (nullable). Hex. */
char *dui_seal_compute (DuiConnection *connection, gint64 command, const char *previous,
                        const DuiSealParts *sealed, const char *action, GError **error);

/* Whether what is written of @command is what was sealed, after the seal before it. */
gboolean dui_seal_verify (DuiConnection *connection, gint64 command, const char *action,
                          gboolean *holds, GError **error);

/* The hash of the newest command's seal, and with @state (nullable) its digest of the small tables; both
 * NULL where there is none. */
gboolean dui_seal_find_head (DuiConnection *connection, const char *action, char **head,
                             char **state, GError **error);

/* Seals @command as the newest one; @hash receives its seal. Without @state_changed the small tables
 * are sealed as the command before left them: what came into them otherwise stays a finding. */
gboolean dui_seal_write (DuiConnection *connection, gint64 command, const char *figures,
                         const char *records, gboolean state_changed, const char *action,
                         char **hash, GError **error);

G_END_DECLS
