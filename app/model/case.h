/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of cases (DESIGN §4 "Explanation", "Streak", PRACTICE R12, §2 step 8): an explanation that is
 * asked of a place in the bottom set, and a review of one that stays in it. What happens to a case is
 * an event; its state is what its last event leaves. The program proposes nothing about a person: a
 * named one decides. */
#pragma once

#include "model/amount.h"
#include "model/period.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_CASE_EXPLANATION, /* 说明 */
  DUI_CASE_REVIEW,      /* 核查 */
} DuiCaseKind;

typedef enum
{
  DUI_CASE_ASKED,     /* 要求说明, of a review 立案 */
  DUI_CASE_RECEIVED,  /* 已收到 */
  DUI_CASE_ACCEPTED,  /* 已采纳 */
  DUI_CASE_RETURNED,  /* 退回重报 */
  DUI_CASE_CONFIRMED, /* 核查属实 */
  DUI_CASE_POSTPONED, /* 暂缓 */
  DUI_CASE_DISMISSED, /* 不予认定 */
} DuiCaseEventKind;

/* Growth in the evidence is in 10^-DUI_CASE_SCALE as a fraction. */
#define DUI_CASE_SCALE 10

/* Working days in which an explanation is due (PRACTICE §2 step 7). */
#define DUI_CASE_DAYS 5

typedef struct
{
  DuiCaseEventKind kind;
  DuiDay happened_on;
  DuiDay due_on;     /* until when something is asked for; 0 for nothing */
  char *note;        /* nullable */
  char *person;      /* who decided or received; nullable */
  char *attachment;  /* SHA-256 of the file that came with it; nullable */
  char *file_name;   /* of the attachment */
} DuiCaseEvent;

typedef struct
{
  DuiPeriod period;
  DuiAmount growth; /* missing where none is known */
  guint rank;       /* 0 when not ranked */
  guint n_ranked;
  DuiAmount month_growth; /* cumulative growth has memory: the month's own stands beside it (R12) */
  guint month_rank;
} DuiCasePeriod;

typedef struct
{
  gint64 id; /* 0 for one that is not in the book */
  DuiCaseKind kind;
  guint place; /* index in the catalog */
  char *indicator; /* code */
  DuiPeriod period;
  gint64 bulletin; /* that put the place on the list; 0 for none */
  char *settings;  /* those that made the list: "bottom.size=3 …" */
  GArray *evidence;  /* of DuiCasePeriod, oldest first */
  GPtrArray *events; /* of DuiCaseEvent, in their order */
} DuiCase;

DuiCase *dui_case_new (DuiCaseKind kind, guint place, const char *indicator, DuiPeriod period);
void dui_case_free (DuiCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiCase, dui_case_free)

/* Copies the texts. */
void dui_case_add_event (DuiCase *self, const DuiCaseEvent *event);

/* What its last event left; DUI_CASE_ASKED before there is one. */
DuiCaseEventKind dui_case_get_state (const DuiCase *self);

/* Whether @next may follow: an explanation is received, then accepted or returned, and received again;
 * a review is confirmed, postponed or dismissed, also after it was postponed. */
gboolean dui_case_may (const DuiCase *self, DuiCaseEventKind next);

/* Its state in words: 待说明, 待核查, 已采纳. */
const char *dui_case_get_state_label (const DuiCase *self);

/* Nothing can follow. */
gboolean dui_case_is_closed (const DuiCase *self);

/* Until when it is due now; 0 for no day. */
DuiDay dui_case_get_due (const DuiCase *self);
gboolean dui_case_is_late (const DuiCase *self, DuiDay today);

typedef struct
{
  guint n_asked;    /* explanations */
  guint n_answered; /* of them received or accepted */
  guint n_late;
  guint n_reviews; /* open ones */
} DuiCaseCount;

/* Counts those of @cases (of DuiCase) that are of @indicator (NULL: of all) and @period
 * (DUI_PERIOD_NONE: of all). */
void dui_case_count (GPtrArray *cases, const char *indicator, DuiPeriod period, DuiDay today,
                     DuiCaseCount *count);

/* Whether an event of @kind names who decided. */
gboolean dui_case_event_needs_person (DuiCaseEventKind kind);

/* @days working days, Monday to Friday, after @day; holidays are not known. */
DuiDay dui_case_due_after (DuiDay day, guint days);

const char *dui_case_kind_to_nick (DuiCaseKind kind); /* "explanation" "review" */
gboolean dui_case_kind_from_nick (const char *nick, DuiCaseKind *kind);
const char *dui_case_kind_to_label (DuiCaseKind kind); /* translated */
const char *dui_case_event_to_nick (DuiCaseEventKind kind); /* "asked" … "dismissed" */
gboolean dui_case_event_from_nick (const char *nick, DuiCaseEventKind *kind);
const char *dui_case_event_to_label (DuiCaseEventKind kind); /* translated */

G_END_DECLS
