/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes that close questions, and the states of a month that are entered by hand (model/month.h). */
#pragma once

#include "model/catalog.h"
#include "model/month.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* The notes on figures of @indicator at @period, oldest first: an array of DuiQuestion* that frees them. A
 * topic of a newer program is passed over, and so is a note on numbers that were changed since. */
GPtrArray *dui_months_list_notes (DuiConnection *connection, DuiCatalog *catalog,
                                  DuiIndicator *indicator, DuiPeriod period, GError **error);

/* Closes the question @question->topic of @place (an id) with its note. DUI_STORE_ERROR_REFUSED without
 * one. */
gboolean dui_months_note (DuiConnection *connection, DuiIndicator *indicator, DuiPeriod period,
                          gint64 place, const DuiQuestion *question, const DuiOccasion *occasion,
                          GError **error);

gboolean dui_months_read (DuiConnection *connection, DuiPeriod period, DuiMonth *month,
                          GError **error);

/* DUI_STORE_ERROR_REFUSED for a state that was entered already. */
gboolean dui_months_enter (DuiConnection *connection, DuiPeriod period, DuiMonthState state,
                           DuiDay day, const DuiOccasion *occasion, GError **error);

G_END_DECLS
