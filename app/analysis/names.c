/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which the command line and the page know what analysis/ computes. */
#include "analysis/standing.h"

#include <glib/gi18n-lib.h>

static const char *const rank_by_nicks[] = { "growth", "progress", "completed", "month" };

const char *
dui_rank_by_to_nick (DuiRankBy by)
{
  return rank_by_nicks[by];
}

gboolean
dui_rank_by_from_nick (const char *nick,
                       DuiRankBy *by)
{
  for (guint i = 0; i < G_N_ELEMENTS (rank_by_nicks); i++)
    if (g_str_equal (nick, rank_by_nicks[i]))
      {
        *by = i;
        return TRUE;
      }
  return FALSE;
}

const char *
dui_card_to_nick (DuiCard card)
{
  static const char *const nicks[] = { NULL, "green", "yellow", "red" };

  return nicks[card];
}

const char *
dui_card_to_label (DuiCard card)
{
  static const char *const labels[] = { "—", N_("Green card"), N_("Yellow card"), N_("Red card") };

  return _ (labels[card]);
}
