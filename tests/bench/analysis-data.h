/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 990,000 figures and their yearly targets, as a book and as the plain tables that a bare program
 * would read: 1,500 places in 75 counties x 60 months x 11 indicators. */
#pragma once

#include <glib.h>

#define N_INDICATORS 11
#define N_PLACES 1500
#define N_COUNTIES 75
#define IN_COUNTY (N_PLACES / N_COUNTIES)
#define N_YEARS 5
#define N_PERIODS (N_YEARS * 12)
#define FIRST_YEAR 2021

/* Cumulative figures and yearly targets. */
extern gint64 bench_figures[N_INDICATORS][N_PERIODS][N_PLACES];
extern gint64 bench_targets[N_INDICATORS][N_YEARS][N_PLACES];

/* The first of N_COUNTIES and of N_PLACES in the book that was made, one after the other in its ids
 * and in its fixed order. Every place is ranked in its county and in the book's home. */
extern gint64 bench_first_county_id;
extern gint64 bench_first_place_id;

void bench_make_figures (void);

/* Tables obs (unit, indicator, period, value) and target (unit, indicator, year, value) with texts
 * for keys, in key order. */
void bench_make_plain (const char *path);

/* A book of ours; fails loudly. */
void bench_make_book (const char *path);
