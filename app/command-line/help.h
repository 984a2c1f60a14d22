/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help texts, in the user's language throughout: GLib's own words are translated only where its
 * translations are installed. */
#pragma once

#include "command-line/invocation.h"

G_BEGIN_DECLS

/* What the program is and the list of @verbs (NULL-terminated). */
void dui_help_print_program (const DuiVerb *const *verbs);

void dui_help_print_verb (const DuiVerb *verb, const GOptionEntry *entries);

G_END_DECLS
