/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/terms.h"

static void
test_fill (void)
{
  static const struct
  {
    const char *template;
    const char *text;
    const char *blanks;
  } cases[] = {
    { "", "", "" },
    { "no name", "no name", "" },
    { "{{C}}亿元", "154.74亿元", "" },
    { "{{ C }}, {{r}}%", "154.74, 77.4%", "" },
    { "缺口{{G}}亿元", "缺口＿＿亿元", "G" },
    { "{{G}} {{none}} {{G}}", "＿＿ ＿＿ ＿＿", "G none" },
    { "{{C", "{{C", "" },
    { "C}} {{}}", "C}} ＿＿", "" },
    /* What a name stands for is not a template. */
    { "{{loop}}", "{{loop}}", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DuiTerms) terms = dui_terms_new ();
      g_autofree char *text = NULL;
      g_autofree char *joined = NULL;
      g_auto (GStrv) blanks = NULL;

      dui_terms_set (terms, "C", "154.74");
      dui_terms_take (terms, "r", g_strdup ("77.4"));
      dui_terms_set (terms, "none", NULL);
      dui_terms_set (terms, "loop", "{{loop}}");
      text = dui_terms_fill (terms, cases[i].template);
      g_assert_cmpstr (text, ==, cases[i].text);
      blanks = dui_terms_dup_blanks (terms);
      joined = g_strjoinv (" ", blanks);
      g_assert_cmpstr (joined, ==, cases[i].blanks);
    }
}

static void
test_replace (void)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();
  g_autofree char *text = NULL;

  dui_terms_set (terms, "C", "1");
  dui_terms_set (terms, "C", "2");
  text = dui_terms_fill (terms, "{{C}}");
  g_assert_cmpstr (text, ==, "2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/terms/fill", test_fill);
  g_test_add_func ("/briefing/terms/replace", test_replace);
  return g_test_run ();
}
