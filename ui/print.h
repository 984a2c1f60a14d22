/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printer: pages drawn by the briefing itself, with the same points as on screen and in PDF. */
#pragma once

#include <gtk/gtk.h>

#include "briefing/briefing.h"

G_BEGIN_DECLS

/* Asks for a printer and prints; tells the user what failed. */
void dui_print_briefing (GtkWindow *parent, DuiBriefing *briefing, const char *job_name);

G_END_DECLS
