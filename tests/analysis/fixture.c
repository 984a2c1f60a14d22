/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

typedef struct
{
  guint place;
  DuiPeriod period;
  DuiFigureValues values;
} FixtureFigure;

Fixture *
fixture_new (guint n_members)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->n_members = n_members;
  self->rules = dui_rules_default;
  self->memberships = g_array_new (FALSE, FALSE, sizeof (DuiMembership));
  self->figures = g_array_new (FALSE, FALSE, sizeof (FixtureFigure));
  self->targets = g_array_new (FALSE, FALSE, sizeof (DuiTarget));
  self->plans = g_array_new (FALSE, FALSE, sizeof (DuiPlan));
  self->issued = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
  for (guint place = 1; place <= n_members; place++)
    {
      DuiMembership membership = { place, 0, 0, G_MAXINT32, TRUE, TRUE };

      g_array_append_val (self->memberships, membership);
    }
  return self;
}

void
fixture_free (Fixture *self)
{
  g_array_unref (self->memberships);
  g_array_unref (self->figures);
  g_array_unref (self->targets);
  g_array_unref (self->plans);
  g_array_unref (self->issued);
  g_free (self);
}

DuiPeriod
fixture_period (const char *text)
{
  g_autoptr (GError) error = NULL;
  DuiPeriod period = DUI_PERIOD_NONE;

  dui_period_parse (text, &period, &error);
  g_assert_no_error (error);
  return period;
}

static DuiAmount
parse (const char *text, int scale, int shift)
{
  g_autoptr (GError) error = NULL;
  DuiAmount amount = DUI_AMOUNT_MISSING;

  if (text)
    dui_amount_parse (text, scale, shift, &amount, NULL, &error);
  g_assert_no_error (error);
  return amount;
}

DuiAmount
fixture_amount (const char *text)
{
  return parse (text, 4, 0);
}

void
fixture_add_values (Fixture *self, guint place, DuiPeriod period, const DuiFigureValues *values)
{
  FixtureFigure figure = { place, period, *values };

  g_array_append_val (self->figures, figure);
}

void
fixture_add (Fixture *self,
             guint place,
             const char *period,
             const char *completed,
             const char *base,
             const char *growth)
{
  DuiFigureValues values = { fixture_amount (completed), fixture_amount (base),
                             parse (growth, DUI_GROWTH_SCALE, -2), DUI_STATUS_PRELIMINARY };

  fixture_add_values (self, place, fixture_period (period), &values);
}

void
fixture_add_row (Fixture *self, const char *period, const char *const *completed)
{
  for (guint i = 0; i < self->n_members; i++)
    if (completed[i])
      fixture_add (self, i + 1, period, completed[i], "100", NULL);
}

void
fixture_add_target (Fixture *self,
                    guint place,
                    int year,
                    DuiTier tier,
                    const char *value,
                    const char *effective)
{
  DuiTarget target = { place, year, tier, fixture_amount (value), year * 10000 + 101, NULL };

  if (effective)
    g_assert_true (dui_day_parse (effective, &target.effective, NULL));
  g_array_append_val (self->targets, target);
}

void
fixture_add_plan (Fixture *self, const DuiPlan *plan)
{
  g_array_append_val (self->plans, *plan);
}

void
fixture_add_issued (Fixture *self, const char *period)
{
  DuiPeriod issued = fixture_period (period);

  g_array_append_val (self->issued, issued);
}

static DuiCatalog *
make_catalog (Fixture *self)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *indicators = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i <= self->n_members; i++)
    {
      g_autofree char *name = g_strdup_printf ("place %u", i);

      g_ptr_array_add (places, g_object_new (DUI_TYPE_PLACE, "id", (gint64) i + 1, "name", name,
                                             "order", (int) i, NULL));
    }
  g_ptr_array_add (indicators,
                   g_object_new (DUI_TYPE_INDICATOR, "id", (gint64) 1, "code", "test", "kind",
                                 (int) self->kind, "direction", (int) self->direction, "calendar",
                                 (int) self->calendar, "growth-source", (int) self->growth_source,
                                 NULL));
  return dui_catalog_new (places, 0, (const DuiMembership *) self->memberships->data,
                          self->memberships->len, indicators, &self->rules, FALSE, NULL);
}

DuiPanel *
fixture_make_panel (Fixture *self)
{
  g_autoptr (DuiCatalog) catalog = make_catalog (self);
  DuiPeriod first = G_MAXINT32, last = 0;
  DuiPanel *panel;

  for (guint i = 0; i < self->figures->len; i++)
    {
      DuiPeriod period = g_array_index (self->figures, FixtureFigure, i).period;

      first = MIN (first, period);
      last = MAX (last, period);
    }
  panel = dui_panel_new (catalog, g_ptr_array_index (catalog->indicators, 0), first, last);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const FixtureFigure *figure = &g_array_index (self->figures, FixtureFigure, i);

      dui_panel_set_figure (panel, figure->place, figure->period, &figure->values);
    }
  dui_panel_set_targets (panel, (const DuiTarget *) self->targets->data, self->targets->len);
  dui_panel_set_plans (panel, (const DuiPlan *) self->plans->data, self->plans->len);
  dui_panel_set_issued (panel, (const DuiPeriod *) self->issued->data, self->issued->len);
  return panel;
}
