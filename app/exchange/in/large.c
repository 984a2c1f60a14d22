/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/large.h"

#include <sys/mman.h>
#include <unistd.h>

#define LARGE ((gsize) 1 << 23)

void
dui_large_prepare (gpointer block, gsize size)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  gsize start = ((gsize) block + page - 1) & ~(page - 1),
        end = ((gsize) block + size) & ~(page - 1);

  /* It is a wish: without large pages nothing is lost but time. */
  if (size >= LARGE && end > start)
    madvise (GSIZE_TO_POINTER (start), end - start, MADV_HUGEPAGE);
}
