#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo of an import of 12,000 figures, in process: at most 100 ms to undo it.

undo.py BUILD: undo-bench.c is linked with the libraries of BUILD; the places are 1,500.
"""
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "common"))
import figures

N_ROWS = 12_000
BAR = 100.0
ROUNDS = 9
HERE = pathlib.Path(__file__).resolve().parent


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    program = build / "app/command-line/duibiao"
    undone, redone = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        book, copy, sheet = folder / "book.duibiao", folder / "copy.duibiao", folder / "figures.csv"
        figures.make_book(program, folder, book)
        figures.write_csv(sheet, N_ROWS)
        figures.run(program, "import", "--book", book, sheet)
        bench = figures.compile_program(HERE / "undo-bench.c", build, folder)
        for _ in range(ROUNDS + 1):
            shutil.copyfile(book, copy)
            output = subprocess.run([bench, copy], check=True, capture_output=True, text=True).stdout
            undo, redo, *rows = output.split()
            assert rows == [str(N_ROWS)] * 2
            undone.append(float(undo))
            redone.append(float(redo))
    # The first round warms caches.
    print(f"{N_ROWS:,} figures undone: {statistics.median(undone[1:]):.0f} ms"
          f" [{min(undone[1:]):.0f}..{max(undone[1:]):.0f}]  bar {BAR:.0f} ms")
    print(f"and redone: {statistics.median(redone[1:]):.0f} ms")


if __name__ == "__main__":
    main()
