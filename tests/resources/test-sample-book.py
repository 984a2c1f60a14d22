#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What resources/sample/README.md promises comes out of the program, from its own book.

  test-sample-book.py PROGRAM
"""

import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]


class Book:
    def __init__(self, folder, name):
        self.path = pathlib.Path(folder) / name
        self.run("init", "--sample")

    def run(self, *words):
        done = subprocess.run([PROGRAM, *words, "--book", str(self.path)], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, *words):
        return json.loads(self.run(*words, "--json"))

    def dump(self):
        connection = sqlite3.connect(self.path)
        lines = list(connection.iterdump())
        connection.close()
        return lines


def names(places):
    return [place["name"] for place in places]


def bottom(book, *words):
    return [row["place"]["name"] for row in book.ask("rank", *words)["rows"] if row["bottom"]]


def check_same(book, folder):
    assert Book(folder, "again.duibiao").dump() == book.dump()


def check_whole(book, _folder):
    assert book.ask("check")["ok"]


def check_county(book, _folder):
    answer = book.ask("progress")
    assert (answer["period"], answer["completed"], answer["growth"]) == ("2021-11", "1547400", "7.70")
    [adjusted] = [row for row in answer["targets"] if row["tier"] == "adjusted"]
    assert (adjusted["completion"], adjusted["difference"]) == ("77.37", "-14.30")
    assert (adjusted["gap"], adjusted["effective"]) == ("452600", "2021-08-01")


def check_periods(book, _folder):
    rows = book.ask("periods")["rows"]
    assert len(rows) == 22 and all(row["closed"] for row in rows)
    assert [row["period"] for row in rows if row["reported"] < row["due"]] == ["2021-09"]


def check_three_running(book, _folder):
    first, second = book.ask("streaks")["rows"][:2]
    assert (first["place"]["name"], first["length"]) == ("固城镇", 3) and second["length"] < 3
    assert first["periods"] == ["2021-09", "2021-10", "2021-11"]


def check_two_runs(book, _folder):
    lengths = {}
    for month in range(2, 12):
        rows = book.ask("streaks", "--period", "2021-%02d" % month)["rows"]
        lengths[month] = {row["place"]["name"]: row["length"] for row in rows}.get("古城乡", 0)
    assert list(lengths.values()) == [0, 1, 2, 0, 0, 1, 2, 0, 0, 0]


def check_tie(book, _folder):
    rows = {row["place"]["name"]: row for row in book.ask("rank")["rows"]}
    assert bottom(book) == ["大屯乡", "双庙乡", "纸房乡", "固城镇"]
    assert rows["大屯乡"]["rank"] == rows["双庙乡"]["rank"] == 14
    assert [name for name, row in rows.items() if row["tied"]] == ["大屯乡", "双庙乡"]


def check_unreported(book, _folder):
    assert names(book.ask("rank", "--period", "2021-09")["unreported"]) == ["马村乡"]
    assert names(book.ask("rank", "--period", "2021-10")["unreported"]) == []


def check_revised(book, _folder):
    rows = book.ask("figures", "--place", "410922105")["rows"]
    [row] = [row for row in rows if row["period"] == "2021-10"]
    assert (row["base"], row["growth"]) == ("80537.3", "8.90")
    assert row["changes"][0]["old"]["base"] == "81763.8"


def check_every_indicator(book, _folder):
    for indicator in book.ask("indicators")["rows"]:
        answer = book.ask("rank", "--indicator", indicator["code"])
        assert len(answer["rows"]) == 17, indicator["code"]


def main():
    checks = [check for name, check in sorted(globals().items()) if name.startswith("check_")]
    print("1..%d" % len(checks))
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        book = Book(folder, "sample.duibiao")
        for number, check in enumerate(checks, 1):
            try:
                check(book, folder)
                print("ok %d %s" % (number, check.__name__))
            except (AssertionError, KeyError, ValueError) as error:
                failed = True
                print("not ok %d %s" % (number, check.__name__))
                print("# " + repr(error).replace("\n", "\n# "))
    sys.exit(failed)


if __name__ == "__main__":
    main()
