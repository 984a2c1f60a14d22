/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about the places of a ranking, in every wording (PRACTICE §5, R11, R12). */
#include "briefing/sentences.h"
#include "county.h"

typedef char *(*Sentence) (const DuiPanel *panel, const DuiStanding *standing);

typedef struct
{
  const char *indicator;
  const char
      *growths; /* of the townships in 1—11月, percent; "x" has reported no growth, "-" nothing */
  const char *story; /* what else there is to know */
  DuiRankBy by;
  Sentence sentence;
  const char *english; /* NULL for no sentence */
  const char *chinese;
} Case;

static const Case cases[] = {
  { "output", "9 8 7 6 5 4 -4.1", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "The bottom three by cumulative growth of months 1–11 are: 柳格镇 (5.0%, rank 5), 韩村镇 "
    "(4.0%, "
    "rank 6), 固城镇 (−4.1%, rank 7).",
    "1—11月累计增幅后三名依次为：柳格镇（5.0%，第5位）、韩村镇（4.0%，第6位）、固城镇（−4.1%"
    "，第7位）。" },
  /* A tie at the edge: four of them. */
  { "output", "9 8 7 6 5 4 4 3 2", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "The bottom three by cumulative growth of months 1–11 (with ties 4 townships) are: 韩村镇 "
    "(4.0%, "
    "joint rank 6), 固城镇 (4.0%, joint rank 6), 双庙乡 (3.0%, rank 8), 纸房乡 (2.0%, rank 9).",
    "1—11月累计增幅后三名（含并列，共4个乡镇）依次为：韩村镇（4.0%，并列第6位）、固城镇（4.0%"
    "，并列第6位）、"
    "双庙乡（3.0%，第8位）、纸房乡（2.0%，第9位）。" },
  /* Different ranks do not print alike (R10). */
  { "output", "9 8 7 6 12.54 12.46 1", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "The bottom three by cumulative growth of months 1–11 are: 瓦屋头镇 (7.00%, rank 5), 仙庄镇 "
    "(6.00%, rank 6), 固城镇 (1.00%, rank 7).",
    "1—11月累计增幅后三名依次为：瓦屋头镇（7.00%，第5位）、仙庄镇（6.00%，第6位）、固城镇（1.00%"
    "，第7位）。" },
  /* Fewer than 2k (R11). */
  { "output", "9 8 7 6 5", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "Only 5 townships are ranked by cumulative growth of months 1–11, so only the bottom two are "
    "named: 仙庄镇 (6.0%, rank 4), 柳格镇 (5.0%, rank 5).",
    "1—11月按累计增幅参排的乡镇仅5个，只列后两名：仙庄镇（6.0%，第4位）、柳格镇（5.0%，第5位）。" },
  { "output", "9 8 7", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "Only 3 townships are ranked by cumulative growth of months 1–11; there is no bottom three.",
    "1—11月按累计增幅参排的乡镇仅3个，不列后三名。" },
  { "output", "5 5 5 5 5 5 5", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "All townships are equal in cumulative growth of months 1–11; there is no bottom three.",
    "1—11月各乡镇累计增幅相同，不列后三名。" },
  { "output", "9 8 7 0 0 0 0 0 0", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "Too many tie at the end of the ranking by cumulative growth of months 1–11; the bottom three "
    "are settled by hand.",
    "1—11月累计增幅并列过多，后三名由人工确定。" },
  { "output", "x x x x x x", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_bottom, NULL, NULL },
  /* An open period. */
  { "output", "9 8 7 6 5 4 3 - -", "", DUI_RANK_BY_GROWTH, dui_sentence_bottom,
    "Provisional, 2 townships still to report. The bottom three by cumulative growth of months "
    "1–11 "
    "are: 柳格镇 (5.0%, rank 5), 韩村镇 (4.0%, rank 6), 固城镇 (3.0%, rank 7).",
    "按已报数据暂排（尚缺2个乡镇），1—11月累计增幅后三名依次为：柳格镇（5.0%，第5位）、韩村镇（4.0%"
    "，第6位）、"
    "固城镇（3.0%，第7位）。" },
  /* By pace: 11/12 of 1200 is 1100; growths make figures of 1000 and more. */
  { "output", "20 15 10 5 0 -5 -10",
    "target 1 agreed 1200 2021-01-01; target 2 agreed 1200 2021-01-01; target 3 agreed 1200 "
    "2021-01-01; target 4 agreed 1200 2021-01-01; target 5 agreed 1200 2021-01-01; target 6 agreed "
    "1200 2021-01-01; target 7 agreed 1200 2021-01-01",
    DUI_RANK_BY_PROGRESS, dui_sentence_bottom,
    "The bottom three by pace of months 1–11 are: 柳格镇 (8.3 points behind, rank 5), 韩村镇 (12.5 "
    "points behind, rank 6), 固城镇 (16.7 points behind, rank 7).",
    "1—11月进度后三名依次为：柳格镇（欠8.3个百分点，第5位）、韩村镇（欠12.5个百分点，第6位）、"
    "固城镇（欠16.7个百分点，第7位）。" },
  { "value-added", "9 8 7 6 5 4 3",
    "target 1 agreed 6 2021-01-01; target 2 agreed 6 2021-01-01; target 3 agreed 6 2021-01-01;"
    "target 4 agreed 6 2021-01-01; target 5 agreed 6 2021-01-01; target 6 agreed 6 2021-01-01;"
    "target 7 agreed 6 2021-01-01",
    DUI_RANK_BY_PROGRESS, dui_sentence_bottom,
    "The bottom three by result against target of months 1–11 are: 柳格镇 (1.0 below target, rank "
    "5), 韩村镇 (2.0 below target, rank 6), 固城镇 (3.0 below target, rank 7).",
    "1—11月目标完成情况后三名依次为：柳格镇（低于目标1.0，第5位）、韩村镇（低于目标2.0，第6位）、"
    "固城镇（低于目标3.0，第7位）。" },
  { "output", "20 15 10 5 0 -5 -10", "0 2021-12 1", DUI_RANK_BY_COMPLETED, dui_sentence_bottom,
    "The bottom three by cumulative total of months 1–11 are: 柳格镇 (0.10 (100M yuan), rank 5), "
    "韩村镇 (0.10 (100M yuan), rank 6), 固城镇 (0.09 (100M yuan), rank 7).",
    "1—11月累计完成数后三名依次为：柳格镇（0.10亿元，第5位）、韩村镇（0.10亿元，第6位）、"
    "固城镇（0.09亿元，第7位）。" },
  /* Praise. */
  { "output", "9 8 7 6 5 4 3", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_praise,
    "The first three by cumulative growth are 城关镇 (9.0%), 马庄桥镇 (8.0%), 瓦屋头镇 (7.0%).",
    "累计增幅居前三位的是城关镇（9.0%）、马庄桥镇（8.0%）、瓦屋头镇（7.0%）。" },
  { "output", "9 8 7 6 5 4 3",
    "1 2021-10 100 100; 2 2021-10 101 100; 3 2021-10 102 100; 4 2021-10 107 100; 5 2021-10 106 100;"
    "6 2021-10 105 100; 7 2021-10 104 100; 0 2021-12 1",
    DUI_RANK_BY_GROWTH, dui_sentence_praise,
    "The first three by cumulative growth are 城关镇 (9.0%), 马庄桥镇 (8.0%), 瓦屋头镇 (7.0%); the "
    "biggest climber is 城关镇 (up 6).",
    "累计增幅居前三位的是城关镇（9.0%）、马庄桥镇（8.0%）、瓦屋头镇（7.0%"
    "）；位次上升最多的是城关镇（升6位）。" },
  { "output", "9 8 7 6 5 4 3",
    "1 2021-10 108 100; 2 2021-10 109 100; 3 2021-10 106 100; 4 2021-10 107 100; 5 2021-10 105 100;"
    "6 2021-10 104 100; 7 2021-10 103 100; 0 2021-12 1",
    DUI_RANK_BY_GROWTH, dui_sentence_praise,
    "The first three by cumulative growth are 城关镇 (9.0%), 马庄桥镇 (8.0%), 瓦屋头镇 (7.0%); the "
    "biggest climbers are 城关镇, 瓦屋头镇 (up 1 each).",
    "累计增幅居前三位的是城关镇（9.0%）、马庄桥镇（8.0%）、瓦屋头镇（7.0%）；"
    "位次上升最多的是城关镇、瓦屋头镇（均升1位）。" },
  { "output", "9 8 7 6 5", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_praise,
    "The first two by cumulative growth are 城关镇 (9.0%), 马庄桥镇 (8.0%).",
    "累计增幅居前两位的是城关镇（9.0%）、马庄桥镇（8.0%）。" },
  { "output", "5 5 5 5 5 5 5", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_praise, NULL, NULL },
  /* Uneven. */
  { "output", "-1.8 -49 -20", "target 1 agreed 1000 2021-01-01; target 2 agreed 1000 2021-01-01",
    DUI_RANK_BY_PROGRESS, dui_sentence_uneven,
    "Completion is between 98.2% (城关镇) and 51.0% (马庄桥镇), 47.2 points apart.",
    "完成率最高98.2%（城关镇）、最低51.0%（马庄桥镇），相差47.2个百分点。" },
  { "output", "-1.8 -49 -20", "target 1 agreed 1000 2021-01-01", DUI_RANK_BY_PROGRESS,
    dui_sentence_uneven, NULL, NULL },
  /* Missing. */
  { "output", "9 8 7 6 5", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_missing, NULL, NULL },
  { "output", "9 8 7 6 5 4 3 -", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_missing,
    "双庙乡 has not reported months 1–11 and is not ranked; Townships together leaves it out.",
    "双庙乡未报送1—11月数据，未参加排名；乡镇合计不含该乡。" },
  { "output", "9 8 7 6 5 - - x", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_missing,
    "韩村镇, 固城镇 have not reported months 1–11 and are not ranked; Townships together leaves "
    "them "
    "out.",
    "韩村镇、固城镇未报送1—11月数据，未参加排名；乡镇合计不含上述单位。" },
  { "output", "9 - - - - - - -", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_missing,
    "马庄桥镇, 瓦屋头镇, 仙庄镇, 柳格镇, 韩村镇, 固城镇 and others, 7 townships in all, have not "
    "reported months 1–11 and are not ranked; Townships together leaves them out.",
    "马庄桥镇、瓦屋头镇、仙庄镇、柳格镇、韩村镇、固城镇等7个乡镇未报送1—11月数据，未参加排名；"
    "乡镇合计不含上述单位。" },
  { "output", "- - - - -", "0 2021-12 1", DUI_RANK_BY_GROWTH, dui_sentence_missing,
    "None of the 5 townships has reported months 1–11.", "5个乡镇均未报送1—11月数据。" },
  { "value-added", "9 8 7 6 -", "0 2021-12 - - 1", DUI_RANK_BY_GROWTH, dui_sentence_missing,
    "柳格镇 has not reported months 1–11 and is not ranked.",
    "柳格镇未报送1—11月数据，未参加排名。" },
};

/* Every township's base is 1000; a growth of 9 percent is a figure of 1090. */
static void
tell_growths (County *county, const char *growths)
{
  g_auto (GStrv) words = g_strsplit (growths, " ", -1);

  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *story = NULL;

      if (g_str_equal (words[i], "-"))
        continue;
      if (dui_indicator_get_kind (county->indicator) == DUI_KIND_GROWTH_ONLY)
        story = g_strdup_printf ("%u 2021-11 - - %s", i + 1, words[i]);
      else if (g_str_equal (words[i], "x"))
        story = g_strdup_printf ("%u 2021-11 1000", i + 1);
      else
        story = g_strdup_printf ("%u 2021-11 %.4f 1000", i + 1,
                                 1000 + 10 * g_ascii_strtod (words[i], NULL));
      county_tell (county, story);
    }
}

/* At the end of the year it is the completion that is told (PRACTICE R8). */
static void
test_december (gconstpointer language)
{
  g_autoptr (County) county = county_new ("output", 7);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (DuiStanding) standing = NULL;
  g_autofree char *bottom = NULL;
  g_autofree char *praise = NULL;
  gboolean english = g_str_equal (language, "en");

  if (!county_speak (language))
    return;
  for (guint place = 1; place <= 7; place++)
    {
      g_autofree char *story = g_strdup_printf ("%u 2021-12 %u; target %u agreed 1000 2021-01-01",
                                                place, 1070 - 20 * place, place);

      county_tell (county, story);
    }
  panel = county_make_panel (county);
  standing = dui_standing_compute (panel, 0, county_period ("2021-12"), DUI_RANK_BY_PROGRESS,
                                   DUI_TIER_ASSESSED, 0);
  bottom = dui_sentence_bottom (panel, standing);
  praise = dui_sentence_praise (panel, standing);
  g_assert_cmpstr (
      bottom, ==,
      english ? "The bottom three by completion of the annual target of months 1–12 are: 柳格镇 "
                "(97.0%, rank 5), 韩村镇 (95.0%, rank 6), 固城镇 (93.0%, rank 7)."
              : "1—12月全年目标完成率后三名依次为：柳格镇（97.0%，第5位）、韩村镇（95.0%，第6位）、"
                "固城镇（93.0%，第7位）。");
  g_assert_cmpstr (
      praise, ==,
      english ? "The first three by completion of the annual target are 城关镇 "
                "(105.0%), 马庄桥镇 (103.0%), 瓦屋头镇 (101.0%)."
              : "全年目标完成率居前三位的是城关镇（105.0%）、马庄桥镇（103.0%）、瓦屋头镇（"
                "101.0%）。");
}

static void
test_cases (gconstpointer language)
{
  if (!county_speak (language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].growths, " ", -1);
      g_autoptr (County) county = county_new (cases[i].indicator, g_strv_length (words));
      g_autoptr (DuiPanel) panel = NULL;
      g_autoptr (DuiStanding) standing = NULL;
      g_autofree char *text = NULL;

      tell_growths (county, cases[i].growths);
      county_tell (county, cases[i].story);
      panel = county_make_panel (county);
      standing = dui_standing_compute (panel, 0, county_period ("2021-11"), cases[i].by,
                                       DUI_TIER_ASSESSED, 0);
      text = cases[i].sentence (panel, standing);
      g_assert_cmpstr (text, ==,
                       g_str_equal (language, "en") ? cases[i].english : cases[i].chinese);
    }
}

/* The streaks of seven townships of which only the last one is always at the bottom; in @left_out,
 * "7 2021-11", it has reported nothing. */
static char *
tell_streak (const char *periods, const char *left_out, const char *until)
{
  g_auto (GStrv) months = g_strsplit (periods, " ", -1);
  g_autoptr (County) county = county_new ("output", 7);
  g_autoptr (DuiPanel) panel = NULL;

  for (guint i = 0; months[i]; i++)
    for (guint place = 1; place <= 7; place++)
      {
        /* The last one is always last, the others take turns. */
        guint growth = place == 7 ? 0 : 1 + (place + i * 2) % 6;
        g_autofree char *key = g_strdup_printf ("%u %s", place, months[i]);
        g_autofree char *story = g_strdup_printf ("%s %u 100", key, 101 + growth);

        if (!strstr (left_out, key))
          county_tell (county, story);
      }
  panel = county_make_panel (county);
  return dui_sentence_streaks (panel, 0, county_period (until));
}

static void
test_streaks (gconstpointer language)
{
  static const struct
  {
    const char *periods;
    const char *left_out;
    const char *until;
    const char *english;
    const char *chinese;
  } streaks[] = {
    { "2021-08 2021-09", "", "2021-09", NULL, NULL },
    { "2021-09 2021-10 2021-11", "", "2021-11",
      "固城镇 was in the bottom three by cumulative growth for 3 periods running: months 1–9, "
      "months "
      "1–10, months 1–11.",
      "固城镇1—9月、1—10月、1—11月累计增幅连续3期居后三位。" },
    /* Never "running" across a hole (R12). */
    { "2021-09 2021-10 2021-11 2021-12", "7 2021-11", "2021-12",
      "固城镇 was in the bottom three by cumulative growth in 3 periods: months 1–9, months 1–10, "
      "months 1–12 (nothing reported for months 1–11).",
      "固城镇1—9月、1—10月、1—12月（1—11月未报）累计增幅共3期居后三位。" },
    { "2021-11 2021-12 2022-02", "", "2022-02",
      "固城镇 was in the bottom three by cumulative growth for 3 periods running: 2021 months "
      "1–11, "
      "months 1–12, 2022 months 1–2.",
      "固城镇2021年1—11月、1—12月、2022年1—2月累计增幅连续3期居后三位。" },
    { "2021-02 2021-03 2021-04 2021-05 2021-06 2021-07 2021-08", "", "2021-08",
      "固城镇 was in the bottom three by cumulative growth for 7 periods running: months 1–2 to "
      "months 1–8.",
      "固城镇1—2月至1—8月累计增幅连续7期居后三位。" },
  };

  if (!county_speak (language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (streaks); i++)
    {
      g_autofree char *text
          = tell_streak (streaks[i].periods, streaks[i].left_out, streaks[i].until);

      g_assert_cmpstr (text, ==,
                       g_str_equal (language, "en") ? streaks[i].english : streaks[i].chinese);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/briefing/standing-sentences/english", "en", test_cases);
  g_test_add_data_func ("/briefing/standing-sentences/chinese", "zh_CN", test_cases);
  g_test_add_data_func ("/briefing/standing-sentences/december-english", "en", test_december);
  g_test_add_data_func ("/briefing/standing-sentences/december-chinese", "zh_CN", test_december);
  g_test_add_data_func ("/briefing/standing-sentences/streaks-english", "en", test_streaks);
  g_test_add_data_func ("/briefing/standing-sentences/streaks-chinese", "zh_CN", test_streaks);
  return g_test_run ();
}
