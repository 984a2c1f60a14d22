#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new book as it fills: nothing yet, the first figure typed, figures without bases, without
targets; what can't be shown is said, and what to do about it.

test-states.py WINDOW DUIBIAO LANGUAGE: TAP."""
import pathlib
import re
import subprocess
import sys
import tempfile

import pyatspi

import flow
from accessible import Program

SHEET = """单位,期,累计完成（万元）,上年同期
城关镇,2021-05,30000,{0}
柳格镇,2021-05,50000,{1}
六塔乡,2021-05,40000,{2}
"""


class States:
    def __init__(self, window, duibiao, language, folder):
        self.duibiao = duibiao
        self.sheet = folder / "sheet.csv"
        self.path = folder / "book.duibiao"
        flow.command(duibiao, "init", "--place", "410922", "--book", str(self.path))
        self.program = Program(language, window, "--book", str(self.path))

    def take_sheet(self, *bases):
        """What another program imports."""
        self.sheet.write_text(SHEET.format(*bases), "utf-8")
        flow.command(self.duibiao, "import", "--book", str(self.path), str(self.sheet))

    def label(self, message, context=None):
        p = self.program
        return p.find(pyatspi.ROLE_LABEL, "^" + flow.pattern(p.text(message, context)) + "$")

    def headings(self):
        row = self.program.find(pyatspi.ROLE_TABLE_ROW, f"^{self.program.text('Headings')}$")
        return [row.getChildAtIndex(i) for i in range(row.childCount)]

    def order(self):
        """Of those that have figures, from above."""
        rows = self.program.all(pyatspi.ROLE_TABLE_ROW, "^(城关镇|柳格镇|六塔乡)")
        try:
            rows.sort(key=lambda row: row.queryComponent().getExtents(pyatspi.WINDOW_COORDS).y)
            return [row.name[:3] for row in rows]
        except Exception:  # made anew while they were read
            return []

    def test_nothing(self):
        p = self.program
        self.label("No figures yet")
        assert p.is_sensitive(p.button("_Enter Figures…"))
        assert not p.is_sensitive(p.button("_Print"))

    def test_menu(self):
        p = self.program
        p.keys("F10")
        about = p.text("_About Duibiao")
        p.find(pyatspi.ROLE_MENU_ITEM, re.escape(about))
        p.keys("Escape")

    def test_first_figure(self):
        p = self.program
        p.press("_Enter Figures…")
        p.find(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))
        p.find(pyatspi.ROLE_PUSH_BUTTON, "城关镇")
        p.type_into("Completed", "2.5亿元")
        p.press("_Save")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))
        p.find(pyatspi.ROLE_LABEL, r"^2\.50$")

    def test_no_target(self):
        """No card and no chart of what is not there."""
        p = self.program
        p.gone(pyatspi.ROLE_PANEL, f"^{re.escape(p.text('Gap', 'card'))} ")
        charts = [n for n in p.all(pyatspi.ROLE_LIST, r"\d{4}|2\.50")
                  if n.getState().contains(pyatspi.STATE_VISIBLE)]
        assert len(charts) == 1, [n.name for n in charts]

    def test_no_base(self):
        p = self.program
        self.take_sheet("", "", "")
        p.press("Previous period")
        p.keys("alt+4")
        nobody = p.text("Nobody can be ranked in this period: %s").replace("%s", "")
        without = p.text("%u without a base").replace("%u", "3")
        p.find(pyatspi.ROLE_LABEL, f"^{re.escape(nobody)}.*{re.escape(without)}")
        p.press("Enter _Bases…")
        p.find(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))

    def test_columns(self):
        p = self.program
        self.take_sheet("20000", "40000", "39000")
        p.find(pyatspi.ROLE_TABLE_ROW, "^城关镇.*50.0")
        shown = {heading.name for heading in self.headings()}
        for title in ("Growth %", "To date"):
            assert p.text(title, "column") in shown, shown
        for title in ("Target", "Done %", "Month", "Before"):
            assert p.text(title, "column") not in shown, shown
        p.wait("the order of the ranks",
               lambda: self.order() == ["城关镇", "柳格镇", "六塔乡"])

    def test_sorted(self):
        p = self.program
        wanted = p.text("To date", "column")
        title = next(heading for heading in self.headings() if heading.name == wanted)
        area = title.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        subprocess.run(["xdotool", "mousemove", str(area.x + area.width // 2),
                        str(area.y + area.height // 2), "click", "1",
                        "mousemove", "60", "500"], check=True)
        p.wait("another order", lambda: self.order() == ["城关镇", "六塔乡", "柳格镇"])
        p.press("_Completed", "rank by")
        p.wait("the order of the ranks",
               lambda: self.order() == ["柳格镇", "六塔乡", "城关镇"])


STEPS = ["nothing", "menu", "first_figure", "no_target", "no_base", "columns", "sorted"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(States(window, duibiao, language, pathlib.Path(folder)), STEPS, language)


main()
