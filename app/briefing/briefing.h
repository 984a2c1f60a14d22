/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document that is printed (DESIGN §8): laid out once, drawn the same for preview, printer and
 * PDF. */
#pragma once

#include <cairo.h>

#include "model/bulletin.h"
#include "model/panel.h"

G_BEGIN_DECLS

#define DUI_TYPE_BRIEFING (dui_briefing_get_type ())
G_DECLARE_FINAL_TYPE (DuiBriefing, dui_briefing, DUI, BRIEFING, GObject)

typedef struct
{
  DuiPanel *panel;
  guint place; /* usually the home place; its members are ranked */
  DuiPeriod period;
  const char *issued; /* day of issue "2021-12-18"; NULL for today */

  /* Of a bulletin 通报. */
  gboolean bulletin;
  const char *number; /* 文号; nullable */
  const char *seal;   /* the head of the book's chain of seals; nullable */

  /* Of one that corrects another 更正通知. */
  const DuiIssuedBulletin *corrects; /* NULL for none; else with its rows */
  GPtrArray *changes;                /* what of it, as dui_issue_compare() gives them */
  const char *reason;

  /* Of forms of explanation, one for each of these (of DuiCase, of the panel's indicator and the period);
   * NULL for none. */
  GPtrArray *forms;
} DuiBriefingSubject;

#define DUI_BRIEFING_PAGE_WIDTH 595.276 /* A4 in points */
#define DUI_BRIEFING_PAGE_HEIGHT 841.890

DuiBriefing *dui_briefing_new (const DuiBriefingSubject *subject);
guint dui_briefing_get_n_pages (DuiBriefing *self);
/* @cr in points from the top left of the sheet; black ink, the paper is the caller's. */
void dui_briefing_draw_page (DuiBriefing *self, cairo_t *cr, guint page);
/* What is on the pages: an array of DuiPage (briefing/page.h), the briefing's own. */
GPtrArray *dui_briefing_get_pages (DuiBriefing *self);
/* Rendered to memory, checked, then written aside and renamed: the old file stays on any failure.
 * Byte-identical for the same book and day of issue. DUI_BRIEFING_ERROR, DUI_PLOT_ERROR
 * (plot/error.h). */
gboolean dui_briefing_write_pdf (DuiBriefing *self, const char *path, GError **error);
/* The same bytes. */
GBytes *dui_briefing_render (DuiBriefing *self, GError **error);
const char *dui_briefing_get_title (DuiBriefing *self);
/* Its words without the tables and charts, a paragraph a line. The caller frees it. */
char *dui_briefing_dup_text (DuiBriefing *self);
/* Names of fonts that were asked for and are not there, with what was used: a sentence, or NULL. */
const char *dui_briefing_get_substitution (DuiBriefing *self);
/* Names in the sentences that had no value and were printed as ＿＿; NULL-terminated. */
const char *const *dui_briefing_get_blanks (DuiBriefing *self);

G_END_DECLS
