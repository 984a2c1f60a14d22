/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds the gap, who pulls the growth, and which growths contradict each other. */
#include "analysis/contribution.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

#define DECIMALS 2

typedef struct
{
  DuiInvocation *invocation;
  DuiStanding *standing; /* by progress: for the shares of the gap */
  DuiContribution *contribution; /* NULL where there is none */
  DuiPanel *other; /* NULL where nothing is cross-checked */
  GArray *doubts;  /* of DuiDoubt; NULL with @other */
} View;

static void
view_clear (View *self)
{
  g_clear_pointer (&self->standing, dui_standing_free);
  g_clear_pointer (&self->contribution, dui_contribution_free);
  g_clear_pointer (&self->other, dui_panel_unref);
  g_clear_pointer (&self->doubts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

/* What belongs to a place, as far as it is known. */
static void
find (const View *self,
      guint place,
      DuiRatio *share,
      DuiAmount *gap)
{
  *share = DUI_RATIO_MISSING;
  *gap = DUI_AMOUNT_MISSING;
  for (guint i = 0; i < self->standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (self->standing->rows, DuiStandingRow, i);

      if (row->place != place)
        continue;
      *share = row->share;
      *gap = row->tier.gap;
    }
}

static void
print_rows_json (const View *self,
                 DuiJson *json,
                 GArray *members)
{
  DuiIndicator *indicator = self->invocation->panel->indicator;

  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < members->len; i++)
    {
      guint place = g_array_index (members, guint, i);
      DuiRatio share;
      DuiAmount gap;

      find (self, place, &share, &gap);
      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->invocation->catalog, place);
      dui_json_amount (json, "gap", indicator, gap);
      dui_json_percent (json, "share", share);
      dui_json_points (json, "pull", dui_contribution_find (self->contribution, place));
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_questions_json (const View *self,
                      DuiJson *json)
{
  dui_json_begin_array (json, "questions");
  for (guint i = 0; self->doubts && i < self->doubts->len; i++)
    {
      const DuiDoubt *doubt = &g_array_index (self->doubts, DuiDoubt, i);

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->invocation->catalog, doubt->place);
      dui_json_points (json, "growth", doubt->growth);
      dui_json_points (json, "other", doubt->other);
      dui_json_points (json, "difference", doubt->difference);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_json (const View *self,
            GArray *members)
{
  const DuiContribution *contribution = self->contribution;
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_text (json, "indicator", dui_indicator_get_code (self->invocation->panel->indicator));
  dui_json_period (json, "period", self->invocation->period);
  dui_json_points (json, "growth", contribution ? contribution->growth : DUI_RATIO_MISSING);
  dui_json_flag (json, "of_sum", contribution && contribution->of_sum);
  print_rows_json (self, json, members);
  dui_json_points (json, "rest", contribution ? contribution->rest : DUI_RATIO_MISSING);
  dui_json_text (json, "with",
                 self->other ? dui_indicator_get_code (self->other->indicator) : NULL);
  print_questions_json (self, json);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self->invocation));
  dui_json_end_object (json);
}

static void
print_table (const View *self,
             GArray *members)
{
  DuiIndicator *indicator = self->invocation->panel->indicator;
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Gap"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Share of all gaps %"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Pull on the growth"), DUI_ALIGN_RIGHT);
  for (guint i = 0; i < members->len; i++)
    {
      guint place = g_array_index (members, guint, i);
      DuiRatio share;
      DuiAmount gap;

      find (self, place, &share, &gap);
      dui_text_table_add (table, dui_label_place (self->invocation->catalog, place));
      dui_text_table_take (table, dui_format_amount (indicator, gap));
      dui_text_table_take (table, dui_format_percent (share, 1));
      dui_text_table_take (
          table, dui_format_number (dui_contribution_find (self->contribution, place), DECIMALS));
    }
  dui_text_table_print (table);
}

static void
print_whole (const View *self)
{
  g_autofree char *growth = NULL, *rest = NULL;

  if (self->contribution == NULL)
    {
      dui_output_text (_ ("The growth of the whole can't be taken apart.\n"));
      return;
    }
  growth = dui_format_number (self->contribution->growth, DECIMALS);
  rest = dui_format_number (self->contribution->rest, DECIMALS);
  /* Translators: points. */
  dui_output_format (_ ("Growth of the whole at current prices: %1$s%%, of it from elsewhere: "
                        "%2$s points.\n"),
                     growth, rest);
}

static void
print_questions (const View *self)
{
  for (guint i = 0; self->doubts && i < self->doubts->len; i++)
    {
      const DuiDoubt *doubt = &g_array_index (self->doubts, DuiDoubt, i);
      g_autofree char *growth = dui_format_number (doubt->growth, 1);
      g_autofree char *other = dui_format_number (doubt->other, 1);

      /* Translators: 1 place, 2 and 4 indicators, 3 and 5 their growths. */
      dui_output_format (_ ("To be asked: %1$s, %2$s %3$s%% and %4$s %5$s%%\n"),
                         dui_label_place (self->invocation->catalog, doubt->place),
                         dui_indicator_get_display_name (self->invocation->panel->indicator),
                         growth, dui_indicator_get_display_name (self->other->indicator), other);
    }
}

/* Of one state of the book with the panel. */
static gboolean
cross_check (View *self,
             const char *code,
             GError **error)
{
  DuiInvocation *invocation = self->invocation;

  if (code == NULL)
    return TRUE;
  if (dui_catalog_get_indicator (invocation->catalog, code) == NULL)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("the book has no indicator “%s”; duibiao indicators lists them"), code);
      return FALSE;
    }
  self->other = dui_book_get_panel (invocation->book, code, error);
  if (self->other)
    self->doubts = dui_doubts_compute (invocation->panel, self->other, invocation->place,
                                       invocation->period);
  return self->other != NULL;
}

static DuiExit
run_contribution (DuiInvocation *self,
                  int argc,
                  char **argv,
                  GError **error)
{
  g_autofree char *with = NULL;
  const GOptionEntry entries[] = {
    { "with", 0, 0, G_OPTION_ARG_STRING, &with,
      N_ ("an indicator whose growth is held against this one’s"), N_ ("CODE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (View) view = { self };
  g_autoptr (GArray) members = NULL;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD, error) || !cross_check (&view, with, error))
    return DUI_EXIT_DONE;
  view.standing = dui_standing_compute (self->panel, self->place, self->period,
                                        DUI_RANK_BY_PROGRESS, self->tier, 0);
  view.contribution = dui_contribution_compute (self->panel, self->place, self->period);
  members = dui_catalog_get_members (self->catalog, self->place, self->period, TRUE);
  if (self->json)
    {
      print_json (&view, members);
      return DUI_EXIT_DONE;
    }
  print_table (&view, members);
  print_whole (&view);
  print_questions (&view);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_contribution = {
  .name = "contribution",
  .summary = N_ ("tells who holds the gap and who pulls the growth"),
  .notes = N_ ("The pulls are percentage points of the growth at current prices and sum to it with what\n"
               "comes from elsewhere. With a second indicator, places whose growths are more than 15\n"
               "points apart are listed as a question."),
  .shape = "  {'indicator','period','growth','of_sum','rows':[{'place','gap','share','pull'}],'rest',\n"
           "   'with','questions':[{'place','growth','other','difference'}],'provisional'}",
  .examples = "  duibiao contribution\n"
              "  duibiao contribution --with electricity --json",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_TIER,
  .run = run_contribution,
};
