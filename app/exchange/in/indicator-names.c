/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/indicator-names.h"

#include <string.h>

/* Wordings of the built-in indicators; a book that has an indicator of that very name means it. One
 * behind a ? is loose. */
static const struct
{
  const char *code;
  const char *wordings[10];
} wordings[] = {
  { "output",
    { "规模以上工业总产值", "规上工业总产值", "工业总产值", "工业产值", "规上工业产值", "总产值",
      "产值", "gross industrial output value", "gross industrial output", "industrial output" } },
  { "investment",
    { "固定资产投资", "固定资产投资额", "固定资产投资完成额", "全社会固定资产投资", "固投",
      "fixed-asset investment", "fixed asset investment", "fixed assets investment" } },
  { "industrial-investment",
    { "工业投资", "工业固定资产投资", "工业投资额", "工业完成投资", "industrial investment" } },
  { "upgrade-investment",
    { "技改投资", "工业技改投资", "技术改造投资", "工业技术改造投资",
      "technical upgrade investment", "upgrade investment" } },
  { "revenue",
    { "规上营业收入", "规模以上工业营业收入", "规上工业营业收入", "营业收入", "主营业务收入",
      "营收", "规上企业营业收入", "revenue above designated size", "operating revenue" } },
  { "tax",
    { "工业税收", "工业企业税收", "工业税收收入", "工业入库税收", "?税收", "industrial tax" } },
  { "electricity",
    { "工业用电量", "工业用电", "?用电量", "industrial electricity use",
      "industrial electricity" } },
  { "energy",
    { "单位产值能耗", "单位工业产值能耗", "万元产值能耗", "单位能耗",
      "energy per unit of output" } },
  { "attracted-funds",
    { "招商到位资金", "招商引资到位资金", "招商引资实际到位资金", "到位资金", "?招商引资",
      "attracted funds in place", "attracted funds" } },
  { "value-added",
    { "规上增加值增速", "规上工业增加值增速", "规模以上工业增加值增速", "规上工业增加值增长",
      "工业增加值增速", "增加值增速", "规上工业增加值增幅", "规模以上工业增加值增幅",
      "工业增加值增幅", "growth of value added above designated size" } },
};

typedef struct
{
  DuiPlainText text;
  int indicator;
  gboolean loose;
} Name;

struct _DuiIndicatorNames
{
  GArray *names;    /* of Name, longest first; what the book itself says before wordings */
  GHashTable *seen; /* texts that are in names */
};

static void
add_name (DuiIndicatorNames *self, const char *text, guint indicator)
{
  Name name = { .loose = text[0] == '?' };

  text += name.loose;
  dui_plain_text_fold (&name.text, text, strlen (text));
  name.indicator = (int) indicator;
  if (name.text.length > 0 && g_hash_table_add (self->seen, g_strdup (name.text.text)))
    g_array_append_val (self->names, name);
}

static int
longest_first (gconstpointer a, gconstpointer b)
{
  const Name *left = a, *right = b;

  return (left->text.length < right->text.length) - (left->text.length > right->text.length);
}

DuiIndicatorNames *
dui_indicator_names_new (DuiCatalog *catalog)
{
  DuiIndicatorNames *self = g_new0 (DuiIndicatorNames, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      add_name (self, dui_indicator_get_code (indicator), i);
      add_name (self, dui_indicator_get_name (indicator), i);
    }
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      add_name (self, dui_indicator_get_display_name (indicator), i);
      for (guint j = 0; j < G_N_ELEMENTS (wordings); j++)
        if (g_str_equal (wordings[j].code, dui_indicator_get_code (indicator)))
          for (guint k = 0; k < G_N_ELEMENTS (wordings[j].wordings) && wordings[j].wordings[k]; k++)
            add_name (self, wordings[j].wordings[k], i);
    }
  g_array_sort (self->names, longest_first);
  return self;
}

void
dui_indicator_names_free (DuiIndicatorNames *self)
{
  g_array_unref (self->names);
  g_hash_table_unref (self->seen);
  g_free (self);
}

int
dui_indicator_names_match (DuiIndicatorNames *self, const DuiPlainText *plain, gboolean *loose)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (name->text.length != plain->length || strcmp (name->text.text, plain->text) != 0)
        continue;
      if (loose)
        *loose = name->loose;
      return name->indicator;
    }
  return DUI_NO_INDICATOR;
}

/* A code or an English name does not begin or end inside of a word. */
static gboolean
is_word (const char *text, const char *at, gsize length)
{
  return (at == text || !g_ascii_isalpha (at[-1]) || !g_ascii_isalpha (*at))
         && (!g_ascii_isalpha (at[length]) || !g_ascii_isalpha (at[length - 1]));
}

int
dui_indicator_names_take (DuiIndicatorNames *self, DuiPlainText *plain, gboolean *loose)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      const char *at = strstr (plain->text, name->text.text);

      if (!at)
        continue;
      /* Spaces are gone from both, so that an English name may run into the next word. */
      if (name->text.length < 8 && !is_word (plain->text, at, name->text.length))
        continue;
      dui_plain_text_cut_out (plain, (gsize) (at - plain->text),
                              (gsize) (at - plain->text) + name->text.length);
      if (loose && name->loose)
        *loose = TRUE;
      return name->indicator;
    }
  return DUI_NO_INDICATOR;
}
