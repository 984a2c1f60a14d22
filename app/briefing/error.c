/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/error.h"

G_DEFINE_QUARK (dui - briefing - error - quark, dui_briefing_error)
