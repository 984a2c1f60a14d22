#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the month's work stands, and what each step needs.

  test-month.py PROGRAM SOURCE_ROOT
"""
from program import REFUSED, USAGE, complaint, run_tests

PLACE = "410922100"
PERIOD = ("--period", "2021-11")


def month(home, *words):
    return home.answer("month", *PERIOD, *words)


def test_steps(home):
    """Collected, looked at, submitted, issued, explained, archived: none before its time."""
    home.must("init", "--sample")
    answer = month(home)
    assert (answer["due"], answer["reported"], answer["open_questions"]) == (17, 17, 0)
    assert [answer[key] for key in ("submitted", "issued", "archived")] == [None] * 3
    home.must("set", "figure", "--place", PLACE, *PERIOD, "--completed", "100", "--reason", "r")
    answer = month(home)
    topics = [(row["place"]["code"], row["topic"]) for row in answer["questions"]]
    assert (PLACE, "fell") in topics and answer["open_questions"] == len(topics), topics
    complaint(home.run("month", "enter", "submitted", *PERIOD), REFUSED)
    for place, topic in topics:
        home.must("month", "note", "--place", place, *PERIOD, "--topic", topic, "--note", "已电话核实",
                  "--person", "李科长")
    answer = month(home)
    assert answer["open_questions"] == 0
    assert {(row["note"], row["person"]) for row in answer["questions"]} == {("已电话核实", "李科长")}
    entered = home.answer("month", "enter", "submitted", *PERIOD, "--date", "2021-12-10")
    assert entered["submitted"] == "2021-12-10"
    complaint(home.run("month", "enter", "submitted", *PERIOD), REFUSED)
    complaint(home.run("month", "enter", "archived", *PERIOD), REFUSED)
    home.must("bulletin", "issue", *PERIOD, "--date", "2021-12-18")
    home.must("cases", "ask", *PERIOD, "--date", "2021-12-18")
    assert month(home)["issued"] == "2021-12-18" and month(home)["asked"] == 3
    complaint(home.run("month", "enter", "archived", *PERIOD), REFUSED)
    for number in 1, 2, 3:
        home.must("cases", "record", number, "received")
    assert home.answer("month", "enter", "archived", *PERIOD)["archived"]
    assert home.answer("check")["ok"]


def test_asked_anew(home):
    """A note is about the numbers that were looked at: other ones are asked about again."""
    home.must("init", "--sample")
    change = ("set", "figure", "--place", PLACE, *PERIOD, "--reason", "r")
    home.must(*change, "--completed", "160000", "--growth", "-3.957")
    asked = month(home)["open_questions"]
    home.must("month", "note", "--place", PLACE, *PERIOD, "--topic", "fell", "--note", "检修")
    assert month(home)["open_questions"] == asked - 1
    home.must(*change, "--status", "final")
    assert month(home)["open_questions"] == asked - 1
    home.must(*change, "--completed", "150000")
    assert month(home)["open_questions"] >= asked
    home.must("undo")
    assert month(home)["open_questions"] == asked - 1


def test_undo(home):
    home.must("init", "--sample")
    before = month(home)
    home.must("month", "enter", "submitted", *PERIOD)
    home.must("undo")
    assert month(home) == before
    home.must("redo")
    assert month(home)["submitted"]


def test_refused(home):
    home.must("init", "--sample")
    for words in (("enter",), ("enter", "shoe"), ("note",), ("note", "--place", PLACE, "--topic", "shoe",
                  "--note", "x"), ("enter", "submitted", "--date", "x"), ("x",)):
        complaint(home.run("month", *words), USAGE)
    complaint(home.run("month", "note", "--place", PLACE, "--topic", "fell", "--note", ""), REFUSED)


run_tests(dict(globals()))
