/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/members.h"

static int
compare_memberships (gconstpointer a,
                     gconstpointer b,
                     gpointer data)
{
  const DuiMembership *left = a, *right = b;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  return (left->from > right->from) - (left->from < right->from);
}

void
dui_members_init (DuiMembers *self,
                  const DuiCatalog *catalog,
                  guint parent)
{
  guint count = 0;

  for (guint i = 0; i < catalog->n_memberships; i++)
    count += catalog->memberships[i].parent == parent;
  self->memberships = g_new (DuiMembership, count);
  self->items = g_new (DuiMember, count);
  self->n_items = 0;

  count = 0;
  for (guint i = 0; i < catalog->n_memberships; i++)
    if (catalog->memberships[i].parent == parent)
      self->memberships[count++] = catalog->memberships[i];
  g_qsort_with_data (self->memberships, (int) count, sizeof *self->memberships,
                     compare_memberships, NULL);

  for (guint i = 0; i < count; i++)
    {
      const DuiMembership *membership = &self->memberships[i];

      if (i > 0 && membership->place == membership[-1].place)
        self->items[self->n_items - 1].n_versions++;
      else
        self->items[self->n_items++] = (DuiMember){ membership->place, 1, membership };
    }
}

void
dui_members_clear (DuiMembers *self)
{
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->memberships, g_free);
  self->n_items = 0;
}
