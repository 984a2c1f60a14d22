#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed at random moments of its work: the book is as before or as after, what it had
said is true, and every backup is whole."""
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "command-line"))
from program import run_tests  # pylint: disable=wrong-import-position

SCALE = float(os.environ.get("DUI_TEST_SCALE", "1"))
SOURCE = pathlib.Path(sys.argv[2])
TOWN = "410922100"
TOWNS = [f"4109221{number:02}" for number in range(8)]
# A command's time, and what hangs on it, are never the same twice.
COLUMNS = {"command": "id, who, login, verb, reason, subject", "seal": "command, figures, records",
           "undo": "command, changeset"}


def state(path):
    """All that is in a book."""
    book = sqlite3.connect(path)
    tables = [row[0] for row in book.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    found = [(table, book.execute(f"SELECT {COLUMNS.get(table, '*')} FROM {table}").fetchall())
             for table in tables]
    found.append(book.execute("PRAGMA integrity_check").fetchall())
    found.append(book.execute("PRAGMA user_version").fetchall())
    book.close()
    return found


class Stage:
    """A book before a command, put up again for every kill."""

    def __init__(self, home, template, arguments, backs_up=False):
        self.home, self.template, self.arguments = home, template, arguments
        self.backs_up = backs_up
        self.put()
        self.before = state(home.book)
        self.seconds = []
        for _ in range(3):
            self.put()
            begin = time.monotonic()
            home.must(*arguments)
            self.seconds.append(time.monotonic() - begin)
        self.after = state(home.book)

    def put(self):
        shutil.rmtree(self.home.book.parent, ignore_errors=True)
        shutil.copytree(self.template, self.home.book.parent)

    def backups(self):
        """Newest first."""
        folder = self.home.book.parent / "backups"
        return sorted(folder.glob("book.duibiao *.duibiao"), reverse=True)

    def kill(self):
        """False when the command was faster."""
        self.put()
        old = set(self.backups())
        out = self.home.path / "out"
        with open(out, "wb") as output:
            process = subprocess.Popen(
                [self.home.program, *map(str, self.arguments)], env=self.home.environment,
                cwd=self.home.path, stdout=output, stderr=subprocess.STDOUT)
            time.sleep(random.uniform(0, min(self.seconds)))
            process.kill()
            code = process.wait()
        assert code in (0, -signal.SIGKILL), (code, out.read_text())
        self.look(code == 0 or out.stat().st_size > 0, old)
        return code != 0

    def look(self, told, old):
        now = state(self.home.book)
        assert now == self.after or (now == self.before and not told), (
            self.arguments, "told" if told else "not told", "between")
        for backup in self.backups():
            assert backup in old or state(backup) in (self.before, self.after), backup
        if self.backs_up and now == self.after and self.before != self.after:
            assert any(state(backup) == self.before for backup in self.backups()), "no backup"
        assert self.home.answer("check") == {"ok": True, "findings": []}


def kill_often(stage, wanted):
    """@wanted: in CI; five times as many in full length."""
    wanted = round(wanted * (1 + (SCALE - 1) * 4 / 19)) if SCALE > 1 else wanted
    killed = runs = 0
    while killed < wanted:
        killed += stage.kill()
        runs += 1
    print(f"# {stage.arguments[0]}: killed {killed} times in {runs} runs", flush=True)


def rows(month, value):
    return "".join(f"{town},2021-{month:02},{value + index}\n" for index, town in enumerate(TOWNS))


def prepare(home):
    """The user's book with imports, edits, a backup, something to undo and something to redo."""
    header = "代码,期,工业总产值（万元）\n"
    first = home.write("first.csv", header + "".join(rows(month, 100 * month)
                                                     for month in range(2, 7)))
    home.must("init", "--place", "410922")
    home.must("import", first)
    home.must("set", "target", "--place", TOWN, "--year", "2021", "--tier", "agreed", "--value",
              "9000", "--reason", "签订")
    home.must("backup")
    home.must("import", home.write("second.csv", header + rows(7, 700)))
    home.must("set", "figure", "--place", TOWN, "--period", "2021-03", "--completed", "333",
              "--reason", "漏报")
    home.must("undo")
    template = home.path / "template"
    shutil.copytree(home.book.parent, template)
    return template


def test_import(home):
    template = prepare(home)
    header = "代码,期,工业总产值（万元）,工业税收（万元）\n"
    sheet = home.write("third.csv", header + "".join(
        f"{town},2021-{month:02},{1000 * month + index},{month}\n"
        for month in range(2, 12) for index, town in enumerate(TOWNS)))
    kill_often(Stage(home, template, ["import", sheet], backs_up=True), 110)


def test_edit(home):
    template = prepare(home)
    kill_often(Stage(home, template, ["set", "figure", "--place", TOWN, "--period", "2021-07",
                                      "--completed", "777", "--reason", "更正"]), 60)


def test_undo(home):
    kill_often(Stage(home, prepare(home), ["undo"]), 40)


def test_redo(home):
    kill_often(Stage(home, prepare(home), ["redo"]), 20)


def test_backup(home):
    kill_often(Stage(home, prepare(home), ["backup"]), 50)


def test_restore(home):
    template = prepare(home)
    backup = sorted((template / "backups").glob("*.duibiao"))[0].name
    kill_often(Stage(home, template, ["restore", backup], backs_up=True), 60)


def test_migrate(home):
    """From every earlier version to this one."""
    kept = sorted((SOURCE / "tests/data/books").glob("schema-*.duibiao"))[:-1]
    for book in kept:
        template = home.path / book.stem
        template.mkdir()
        shutil.copy(book, template / "book.duibiao")
        kill_often(Stage(home, template, ["places"], backs_up=True), 60)


if __name__ == "__main__":
    run_tests(globals())
