/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/records.h"

void
dui_figure_change_free (DuiFigureChange *change)
{
  g_free (change->at);
  g_free (change->who);
  g_free (change->verb);
  g_free (change->reason);
  g_free (change->file);
  g_free (change->sha256);
  g_free (change);
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
