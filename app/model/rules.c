/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/rules.h"

const DuiRules dui_rules_default = {
  .bottom = 3,
  .streak_length = 3,
  .streak_over_year = TRUE,
  .streak_growth = DUI_STREAK_BY_CUMULATIVE,
  .card_green = 1000000,
  .card_yellow = 900000,
  .reported_share = 80,
};

static gboolean
read_number (const char *value,
             guint64 minimum,
             guint64 maximum,
             guint64 *number)
{
  return g_ascii_string_to_unsigned (value, 10, minimum, maximum, number, NULL);
}

gboolean
dui_rules_set (DuiRules *rules,
               const char *key,
               const char *value)
{
  guint64 number;

  if (g_str_equal (key, "bottom.size") && read_number (value, 1, 99, &number))
    rules->bottom = (guint) number;
  else if (g_str_equal (key, "streak.length") && read_number (value, 2, 12, &number))
    rules->streak_length = (guint) number;
  else if (g_str_equal (key, "streak.over-year") && read_number (value, 0, 1, &number))
    rules->streak_over_year = number == 1;
  else if (g_str_equal (key, "streak.growth") && g_str_equal (value, "cumulative"))
    rules->streak_growth = DUI_STREAK_BY_CUMULATIVE;
  else if (g_str_equal (key, "streak.growth") && g_str_equal (value, "month"))
    rules->streak_growth = DUI_STREAK_BY_MONTH;
  else if (g_str_equal (key, "card.green") && read_number (value, 1, 2000000, &number))
    rules->card_green = (int) number;
  else if (g_str_equal (key, "card.yellow") && read_number (value, 0, 2000000, &number))
    rules->card_yellow = (int) number;
  else if (g_str_equal (key, "period.share") && read_number (value, 1, 100, &number))
    rules->reported_share = (guint) number;
  else
    return FALSE;
  return TRUE;
}

char *
dui_rules_get (const DuiRules *rules,
               const char *key)
{
  if (g_str_equal (key, "bottom.size"))
    return g_strdup_printf ("%u", rules->bottom);
  if (g_str_equal (key, "streak.length"))
    return g_strdup_printf ("%u", rules->streak_length);
  if (g_str_equal (key, "streak.over-year"))
    return g_strdup (rules->streak_over_year ? "1" : "0");
  if (g_str_equal (key, "streak.growth"))
    return g_strdup (rules->streak_growth == DUI_STREAK_BY_MONTH ? "month" : "cumulative");
  if (g_str_equal (key, "card.green"))
    return g_strdup_printf ("%d", rules->card_green);
  if (g_str_equal (key, "card.yellow"))
    return g_strdup_printf ("%d", rules->card_yellow);
  if (g_str_equal (key, "period.share"))
    return g_strdup_printf ("%u", rules->reported_share);
  return NULL;
}

const char *const *
dui_rules_keys (void)
{
  static const char *const keys[]
      = { "bottom.size", "streak.length", "streak.over-year", "streak.growth",
          "card.green",  "card.yellow",   "period.share",     NULL };

  return keys;
}
