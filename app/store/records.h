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

/* Where a figure came from and what it was before. */
typedef struct
{
  char *at; /* local time, "2021-12-03 09:41" */
  char *who;
  char *verb;   /* "import", "set figure" … */
  char *reason; /* nullable */
  char *file;   /* nullable */
  char *sha256; /* nullable */
  guint row;    /* in the file; 0 for none */
  DuiFigureValues old_values;
  DuiFigureValues new_values;
} DuiFigureChange;

/* What a check of the book found. */
typedef struct
{
  char *what;  /* "integrity", "checksum", "log", "seal" */
  char *where; /* a table, a figure, a command */
  char *text; /* translated sentence */
} DuiFinding;

/* Takes @where and @text. */
DuiFinding *dui_finding_new (const char *what, char *where, char *text);
void dui_figure_change_free (DuiFigureChange *change);
void dui_finding_free (DuiFinding *finding);

G_END_DECLS
