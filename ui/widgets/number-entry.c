/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/number-entry.h"

#include <glib/gi18n-lib.h>

#include "exchange/in/number-text.h"
#include "exchange/in/source.h"
#include "model/error.h"

gboolean
dui_number_entry_read (GtkEditable *entry,
             const char *measure,
             int scale,
             DuiAmount *amount,
             GError **error)
{
  const char *text = gtk_editable_get_text (entry);
  gsize length = strlen (text);
  g_autofree char *padded = g_malloc0 (length + DUI_TEXT_PADDING);
  DuiNumberText number;
  gboolean lossy = FALSE;

  memcpy (padded, text, length);
  *amount = DUI_AMOUNT_MISSING;
  switch (dui_number_text_read (padded, length, measure, measure == NULL, &number, error))
    {
    case DUI_NUMBER_TEXT_NOTHING:
      return TRUE;
    case DUI_NUMBER_TEXT_REFUSED:
      return FALSE;
    case DUI_NUMBER_TEXT_NUMBER:
    default:
      break;
    }
  if (dui_number_text_to_amount (&number, scale, amount, &lossy) && !lossy)
    return TRUE;
  g_set_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_TOO_LARGE,
               lossy ? _ ("“%s” has more decimals than are kept; write fewer")
                     : _ ("“%s” is too large; check the measure"),
               text);
  return FALSE;
}

void
dui_number_entry_show (GtkEditable *entry,
                       DuiAmount amount,
                       int scale)
{
  g_autofree char *text = dui_amount_to_string (amount, scale);

  gtk_editable_set_text (entry, text ? text : "");
}
