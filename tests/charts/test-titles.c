/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles state the finding: every case of PRACTICE §4, in both languages. */
#include <libintl.h>
#include <locale.h>

#include "hand.h"

static gboolean chinese;

static void
assert_title (DuiChart *chart, const char *in_chinese, const char *in_english)
{
  const char *expected = chinese ? in_chinese : in_english;

  g_assert_cmpstr (dui_chart_get_title (chart), ==, expected);
  if (chinese)
    g_assert_cmpint (g_utf8_strlen (expected, -1), <=, 28);
  g_assert_true (g_str_has_prefix (dui_chart_get_description (chart), expected));
  dui_chart_unref (chart);
}

/* County: completed and target; then townships with completed and target in turn. */
static Hand *
make_output (const char *const *numbers)
{
  guint n = g_strv_length ((char **) numbers) / 2;
  Hand *hand = hand_new (HAND_OUTPUT, n - 1);

  for (guint i = 0; i < n; i++)
    {
      if (*numbers[2 * i])
        hand_set_figure (hand, i, "2021-11", numbers[2 * i]);
      if (*numbers[2 * i + 1])
        hand_set_target (hand, i, DUI_TIER_AGREED, numbers[2 * i + 1], NULL);
    }
  return hand;
}

#define ASSERT_GAP(in_chinese, in_english, ...)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (Hand) hand = make_output ((const char *const[]){ __VA_ARGS__, NULL });              \
    assert_title (hand_chart (hand, "gap", "2021-11"), in_chinese, in_english);                    \
  }                                                                                                \
  G_STMT_END

static void
test_gap_bad (void)
{
  /* Gaps 6, 2, 1, 1: one of four holds six tenths. */
  ASSERT_GAP ("全县欠进度14.3个百分点，1个乡镇占缺口六成",
              "Whole county 14.3 points behind the pace; 1 township holds 60% of the gap", "154.74",
              "200", "4", "10", "8", "10", "9", "10", "9", "10");
  /* Evenly spread: no few hold much. */
  ASSERT_GAP ("全县欠进度14.3个百分点，4个乡镇欠进度",
              "Whole county 14.3 points behind the pace; 4 townships behind the pace", "154.74",
              "200", "8", "10", "8", "10", "8", "10", "8", "10");
  /* One holds it all. */
  ASSERT_GAP ("全县欠进度14.3个百分点，1个乡镇占全部缺口",
              "Whole county 14.3 points behind the pace; 1 township holds the whole gap", "154.74",
              "200", "4", "10", "10", "10", "10", "10", "11", "10");
}

static void
test_gap_good (void)
{
  ASSERT_GAP ("全县超进度2.1个百分点，3个乡镇全部达标",
              "Whole county 2.1 points ahead of the pace; all 3 townships on target", "187.6",
              "200", "9.5", "10", "9.6", "10", "9.7", "10");
  ASSERT_GAP ("全县超进度2.1个百分点，已报的2个乡镇全部达标",
              "Whole county 2.1 points ahead of the pace; all 2 townships that reported on target",
              "187.6", "200", "9.5", "10", "9.6", "10", "", "10");
}

static void
test_gap_mixed (void)
{
  ASSERT_GAP ("全县超进度0.4个百分点，1个乡镇欠进度",
              "Whole county 0.4 points ahead of the pace; 1 township behind the pace", "184.2",
              "200", "9.5", "10", "9.6", "10", "8", "10");
  /* 0.04 points print as none. */
  ASSERT_GAP ("全县与时间进度持平，2个乡镇全部达标",
              "Whole county on the pace; all 2 townships on target", "183.41", "200", "9.5", "10",
              "9.6", "10");
}

static void
test_gap_none (void)
{
  ASSERT_GAP ("1—11月数据尚未报送", "The figures of months 1–11 have not been reported yet", "",
              "200", "", "10");
  ASSERT_GAP ("2021年目标尚未下达", "The targets of 2021 have not been set yet", "154.74", "", "8",
              "");
}

/* Without a figure of its own the sum speaks, by its own name (PRACTICE R3). */
static void
test_gap_sum (void)
{
  ASSERT_GAP ("乡镇合计欠进度11.7个百分点，2个乡镇欠进度",
              "Townships together 11.7 points behind the pace; 2 townships behind the pace", "", "",
              "8", "10", "8", "10");
}

static void
test_gap_december (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 1);

  hand_set_figure (hand, 0, "2021-12", "191.4");
  hand_set_target (hand, 0, DUI_TIER_AGREED, "200", NULL);
  hand_set_figure (hand, 1, "2021-12", "8");
  hand_set_target (hand, 1, DUI_TIER_AGREED, "10", NULL);
  assert_title (hand_chart (hand, "gap", "2021-12"),
                "全县全年未完成目标，差4.3个百分点，1个乡镇未完成",
                "Whole county 4.3 points short of the year’s target; 1 township missed the target");
  assert_title (hand_chart (hand, "progress", "2021-12"),
                "全年完成191.40亿元，未完成目标，缺口8.60亿元",
                "The whole year: 191.40 (100M yuan) completed, target missed by 8.60 (100M yuan)");
  hand_set_figure (hand, 0, "2021-12", "210");
  assert_title (hand_chart (hand, "progress", "2021-12"),
                "全年完成210.00亿元，超额完成目标10.00亿元",
                "The whole year: 210.00 (100M yuan) completed, target exceeded by 10.00 "
                "(100M yuan)");
}

static void
test_distance (void)
{
  g_autoptr (Hand) energy = hand_new (HAND_ENERGY, 2);
  g_autoptr (Hand) growth = hand_new (HAND_GROWTH, 1);

  hand_set_figure (energy, 0, "2021-11", "0.88");
  hand_set_target (energy, 0, DUI_TIER_AGREED, "0.85", NULL);
  hand_set_figure (energy, 1, "2021-11", "0.90");
  hand_set_target (energy, 1, DUI_TIER_AGREED, "0.85", NULL);
  assert_title (hand_chart (energy, "gap", "2021-11"),
                "全县高于控制目标0.03吨标准煤/万元，1个乡镇未达标",
                "Whole county 0.03 t coal eq./10k yuan above the control target; 1 township misses "
                "the target");
  assert_title (hand_chart (energy, "progress", "2021-11"),
                "1—11月为0.88吨标准煤/万元，高于控制目标0.03",
                "months 1–11: 0.88 (t coal eq./10k yuan), 0.03 above the control target");
  hand_set_figure (growth, 0, "2021-11", "9.1");
  hand_set_target (growth, 0, DUI_TIER_AGREED, "8.5", NULL);
  hand_set_figure (growth, 1, "2021-11", "9.5");
  hand_set_target (growth, 1, DUI_TIER_AGREED, "8.5", NULL);
  assert_title (hand_chart (growth, "gap", "2021-11"), "全县高于目标0.6个百分点，1个乡镇全部达标",
                "Whole county 0.6 points above the target; 1 township on target");
}

static void
test_progress (void)
{
  static const struct
  {
    const char *completed;
    const char *target;
    const char *chinese;
    const char *english;
  } cases[] = {
    { "154.74", "200", "前11个月完成154.74亿元，落后进度28.59亿元",
      "First 11 months: 154.74 (100M yuan) completed, 28.59 (100M yuan) behind the pace" },
    { "190", "200", "前11个月完成190.00亿元，超进度6.67亿元",
      "First 11 months: 190.00 (100M yuan) completed, 6.67 (100M yuan) ahead of the pace" },
    { "110", "120", "前11个月完成110.00亿元，与时间进度持平",
      "First 11 months: 110.00 (100M yuan) completed, on the pace" },
    { "200", "200", "前11个月完成200.00亿元，提前完成全年目标",
      "First 11 months: 200.00 (100M yuan) completed, the year’s target reached early" },
    { "154.74", NULL, "前11个月完成154.74亿元，2021年目标尚未下达",
      "First 11 months: 154.74 (100M yuan) completed, no target of 2021 yet" },
    { NULL, "200", "1—11月数据尚未报送", "The figures of months 1–11 have not been reported yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 0);

      if (cases[i].completed)
        hand_set_figure (hand, 0, "2021-11", cases[i].completed);
      if (cases[i].target)
        hand_set_target (hand, 0, DUI_TIER_AGREED, cases[i].target, NULL);
      assert_title (hand_chart (hand, "progress", "2021-11"), cases[i].chinese, cases[i].english);
    }
}

/* PRACTICE R2: the first period after the raise says what it did; the one before knows nothing. */
static void
test_raise (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 0);

  hand_set_target (hand, 0, DUI_TIER_AGREED, "120", NULL);
  hand_set_target (hand, 0, DUI_TIER_ADJUSTED, "150", "2021-08-01");
  hand_set_figure (hand, 0, "2021-07", "72");
  hand_set_figure (hand, 0, "2021-08", "82");
  hand_set_figure (hand, 0, "2021-09", "92");
  assert_title (hand_chart (hand, "progress", "2021-07"), "前7个月完成72.00亿元，超进度2.00亿元",
                "First 7 months: 72.00 (100M yuan) completed, 2.00 (100M yuan) ahead of the pace");
  assert_title (hand_chart (hand, "progress", "2021-08"), "8月调高目标后由超转欠",
                "Behind the pace since the target was raised in month 8");
  assert_title (hand_chart (hand, "progress", "2021-09"), "前9个月完成92.00亿元，落后进度20.50亿元",
                "First 9 months: 92.00 (100M yuan) completed, 20.50 (100M yuan) behind the pace");
}

/* Growths of a township by month; "" where it has not reported. */
static DuiChart *
make_ranking (const char *const *growths, guint n_townships, guint n_months)
{
  g_autoptr (Hand) hand = hand_new (HAND_GROWTH, n_townships);

  for (guint m = 0; m < n_months; m++)
    for (guint place = 0; place < n_townships; place++)
      {
        g_autofree char *month = g_strdup_printf ("2021-%02u", 12 - n_months + m);

        if (*growths[m * n_townships + place])
          hand_set_figure (hand, place + 1, month, growths[m * n_townships + place]);
      }
  return hand_chart (hand, "ranking", "2021-11");
}

#define ASSERT_RANKING(n_townships, n_months, in_chinese, in_english, ...)                         \
  assert_title (                                                                                   \
      make_ranking ((const char *const[]){ __VA_ARGS__, NULL }, n_townships, n_months),            \
      in_chinese, in_english)

static void
test_ranking (void)
{
  ASSERT_RANKING (6, 3, "F镇增幅连续3期居后三位",
                  "F镇 in the last three by growth for 3 periods running",
                  "6", "5", "1", "2", "3", "0", "6", "5", "4", "1", "2", "0", "1", "2", "6", "5",
                  "4", "0");
  ASSERT_RANKING (6, 2, "3个乡镇增幅连续2期居后三位",
                  "3 townships in the last three by growth for 2 periods running", "6", "5", "4",
                  "3", "2", "1", "6", "5", "4", "3", "2", "1");
  ASSERT_RANKING (6, 2, "本期无乡镇连续居后三位",
                  "No townships in the last three for a second period running", "6", "5", "4",
                  "3", "2", "1", "1", "2", "3", "4", "5", "6");
  ASSERT_RANKING (6, 1, "D镇未报，位次待定",
                  "D镇 has not reported; the ranks are not settled", "6", "5", "4", "", "2", "1");
  ASSERT_RANKING (6, 1, "2个乡镇未报，位次待定",
                  "2 townships have not reported; the ranks are not settled", "6", "5", "4", "",
                  "", "1");
  ASSERT_RANKING (3, 1, "A镇居首位，C镇居末位", "A镇 is first, C镇 last", "6", "5", "4");
  ASSERT_RANKING (3, 1, "各单位持平", "All are equal", "5", "5", "5");
  ASSERT_RANKING (1, 1, "仅A镇参加排名", "Only A镇 is ranked", "5");
  ASSERT_RANKING (2, 1, "1—11月数据尚未报送",
                  "The figures of months 1–11 have not been reported yet", "", "");
}

static void
test_growth (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_GROWTH, 3);

  assert_title (hand_chart (hand, "growth", "2021-11"), "1—11月数据尚未报送",
                "The figures of months 1–11 have not been reported yet");
  hand_set_figure (hand, 0, "2021-11", "7.66");
  hand_set_figure (hand, 1, "2021-11", "3");
  hand_set_figure (hand, 2, "2021-11", "-0.04");
  assert_title (hand_chart (hand, "growth", "2021-11"), "全县增长7.7%，2个乡镇均未下降",
                "Whole county up 7.7%; none of 2 townships down");
  hand_set_figure (hand, 2, "2021-11", "-0.06");
  assert_title (hand_chart (hand, "growth", "2021-11"), "全县增长7.7%，1个乡镇下降",
                "Whole county up 7.7%; 1 township down");
  hand_set_figure (hand, 0, "2021-11", "-2");
  hand_set_figure (hand, 1, "2021-11", "-3");
  assert_title (hand_chart (hand, "growth", "2021-11"), "全县下降2.0%，2个乡镇全部下降",
                "Whole county down 2.0%; all 2 townships down");
  hand_set_figure (hand, 0, "2021-11", "0.01");
  assert_title (hand_chart (hand, "growth", "2021-11"), "全县与上年持平，2个乡镇全部下降",
                "Whole county unchanged; all 2 townships down");
}

#define ASSERT_SHARE(in_chinese, in_english, ...)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (Hand) hand = make_output ((const char *const[]){ __VA_ARGS__, NULL });              \
    assert_title (hand_chart (hand, "share", "2021-11"), in_chinese, in_english);                  \
  }                                                                                                \
  G_STMT_END

static void
test_share (void)
{
  g_autoptr (Hand) energy = hand_new (HAND_ENERGY, 1);

  ASSERT_SHARE ("A镇占各单位缺口合计10.00亿元的60.0%", "A镇 holds 60.0% of all gaps, 10.00 (100M yuan)",
                "154.74", "200", "4", "10", "8", "10", "9", "10", "9", "10");
  ASSERT_SHARE ("2个乡镇占各单位缺口合计7.00亿元的57.1%",
                "2 townships hold 57.1% of all gaps, 7.00 (100M yuan)", "154.74", "200", "8", "10",
                "8", "10", "8", "10", "9", "10");
  ASSERT_SHARE ("A镇占全部缺口2.00亿元", "A镇 holds the whole gap of 2.00 (100M yuan)", "154.74",
                "200", "8", "10", "12", "10");
  ASSERT_SHARE ("各单位均无缺口", "Nobody has a gap", "154.74", "200", "12", "10");
  ASSERT_SHARE ("2021年目标尚未下达", "The targets of 2021 have not been set yet", "154.74", "200",
                "12", "");
  hand_set_figure (energy, 1, "2021-11", "0.8");
  assert_title (hand_chart (energy, "share", "2021-11"), "单位产值能耗的差距不宜相加",
                "Gaps in Energy per unit of output can’t be added up");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_setenv ("LANGUAGE", argv[1], TRUE);
  chinese = g_str_equal (argv[1], "zh_CN");
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DUI_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/charts/titles/gap-bad", test_gap_bad);
  g_test_add_func ("/charts/titles/gap-good", test_gap_good);
  g_test_add_func ("/charts/titles/gap-mixed", test_gap_mixed);
  g_test_add_func ("/charts/titles/gap-none", test_gap_none);
  g_test_add_func ("/charts/titles/gap-sum", test_gap_sum);
  g_test_add_func ("/charts/titles/gap-december", test_gap_december);
  g_test_add_func ("/charts/titles/distance", test_distance);
  g_test_add_func ("/charts/titles/progress", test_progress);
  g_test_add_func ("/charts/titles/raise", test_raise);
  g_test_add_func ("/charts/titles/ranking", test_ranking);
  g_test_add_func ("/charts/titles/growth", test_growth);
  g_test_add_func ("/charts/titles/share", test_share);
  return g_test_run ();
}
