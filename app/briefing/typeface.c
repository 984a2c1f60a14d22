/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/typeface.h"
#include "briefing/terms.h"
#include "briefing/words.h"

#include <glib/gi18n-lib.h>

#define FAMILIES_MAX 16

/* Fonts name themselves in English or Chinese, with the system's language or without: both names
 * are looked for. The rest of the list replaces the face, in order. */
typedef struct
{
  const char *name; /* as the official format calls it */
  const char *families[FAMILIES_MAX];
  const char *substitutes[FAMILIES_MAX];
  gboolean bold; /* a substitute has to be bold to stand out as the face does */
} Face;

#define SONG_FAMILIES                                                                              \
  "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN", "思源宋体"
#define SANS_FAMILIES                                                                              \
  "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "思源黑体"
#define SANS_SUBSTITUTES "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback"

static const Face chinese_faces[DUI_N_FACES] = {
  [DUI_FACE_BODY] = {
    N_("FangSong"),
    { "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "FZFangSong-Z02", "方正仿宋_GBK",
      "FZFangSong-Z02S", "方正仿宋简体", "STFangsong", "华文仿宋" },
    { SONG_FAMILIES, "SimSun", "AR PL UMing CN", SANS_FAMILIES, SANS_SUBSTITUTES },
    FALSE,
  },
  [DUI_FACE_TITLE] = {
    N_("XiaoBiaoSong"),
    { "FZXiaoBiaoSong-B05", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "方正小标宋简体",
      "FZXiaoBiaoSong", "方正小标宋", "小标宋" },
    { SONG_FAMILIES, "SimSun", "AR PL UMing CN", SANS_FAMILIES, SANS_SUBSTITUTES },
    TRUE,
  },
  [DUI_FACE_HEADING] = {
    N_("HeiTi"),
    { "SimHei", "黑体", "FZHei-B01", "方正黑体_GBK", "STHeiti", "华文黑体", SANS_FAMILIES },
    { SANS_SUBSTITUTES, SONG_FAMILIES },
    FALSE,
  },
  [DUI_FACE_KAI] = {
    N_("KaiTi"),
    { "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FZKai-Z03", "方正楷体_GBK", "STKaiti",
      "华文楷体", "AR PL UKai CN" },
    { SONG_FAMILIES, "SimSun", "AR PL UMing CN", SANS_FAMILIES, SANS_SUBSTITUTES },
    FALSE,
  },
  [DUI_FACE_SONG] = {
    N_("SongTi"),
    { "SimSun", "宋体", "NSimSun", "新宋体", "FZShuSong-Z01", "方正书宋_GBK", "STSong", "华文宋体",
      SONG_FAMILIES },
    { "AR PL UMing CN", SANS_FAMILIES, SANS_SUBSTITUTES },
    FALSE,
  },
};

#define LATIN_SERIF "Liberation Serif", "Times New Roman", "Noto Serif", "DejaVu Serif"
#define LATIN_SANS "Liberation Sans", "Arial", "Noto Sans", "DejaVu Sans"

/* English pages follow no standard of faces: any of these will do, and none of them is missed. */
static const Face latin_faces[DUI_N_FACES] = {
  [DUI_FACE_BODY] = { NULL, { LATIN_SERIF, SONG_FAMILIES }, { SANS_FAMILIES }, FALSE },
  [DUI_FACE_TITLE] = { NULL, { NULL }, { LATIN_SERIF, SONG_FAMILIES }, TRUE },
  [DUI_FACE_HEADING] = { NULL, { NULL }, { LATIN_SANS, SANS_FAMILIES }, TRUE },
  [DUI_FACE_KAI] = { NULL, { LATIN_SERIF, SONG_FAMILIES }, { SANS_FAMILIES }, FALSE },
  [DUI_FACE_SONG] = { NULL, { LATIN_SERIF, SONG_FAMILIES }, { SANS_FAMILIES }, FALSE },
};

struct _DuiTypefaces
{
  char *families[DUI_N_FACES]; /* Pango families, first choice first */
  gboolean bold[DUI_N_FACES];
  char *substitution;
};

static GHashTable *
list_installed (PangoFontMap *fonts)
{
  GHashTable *installed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  pango_font_map_list_families (fonts, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_hash_table_add (installed, g_utf8_casefold (pango_font_family_get_name (families[i]), -1));
  return installed;
}

static const char *
first_installed (const char *const families[FAMILIES_MAX], GHashTable *installed)
{
  for (guint i = 0; i < FAMILIES_MAX && families[i]; i++)
    {
      g_autofree char *folded = g_utf8_casefold (families[i], -1);

      if (g_hash_table_contains (installed, folded))
        return families[i];
    }
  return NULL;
}

static char *
substitution_sentence (GPtrArray *missing, GPtrArray *used)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();

  dui_terms_take (terms, "missing", dui_words_join (missing));
  dui_terms_take (terms, "used", dui_words_join (used));
  return dui_terms_fill (terms, _ ("These fonts of the official page format are not installed: "
                                   "{{missing}}; {{used}} is used instead."));
}

static void
choose (DuiTypefaces *self,
        DuiFace index,
        const Face *face,
        GHashTable *installed,
        GPtrArray *missing,
        GPtrArray *used)
{
  const char *family = first_installed (face->families, installed);

  if (!family)
    {
      family = first_installed (face->substitutes, installed);
      self->bold[index] = face->bold;
      if (face->name)
        {
          const char *told = family ? family : _ ("any font of the system");

          g_ptr_array_add (missing, (gpointer) _ (face->name));
          if (!g_ptr_array_find_with_equal_func (used, told, g_str_equal, NULL))
            g_ptr_array_add (used, (gpointer) told);
        }
    }
  /* Rare characters of names are not in every official font. */
  self->families[index]
      = g_strdup_printf ("%s, Noto Serif CJK SC, serif", family ? family : "serif");
}

DuiTypefaces *
dui_typefaces_new (PangoFontMap *fonts, gboolean chinese)
{
  DuiTypefaces *self = g_new0 (DuiTypefaces, 1);
  g_autoptr (GHashTable) installed = list_installed (fonts);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  for (guint i = 0; i < DUI_N_FACES; i++)
    choose (self, i, chinese ? &chinese_faces[i] : &latin_faces[i], installed, missing, used);
  if (missing->len > 0)
    self->substitution = substitution_sentence (missing, used);
  return self;
}

void
dui_typefaces_free (DuiTypefaces *self)
{
  for (guint i = 0; i < DUI_N_FACES; i++)
    g_free (self->families[i]);
  g_free (self->substitution);
  g_free (self);
}

PangoFontDescription *
dui_typefaces_describe (const DuiTypefaces *self, DuiFace face)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, self->families[face]);
  if (self->bold[face])
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  return description;
}

const char *
dui_typefaces_get_substitution (const DuiTypefaces *self)
{
  return self->substitution;
}
