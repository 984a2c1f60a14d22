/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

DuiChangedPart *
dui_changed_part_new (gboolean main,
                      char *what,
                      char *old_text,
                      char *new_text)
{
  DuiChangedPart *self = g_new (DuiChangedPart, 1);

  self->main = main;
  self->what = what;
  self->old_text = old_text;
  self->new_text = new_text;
  return self;
}

void
dui_changed_part_free (DuiChangedPart *self)
{
  g_free (self->what);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

void
dui_change_free (DuiChange *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->login);
  g_free (self->verb);
  g_free (self->reason);
  g_free (self->file);
  g_free (self->sheet);
  g_free (self->sha256);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static char *
describe_only_part (const DuiChangedPart *part)
{
  if (part->old_text == NULL)
    /* Translators: a number. */
    return g_strdup_printf (_ ("entered %s"), part->new_text);
  if (part->new_text == NULL)
    /* Translators: a number. */
    return g_strdup_printf (_ ("removed %s"), part->old_text);
  /* Translators: two numbers. */
  return g_strdup_printf (_ ("changed %1$s to %2$s"), part->old_text, part->new_text);
}

static char *
describe_part (const DuiChangedPart *part)
{
  if (part->old_text == NULL)
    /* Translators: 1 such as "the base", 2 what it is. */
    return g_strdup_printf (_ ("entered %1$s %2$s"), part->what, part->new_text);
  if (part->new_text == NULL)
    /* Translators: 1 such as "the base", 2 what it was. */
    return g_strdup_printf (_ ("removed %1$s %2$s"), part->what, part->old_text);
  /* Translators: 1 such as "the base", 2 what it was, 3 what it is. */
  return g_strdup_printf (_ ("changed %1$s from %2$s to %3$s"), part->what, part->old_text,
                          part->new_text);
}

static char *
describe_parts (const DuiChange *self)
{
  GString *text;

  if (self->parts->len == 1)
    {
      const DuiChangedPart *part = g_ptr_array_index (self->parts, 0);

      return part->main ? describe_only_part (part) : describe_part (part);
    }
  text = g_string_new (NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *part = describe_part (g_ptr_array_index (self->parts, i));

      if (i > 0)
        /* Translators: between two changes of one command. */
        g_string_append (text, C_ ("changes", ", "));
      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}

char *
dui_change_describe_source (const DuiChange *self)
{
  g_autofree char *file = self->file ? g_filename_display_basename (self->file) : NULL;

  if (file == NULL)
    return NULL;
  if (self->row == 0)
    return g_steal_pointer (&file);
  if (self->sheet)
    /* Translators: 1 file, 2 sheet in it, 3 row. */
    return g_strdup_printf (_ ("%1$s, sheet “%2$s”, row %3$u"), file, self->sheet, self->row);
  /* Translators: 1 file, 2 row in it. */
  return g_strdup_printf (_ ("%1$s, row %2$u"), file, self->row);
}

static void
append (char **text,
        const char *format,
        const char *more)
{
  g_autofree char *before = *text;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  *text = g_strdup_printf (format, before, more);
#pragma GCC diagnostic pop
}

char *
dui_change_describe (const DuiChange *self)
{
  g_autofree char *parts = describe_parts (self);
  g_autofree char *source = dui_change_describe_source (self);
  char *text;

  if (g_str_equal (self->verb, "undo") || g_str_equal (self->verb, "redo"))
    {
      g_autofree char *before = g_steal_pointer (&parts);

      /* Translators: 1 what it was ("undone"), 2 what about. */
      parts = g_strdup_printf (_ ("%1$s: %2$s"), dui_records_verb_label (self->verb), before);
    }
  if (g_str_equal (self->who, self->login))
    /* Translators: 1 day and time, 2 login of a person, 3 what the person did. */
    text = g_strdup_printf (C_ ("history", "%1$s %2$s %3$s"), self->at, self->who, parts);
  else
    /* Translators: 1 day and time, 2 name of a person, 3 the person's login, 4 what the person did. */
    text = g_strdup_printf (_ ("%1$s %2$s (%3$s) %4$s"), self->at, self->who, self->login, parts);
  if (self->reason && self->reason[0] != '\0')
    /* Translators: 1 who did what, 2 why. */
    append (&text, _ ("%1$s, reason: %2$s"), self->reason);
  if (source)
    /* Translators: 1 who did what, 2 a file and the row in it. */
    append (&text, _ ("%1$s, from %2$s"), source);
  return text;
}
