#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Books that can't be opened, written or trusted, by the window's accessible tree: what it says, and
the way out.

test-trouble.py WINDOW DUIBIAO FAILING-DISK LANGUAGE: TAP."""
import os
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile

import pyatspi

import flow
from accessible import Program

PLACE = "城关镇"
USER_VERSION = 60  # in the head of the file


class Trouble:
    def __init__(self, window, duibiao, disk, language, folder):
        self.duibiao = duibiao
        self.path = folder / "book.duibiao"
        self.other = folder / "other.duibiao"
        self.disk = folder / "disk"
        self.make_backup()
        self.damage()
        self.program = Program(language, window, "--book", str(self.path), LD_PRELOAD=disk,
                               DUI_TEST_DISK=str(self.disk), DUI_TEST_OPEN_FILES=str(self.other))

    def command(self, *words):
        return flow.command(self.duibiao, *words, "--book", str(self.path))

    def make_backup(self):
        self.command("init", "--sample")
        self.set_figure("188000")
        self.command("backup")

    def set_figure(self, value):
        self.command("set", "figure", "--place", PLACE, "--completed", value, "--reason", "漏报")

    def damage(self):
        """Pages in the middle; the log beside it has gone into the file with the last command."""
        data = bytearray(self.path.read_bytes())
        data[4096 * 20:4096 * 22] = b"\xff" * 8192
        self.path.write_bytes(data)
        self.damaged = bytes(data)

    def heading(self, message):
        p = self.program
        p.find(pyatspi.ROLE_LABEL, f"^{re.escape(p.text(message))}$")

    def find_row(self, value):
        self.program.find(pyatspi.ROLE_TABLE_ROW, f"^{PLACE}.*{re.escape(value)}")

    def test_damaged(self):
        p = self.program
        self.heading("The book is damaged")
        p.find(pyatspi.ROLE_LABEL, re.escape(str(self.path)))
        p.find(pyatspi.ROLE_LIST_ITEM, r"\d{4}-\d\d-\d\d \d\d:\d\d.*5,?710")
        assert self.path.read_bytes() == self.damaged, "nothing is written to it"

    def test_rescued(self):
        p = self.program
        p.press("_Restore This Backup")
        p.find(pyatspi.ROLE_FRAME, "清丰县")
        flow.banner(p, "The book is as it was at %1$s. The damaged file is kept as “%2$s”.")
        kept = self.path.with_name(self.path.name + ".damaged")
        assert kept.read_bytes() == self.damaged, "byte for byte"
        p.keys("alt+4")
        self.find_row("18.80")

    def refuse(self, heading, words):
        """What the chooser names now."""
        p = self.program
        p.keys("ctrl+o")
        self.heading(heading)
        p.find(pyatspi.ROLE_STATUS_BAR, words)
        p.press("_Back")
        p.button("_Import")
        self.find_row("18.80")

    def words(self, message):
        return flow.pattern(self.program.text(message))

    def test_refused(self):
        """Each has a sentence of its own, and what was shown stays."""
        self.other.write_bytes(b"")
        self.refuse("This is not a book of Duibiao",
                    self.words("“%s” is an empty file, not a book. Choose another file."))
        sqlite3.connect(self.other).execute("CREATE TABLE t (a)").connection.commit()
        self.refuse("This is not a book of Duibiao",
                    self.words("“%s” is a database of another program. It was left as it is."))
        data = bytearray(self.path.read_bytes())
        data[USER_VERSION:USER_VERSION + 4] = (99).to_bytes(4, "big")
        self.other.write_bytes(data)
        self.refuse("The book was made by a newer version of Duibiao", ".")
        self.other.unlink()
        self.other.mkdir()
        self.refuse("This is not a book of Duibiao",
                    self.words("“%s” is a folder, not a book. Choose the file inside it."))
        self.other.rmdir()

    def edit(self, value):
        p = self.program
        p.keys("F2")
        p.find(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))
        p.type_into("Completed", value)
        p.press("Left out")
        p.press("_Save")

    def completed(self):
        return re.search(r'"completed":"(\S+?)"', self.command(
            "figures", "--place", "清丰县", "--period", "2021-11", "--json").replace(" ", ""))[1]

    def refuse_edit(self, when, reason):
        """What the window says of it is what is in the book."""
        p = self.program
        before = self.completed()
        self.disk.write_text(when)
        self.edit("1600000")
        p.find(pyatspi.ROLE_STATUS_BAR, self.words("The figure could not be changed") + ".*"
               + self.words(reason))
        self.disk.unlink(missing_ok=True)
        assert self.completed() == before
        p.keys("Escape")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))

    def test_not_written(self):
        """For good: so nobody can read either what is in the book."""
        self.refuse_edit("w", "the disk reported an error at the very end, and the book can't be "
                              "read to see whether it was saved. Open the book again and look "
                              "before you repeat it")

    def test_not_flushed(self):
        """Once, at the very end, when all of it is in the file."""
        self.refuse_edit("s", "the disk reported an error. Nothing was changed; check the disk and "
                              "the folder and try again")

    def test_written(self):
        p = self.program
        self.edit("1610000")
        p.gone(pyatspi.ROLE_DIALOG, re.escape(p.text("Edit Figure")))
        p.find(pyatspi.ROLE_TABLE_ROW, r"161\.00")
        assert self.completed() == "1610000"

    def test_locked(self):
        p = self.program
        holder = sqlite3.connect(self.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        p.press("Undo")
        p.find(pyatspi.ROLE_STATUS_BAR, self.words("It could not be undone"))
        holder.execute("ROLLBACK")
        holder.close()
        p.press("Undo")
        p.find(pyatspi.ROLE_TABLE_ROW, r"154\.74")

    def test_read_only(self):
        p = self.program
        flow.command(self.duibiao, "init", "--sample", "--book", str(self.other))
        self.other.chmod(0o444)
        p.keys("ctrl+o")
        banner = "This book is write-protected: it can be read, not changed."
        flow.banner(p, banner)
        button = p.button("_Import")
        assert not p.is_sensitive(button)
        assert button.description == p.text(banner), button.description
        assert not p.is_sensitive(p.button("Undo"))
        assert p.is_sensitive(p.button("_Print"))
        self.other.chmod(0o644)
        self.other.unlink()
        shutil.copy(self.path, self.other)

    def test_damaged_while_open(self):
        """A number that nobody has written is not shown: the old ones stay until there is a backup."""
        p = self.program
        p.keys("ctrl+o")
        p.wait("a book to write to", lambda: p.is_sensitive(p.button("_Import")))
        flow.command(self.duibiao, "backup", "--book", str(self.other))
        book = sqlite3.connect(self.other)
        for (name,) in book.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"
                                    " AND tbl_name = 'figure'").fetchall():
            book.execute(f"DROP TRIGGER {name}")
        book.execute("PRAGMA ignore_check_constraints = ON")
        book.execute("UPDATE figure SET value = value + 1 WHERE indicator = 1")
        book.commit()
        book.close()
        p.press("Go Back to a _Backup…")
        self.heading("The book is damaged")
        p.press("_Restore This Backup")
        flow.banner(p, "The book is as it was at %1$s. The damaged file is kept as “%2$s”.")


STEPS = ["damaged", "rescued", "refused", "not_written", "not_flushed", "written", "locked",
         "read_only", "damaged_while_open"]


def main():
    window, duibiao, disk, language = sys.argv[1:5]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Trouble(window, duibiao, os.path.abspath(disk), language, pathlib.Path(folder)),
                 STEPS, language)


main()
