#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bulletins: what is issued stays what it was, and what differs now is named."""
import subprocess

from program import FAILED, REFUSED, USAGE, complaint, run_tests

NUMBER = "清工信〔2021〕35号"
ISSUE = ("bulletin", "issue", "--period", "2021-11", "--number", NUMBER, "--date", "2021-12-15")
TOWN = "410922100"
CHANGE = ("set", "figure", "--place", TOWN, "--period", "2021-11", "--completed", "1",
          "--reason", "更正")


def show(home, period="2021-11"):
    return home.answer("bulletin", "show", "--period", period)


def test_it_says_what_the_ranking_says(home):
    home.must("init", "--sample")
    issued = home.answer(*ISSUE)
    assert (issued["number"], issued["date"], issued["period"]) == (NUMBER, "2021-12-15", "2021-11")
    assert len(issued["seal"]) == 64
    assert issued == show(home)
    for by in ("growth", "progress", "completed"):
        standing = home.answer("rank", "--period", "2021-11", "--by", by)["rows"]
        expected = {row["place"]["code"]: (row["rank"], row["value"], row["bottom"], row["tied"])
                    for row in standing}
        got = {row["place"]["code"]: (rank["rank"], rank["value"], rank["bottom"], rank["tied"])
               for row in issued["rows"] for rank in row["ranks"] if rank["by"] == by}
        assert got == expected, by
        targets = {row["place"]["code"]: (row["target"], row["completed"]) for row in standing}
        assert all((row["target"], row["completed"]) == targets[row["place"]["code"]]
                   for row in issued["rows"] if row["place"]["code"] in targets)
    assert home.answer("check")["ok"] is True


def test_twice_the_same(home):
    answers = []
    for name in ("a", "b"):
        book = home.path / name
        home.must("init", "--sample", "--book", book)
        answers.append(home.answer(*ISSUE, "--book", book))
    assert answers[0] == answers[1]


def test_its_pages(home):
    pages = []
    for name in ("a", "b"):
        book, pdf = home.path / name, home.path / (name + ".pdf")
        home.must("init", "--sample", "--book", book)
        home.must(*ISSUE, "--book", book)
        home.must(*CHANGE, "--book", book)
        home.must("bulletin", "show", "-o", pdf, "--book", book)
        pages.append(pdf.read_bytes())
    # As issued, whatever came after; and the same book and day give the same bytes.
    assert pages[0] == pages[1] and pages[0].startswith(b"%PDF")
    text = subprocess.run(["pdftotext", "-layout", home.path / "a.pdf", "-"], check=True,
                          capture_output=True, text=True).stdout
    assert NUMBER in text and "2021-12-15" in text, text
    assert home.answer("bulletin", "show", "--book", home.path / "a")["seal"] in "".join(text.split())
    assert "without its pages" in complaint(
        home.run("bulletin", "show", "--period", "2021-10", "-o", home.path / "c.pdf", "--book",
                 home.path / "a"), FAILED)[0]
    assert not (home.path / "c.pdf").exists()
    assert home.answer("check", "--book", home.path / "a")["ok"] is True


def test_correction(home):
    home.must("init", "--sample")
    issued = home.answer(*ISSUE)
    correct = ("bulletin", "correct", "--date", "2021-12-20", "--number", "36号", "--reason", "重复计算")
    assert "nothing to correct" in complaint(home.run(*correct), REFUSED)[0]
    home.must(*CHANGE)
    complaint(home.run(*correct[:-2]), USAGE)
    early = [*correct]
    early[3] = "2021-12-14"
    assert "issued later" in complaint(home.run(*early), REFUSED)[0]
    corrected = home.answer(*correct)
    assert [row for row in corrected["rows"] if row["place"]["code"] == TOWN][0]["completed"] == "1"
    assert corrected == show(home) and home.answer("bulletin", "compare")["rows"] == []
    heads = [row for row in home.answer("bulletin", "list")["rows"] if row["period"] == "2021-11"]
    assert [head["number"] for head in heads] == ["36号", NUMBER]
    pdf = home.path / "c.pdf"
    home.must("bulletin", "show", "-o", pdf)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                          text=True).stdout
    old = [row for row in issued["rows"] if row["place"]["code"] == TOWN][0]["completed"]
    text = "".join(text.split())  # a number may stand on two lines
    for part in ("36号", NUMBER, "重复计算", "城关镇", old):
        assert part in text, (part, text)
    # Once more, of the correction.
    home.must("set", "figure", "--place", TOWN, "--period", "2021-11", "--completed", "2",
              "--reason", "更正")
    home.must("bulletin", "correct", "--date", "2021-12-21", "--reason", "再次更正")
    assert home.answer("check")["ok"] is True
    assert "nothing to undo" in complaint(home.run("undo"), REFUSED)[0]


def test_new_since(home):
    home.must("init", "--place", "410922")
    home.must("set", "figure", "--place", TOWN, "--period", "2021-11", "--completed", "5",
              "--base", "4", "--reason", "报送")
    home.must(*ISSUE)
    sheet = home.path / "园区.csv"
    sheet.write_text("单位,工业总产值（万元）\n濮东产业园,7\n", encoding="utf-8")
    home.must("import", sheet, "--period", "2021-11", "--indicator", "output", "--add-places")
    rows = home.answer("bulletin", "compare")["rows"]
    new = [row for row in rows if row["issued"] is None]
    assert [row["place"]["name"] for row in new] == ["濮东产业园"], rows
    assert new[0]["now"]["completed"] == "7"
    assert "濮东产业园" in home.must("bulletin", "compare")


def test_list(home):
    home.must("init", "--sample")
    before = home.answer("bulletin", "list")["rows"]
    home.must(*ISSUE)
    after = home.answer("bulletin", "list")["rows"]
    assert after[1:] == before and after[0]["number"] == NUMBER
    assert NUMBER in home.must("bulletin", "list")
    text = home.must("bulletin", "show", language="zh_CN")
    assert "2021-12-15印发" in text and "城关镇" in text, text


def test_what_changes_after(home):
    home.must("init", "--sample")
    issued = home.answer(*ISSUE)
    assert home.answer("bulletin", "compare")["rows"] == []
    assert "Nothing has changed" in home.must("bulletin", "compare")
    home.must(*CHANGE)
    assert show(home) == issued
    rows = home.answer("bulletin", "compare")["rows"]
    changed = {row["place"]["code"]: row for row in rows}
    assert changed[TOWN]["issued"]["completed"] != "1"
    assert changed[TOWN]["now"]["completed"] == "1"
    assert changed[TOWN]["issued"] in issued["rows"]
    # Whoever it fell behind moved up.
    assert len(rows) > 1
    assert "now 1\n" in home.must("bulletin", "compare")
    home.must("undo")
    assert home.answer("bulletin", "compare")["rows"] == []


def test_it_is_final(home):
    home.must("init", "--sample")
    home.must(*ISSUE)
    assert "nothing to undo" in complaint(home.run("undo"), REFUSED)[0]
    assert "already" in complaint(home.run(*ISSUE), REFUSED)[0]
    assert len([row for row in home.answer("bulletin", "list")["rows"]
                if row["period"] == "2021-11"]) == 1


def test_older_ones_without_ranks(home):
    home.must("init", "--sample")
    assert show(home, "2021-10")["rows"][0]["ranks"] == []
    home.answer("bulletin", "compare", "--period", "2021-10")


def test_estimates(home):
    home.must("init", "--place", "410922")
    for town, status in ((TOWN, "预计"), ("410922101", "初步")):
        home.must("set", "figure", "--place", town, "--period", "2021-11", "--completed", "5",
                  "--base", "4", "--status", status, "--reason", "报送")
    assert "estimates" in complaint(home.run(*ISSUE), REFUSED)[0]
    home.must("set", "figure", "--place", TOWN, "--period", "2021-11", "--status", "初步",
              "--reason", "报送")
    # An open period without them is closed by its bulletin: from then on it counts.
    assert home.answer("streaks", "--period", "2021-11")["provisional"] is True
    issued = home.answer(*ISSUE)
    assert home.answer("streaks", "--period", "2021-11")["provisional"] is False
    assert [row["completed"] for row in issued["rows"]].count("5") == 2
    assert len(issued["rows"]) > 2  # 未报 are in the table
    assert home.answer("bulletin", "compare")["rows"] == []


def test_refusals(home):
    home.must("init", "--place", "410922")
    assert "nothing to rank" in complaint(home.run(*ISSUE), REFUSED)[0]
    assert "no such bulletin" in complaint(home.run("bulletin", "show"), FAILED)[0]
    complaint(home.run("bulletin", "issue", "--date", "2021-02-30"), USAGE)
    complaint(home.run("bulletin"), USAGE)
    assert home.answer("bulletin", "list")["rows"] == []


run_tests(globals())
