/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry in the history of a figure, a target or another record: what a command made of it, who
 * gave the command, when and why, and where it came from. Plain values. */
#pragma once

#include "model/figure.h"
#include "model/target.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_HISTORY_FIGURE,
  DUI_HISTORY_TARGET,
  DUI_HISTORY_PLAN,
  DUI_HISTORY_SETTING,
  DUI_HISTORY_PLACE, /* names, group, order, memberships */
} DuiHistoryKind;

/* What a history is asked of; borrowed. Which fields count depends on the kind. */
typedef struct
{
  DuiHistoryKind kind;
  const char *indicator; /* code; of figures, targets and plans */
  guint place;           /* index in the book's newest catalog; of figures, targets and places */
  DuiPeriod period;      /* of figures */
  int year;              /* of targets and plans */
  DuiTier tier;          /* of targets: all versions of the tier */
  const char *key;       /* of settings: from every period */
} DuiHistorySubject;

typedef struct
{
  gboolean main;  /* what the record is about: its number, which alone needs no name */
  char *what;     /* translated: "the base" */
  char *old_text; /* as people read it, exact; NULL when there was none */
  char *new_text; /* NULL when there is none any more */
} DuiChangedPart;

typedef struct
{
  gint64 command; /* its number in the log */
  char *at;       /* local time, "2021-12-03 09:41" */
  char *who;      /* the person's name */
  char *login;    /* under which the person was logged in */
  char *verb;     /* "import", "set figure" … */
  char *reason;   /* nullable */

  /* Where what it is since then came from. */
  char *file;   /* nullable */
  char *sheet;  /* nullable */
  char *sha256; /* of the file; nullable */
  guint row;    /* in the file; 0 for none */

  GPtrArray *parts; /* of DuiChangedPart* that it frees; never empty */

  /* Of figures alone; a status of none where there was none or is none any more. */
  DuiFigureValues old_values;
  DuiFigureValues new_values;
} DuiChange;

/* "2021-12-03 09:41 张三（zhangsan）由 5.21 改为 5.12，原因：重复计算", with the source where there is
 * one. Translated; the caller frees it. */
char *dui_change_describe (const DuiChange *self);

/* "产值.xlsx，“11月”表第 12 行"; NULL when it came from no file. Translated; the caller frees it. */
char *dui_change_describe_source (const DuiChange *self);

void dui_change_free (DuiChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiChange, dui_change_free)

/* Takes the texts. */
DuiChangedPart *dui_changed_part_new (gboolean main, char *what, char *old_text, char *new_text);
void dui_changed_part_free (DuiChangedPart *self);

G_END_DECLS
