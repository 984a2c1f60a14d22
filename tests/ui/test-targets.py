#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of targets by its accessible tree and the keyboard: a target changed and split, one that was
typed wrongly corrected, the plan path.

test-targets.py WINDOW DUIBIAO LANGUAGE: TAP."""
import pathlib
import re
import sys
import tempfile

import pyatspi

from accessible import Program
import flow


class Targets:
    def __init__(self, window, duibiao, language, folder):
        book = folder / "book.duibiao"
        flow.command(duibiao, "init", "--sample", "--book", str(book))
        self.program = Program(language, window, "--book", str(book))

    def row(self, pattern):
        return self.program.find(pyatspi.ROLE_TABLE_ROW, pattern)

    def label(self, pattern):
        return self.program.find(pyatspi.ROLE_LABEL, pattern)

    def dialog(self, title):
        return self.program.find(pyatspi.ROLE_DIALOG, "^" + self.program.text(title) + "$")

    def close(self, title):
        self.program.gone(pyatspi.ROLE_DIALOG, "^" + self.program.text(title) + "$")

    def test_as_of(self):
        """Before 1 August the county had 165, from then on 200; the members' parts are less."""
        p = self.program
        p.keys("alt+3")
        self.row(r"^清丰县.*165\.00.*200\.00.*210\.00.*200\.00.*100\.0")
        self.row(r"^城关镇.*20\.50.*26\.70.*28\.00.*26\.70.*13\.4")
        self.label(r"200\.00.*124\.72.*75\.28")
        p.type_into("As of", "2021-07-31")
        self.row(r"^清丰县.*165\.00.*—.*210\.00.*165\.00.*100\.0")
        p.type_into("As of", "2021-11-30")
        self.row(r"^清丰县.*200\.00.*200\.00")

    def test_split(self):
        """26.70 of 200 stays its share of 210: 28.035; what is typed stays and the rest is split anew."""
        p = self.program
        p.press("_Change and Split…")
        self.dialog("Change and Split a Target")
        assert not p.is_sensitive(p.button("_Set"))
        p.type_into("New target of the whole", "210")
        self.label(r"^\+1\.34$")
        p.type_into("Reason", "raised")
        p.wait("it can be set", lambda: p.is_sensitive(p.button("_Set")))
        part = p.text("%s, new target") % "马庄桥镇"
        p.type_into(part, "25")
        self.label(r"^\+3\.50$")
        p.type_into(part, "x")
        p.wait("a slip stops it", lambda: not p.is_sensitive(p.button("_Set")))
        p.type_into(part, "25")
        p.press("_Set")
        self.close("Change and Split a Target")
        self.row(r"^清丰县.*165\.00.*210\.00.*210\.00.*210\.00")
        self.row(r"^马庄桥镇.*25\.00.*25\.00")

    def test_undo(self):
        """All of it is one command."""
        p = self.program
        p.keys("ctrl+z")
        self.row(r"^清丰县.*165\.00.*200\.00.*210\.00.*200\.00")
        self.row(r"^马庄桥镇.*21\.50.*21\.50")

    def test_correct(self):
        p = self.program
        p.press("Cor_rect…")
        self.dialog("Target")
        assert not p.is_sensitive(p.button("_Set"))
        p.type_into("Target", "201.5")
        p.type_into("Reason", "slip")
        p.press("_Set")
        self.close("Target")
        self.row(r"^清丰县.*165\.00.*201\.50.*210\.00.*201\.50")

    def test_changes(self):
        """What was corrected is among what changed since the last bulletin."""
        p = self.program
        p.keys("ctrl+d")
        self.dialog("What Changed Since")
        self.row(r"^清丰县.*" + p.text("Adjusted target") + r".*200\.00.*201\.50")
        p.type_into("Since which day", "2040-01-01")
        p.gone(pyatspi.ROLE_TABLE_ROW, r"^清丰县.*201\.50 *$")
        p.find(pyatspi.ROLE_LABEL, "^" + re.escape(p.text("A day")) + "$")
        p.keys("Escape")
        self.close("What Changed Since")

    def test_add(self):
        p = self.program
        p.press("_New Version…")
        self.dialog("Target")
        p.type_into("From the day", "2021-10-01")
        p.type_into("Target", "170")
        p.type_into("Reason", "signed anew")
        p.press("_Set")
        self.close("Target")
        self.row(re.escape(p.text("Agreed target")) + r".*2021-10-01.*170\.00")

    def test_plan(self):
        """Shares that fall are refused where they stand; even ones are set and taken back."""
        p = self.program
        p.press("P_lan…")
        self.dialog("Plan Path")
        june = p.text("%s, share due") % (p.text("months 1–%d") % 6)
        p.type_into(june, "80")
        self.label(re.escape(p.text("the shares must grow from month to month, up to 100%")))
        p.press("As _Last Year")
        p.type_into("Reason", "as it went")
        p.press("_Set")
        self.close("Plan Path")


TESTS = ["as_of", "split", "undo", "correct", "changes", "add", "plan"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Targets(window, duibiao, language, pathlib.Path(folder)), TESTS, language)


main()
