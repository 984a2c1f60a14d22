/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/encoding.h"
#include "exchange/in/import.h"
#include "exchange/in/not-text.h"
#include "exchange/in/source.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define GB18030 "GB18030"
#define CP936 "CP936"
#define UTF8 "UTF-8"

/* How much of a broken text is looked at to tell broken UTF-8 from another encoding. */
#define EVIDENCE_BYTES ((gsize) 1 << 16)

static const struct
{
  const char *mark;
  gsize length;
  const char *encoding;
} marks[] = {
  /* The mark of UTF-32LE begins with the one of UTF-16LE. */
  { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\xef\xbb\xbf", 3, UTF8 },
  { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
};

/* Names that people and programs use for what GB18030 and its 0x80 decode. */
static const char *const chinese_names[]
    = { GB18030, CP936, "GBK", "GB2312", "936", "MS936", "WINDOWS-936" };

typedef enum
{
  DECODED,
  DECODED_WITH_EURO, /* with 0x80, which only CP936 has */
  INVALID,           /* a byte that the encoding does not have */
  CUT,               /* ends inside of a character */
  UNKNOWN_ENCODING,
} Outcome;

/* The row in which @text, all that could be decoded, ends. */
static guint
last_row (const char *text, gsize length)
{
  guint row = 1;

  for (gsize i = 0; i < length; i++)
    row += text[i] == '\n';
  return row;
}

static void
make_room (GString *output, gsize extra)
{
  gsize used = output->len;

  g_string_set_size (output, used + extra);
  g_string_truncate (output, used);
}

/* Converts as far as it goes; @offset is where it stopped. GB18030 as glibc has it lacks 0x80. */
static Outcome
convert (const char *bytes, gsize length, const char *encoding, GString *output, gsize *offset)
{
  GIConv converter = g_iconv_open (UTF8, encoding);
  gboolean takes_euro = g_str_equal (encoding, GB18030);
  char *in = (char *) bytes;
  gsize left = length;
  Outcome outcome = DECODED;

  if (converter == (GIConv) -1)
    return UNKNOWN_ENCODING;
  while (left > 0)
    {
      gsize room = left + left / 2 + 16, before = room;
      char *out;
      gsize result;

      make_room (output, room);
      out = output->str + output->len;
      result = g_iconv (converter, &in, &left, &out, &room);
      output->len += before - room;
      if (result != (gsize) -1 || errno == E2BIG)
        continue;
      if (errno == EILSEQ && takes_euro && *in == '\x80')
        {
          g_string_append (output, "€");
          in++;
          left--;
          outcome = DECODED_WITH_EURO;
          continue;
        }
      outcome = errno == EINVAL ? CUT : INVALID;
      break;
    }
  g_iconv_close (converter);
  *offset = length - left;
  return outcome;
}

static GBytes *
pad_and_take (GString *text)
{
  static const char padding[DUI_TEXT_PADDING];
  gsize length = text->len;

  g_string_append_len (text, padding, sizeof padding);
  return g_bytes_new_take (g_string_free (text, FALSE), length);
}

static void
set_invalid (guint row, char byte, const char *encoding, GError **error)
{
  g_set_error (
      error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_ENCODING,
      /* Translators: 1 row, 2 the byte as two hexadecimal digits, 3 name of an encoding. */
      _ ("In row %1$u the byte %2$02X is not %3$s text; choose the encoding the file was "
         "saved in, or have it sent again as UTF-8"),
      row, (guint) (guchar) byte, encoding);
}

static void
set_cut (guint row, GError **error)
{
  g_set_error (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_TRUNCATED,
               _ ("The file ends in the middle of a character, in row %u: it was cut off; have it "
                  "sent again"),
               row);
}

static GBytes *
decode_as (const char *bytes, gsize length, const char *encoding, guint *row, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (length + DUI_TEXT_PADDING);
  gsize offset = 0;

  switch (convert (bytes, length, encoding, text, &offset))
    {
    case INVALID:
      set_invalid (*row = last_row (text->str, text->len), bytes[offset], encoding, error);
      return NULL;
    case CUT:
      set_cut (*row = last_row (text->str, text->len), error);
      return NULL;
    case UNKNOWN_ENCODING:
      g_set_error (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_ENCODING,
                   _ ("“%s” is not an encoding; choose UTF-8, GB18030, CP936 or UTF-16LE"),
                   encoding);
      return NULL;
    case DECODED:
    case DECODED_WITH_EURO:
    default:
      return pad_and_take (g_steal_pointer (&text));
    }
}

/* The length of the sequence that the lead byte announces; 0 for none. */
static gsize
sequence_length (guchar lead)
{
  if (lead >= 0xc2 && lead <= 0xdf)
    return 2;
  if (lead >= 0xe0 && lead <= 0xef)
    return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/* TRUE when all of what is left is the beginning of one character. */
static gboolean
is_cut_character (const char *bytes, gsize length)
{
  if (length == 0 || length >= sequence_length ((guchar) bytes[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (((guchar) bytes[i] & 0xc0) != 0x80)
      return FALSE;
  return TRUE;
}

/* Text that is not valid UTF-8 is damaged UTF-8 and not another encoding when nearly all of its
 * characters of three bytes are whole: in GBK text hardly any are. */
static gboolean
is_damaged_utf8 (const char *bytes, gsize length)
{
  const char *end = bytes + MIN (length, EVIDENCE_BYTES), *stop;
  guint whole = 0, broken = 0;

  for (const char *p = bytes; p < end; p = stop)
    {
      g_utf8_validate_len (p, (gsize) (end - p), &stop);
      for (; p < stop; p = g_utf8_next_char (p))
        whole += (guchar) *p >= 0xe0;
      if (stop == end || is_cut_character (stop, (gsize) (end - stop)))
        break;
      broken++;
      stop++;
    }
  return whole >= 2 && whole >= broken * 4;
}

static gboolean
is_han (gunichar character)
{
  return (character >= 0x4e00 && character <= 0x9fff)
         || (character >= 0x3400 && character <= 0x4dbf);
}

/* The trap of FACTS: UTF-8 that could as well be GBK, and reads as Han there. */
static gboolean
is_rather_gb18030 (const char *bytes, gsize length)
{
  g_autoptr (GString) text = NULL;
  gsize offset;

  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] >= 0xe0)
      return FALSE;
  text = g_string_sized_new (length);
  if (convert (bytes, length, GB18030, text, &offset) != DECODED)
    return FALSE;
  for (const char *p = text->str, *end = p + text->len; p < end; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && !is_han (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Nearly any bytes are GB18030, but text of another kind falls among its unassigned and private
 * characters. A few private ones are rare characters of names. */
static gboolean
is_implausible (const GString *text)
{
  guint strange = 0, wide = 0;

  for (const char *p = text->str, *end = p + text->len; p < end; p = g_utf8_next_char (p))
    {
      gunichar character;

      if ((guchar) *p < 0x80)
        continue;
      character = g_utf8_get_char (p);
      wide++;
      strange += character < 0xa0 || (character >= 0xe000 && character <= 0xf8ff)
                 || character == 0xfffd || character >= 0xf0000;
    }
  return strange > 0 && strange * 20 >= wide;
}

static GBytes *
decode_chinese (const char *bytes, gsize length, const char **used, guint *row, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 2 + DUI_TEXT_PADDING);
  gsize offset = 0;
  Outcome outcome = convert (bytes, length, GB18030, text, &offset);

  if (outcome == INVALID || outcome == UNKNOWN_ENCODING)
    set_invalid (*row = last_row (text->str, text->len), bytes[offset], "UTF-8 / GB18030", error);
  else if (outcome == CUT)
    set_cut (*row = last_row (text->str, text->len), error);
  else if (is_implausible (text))
    g_set_error_literal (
        error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_ENCODING,
        _ ("The file is neither UTF-8 nor Chinese text (GB18030); choose the encoding "
           "it was saved in, or have it sent again as UTF-8"));
  else
    {
      *used = outcome == DECODED_WITH_EURO ? CP936 : GB18030;
      return pad_and_take (g_steal_pointer (&text));
    }
  return NULL;
}

static gboolean
has_high_bytes (const char *bytes, gsize length)
{
  guchar any = 0;

  for (gsize i = 0; i < length; i++)
    any |= (guchar) bytes[i];
  return any >= 0x80;
}

/* A part of @bytes, which are padded at their end. */
static GBytes *
share (GBytes *bytes, gsize skip)
{
  return skip == 0 ? g_bytes_ref (bytes)
                   : g_bytes_new_from_bytes (bytes, skip, g_bytes_get_size (bytes) - skip);
}

static GBytes *
decode_utf8 (GBytes *source, gsize skip, guint *row, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (source, &length), *stop;

  if (g_utf8_validate_len (bytes + skip, length - skip, &stop))
    return share (source, skip);
  if (is_cut_character (stop, (gsize) (bytes + length - stop)))
    set_cut (*row = last_row (bytes, (gsize) (stop - bytes)), error);
  else
    set_invalid (*row = last_row (bytes, (gsize) (stop - bytes)), *stop, UTF8, error);
  return NULL;
}

static GBytes *
detect (GBytes *source, const char **used, guint *row, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (source, &length);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      {
        *used = marks[i].encoding;
        if (g_str_equal (marks[i].encoding, UTF8))
          return decode_utf8 (source, marks[i].length, row, error);
        return decode_as (bytes + marks[i].length, length - marks[i].length, marks[i].encoding, row,
                          error);
      }
  if (dui_not_text_check (bytes, length, error))
    return NULL;
  *used = UTF8;
  if (!has_high_bytes (bytes, length))
    return share (source, 0);
  if (g_utf8_validate_len (bytes, length, NULL))
    {
      if (!is_rather_gb18030 (bytes, length))
        return share (source, 0);
    }
  else if (is_damaged_utf8 (bytes, length))
    return decode_utf8 (source, 0, row, error);
  return decode_chinese (bytes, length, used, row, error);
}

/* In the encoding that the user chose; its own mark, if any, is no text. */
static GBytes *
decode_chosen (GBytes *source, const char *encoding, const char **used, guint *row, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (source, &length);

  *used = g_intern_string (encoding);
  if (g_ascii_strcasecmp (encoding, UTF8) == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0)
    text = decode_utf8 (source, 0, row, error);
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (chinese_names); i++)
        if (g_ascii_strcasecmp (encoding, chinese_names[i]) == 0)
          encoding = GB18030;
      text = decode_as (bytes, length, encoding, row, error);
    }
  if (!text)
    return NULL;
  bytes = g_bytes_get_data (text, &length);
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return share (text, 3);
  return g_steal_pointer (&text);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]) && !strchr (",;\"", text[i]))
      return FALSE;
  return TRUE;
}

GBytes *
dui_encoding_decode (GBytes *bytes,
                     const char *encoding,
                     const char **used,
                     guint *row,
                     GError **error)
{
  g_autoptr (GBytes) text = NULL;
  const char *found = NULL, *start;
  gsize length;

  *row = 0;

  text = encoding ? decode_chosen (bytes, encoding, &found, row, error)
                  : detect (bytes, &found, row, error);
  if (!text)
    return NULL;
  start = g_bytes_get_data (text, &length);
  if (is_blank (start, length))
    {
      g_set_error_literal (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_EMPTY,
                           _ ("There is no text in the file; have it sent again"));
      return NULL;
    }
  if (dui_not_text_check_controls (start, length, row, error))
    return NULL;
  if (used)
    *used = found;
  return g_steal_pointer (&text);
}
