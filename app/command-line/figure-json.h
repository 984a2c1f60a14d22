/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command-line/json.h"

G_BEGIN_DECLS

/* "completed","base","growth","status" of @values into the open object; growth is as reported. */
void dui_figure_json_members (DuiJson *json, DuiIndicator *indicator,
                              const DuiFigureValues *values);

/* The same as an object of its own; null where there is no figure. */
void dui_figure_json (DuiJson *json, const char *key, DuiIndicator *indicator,
                      const DuiFigureValues *values);

G_END_DECLS
