#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is lost and all is told: what another program changes, undo and redo, backups, copies,
by the window's accessible tree and keyboard.

test-book.py WINDOW DUIBIAO LANGUAGE: TAP."""
import pathlib
import re
import sqlite3
import sys
import tempfile
import time

import pyatspi

import flow
from accessible import Program, name_of, walk

PLACE = "城关镇"
TABS_MAX = 40


class Book:
    def __init__(self, window, duibiao, language, folder):
        self.duibiao = duibiao
        self.path = folder / "book.duibiao"
        self.copy = folder / "copy.duibiao"
        flow.command(duibiao, "init", "--sample", "--book", str(self.path))
        self.program = Program(language, window, "--book", str(self.path),
                               DUI_TEST_SAVE_FILE=str(self.copy),
                               DUI_TEST_OPEN_FILES=str(self.copy))

    def set_figure(self, value, reason):
        """What another program does."""
        flow.command(self.duibiao, "set", "figure", "--book", str(self.path), "--place", PLACE,
                     "--completed", value, "--reason", reason)

    def find_row(self, value):
        self.program.find(pyatspi.ROLE_TABLE_ROW, f"^{PLACE}.*{re.escape(value)}")

    def is_described(self, label, message, words):
        p = self.program
        wanted = flow.pattern(p.text(message)).replace(".*", f".*{words}.*", 1)
        return re.search(wanted, p.button(label).description or "")

    def test_other_program(self):
        p = self.program
        p.find(pyatspi.ROLE_FRAME, "清丰县")
        p.keys("alt+4")
        self.find_row("18.62")
        self.set_figure("188000", "漏报企业")
        self.find_row("18.80")
        self.set_figure("189000", "又漏一家")
        self.find_row("18.90")

    def test_said_before(self):
        p = self.program
        p.wait("what will be undone", lambda: self.is_described("Undo", "Undo: %s (Ctrl+Z)", PLACE))
        assert not p.is_sensitive(p.button("Redo"))

    def test_undo(self):
        p = self.program
        p.keys("ctrl+z")
        self.find_row("18.80")
        flow.banner(p, "Undone: %s")
        p.wait("what will be redone",
               lambda: self.is_described("Redo", "Redo: %s (Ctrl+Shift+Z)", PLACE))
        p.keys("ctrl+shift+z")
        self.find_row("18.90")
        flow.banner(p, "Redone: %s")

    def test_unseen(self):
        """Nothing is undone that the user has not seen."""
        p = self.program
        p.wait("the undo button", lambda: p.is_sensitive(p.button("Undo")))
        p.keys("ctrl+alt+z")
        p.find(pyatspi.ROLE_DIALOG, f"^{p.text('Undo')}$")
        self.set_figure("190000", "第三次")
        p.press("_Undo Down to Here")
        p.find(pyatspi.ROLE_LABEL,
               re.escape(p.text("the book was changed meanwhile. Look at the list again")))
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, f"^{p.text('Undo')}$")
        self.find_row("19.00")

    def test_menu(self):
        p = self.program
        p.wait("three that can be undone", lambda: self.is_described(
            "Undo", "Undo: %s (Ctrl+Z)", PLACE))
        # A menu button has another one inside, which opens it.
        p.all(pyatspi.ROLE_PUSH_BUTTON,
              re.escape(p.text("What can be undone and redone")))[-1].queryAction().doAction(0)
        steps = p.wait("the steps", lambda: [
            item for item in p.all(pyatspi.ROLE_MENU_ITEM, PLACE)] or None)
        assert len(steps) == 3, [step.name for step in steps]
        # The first one has the focus: two further down.
        p.keys("Down", "Down", "Return")
        flow.banner(p, "%u change undone", "%u changes undone", 3)
        self.find_row("18.62")

    def test_redo_list(self):
        p = self.program
        p.keys("ctrl+shift+alt+z")
        p.find(pyatspi.ROLE_DIALOG, f"^{p.text('Redo')}$")
        rows = p.wait("the list", lambda: p.all(pyatspi.ROLE_LIST_ITEM, PLACE + ".*漏报企业|又漏一家"))
        assert rows
        p.press("_Redo Down to Here")
        p.gone(pyatspi.ROLE_DIALOG, f"^{p.text('Redo')}$")
        self.find_row("18.80")

    def test_history(self):
        """From the dialog that changes a figure, and of another place."""
        p = self.program
        p.keys("F2")
        p.find(pyatspi.ROLE_DIALOG, f"^{re.escape(p.text('Edit Figure'))}$")
        p.press("_History…")
        p.find(pyatspi.ROLE_DIALOG, f"^{p.text('History')}$")
        self.choose_place(PLACE)
        changed = flow.pattern(p.text("changed %1$s to %2$s")).replace(".*", "{}")
        reason = flow.pattern(p.text("%1$s, reason: %2$s")).replace(".*", "", 1).replace(".*", "")
        p.find(pyatspi.ROLE_LIST_ITEM,
               r"^\d{4}-\d\d-\d\d \d\d:\d\d .*" + changed.format(r"186243\.1", "188000") + reason
               + "漏报企业")
        p.find(pyatspi.ROLE_LIST_ITEM, "^2021-12-12 09:40.*186243.1.*166586")

    def choose_place(self, new):
        """In the list that opens below the button, from the chosen one to @new."""
        p = self.program
        label = re.escape(p.text("Place"))
        old = p.find(pyatspi.ROLE_PUSH_BUTTON, f"^{label}: ").name.split(": ")[1]
        p.all(pyatspi.ROLE_PUSH_BUTTON, f"^{label}: ")[-1].queryAction().doAction(0)
        p.find(pyatspi.ROLE_LIST_ITEM, f"^{new}$")
        names = [row.name for row in p.all(pyatspi.ROLE_LIST_ITEM)]
        p.keys(*["Down"] * (names.index(new) - names.index(old)), "Return")
        p.find(pyatspi.ROLE_PUSH_BUTTON, f"^{label}: {new}$")

    def focused(self):
        return [name_of(node) for node in walk(self.program.root)
                if node.getState().contains(pyatspi.STATE_FOCUSED)]

    def focus(self, pattern):
        p = self.program
        seen = []
        for _ in range(TABS_MAX):
            old = self.focused()
            seen.append(old)
            if any(re.search(pattern, name) for name in old):
                return
            p.keys("Tab")
            p.wait("another focus", lambda: self.focused() != old)
        raise AssertionError(f"Tab does not lead to {pattern}: {seen}")

    def test_issued(self):
        """A base that was revised after it was issued."""
        p = self.program
        for title in ("History", "Edit Figure"):
            dialog = f"^{re.escape(p.text(title))}$"
            p.wait(f"no {title}", lambda: not p.all(pyatspi.ROLE_DIALOG, dialog)
                   or p.keys("Escape") or time.sleep(1))
        p.press("Previous period")
        p.find(pyatspi.ROLE_PUSH_BUTTON, r"2021\D+1\D+10\D*$")
        p.keys("ctrl+h")
        p.find(pyatspi.ROLE_DIALOG, f"^{p.text('History')}$")
        self.choose_place("韩村镇")
        p.find(pyatspi.ROLE_LIST_ITEM, "81763.8.*7.3.*80537.3.*8.9")
        p.find(pyatspi.ROLE_LIST_ITEM, "2021-11-24.*81763.8.*80537.3.*剔除重复计算企业")
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, f"^{p.text('History')}$")
        p.press("Next period")
        p.find(pyatspi.ROLE_PUSH_BUTTON, r"2021\D+1\D+11\D*$")

    def show_page(self, key, title):
        """Again and again: a key that comes before the window is the active one again is lost."""
        p = self.program

        def shown():
            row = p.find(pyatspi.ROLE_LIST_ITEM, f"^{re.escape(p.text(title))}$")
            return row.getState().contains(pyatspi.STATE_SELECTED)
        p.wait(f"the page {title}", lambda: shown() or p.keys(key))

    def test_card(self):
        p = self.program
        card = re.escape(p.text("Gap", "card")) + " 45.26"
        self.show_page("alt+1", "Overview")
        self.focus(card)
        p.keys("Return")
        p.find(pyatspi.ROLE_DIALOG, f"^{p.text('History')}$")
        p.find(pyatspi.ROLE_LIST_ITEM, r"2021-08-.*2,?000,?000.*清政〔2021〕12号")
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, f"^{p.text('History')}$")
        self.show_page("alt+4", "Ranking")

    def test_log(self):
        p = self.program
        p.keys("ctrl+l")
        p.find(pyatspi.ROLE_DIALOG, re.escape(p.text("Log of the Book")))
        p.find(pyatspi.ROLE_TABLE_ROW, f"{PLACE}.*漏报企业")
        p.type_into("Search in the log", "又漏")
        p.wait("what is searched for", lambda: len(p.all(pyatspi.ROLE_TABLE_ROW, "又漏一家")) >= 1
               and not p.all(pyatspi.ROLE_TABLE_ROW, "漏报企业$"))
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Log of the Book")))

    def open_backups(self):
        p = self.program
        p.keys("ctrl+b")
        p.find(pyatspi.ROLE_DIALOG, f"^{re.escape(p.text('Backups'))}$")

    def test_back_up(self):
        p = self.program
        self.open_backups()
        p.press("_Back Up Now")
        p.find(pyatspi.ROLE_LIST_ITEM, "5,?710.*" + re.escape(p.text("The book now is the same")))
        assert not p.is_sensitive(p.button("_Restore")), "there is nothing to go back to"
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, f"^{re.escape(p.text('Backups'))}$")

    def test_look_inside(self):
        p = self.program
        self.set_figure("199000", "错了一次")
        self.find_row("19.90")
        self.open_backups()
        differs = p.text("Against now: %1$u figures differ, %2$u are only in the book now, %3$u only "
                         "in the backup; %4$u changes since.")
        for number, value in (("%1$u", "1"), ("%2$u", "0"), ("%3$u", "0"), ("%4$u", "1")):
            differs = differs.replace(number, value)
        p.find(pyatspi.ROLE_LIST_ITEM, re.escape(differs))
        assert not p.is_sensitive(p.button("_Restore")), "a reason is required"

    def test_restore(self):
        p = self.program
        p.type_into("Reason", "改错了")
        p.press("_Restore")
        flow.banner(p, "The book is as it was at %1$s. What it was before is kept as the backup "
                       "“%2$s”.")
        self.find_row("18.80")
        found = flow.command(self.duibiao, "check", "--book", str(self.path), "--json")
        assert '"ok":true' in found.replace(" ", ""), found

    def test_copy(self):
        p = self.program
        p.keys("ctrl+shift+s")
        flow.banner(p, "Copied to %s")
        figures = sqlite3.connect(self.copy).execute("SELECT count(*) FROM figure").fetchone()
        assert figures == (5710,), figures

    def test_open_another(self):
        p = self.program
        p.keys("ctrl+o")
        p.gone(pyatspi.ROLE_STATUS_BAR, flow.pattern(p.text("Copied to %s")))
        self.set_figure("200000", "别的台账")
        assert not p.all(pyatspi.ROLE_TABLE_ROW, f"^{PLACE}.*20.00"), "the copy is a book of its own"


STEPS = ["other_program", "said_before", "undo", "unseen", "menu", "redo_list", "history",
         "issued", "card", "log", "back_up", "look_inside", "restore", "copy", "open_another"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Book(window, duibiao, language, pathlib.Path(folder)), STEPS, language)


main()
