/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/verdicts.h"

#include <glib/gi18n-lib.h>

static void
merge (DuiBatchRow *row, const DuiFigureValues *old)
{
  if (!(row->gives & DUI_GIVES_VALUE))
    row->value = old->value;
  if (!(row->gives & DUI_GIVES_BASE))
    row->base = old->base;
  if (!(row->gives & DUI_GIVES_GROWTH))
    row->growth = old->growth;
}

static void
refuse_lower_status (DuiBatchRow *row, const DuiFigureValues *old, DuiNotices *notices)
{
  row->verdict = DUI_ROW_REFUSED;
  if (dui_notices_wants (notices, DUI_NOTICE_STATUS, row->row))
    dui_notices_add (
        notices, DUI_NOTICE_STATUS, row->row, row->column,
        /* Translators: 1 and 2 a status of figures: 预计, 初步 or 审定. */
        _ ("The book has another figure that is %1$s already, which a %2$s one does not "
           "replace; import it with that status, or change the figure by hand"),
        dui_figure_status_to_nick (old->status), dui_figure_status_to_nick (row->status));
}

static void
judge (DuiBatchRow *row, const DuiFigureValues *old, DuiNotices *notices)
{
  if (old->status == DUI_STATUS_NONE)
    {
      row->verdict = DUI_ROW_NEW;
      return;
    }
  merge (row, old);
  if (row->value == old->value && row->base == old->base && row->growth == old->growth
      && row->status <= old->status)
    {
      row->verdict = DUI_ROW_SAME;
      row->status = (guint8) old->status;
    }
  else if (row->status < old->status)
    refuse_lower_status (row, old, notices);
  else
    row->verdict = DUI_ROW_CHANGED;
}

void
dui_verdicts_find (DuiBatch *batch, DuiPanel *const *panels, DuiNotices *notices)
{
  DuiBatchRow *rows = (DuiBatchRow *) (gpointer) batch->rows->data;

  for (guint i = 0; i < batch->rows->len; i++)
    {
      DuiBatchRow *row = &rows[i];
      DuiFigureValues old = DUI_FIGURE_VALUES_NONE;
      const DuiPanel *panel;

      if (row->verdict == DUI_ROW_REFUSED || row->verdict == DUI_ROW_COMPARED)
        continue;
      panel = panels[row->indicator];
      if (row->place < panel->n_places)
        old = dui_panel_get_figure (panel, row->place, row->period);
      judge (row, &old, notices);
    }
}
