/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/notices.h"

#include <glib/gi18n-lib.h>

gboolean
dui_notices_wants (DuiNotices *self, DuiNoticeKind kind, guint row)
{
  if (self->count[kind]++ == 0)
    self->row[kind] = row;
  return self->count[kind] <= DUI_NOTICES_MAX;
}

void
dui_notices_add (DuiNotices *self,
                 DuiNoticeKind kind,
                 guint row,
                 guint column,
                 const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (kind < DUI_NOTICE_COLUMN)
    dui_batch_add_error (self->batch, row, column, "%s", text);
  else
    dui_batch_add_warning (self->batch, row, column, "%s", text);
}

void
dui_notices_finish (DuiNotices *self)
{
  for (guint kind = 0; kind < DUI_N_NOTICES; kind++)
    {
      guint more = self->count[kind] > DUI_NOTICES_MAX ? self->count[kind] - DUI_NOTICES_MAX : 0;

      if (more > 0)
        dui_notices_add (self, kind, 0, 0,
                         /* Translators: 1 how many, 2 the row of the first one that was said. */
                         ngettext ("%1$u more place like the one in row %2$u is not listed",
                                   "%1$u more places like the one in row %2$u are not listed",
                                   more),
                         more, self->row[kind]);
    }
}
