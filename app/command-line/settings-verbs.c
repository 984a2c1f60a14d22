/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings that change a number or a page: kept in the book and logged. */
#include "command-line/json.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

#define OFFICE "office" /* who issues: on pages only, so no rule */
#define NAME "name"     /* of whoever is logged in, in the log */

/* The value in force; NULL for a key that there is not. */
static char *
get_value (DuiInvocation *self,
           const char *key)
{
  DuiCatalog *catalog = self->catalog;

  if (g_str_equal (key, NAME))
    return dui_book_dup_user_name (self->book, NULL);
  if (g_str_equal (key, OFFICE))
    return g_strdup (catalog->office ? catalog->office : "");
  return dui_rules_get (&catalog->rules, key);
}

/* The one asked for, or all of them; NULL with DUI_USAGE_ERROR. */
static GPtrArray *
choose_keys (DuiInvocation *self,
             GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const char *asked = self->words[0];

  for (const char *const *key = dui_rules_keys (); *key; key++)
    if (!asked || g_str_equal (asked, *key))
      g_ptr_array_add (keys, (char *) *key);
  if (!asked || g_str_equal (asked, OFFICE))
    g_ptr_array_add (keys, (char *) OFFICE);
  if (!asked || g_str_equal (asked, NAME))
    g_ptr_array_add (keys, (char *) NAME);
  if (keys->len > 0)
    return g_steal_pointer (&keys);
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("there is no setting “%s”; duibiao settings get lists them"), asked);
  return NULL;
}

static void
print_settings (DuiInvocation *self,
                GPtrArray *keys)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();
  g_autoptr (DuiJson) json = self->json ? dui_json_new () : NULL;

  dui_text_table_add_column (table, _ ("Setting"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Value"), DUI_ALIGN_LEFT);
  if (json)
    {
      dui_json_begin_object (json, NULL);
      dui_json_begin_array (json, "rows");
    }
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *value = get_value (self, key);

      dui_text_table_add (table, key);
      dui_text_table_add (table, value);
      if (!json)
        continue;
      dui_json_begin_object (json, NULL);
      dui_json_text (json, "key", key);
      dui_json_text (json, "value", value);
      dui_json_end_object (json);
    }
  if (!json)
    {
      dui_text_table_print (table);
      return;
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static DuiExit
run_get (DuiInvocation *self,
         int argc,
         char **argv,
         GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 1, error)
      || !dui_invocation_open (self, DUI_NEEDS_CATALOG, error))
    return DUI_EXIT_DONE;
  keys = choose_keys (self, error);
  if (keys)
    print_settings (self, keys);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_settings_get = {
  .name = "settings get",
  .synopsis = N_ ("[KEY]"),
  .summary = N_ ("shows the settings of the book"),
  .notes = N_ (
      "bottom.size is the size of the bottom set, streak.length the periods after which a place\n"
      "is reviewed, streak.over-year (0 or 1) whether they run on over the new year,\n"
      "streak.growth (cumulative or month) what they go by; card.green and card.yellow are the\n"
      "millionths of the pace from which a card is green or yellow; period.share the percent of\n"
      "places that must have reported before a period is shown first; office who issues; name what\n"
      "the log calls you, which holds for your login."),
  .shape = "  {'rows':[{'key','value'}]}",
  .examples = "  duibiao settings get\n"
              "  duibiao settings get bottom.size --json",
  .run = run_get,
};

static gboolean
check_setting (const char *key,
               const char *value,
               GError **error)
{
  DuiRules rules = dui_rules_default;

  if (g_str_equal (key, OFFICE) || (g_str_equal (key, NAME) && value[0] != '\0')
      || dui_rules_set (&rules, key, value))
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("“%1$s” can't be “%2$s”; see duibiao settings get --help"), key, value);
  return FALSE;
}

static gboolean
set_setting (DuiInvocation *self,
             const char *from_text,
             const char *typed_reason,
             GError **error)
{
  const char *key = self->words[0], *value = self->words[1];
  g_autofree char *reason
      = typed_reason ? g_strdup (typed_reason) : g_strdup_printf ("%s = %s", key, value);
  DuiOccasion occasion = { .reason = reason };
  DuiPeriod from = 0;

  return check_setting (key, value, error)
         && (!from_text || dui_period_parse (from_text, &from, error))
         && dui_invocation_open (self, DUI_NEEDS_WRITING, error)
         && dui_book_set_setting (self->book, key, from, value, &occasion, error)
         && dui_invocation_reload (self, error);
}

static DuiExit
run_set (DuiInvocation *self,
         int argc,
         char **argv,
         GError **error)
{
  g_autofree char *from = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from,
      N_ ("the first period for which it holds (default: always)"), N_ ("YYYY-MM") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) keys = NULL;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 2, 2, error)
      || !set_setting (self, from, reason, error))
    return DUI_EXIT_DONE;
  keys = choose_keys (self, error);
  if (keys)
    print_settings (self, keys);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_settings_set = {
  .name = "settings set",
  .synopsis = N_ ("KEY VALUE"),
  .summary = N_ ("changes a setting of the book"),
  .notes = N_ ("What is shown afterwards is the value in force at the newest period with figures."),
  .shape = "  {'rows':[{'key','value'}]}",
  .examples = "  duibiao settings set bottom.size 5\n"
              "  duibiao settings set office 清丰县工业和信息化局 --reason 机构改名",
  .run = run_set,
};
