#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed since: against answers that were kept before the change.

  test-changes.py PROGRAM SOURCE_ROOT
"""
from program import USAGE, complaint, run_tests

PLACE = "410922100"
PERIOD = ("--period", "2021-11")


def changes(home, *words):
    return home.answer("changes", *words)


def ranks(home, by):
    return {row["place"]["code"]: (row["rank"], row["bottom"])
            for row in home.answer("rank", "--by", by, *PERIOD)["rows"]}


def assert_ranks(home, answer, before):
    """Every rank that differs is told, and no other one."""
    for by in "growth", "progress":
        now = ranks(home, by)
        wanted = {code: (before[by].get(code, (None, False)), now.get(code, (None, False)))
                  for code in before[by].keys() | now.keys()
                  if before[by].get(code) != now.get(code)}
        told = {row["place"]["code"]: ((row["then"], row["bottom_then"]), (row["now"], row["bottom_now"]))
                for row in answer["ranks"] if row["by"] == by}
        assert told == wanted, (by, told, wanted)


def test_figures(home):
    home.must("init", "--sample")
    home.must("bulletin", "issue", *PERIOD, "--date", "2021-12-18")
    since = ("--bulletin", "2021-11", *PERIOD)
    before = {by: ranks(home, by) for by in ("growth", "progress")}
    answer = changes(home, *since)
    assert answer["figures"] == answer["ranks"] == answer["targets"] == answer["cases"] == []
    old = next(row for row in home.answer("figures", "--place", PLACE)["rows"]
               if row["period"] == "2021-11")
    change = ("set", "figure", "--place", PLACE, *PERIOD, "--reason", "统计反馈")
    home.must(*change, "--completed", "100000", "--growth", "-40")
    home.must(*change, "--completed", "110000", "--growth", "-30")
    home.must("set", "figure", "--place", PLACE, "--period", "2021-12", "--completed", "1", "--reason", "x")
    answer = changes(home, *since)
    assert [row["period"] for row in answer["figures"]] == ["2021-12", "2021-11"]
    new, changed = answer["figures"]
    assert new["then"] is None and new["now"]["completed"] == "1"
    assert changed["then"]["completed"] == old["completed"] and changed["now"]["completed"] == "110000"
    assert changed["then"]["growth"] == old["growth"] and changed["now"]["growth"] == "-30.00"
    assert_ranks(home, answer, before)
    assert answer["ranks"]


def test_gone_and_back(home):
    """What was undone has not changed; what was removed was there then; written twice since is new."""
    home.must("init", "--sample")
    since = ("--since", "2021-12-13", *PERIOD)
    first = changes(home, *since)
    home.must("set", "figure", "--place", PLACE, *PERIOD, "--completed", "1", "--reason", "x")
    home.must("undo")
    assert changes(home, *since) == first
    for value in "5", "6":
        home.must("set", "figure", "--place", PLACE, "--period", "2021-12", "--completed", value,
                  "--reason", "x")
    added = [row for row in changes(home, *since)["figures"] if row not in first["figures"]]
    assert [(row["then"], row["now"]["completed"]) for row in added] == [(None, "6")]
    home.must("set", "figure", "--place", PLACE, "--period", "2021-12", "--none", "--reason", "x")
    assert changes(home, *since) == first


def test_targets(home):
    home.must("init", "--sample")
    since = ("--since", "2021-12-13", *PERIOD)
    before = {by: ranks(home, by) for by in ("growth", "progress")}
    for value in "300000", "310000":
        home.must("set", "target", "--place", PLACE, "--year", "2021", "--tier", "adjusted", "--value",
                  value, "--effective", "2021-11-01", "--document", "清政〔2021〕20号", "--reason", "r")
    home.must("set", "target", "--place", "410922101", "--year", "2021", "--tier", "agreed", "--value",
              "1000", "--reason", "错填")
    answer = changes(home, *since)
    told = {(row["place"]["code"], row["effective"]): (row["then"], row["now"])
            for row in answer["targets"]}
    assert told[PLACE, "2021-11-01"] == (None, "310000")
    assert told["410922101", "2021-01-01"][0] == "168000"
    assert len(told) == 2, told
    assert_ranks(home, answer, before)


def test_import(home):
    """An import that changes and adds is one of the changes, whatever its file."""
    home.must("init", "--sample")
    since = ("--since", "2021-12-13", *PERIOD)
    rows = {row["period"]: row for row in home.answer("figures", "--place", PLACE)["rows"]}
    path = home.write("数.csv", "单位,期,工业总产值累计完成（万元）\n城关镇,2021-11,200000\n城关镇,2021-12,210000\n")
    home.must("import", path, "--reason", "统计反馈")
    told = {row["period"]: row for row in changes(home, *since)["figures"]
            if row["place"]["code"] == PLACE}
    assert told["2021-11"]["then"]["completed"] == rows["2021-11"]["completed"]
    assert told["2021-11"]["now"]["completed"] == "200000" and told["2021-12"]["then"] is None


def test_cases(home):
    home.must("init", "--sample")
    home.must("cases", "ask", *PERIOD, "--date", "2021-12-17")
    home.must("cases", "record", 1, "received", "--date", "2021-12-20")
    events = changes(home, "--since", "2021-12-18", *PERIOD)["cases"]
    assert [(row["case"], row["event"], row["date"]) for row in events] == [
        (1, "received", "2021-12-20")]
    assert len(changes(home, "--since", "2021-12-17", *PERIOD)["cases"]) == 5


def test_before_everything(home):
    """Since before the book there is nothing that was there."""
    home.must("init", "--sample")
    answer = changes(home, "--since", "1999-01-01", *PERIOD)
    assert all(row["then"] is None for row in answer["figures"])
    assert all(row["then"] is None for row in answer["targets"])
    assert len([row for row in answer["figures"] if row["place"]["code"] == PLACE]) == len(
        home.answer("figures", "--place", PLACE)["rows"])


def test_usage(home):
    home.must("init", "--sample")
    for words in ((), ("--since", "x"), ("--since", "2021-12-01", "--bulletin", "2021-10"),
                  ("--bulletin", "x")):
        complaint(home.run("changes", *words), USAGE)
    assert home.run("changes", "--bulletin", "2031-10").returncode == 4
    assert home.must("changes", "--since", "2021-12-01", *PERIOD)


run_tests(dict(globals()))
