#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import of 50,000 and 1,000,000 figures from CSV against the sqlite3 shell's .import of the same
file into a keyed table: at most 1.15x and 0.80x, whole processes, our checks and log included.

import.py BUILD: both run in turn, each time on a fresh copy; the ratio is taken within each round.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "common"))
import figures

SIZES = ((50_000, 1.15, 9), (1_000_000, 0.80, 5))
TABLE = ("CREATE TABLE obs(unit TEXT,indicator TEXT,period TEXT,value REAL,"
         "PRIMARY KEY(unit,indicator,period)) WITHOUT ROWID")


def timed(*command):
    os.sync()
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def count(book):
    answer = subprocess.run(["sqlite3", book, "SELECT count(*) FROM figure"], check=True,
                            capture_output=True, text=True)
    return int(answer.stdout)


def compare(program, folder, book, n_rows, n_rounds):
    sheet, copy, plain = folder / "figures.csv", folder / "copy.duibiao", folder / "plain.db"
    figures.write_csv(sheet, n_rows)
    shell, ours = [], []
    for _ in range(n_rounds + 1):
        plain.unlink(missing_ok=True)
        shutil.copyfile(book, copy)
        shell.append(timed("sqlite3", plain, TABLE, f".import --csv --skip 1 {sheet} obs"))
        ours.append(timed(program, "import", "--book", copy, sheet))
        assert count(copy) == n_rows + figures.N_PLACES
    return shell[1:], ours[1:]  # the first round warms caches


def main():
    program = pathlib.Path(sys.argv[1]).resolve() / "app/command-line/duibiao"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        book = folder / "book.duibiao"
        figures.make_book(program, folder, book)
        for n_rows, bar, n_rounds in SIZES:
            shell, ours = compare(program, folder, book, n_rows, n_rounds)
            ratios = [b / a for a, b in zip(shell, ours)]
            print(f"{n_rows:,} figures: sqlite3 {statistics.median(shell):.0f} ms, "
                  f"duibiao {statistics.median(ours):.0f} ms, "
                  f"ratio {statistics.median(ratios):.2f} [{min(ratios):.2f}..{max(ratios):.2f}]"
                  f"  bar {bar:.2f}")


if __name__ == "__main__":
    main()
