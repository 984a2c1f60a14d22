/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/standing-notes.h"
#include "briefing/terms.h"
#include "briefing/words.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const DuiPanel *panel;
  guint parent;
  const DuiStanding *primary;
  const DuiStanding *growth;
  DuiTerms *terms;
  GPtrArray *notes;
} Maker;

static void
add_note (Maker *maker, const char *template)
{
  g_ptr_array_add (maker->notes, dui_terms_fill (maker->terms, template));
}

static void
set_number (Maker *maker, const char *name, guint number)
{
  dui_terms_take (maker->terms, name, g_strdup_printf ("%u", number));
}

static const DuiStandingRow *
row_at (const DuiStanding *standing, guint index)
{
  return &g_array_index (standing->rows, DuiStandingRow, index);
}

static gboolean
any_row (const DuiStanding *standing, gboolean (*test) (const DuiStandingRow *row))
{
  for (guint i = 0; i < standing->rows->len; i++)
    if (test (row_at (standing, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_inferred (const DuiStandingRow *row)
{
  return row->progress.growth_inferred;
}

static gboolean
is_preliminary (const DuiStandingRow *row)
{
  return row->progress.status != DUI_STATUS_FINAL;
}

/* PRACTICE R10, R13. */
static void
add_ranking (Maker *maker)
{
  const DuiStanding *primary = maker->primary;

  if (primary->rows->len == 0)
    {
      add_note (maker, _ ("Nobody can be ranked: targets or bases are missing."));
      return;
    }
  if (primary->provisional)
    add_note (maker, primary->unreported->len > 0
                         ? _ ("Provisional: {{missing}} {{members}} still to report, ranks may "
                              "change.")
                         : _ ("Provisional: ranks may change."));
  if (maker->growth)
    add_note (maker,
              _ ("Ordered by {{by}}; the growth rank is by {{growth}}. Ranks and differences "
                 "come from unrounded figures."));
  else if (primary->by == DUI_RANK_BY_PROGRESS)
    add_note (maker, _ ("Ordered by {{by}}. Ranks and differences come from unrounded figures."));
  else
    add_note (maker, _ ("Ordered by {{by}}. Ranks come from unrounded figures."));
  if (primary->n_previous > 0 && primary->n_previous != primary->rows->len)
    add_note (maker, _ ("Ranked in this period: {{ranked}}; in the last: {{previous}}."));
}

static void
add_meanings (Maker *maker)
{
  DuiIndicator *indicator = maker->panel->indicator;
  DuiRatio pace = dui_panel_get_pace (maker->panel, maker->primary->period);

  if (maker->primary->by == DUI_RANK_BY_PROGRESS
      && dui_words_is_year (indicator, maker->primary->period))
    add_note (maker, _ ("Over or short: completion less 100%, in points; negative is short of the "
                        "annual target."));
  else if (dui_indicator_has_pace (indicator) && maker->primary->by == DUI_RANK_BY_PROGRESS)
    {
      dui_terms_take (maker->terms, "pace", dui_words_percent (pace, 1));
      add_note (maker,
                _ ("Against pace: completion less the {{pace}} of the year's target that are "
                   "due by now, in points; negative is behind."));
    }
  if (dui_indicator_get_direction (indicator) == DUI_DIRECTION_LOWER)
    add_note (maker, _ ("Lower is better: a positive difference is above the control target."));
  if (any_row (maker->primary, is_inferred)
      || (maker->growth && any_row (maker->growth, is_inferred)))
    add_note (maker, _ ("* Inferred from last year's figures, as no base was reported."));
}

static void
add_total (Maker *maker)
{
  g_autoptr (DuiTotal) total = NULL;

  if (!dui_indicator_has_pace (maker->panel->indicator))
    return;
  total = dui_total_compute (maker->panel, maker->parent, maker->primary->period);
  if (dui_amount_is_missing (total->sum.completed))
    return;
  set_number (maker, "absent", total->missing->len);
  if (total->missing->len > 0)
    add_note (maker,
              _ ("{{total}} lacks {{absent}} that did not report; its growth is of those with "
                 "both figures."));
  else if (total->growth_partial)
    add_note (maker, _ ("The growth of {{total}} is of those with both figures."));
}

GPtrArray *
dui_standing_notes_new (const DuiPanel *panel,
                        guint parent,
                        const DuiStanding *primary,
                        const DuiStanding *growth)
{
  DuiPlace *place = dui_catalog_get_place (panel->catalog, parent);
  g_autoptr (DuiTerms) terms = dui_terms_new ();
  Maker maker = { panel, parent, primary, growth, terms };

  maker.notes = g_ptr_array_new_with_free_func (g_free);
  dui_terms_set (terms, "by", dui_words_ranked_by (panel->indicator, primary->by, primary->period));
  dui_terms_set (terms, "growth",
                 dui_words_ranked_by (panel->indicator, DUI_RANK_BY_GROWTH, primary->period));
  dui_terms_set (terms, "members", dui_place_get_members_label (place));
  dui_terms_set (terms, "total", dui_place_get_total_label (place));
  set_number (&maker, "missing", primary->unreported->len);
  set_number (&maker, "ranked", primary->rows->len);
  set_number (&maker, "previous", primary->n_previous);
  add_ranking (&maker);
  add_meanings (&maker);
  add_total (&maker);
  if (any_row (primary, is_preliminary))
    add_note (&maker, _ ("Preliminary figures; those confirmed by the statistics office prevail."));
  return g_steal_pointer (&maker.notes);
}
