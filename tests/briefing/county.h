/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county in memory: place 0 is 清丰县, 1 to n its townships. Amounts are decimal texts in the
 * indicator's measure, NULL where there is none; growth in percent. */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *places;   /* of DuiPlace */
  GArray *memberships; /* of DuiMembership */
  DuiIndicator *indicator;
  GArray *figures;
  GArray *targets; /* of DuiTarget */
  GArray *plans;   /* of DuiPlan */
  DuiRules rules;
  gboolean sample;
  const char *office;
} County;

/* @indicator: "output" 工业总产值 万元 shown as 亿元; "energy" 单位产值能耗, lower is better;
 * "value-added", growth only; "jobs", a level of which higher is better. */
County *county_new (const char *indicator, guint n_townships);
/* What `duibiao init --sample` shows, straight from resources/sample/sample.tsv below @root. */
County *county_new_sample (const char *root, const char *indicator);
void county_free (County *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (County, county_free)

void county_set_name (County *self, guint place, const char *name);
/* Figures and targets, told in clauses that end with ";":
 * "PLACE PERIOD VALUE [BASE [GROWTH]]", "estimate PLACE PERIOD VALUE",
 * "target PLACE TIER VALUE DAY [DOCUMENT]"; "-" is a value that is missing. */
void county_tell (County *self, const char *story);

/* @n_townships with figures of 1–2 to 11月 of 2020 and 2021 and targets of 2021, all apart. */
County *county_new_busy (guint n_townships);

/* Texts in @language ("en", "zh_CN") from now on; FALSE, and the test is skipped, where it is not
 * translated. */
gboolean county_speak (const char *language);

DuiPeriod county_period (const char *text);
DuiPanel *county_make_panel (County *self);

G_END_DECLS
