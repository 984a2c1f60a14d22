/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a value that somebody typed or a file holds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DUI_MODEL_ERROR (dui_model_error_quark ())

typedef enum
{
  DUI_MODEL_ERROR_NOT_A_NUMBER,
  DUI_MODEL_ERROR_TOO_LARGE,
  DUI_MODEL_ERROR_NOT_A_PERIOD,
  DUI_MODEL_ERROR_NOT_A_CHOICE,
} DuiModelError;

GQuark dui_model_error_quark (void);

G_END_DECLS
