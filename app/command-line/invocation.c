/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/invocation.h"

#include "analysis/reporting.h"
#include "command-line/help.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_INDICATOR "output"
#define N_COMMON 7

void
dui_invocation_clear (DuiInvocation *self)
{
  g_clear_pointer (&self->panel, dui_panel_unref);
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  if (self->book)
    dui_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->book_path, g_free);
  g_clear_pointer (&self->indicator_code, g_free);
  g_clear_pointer (&self->period_text, g_free);
  g_clear_pointer (&self->place_text, g_free);
  g_clear_pointer (&self->tier_text, g_free);
}

static GArray *
collect_entries (DuiInvocation *self,
                 const GOptionEntry *own)
{
  const GOptionEntry common[N_COMMON] = {
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &self->indicator_code,
      N_ ("the indicator (default: output)"), N_ ("CODE") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &self->period_text,
      N_ ("the period (default: the newest that most places have reported)"), N_ ("YYYY-MM") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &self->place_text,
      N_ ("a place by its code or its full name"), N_ ("PLACE") },
    { "tier", 0, 0, G_OPTION_ARG_STRING, &self->tier_text,
      N_ ("agreed, adjusted, stretch or assessed (default: assessed)"), N_ ("TIER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("answer in JSON"), NULL },
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &self->book_path,
      N_ ("the book (default: the user's own)"), N_ ("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("show this help"), NULL },
  };
  const gboolean taken[N_COMMON] = {
    self->verb->takes & DUI_TAKES_INDICATOR, self->verb->takes & DUI_TAKES_PERIOD,
    self->verb->takes & DUI_TAKES_PLACE,     self->verb->takes & DUI_TAKES_TIER,
    self->verb->shape != NULL, TRUE, TRUE,
  };
  GArray *entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  for (; own && own->long_name; own++)
    g_array_append_val (entries, *own);
  for (guint i = 0; i < N_COMMON; i++)
    if (taken[i])
      g_array_append_val (entries, common[i]);
  return entries;
}

/* GLib's own sentences are translated only where its translations are installed, so ours take
 * their place. */
static void
set_parse_error (GError **error,
                 const GError *cause,
                 int argc,
                 char **argv)
{
  if (cause->domain == G_CONVERT_ERROR)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("a word of the command is not text in this locale's encoding; use UTF-8"));
  else /* only strings and flags are taken, so the last option lacks its value */
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("the option %s lacks its value; write it after the option"), argv[argc - 1]);
}

gboolean
dui_invocation_parse (DuiInvocation *self,
                      const GOptionEntry *entries,
                      int argc,
                      char **argv,
                      GError **error)
{
  const GOptionEntry remaining[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GArray) all = collect_entries (self, entries);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char **unparsed = g_memdup2 (argv, sizeof (char *) * (argc + 1));
  g_autoptr (GError) cause = NULL;
  int n_unparsed = argc;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, (GOptionEntry *) all->data, NULL);
  g_option_context_add_main_entries (context, remaining, NULL);
  if (!g_option_context_parse (context, &n_unparsed, &unparsed, &cause))
    {
      set_parse_error (error, cause, argc, argv);
      return FALSE;
    }
  if (!self->words)
    self->words = g_new0 (char *, 1);
  if (self->help)
    {
      dui_help_print_verb (self->verb, (GOptionEntry *) all->data);
      return FALSE;
    }
  for (int i = 1; i < n_unparsed; i++)
    if (!g_str_equal (unparsed[i], "--"))
      {
        g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                     _ ("there is no option %1$s; see duibiao %2$s --help"), unparsed[i],
                     self->verb->name);
        return FALSE;
      }
  return TRUE;
}

gboolean
dui_invocation_check_words (DuiInvocation *self,
                            guint minimum,
                            guint maximum,
                            GError **error)
{
  guint n_words = g_strv_length (self->words);

  if (n_words < minimum)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("%1$s is missing; see duibiao %2$s --help"), _ (self->verb->synopsis),
                 self->verb->name);
  else if (n_words > maximum)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("“%1$s” is one word too many; see duibiao %2$s --help"),
                 self->words[maximum], self->verb->name);
  return n_words >= minimum && n_words <= maximum;
}

gboolean
dui_invocation_require (DuiInvocation *self,
                        const char *option,
                        const void *value,
                        GError **error)
{
  if (!value)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("the option %1$s is missing; see duibiao %2$s --help"), option,
                 self->verb->name);
  return value != NULL;
}

const char *
dui_invocation_get_path (DuiInvocation *self)
{
  if (!self->book_path)
    self->book_path = dui_book_default_path ();
  return self->book_path;
}

/* A place without a code can only be named. */
static gboolean
find_place (DuiInvocation *self,
            GError **error)
{
  guint n_found = 0;

  self->place = self->catalog->home;
  if (!self->place_text)
    return TRUE;
  self->place = dui_catalog_find_code (self->catalog, self->place_text);
  if (self->place != DUI_NO_PLACE)
    return TRUE;
  for (guint i = 0; i < self->catalog->places->len; i++)
    if (g_str_equal (dui_place_get_name (dui_catalog_get_place (self->catalog, i)),
                     self->place_text))
      {
        self->place = i;
        n_found++;
      }
  if (n_found == 0)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("the book has no place “%s”; duibiao places lists them"), self->place_text);
  else if (n_found > 1)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("the book has several places “%s”; give the code, duibiao places lists them"),
                 self->place_text);
  return n_found == 1;
}

DuiPeriod
dui_invocation_get_running_month (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dui_period_new (g_date_time_get_year (now), g_date_time_get_month (now));
}

static gboolean
find_tier (DuiInvocation *self,
           GError **error)
{
  self->tier = DUI_TIER_ASSESSED;
  if (!self->tier_text || dui_tier_from_nick (self->tier_text, &self->tier))
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("there is no tier “%s”; write agreed, adjusted, stretch or assessed"),
               self->tier_text);
  return FALSE;
}

DuiIndicator *
dui_invocation_find_indicator (DuiInvocation *self,
                               GError **error)
{
  const char *code = self->indicator_code ? self->indicator_code : DEFAULT_INDICATOR;
  DuiIndicator *indicator = dui_catalog_get_indicator (self->catalog, code);

  if (!indicator)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("the book has no indicator “%s”; duibiao indicators lists them"), code);
  return indicator;
}

static gboolean
load_panel (DuiInvocation *self,
            GError **error)
{
  DuiIndicator *indicator = dui_invocation_find_indicator (self, error);

  if (indicator)
    self->panel = dui_book_get_panel (self->book, dui_indicator_get_code (indicator), error);
  return self->panel != NULL;
}

/* An asked period must be one that the indicator publishes; without one, PRACTICE R7. */
static gboolean
find_period (DuiInvocation *self,
             gboolean needed,
             GError **error)
{
  DuiIndicator *indicator = self->panel->indicator;

  if (!self->period_text)
    self->period = dui_reporting_default_period (self->panel, self->catalog->home);
  else if (!dui_period_is_published (self->period, dui_indicator_get_calendar (indicator)))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("%1$s is not published for %2$s; give another period"),
                   dui_indicator_get_display_name (indicator), self->period_text);
      return FALSE;
    }
  if (self->period == DUI_PERIOD_NONE && needed)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_NO_FIGURES,
                   _ ("the book has no figures of %s yet; import a sheet, or give --period"),
                   dui_indicator_get_display_name (indicator));
      return FALSE;
    }
  return TRUE;
}

gboolean
dui_invocation_open (DuiInvocation *self,
                     DuiNeeds needs,
                     GError **error)
{
  const char *read_only;

  self->period = DUI_PERIOD_NONE;
  if (self->period_text && !dui_period_parse (self->period_text, &self->period, error))
    return FALSE;
  if (!find_tier (self, error))
    return FALSE;
  self->book = dui_book_open (dui_invocation_get_path (self), error);
  self->book_failed = !self->book;
  if (!self->book)
    return FALSE;
  read_only = dui_book_get_read_only_reason (self->book);
  if (read_only && needs & DUI_NEEDS_WRITING)
    {
      g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_READ_ONLY, read_only);
      return FALSE;
    }
  if (needs & DUI_NEEDS_FILE_ALONE)
    return TRUE;
  self->catalog = dui_book_get_catalog (self->book, error);
  if (!self->catalog || !find_place (self, error))
    return FALSE;
  if (!(needs & (DUI_NEEDS_PANEL | DUI_NEEDS_PERIOD)))
    return TRUE;
  return load_panel (self, error) && find_period (self, needs & DUI_NEEDS_PERIOD, error);
}

gboolean
dui_invocation_reload (DuiInvocation *self,
                       GError **error)
{
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  self->catalog = dui_book_get_catalog (self->book, error);
  return self->catalog != NULL;
}

gboolean
dui_invocation_is_provisional (DuiInvocation *self)
{
  DuiReporting reporting;

  if (self->period == DUI_PERIOD_NONE)
    return FALSE;
  dui_reporting_compute (self->panel, self->catalog->home, self->period, &reporting);
  return !reporting.closed;
}
