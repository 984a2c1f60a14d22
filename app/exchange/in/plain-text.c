/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/plain-text.h"

#include <string.h>

/* What is written for @character; 0 to leave it out. */
static gunichar
fold (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isspace ((char) character) ? 0 : (gunichar) g_ascii_tolower ((char) character);
  if (character >= 0xff01 && character <= 0xff5e)
    return fold (character - 0xfee0);
  switch (character)
    {
    case 0x00a0: /* no-break space */
    case 0x3000: /* ideographic space */
    case 0x202f:
    case 0x205f:
    case 0xfeff:
      return 0;
    case 0x2212: /* minus */
    case 0xfe63:
    case 0xfe58:
    case 0x2500: /* box drawings, as some input methods give them */
    case 0x2501:
    case 0x30fc:
      return '-';
    case 0x301c:
    case 0x223c:
      return '~';
    case 0x3014: /* 〔〕【】［］ */
    case 0x3010:
    case 0xfe59:
      return '(';
    case 0x3015:
    case 0x3011:
    case 0xfe5a:
      return ')';
    case 0xfe55:
      return ':';
    case 0xfe6a:
      return '%';
    default:
      break;
    }
  if (character >= 0x2000 && character <= 0x200f)
    return 0;
  return character >= 0x2010 && character <= 0x2015 ? '-' : character;
}

void
dui_plain_text_fold (DuiPlainText *self, const char *text, gsize length)
{
  const char *end = text + length;

  self->length = 0;
  self->cut = FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = fold (g_utf8_get_char (p));

      if (character == '[' || character == '{')
        character = '(';
      else if (character == ']' || character == '}')
        character = ')';
      if (character == 0)
        continue;
      if (self->length + 6 >= DUI_PLAIN_MAX)
        {
          self->cut = TRUE;
          break;
        }
      self->length += (gsize) g_unichar_to_utf8 (character, self->text + self->length);
    }
  self->text[self->length] = '\0';
}

void
dui_plain_text_cut_out (DuiPlainText *self, gsize start, gsize end)
{
  memmove (self->text + start, self->text + end, self->length - end + 1);
  self->length -= end - start;
}

void
dui_plain_text_append (DuiPlainText *self, const DuiPlainText *more)
{
  if (self->length + more->length >= DUI_PLAIN_MAX)
    {
      self->cut = TRUE;
      return;
    }
  memcpy (self->text + self->length, more->text, more->length + 1);
  self->length += more->length;
}

gboolean
dui_plain_text_skip (DuiPlainText *self, const char *prefix)
{
  if (!g_str_has_prefix (self->text, prefix))
    return FALSE;
  dui_plain_text_cut_out (self, 0, strlen (prefix));
  return TRUE;
}

gboolean
dui_plain_text_chop (DuiPlainText *self, const char *suffix)
{
  if (!g_str_has_suffix (self->text, suffix))
    return FALSE;
  self->length -= strlen (suffix);
  self->text[self->length] = '\0';
  return TRUE;
}

/* The length of one or two digits or characters for one to ten; 0 for none. */
static gsize
ordinal_length (const char *text)
{
  gsize length = 0;

  for (guint taken = 0; taken < 2; taken++)
    {
      const char *p = text + length;

      if (*p == '\0'
          || (!g_ascii_isdigit (*p)
              && !g_utf8_strchr ("一二三四五六七八九十", -1, g_utf8_get_char (p))))
        break;
      length += (gsize) (g_utf8_next_char (p) - p);
    }
  return length;
}

void
dui_plain_text_skip_ordinal (DuiPlainText *self)
{
  gboolean bracket = self->text[0] == '(';
  gsize length = ordinal_length (self->text + bracket), end = length + bracket;

  if (length == 0)
    return;
  if (bracket && self->text[end] == ')')
    dui_plain_text_cut_out (self, 0, end + 1);
  else if (!bracket && self->text[end] == '.' && !g_ascii_isdigit (self->text[end + 1]))
    dui_plain_text_cut_out (self, 0, end + 1);
  else if (!bracket && g_str_has_prefix (self->text + end, "、"))
    dui_plain_text_cut_out (self, 0, end + strlen ("、"));
}
