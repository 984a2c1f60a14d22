/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/terms.h"

#include <string.h>

struct _DuiTerms
{
  GHashTable *texts;
  GPtrArray *blanks; /* of char*, in the order in which they were met */
};

DuiTerms *
dui_terms_new (void)
{
  DuiTerms *self = g_new0 (DuiTerms, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->blanks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
dui_terms_free (DuiTerms *self)
{
  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->blanks);
  g_free (self);
}

void
dui_terms_take (DuiTerms *self, const char *name, char *text)
{
  g_hash_table_insert (self->texts, g_strdup (name), text);
}

void
dui_terms_set (DuiTerms *self, const char *name, const char *text)
{
  dui_terms_take (self, name, g_strdup (text));
}

static const char *
look_up (DuiTerms *self, const char *name)
{
  const char *text = g_hash_table_lookup (self->texts, name);

  if (text)
    return text;
  if (!g_ptr_array_find_with_equal_func (self->blanks, name, g_str_equal, NULL))
    g_ptr_array_add (self->blanks, g_strdup (name));
  return DUI_TERMS_BLANK;
}

char *
dui_terms_fill (DuiTerms *self, const char *template)
{
  GString *text = g_string_new (NULL);
  const char *open, *close;

  while ((open = strstr (template, "{{")) && (close = strstr (open, "}}")))
    {
      g_autofree char *name = g_strndup (open + 2, close - open - 2);

      g_string_append_len (text, template, open - template);
      g_string_append (text, look_up (self, g_strstrip (name)));
      template = close + 2;
    }
  g_string_append (text, template);
  return g_string_free (text, FALSE);
}

GStrv
dui_terms_dup_blanks (DuiTerms *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->blanks->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->blanks, i));
  return g_strv_builder_end (builder);
}
