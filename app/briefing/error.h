/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a document could not be written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DUI_BRIEFING_ERROR (dui_briefing_error_quark ())

typedef enum
{
  DUI_BRIEFING_ERROR_RENDER, /* the document did not become what it should; nothing was written */
} DuiBriefingError;

GQuark dui_briefing_error_quark (void);

G_END_DECLS
