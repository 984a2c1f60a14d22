/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/rows.h"

DuiFont
dui_chart_rows_choose_font (DuiTextMeasure *measure, double pitch, double leading)
{
  static const DuiFont fonts[] = { DUI_FONT_LABEL, DUI_FONT_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    if (dui_text_height (measure, fonts[i]) + leading <= pitch)
      return fonts[i];
  return DUI_FONT_SMALL;
}
