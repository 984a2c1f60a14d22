/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small book in memory, told in a few lines: place 0 is the parent, 1 to n are its members, all
 * ranked and in the total. Amounts are decimal texts in the indicator's measure with scale 4, NULL
 * where there is none; growth rates are texts in percent. */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_members;
  DuiIndicatorKind kind;
  DuiDirection direction;
  DuiCalendar calendar;
  DuiGrowthSource growth_source;
  DuiRules rules;
  GArray *memberships; /* of DuiMembership; may be changed until the panel is made */
  GArray *figures;
  GArray *targets;
  GArray *plans;
  GArray *issued;
} Fixture;

Fixture *fixture_new (guint n_members);
void fixture_free (Fixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

DuiPeriod fixture_period (const char *text);
DuiAmount fixture_amount (const char *text);

/* C, B and g of one place, preliminary (初步). */
void fixture_add (Fixture *self, guint place, const char *period, const char *completed,
                  const char *base, const char *growth);
void fixture_add_values (Fixture *self, guint place, DuiPeriod period,
                         const DuiFigureValues *values);

/* C of members 1, 2, … with the base 100 each, so that 112 is a growth of 12 %; NULL leaves one out. */
void fixture_add_row (Fixture *self, const char *period, const char *const *completed);

/* Holds from @effective, or from 1 January when NULL. */
void fixture_add_target (Fixture *self, guint place, int year, DuiTier tier, const char *value,
                         const char *effective);

void fixture_add_plan (Fixture *self, const DuiPlan *plan);
void fixture_add_issued (Fixture *self, const char *period);

/* The caller owns it; the fixture may go on to make another. */
DuiPanel *fixture_make_panel (Fixture *self);

/* The decimal text of @ratio with @decimals is @expected; NULL for a missing one. */
#define fixture_assert_ratio(ratio, decimals, expected)                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *fixture_text = dui_ratio_to_string (ratio, decimals);                         \
    g_assert_cmpstr (fixture_text, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
