/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/error.h"

G_DEFINE_QUARK (dui-model-error-quark, dui_model_error)
