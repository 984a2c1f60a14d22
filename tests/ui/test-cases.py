#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of explanations by its accessible tree and the keyboard: asking, receiving with a file,
sending back, deciding; the file saved again.

test-cases.py WINDOW DUIBIAO LANGUAGE: TAP."""
import pathlib
import re
import sys
import tempfile

import pyatspi

from accessible import Program
import flow


class Cases:
    def __init__(self, window, duibiao, language, folder):
        book = folder / "book.duibiao"
        flow.command(duibiao, "init", "--sample", "--book", str(book))
        self.sent = folder / "scan.txt"
        self.sent.write_text("stopped for repairs", "utf-8")
        self.saved = folder / "saved.txt"
        self.program = Program(language, window, "--book", str(book),
                               DUI_TEST_OPEN_FILES=str(self.sent),
                               DUI_TEST_SAVE_FILE=str(self.saved))

    def row(self, pattern):
        return self.program.find(pyatspi.ROLE_TABLE_ROW, pattern)

    def state(self, state):
        return re.escape(self.program.text(state, "case"))

    def test_empty(self):
        p = self.program
        p.keys("alt+8")
        p.find(pyatspi.ROLE_LABEL, "^" + re.escape(p.text("Nobody has been asked to explain yet.")))
        assert p.is_sensitive(p.button("_Ask to Explain…"))

    def test_ask(self):
        """Says whom before it asks, then there is nobody left to ask."""
        p = self.program
        p.press("_Ask to Explain…")
        p.find(pyatspi.ROLE_LABEL, "马庄桥镇.*城关镇.*柳格镇|柳格镇.*城关镇.*马庄桥镇")
        p.press("_Ask")
        for place in ("马庄桥镇", "城关镇", "柳格镇"):
            self.row(f"^{place}.*" + self.state("Asked for"))
        self.row("^固城镇.*" + self.state("Review"))
        p.wait("nobody is left", lambda: not p.is_sensitive(p.button("_Ask to Explain…")))

    def test_receive(self):
        p = self.program
        p.press("_Received…", "case")
        p.find(pyatspi.ROLE_DIALOG, self.state("Received"))
        p.type_into("Note", "repairs")
        p.press("Attach a _File…")
        p.find(pyatspi.ROLE_PUSH_BUTTON, r"scan\.txt")
        p.press("_Record")
        p.gone(pyatspi.ROLE_DIALOG, self.state("Received"))
        self.row("^马庄桥镇.*" + self.state("Received"))
        self.row(r"repairs.*scan\.txt")

    def test_decide(self):
        """Nobody decides without a name, and sends nothing back without a reason."""
        p = self.program
        p.press("Send _Back…", "case")
        p.find(pyatspi.ROLE_DIALOG, self.state("Sent back"))
        assert not p.is_sensitive(p.button("_Record"))
        p.type_into("Who", "Wang")
        p.find(pyatspi.ROLE_LABEL, re.escape(p.text("Write why.")))
        assert not p.is_sensitive(p.button("_Record"))
        p.type_into("Note", "no measures")
        p.press("_Record")
        p.gone(pyatspi.ROLE_DIALOG, self.state("Sent back"))
        self.row("^马庄桥镇.*" + self.state("Sent back"))
        p.keys("ctrl+z")
        self.row("^马庄桥镇.*" + self.state("Received"))


TESTS = ["empty", "ask", "receive", "decide"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Cases(window, duibiao, language, pathlib.Path(folder)), TESTS, language)


main()
