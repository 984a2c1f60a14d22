/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "memory.h"

#include <sqlite3.h>

static sqlite3_mem_methods inner;
static GMutex mutex;
static gboolean armed;
static Shortage shortage;
static guint n_asked, n_failed;

static gboolean
fails (void)
{
  gboolean failing = FALSE;

  g_mutex_lock (&mutex);
  if (armed)
    {
      n_asked++;
      failing = shortage.n > 0
                && (n_asked == shortage.n || (shortage.for_good && n_asked > shortage.n));
      n_failed += failing;
    }
  g_mutex_unlock (&mutex);
  return failing;
}

static void *
allocate (int size)
{
  return fails () ? NULL : inner.xMalloc (size);
}

static void *
reallocate (void *memory,
            int size)
{
  return fails () ? NULL : inner.xRealloc (memory, size);
}

void
memory_install (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &inner), ==, SQLITE_OK);
  methods = inner;
  methods.xMalloc = allocate;
  methods.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

void
memory_arm (const Shortage *wanted)
{
  g_mutex_lock (&mutex);
  armed = TRUE;
  shortage = *wanted;
  n_asked = n_failed = 0;
  g_mutex_unlock (&mutex);
}

guint
memory_disarm (guint *asked)
{
  g_mutex_lock (&mutex);
  armed = FALSE;
  if (asked)
    *asked = n_asked;
  g_mutex_unlock (&mutex);
  return n_failed;
}
