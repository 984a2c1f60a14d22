/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bulletin 通报 as plain values: what is frozen when it is issued (DESIGN §5, PRACTICE R12). */
#pragma once

#include "model/figure.h"
#include "model/rules.h"

G_BEGIN_DECLS

/* What a bulletin ranks by. */
typedef enum
{
  DUI_ISSUED_BY_GROWTH,
  DUI_ISSUED_BY_PROGRESS,
  DUI_ISSUED_BY_COMPLETED,
  DUI_N_ISSUED_BY,
} DuiIssuedBy;

const char *dui_issued_by_to_nick (DuiIssuedBy by); /* "growth" "progress" "completed" */

/* Ranked values are in 10^-DUI_ISSUED_SCALE: growth as a fraction, progress in points. */
#define DUI_ISSUED_SCALE 10

typedef struct
{
  guint rank;      /* 0 when not ranked */
  DuiAmount value; /* missing by completed: it is the figure itself */
  gboolean bottom;
  gboolean tied;
} DuiIssuedRank;

typedef struct
{
  guint place;            /* index in the catalog */
  char *name;             /* as it was called then */
  DuiFigureValues values; /* DUI_STATUS_NONE for 未报 */
  DuiAmount target;       /* the one assessed; as issued only where there was a figure */
  DuiIssuedRank ranks[DUI_N_ISSUED_BY];
} DuiIssuedRow;

void dui_issued_row_free (DuiIssuedRow *self);

/* Whether what the table says differs; the names don't count, nor do the ranks without
 * @with_ranks, for a bulletin that was issued without any. */
gboolean dui_issued_row_differs (const DuiIssuedRow *issued, const DuiIssuedRow *now,
                                 gboolean with_ranks);

/* What is to be issued; all is borrowed, and all but the title may be NULL. */
typedef struct
{
  DuiPeriod period;
  gint64 corrects;    /* the id of the bulletin that this one corrects; 0 for none */
  const char *number; /* 文号 */
  const char *title;
  DuiDay issued_on;
  const char *summary; /* why it is corrected */
  GPtrArray *rows;       /* of DuiIssuedRow, from the panel that was shown; NULL without ranks */
  const DuiRules *rules; /* those that ranked them; NULL without ranks */
  const char *text;      /* the document's words */
  GBytes *document;      /* its PDF */
  const char *seal;      /* the head of the chain that the PDF prints */
} DuiBulletinDraft;

/* What was issued. */
typedef struct
{
  gint64 id;
  gint64 corrects; /* the id of the one that it corrects; 0 for none */
  gint64 command;  /* that issued it, its number in the log */
  char *indicator; /* code */
  char *number;    /* 文号; nullable */
  char *title;
  DuiPeriod period;
  DuiDay issued_on;
  char *summary; /* nullable */
  char *text;    /* the document's words; nullable */
  gboolean has_document;
  char *seal;      /* the head of the chain of seals when it was issued */
  GPtrArray *rows; /* of DuiIssuedRow in fixed order; NULL in a list of bulletins */
} DuiIssuedBulletin;

gboolean dui_issued_bulletin_has_ranks (const DuiIssuedBulletin *self);
void dui_issued_bulletin_free (DuiIssuedBulletin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiIssuedBulletin, dui_issued_bulletin_free)

G_END_DECLS
