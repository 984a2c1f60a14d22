/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scheme by which places are scored. */
#include "command-line/json.h"
#include "command-line/output.h"
#include "command-line/typed.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

static gboolean
add_part (DuiScheme *scheme,
          const char *text,
          GError **error)
{
  g_auto (GStrv) fields = g_strsplit (text, ":", -1);
  guint n = g_strv_length (fields);
  gint64 weight, bonus = 0, cap = 0;
  DuiScoreRule rule;

  if (n != 3 && n != 5)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%s” is no part of a scheme; write INDICATOR:RULE:WEIGHT, or with "
                      ":BONUS:CAP behind it"),
                   text);
      return FALSE;
    }
  if (!dui_score_rule_from_nick (fields[1], &rule))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("there is no rule “%s”; write pace, rank, all-or-nothing or "
                      "full-on-completion"),
                   fields[1]);
      return FALSE;
    }
  if (!dui_typed_points (fields[2], &weight, error)
      || (n == 5
          && (!dui_typed_points (fields[3], &bonus, error)
              || !dui_typed_points (fields[4], &cap, error))))
    return FALSE;
  dui_scheme_add (scheme, fields[0], rule, weight, bonus, cap);
  return TRUE;
}

static DuiScheme *
read_scheme (DuiInvocation *self,
             const char *name,
             const char *from_text,
             GError **error)
{
  DuiPeriod from;
  g_autoptr (DuiScheme) scheme = NULL;

  if (!dui_period_parse (from_text, &from, error))
    return NULL;
  scheme = dui_scheme_new (name, from);
  for (guint i = 0; self->words[i]; i++)
    if (!add_part (scheme, self->words[i], error))
      return NULL;
  return g_steal_pointer (&scheme);
}

static void
print_json (const DuiScheme *scheme)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_text (json, "scheme", scheme->name);
  dui_json_period (json, "from", scheme->from);
  dui_json_begin_array (json, "parts");
  for (guint i = 0; i < scheme->parts->len; i++)
    {
      const DuiSchemePart *part = &g_array_index (scheme->parts, DuiSchemePart, i);

      dui_json_begin_object (json, NULL);
      dui_json_text (json, "indicator", part->indicator);
      dui_json_text (json, "rule", dui_score_rule_to_nick (part->rule));
      dui_json_points (json, "weight", dui_ratio_new (part->weight, DUI_POINT_ONE));
      dui_json_points (json, "bonus", dui_ratio_new (part->bonus, DUI_POINT_ONE));
      dui_json_points (json, "cap", dui_ratio_new (part->bonus_cap, DUI_POINT_ONE));
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static void
print_text (const DuiScheme *scheme)
{
  g_autofree char *from = dui_period_to_label (scheme->from);

  /* Translators: 1 name of the scheme, 2 how many, 3 period. */
  dui_output_format (ngettext ("“%1$s”: %2$u indicator, from %3$s\n",
                               "“%1$s”: %2$u indicators, from %3$s\n", scheme->parts->len),
                     scheme->name, scheme->parts->len, from);
}

static DuiExit
run_set_scheme (DuiInvocation *self,
                int argc,
                char **argv,
                GError **error)
{
  g_autofree char *name = NULL, *from = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("the name of the scheme"), N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("the first period that is scored by it"),
      N_ ("YYYY-MM") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiScheme) scheme = NULL;
  DuiOccasion occasion = { 0 };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 1, G_MAXUINT, error)
      || !dui_invocation_require (self, "--name", name, error)
      || !dui_invocation_require (self, "--from", from, error)
      || !dui_invocation_require (self, "--reason", reason, error))
    return DUI_EXIT_DONE;
  scheme = read_scheme (self, name, from, error);
  occasion.reason = reason;
  if (scheme == NULL || !dui_invocation_open (self, DUI_NEEDS_WRITING, error)
      || !dui_book_set_scheme (self->book, scheme, &occasion, error))
    return DUI_EXIT_DONE;
  if (self->json)
    print_json (scheme);
  else
    print_text (scheme);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_set_scheme = {
  .name = "set scheme",
  .synopsis = N_ ("INDICATOR:RULE:WEIGHT[:BONUS:CAP]…"),
  .summary = N_ ("sets the scheme by which places are scored"),
  .notes = N_ (
      "The weights must sum to 100. The rules: pace earns in proportion to what was due, above it\n"
      "up to CAP more points; rank earns (n - rank + 1)/n of the weight; all-or-nothing all of it\n"
      "where the pace is kept or the target met; full-on-completion in proportion up to 100%, then\n"
      "BONUS points for each percentage point above, CAP at most. What has no target gives its\n"
      "weight to the others; what was not reported earns nothing. A scheme of the same name is\n"
      "replaced, and each holds until the next one begins."),
  .shape = "  {'scheme','from','parts':[{'indicator','rule','weight','bonus','cap'}]}",
  .examples = "  duibiao set scheme --name 2021年考核 --from 2021-02 --reason 县考核办法 \\\n"
              "    output:full-on-completion:20:0.5:5 investment:pace:50 tax:rank:30",
  .run = run_set_scheme,
};
