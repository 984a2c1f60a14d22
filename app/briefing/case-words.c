/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/case-words.h"
#include "briefing/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The number that stands under @key in "bottom.size=3 …". */
static guint
get_setting (const DuiCase *self,
             const char *key)
{
  g_auto (GStrv) parts = g_strsplit (self->settings, " ", -1);

  for (guint i = 0; parts[i]; i++)
    if (g_str_has_prefix (parts[i], key) && parts[i][strlen (key)] == '=')
      return (guint) g_ascii_strtoull (parts[i] + strlen (key) + 1, NULL, 10);
  return 0;
}

char *
dui_case_words_explain (const DuiCase *self)
{
  g_autofree char *bottom = dui_words_count (get_setting (self, "bottom.size"));

  if (self->kind == DUI_CASE_EXPLANATION)
    /* Translators: the size of the bottom set: 后三名. */
    return g_strdup_printf (_ ("On the list because it was among the bottom %s by progress. Those "
                               "tied at the edge are on it too."),
                            bottom);
  /* Translators: 1 the size of the bottom set, 2 a number of periods. */
  return g_strdup_printf (_ ("On the list because it was among the bottom %1$s by cumulative growth "
                             "for at least %2$u periods running. The program proposes nothing; a "
                             "named person decides, with a reason."),
                          bottom, get_setting (self, "streak.length"));
}
