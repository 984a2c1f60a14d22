/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Power cuts: what was written and not flushed is there after one or not, piece by piece of 512 bytes,
 * and so are files that were made, renamed or deleted in a folder that was not flushed. */
#pragma once

#include "disk.h"

G_BEGIN_DECLS

void power_install (void);

/* What is in @folder is on the disk; from now on every @one_in-th operation, by chance, is followed by a
 * cut. */
void power_begin (const char *folder, guint one_in);
void power_end (void);

/* One more cut, now. */
void power_cut (void);

/* What a cut left behind: of each file its path below the folder and its bytes. */
typedef struct
{
  GHashTable *files; /* char* to GBytes* */
  guint step;        /* power_set_step() before it */
  gboolean during;   /* an operation, not between two steps */
} PowerCut;

/* Of the cuts from now on. */
void power_set_step (guint step);

/* An array of PowerCut* that frees them: all since the beginning. */
GPtrArray *power_take_cuts (void);

G_END_DECLS
