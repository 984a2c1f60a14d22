#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo as commands: what they answer, and that the book and its log stay whole."""
from program import REFUSED, complaint, run_tests

CHANGE = ("set", "figure", "--place", "410922100", "--period", "2021-11", "--completed", "12.5亿元",
          "--reason", "漏报")


def figures(home):
    return home.answer("figures", "--place", "410922100")["rows"]


def test_one_change(home):
    home.must("init", "--sample")
    before = figures(home)
    home.must(*CHANGE)
    after = figures(home)
    assert before != after
    answer = home.answer("undo", "--reason", "改错了")
    assert (answer["command"], answer["changes"], answer["reason"]) == ("set figure", 1, "漏报")
    assert [row["completed"] for row in figures(home)] == [row["completed"] for row in before]
    assert home.answer("redo")["command"] == "set figure"
    assert [row["completed"] for row in figures(home)] == [row["completed"] for row in after]
    assert home.answer("check")["ok"] is True


def test_words(home):
    home.must("init", "--place", "410922")
    home.must(*CHANGE)
    text = home.must("undo", language="zh_CN")
    assert text.startswith("已撤销：修改完成数：城关镇"), text
    text = home.must("redo")
    assert text.startswith("Redone: figure changed: 城关镇"), text


def test_import(home):
    home.must("init", "--place", "410922")
    sheet = home.write("a.csv", "单位,期,工业总产值（万元）\n城关镇,2021-11,100\n马庄桥镇,2021-11,200\n")
    home.must("import", sheet)
    answer = home.answer("undo")
    assert (answer["command"], answer["changes"]) == ("import", 2)
    assert figures(home) == []
    assert home.answer("redo")["changes"] == 2
    assert figures(home)[0]["completed"] == "100"
    assert home.answer("check")["ok"] is True


def test_nothing_to_undo(home):
    home.must("init", "--place", "410922")
    assert "nothing to undo" in complaint(home.run("undo"), REFUSED)[0]
    home.must(*CHANGE)
    home.must("undo")
    home.must("set", "figure", "--place", "410922100", "--period", "2021-10", "--completed", "1",
              "--reason", "漏报")
    assert "nothing to redo" in complaint(home.run("redo"), REFUSED)[0]


run_tests(globals())
