/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one window shows: the open book, and the indicator, period, tier and place that the user has
 * chosen in it. Pages read it and redraw on "updated"; nothing here computes a number.
 *
 * Signals:
 *   "opened"          another book, or none
 *   "updated"         the panel, indicator, period or tier is another one
 *   "failed" (GError) something could not be read; what was shown stays
 * Property "place": the selected place, an index into the catalog or DUI_NO_PLACE. */
#pragma once

#include "analysis/reporting.h"
#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_SESSION (dui_session_get_type ())
G_DECLARE_FINAL_TYPE (DuiSession, dui_session, DUI, SESSION, GObject)

DuiSession *dui_session_new (void);

/* Loads the book's first indicator before it returns, so that the first frame has its numbers.
 * NULL closes. On failure the book that was open stays. */
gboolean dui_session_set_book (DuiSession *self, DuiBook *book, GError **error);

/* Borrowed; NULL while no book is open. */
DuiBook *dui_session_get_book (DuiSession *self);
DuiCatalog *dui_session_get_catalog (DuiSession *self);
DuiPanel *dui_session_get_panel (DuiSession *self);
DuiIndicator *dui_session_get_indicator (DuiSession *self);

/* The place the book is for. */
guint dui_session_get_home (DuiSession *self);

/* Loads in the background; "updated" when it is there. */
void dui_session_set_indicator (DuiSession *self, const char *code);

/* DUI_PERIOD_NONE while there are no figures. */
DuiPeriod dui_session_get_period (DuiSession *self);
void dui_session_set_period (DuiSession *self, DuiPeriod period);

/* Reads the book again, in the background. */
void dui_session_reload (DuiSession *self);

/* The periods with figures, newest first: of DuiReporting, borrowed. */
GArray *dui_session_get_periods (DuiSession *self);
/* The period one step earlier (-1) or later (+1), or DUI_PERIOD_NONE. */
DuiPeriod dui_session_peek_period (DuiSession *self, int step);

DuiTier dui_session_get_tier (DuiSession *self);
void dui_session_set_tier (DuiSession *self, DuiTier tier);

guint dui_session_get_place (DuiSession *self);
void dui_session_set_place (DuiSession *self, guint place);

G_END_DECLS
