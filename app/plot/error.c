/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/error.h"

G_DEFINE_QUARK (dui - plot - error - quark, dui_plot_error)
