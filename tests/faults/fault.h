/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Disks that fail: the n-th operation of a kind, once or for good. */
#pragma once

#include "disk.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  guint kinds; /* of DiskKind */
  gboolean full; /* SQLITE_FULL and ENOSPC, else an input/output error */
  gboolean for_good;
} Fault;

extern const Fault faults[];
extern const guint n_faults;

void fault_install (void);

/* The @n-th operation in @folder that @fault is about fails, from now on; NULL only counts. */
void fault_arm (const char *folder, const Fault *fault, guint n);

/* How many operations failed. */
guint fault_disarm (void);

/* How many operations that @fault is about there were when nothing failed. */
guint fault_count (const Fault *fault);

G_END_DECLS
