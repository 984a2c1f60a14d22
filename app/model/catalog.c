/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/catalog.h"

G_DEFINE_BOXED_TYPE (DuiCatalog, dui_catalog, dui_catalog_ref, dui_catalog_unref)

/* Indices are kept one higher than they are, so that a missing key (NULL) is not place 0. */
static void
index_places (DuiCatalog *self)
{
  self->place_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->place_by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->places->len; i++)
    {
      DuiPlace *place = g_ptr_array_index (self->places, i);
      gint64 *id = g_new (gint64, 1);

      *id = dui_place_get_id (place);
      g_hash_table_insert (self->place_by_id, id, GUINT_TO_POINTER (i + 1));
      if (dui_place_get_code (place))
        g_hash_table_insert (self->place_by_code, (gpointer) dui_place_get_code (place),
                             GUINT_TO_POINTER (i + 1));
    }
}

DuiCatalog *
dui_catalog_new (GPtrArray *places,
                 guint home,
                 const DuiMembership *memberships,
                 guint n_memberships,
                 GPtrArray *indicators,
                 const DuiRules *rules,
                 gboolean sample,
                 const char *office)
{
  DuiCatalog *self = g_new0 (DuiCatalog, 1);

  self->places = places;
  self->home = home;
  self->memberships = g_memdup2 (memberships, n_memberships * sizeof (DuiMembership));
  self->n_memberships = n_memberships;
  self->indicators = indicators;
  self->rules = *rules;
  self->sample = sample;
  self->office = g_strdup (office);
  g_atomic_ref_count_init (&self->references);
  index_places (self);
  return self;
}

DuiCatalog *
dui_catalog_ref (DuiCatalog *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dui_catalog_unref (DuiCatalog *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->place_by_code);
  g_hash_table_unref (self->place_by_id);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->indicators);
  g_free (self->memberships);
  g_free (self->office);
  g_free (self);
}

DuiIndicator *
dui_catalog_get_indicator (DuiCatalog *self,
                           const char *code)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (g_str_equal (dui_indicator_get_code (indicator), code))
        return indicator;
    }
  return NULL;
}

DuiPlace *
dui_catalog_get_place (DuiCatalog *self,
                       guint index)
{
  g_return_val_if_fail (index < self->places->len, NULL);

  return g_ptr_array_index (self->places, index);
}

static guint
found_index (gpointer value)
{
  return value ? GPOINTER_TO_UINT (value) - 1 : DUI_NO_PLACE;
}

guint
dui_catalog_find_code (DuiCatalog *self,
                       const char *code)
{
  return found_index (g_hash_table_lookup (self->place_by_code, code));
}

guint
dui_catalog_find_id (DuiCatalog *self,
                     gint64 id)
{
  return found_index (g_hash_table_lookup (self->place_by_id, &id));
}

static gboolean
membership_holds (const DuiMembership *membership,
                  DuiPeriod period)
{
  return membership->from <= period && period <= membership->to;
}

guint
dui_catalog_get_parent (DuiCatalog *self,
                        guint index,
                        DuiPeriod period)
{
  for (guint i = 0; i < self->n_memberships; i++)
    if (self->memberships[i].place == index && membership_holds (&self->memberships[i], period))
      return self->memberships[i].parent;
  return DUI_NO_PLACE;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

GArray *
dui_catalog_get_members (DuiCatalog *self,
                         guint parent,
                         DuiPeriod period,
                         gboolean ranked_only)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean sorted = TRUE;

  for (guint i = 0; i < self->n_memberships; i++)
    {
      const DuiMembership *membership = &self->memberships[i];

      if (membership->parent != parent || !membership_holds (membership, period)
          || (ranked_only && !membership->ranked))
        continue;
      sorted = sorted && (members->len == 0
                          || g_array_index (members, guint, members->len - 1) < membership->place);
      g_array_append_val (members, membership->place);
    }
  if (!sorted)
    g_array_sort (members, compare_indices);
  return members;
}
