#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first day with the window, through its accessible tree and its keyboard: no book, the sample,
overview, ranking, choosing a place, correcting a figure, importing a sheet, the PDF.

test-flow.py WINDOW LANGUAGE: TAP."""
import pathlib
import re
import sys
import tempfile
import time

import pyatspi

from accessible import Program
import flow

TABS_MAX = 24  # fewer than there are rows before the chart

SHEET = """单位,2021年1-11月工业总产值（万元）,上年同期
城关镇,187000,166586
柳格镇,130491.5,115479.2
"""


class Flow:
    def __init__(self, window, language, folder):
        self.folder = folder
        sheet = folder / "城关镇.csv"
        sheet.write_text(SHEET, "utf-8")
        self.pdf = folder / "briefing.pdf"
        self.program = Program(language, window, "--book", str(folder / "book.duibiao"),
                               DUI_TEST_OPEN_FILES=str(sheet), DUI_TEST_SAVE_FILE=str(self.pdf))

    def labels(self, pattern):
        return self.program.all(pyatspi.ROLE_LABEL, pattern)

    def test_first_start(self):
        p = self.program
        p.find(pyatspi.ROLE_LABEL, re.escape(p.text("Which place is this book for?")))
        assert not p.is_sensitive(p.button("_Make the Book"))
        p.type_into("Name or code of the place", "410922")
        p.find(pyatspi.ROLE_LIST_ITEM, "清丰县")
        p.find(pyatspi.ROLE_LABEL, "清丰县.*17")
        p.wait("the button", lambda: p.is_sensitive(p.button("_Make the Book")))

    def test_sample(self):
        p = self.program
        p.press("Look at the _Sample")
        p.find(pyatspi.ROLE_FRAME, "清丰县")
        p.find(pyatspi.ROLE_STATUS_BAR,
               re.escape(p.text("Sample data: real places, invented numbers")))

    def test_overview(self):
        p = self.program
        p.find(pyatspi.ROLE_LABEL, "154.74.*14.3.*45.26")
        assert self.labels(r"^154\.74$") and self.labels(r"^45\.26$")
        # Ten periods in one chart, 17 places and the whole county in the other.
        p.wait("the marks", lambda: len(p.all(pyatspi.ROLE_LIST_ITEM, r"\d")) >= 28)
        p.find(pyatspi.ROLE_LIST_ITEM, "柳格镇.*66.2.*25.4.*6.65")

    def step(self, button):
        p = self.program
        shown = p.all(pyatspi.ROLE_PUSH_BUTTON, r"\d{4}")[0].name
        p.press(button)
        p.wait("another period",
               lambda: p.all(pyatspi.ROLE_PUSH_BUTTON, r"\d{4}")[0].name != shown)

    def test_periods(self):
        p = self.program
        missing = "^" + re.escape(p.text("Not yet: %s").replace("%s", ""))
        steps = 0
        while not self.labels(missing):
            assert steps < 22, "no period in which somebody has not reported"
            self.step("Previous period")
            steps += 1
        p.press("Copy _Reminder")
        p.find(pyatspi.ROLE_LABEL, re.escape(p.text("The reminder is on the clipboard")))
        for _ in range(steps):
            self.step("Next period")
        p.find(pyatspi.ROLE_LABEL, "154.74.*14.3.*45.26")

    def test_ranking(self):
        p = self.program
        p.keys("alt+4")
        p.find(pyatspi.ROLE_TREE_TABLE, re.escape(p.text("Ranking")))
        rows = p.wait("the rows", lambda: len(p.all(pyatspi.ROLE_TABLE_ROW, r"\d")) >= 18)
        assert rows
        bottom = re.escape(p.text("bottom %s").replace("%s", ""))

        def count_bottom():
            return len(p.all(pyatspi.ROLE_TABLE_ROW, r"^\S+ " + bottom))
        assert count_bottom() == 4, "three and a tie at the edge"
        p.find(pyatspi.ROLE_TABLE_ROW, "柳格镇.*19.70.*13.05.*13.0.*66.2.*−25.4")
        p.press("P_rogress", "rank by")
        p.wait("another bottom set", lambda: count_bottom() == 3)
        p.press("_Growth", "rank by")
        p.wait("the first one", lambda: count_bottom() == 4)

    def test_selection(self):
        p = self.program
        # The overview, which is not to be seen now, has such a chart as well.
        p.wait("the page's chart", lambda: len(p.all(pyatspi.ROLE_LIST_ITEM, "^柳格镇")) == 2)

        def focused_mark():
            return [mark for mark in p.all(pyatspi.ROLE_LIST_ITEM, "：|:")
                    if mark.getState().contains(pyatspi.STATE_FOCUSED)]
        for _ in range(TABS_MAX):
            if focused_mark():
                break
            p.keys("Tab")
            time.sleep(0.1)
        assert focused_mark(), "Tab does not lead to the chart"
        # Past the whole county and the place that is furthest behind.
        p.keys("Down", "Down")
        p.find(pyatspi.ROLE_LABEL, "18.62.*21.9.*8.08")

        def row_is_selected():
            row = p.all(pyatspi.ROLE_TABLE_ROW, "^城关镇")
            return row and row[0].getState().contains(pyatspi.STATE_SELECTED)
        p.wait("the row of the chosen place", row_is_selected)

    def test_edit(self):
        p = self.program
        p.keys("F2")
        p.find(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))
        assert not p.is_sensitive(p.button("_Save"))
        p.type_into("Completed", "twelve")
        assert not p.is_sensitive(p.button("_Save"))
        p.type_into("Completed", "18.8亿元")
        p.find(pyatspi.ROLE_LABEL, r"= 18\.80")
        assert not p.is_sensitive(p.button("_Save")), "a reason is required"
        p.press("Left out")
        p.press("_Save")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))
        p.find(pyatspi.ROLE_TABLE_ROW, "^城关镇.*18.80")
        p.keys("F2")
        p.find(pyatspi.ROLE_LIST_ITEM, "186243.1.*188000.*" + re.escape(p.text("Left out")))

    def test_escape(self):
        p = self.program
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))

    def test_import(self):
        p = self.program
        p.keys("ctrl+i")
        p.find(pyatspi.ROLE_LIST_ITEM, r"城关镇\.csv")
        changed = re.escape(p.text("changed", "verdict"))
        same = re.escape(p.text("same", "verdict"))
        p.find(pyatspi.ROLE_TABLE_ROW, f"城关镇.*188000 → 187000.*{changed}")
        p.find(pyatspi.ROLE_TABLE_ROW, f"柳格镇.*130491.5.*{same}")

    def test_imported(self):
        p = self.program
        # The one in the preview: the window's own stands before it.
        p.wait("the button", lambda: p.is_sensitive(p.all(
            pyatspi.ROLE_PUSH_BUTTON, f"^{re.escape(p.text('_Import'))}$")[-1]))
        p.all(pyatspi.ROLE_PUSH_BUTTON,
              f"^{re.escape(p.text('_Import'))}$")[-1].queryAction().doAction(0)
        done = p.text("Imported: %1$u new, %2$u changed")
        done = done.replace("%1$u", "0").replace("%2$u", "1")
        p.find(pyatspi.ROLE_STATUS_BAR, re.escape(done))
        p.find(pyatspi.ROLE_TABLE_ROW, "^城关镇.*18.70")

    def test_preview(self):
        p = self.program
        p.keys("ctrl+p")
        page = p.text("Page %u").replace("%u", r"\d")
        p.wait("the pages", lambda: 2 <= len(p.all(pyatspi.ROLE_IMAGE, page)) <= 4)
        assert len(p.all(pyatspi.ROLE_LIST_ITEM, page)) == len(p.all(pyatspi.ROLE_IMAGE, page))

    def test_pdf(self):
        p = self.program
        p.press("_Save as PDF…")
        p.wait("the file", self.pdf.exists)
        p.find(pyatspi.ROLE_STATUS_BAR, re.escape(str(self.pdf)))
        data = self.pdf.read_bytes()
        assert data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")


TESTS = ["first_start", "sample", "overview", "periods", "ranking", "selection", "edit", "escape",
         "import", "imported", "preview", "pdf"]


def main():
    window, language = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Flow(window, language, pathlib.Path(folder)), TESTS, language)


main()
