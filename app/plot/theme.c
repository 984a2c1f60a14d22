/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/theme.h"

/* The inks of a theme. Blue-grey for what is done, dark red only for behind, grey for missing;
 * growth is never coloured by its sign (PRACTICE §3). Pairs that touch differ in lightness, so that
 * they stay apart for colour-blind readers and on paper. */
typedef struct
{
  const char *nick;
  guint32 paper;  /* 0xrrggbbaa */
  guint32 ground; /* what symbols and cuts are filled with: the paper, opaque */
  guint32 ink;
  guint32 quiet;
  guint32 grid;
  guint32 value;
  guint32 past;
  guint32 short_ink;
  guint32 behind;
  guint32 behind_tint;
  guint32 ahead;
  guint32 shades[4];
  double pen;  /* pens, as a multiple of the usual ones */
  double size; /* fonts, the same */
} Inks;

static const Inks inks[DUI_N_THEMES] = {
  [DUI_THEME_SCREEN] = {
    .nick = "screen",
    .paper = 0xffffff00,
    .ground = 0xffffffff,
    .ink = 0x1c2227ff,
    .quiet = 0x5b666fff,
    .grid = 0xd5dadeff,
    .value = 0x5d7a94ff,
    .past = 0x9aa9b5ff,
    .short_ink = 0x7f8c96ff,
    .behind = 0x9c1c1cff,
    .behind_tint = 0x9c1c1c1a,
    .ahead = 0x24384aff,
    .shades = { 0xe4eaefff, 0xc3d0dbff, 0x94abbeff, 0x456078ff },
    .pen = 1,
    .size = 1,
  },
  [DUI_THEME_DARK] = {
    .nick = "dark",
    .paper = 0x1e222500,
    .ground = 0x1e2225ff,
    .ink = 0xeceff1ff,
    .quiet = 0xa5b0b8ff,
    .grid = 0x41494fff,
    .value = 0x7896b0ff,
    .past = 0x65737eff,
    .short_ink = 0x8d9aa4ff,
    .behind = 0xff8a80ff,
    .behind_tint = 0xff8a801f,
    .ahead = 0xcfe0eeff,
    .shades = { 0x2b3339ff, 0x3a4650ff, 0x53677aff, 0x9fb8ceff },
    .pen = 1,
    .size = 1,
  },
  [DUI_THEME_PRINT] = {
    .nick = "print",
    .paper = 0xffffffff,
    .ground = 0xffffffff,
    .ink = 0x000000ff,
    .quiet = 0x404040ff,
    .grid = 0xccccccff,
    .value = 0x5d7a94ff,
    .past = 0x8c9aa5ff,
    .short_ink = 0x606a72ff,
    .behind = 0x8c1515ff,
    .behind_tint = 0x8c151514,
    .ahead = 0x1b2c3bff,
    .shades = { 0xe4eaefff, 0xc3d0dbff, 0x94abbeff, 0x456078ff },
    .pen = 1,
    .size = 1,
  },
  [DUI_THEME_MONO] = {
    .nick = "mono",
    .paper = 0xffffffff,
    .ground = 0xffffffff,
    .ink = 0x000000ff,
    .quiet = 0x000000ff,
    .grid = 0xb3b3b3ff,
    .value = 0x4d4d4dff,
    .past = 0x606060ff,
    .short_ink = 0x000000ff,
    .behind = 0x000000ff,
    .behind_tint = 0x00000000,
    .ahead = 0x000000ff,
    .shades = { 0xe6e6e6ff, 0xc4c4c4ff, 0x9a9a9aff, 0x3d3d3dff },
    .pen = 1,
    .size = 1,
  },
  /* Nothing lighter than what 7:1 on the paper asks for, but the shades that carry text. */
  [DUI_THEME_CONTRAST] = {
    .nick = "contrast",
    .paper = 0xffffff00,
    .ground = 0xffffffff,
    .ink = 0x000000ff,
    .quiet = 0x000000ff,
    .grid = 0x767676ff,
    .value = 0x303030ff,
    .past = 0x505050ff,
    .short_ink = 0x000000ff,
    .behind = 0x8c0000ff,
    .behind_tint = 0x00000000,
    .ahead = 0x000000ff,
    .shades = { 0xe6e6e6ff, 0xc4c4c4ff, 0x9a9a9aff, 0x3d3d3dff },
    .pen = 1.5,
    .size = 1,
  },
  /* For a projector: read from the last row. */
  [DUI_THEME_LARGE] = {
    .nick = "large",
    .paper = 0xffffffff,
    .ground = 0xffffffff,
    .ink = 0x000000ff,
    .quiet = 0x303a42ff,
    .grid = 0xb8c0c6ff,
    .value = 0x5d7a94ff,
    .past = 0x74828cff,
    .short_ink = 0x4c565eff,
    .behind = 0x9c1c1cff,
    .behind_tint = 0x9c1c1c1a,
    .ahead = 0x1b2c3bff,
    .shades = { 0xe4eaefff, 0xc3d0dbff, 0x94abbeff, 0x456078ff },
    .pen = 1.5,
    .size = 1.6,
  },
};

static const DuiFontStyle fonts[DUI_N_FONTS] = {
  [DUI_FONT_TITLE] = { 12, TRUE }, [DUI_FONT_LABEL] = { 9, FALSE }, [DUI_FONT_STRONG] = { 9, TRUE },
  [DUI_FONT_NOTE] = { 8, FALSE },  [DUI_FONT_SMALL] = { 7, FALSE },
};

static DuiColor
color (guint32 rgba)
{
  return (DuiColor){ (rgba >> 24) / 255.0, (rgba >> 16 & 255) / 255.0, (rgba >> 8 & 255) / 255.0,
                     (rgba & 255) / 255.0 };
}

static DuiStyle
area (guint32 fill)
{
  return (DuiStyle){ .fill = color (fill) };
}

static DuiStyle
hatched (guint32 tint, guint32 ink)
{
  return (DuiStyle){ .fill = color (tint), .stroke = color (ink), .width = 0.6, .hatch = 2.8 };
}

static DuiStyle
line (guint32 ink, double width, double on, double off)
{
  return (DuiStyle){ .stroke = color (ink), .width = width, .dash = { on, off } };
}

static DuiStyle
outlined (guint32 fill, guint32 ink, double width, double on, double off)
{
  DuiStyle style = line (ink, width, on, off);

  style.fill = color (fill);
  return style;
}

static void
build (DuiTheme *theme, const Inks *ink)
{
  const DuiStyle styles[DUI_N_ROLES] = {
    [DUI_ROLE_VALUE] = area (ink->value),
    [DUI_ROLE_SHORT] = hatched (0, ink->short_ink),
    [DUI_ROLE_BEHIND] = hatched (ink->behind_tint, ink->behind),
    [DUI_ROLE_AHEAD] = area (ink->ahead),
    [DUI_ROLE_MISSING] = outlined (0, ink->quiet, 0.6, 0.8, 1.6),
    [DUI_ROLE_BOX] = outlined (0, ink->ink, 0.8, 0, 0),
    [DUI_ROLE_BLOCK] = area (ink->ink),
    [DUI_ROLE_SHADE_1] = area (ink->shades[0]),
    [DUI_ROLE_SHADE_2] = area (ink->shades[1]),
    [DUI_ROLE_SHADE_3] = area (ink->shades[2]),
    [DUI_ROLE_SHADE_4] = area (ink->shades[3]),
    [DUI_ROLE_GAP_MARK] = area (ink->ground),
    [DUI_ROLE_CURVE] = line (ink->ink, 2, 0, 0),
    [DUI_ROLE_REFERENCE] = line (ink->ink, 1.2, 0, 0),
    [DUI_ROLE_TARGET] = line (ink->quiet, 1, 0, 0),
    [DUI_ROLE_TARGET_OLD] = line (ink->quiet, 0.8, 5, 2.5),
    [DUI_ROLE_TARGET_FAR] = line (ink->quiet, 0.9, 1, 2),
    [DUI_ROLE_PAST] = line (ink->past, 0.8, 0, 0),
    [DUI_ROLE_MEASURE] = line (ink->ink, 0.7, 0, 0),
    [DUI_ROLE_LEADER] = line (ink->quiet, 0.4, 0, 0),
    [DUI_ROLE_AXIS] = line (ink->quiet, 0.6, 0, 0),
    [DUI_ROLE_GRID] = line (ink->grid, 0.4, 0, 0),
    [DUI_ROLE_DOT] = area (ink->ink),
    [DUI_ROLE_HOLLOW] = outlined (ink->ground, ink->ink, 0.8, 0, 0),
    [DUI_ROLE_TEXT] = area (ink->ink),
    [DUI_ROLE_TEXT_QUIET] = area (ink->quiet),
    [DUI_ROLE_TEXT_BEHIND] = area (ink->behind),
    [DUI_ROLE_TEXT_ON_BLOCK] = area (ink->ground),
  };

  theme->nick = ink->nick;
  /* One face for Han and Latin: every further one is looked up and embedded. */
  theme->family = "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, sans-serif";
  theme->paper = color (ink->paper);
  memcpy (theme->styles, styles, sizeof styles);
  memcpy (theme->fonts, fonts, sizeof fonts);
  for (guint i = 0; i < DUI_N_ROLES; i++)
    theme->styles[i].width *= ink->pen;
  for (guint i = 0; i < DUI_N_FONTS; i++)
    theme->fonts[i].size *= ink->size;
}

static const DuiTheme *
all_themes (void)
{
  static DuiTheme themes[DUI_N_THEMES];
  static gsize built;

  if (g_once_init_enter (&built))
    {
      for (guint i = 0; i < DUI_N_THEMES; i++)
        build (&themes[i], &inks[i]);
      g_once_init_leave (&built, 1);
    }
  return themes;
}

const DuiTheme *
dui_theme_get (DuiThemeKind kind)
{
  g_return_val_if_fail (kind < DUI_N_THEMES, NULL);

  return &all_themes ()[kind];
}

const DuiTheme *
dui_theme_from_nick (const char *nick)
{
  for (guint i = 0; i < DUI_N_THEMES; i++)
    if (g_str_equal (inks[i].nick, nick))
      return &all_themes ()[i];
  return NULL;
}
