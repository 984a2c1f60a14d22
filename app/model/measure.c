/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Multipliers that stand before a unit, longest first where one begins another. */
static const struct
{
  const char *text;
  int exponent;
} multipliers[] = {
  { "十", 1 }, { "百", 2 }, { "千", 3 }, { "万", 4 }, { "亿", 8 },
};

/* Names that are not built of multipliers and a unit. */
static const struct
{
  const char *name;
  const char *measure;
} synonyms[] = {
  { "度", "千瓦时" },        { "kwh", "千瓦时" },           { "yuan", "元" },
  { "rmb", "元" },           { "cny", "元" },               { "10kyuan", "万元" },
  { "10,000yuan", "万元" },  { "millionyuan", "百万元" },   { "100myuan", "亿元" },
  { "100millionyuan", "亿元" }, { "％", "%" },              { "percent", "%" },
  { "10kkwh", "万千瓦时" },  { "块", "元" },
};

static char *
normalise (const char *measure)
{
  GString *text = g_string_new (NULL);
  g_autofree char *lower = g_utf8_strdown (measure, -1);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
  g_string_replace (text, "人民币", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_has_suffix (text->str, synonyms[i].name)
        && (text->len == strlen (synonyms[i].name)
            || !g_ascii_isprint (text->str[text->len - strlen (synonyms[i].name) - 1])))
      {
        g_string_truncate (text, text->len - strlen (synonyms[i].name));
        g_string_append (text, synonyms[i].measure);
        break;
      }
  return g_string_free (text, FALSE);
}

/* Splits 万千瓦时 into 10^7 and 瓦时; the unit points into @measure. */
static const char *
split (const char *measure,
       int *exponent)
{
  gboolean found = TRUE;

  *exponent = 0;
  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (multipliers); i++)
        if (g_str_has_prefix (measure, multipliers[i].text))
          {
            *exponent += multipliers[i].exponent;
            measure += strlen (multipliers[i].text);
            found = TRUE;
          }
    }
  return measure;
}

gboolean
dui_measure_convert (const char *from,
                     const char *to,
                     int *shift)
{
  g_autofree char *from_text = normalise (from ? from : to);
  g_autofree char *to_text = normalise (to);
  int from_exponent, to_exponent;
  const char *from_unit = split (from_text, &from_exponent);
  const char *to_unit = split (to_text, &to_exponent);

  if (!g_str_equal (from_unit, to_unit))
    return FALSE;
  *shift = from_exponent - to_exponent;
  return TRUE;
}

#define MULTIPLIER "(?:[十百千万亿]|10k |100M |million )*"
#define UNIT "(?:元|千瓦时|度|吨标准煤/万元|吨标准煤|吨|yuan|kWh)"
#define MEASURE "((?:人民币)?" MULTIPLIER UNIT "|[%％])"

char *
dui_measure_find (const char *text)
{
  /* In brackets, after 单位：, or alone after a separator; never inside a word: 元至11月 has no 元. */
  static const char *const patterns[] = {
    "[（(［\\[【]\\s*(?:计量)?(?:单位|unit)?\\s*[:：]?\\s*" MEASURE "\\s*[、，,；;）)\\]］】]",
    "(?:计量)?(?:单位|unit)\\s*[:：]\\s*" MEASURE,
    "(?:^|[\\s/／、_-])" MEASURE "\\s*$",
  };
  static GRegex *compiled[G_N_ELEMENTS (patterns)];

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_once_init_enter (&compiled[i]))
        g_once_init_leave (&compiled[i], g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE,
                                                      0, NULL));
      if (g_regex_match (compiled[i], text, 0, &match))
        return g_match_info_fetch (match, 1);
    }
  return NULL;
}

const char *
dui_measure_display (const char *measure)
{
  static const struct
  {
    const char *measure;
    const char *translated;
  } known[] = {
    { "元", N_("yuan") },
    { "万元", N_("10k yuan") },
    { "亿元", N_("100M yuan") },
    { "千瓦时", N_("kWh") },
    { "万千瓦时", N_("10k kWh") },
    { "亿千瓦时", N_("100M kWh") },
    { "吨标准煤/万元", N_("t coal eq./10k yuan") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].measure, measure))
      return _ (known[i].translated);
  return measure;
}
