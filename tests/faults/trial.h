/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command that meets with trouble: whatever it is, the command is in the book altogether or not at
 * all, the book is whole, and what the user was told is true. */
#pragma once

#include "commands.h"

G_BEGIN_DECLS

typedef struct
{
  const Command *command;
  gboolean warm; /* commands_prepare() */
  char *before;  /* commands_read_state() */
  char *after;
} Trial;

typedef struct
{
  void (*begin) (const char *folder, gconstpointer data);
  guint (*end) (void); /* how often there was trouble */
  gconstpointer data;
} Trouble;

/* Runs @command once without trouble, though between the beginning and the end of @none, which may
 * count. */
void trial_init (Trial *self, Fixture *fixture, const Command *command, gboolean warm,
                 const Trouble *none);
void trial_clear (Trial *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, trial_clear)

/* Runs it with @trouble, which must come. With @again a command that failed is tried once more, when
 * the trouble is over. What was told is in @error. */
gboolean trial_run (const Trial *self, Fixture *fixture, const Trouble *trouble, gboolean again,
                    GError **error);

/* Some of @n_all troubles, as many as the length of the run asks for, and the @i-th of them, from 1:
 * evenly over all. All of them in full length. */
guint trial_count (guint n_all);
guint trial_choose (guint i, guint n_chosen, guint n_all);

G_END_DECLS
