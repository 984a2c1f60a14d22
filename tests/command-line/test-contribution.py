#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pulls on the growth, worked out here from the figures with exact fractions; they sum to the whole.
Growths of two indicators that contradict each other.

  test-contribution.py PROGRAM SOURCE_ROOT
"""
from fractions import Fraction

from program import USAGE, complaint, run_tests

PERIOD = "2021-11"


def make_book(home):
    home.must("init", "--sample")


def figure(home, place, indicator="output"):
    rows = home.answer("figures", "--place", place, "--indicator", indicator)["rows"]
    row = next(row for row in rows if row["period"] == PERIOD)
    return [None if row[key] is None else Fraction(row[key]) for key in ("completed", "base")]


def close(text, value):
    return abs(Fraction(text) - value) <= Fraction(1, 100)


def test_pulls(home):
    make_book(home)
    answer = home.answer("contribution", "--period", PERIOD)
    whole, base = figure(home, "410922")
    growth = 100 * (whole / base - 1)
    assert close(answer["growth"], growth) and not answer["of_sum"]
    total = Fraction(0)
    for row in answer["rows"]:
        value, own = figure(home, row["place"]["code"])
        pull = 100 * (value - own) / base
        assert close(row["pull"], pull), row
        total += pull
    assert len(answer["rows"]) == 17 and close(answer["rest"], growth - total)
    assert abs(sum(Fraction(row["pull"]) for row in answer["rows"]) + Fraction(answer["rest"])
               - Fraction(answer["growth"])) <= Fraction(20, 100)


def test_shares(home):
    """The same as `rank` says of them."""
    make_book(home)
    shares = {row["place"]["code"]: row["share"]
              for row in home.answer("rank", "--by", "progress", "--period", PERIOD)["rows"]}
    for row in home.answer("contribution", "--period", PERIOD)["rows"]:
        assert row["share"] == shares[row["place"]["code"]], row


def test_of_the_sum(home):
    """Without a figure of its own the county's growth is the sum's, and nothing comes from elsewhere."""
    make_book(home)
    home.must("set", "figure", "--place", "410922", "--period", PERIOD, "--none", "--reason", "t")
    answer = home.answer("contribution", "--period", PERIOD)
    assert answer["of_sum"] and Fraction(answer["rest"]) == 0
    pairs = [figure(home, row["place"]["code"]) for row in answer["rows"]]
    value, base = (sum(column) for column in zip(*pairs))
    assert close(answer["growth"], 100 * (value / base - 1))


def test_missing(home):
    """Who has not reported pulls nothing that is known: it is in the rest."""
    make_book(home)
    before = home.answer("contribution", "--period", PERIOD)
    home.must("set", "figure", "--place", "410922200", "--period", PERIOD, "--none", "--reason", "t")
    after = home.answer("contribution", "--period", PERIOD)
    gone = next(row for row in before["rows"] if row["place"]["code"] == "410922200")
    assert next(row for row in after["rows"] if row["place"]["code"] == "410922200")["pull"] is None
    assert abs(Fraction(after["rest"]) - Fraction(before["rest"]) - Fraction(gone["pull"])) <= Fraction(2, 100)
    assert after["growth"] == before["growth"]


def test_not_taken_apart(home):
    """A state and a growth alone are no sums."""
    make_book(home)
    for indicator in ("energy", "value-added"):
        answer = home.answer("contribution", "--indicator", indicator)
        assert answer["growth"] is None and answer["rest"] is None
        assert all(row["pull"] is None for row in answer["rows"])


def test_questions(home):
    """More than 15 points apart, the farthest first; 15 exactly is none."""
    make_book(home)
    output = {row["place"]["code"]: Fraction(row["growth"])
              for row in home.answer("rank", "--period", PERIOD)["rows"]}
    for place, apart in (("410922100", 15), ("410922101", -16), ("410922102", 30)):
        home.must("set", "figure", "--indicator", "electricity", "--place", place, "--period", PERIOD,
                  "--completed", "100", "--growth", str(float(output[place] + apart)), "--reason", "t")
    answer = home.answer("contribution", "--with", "electricity", "--period", PERIOD)
    assert answer["with"] == "electricity"
    mine = [row for row in answer["questions"]
            if row["place"]["code"] in ("410922100", "410922101", "410922102")]
    assert [row["place"]["code"] for row in mine] == ["410922102", "410922101"], mine
    assert [Fraction(row["difference"]) for row in mine] == [-30, 16], mine
    assert home.answer("contribution", "--period", PERIOD)["questions"] == []


def test_refused(home):
    make_book(home)
    complaint(home.run("contribution", "--with", "shoes"), USAGE)
    complaint(home.run("contribution", "x"), USAGE)


run_tests(dict(globals()))
