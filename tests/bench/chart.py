#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart of the sample county as PDF, whole process, against bare cairo and pango: at most 1.15x.

In Chinese and in English: Han glyphs cost more to embed, Latin ones more to trace back.

chart.py BUILD: chart-dump.c, linked with the libraries of BUILD, prints the shapes of each chart;
chart-floor.c draws those same shapes with cairo and pango alone. `duibiao chart` opens the book,
computes, lays out and draws. Both run in turn; the ratio is taken within each round.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

BAR = 1.15
ROUNDS = 31
SIZE = ("442", "269")
HERE = pathlib.Path(__file__).resolve().parent
DRAWING = ("pangocairo", "cairo-pdf")
PACKAGES = (*DRAWING, "cairo-svg", "cairo-png", "gio-2.0", "gio-unix-2.0", "nettle", "sqlite3")
LIBRARIES = ("app/charts/libcharts.a", "app/plot/libplot.a", "app/libbook.a",
             "app/store/libstore.a", "app/analysis/libanalysis.a", "app/model/libmodel.a")


def compile_program(source, folder, packages, *arguments):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *packages], check=True,
                           capture_output=True, text=True).stdout.split()
    program = folder / source.stem
    subprocess.run(["cc", "-O2", "-std=gnu17", "-I", HERE.parent.parent / "app", "-o", program,
                    source, *arguments, *flags, "-lm"], check=True)
    return program


def run_time(*command):
    """Milliseconds from start to end of a process."""
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return (time.perf_counter() - start) * 1000


def measure(build, folder, kind, language):
    program = build / "app/command-line/duibiao"
    book = folder / "sample.duibiao"
    if not book.exists():
        subprocess.run([program, "init", "--sample", "--book", book], check=True,
                       stdout=subprocess.DEVNULL)
    dump = compile_program(HERE / "chart-dump.c", folder, PACKAGES,
                           *(build / library for library in LIBRARIES), "-Wl,--whole-archive",
                           build / "resources/libresources.a", "-Wl,--no-whole-archive")
    floor = compile_program(HERE / "chart-floor.c", folder, DRAWING)
    shapes = folder / "shapes"
    shapes.write_bytes(subprocess.run([dump, book, kind, *SIZE], check=True,
                                      capture_output=True).stdout)
    bare, ours = folder / "floor.pdf", folder / "ours.pdf"
    floor_command = [str(floor), str(shapes), *SIZE, str(bare)]
    our_command = [str(program), "chart", kind, "--book", str(book), "--size", "x".join(SIZE),
                   "-o", str(ours)]
    floors, times = [], []
    for round_number in range(ROUNDS + 1):
        a = run_time(*floor_command)
        b = run_time(*our_command)
        if round_number:  # the first one warms caches
            floors.append(a)
            times.append(b)
    ratios = [b / a for a, b in zip(floors, times)]
    print(f"{kind:8} {language:5}  bare {statistics.median(floors):5.1f} ms {bare.stat().st_size} bytes"
          f"  duibiao {statistics.median(times):5.1f} ms {ours.stat().st_size} bytes"
          f"  ratio {statistics.median(ratios):.2f} [{min(ratios):.2f}..{max(ratios):.2f}]"
          f"  bar {BAR}")


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        for language in ("zh_CN", "en"):
            os.environ.update(LC_ALL="C.UTF-8", LANGUAGE=language)
            for kind in ("gap", "progress"):
                measure(build, pathlib.Path(folder), kind, language)


if __name__ == "__main__":
    main()
