#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ranking page by its accessible tree and the keyboard: finding a place, the sums, columns that
come and go, the other charts, the table as a file.

test-ranking.py WINDOW DUIBIAO LANGUAGE: TAP."""
import csv
import pathlib
import re
import sys
import tempfile
import time

import pyatspi

from accessible import Program
import flow


class Ranking:
    def __init__(self, window, duibiao, language, folder):
        book = folder / "book.duibiao"
        flow.command(duibiao, "init", "--sample", "--book", str(book))
        flow.command(duibiao, "set", "figure", "--book", str(book), "--place", "410922200",
                     "--period", "2021-11", "--none", "--reason", "t")
        self.table = folder / "table.csv"
        self.program = Program(language, window, "--book", str(book),
                               DUI_TEST_SAVE_FILE=str(self.table))

    def rows(self, pattern=""):
        return self.program.all(pyatspi.ROLE_TABLE_ROW, pattern)

    def headings(self):
        row = self.program.find(pyatspi.ROLE_TABLE_ROW, f"^{self.program.text('Headings')}$")
        return [row.getChildAtIndex(i).name for i in range(row.childCount)]

    def test_sums(self):
        """The county's own figure, the townships' sum, which is marked, and who has not reported."""
        p = self.program
        p.keys("alt+4")
        p.find(pyatspi.ROLE_TREE_TABLE, re.escape(p.text("Ranking")))
        missing = re.escape(p.text("reports are missing"))
        p.find(pyatspi.ROLE_TABLE_ROW, re.escape(p.text("Townships together")) + ".*" + missing)
        p.find(pyatspi.ROLE_TABLE_ROW, "^六塔乡 " + re.escape(p.text("not reported")))
        p.find(pyatspi.ROLE_LABEL, "柳格镇.*城关镇")

    def test_find(self):
        p = self.program
        p.type_into("Find a place", "城")
        p.wait("fewer rows", lambda: len(self.rows(r"^(?!乡镇)\w{2,3}[镇乡]")) == 3)
        assert self.rows("^城关镇") and self.rows("^古城乡") and self.rows("^固城镇")
        assert self.rows("^" + re.escape(p.text("Whole county"))), "the whole stays"
        p.type_into("Find a place", "")
        p.wait("all rows", lambda: len(self.rows(r"^(?!乡镇)\w{2,3}[镇乡]")) == 17)

    def test_charts(self):
        """The rows of the matrix are marks that say rank and streak."""
        p = self.program
        p.press("_Ranks", "chart")
        p.find(pyatspi.ROLE_LIST_ITEM, "固城镇.*16.*−2.5%.*2")
        p.press("Gro_wth", "chart")
        p.find(pyatspi.ROLE_LIST_ITEM, "固城镇.*−2.5%")
        p.press("Spre_ad", "chart")
        p.find(pyatspi.ROLE_LIST_ITEM, r"固城镇.*81\.2%")
        p.press("Shee_t", "chart")
        p.find(pyatspi.ROLE_LIST_ITEM, r"固城镇.*(−|欠)10\.4")
        p.press("Ga_p", "chart")
        p.find(pyatspi.ROLE_LIST_ITEM, "固城镇.*10.4")

    def test_columns(self):
        """By progress the ranks by growth stand in a column of their own; a hidden one comes when it
        is chosen."""
        p = self.program
        n_columns = len(self.headings())
        p.press("P_rogress", "rank by")
        p.find(pyatspi.ROLE_TABLE_ROW,
               "^柳格镇.*" + re.escape(p.text("Rank by growth", "column")) + " 1")
        p.press("_Growth", "rank by")
        p.wait("as many columns", lambda: len(self.headings()) == n_columns)
        base = p.text("Base", "column")
        assert base not in self.headings()
        # The fourth of those that can be chosen.
        p.keys("alt+o")
        time.sleep(0.5)
        p.keys("Down", "Down", "Down", "Return")
        p.wait("the column", lambda: base in self.headings())

    def test_export(self):
        p = self.program
        p.press("E_xport…")
        p.wait("the file", self.table.exists)
        rows = list(csv.reader(self.table.read_text("utf-8-sig").splitlines()))
        assert rows[1][1] == p.text("Whole county") and rows[3][:2] == ["1", "柳格镇"], rows[:4]
        float(rows[3][5])


TESTS = ["sums", "find", "charts", "columns", "export"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Ranking(window, duibiao, language, pathlib.Path(folder)), TESTS, language)


main()
