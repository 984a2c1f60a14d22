/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that runs out under SQLite: the n-th allocation fails, once or for good. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint n; /* 0: none fails */
  gboolean for_good;
} Shortage;

/* Before anything of SQLite is used. Every allocation is one of the system's from then on. */
void memory_install (void);

void memory_arm (const Shortage *shortage);

/* How many allocations failed, and how many were asked for. */
guint memory_disarm (guint *n_asked);

G_END_DECLS
