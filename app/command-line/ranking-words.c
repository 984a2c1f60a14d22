/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/ranking-words.h"

#include "briefing/words.h"
#include "command-line/output.h"

#include <glib/gi18n-lib.h>

char *
dui_ranking_words_change (guint previous_rank,
                          int change)
{
  if (previous_rank == 0)
    return g_strdup ("");
  if (change == 0)
    return g_strdup ("—");
  return g_strdup_printf ("%s%d", change > 0 ? "↑" : "↓", ABS (change));
}

char *
dui_ranking_words_previous (guint previous_rank)
{
  return previous_rank > 0 ? g_strdup_printf ("%u", previous_rank) : g_strdup ("—");
}

GString *
dui_ranking_words_note (gboolean bottom,
                        guint size,
                        gboolean tied)
{
  GString *note = g_string_new (NULL);

  if (bottom)
    {
      g_autofree char *count = dui_words_count (size);

      /* Translators: the size of the bottom set: bottom three, 后三名. */
      g_string_append_printf (note, _ ("bottom %s"), count);
    }
  if (tied)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", _ ("tied"));
  return note;
}

void
dui_ranking_words_print_bottom (DuiBottomState state,
                                guint size)
{
  g_autofree char *count = dui_words_count (size);

  if (state == DUI_BOTTOM_TOO_MANY_TIED)
    dui_output_text (_ ("Too many are tied; the bottom set is decided by hand.\n"));
  else if (state == DUI_BOTTOM_NARROWED)
    dui_output_format (_ ("Few are ranked: the bottom set is narrowed to %s.\n"), count);
}
