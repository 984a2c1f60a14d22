/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/error.h"

G_DEFINE_QUARK (dui-store-error-quark, dui_store_error)
