#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups, a look inside, the way back, and copies for another place."""
import os
import pathlib
import sqlite3
import stat

from program import BOOK, REFUSED, USAGE, complaint, run_tests

HEADER = "单位,期,工业总产值（万元）\n"


def change(home, completed):
    home.must("set", "figure", "--place", "410922100", "--period", "2021-11", "--completed",
              completed, "--reason", "漏报")


def completed(home):
    rows = home.answer("figures", "--place", "410922100")["rows"]
    return [row["completed"] for row in rows if row["period"] == "2021-11"]


def test_back_and_forth(home):
    home.must("init", "--place", "410922")
    change(home, "100")
    backup = home.answer("backup")["file"]
    assert stat.S_IMODE(os.stat(backup).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(pathlib.Path(backup).parent).st_mode) == 0o700
    change(home, "200")
    look = home.answer("restore", backup, "--dry-run")
    assert (look["figures"], look["changed"], look["commands_since"]) == (1, 1, 1), look
    assert look["restored"] is False and completed(home) == ["200"]
    name = pathlib.Path(backup).name
    answer = home.answer("restore", name, "--reason", "改乱了")
    assert answer["restored"] is True and completed(home) == ["100"]
    assert home.answer("check")["ok"] is True
    home.must("restore", answer["kept"])
    assert completed(home) == ["200"]
    rows = home.answer("restore")["rows"]
    assert all(row["whole"] for row in rows) and rows[0]["figures"] == 1


def test_before_an_import(home):
    home.must("init", "--place", "410922")
    home.must("import", home.write("a.csv", HEADER + "城关镇,2021-10,1\n"))
    assert home.answer("restore")["rows"] == []
    home.must("import", home.write("b.csv", HEADER + "城关镇,2021-11,1\n"))
    assert [row["figures"] for row in home.answer("restore")["rows"]] == [1]


def test_damaged(home):
    home.must("init", "--place", "410922")
    change(home, "100")
    home.must("backup")
    content = bytearray(home.book.read_bytes())
    content[4096:60000] = b"\xa5" * (60000 - 4096)
    home.book.write_bytes(content)
    complaint(home.run("check"), BOOK)
    newest = home.answer("restore")["rows"][0]["file"]
    answer = home.answer("restore", newest)
    assert pathlib.Path(answer["kept"]).read_bytes() == content
    assert answer["kept"].endswith(".damaged") and answer["changed"] is None
    assert completed(home) == ["100"]
    assert home.answer("check")["ok"] is True


def test_of_another_book(home):
    home.must("init", "--place", "410922")
    other = home.path / "other.duibiao"
    home.must("init", "--sample", "--book", other)
    complaint(home.run("restore", other), REFUSED)
    complaint(home.run("restore", "nothing.duibiao"), BOOK)


def test_copy(home):
    home.must("init", "--sample")
    complaint(home.run("copy"), USAGE)
    copy = home.path / "copy.duibiao"
    home.must("copy", "-o", copy)
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    assert sqlite3.connect(f"file:{copy}?mode=ro", uri=True).execute(
        "PRAGMA integrity_check").fetchone() == ("ok",)
    assert home.must("rank", "--book", copy) == home.must("rank")
    complaint(home.run("copy", "-o", copy), BOOK)
    assert sorted(entry.name for entry in home.path.iterdir()) == ["copy.duibiao", "data"]


def test_words(home):
    home.must("init", "--sample")
    backup = home.answer("backup")["file"]
    text = home.must("restore", backup, "--dry-run", language="zh_CN")
    assert "与现在相比：0条不同" in text and "未作任何修改" in text, text


run_tests(globals())
