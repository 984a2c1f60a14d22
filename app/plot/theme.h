/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a layout looks: one struct for each theme. A layout says what a thing is (a role); the theme
 * says its ink, pen, hatch and font. Everything is told apart by shape, hatch, dash and word first,
 * so that themes differ in inks only and the black-and-white one loses nothing (PRACTICE §4). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an item of a layout is. */
typedef enum
{
  /* Areas */
  DUI_ROLE_VALUE,    /* reached: solid */
  DUI_ROLE_SHORT,    /* lacking: hatched, with an outline */
  DUI_ROLE_BEHIND,   /* lacking and late: the same in the warning ink */
  DUI_ROLE_AHEAD,    /* beyond: solid, darkest */
  DUI_ROLE_MISSING,  /* not known: empty, dotted outline */
  DUI_ROLE_BOX,      /* singled out for the better: outline */
  DUI_ROLE_BLOCK,    /* singled out for the worse: solid ink */
  DUI_ROLE_SHADE_1,  /* the more, the darker (in the dark the lighter) */
  DUI_ROLE_SHADE_2,
  DUI_ROLE_SHADE_3,
  DUI_ROLE_SHADE_4,  /* carries DUI_ROLE_TEXT_ON_BLOCK, the others DUI_ROLE_TEXT */
  DUI_ROLE_GAP_MARK, /* the cut through something that is longer than shown: paper */
  /* Lines */
  DUI_ROLE_CURVE,      /* the thick line of what happened */
  DUI_ROLE_REFERENCE,  /* the line everything is judged by */
  DUI_ROLE_TARGET,     /* thin solid */
  DUI_ROLE_TARGET_OLD, /* thin dashed */
  DUI_ROLE_TARGET_FAR, /* thin dotted */
  DUI_ROLE_PAST,       /* thin and light */
  DUI_ROLE_MEASURE,    /* brackets and range bars */
  DUI_ROLE_LEADER,     /* from a label to what it names */
  DUI_ROLE_AXIS,
  DUI_ROLE_GRID,
  /* Symbols */
  DUI_ROLE_DOT,    /* solid */
  DUI_ROLE_HOLLOW, /* outlined on paper */
  /* Texts */
  DUI_ROLE_TEXT,
  DUI_ROLE_TEXT_QUIET,
  DUI_ROLE_TEXT_BEHIND,
  DUI_ROLE_TEXT_ON_BLOCK,
  DUI_N_ROLES
} DuiRole;

typedef enum
{
  DUI_FONT_TITLE,
  DUI_FONT_LABEL,
  DUI_FONT_STRONG, /* label size, bold */
  DUI_FONT_NOTE,
  DUI_FONT_SMALL, /* the smallest that may be printed: 7 pt */
  DUI_N_FONTS
} DuiFont;

/* Alpha 0: none. */
typedef struct
{
  double red, green, blue, alpha;
} DuiColor;

typedef struct
{
  DuiColor fill;
  DuiColor stroke;
  double width;   /* of the stroke and of hatch lines, points */
  double dash[2]; /* on and off, points; 0 for a solid line */
  double hatch;   /* distance of 45° hatch lines in the stroke's ink, points; 0 for none */
} DuiStyle;

typedef struct
{
  double size; /* points */
  gboolean bold;
} DuiFontStyle;

typedef struct
{
  const char *nick;   /* "screen" */
  const char *family; /* Pango families, first choice first */
  DuiColor paper;     /* alpha 0: whatever is below */
  DuiStyle styles[DUI_N_ROLES];
  DuiFontStyle fonts[DUI_N_FONTS];
} DuiTheme;

typedef enum
{
  DUI_THEME_SCREEN,
  DUI_THEME_DARK,
  DUI_THEME_PRINT,
  DUI_THEME_MONO, /* black, white and grey for a laser printer */
  DUI_THEME_CONTRAST, /* on a screen of high contrast */
  DUI_THEME_LARGE,    /* for a projector */
  DUI_N_THEMES
} DuiThemeKind;

const DuiTheme *dui_theme_get (DuiThemeKind kind);

/* "screen" "dark" "print" "mono" "contrast" "large"; NULL for another word. */
const DuiTheme *dui_theme_from_nick (const char *nick);

G_END_DECLS
