/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const DuiVerb *const *
dui_verbs_list (void)
{
  static const DuiVerb *const verbs[] = {
    &dui_verb_init,       &dui_verb_import,     &dui_verb_places,     &dui_verb_indicators,
    &dui_verb_periods,    &dui_verb_figures,    &dui_verb_set_figure, &dui_verb_set_target, &dui_verb_set_targets,
    &dui_verb_set_plan,   &dui_verb_set_scheme, &dui_verb_undo,       &dui_verb_redo,
    &dui_verb_progress,   &dui_verb_rank,       &dui_verb_streaks,    &dui_verb_bulletin_issue,
    &dui_verb_bulletin_correct, &dui_verb_bulletin_list, &dui_verb_bulletin_show, &dui_verb_bulletin_compare,
    &dui_verb_cases_ask,  &dui_verb_cases_form, &dui_verb_cases_record,
    &dui_verb_cases,      &dui_verb_contribution, &dui_verb_changes, &dui_verb_month_note, &dui_verb_month_enter, &dui_verb_month, &dui_verb_peers,      &dui_verb_chart,
    &dui_verb_brief,      &dui_verb_export,     &dui_verb_check,      &dui_verb_backup,     &dui_verb_restore,
    &dui_verb_copy,       &dui_verb_settings_get, &dui_verb_settings_set, &dui_verb_sheet,
    NULL,
  };

  return verbs;
}

static char *
join_names (void)
{
  GString *names = g_string_new (NULL);

  for (const DuiVerb *const *verb = dui_verbs_list (); *verb; verb++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (*verb)->name);
  return g_string_free (names, FALSE);
}

const DuiVerb *
dui_verbs_find (char **words,
                int *n_words,
                GError **error)
{
  g_autofree char *names = NULL;

  for (const DuiVerb *const *verb = dui_verbs_list (); *verb; verb++)
    {
      g_auto (GStrv) parts = g_strsplit ((*verb)->name, " ", 2);
      int n_parts = (int) g_strv_length (parts);

      if (g_str_equal (words[0], parts[0])
          && (n_parts == 1 || (words[1] && g_str_equal (words[1], parts[1]))))
        {
          *n_words = n_parts;
          return *verb;
        }
    }
  names = join_names ();
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("there is no verb “%1$s”; the verbs are %2$s"), words[0], names);
  return NULL;
}
