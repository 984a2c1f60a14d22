/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own commands, each as one that can be run on the same book again and again, and what
 * must be true of the book whatever happened to the command. */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gboolean (*run) (Fixture *fixture, DuiBook *book, GError **error);
  void (*look) (Fixture *fixture, gboolean done, const char *state); /* nullable: at what it made */
  gboolean opens;    /* it opens the book itself: @book is NULL */
  gboolean ahead; /* the program is two versions ahead of the book */
  int from;       /* the book is the one kept of this version, else 0 */
  gboolean backs_up; /* what the book was before is in a backup when it has changed */
} Command;

extern const Command commands[];
extern const guint n_commands;

/* Before and after all of the rest. */
void commands_set_up (void);
void commands_tear_down (void);

/* The book as it is before @command, in a folder with nothing but that and an old backup. @warm: with
 * commands in its log that are not in the main file yet; the book is open then, unless the command
 * opens it itself, as it is without @warm. */
DuiBook *commands_prepare (Fixture *fixture, const Command *command, gboolean warm);

/* NULL for a command that opened and closed it itself. */
void commands_close (DuiBook *book);

/* All that is in the book, in a form that is the same for the same commands; "" without a file. */
char *commands_read_state (const char *path);

/* Copies the book and its log to where a crash would leave them for the next one who opens them. */
char *commands_crash (Fixture *fixture);

/* Ends as if the program had crashed now. */
void commands_leave (Fixture *fixture, DuiBook *book);

/* Opens, and the check finds nothing. */
void commands_assert_sound (const char *path);

/* The newest backup is a whole book in @state. */
void commands_assert_backed_up (Fixture *fixture, const char *state);

/* What the user was told, NULL for success, is true: @state is @after when it was done, @before when not,
 * and one of the two when it is not known. */
void commands_assert_told (const Command *command, const char *state, const GError *error,
                           const char *before, const char *after);

/* No temporary file is left. */
void commands_assert_tidy (Fixture *fixture);

G_END_DECLS
