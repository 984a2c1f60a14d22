/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the book's commands take and give beside the model's own types. Plain values. */
#pragma once

#include "model/figure.h"

G_BEGIN_DECLS

/* Who did it and why; every command is logged with it. NULL who is the login's real name. */
typedef struct
{
  const char *reason; /* required for edits, optional for imports */
  const char *who;
} DuiOccasion;

/* Local time, "2021-12-03 09:41", of seconds since 1970. */
char *dui_records_format_time (gint64 seconds);

/* What a verb of the log did, translated: "figure changed"; the verb itself for one that is not known
 * here. */
const char *dui_records_verb_label (const char *verb);

/* A figure as a bulletin froze it: what was issued stays what it was, whatever the figure is now
 * (DESIGN §5). */
typedef struct
{
  char *title;
  char *number; /* 文号; nullable */
  DuiDay issued_on;
  DuiFigureValues values;
} DuiIssuedFigure;

void dui_issued_figure_free (DuiIssuedFigure *self);

/* A look inside a backup. */
typedef struct
{
  char *path;
  char *at; /* local time, "2021-12-03 09:41" */
  gint64 n_bytes;
  gint64 n_figures;

  /* What differs from the book as it is now. */
  gboolean compared;  /* FALSE when that can't be read; the rest is 0 then */
  gint64 n_changed;   /* figures with other numbers */
  gint64 n_only_now;  /* figures that the backup does not have */
  gint64 n_only_then; /* figures that only the backup has */
  gint64 n_commands;  /* done since */
} DuiBackupLook;

void dui_backup_look_free (DuiBackupLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiBackupLook, dui_backup_look_free)

/* What a check of the book found. */
typedef struct
{
  char *what;  /* "integrity", "checksum", "log", "seal" */
  char *where; /* a table, a figure, a command */
  char *text; /* translated sentence */
} DuiFinding;

/* A command that can be undone or redone. */
typedef struct
{
  gint64 command; /* its number in the log */
  char *verb;     /* "import", "set figure" … */
  char *subject;  /* what it is about, translated: "城关镇，工业总产值，2021年1—11月"; nullable */
  char *at;       /* local time, "2021-12-03 09:41" */
  char *who;
  char *reason;   /* nullable */
  guint n_changes; /* rows that undoing or redoing it has changed; 0 in a list */
} DuiUndoStep;

/* "figure changed: 城关镇，工业总产值，2021年1—11月". The caller frees it. */
char *dui_undo_step_describe (const DuiUndoStep *step);
void dui_undo_step_free (DuiUndoStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiUndoStep, dui_undo_step_free)

/* Takes @where and @text. */
DuiFinding *dui_finding_new (const char *what, char *where, char *text);
void dui_finding_free (DuiFinding *finding);

G_END_DECLS
