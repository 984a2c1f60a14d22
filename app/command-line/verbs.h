/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that there are. */
#pragma once

#include "command-line/invocation.h"

G_BEGIN_DECLS

extern const DuiVerb dui_verb_init;
extern const DuiVerb dui_verb_import;
extern const DuiVerb dui_verb_places;
extern const DuiVerb dui_verb_indicators;
extern const DuiVerb dui_verb_periods;
extern const DuiVerb dui_verb_figures;
extern const DuiVerb dui_verb_set_figure;
extern const DuiVerb dui_verb_set_target;
extern const DuiVerb dui_verb_set_targets;
extern const DuiVerb dui_verb_set_plan;
extern const DuiVerb dui_verb_set_scheme;
extern const DuiVerb dui_verb_undo;
extern const DuiVerb dui_verb_redo;
extern const DuiVerb dui_verb_progress;
extern const DuiVerb dui_verb_rank;
extern const DuiVerb dui_verb_streaks;
extern const DuiVerb dui_verb_peers;
extern const DuiVerb dui_verb_bulletin_issue;
extern const DuiVerb dui_verb_bulletin_correct;
extern const DuiVerb dui_verb_bulletin_list;
extern const DuiVerb dui_verb_bulletin_show;
extern const DuiVerb dui_verb_bulletin_compare;
extern const DuiVerb dui_verb_cases_ask;
extern const DuiVerb dui_verb_changes;
extern const DuiVerb dui_verb_month;
extern const DuiVerb dui_verb_month_note;
extern const DuiVerb dui_verb_month_enter;
extern const DuiVerb dui_verb_cases_form;
extern const DuiVerb dui_verb_cases_record;
extern const DuiVerb dui_verb_cases;
extern const DuiVerb dui_verb_chart;
extern const DuiVerb dui_verb_contribution;
extern const DuiVerb dui_verb_brief;
extern const DuiVerb dui_verb_export;
extern const DuiVerb dui_verb_check;
extern const DuiVerb dui_verb_backup;
extern const DuiVerb dui_verb_restore;
extern const DuiVerb dui_verb_copy;
extern const DuiVerb dui_verb_settings_get;
extern const DuiVerb dui_verb_settings_set;
extern const DuiVerb dui_verb_sheet;

/* NULL-terminated, in the order of work. */
const DuiVerb *const *dui_verbs_list (void);

/* The verb that @words (NULL-terminated) begin with, and how many of them name it. NULL with
 * DUI_USAGE_ERROR and a sentence that lists the verbs there are. */
const DuiVerb *dui_verbs_find (char **words, int *n_words, GError **error);

G_END_DECLS
