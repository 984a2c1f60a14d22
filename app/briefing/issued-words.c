/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/issued-words.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

#define DASH "—"

char *
dui_issued_words_amount (DuiIndicator *indicator,
                         DuiAmount amount)
{
  return dui_amount_is_missing (amount)
             ? g_strdup (DASH)
             : dui_amount_to_string (amount, dui_indicator_get_scale (indicator));
}

char *
dui_issued_words_growth (const DuiIssuedRow *row)
{
  const DuiIssuedRank *rank = &row->ranks[DUI_ISSUED_BY_GROWTH];
  DuiRatio growth = rank->rank > 0
                        ? dui_amount_to_ratio (rank->value, DUI_ISSUED_SCALE)
                        : dui_amount_to_ratio (row->values.growth, DUI_GROWTH_SCALE);
  g_autofree char *text = dui_format_percent (growth, 2);

  return dui_ratio_is_missing (growth) ? g_strdup (DASH) : g_strconcat (text, "%", NULL);
}

char *
dui_issued_words_rank (const DuiIssuedRow *row,
                       DuiIssuedBy by)
{
  const DuiIssuedRank *rank = &row->ranks[by];

  return rank->rank > 0 ? g_strdup_printf ("%u", rank->rank) : g_strdup (DASH);
}

static void
free_part (gpointer data)
{
  DuiIssuedPart *part = data;

  g_free (part->issued);
  g_free (part->now);
  g_free (part);
}

/* Takes @issued, NULL for nothing, and @now. */
static void
take_part (GPtrArray *parts,
           const char *what,
           char *issued,
           char *now)
{
  DuiIssuedPart *part = g_new (DuiIssuedPart, 1);

  *part = (DuiIssuedPart){ what, issued ? issued : g_strdup (DASH), now };
  if (g_str_equal (part->issued, part->now))
    free_part (part);
  else
    g_ptr_array_add (parts, part);
}

static void
compare_amount (GPtrArray *parts,
                DuiIndicator *indicator,
                const char *what,
                DuiAmount issued,
                DuiAmount now)
{
  take_part (parts, what, dui_issued_words_amount (indicator, issued),
             dui_issued_words_amount (indicator, now));
}

GPtrArray *
dui_issued_words_compare (DuiIndicator *indicator,
                          const DuiIssuedRow *issued,
                          const DuiIssuedRow *now,
                          gboolean with_ranks)
{
  static const char *const ranked[DUI_N_ISSUED_BY]
      = { N_ ("rank by growth"), N_ ("rank by progress"), N_ ("rank by completed") };
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);
  gboolean had_target = issued && issued->values.status != DUI_STATUS_NONE;

  compare_amount (parts, indicator, _ ("completed"),
                  issued ? issued->values.value : DUI_AMOUNT_MISSING, now->values.value);
  compare_amount (parts, indicator, _ ("base"), issued ? issued->values.base : DUI_AMOUNT_MISSING,
                  now->values.base);
  /* A target is frozen with a figure alone. */
  if (!issued || had_target)
    compare_amount (parts, indicator, _ ("target"), issued ? issued->target : DUI_AMOUNT_MISSING,
                    now->target);
  if (!with_ranks)
    return parts;
  take_part (parts, _ ("growth"), issued ? dui_issued_words_growth (issued) : NULL,
             dui_issued_words_growth (now));
  for (guint by = 0; by < DUI_N_ISSUED_BY; by++)
    take_part (parts, _ (ranked[by]), issued ? dui_issued_words_rank (issued, by) : NULL,
               dui_issued_words_rank (now, by));
  return parts;
}
