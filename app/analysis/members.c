/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/members.h"

static int
compare_memberships (gconstpointer a, gconstpointer b)
{
  const DuiMembership *left = a, *right = b;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  return (left->from > right->from) - (left->from < right->from);
}

void
dui_members_init (DuiMembers *self, const DuiCatalog *catalog, guint parent)
{
  GArray *gathered = g_array_new (FALSE, FALSE, sizeof (DuiMembership));
  guint count;

  for (guint i = 0; i < catalog->n_memberships; i++)
    if (catalog->memberships[i].parent == parent)
      g_array_append_val (gathered, catalog->memberships[i]);
  g_array_sort (gathered, compare_memberships);
  count = gathered->len;
  self->memberships = (DuiMembership *) (gpointer) g_array_free (gathered, FALSE);
  self->items = g_new (DuiMember, count);
  self->n_items = 0;

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
