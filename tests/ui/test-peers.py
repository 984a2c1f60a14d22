#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the peers by the keyboard: the table, both gaps, what it takes to pass the next, the
slider, other measures, and a book whose peers have no figures yet.

test-peers.py WINDOW DUIBIAO LANGUAGE 0|1: TAP."""
import pathlib
import re
import sys
import tempfile
import time

import pyatspi

import flow
from accessible import Program

TABS_MAX = 60


class Peers:
    def __init__(self, window, duibiao, language, folder, *words):
        path = folder / "book.duibiao"
        self.duibiao, self.path = duibiao, str(path)
        flow.command(duibiao, "init", *words, "--book", self.path)
        self.program = Program(language, window, "--book", self.path)

    def shown(self, pattern):
        """A label with that text on the page that can be seen."""
        def look():
            return [node for node in self.program.all(pyatspi.ROLE_LABEL, pattern)
                    if node.getState().contains(pyatspi.STATE_VISIBLE)]
        return self.program.wait(f"“{pattern}”", look)[0]

    def answer(self, *words):
        return flow.command(self.duibiao, "peers", "--book", self.path, *words)


class Sample(Peers):
    def __init__(self, window, duibiao, language, folder):
        super().__init__(window, duibiao, language, folder, "--sample")

    def slider(self):
        return self.program.find(pyatspi.ROLE_SLIDER, ".")

    def test_page(self):
        p = self.program
        p.keys("alt+6")
        p.wait("the counties and the city",
               lambda: len(p.all(pyatspi.ROLE_TABLE_ROW, "濮阳县|南乐县|范县|台前县|清丰县")) == 5)
        p.find(pyatspi.ROLE_TABLE_ROW, "清丰县.*5.*154.74.*7.7")
        self.shown("南乐县.*0.2")
        self.shown("范县.*0.5")
        self.shown("南乐县.*0.29")

    def test_slider(self):
        """Reached and moved by the keyboard alone; the next is passed with 0.29."""
        p = self.program
        for _ in range(TABS_MAX):
            if self.slider().getState().contains(pyatspi.STATE_FOCUSED):
                break
            p.keys("Tab")
            time.sleep(0.05)
        assert self.slider().getState().contains(pyatspi.STATE_FOCUSED), "Tab does not lead there"
        p.keys("Right")
        self.shown(r"0\.05.*清丰县.*5")
        p.keys("End")
        self.shown("清丰县.*(第1位|first)")

    def test_pass(self):
        p = self.program
        p.press("Pass the _Next")
        self.shown(r"0\.30.*清丰县.*4")
        p.wait("the slider to have the focus",
               lambda: self.slider().getState().contains(pyatspi.STATE_FOCUSED))
        p.keys("Left")
        self.shown(r"0\.25.*清丰县.*5")

    def test_ways(self):
        p = self.program
        p.press("_Completed", "rank by")
        self.shown("濮阳经济技术开发区.*21.44")
        p.press("P_rogress", "rank by")
        self.shown("范县.*1.42")
        p.press("_Growth", "rank by")
        self.shown("南乐县.*0.29")

    def test_choose(self):
        """A county chosen in the chart is chosen in the table; Tab leads there."""
        p = self.program

        def focused():
            return [mark.name for mark in p.all(pyatspi.ROLE_LIST_ITEM, "：|:")
                    if mark.getState().contains(pyatspi.STATE_FOCUSED)]
        for _ in range(TABS_MAX):
            if focused():
                break
            p.keys("Tab")
            time.sleep(0.05)
        p.keys("Right")
        name = p.wait("a mark", focused)[0]
        place = re.match("[^:：]+", name).group()

        def row_is_selected():
            rows = p.all(pyatspi.ROLE_TABLE_ROW, "^" + place)
            return rows and rows[0].getState().contains(pyatspi.STATE_SELECTED)
        p.wait("the row of " + name, row_is_selected)


class Empty(Peers):
    def __init__(self, window, duibiao, language, folder):
        super().__init__(window, duibiao, language, folder, "--place", "410922")
        sheet = folder / "towns.csv"
        sheet.write_text("单位,期,累计完成（万元）,上年同期\n城关镇,2021-05,30000,20000\n", "utf-8")
        flow.command(duibiao, "import", "--book", self.path, str(sheet))
        self.sheet = folder / "city.csv"

    def test_invitation(self):
        p = self.program
        p.wait("figures", lambda: p.all(pyatspi.ROLE_LABEL, r"^3\.00$"))
        p.keys("alt+6")
        self.shown("^" + flow.pattern(p.text("%1$s: no figures yet of the other places of %2$s")))
        p.wait("names, which come a moment later", lambda: not list(p.problems_with_names()))

    def test_arrival(self):
        """The city's sheet is an ordinary one."""
        self.sheet.write_text("单位,期,累计完成（万元）,上年同期\n清丰县,2021-05,110,100\n"
                              "南乐县,2021-05,230,200\n范县,2021-05,105,100\n", "utf-8")
        flow.command(self.duibiao, "import", "--book", self.path, str(self.sheet))
        self.shown("南乐县.*5.0")
        self.program.find(pyatspi.ROLE_TABLE_ROW, "^清丰县.*2.*10.0")


FLOWS = ((Sample, ["page", "slider", "pass", "ways", "choose"]), (Empty, ["invitation", "arrival"]))


def main():
    window, duibiao, language, which = sys.argv[1:5]
    made, steps = FLOWS[int(which)]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(made(window, duibiao, language, pathlib.Path(folder)), steps, language)


main()
