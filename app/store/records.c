/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/records.h"

#include <glib/gi18n-lib.h>

char *
dui_records_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (seconds);

  return at ? g_date_time_format (at, "%Y-%m-%d %H:%M") : g_strdup ("");
}

const char *
dui_records_verb_label (const char *verb)
{
  static const struct
  {
    const char *verb;
    const char *label;
  } labels[] = {
    { "init", N_ ("book made") },
    { "import", N_ ("figures imported") },
    { "set figure", N_ ("figure changed") },
    { "set figures", N_ ("figures typed") },
    { "set target", N_ ("target changed") },
    { "set targets", N_ ("targets split") },
    { "set plan", N_ ("plan changed") },
    { "set scheme", N_ ("scoring scheme changed") },
    { "open cases", N_ ("explanations asked for") },
    { "record case", N_ ("case changed") },
    { "note", N_ ("figure looked at") },
    { "month", N_ ("month moved on") },
    { "set setting", N_ ("setting changed") },
    { "bulletin issue", N_ ("bulletin issued") },
    { "bulletin correct", N_ ("bulletin corrected") },
    { "restore", N_ ("backup restored") },
    { "migrate", N_ ("book brought to a newer version of the program") },
    { "undo", N_ ("undone") },
    { "redo", N_ ("redone") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].verb, verb))
      return _ (labels[i].label);
  return verb;
}

DuiFinding *
dui_finding_new (const char *what,
                 char *where,
                 char *text)
{
  DuiFinding *finding = g_new (DuiFinding, 1);

  finding->what = g_strdup (what);
  finding->where = where;
  finding->text = text;
  return finding;
}

void
dui_finding_free (DuiFinding *finding)
{
  g_free (finding->what);
  g_free (finding->where);
  g_free (finding->text);
  g_free (finding);
}

char *
dui_undo_step_describe (const DuiUndoStep *step)
{
  const char *label = dui_records_verb_label (step->verb);

  /* Translators: 1 what it was ("figure changed"), 2 what about. */
  return step->subject ? g_strdup_printf (_ ("%1$s: %2$s"), label, step->subject)
                       : g_strdup (label);
}

void
dui_undo_step_free (DuiUndoStep *step)
{
  g_free (step->verb);
  g_free (step->subject);
  g_free (step->at);
  g_free (step->who);
  g_free (step->reason);
  g_free (step);
}

void
dui_backup_look_free (DuiBackupLook *look)
{
  g_free (look->path);
  g_free (look->at);
  g_free (look);
}

void
dui_issued_figure_free (DuiIssuedFigure *self)
{
  g_free (self->title);
  g_free (self->number);
  g_free (self);
}
