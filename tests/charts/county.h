/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counties made up for charts: place 0 is the county, 1 to n its townships. */
#pragma once

#include "charts/charts.h"

G_BEGIN_DECLS

typedef enum
{
  COUNTY_NORMAL,     /* most behind, some ahead, stretch targets, some adjusted in August */
  COUNTY_GOOD,       /* all ahead */
  COUNTY_EQUAL,      /* all the same */
  COUNTY_NEGATIVE,   /* figures below zero, one far above */
  COUNTY_GIANT,      /* one place a thousand times the others */
  COUNTY_OVER,       /* completions up to 900 % */
  COUNTY_HOLES,      /* every third not reported, every fifth without a target; months missing */
  COUNTY_SILENT,     /* nothing reported */
  COUNTY_UNTARGETED, /* figures without any target */
  COUNTY_ZERO,       /* targets of zero, figures of zero */
  COUNTY_SUMS,       /* townships only: the county has no figure of its own */
  COUNTY_LONG,       /* names of 1 to 30 characters */
  COUNTY_ENGLISH,    /* long names in Latin letters */
  COUNTY_N_CASES
} CountyCase;

typedef struct
{
  CountyCase kind;
  guint n_places;
  const char *indicator; /* "output", "energy" (lower is better), "growth" (growth-only) */
} CountySpec;

/* Figures of 2020 and of 2021 to @last; amounts in 万元, shown in 亿元. The caller owns it. */
DuiPanel *county_new (const CountySpec *spec, DuiPeriod last);

const char *county_case_name (CountyCase kind);

G_END_DECLS
