#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid for typed figures by its accessible tree and the keyboard: typing down, what is no number,
a reason for what changes, one undo for all, what a slip of the unit is told.

test-data.py WINDOW DUIBIAO LANGUAGE: TAP."""
import json
import pathlib
import re
import sys
import tempfile

import pyatspi

from accessible import Program
import flow


class Data:
    def __init__(self, window, duibiao, language, folder):
        self.duibiao = duibiao
        self.book = str(folder / "book.duibiao")
        flow.command(duibiao, "init", "--sample", "--book", self.book)
        self.program = Program(language, window, "--book", self.book)

    def figure(self, place):
        rows = json.loads(flow.command(self.duibiao, "figures", "--book", self.book, "--place", place,
                                       "--json"))["rows"]
        return next(row for row in rows if row["period"] == "2021-11")

    def entry(self, place, what):
        name = self.program.text("%s, " + what).replace("%s", place)
        for role in (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY):
            found = self.program.all(role, f"^{re.escape(name)}$")
            if found:
                return found[0]
        return None

    def type_into(self, place, what, text):
        entry = self.program.wait("the cell", lambda: self.entry(place, what))
        entry.queryEditableText().setTextContents(text)

    def label(self, message):
        return self.program.find(pyatspi.ROLE_LABEL, "^" + flow.pattern(self.program.text(message)))

    def test_shown(self):
        p = self.program
        p.keys("alt+2")
        entry = p.wait("the cell", lambda: self.entry("城关镇", "completed")).queryText()
        assert entry.getText(0, entry.characterCount) == "186243.1"
        self.label("Nothing has been typed yet.")
        assert not p.is_sensitive(p.button("_Save"))

    def test_no_number(self):
        p = self.program
        self.type_into("城关镇", "completed", "twelve")
        p.find(pyatspi.ROLE_LABEL, "城关镇.*twelve")
        assert not p.is_sensitive(p.button("_Save"))
        p.press("_Discard")
        self.label("Nothing has been typed yet.")

    def test_save(self):
        """Two cells, one change; a reason is asked for, the measure may be written."""
        p = self.program
        self.type_into("城关镇", "completed", "18.8亿元")
        self.type_into("柳格镇", "growth", "12.5")
        self.label("Say why: the reason is kept with the change.")
        assert not p.is_sensitive(p.button("_Save"))
        p.type_into("Reason", "recount")
        p.wait("the button", lambda: p.is_sensitive(p.button("_Save")))
        p.press("_Save")
        self.label("Nothing has been typed yet.")
        assert self.figure("410922100")["completed"] == "188000"
        assert self.figure("410922104")["growth"] == "12.50"

    def test_undo(self):
        p = self.program
        p.keys("ctrl+z")
        p.wait("both back", lambda: self.figure("410922100")["completed"] == "186243.1"
               and self.figure("410922104")["growth"] == "13.00")

    def test_doubt(self):
        """It is asked about, not forbidden."""
        p = self.program
        self.type_into("六塔乡", "completed", "100")
        p.find(pyatspi.ROLE_LABEL, "六塔乡.*" + re.escape(p.text("less than in the period before")))
        self.type_into("六塔乡", "completed", "2935180")
        p.find(pyatspi.ROLE_LABEL, "六塔乡.*" + re.escape(
            p.text("ten times the period before: is the unit right?")))
        p.press("_Discard")
        self.label("Nothing has been typed yet.")

    def test_final(self):
        """The bureau confirms a period: one change, and undo takes all of it back."""
        p = self.program
        before = {place: self.figure(place) for place in ("410922100", "410922104")}
        assert before["410922104"]["status"] != "审定"
        p.press("All _Final…")
        p.press("_Make Final")
        p.wait("all final", lambda: all(self.figure(place)["status"] == "审定" for place in before))
        assert all(self.figure(place)["completed"] == row["completed"] for place, row in before.items())
        p.wait("nothing is left", lambda: not p.is_sensitive(p.button("All _Final…")))
        p.keys("ctrl+z")
        p.wait("as before", lambda: self.figure("410922104")["status"] == before["410922104"]["status"])

    def test_keys(self):
        """Enter goes down as in a spreadsheet."""
        p = self.program

        def holds(place, text):
            entry = self.entry(place, "completed").queryText()
            return entry.getText(0, entry.characterCount) == text
        p.keys("alt+r")
        p.wait("the reason to be focused", lambda: p.is_focused(p.entry("Reason")))
        p.keys("Tab", "5")
        p.wait("the first cell", lambda: holds("清丰县", "5"))
        for key, place, digit in (("Return", "城关镇", "6"), ("Down", "马庄桥镇", "7"),
                                  ("Up", "城关镇", "8")):
            p.keys(key, digit)
            p.wait(f"the cell of {place}", lambda: holds(place, digit))


TESTS = ["shown", "no_number", "save", "undo", "doubt", "final", "keys"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Data(window, duibiao, language, pathlib.Path(folder)), TESTS, language)


main()
