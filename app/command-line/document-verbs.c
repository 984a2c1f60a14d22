/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn: one chart, the briefing, forms of explanation. */
#include "briefing/briefing.h"
#include "charts/charts.h"
#include "command-line/output.h"
#include "command-line/verbs.h"
#include "plot/export.h"
#include "plot/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A chart across the type area of the page (PRACTICE §6): 156 x 95 mm. */
#define PRINT_WIDTH 442.205
#define PRINT_HEIGHT 269.291

#define SCREEN_WIDTH 640
#define SCREEN_HEIGHT 400
#define POINTS_PER_PIXEL 0.75
#define SIZE_MIN 100
#define SIZE_MAX 10000

static const char *
get_suffix (const char *path)
{
  const char *suffix = strrchr (path, '.');

  return suffix && !strchr (suffix, '/') ? suffix + 1 : "";
}

static gboolean
has_suffix (const char *path,
            const char *const *suffixes)
{
  g_autofree char *suffix = g_ascii_strdown (get_suffix (path), -1);

  return g_strv_contains (suffixes, suffix);
}

static gboolean
is_paper (const char *path)
{
  return has_suffix (path, (const char *const[]){ "pdf", NULL });
}

/* "640x400": CSS pixels of a picture, points of a PDF. */
static gboolean
read_size (const char *text,
           const char *path,
           double *width,
           double *height,
           GError **error)
{
  double unit = is_paper (path) ? 1 : POINTS_PER_PIXEL;
  guint64 across = 0, down = 0;
  g_auto (GStrv) parts = NULL;

  *width = is_paper (path) ? PRINT_WIDTH : SCREEN_WIDTH * unit;
  *height = is_paper (path) ? PRINT_HEIGHT : SCREEN_HEIGHT * unit;
  if (!text)
    return TRUE;
  parts = g_strsplit (text, "x", 2);
  if (!parts[0] || !parts[1]
      || !g_ascii_string_to_unsigned (parts[0], 10, SIZE_MIN, SIZE_MAX, &across, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, SIZE_MIN, SIZE_MAX, &down, NULL))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%1$s” is not a size; write width and height from %2$d to %3$d, such as "
                      "640x400"),
                   text, SIZE_MIN, SIZE_MAX);
      return FALSE;
    }
  *width = (double) across * unit;
  *height = (double) down * unit;
  return TRUE;
}

static gboolean
find_theme (const char *nick,
            const char *path,
            const DuiTheme **theme,
            GError **error)
{
  if (nick)
    *theme = dui_theme_from_nick (nick);
  else
    *theme = dui_theme_get (is_paper (path) ? DUI_THEME_MONO : DUI_THEME_SCREEN);
  if (!*theme)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("there is no theme “%s”; write screen, dark, print, mono, contrast or large"), nick);
  return *theme != NULL;
}

static gboolean
check_kind (const char *kind,
            GError **error)
{
  g_autofree char *names = NULL;

  if (g_strv_contains (dui_chart_kinds (), kind))
    return TRUE;
  names = g_strjoinv (", ", (char **) dui_chart_kinds ());
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("there is no chart “%1$s”; the charts are %2$s"), kind, names);
  return FALSE;
}

static gboolean
check_output (DuiInvocation *self,
              const char *path,
              const char *const *suffixes,
              GError **error)
{
  g_autofree char *names = NULL;

  if (!dui_invocation_require (self, "-o", path, error))
    return FALSE;
  if (has_suffix (path, suffixes))
    return TRUE;
  names = g_strjoinv (", ", (char **) suffixes);
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("“%1$s” can't be written; give a name that ends with one of: %2$s"), path, names);
  return FALSE;
}

/* Fonts are looked up while the book is read. */
static gboolean
open_to_draw (DuiInvocation *self,
              const DuiTheme *theme,
              GError **error)
{
  gboolean opened;

  dui_text_prepare (theme);
  opened = dui_invocation_open (self, DUI_NEEDS_PERIOD, error);
  if (!opened)
    dui_text_abandon ();
  return opened;
}

static DuiExit
run_chart (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  static const char *const suffixes[] = { "pdf", "svg", "png", NULL };
  g_autofree char *path = NULL, *size = NULL, *theme = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("the file to write; its name ends with .pdf, .svg or .png"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size,
      N_ ("points for PDF (default: 442x269), pixels for SVG and PNG (default: 640x400)"),
      N_ ("WxH") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme,
      N_ ("screen, dark, print, mono, contrast or large (default: mono for PDF, else screen)"), N_ ("THEME") },
    G_OPTION_ENTRY_NULL,
  };
  DuiChartSubject subject = { 0 };
  g_autoptr (DuiChart) chart = NULL;
  const DuiTheme *look;
  double width, height;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 1, 1, error) || !check_kind (self->words[0], error)
      || !check_output (self, path, suffixes, error)
      || !read_size (size, path, &width, &height, error)
      || !find_theme (theme, path, &look, error))
    return DUI_EXIT_DONE;
  if (!open_to_draw (self, look, error))
    return DUI_EXIT_DONE;
  subject.panel = self->panel;
  subject.place = self->place;
  subject.period = self->period;
  subject.tier = self->tier;
  chart = dui_chart_new_for_kind (self->words[0], &subject);
  dui_chart_export (chart, path, width, height, look, error);
  dui_text_abandon ();
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_chart = {
  .name = "chart",
  .synopsis = N_ ("KIND -o FILE"),
  .summary = N_ ("draws one chart"),
  .notes
  = N_ ("The charts are gap, growth, peers, progress, ranking, share, sheet and spread. The size of an SVG or a PNG\n"
        "is in CSS pixels (96 to the inch; a PNG has twice as many dots), that of a PDF in points\n"
        "(72 to the inch)."),
  .examples = "  duibiao chart gap -o gap.pdf\n"
              "  duibiao chart progress -o progress.png --size 1280x800 --theme dark",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE | DUI_TAKES_TIER,
  .run = run_chart,
};

static DuiExit
write_document (const DuiBriefingSubject *subject,
                const char *path,
                GError **error)
{
  g_autoptr (DuiBriefing) briefing = dui_briefing_new (subject);
  gboolean done = dui_briefing_write_pdf (briefing, path, error);
  const char *substitution = dui_briefing_get_substitution (briefing);

  dui_text_abandon ();
  if (!done)
    return DUI_EXIT_FAILED;
  if (substitution)
    dui_failure_print (path, NULL, 0, 0, substitution);
  return DUI_EXIT_DONE;
}

static DuiExit
run_brief (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  static const char *const suffixes[] = { "pdf", NULL };
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("the file to write; its name ends with .pdf"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  DuiBriefingSubject subject = { 0 };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !check_output (self, path, suffixes, error))
    return DUI_EXIT_DONE;
  if (!open_to_draw (self, dui_theme_get (DUI_THEME_MONO), error))
    return DUI_EXIT_DONE;
  subject.panel = self->panel;
  subject.place = self->place;
  subject.period = self->period;
  return write_document (&subject, path, error);
}

const DuiVerb dui_verb_brief = {
  .name = "brief",
  .summary = N_ ("writes the briefing as a PDF"),
  .notes = N_ ("A font that is not there and what was taken for it is told on standard error."),
  .examples = "  duibiao brief -o briefing.pdf\n"
              "  duibiao brief --period 2021-11 --indicator investment -o 投资.pdf",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE,
  .run = run_brief,
};

/* Those that wait for something, of the indicator and period; or the one that was named. */
static GPtrArray *
choose_forms (DuiInvocation *self,
              GPtrArray *cases,
              guint64 number,
              GError **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  const char *code = dui_indicator_get_code (self->panel->indicator);

  for (guint i = 0; i < cases->len; i++)
    {
      DuiCase *one = g_ptr_array_index (cases, i);

      if (number > 0 ? one->id == (gint64) number
                     : one->period == self->period && g_str_equal (one->indicator, code)
                           && !dui_case_is_closed (one))
        g_ptr_array_add (forms, one);
    }
  if (forms->len > 0)
    return g_steal_pointer (&forms);
  g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED,
                       _ ("There is no such case; duibiao cases lists them, duibiao cases ask opens "
                          "those of a period."));
  return NULL;
}

static gboolean
read_number (DuiInvocation *self,
             guint64 *number,
             GError **error)
{
  *number = 0;
  if (self->words[0] == NULL
      || g_ascii_string_to_unsigned (self->words[0], 10, 1, G_MAXINT32, number, NULL))
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("“%s” is not the number of a case; duibiao cases lists them"), self->words[0]);
  return FALSE;
}

static DuiExit
run_form (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  static const char *const suffixes[] = { "pdf", NULL };
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("the file to write; its name ends with .pdf"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) cases = NULL, forms = NULL;
  g_autoptr (DuiPanel) panel = NULL;
  const DuiCase *first;
  guint64 number;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 1, error) || !read_number (self, &number, error)
      || !check_output (self, path, suffixes, error)
      || !open_to_draw (self, dui_theme_get (DUI_THEME_MONO), error))
    return DUI_EXIT_DONE;
  if (!(cases = dui_book_list_cases (self->book, error))
      || !(forms = choose_forms (self, cases, number, error))
      || !(panel = dui_book_get_panel (
               self->book, ((DuiCase *) g_ptr_array_index (forms, 0))->indicator, error)))
    {
      dui_text_abandon ();
      return DUI_EXIT_DONE;
    }
  first = g_ptr_array_index (forms, 0);
  return write_document (&(DuiBriefingSubject){ .panel = panel,
                                                .place = panel->catalog->home,
                                                .period = first->period,
                                                .forms = forms },
                         path, error);
}

const DuiVerb dui_verb_cases_form = {
  .name = "cases form",
  .synopsis = N_ ("[CASE] -o FILE"),
  .summary = N_ ("writes the forms of explanation as a PDF"),
  .notes = N_ ("A page for each case of the period that is open, or the form of one case, with the "
               "place's\nown figures filled in."),
  .examples = "  duibiao cases form -o 说明表.pdf\n"
              "  duibiao cases form 3 -o form.pdf",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_form,
};
