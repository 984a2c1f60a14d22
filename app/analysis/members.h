/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of one parent, gathered once, so that many periods can be gone through without
 * reading the whole catalog for each. For the files of analysis/ only. */
#pragma once

#include "model/catalog.h"

G_BEGIN_DECLS

/* A place that is or was a member, with the versions of its membership. */
typedef struct
{
  guint place;
  guint n_versions;
  const DuiMembership *versions;
} DuiMember;

typedef struct
{
  DuiMember *items; /* in fixed order */
  guint n_items;
  DuiMembership *memberships;
} DuiMembers;

void dui_members_init (DuiMembers *self, const DuiCatalog *catalog, guint parent);
void dui_members_clear (DuiMembers *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DuiMembers, dui_members_clear)

/* The version that holds in @period; NULL when the place is no member then. */
static inline const DuiMembership *
dui_member_in (const DuiMember *self, DuiPeriod period)
{
  for (guint i = 0; i < self->n_versions; i++)
    if (self->versions[i].from <= period && period <= self->versions[i].to)
      return &self->versions[i];
  return NULL;
}

/* Due: has to report and takes part in the ranking. */
static inline gboolean
dui_member_is_due (const DuiMember *self, DuiPeriod period)
{
  const DuiMembership *version = dui_member_in (self, period);

  return version && version->ranked;
}

/* Counts in 乡镇合计 (PRACTICE R3). */
static inline gboolean
dui_member_is_in_total (const DuiMember *self, DuiPeriod period)
{
  const DuiMembership *version = dui_member_in (self, period);

  return version && version->in_total;
}

G_END_DECLS
