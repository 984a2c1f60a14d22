/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/import.h"

G_DEFINE_QUARK (dui - import - error - quark, dui_import_error)
