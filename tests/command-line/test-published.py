#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published cases of DESIGN §4, from a new book through import and set to the answers."""
from program import run_tests

PLACE = "410922100"


def start(home, *rows, target=None):
    """A new book with cumulative output (万元) of one township."""
    home.must("init", "--place", "410922")
    if rows:
        lines = ["代码,指标,期,累计完成（万元）"]
        lines += [f"{PLACE},工业总产值,{period},{value}" for period, value in rows]
        home.must("import", home.write("rows.csv", "\n".join(lines) + "\n"))
    if target:
        home.must("set", "target", "--place", PLACE, "--year", "2021", "--tier", "agreed", "--value",
                  target, "--reason", "签订")


def progress(home, period):
    answer = home.answer("progress", "--place", PLACE, "--period", period)
    return answer, answer["targets"][0]


def check(home, period, value, target, completion, difference, gap):
    start(home, (period, value), target=target)
    _, against = progress(home, period)
    assert against["completion"] == completion, against
    assert against["difference"] == difference, against
    assert against["gap"] == gap, against


def test_ten_months_125_64_percent(home):
    check(home, "2021-10", 12564, "10000", "125.64", "42.31", "-2564")


def test_ten_months_70_41_percent(home):
    check(home, "2021-10", 7041, "10000", "70.41", "-12.92", "2959")


def test_eight_months_74_percent(home):
    check(home, "2021-08", 74, "100", "74.00", "7.33", "26")


def test_four_months_43_2_percent(home):
    check(home, "2021-04", 432, "1000", "43.20", "9.87", "568")


def test_four_months_37_8_percent(home):
    check(home, "2021-04", 378, "1000", "37.80", "4.47", "622")


def test_eight_months_13_8_of_23_9(home):
    check(home, "2021-08", "138000", "23.9亿元", "57.74", "-8.93", "101000")


def test_one_decimal_for_people(home):
    """The notices print one decimal: 超9.9, 欠8.9."""
    start(home, ("2021-04", 432), target="1000")
    assert " 9.9 " in home.must("progress", "--place", PLACE, "--period", "2021-04")


def test_mean_of_the_last_three_months(home):
    """C_2 = 20, C_3 = 30, C_4 = 42: 10.67 a month, so 42 + 8 x 10.67 by December."""
    start(home, ("2021-02", 20), ("2021-03", 30), ("2021-04", 42), target="150")
    answer, against = progress(home, "2021-04")
    assert answer["month"] == "12", answer
    assert answer["forecast"]["recent"] == "127.3333", answer
    assert answer["forecast"]["pace"] == "126", answer
    assert against["required_monthly"] == "13.5", against
    assert against["schedule_gap"] == "8", against


def test_raised_target_holds_from_its_day(home):
    """R2: 120 to 150 from 1 August, C_8 = 82: 超1.7 by the old target, 欠12.0 by the new."""
    start(home, ("2021-07", 70), ("2021-08", 82), target="120")
    home.must("set", "target", "--place", PLACE, "--year", "2021", "--tier", "adjusted", "--value",
              "150", "--effective", "2021-08-01", "--document", "清政〔2021〕1号", "--reason", "调整")
    july = home.answer("progress", "--place", PLACE, "--period", "2021-07", "--tier", "assessed")
    assert [t["tier"] for t in july["targets"]] == ["agreed"], july
    august = home.answer("progress", "--place", PLACE, "--period", "2021-08")
    assert [(t["tier"], t["difference"]) for t in august["targets"]] == [
        ("agreed", "1.67"), ("adjusted", "-12.00")], august
    assert august["targets"][1]["document"] == "清政〔2021〕1号"
    assert august["targets"][1]["effective"] == "2021-08-01"
    row = home.answer("rank", "--period", "2021-08", "--by", "progress")["rows"][0]
    assert (row["target"], row["difference"], row["card"]) == ("150", "-12.00", "red"), row


def test_plan_path(home):
    start(home, ("2021-04", 30), target="100")
    home.must("set", "plan", "--year", "2021", "--shares", "3,8,17,26,36,47,57,67,77,86,94,100",
              "--reason", "年初计划")
    answer, against = progress(home, "2021-04")
    assert answer["pace"] == "26.00" and against["difference"] == "4.00", answer


def test_ranks_1224(home):
    home.must("init", "--place", "410922")
    home.must("import", home.write("four.csv", "单位,期,工业总产值累计完成（万元）,上年同期（万元）\n"
                                   "城关镇,2021-11,120,100\n马庄桥镇,2021-11,110,100\n"
                                   "瓦屋头镇,2021-11,220,200\n仙庄镇,2021-11,105,100\n"))
    answer = home.answer("rank", "--period", "2021-11")
    assert [(r["place"]["name"], r["rank"], r["tied"]) for r in answer["rows"]] == [
        ("城关镇", 1, False), ("马庄桥镇", 2, True), ("瓦屋头镇", 2, True), ("仙庄镇", 4, False)]
    assert answer["provisional"] is True and len(answer["unreported"]) == 13


def test_lower_is_better(home):
    """R9: target 0.85, actual 0.88: above by 0.03, no completion, no pace."""
    home.must("init", "--place", "410922")
    home.must("set", "target", "--indicator", "energy", "--place", PLACE, "--year", "2021", "--tier",
              "agreed", "--value", "0.85", "--reason", "签订")
    home.must("set", "figure", "--indicator", "energy", "--place", PLACE, "--period", "2021-06",
              "--completed", "0.88", "--reason", "补录")
    answer = home.answer("progress", "--indicator", "energy", "--place", PLACE, "--period", "2021-06")
    against = answer["targets"][0]
    assert answer["pace"] is None and against["completion"] is None, answer
    assert (against["difference"], against["gap"], against["card"]) == ("-0.03", "0.03", None)


run_tests(globals())
