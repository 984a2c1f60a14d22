#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has to explain and who is reviewed, against `rank` and `streaks`; what may follow what; files
that come with an explanation; undo.

  test-cases.py PROGRAM SOURCE_ROOT
"""
import json
import sqlite3
import subprocess

from program import REFUSED, USAGE, complaint, run_tests

PERIOD = ("--period", "2021-11")


def make_book(home):
    home.must("init", "--sample")


def ask(home, *words):
    return json.loads(home.must("cases", "ask", *PERIOD, "--date", "2021-12-17", "--json", *words))["rows"]


def record(home, *words):
    return json.loads(home.must("cases", "record", *words, "--json"))["rows"]


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout


def find(rows, number):
    return next(row for row in rows if row["case"] == number)


def test_who(home):
    """Two lists, never mixed: by progress explains, by growth is reviewed (R12)."""
    make_book(home)
    rows = ask(home)
    explains = {row["place"]["code"] for row in rows if row["kind"] == "explanation"}
    bottom = {row["place"]["code"] for row in home.answer("rank", "--by", "progress", *PERIOD)["rows"]
              if row["bottom"]}
    assert explains == bottom and len(bottom) == 3, (explains, bottom)
    reviewed = {row["place"]["code"] for row in rows if row["kind"] == "review"}
    streaks = {row["place"]["code"]: row for row in home.answer("streaks", *PERIOD)["rows"]
               if row["status"] == "review"}
    assert reviewed == set(streaks) and reviewed, reviewed
    for row in rows:
        if row["kind"] == "review":
            periods = streaks[row["place"]["code"]]["periods"]
            assert [piece["period"] for piece in row["evidence"]] == periods
    assert all("bottom.size=3" in row["settings"] for row in rows)


def test_evidence(home):
    """Growth and rank of every period as `rank` gives them, the month's own beside them."""
    make_book(home)
    for row in ask(home):
        for piece in row["evidence"]:
            answer = home.answer("rank", "--period", piece["period"])
            mine = next(other for other in answer["rows"]
                        if other["place"]["code"] == row["place"]["code"])
            assert (piece["growth"], piece["rank"], piece["ranked"]) == (
                mine["growth"], mine["rank"], len(answer["rows"]))
            assert 1 <= piece["month_rank"] <= piece["ranked"], piece


def test_days(home):
    """Friday 17 December and five working days are the 24th; a day over it is late."""
    make_book(home)
    rows = ask(home)
    assert {row["due"] for row in rows if row["kind"] == "explanation"} == {"2021-12-24"}
    assert {row["due"] for row in rows if row["kind"] == "review"} == {None}
    for day, late in (("2021-12-24", False), ("2021-12-25", True)):
        rows = json.loads(home.must("cases", "--date", day, "--json"))["rows"]
        assert [row["late"] for row in rows if row["kind"] == "explanation"] == [late] * 3
    complaint(home.run("cases", "ask", *PERIOD, "--date", "2021-12-17", "--due", "2021-12-16"), REFUSED)


def test_asked_once(home):
    make_book(home)
    before = ask(home)
    assert ask(home) == before
    assert "0" in home.must("cases", "ask", *PERIOD, "--date", "2021-12-20").splitlines()[0]


def test_explanation(home):
    """Received, sent back with a day, received again, accepted; nothing after that."""
    make_book(home)
    ask(home)
    file = home.write("说明.txt", "停产检修")
    row = find(record(home, 1, "received", "--note", "停产检修", "--file", file), 1)
    assert row["state"] == "received" and row["events"][-1]["file"] == "说明.txt" and not row["late"]
    assert home.run("cases", "record", "1", "received").returncode == REFUSED
    complaint(home.run("cases", "record", "1", "returned", "--person", "王主任"), REFUSED)
    row = find(record(home, 1, "returned", "--person", "王主任", "--note", "未说明整改措施", "--date",
                      "2021-12-20", "--due", "2021-12-22"), 1)
    assert row["state"] == "returned" and row["due"] == "2021-12-22"
    assert json.loads(home.must("cases", "--date", "2021-12-23", "--json"))["rows"][0]["late"]
    record(home, 1, "received")
    complaint(home.run("cases", "record", "1", "accepted"), REFUSED)
    row = find(record(home, 1, "accepted", "--person", "王主任"), 1)
    assert row["closed"] and [event["event"] for event in row["events"]] == [
        "asked", "received", "returned", "received", "accepted"]
    complaint(home.run("cases", "record", "1", "returned", "--person", "王主任", "--note", "x"), REFUSED)
    complaint(home.run("cases", "record", "1", "confirmed", "--person", "王主任", "--note", "x"), REFUSED)
    assert home.answer("check")["ok"]


def test_review(home):
    """A named person decides, with a reason; postponed is not the end."""
    make_book(home)
    number = next(row["case"] for row in ask(home) if row["kind"] == "review")
    complaint(home.run("cases", "record", number, "confirmed", "--note", "属实"), REFUSED)
    complaint(home.run("cases", "record", number, "confirmed", "--person", "李书记"), REFUSED)
    complaint(home.run("cases", "record", number, "received"), REFUSED)
    row = find(record(home, number, "postponed", "--person", "李书记", "--note", "待核实"), number)
    assert not row["closed"]
    row = find(record(home, number, "dismissed", "--person", "李书记", "--note", "基数有误"), number)
    assert row["closed"] and row["events"][-1]["person"] == "李书记"


def test_issued(home):
    """The official streak is that of the bulletins: a figure set right later does not undo it (R12)."""
    make_book(home)
    review = next(row for row in ask(home) if row["kind"] == "review")
    code, n = review["place"]["code"], review["streak"]
    periods = [piece["period"] for piece in review["evidence"]]
    assert n >= 3 and review["issued_streak"] == n - 1  # November was not issued
    home.must("undo")
    home.must("bulletin", "issue", *PERIOD, "--date", "2021-12-18")
    home.must("set", "figure", "--place", code, "--period", periods[-2], "--growth", "99", "--reason",
              "错报")
    again = next(row for row in ask(home) if row["kind"] == "review" and row["place"]["code"] == code)
    assert (again["issued_streak"], again["streak"]) == (n, 1)
    assert [piece["period"] for piece in again["evidence"]] == periods
    assert ([(piece["rank"], piece["growth"], piece["ranked"]) for piece in again["evidence"]]
            == [(piece["rank"], piece["growth"], piece["ranked"]) for piece in review["evidence"]])


def test_form(home):
    """A page for each, with the place's own figures; the same bytes twice."""
    make_book(home)
    complaint(home.run("cases", "form", *PERIOD, "-o", str(home.path / "a.pdf")), REFUSED)
    rows = ask(home)
    for name in "ab":
        home.must("cases", "form", *PERIOD, "-o", str(home.path / (name + ".pdf")))
    text = pdf_text(str(home.path / "a.pdf"))
    assert text.count("\f") == len(rows)
    for page, row in zip(text.split("\f"), rows):
        answer = home.answer("progress", "--place", row["place"]["code"], *PERIOD)
        assert row["place"]["name"] in page
        assert f"{float(answer['completed']) / 10000:.2f}" in page, (page, answer["completed"])
    with open(str(home.path / "a.pdf"), "rb") as first, open(str(home.path / "b.pdf"), "rb") as second:
        assert first.read() == second.read()
    home.must("cases", "form", 4, "-o", str(home.path / "c.pdf"))
    assert pdf_text(str(home.path / "c.pdf")).count("\f") == 1
    complaint(home.run("cases", "form", 99, "-o", str(home.path / "c.pdf")), REFUSED)
    complaint(home.run("cases", "form", "x", "-o", str(home.path / "c.pdf")), USAGE)


def test_open_period(home):
    """An open period opens no case."""
    make_book(home)
    home.must("set", "figure", "--place", "410922200", *PERIOD, "--none", "--reason", "t")
    complaint(home.run("cases", "ask", *PERIOD), REFUSED)
    assert home.answer("cases")["rows"] == []


def test_undo(home):
    make_book(home)
    ask(home)
    before = home.answer("cases")
    record(home, 1, "received", "--file", home.write("a.txt", "x"))
    home.must("undo")
    assert home.answer("cases") == before
    home.must("redo")
    assert find(home.answer("cases")["rows"], 1)["events"][-1]["file"] == "a.txt"
    home.must("undo")
    home.must("undo")
    assert home.answer("cases")["rows"] == []
    assert home.answer("check")["ok"]


def test_damage(home):
    """A changed rank in the evidence, or a changed file, is found."""
    make_book(home)
    ask(home)
    record(home, 1, "received", "--file", home.write("a.txt", "停产"))
    with sqlite3.connect(home.book) as book:
        book.execute("PRAGMA ignore_check_constraints = ON")
        book.execute("UPDATE case_period SET rank = 1")
    book.close()
    result = home.run("check", "--json")
    assert not json.loads(result.stdout)["ok"]


def test_refused(home):
    make_book(home)
    ask(home)
    for words in (("x", "received"), ("1", "shoe"), ("1", "asked"), ("1",), ("1", "received", "x")):
        complaint(home.run("cases", "record", *words), USAGE)
    complaint(home.run("cases", "record", "99", "received"), REFUSED)
    complaint(home.run("cases", "record", "1", "received", "--file", "/no/such"), USAGE)
    complaint(home.run("cases", "record", "1", "received", "--date", "2021-13-01"), USAGE)


run_tests(dict(globals()))
