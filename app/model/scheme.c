/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/scheme.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>

DUI_DEFINE_NICKS (DuiScoreRule, dui_score_rule, "pace", "rank", "all-or-nothing",
                  "full-on-completion")

const char *
dui_score_rule_to_label (DuiScoreRule rule)
{
  static const char *const labels[] = { N_ ("in proportion to pace"), N_ ("by rank"),
                                        N_ ("all or nothing"), N_ ("full on completion") };

  return _ (labels[rule]);
}

static void
clear_part (gpointer data)
{
  DuiSchemePart *part = data;

  g_free (part->indicator);
}

DuiScheme *
dui_scheme_new (const char *name, DuiPeriod from)
{
  DuiScheme *self = g_new (DuiScheme, 1);

  self->name = g_strdup (name);
  self->from = from;
  self->parts = g_array_new (FALSE, FALSE, sizeof (DuiSchemePart));
  g_array_set_clear_func (self->parts, clear_part);
  return self;
}

void
dui_scheme_free (DuiScheme *self)
{
  g_free (self->name);
  g_array_unref (self->parts);
  g_free (self);
}

void
dui_scheme_add (DuiScheme *self,
                const char *indicator,
                DuiScoreRule rule,
                gint64 weight,
                gint64 bonus,
                gint64 bonus_cap)
{
  DuiSchemePart part = { g_strdup (indicator), rule, weight, bonus, bonus_cap };

  g_array_append_val (self->parts, part);
}

const DuiScheme *
dui_scheme_find (GPtrArray *schemes, DuiPeriod period)
{
  const DuiScheme *found = NULL;

  for (guint i = 0; i < schemes->len; i++)
    {
      const DuiScheme *scheme = g_ptr_array_index (schemes, i);

      if (scheme->from <= period)
        found = scheme;
    }
  return found;
}

DuiRatio
dui_points_to_ratio (gint64 points)
{
  return (DuiRatio){ points, DUI_POINT_ONE };
}
