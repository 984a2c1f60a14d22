/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in which enumerations become the words of the book and of JSON. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The position of @nick in @nicks, or -1. */
static inline int
dui_nick_find (const char *const *nicks, guint n_nicks, const char *nick)
{
  for (guint i = 0; i < n_nicks; i++)
    if (g_str_equal (nicks[i], nick))
      return (int) i;
  return -1;
}

/* Defines TYPE PREFIX_from_nick and PREFIX_to_nick over a static table of words. */
#define DUI_DEFINE_NICKS(Type, prefix, ...)                                                        \
  static const char *const prefix##_nicks[] = { __VA_ARGS__ };                                     \
                                                                                                   \
  const char *prefix##_to_nick (Type value)                                                        \
  {                                                                                                \
    return prefix##_nicks[value];                                                                  \
  }                                                                                                \
                                                                                                   \
  gboolean prefix##_from_nick (const char *nick, Type *value)                                      \
  {                                                                                                \
    int found = dui_nick_find (prefix##_nicks, G_N_ELEMENTS (prefix##_nicks), nick);               \
                                                                                                   \
    if (found >= 0)                                                                                \
      *value = (Type) found;                                                                       \
    return found >= 0;                                                                             \
  }

G_END_DECLS
