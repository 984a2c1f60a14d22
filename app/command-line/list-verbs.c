/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the book holds: places, indicators, periods. */
#include "analysis/reporting.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

static void
print_places_json (DuiCatalog *catalog,
                   DuiPeriod period)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < catalog->places->len; i++)
    {
      DuiPlace *place = dui_catalog_get_place (catalog, i);

      dui_json_begin_object (json, NULL);
      dui_json_text (json, "code", dui_place_get_code (place));
      dui_json_text (json, "name", dui_place_get_name (place));
      dui_json_place (json, "parent", catalog, dui_catalog_get_parent (catalog, i, period));
      dui_json_text (json, "kind", dui_place_kind_to_nick (dui_place_get_kind (place)));
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static void
print_places_text (DuiCatalog *catalog,
                   DuiPeriod period)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, _ ("Code"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Part of"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Kind"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < catalog->places->len; i++)
    {
      DuiPlace *place = dui_catalog_get_place (catalog, i);
      guint parent = dui_catalog_get_parent (catalog, i, period);

      dui_text_table_add (table, dui_place_get_code (place));
      dui_text_table_add (table, dui_place_get_name (place));
      dui_text_table_add (table, parent == DUI_NO_PLACE
                                ? NULL
                                : dui_place_get_name (dui_catalog_get_place (catalog, parent)));
      dui_text_table_add (table, dui_label_place_kind (dui_place_get_kind (place)));
    }
  dui_text_table_print (table);
}

static DuiExit
run_places (DuiInvocation *self,
            int argc,
            char **argv,
            GError **error)
{
  DuiPeriod period;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_CATALOG, error))
    return DUI_EXIT_DONE;
  period = self->period != DUI_PERIOD_NONE ? self->period : dui_invocation_get_running_month ();
  if (self->json)
    print_places_json (self->catalog, period);
  else
    print_places_text (self->catalog, period);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_places = {
  .name = "places",
  .summary = N_ ("lists the places of the book"),
  .notes
  = N_ ("What a place is part of is told for the period asked for, else for the running month."),
  .shape = "  {'rows':[{'code','name','parent':place,'kind'}]}",
  .examples = "  duibiao places\n"
              "  duibiao places --period 2020-12 --json",
  .takes = DUI_TAKES_PERIOD,
  .run = run_places,
};

static void
print_indicators_json (DuiCatalog *catalog)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      dui_json_begin_object (json, NULL);
      dui_json_text (json, "code", dui_indicator_get_code (indicator));
      dui_json_text (json, "name", dui_indicator_get_name (indicator));
      dui_json_text (json, "measure", dui_indicator_get_measure (indicator));
      dui_json_text (json, "kind", dui_indicator_kind_to_nick (dui_indicator_get_kind (indicator)));
      dui_json_text (json, "direction",
                     dui_direction_to_nick (dui_indicator_get_direction (indicator)));
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static void
print_indicators_text (DuiCatalog *catalog)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, _ ("Code"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Indicator"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Measure"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Kind"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Direction"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      dui_text_table_add (table, dui_indicator_get_code (indicator));
      dui_text_table_add (table, dui_indicator_get_display_name (indicator));
      dui_text_table_add (table, dui_measure_display (dui_indicator_get_measure (indicator)));
      dui_text_table_add (table, dui_label_indicator_kind (dui_indicator_get_kind (indicator)));
      dui_text_table_add (table, dui_label_direction (dui_indicator_get_direction (indicator)));
    }
  dui_text_table_print (table);
}

static DuiExit
run_indicators (DuiInvocation *self,
                int argc,
                char **argv,
                GError **error)
{
  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_CATALOG, error))
    return DUI_EXIT_DONE;
  if (self->json)
    print_indicators_json (self->catalog);
  else
    print_indicators_text (self->catalog);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_indicators = {
  .name = "indicators",
  .summary = N_ ("lists the indicators of the book"),
  .shape = "  {'rows':[{'code','name','measure','kind','direction'}]}",
  .examples = "  duibiao indicators\n"
              "  duibiao indicators --json",
  .run = run_indicators,
};

static void
print_periods_json (DuiInvocation *self,
                    GArray *periods)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < periods->len; i++)
    {
      const DuiReporting *row = &g_array_index (periods, DuiReporting, i);

      dui_json_begin_object (json, NULL);
      dui_json_period (json, "period", row->period);
      dui_json_count (json, "reported", row->reported);
      dui_json_count (json, "due", row->due);
      dui_json_flag (json, "closed", row->closed);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self));
  dui_json_end_object (json);
}

static void
print_periods_text (GArray *periods)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, _ ("Period"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Reported"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Due"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("State"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < periods->len; i++)
    {
      const DuiReporting *row = &g_array_index (periods, DuiReporting, i);

      dui_text_table_take (table, dui_period_to_label (row->period));
      dui_text_table_take (table, g_strdup_printf ("%u", row->reported));
      dui_text_table_take (table, g_strdup_printf ("%u", row->due));
      dui_text_table_add (table, row->closed ? _ ("closed") : _ ("open"));
    }
  dui_text_table_print (table);
}

static DuiExit
run_periods (DuiInvocation *self,
             int argc,
             char **argv,
             GError **error)
{
  g_autoptr (GArray) periods = NULL;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_PANEL, error))
    return DUI_EXIT_DONE;
  periods = dui_reporting_list (self->panel, self->catalog->home);
  if (self->json)
    print_periods_json (self, periods);
  else
    print_periods_text (periods);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_periods = {
  .name = "periods",
  .summary = N_ ("lists the periods with figures and who has reported"),
  .notes = N_ (
      "Newest first. In the JSON, provisional tells whether the period that the other verbs show\n"
      "first is still open."),
  .shape = "  {'rows':[{'period','reported','due','closed'}],'provisional'}",
  .examples = "  duibiao periods\n"
              "  duibiao periods --indicator investment --json",
  .takes = DUI_TAKES_INDICATOR,
  .run = run_periods,
};
