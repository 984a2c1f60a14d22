/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/figure.h"

static const char *const status_nicks[][2] = {
  { NULL, NULL },
  { "预计", "estimate" },
  { "初步", "preliminary" },
  { "审定", "final" },
};

gboolean
dui_figure_values_equal (const DuiFigureValues *a,
                         const DuiFigureValues *b)
{
  return a->value == b->value && a->base == b->base && a->growth == b->growth
         && a->status == b->status;
}

const char *
dui_figure_status_to_nick (DuiFigureStatus status)
{
  return status_nicks[status][0];
}

gboolean
dui_figure_status_from_nick (const char *nick,
                             DuiFigureStatus *status)
{
  for (guint i = 1; i < G_N_ELEMENTS (status_nicks); i++)
    if (g_str_equal (nick, status_nicks[i][0]) || g_str_equal (nick, status_nicks[i][1]))
      {
        *status = i;
        return TRUE;
      }
  return FALSE;
}
