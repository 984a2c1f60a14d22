/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks that stand side by side stay apart for every reader: colours are simulated as they are seen with
 * protanopia, deuteranopia and tritanopia and in black and white (matrices of Viénot, Brettel and
 * Mollon 1999 and, for tritanopia, of Machado, Oliveira and Fernandes 2009), and their differences are
 * measured in CIE L*a*b*. What differs in hatch, dash or outline needs no colour. */
#include "plot/theme.h"

#include <math.h>

typedef struct
{
  const char *name;
  double matrix[3][3]; /* of linear red, green, blue */
} Vision;

static const Vision visions[] = {
  { "usual", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",
    { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } } },
  { "deuteranopia",
    { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.3039 } } },
  { "black and white",
    { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } } },
};

/* Two neighbouring shades in print are told apart from a difference of about 2 on; these ask for more. */
#define APART_SHADES 7.0
#define APART_AREAS 15.0
#define CONTRAST_TEXT 4.5  /* WCAG 2.1 AA */
#define CONTRAST_HIGH 7.0  /* AAA */

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* @color on the theme's ground, as seen: linear. */
static void
see (const DuiTheme *theme, DuiColor color, const Vision *vision, double seen[3])
{
  DuiColor ground = theme->styles[DUI_ROLE_GAP_MARK].fill;
  double linear[3] = { to_linear (color.red * color.alpha + ground.red * (1 - color.alpha)),
                       to_linear (color.green * color.alpha + ground.green * (1 - color.alpha)),
                       to_linear (color.blue * color.alpha + ground.blue * (1 - color.alpha)) };

  for (int i = 0; i < 3; i++)
    {
      seen[i] = 0;
      for (int k = 0; k < 3; k++)
        seen[i] += vision->matrix[i][k] * linear[k];
      seen[i] = CLAMP (seen[i], 0, 1);
    }
}

static double
lab_f (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static void
to_lab (const double rgb[3], double lab[3])
{
  double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
  double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
  double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;

  lab[0] = 116 * lab_f (y) - 16;
  lab[1] = 500 * (lab_f (x) - lab_f (y));
  lab[2] = 200 * (lab_f (y) - lab_f (z));
}

static double
difference (const DuiTheme *theme, DuiColor first, DuiColor second, const Vision *vision)
{
  double seen[3], a[3], b[3];

  see (theme, first, vision, seen);
  to_lab (seen, a);
  see (theme, second, vision, seen);
  to_lab (seen, b);
  return sqrt (pow (a[0] - b[0], 2) + pow (a[1] - b[1], 2) + pow (a[2] - b[2], 2));
}

static DuiColor
ink_of (const DuiStyle *style)
{
  return style->fill.alpha > 0 ? style->fill : style->stroke;
}

/* Hatch, dash, outline alone, or a pen half as wide again. */
static gboolean
differ_in_form (const DuiStyle *a, const DuiStyle *b)
{
  return (a->hatch > 0) != (b->hatch > 0) || a->dash[0] != b->dash[0]
         || (a->fill.alpha > 0) != (b->fill.alpha > 0) || a->width > 1.45 * b->width
         || b->width > 1.45 * a->width;
}

static void
assert_apart (const DuiTheme *theme, DuiRole first, DuiRole second, double least)
{
  const DuiStyle *a = &theme->styles[first], *b = &theme->styles[second];

  if (differ_in_form (a, b))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (visions); i++)
    {
      double apart = difference (theme, ink_of (a), ink_of (b), &visions[i]);

      if (apart >= least)
        continue;
      g_test_message ("%s, %s: roles %d and %d are %.1f apart", theme->nick, visions[i].name, first,
                      second, apart);
      g_test_fail ();
    }
}

/* What touches, or is read against each other, in one of the charts. */
static void
test_neighbours (gconstpointer data)
{
  const DuiTheme *theme = dui_theme_get ((DuiThemeKind) GPOINTER_TO_UINT (data));
  static const DuiRole pairs[][2] = {
    { DUI_ROLE_VALUE, DUI_ROLE_SHORT },       { DUI_ROLE_VALUE, DUI_ROLE_BEHIND },
    { DUI_ROLE_VALUE, DUI_ROLE_AHEAD },       { DUI_ROLE_SHORT, DUI_ROLE_MISSING },
    { DUI_ROLE_BEHIND, DUI_ROLE_AHEAD },      { DUI_ROLE_BOX, DUI_ROLE_BLOCK },
    { DUI_ROLE_BOX, DUI_ROLE_MISSING },       { DUI_ROLE_CURVE, DUI_ROLE_REFERENCE },
    { DUI_ROLE_CURVE, DUI_ROLE_TARGET },      { DUI_ROLE_CURVE, DUI_ROLE_PAST },
    { DUI_ROLE_TARGET, DUI_ROLE_TARGET_OLD }, { DUI_ROLE_TARGET, DUI_ROLE_TARGET_FAR },
    { DUI_ROLE_TARGET_OLD, DUI_ROLE_TARGET_FAR }, { DUI_ROLE_TARGET, DUI_ROLE_GRID },
    { DUI_ROLE_DOT, DUI_ROLE_HOLLOW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_apart (theme, pairs[i][0], pairs[i][1], APART_AREAS);
  for (DuiRole role = DUI_ROLE_SHADE_1; role < DUI_ROLE_SHADE_4; role++)
    assert_apart (theme, role, role + 1, APART_SHADES);
}

static double
luminance (const DuiTheme *theme, DuiColor color)
{
  double seen[3];

  see (theme, color, &visions[G_N_ELEMENTS (visions) - 1], seen);
  return seen[0];
}

static double
contrast (const DuiTheme *theme, DuiColor a, DuiColor b)
{
  double first = luminance (theme, a), second = luminance (theme, b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static void
test_texts (gconstpointer data)
{
  DuiThemeKind kind = GPOINTER_TO_UINT (data);
  const DuiTheme *theme = dui_theme_get (kind);
  double least = kind == DUI_THEME_CONTRAST ? CONTRAST_HIGH : CONTRAST_TEXT;
  DuiColor ground = theme->styles[DUI_ROLE_GAP_MARK].fill;

  for (DuiRole role = DUI_ROLE_TEXT; role <= DUI_ROLE_TEXT_BEHIND; role++)
    g_assert_cmpfloat (contrast (theme, theme->styles[role].fill, ground), >=, least);
  for (DuiRole role = DUI_ROLE_SHADE_1; role <= DUI_ROLE_SHADE_3; role++)
    g_assert_cmpfloat (
        contrast (theme, theme->styles[DUI_ROLE_TEXT].fill, theme->styles[role].fill), >=,
        CONTRAST_TEXT);
  g_assert_cmpfloat (contrast (theme, theme->styles[DUI_ROLE_TEXT_ON_BLOCK].fill,
                               theme->styles[DUI_ROLE_SHADE_4].fill),
                     >=, CONTRAST_TEXT);
  g_assert_cmpfloat (contrast (theme, theme->styles[DUI_ROLE_TEXT_ON_BLOCK].fill,
                               theme->styles[DUI_ROLE_BLOCK].fill),
                     >=, CONTRAST_TEXT);
}

/* 7 points on paper, 9 pixels of 96 to the inch on a screen. */
static void
test_sizes (gconstpointer data)
{
  const DuiTheme *theme = dui_theme_get ((DuiThemeKind) GPOINTER_TO_UINT (data));

  for (guint i = 0; i < DUI_N_FONTS; i++)
    {
      g_assert_cmpfloat (theme->fonts[i].size, >=, 7);
      g_assert_cmpfloat (theme->fonts[i].size * 96 / 72, >=, 9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < DUI_N_THEMES; i++)
    {
      const char *nick = dui_theme_get ((DuiThemeKind) i)->nick;
      g_autofree char *neighbours = g_strdup_printf ("/plot/colours/neighbours/%s", nick);
      g_autofree char *texts = g_strdup_printf ("/plot/colours/texts/%s", nick);
      g_autofree char *sizes = g_strdup_printf ("/plot/colours/sizes/%s", nick);

      g_test_add_data_func (neighbours, GUINT_TO_POINTER (i), test_neighbours);
      g_test_add_data_func (texts, GUINT_TO_POINTER (i), test_texts);
      g_test_add_data_func (sizes, GUINT_TO_POINTER (i), test_sizes);
    }
  return g_test_run ();
}
