/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county's new target, split to its members: first shown, then set in one command. */
#include "analysis/split.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/typed.h"
#include "command-line/verbs.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *year;
  char *total;
  char *by;
  char *effective;
  char *document;
  char *reason;
  char **parts;
  gboolean dry_run;
} Typed;

static void
typed_clear (Typed *self)
{
  g_free (self->year);
  g_free (self->total);
  g_free (self->by);
  g_free (self->effective);
  g_free (self->document);
  g_free (self->reason);
  g_strfreev (self->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static gboolean
fail (GError **error,
      const char *message)
{
  g_set_error_literal (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED, message);
  return FALSE;
}

static gboolean
read_by (const char *text,
         DuiSplitBy *by,
         GError **error)
{
  static const char *const nicks[] = { "share", "base", "hand" };

  *by = DUI_SPLIT_BY_SHARE;
  for (guint i = 0; text && i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (text, nicks[i]))
      {
        *by = (DuiSplitBy) i;
        return TRUE;
      }
  return text == NULL || fail (error, _ ("a target is split by share, base or hand"));
}

/* PLACE=X of each. */
static gboolean
read_parts (DuiInvocation *self,
            char **parts,
            GArray *given,
            GError **error)
{
  for (guint i = 0; parts && parts[i]; i++)
    {
      const char *sign = strchr (parts[i], '=');
      g_autofree char *code = NULL;
      DuiSplitGiven one;

      if (sign == NULL)
        return fail (error, _ ("a part is given as PLACE=X, such as 410922100=15亿元"));
      code = g_strndup (parts[i], (gsize) (sign - parts[i]));
      one.place = dui_catalog_find_code (self->catalog, code);
      if (one.place == DUI_NO_PLACE)
        {
          g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                       _ ("the book has no place “%s”; duibiao places lists them"), code);
          return FALSE;
        }
      if (!dui_typed_amount (sign + 1, self->panel->indicator, &one.part, error))
        return FALSE;
      if (dui_amount_is_missing (one.part) || one.part < 0)
        return fail (error, _ ("a target can't be less than nothing; correct it"));
      for (guint j = 0; j < given->len; j++)
        if (g_array_index (given, DuiSplitGiven, j).place == one.place)
          return fail (error, _ ("a place was given two parts; give it one"));
      g_array_append_val (given, one);
    }
  return TRUE;
}

static void
print_row_json (DuiInvocation *self,
                DuiJson *json,
                guint place,
                DuiAmount old,
                DuiAmount part)
{
  DuiIndicator *indicator = self->panel->indicator;
  gboolean both = !dui_amount_is_missing (old) && !dui_amount_is_missing (part);

  dui_json_place (json, "place", self->catalog, place);
  dui_json_amount (json, "old", indicator, old);
  dui_json_amount (json, "target", indicator, part);
  dui_json_amount (json, "difference", indicator, both ? part - old : DUI_AMOUNT_MISSING);
}

static void
print_json (DuiInvocation *self,
            const DuiSplit *split,
            const DuiTarget *target,
            gboolean is_set)
{
  g_autofree char *effective = dui_day_to_string (target->effective);
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  print_row_json (self, json, self->place, split->old, split->total);
  dui_json_text (json, "indicator", dui_indicator_get_code (self->panel->indicator));
  dui_json_count (json, "year", target->year);
  dui_json_text (json, "tier", dui_tier_to_nick (target->tier));
  dui_json_text (json, "effective", effective);
  dui_json_text (json, "document", target->document);
  dui_json_begin_array (json, "parts");
  for (guint i = 0; i < split->rows->len; i++)
    {
      const DuiSplitRow *row = &g_array_index (split->rows, DuiSplitRow, i);

      dui_json_begin_object (json, NULL);
      print_row_json (self, json, row->place, row->old, row->part);
      dui_json_flag (json, "by_hand", row->by_hand);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_amount (json, "sum", self->panel->indicator, split->sum);
  dui_json_flag (json, "set", is_set);
  dui_json_end_object (json);
}

static void
add_row (DuiInvocation *self,
         DuiTextTable *table,
         guint place,
         DuiAmount old,
         DuiAmount part)
{
  DuiIndicator *indicator = self->panel->indicator;
  gboolean both = !dui_amount_is_missing (old) && !dui_amount_is_missing (part);

  dui_text_table_add (table, dui_label_place (self->catalog, place));
  dui_text_table_take (table, dui_format_amount (indicator, old));
  dui_text_table_take (table, dui_format_amount (indicator, part));
  dui_text_table_take (table,
                       dui_format_amount (indicator, both ? part - old : DUI_AMOUNT_MISSING));
}

static void
print_text (DuiInvocation *self,
            const DuiSplit *split,
            gboolean is_set)
{
  DuiIndicator *indicator = self->panel->indicator;
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Old target"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("New target"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Difference"), DUI_ALIGN_RIGHT);
  add_row (self, table, self->place, split->old, split->total);
  for (guint i = 0; i < split->rows->len; i++)
    {
      const DuiSplitRow *row = &g_array_index (split->rows, DuiSplitRow, i);

      add_row (self, table, row->place, row->old, row->part);
    }
  dui_text_table_print (table);
  if (split->sum < split->total)
    {
      g_autofree char *lacking = dui_format_with_measure (
          indicator, dui_amount_to_ratio (split->total - split->sum, 0));

      dui_output_format (_ ("The parts are %s less than the whole.\n"), lacking);
    }
  dui_output_text (is_set ? _ ("The targets are set.\n") : _ ("Nothing was changed.\n"));
}

static gboolean
split_whole (DuiInvocation *self,
             const DuiTarget *whole,
             DuiSplitBy by,
             const GArray *given,
             DuiSplit **split,
             GError **error)
{
  DuiSplitResult result = dui_split_compute (self->panel, self->place, whole->year,
                                             whole->effective, whole->value, by, given, split);

  return result == DUI_SPLIT_DONE || fail (error, dui_split_explain (result));
}

static gboolean
set (DuiInvocation *self,
     const DuiSplit *split,
     const DuiTarget *whole,
     const char *reason,
     GError **error)
{
  g_autoptr (GArray) targets = dui_split_new_targets (split, whole);
  const DuiOccasion occasion = { .reason = reason };

  return dui_book_set_targets (self->book, dui_indicator_get_code (self->panel->indicator), targets,
                               &occasion, error);
}

static gboolean
read_whole (DuiInvocation *self,
            const Typed *typed,
            DuiTarget *whole,
            GError **error)
{
  if (self->tier == DUI_TIER_ASSESSED)
    return fail (error, _ ("the assessed target is not stored; set agreed, adjusted or stretch"));
  if (!dui_typed_year (typed->year, &whole->year, error)
      || !dui_typed_amount (typed->total, self->panel->indicator, &whole->value, error))
    return FALSE;
  if (dui_amount_is_missing (whole->value) || whole->value < 0)
    return fail (error, _ ("a target can't be less than nothing; correct it"));
  whole->place = self->place;
  whole->tier = self->tier;
  whole->document = typed->document;
  whole->effective = whole->year * 10000 + 101;
  return typed->effective == NULL || dui_day_parse (typed->effective, &whole->effective, error);
}

static DuiExit
run_set_targets (DuiInvocation *self,
                 int argc,
                 char **argv,
                 GError **error)
{
  g_auto (Typed) typed = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &typed.year, N_ ("the year of the target"),
      N_ ("YYYY") },
    { "total", 0, 0, G_OPTION_ARG_STRING, &typed.total,
      N_ ("the whole's target, in the indicator's measure or with its own: 12.5亿元"), N_ ("X") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &typed.by,
      N_ ("share of the targets before (default), base: last year's figures, or hand"),
      N_ ("WAY") },
    { "part", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.parts,
      N_ ("what one place gets; may be repeated"), N_ ("PLACE=X") },
    { "effective", 0, 0, G_OPTION_ARG_STRING, &typed.effective,
      N_ ("the day from which it holds (default: 1 January)"), N_ ("YYYY-MM-DD") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &typed.document, N_ ("the number of the document"),
      N_ ("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &typed.reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &typed.dry_run,
      N_ ("shows what would be set and changes nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (DuiSplitGiven));
  g_autoptr (DuiSplit) split = NULL;
  DuiTarget whole = { 0 };
  DuiSplitBy by;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "--year", typed.year, error)
      || !dui_invocation_require (self, "--tier", self->tier_text, error)
      || !dui_invocation_require (self, "--total", typed.total, error)
      || (!typed.dry_run && !dui_invocation_require (self, "--reason", typed.reason, error))
      || !read_by (typed.by, &by, error)
      || !dui_invocation_open (self,
                               DUI_NEEDS_PANEL | (typed.dry_run ? 0 : DUI_NEEDS_WRITING), error)
      || !read_whole (self, &typed, &whole, error)
      || !read_parts (self, typed.parts, given, error)
      || !split_whole (self, &whole, by, given, &split, error)
      || (!typed.dry_run && !set (self, split, &whole, typed.reason, error)))
    return DUI_EXIT_DONE;
  if (self->json)
    print_json (self, split, &whole, !typed.dry_run);
  else
    print_text (self, split, !typed.dry_run);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_set_targets = {
  .name = "set targets",
  .summary = N_ ("splits a target to the members"),
  .notes = N_ ("What stays elsewhere keeps its share; with it the parts sum exactly to the whole. A member that had no target while others had gets "
               "none."),
  .shape = "  {'place','old','target','difference','indicator','year','tier','effective','document',\n"
           "   'parts':[{'place','old','target','difference','by_hand'}],'sum','set'}",
  .examples
  = "  duibiao set targets --year 2021 --tier adjusted --total 210亿元 --effective 2021-08-01 \\\n"
    "    --document 清政〔2021〕12号 --reason 县政府调整 --dry-run",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PLACE | DUI_TAKES_TIER,
  .run = run_set_targets,
};
