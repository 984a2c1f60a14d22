/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/place-names.h"

#include <string.h>

#include "model/place-codes.h"

/* Beyond so many unknown texts the search among superiors' names is given up: such a file is
 * refused anyway, and a million unknown names must not take minutes. */
#define MAX_SEARCHES 5000

#define MAX_LEVELS 6

/* What a name ends in, longest first where one ends in another. */
static const char *const suffixes[] = {
  "特别行政区", "民族乡", "自治区", "自治州", "自治县", "自治旗", "街道", "地区", "林区",
  "镇",         "乡",     "县",     "区",     "市",     "省",     "盟",   "旗",
};

/* Nationalities in the names of self-governed places, which a short name leaves out. */
static const char *const nations[] = {
  "回族",   "壮族",     "维吾尔", "维吾尔族", "满族", "苗族",   "土家族", "彝族",       "蒙古族",
  "蒙古",   "藏族",     "布依族", "侗族",     "瑶族", "白族",   "朝鲜族", "朝鲜",       "哈尼族",
  "黎族",   "哈萨克族", "哈萨克", "傣族",     "畲族", "傈僳族", "东乡族", "仡佬族",     "拉祜族",
  "佤族",   "水族",     "纳西族", "羌族",     "土族", "仫佬族", "锡伯族", "柯尔克孜族", "达斡尔族",
  "景颇族", "毛南族",   "撒拉族", "各族",     "锡伯",
};

/* Offices that send a sheet in the name of a place. */
static const char *const offices[] = { "人民政府", "政府", "党委" };

static const char *const totals[] = { "合计", "总计", "共计", "总和", "汇总", "合计数" };
static const char *const english_totals[] = { "total", "sum", "grandtotal" };

/* What begins a line of notes: whatever follows, and only where nothing, a mark or a number
 * follows, because a firm may be called 注塑厂. */
static const char *const notes[]
    = { "填报人",     "填表人",     "制表人",   "审核人",     "联系人",   "联系电话",
        "单位负责人", "统计负责人", "分管领导", "报出日期",   "填报日期", "制表日期",
        "数据来源",   "资料来源",   "平均",     "preparedby", "average" };
static const char *const notes_with_mark[]
    = { "注",   "备注", "说明", "填报", "填表", "制表",   "审核",   "联系", "负责人",
        "日期", "电话", "来源", "均值", "note", "source", "remark", "mean" };

static const struct
{
  const char *word;
  DuiPlaceKind kind;
  const char *ending; /* of the place's name; NULL for any */
} wholes[] = {
  { "全县", DUI_PLACE_COUNTY, NULL },
  { "全区", DUI_PLACE_COUNTY, "区" },
  { "全市", DUI_PLACE_COUNTY, "市" },
  { "全市", DUI_PLACE_CITY, NULL },
  { "全州", DUI_PLACE_CITY, NULL },
  { "全省", DUI_PLACE_PROVINCE, NULL },
  { "全区", DUI_PLACE_PROVINCE, "区" },
  { "全国", DUI_PLACE_COUNTRY, NULL },
  { "wholecounty", DUI_PLACE_COUNTY, NULL },
  { "wholecity", DUI_PLACE_CITY, NULL },
  { "wholedistrict", DUI_PLACE_COUNTY, NULL },
  { "wholeprovince", DUI_PLACE_PROVINCE, NULL },
};

typedef struct
{
  DuiPlainText name;  /* as it is compared: 街道办事处 is 街道 */
  DuiPlainText brief; /* without its kind; empty where that leaves one character */
  const char *code;   /* borrowed from the catalog */
} Place;

struct _DuiPlaceNames
{
  DuiCatalog *catalog;
  Place *places;
  GHashTable *full;  /* text -> index + 1, or AMBIGUOUS */
  GHashTable *brief; /* likewise, of short names */
  guint n_searches;
};

#define AMBIGUOUS GUINT_TO_POINTER (G_MAXUINT)

/* 街道办事处 and 街道办 are 街道. */
static void
unify (DuiPlainText *name)
{
  if (dui_plain_text_chop (name, "办事处") || g_str_has_suffix (name->text, "街道办"))
    dui_plain_text_chop (name, "办");
}

static void
shorten (DuiPlainText *name)
{
  gboolean chopped = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes) && !chopped; i++)
    chopped = dui_plain_text_chop (name, suffixes[i]);
  for (gboolean again = chopped; again;)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (nations) && !again; i++)
        again = name->length > strlen (nations[i]) && dui_plain_text_chop (name, nations[i]);
    }
  if (!chopped || g_utf8_strlen (name->text, (gssize) name->length) < 2)
    dui_plain_text_cut_out (name, 0, name->length);
}

static void
add_key (GHashTable *table, const char *key, guint index)
{
  gpointer known = g_hash_table_lookup (table, key);

  if (key[0] == '\0' || known == GUINT_TO_POINTER (index + 1))
    return;
  g_hash_table_insert (table, g_strdup (key), known ? AMBIGUOUS : GUINT_TO_POINTER (index + 1));
}

static void
add_place (DuiPlaceNames *self, guint index)
{
  DuiPlace *place = dui_catalog_get_place (self->catalog, index);
  const char *const *aliases = dui_place_get_aliases (place);
  const char *name = dui_place_get_name (place);
  Place *known = &self->places[index];
  DuiPlainText alias;

  dui_plain_text_fold (&known->name, name, strlen (name));
  unify (&known->name);
  known->brief = known->name;
  shorten (&known->brief);
  add_key (self->full, known->name.text, index);
  add_key (self->brief, known->brief.text, index);
  for (; *aliases; aliases++)
    {
      dui_plain_text_fold (&alias, *aliases, strlen (*aliases));
      unify (&alias);
      add_key (self->full, alias.text, index);
    }
  known->code = dui_place_get_code (place);
}

DuiPlaceNames *
dui_place_names_new (DuiCatalog *catalog)
{
  DuiPlaceNames *self = g_new0 (DuiPlaceNames, 1);

  self->catalog = dui_catalog_ref (catalog);
  self->places = g_new0 (Place, catalog->places->len);
  self->full = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->brief = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < catalog->places->len; i++)
    add_place (self, i);
  return self;
}

void
dui_place_names_free (DuiPlaceNames *self)
{
  dui_catalog_unref (self->catalog);
  g_free (self->places);
  g_hash_table_unref (self->full);
  g_hash_table_unref (self->brief);
  g_free (self);
}

static DuiPlaceText
found (gpointer value)
{
  if (!value)
    return (DuiPlaceText){ DUI_PLACE_TEXT_UNKNOWN, DUI_NO_PLACE };
  if (value == AMBIGUOUS)
    return (DuiPlaceText){ DUI_PLACE_TEXT_AMBIGUOUS, DUI_NO_PLACE };
  return (DuiPlaceText){ DUI_PLACE_TEXT_PLACE, GPOINTER_TO_UINT (value) - 1 };
}

static gboolean
all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* 12 digits are a village's form of a township's code, 9 digits ending in 000 a township's form of
 * a county's; 2 and 4 digits are padded. */
static DuiPlaceText
match_code (DuiPlaceNames *self, const DuiPlainText *plain)
{
  DuiPlainText code = *plain;
  guint index;

  dui_plain_text_chop (&code, ".0");
  if (!all_digits (code.text, code.length))
    return found (NULL);
  if (code.length == 2 || code.length == 4)
    {
      memcpy (code.text + code.length, "0000", (gsize) 6 - code.length);
      code.text[code.length = 6] = '\0';
    }
  while (code.length > 6 && code.length % 3 == 0
         && dui_catalog_find_code (self->catalog, code.text) == DUI_NO_PLACE
         && dui_plain_text_chop (&code, "000"))
    ;
  index = dui_catalog_find_code (self->catalog, code.text);
  return index == DUI_NO_PLACE ? found (NULL) : found (GUINT_TO_POINTER (index + 1));
}

/* Superiors, the nearest first. Asked for only where a name has something in front: the code table
 * takes longer to unpack than a county's sheet to read. */
static guint
find_superiors (const Place *place, const DuiPlaceCode **above)
{
  const DuiPlaceCode *next = place->code ? dui_place_codes_lookup (place->code) : NULL;
  guint n = 0;

  while (next && (next = dui_place_codes_get_parent (next)) && n < MAX_LEVELS)
    above[n++] = next;
  return n;
}

/* Takes the names of superiors off the front, the highest first; TRUE when nothing is left. */
static gboolean
is_superiors (const Place *place, const char *text, gsize length)
{
  const DuiPlaceCode *above[MAX_LEVELS];
  DuiPlainText rest, name;

  dui_plain_text_fold (&rest, text, length);
  for (guint i = find_superiors (place, above); i-- > 0 && rest.length > 0;)
    {
      dui_plain_text_fold (&name, above[i]->name, strlen (above[i]->name));
      if (dui_plain_text_skip (&rest, name.text))
        continue;
      shorten (&name);
      if (name.length > 0)
        dui_plain_text_skip (&rest, name.text);
    }
  return rest.length == 0;
}

static gboolean
ends_in_below (const Place *place, const DuiPlainText *plain, const DuiPlainText *name)
{
  return name->length > 0 && plain->length > name->length
         && strcmp (plain->text + plain->length - name->length, name->text) == 0
         && is_superiors (place, plain->text, plain->length - name->length);
}

/* 濮阳市清丰县城关镇, 清丰城关 */
static DuiPlaceText
match_below_superiors (DuiPlaceNames *self, const DuiPlainText *plain)
{
  DuiPlaceText match = found (NULL);

  if (self->n_searches++ >= MAX_SEARCHES)
    return match;
  for (guint i = 0; i < self->catalog->places->len; i++)
    {
      const Place *place = &self->places[i];

      if (!ends_in_below (place, plain, &place->name)
          && !ends_in_below (place, plain, &place->brief))
        continue;
      if (match.kind == DUI_PLACE_TEXT_PLACE)
        return found (AMBIGUOUS);
      match = found (GUINT_TO_POINTER (i + 1));
    }
  return match;
}

/* A township that became a town, or the other way round, keeps its old name in sheets for years:
 * 韩村乡 is 韩村镇 where no other place has that short name. Counties are told apart by their kind
 * (濮阳县, 濮阳市) and never respelled. */
static DuiPlaceText
match_respelled (DuiPlaceNames *self, const DuiPlainText *plain)
{
  DuiPlainText brief = *plain;
  DuiPlaceText match = found (NULL);

  if (!g_str_has_suffix (plain->text, "乡") && !g_str_has_suffix (plain->text, "镇")
      && !g_str_has_suffix (plain->text, "街道"))
    return match;
  shorten (&brief);
  if (brief.length > 0)
    match = found (g_hash_table_lookup (self->brief, brief.text));
  if (match.kind == DUI_PLACE_TEXT_PLACE
      && dui_place_get_kind (dui_catalog_get_place (self->catalog, match.place))
             != DUI_PLACE_TOWNSHIP)
    return found (NULL);
  match.respelled = match.kind == DUI_PLACE_TEXT_PLACE;
  return match;
}

static DuiPlaceText
match_name (DuiPlaceNames *self, const DuiPlainText *plain)
{
  DuiPlaceText match = found (g_hash_table_lookup (self->full, plain->text));

  if (match.kind == DUI_PLACE_TEXT_UNKNOWN)
    match = found (g_hash_table_lookup (self->brief, plain->text));
  if (match.kind == DUI_PLACE_TEXT_UNKNOWN)
    match = match_below_superiors (self, plain);
  return match.kind == DUI_PLACE_TEXT_UNKNOWN ? match_respelled (self, plain) : match;
}

/* 全县 is the place the book is for, or one of those above it. */
static DuiPlaceText
match_whole (DuiPlaceNames *self, const DuiPlainText *plain)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      guint place = self->catalog->home, levels = 0;

      if (!g_str_equal (plain->text, wholes[i].word))
        continue;
      for (; place != DUI_NO_PLACE && levels < MAX_LEVELS; levels++)
        {
          DuiPlace *object = dui_catalog_get_place (self->catalog, place);

          if (dui_place_get_kind (object) == wholes[i].kind
              && (!wholes[i].ending
                  || g_str_has_suffix (dui_place_get_name (object), wholes[i].ending)))
            return (DuiPlaceText){ DUI_PLACE_TEXT_PLACE, place, .whole = TRUE };
          place = dui_catalog_get_parent (self->catalog, place, G_MAXINT32 - 1);
        }
    }
  return found (NULL);
}

gboolean
dui_place_names_is_note (const DuiPlainText *plain)
{
  if (g_str_has_prefix (plain->text, "※") || g_str_has_prefix (plain->text, "*"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_str_has_prefix (plain->text, notes[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (notes_with_mark); i++)
    {
      const char *rest = plain->text + strlen (notes_with_mark[i]);

      if (g_str_has_prefix (plain->text, notes_with_mark[i])
          && (*rest == '\0' || g_ascii_ispunct (*rest) || g_ascii_isdigit (*rest)))
        return TRUE;
    }
  return FALSE;
}

static DuiPlaceTextKind
match_words (const DuiPlainText *plain)
{
  if (plain->length == 0)
    return DUI_PLACE_TEXT_BLANK;
  if (dui_place_names_is_note (plain))
    return DUI_PLACE_TEXT_NOTE;
  if (g_str_has_suffix (plain->text, "小计") || g_str_equal (plain->text, "subtotal"))
    return DUI_PLACE_TEXT_SUBTOTAL;
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (g_str_has_suffix (plain->text, totals[i]))
      return DUI_PLACE_TEXT_TOTAL;
  for (guint i = 0; i < G_N_ELEMENTS (english_totals); i++)
    if (g_str_equal (plain->text, english_totals[i]))
      return DUI_PLACE_TEXT_TOTAL;
  if (g_str_has_suffix (plain->text, "平均"))
    return DUI_PLACE_TEXT_NOTE;
  return DUI_PLACE_TEXT_UNKNOWN;
}

/* Takes off what stands before and behind a name without being part of it: "1.", "其中：",
 * 人民政府. */
static void
strip (DuiPlainText *plain)
{
  dui_plain_text_skip (plain, "'");
  dui_plain_text_skip_ordinal (plain);
  if (dui_plain_text_skip (plain, "其中"))
    dui_plain_text_skip (plain, ":");
  unify (plain);
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    if (plain->length > strlen (offices[i]) && dui_plain_text_chop (plain, offices[i]))
      break;
}

DuiPlaceText
dui_place_names_match (DuiPlaceNames *self, const DuiPlainText *plain)
{
  DuiPlainText name = *plain;
  DuiPlaceText match;

  match = found (g_hash_table_lookup (self->full, plain->text));
  if (match.kind == DUI_PLACE_TEXT_PLACE)
    return match;
  strip (&name);
  match = match_code (self, &name);
  if (match.kind == DUI_PLACE_TEXT_PLACE)
    return match;
  match = match_whole (self, &name);
  if (match.kind == DUI_PLACE_TEXT_PLACE)
    return match;
  match.kind = match_words (&name);
  if (match.kind != DUI_PLACE_TEXT_UNKNOWN)
    return match;
  return match_name (self, &name);
}

static gboolean
has_members (DuiCatalog *catalog, guint place)
{
  for (guint i = 0; i < catalog->n_memberships; i++)
    if (catalog->memberships[i].parent == place)
      return TRUE;
  return FALSE;
}

guint
dui_place_names_find (DuiPlaceNames *self, const DuiPlainText *plain)
{
  guint best = DUI_NO_PLACE;
  gsize length = 0;

  for (guint i = 0; i < self->catalog->places->len; i++)
    {
      const DuiPlainText *name = &self->places[i].name;

      if (name->length < length || !strstr (plain->text, name->text)
          || has_members (self->catalog, i))
        continue;
      if (name->length == length)
        return DUI_NO_PLACE;
      best = i;
      length = name->length;
    }
  return best;
}

char *
dui_place_names_list (DuiPlaceNames *self, const DuiPlainText *plain)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->catalog->places->len; i++)
    {
      const Place *place = &self->places[i];

      if (!g_str_equal (place->brief.text, plain->text)
          && !g_str_equal (place->name.text, plain->text)
          && !ends_in_below (place, plain, &place->name)
          && !ends_in_below (place, plain, &place->brief))
        continue;
      if (list->len > 0)
        g_string_append (list, "、");
      g_string_append (list, dui_place_get_name (dui_catalog_get_place (self->catalog, i)));
    }
  return g_string_free (list, FALSE);
}
