#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the bulletins by the keyboard: those that were issued, issuing the next one, its pages as
they were issued, and what has changed since, with the reason.

test-bulletins.py WINDOW DUIBIAO LANGUAGE: TAP."""
import pathlib
import re
import sys
import tempfile

import pyatspi

import flow
from accessible import Program

NUMBER = "35"


class Bulletins:
    def __init__(self, window, duibiao, language, folder):
        self.duibiao, self.path = duibiao, str(folder / "book.duibiao")
        self.saved, self.issued = folder / "saved.pdf", folder / "issued.pdf"
        flow.command(duibiao, "init", "--sample", "--book", self.path)
        self.program = Program(language, window, "--book", self.path,
                               DUI_TEST_SAVE_FILE=str(self.saved))

    def shown(self, pattern):
        def look():
            return [node for node in self.program.all(pyatspi.ROLE_LABEL, pattern)
                    if node.getState().contains(pyatspi.STATE_VISIBLE)]
        return self.program.wait(f"“{pattern}”", look)[0]

    def test_page(self):
        p = self.program
        p.find(pyatspi.ROLE_LABEL, "154.74.*14.3.*45.26")
        p.keys("alt+7")
        self.shown("^" + flow.pattern(p.text("The bulletin of %s has not been issued yet.")))
        p.find(pyatspi.ROLE_TABLE_ROW, "清工信〔2021〕31号")
        # Those of the sample have no pages.
        assert not p.is_sensitive(p.button("_Save Its Pages…"))

    def test_look(self):
        """What will be frozen can be looked at and left."""
        p = self.program
        p.keys("alt+u")
        p.find(pyatspi.ROLE_DIALOG, re.escape(p.text("Issue the Bulletin")))
        self.shown(re.escape(p.text("Nothing speaks against issuing it.")))
        p.find(pyatspi.ROLE_TABLE_ROW, "城关镇.*186243.1.*267000.*11.80%.*3.*16.*1")
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Issue the Bulletin")))
        assert "35" not in flow.command(self.duibiao, "bulletin", "list", "--book", self.path)

    def test_issue(self):
        p = self.program
        p.keys("alt+u")
        p.find(pyatspi.ROLE_DIALOG, re.escape(p.text("Issue the Bulletin")))
        p.type_into("Number of the document", NUMBER)
        p.type_into("Day of issue", "2021-12-15")
        p.press("_Issue")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Issue the Bulletin")))
        self.shown("^" + flow.pattern(p.text("The bulletin of %1$s was issued on %2$s.")))
        p.find(pyatspi.ROLE_TABLE_ROW, NUMBER + ".*2021-12-15")
        p.wait("it can't be issued again", lambda: not p.is_sensitive(p.button("Iss_ue…")))

    def test_pages(self):
        p = self.program
        p.press("_Save Its Pages…")
        p.wait("the PDF", self.saved.exists)
        flow.command(self.duibiao, "bulletin", "show", "-o", str(self.issued), "--book", self.path)
        assert self.saved.read_bytes() == self.issued.read_bytes()

    def test_compare(self):
        p = self.program
        p.keys("alt+c")
        self.shown(re.escape(p.text("Nothing has changed since it was issued.")))
        flow.command(self.duibiao, "set", "figure", "--book", self.path, "--place", "410922100",
                     "--period", "2021-11", "--completed", "150000", "--reason", "重复计算")
        p.find(pyatspi.ROLE_TABLE_ROW, "城关镇.*186243.1.*150000.*重复计算")
        p.find(pyatspi.ROLE_TABLE_ROW, "马庄桥镇.*2.*1.*" + re.escape(p.text("follows from other places")))
        p.keys("alt+a")
        p.find(pyatspi.ROLE_TABLE_ROW, "城关镇.*186243.1.*267000.*11.80%.*3.*16.*1")


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Bulletins(window, duibiao, language, pathlib.Path(folder)),
                 ["page", "look", "issue", "pages", "compare"], language)


main()
