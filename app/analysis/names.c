/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which the command line and the page know what analysis/ computes. */
#include "analysis/peers.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>

DUI_DEFINE_NICKS (DuiRankBy, dui_rank_by, "growth", "progress", "completed", "month")

const char *
dui_card_to_nick (DuiCard card)
{
  static const char *const nicks[] = { NULL, "green", "yellow", "red" };

  return nicks[card];
}

const char *
dui_trend_to_nick (DuiTrend trend)
{
  static const char *const nicks[] = { NULL, "widening", "narrowing", "mixed" };

  return nicks[trend];
}

const char *
dui_card_to_label (DuiCard card)
{
  static const char *const labels[]
      = { "—", N_ ("Green card"), N_ ("Yellow card"), N_ ("Red card") };

  return _ (labels[card]);
}
