/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are too wide, in Chinese and English. */
#include "plot/text.h"

/* Label size is 9 pt: a Han character is 9, a Latin one 4.5. */
#define EM 9.0

static DuiTextMeasure *
fixed (void)
{
  return dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
}

static void
test_widths (void)
{
  g_autoptr (DuiTextMeasure) measure = fixed ();

  g_assert_cmpfloat (dui_text_width (measure, "马庄桥镇", DUI_FONT_LABEL), ==, 4 * EM);
  g_assert_cmpfloat (dui_text_width (measure, "77.4%", DUI_FONT_LABEL), ==, 2.5 * EM);
  g_assert_cmpfloat (dui_text_width (measure, "", DUI_FONT_LABEL), ==, 0);
}

static void
test_ellipsize (void)
{
  static const struct
  {
    const char *text;
    double ems;
    const char *expected;
  } cases[] = {
    { "马庄桥镇", 4, "马庄桥镇" },
    { "马庄桥镇", 3.9, "马庄桥…" },
    { "马庄桥镇", 1.5, "马…" },
    { "马庄桥镇", 1.4, NULL },
    { "清丰县先进制造业开发区", 6, "清丰县先进…" },
    { "Industrial Park", 4.5, "Industri…" },
    { "Industrial Park", 6, "Industrial…" }, /* no blank before the dots */
    { "", 0, "" },
  };
  g_autoptr (DuiTextMeasure) measure = fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = dui_text_ellipsize (measure, cases[i].text, DUI_FONT_LABEL, cases[i].ems * EM);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_ellipsize_name (void)
{
  static const struct
  {
    const char *text;
    double ems;
    const char *expected;
  } cases[] = {
    { "清丰县先进制造业开发区一园", 7.5, "清丰县先进…一园" },
    { "Economic Development Zone 12", 8, "Economic D…ne 12" },
    { "马庄桥镇", 4, "马庄桥镇" },
    { "马庄桥镇", 3.5, "马庄…镇" },
    { "马庄桥镇", 1, NULL },
  };
  g_autoptr (DuiTextMeasure) measure = fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = dui_text_ellipsize_name (measure, cases[i].text, DUI_FONT_LABEL, cases[i].ems * EM);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_wrap (void)
{
  static const struct
  {
    const char *text;
    double ems;
    guint max_lines;
    const char *expected; /* lines joined by | */
  } cases[] = {
    { "全县欠进度", 10, 2, "全县欠进度" },
    { "全县欠进度14.3个百分点", 6, 2, "全县欠进度|14.3个百分点" },
    /* No line begins with a comma, no number is parted. */
    { "欠进度十个百分点，三个镇", 8, 3, "欠进度十个百分|点，三个镇" },
    { "Whole county behind the pace", 8, 2, "Whole county|behind the pace" },
    { "Whole county behind the pace", 6.5, 2, "Whole county|behind the p…" },
    { "Whole county behind the pace", 7, 1, "Whole county…" },
    { "清丰县先进制造业开发区管理委员会", 5, 2, "清丰县先进|制造业开…" },
    { "Antidisestablishmentarianism", 5, 2, "Antidises…" },
    { "", 5, 2, "" },
  };
  g_autoptr (DuiTextMeasure) measure = fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = dui_text_wrap (measure, cases[i].text, DUI_FONT_LABEL,
                                            cases[i].ems * EM, cases[i].max_lines);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

static void
test_title (void)
{
  static const struct
  {
    const char *text;
    double ems;
    const char *expected;
  } cases[] = {
    { "Whole county 14.3 points behind the pace; 3 townships hold 70% of the gap", 34,
      "Whole county 14.3 points behind the pace;|3 townships hold 70% of the gap" },
    { "Whole county 14.3 points behind the pace; 3 townships hold 70% of the gap", 40,
      "Whole county 14.3 points behind the pace; 3 townships hold 70% of the gap" },
    { "全县欠进度14.3个百分点，3个乡镇占缺口六成", 17,
      "全县欠进度14.3个百分点，|3个乡镇占缺口六成" },
    { "one two three four five six", 10, "one two three|four five six" },
    { "one two three four five six", 4, "one two|three f…" },
  };
  g_autoptr (DuiTextMeasure) measure = fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines
          = dui_text_wrap_title (measure, cases[i].text, DUI_FONT_LABEL, cases[i].ems * EM, 2);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

static void
test_smallest_text (void)
{
  for (guint kind = 0; kind < DUI_N_THEMES; kind++)
    for (guint font = 0; font < DUI_N_FONTS; font++)
      g_assert_cmpfloat (dui_theme_get (kind)->fonts[font].size, >=, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/text/widths", test_widths);
  g_test_add_func ("/plot/text/ellipsize", test_ellipsize);
  g_test_add_func ("/plot/text/ellipsize-name", test_ellipsize_name);
  g_test_add_func ("/plot/text/wrap", test_wrap);
  g_test_add_func ("/plot/text/title", test_title);
  g_test_add_func ("/plot/text/smallest-text", test_smallest_text);
  return g_test_run ();
}
