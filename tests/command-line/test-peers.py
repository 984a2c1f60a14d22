#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample county among the counties of its city, against gaps worked out here from the ranking of
every period: DESIGN §4 "Peers", PRACTICE R15.

  test-peers.py PROGRAM SOURCE_ROOT
"""
import math
from fractions import Fraction

from program import USAGE, complaint, run_tests

HOME = "410922"
PERIODS = ["2020-11", "2020-12"] + [f"2021-{month:02}" for month in range(2, 12)]


def nearest(rows, ours, side):
    """Of @rows the nearest that is above (side 1) or below (side -1); the first code of equals."""
    there = sorted((side * (Fraction(row["value"]) - ours), row["place"]["code"]) for row in rows
                   if side * (Fraction(row["value"]) - ours) > 0)
    return there[0] if there else (None, None)


def check_period(row, answer):
    rows = answer["rows"]
    us = next(row for row in rows if row["place"]["code"] == HOME)
    assert row["rank"] == us["rank"] and row["ranked"] == len(rows), row
    for side, place, gap in ((1, "above", "lead_gap"), (-1, "below", "chase_gap")):
        distance, code = nearest(rows, Fraction(us["value"]), side)
        assert (row[place] and row[place]["code"]) == code, (row, code)
        assert (row[gap] is None) == (distance is None), row
        assert distance is None or Fraction(row[gap]) == distance, (row, distance)


def test_every_period(home):
    home.must("init", "--sample")
    for by in ("growth", "completed", "month"):
        answer = home.answer("peers", "--by", by)
        assert [row["period"] for row in answer["history"]] == PERIODS, answer["history"]
        for row in answer["history"]:
            then = home.answer("peers", "--by", by, "--period", row["period"])
            assert then["lead_gap"] == row["lead_gap"] and then["to_pass"] != "0", row
            if row["rank"]:
                check_period(row, then)


def test_trend(home):
    """Of amounts by what they are of our own: larger than each of the three periods before."""
    home.must("init", "--sample")
    for by, scaled in (("growth", False), ("completed", True)):
        answer = home.answer("peers", "--by", by)
        for key, trend in (("lead_gap", "lead_trend"), ("chase_gap", "chase_trend")):
            gaps = [Fraction(row[key]) / (Fraction(row["value"]) if scaled else 1)
                    for row in answer["history"][-4:]]
            expected = ("widening" if gaps[3] > max(gaps[:3])
                        else "narrowing" if gaps[3] < min(gaps[:3]) else "mixed")
            assert answer[trend]["whoever"] == expected, (by, key, gaps, answer[trend])


def test_to_pass(home):
    home.must("init", "--sample")
    answer = home.answer("peers")
    assert answer["us"] == {"code": HOME, "name": "清丰县"}
    assert (answer["rank"], answer["previous_rank"], answer["change"]) == (5, 4, -1)
    assert answer["above"]["name"] == "南乐县" and answer["below"]["name"] == "范县"
    assert (answer["lead_gap"], answer["chase_gap"]) == ("0.20", "0.50")
    # 7.7 % to more than 7.9 % at the same prices, in the last of four decimals.
    enough = Fraction(1547400) * Fraction("1.079") / Fraction("1.077") - 1547400
    expected = Fraction(math.floor(enough * 10000) + 1, 10000)
    assert Fraction(answer["to_pass"]) == expected, (answer["to_pass"], expected)
    moved = home.answer("peers", "--add", answer["to_pass"])["what_if"]
    assert moved["rank"] == 4 and moved["below"]["name"] == "南乐县", moved
    short = home.answer("peers", "--add", str(float(expected - Fraction(1, 10000))))["what_if"]
    assert short["rank"] == 5 and short["above"]["name"] == "南乐县", short
    assert home.answer("peers", "--add", "0")["what_if"]["lead_gap"] == answer["lead_gap"]
    assert answer["what_if"] is None
    totals = home.answer("peers", "--by", "completed")
    assert (totals["lead_gap"], totals["to_pass"]) == ("214420", "214420.0001"), totals


def test_growth_only(home):
    home.must("init", "--sample")
    answer = home.answer("peers", "--indicator", "value-added")
    assert answer["to_pass"] is None, answer
    complaint(home.run("peers", "--indicator", "value-added", "--add", "1"), USAGE)


def test_township(home):
    home.must("init", "--sample")
    answer = home.answer("peers", "--place", "城关镇")
    rank = {row["place"]["code"]: row["rank"] for row in home.answer("rank")["rows"]}
    assert answer["rank"] == rank["410922100"] and len(answer["rows"]) == 17, answer
    assert {row["place"]["code"]: row["rank"] for row in answer["rows"]} == rank
    complaint(home.run("peers", "--place", "410900"), USAGE)


def test_words(home):
    home.must("init", "--sample")
    assert "To pass 南乐县" in home.must("peers")
    said = home.must("peers", "--add", "3亿元", language="zh_CN")
    assert "标兵" in said and "居全市第5位" in said and "南乐县" in said, said


if __name__ == "__main__":
    run_tests(globals())
