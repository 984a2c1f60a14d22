#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar of the month by its accessible tree: a question stops it, a note closes the question, the month is
submitted, and undo takes that back.

test-month.py WINDOW DUIBIAO LANGUAGE: TAP."""
import pathlib
import re
import sys
import tempfile

import pyatspi

from accessible import Program
import flow


class Month:
    def __init__(self, window, duibiao, language, folder):
        book = folder / "book.duibiao"
        flow.command(duibiao, "init", "--sample", "--book", str(book))
        flow.command(duibiao, "set", "figure", "--place", "410922100", "--period", "2021-11", "--completed",
                     "160000", "--growth", "-3", "--reason", "r", "--book", str(book))
        self.program = Program(language, window, "--book", str(book))

    def test_stopped(self):
        """What has to be looked at stops it."""
        p = self.program
        p.find(pyatspi.ROLE_PUSH_BUTTON, r"^(待核实\d|\d figures? to look at)$")
        p.press("Submit", "month")
        p.find(pyatspi.ROLE_LABEL, re.escape(p.text(
            "Figures have to be looked at first: close the open questions with a note.")))
        p.keys("Escape")

    def test_note(self):
        p = self.program
        p.find(pyatspi.ROLE_PUSH_BUTTON, r"^(待核实\d|\d figures? to look at)$").queryAction().doAction(0)
        title = "^" + p.text("Figures to Look At") + "$"
        p.find(pyatspi.ROLE_DIALOG, title)
        assert not p.is_sensitive(p.button("_Close with the Note"))
        while p.all(pyatspi.ROLE_TABLE_ROW, "^城关镇.*—.*—"):
            open_rows = len(p.all(pyatspi.ROLE_TABLE_ROW, "^城关镇.*—.*—"))
            p.type_into("Who", "Li")
            p.type_into("Note", "stopped for repairs")
            p.press("_Close with the Note")
            p.wait("one less", lambda: len(p.all(pyatspi.ROLE_TABLE_ROW, "^城关镇.*—.*—")) < open_rows)
        p.find(pyatspi.ROLE_TABLE_ROW, "^城关镇.*stopped for repairs.*Li")
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, title)
        p.find(pyatspi.ROLE_PUSH_BUTTON, "^" + p.text("Looked at") + "$")

    def test_submit(self):
        p = self.program
        p.press("Submit", "month")
        p.find(pyatspi.ROLE_PUSH_BUTTON, "^" + p.text("Submitted", "month") + r" \d{4}-\d\d-\d\d$")
        p.keys("ctrl+z")
        p.find(pyatspi.ROLE_PUSH_BUTTON, "^" + p.text("Submit", "month") + "$")


TESTS = ["stopped", "note", "submit"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Month(window, duibiao, language, pathlib.Path(folder)), TESTS, language)


main()
