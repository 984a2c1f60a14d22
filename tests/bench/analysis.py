#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All rules over 990,000 figures against bare C over arrays of doubles.

analysis.py BUILD: analysis-bench.c is linked with the libraries of BUILD and runs both sides in
turn on the same figures; it fails when their answers differ. The ratio is of the arithmetic alone,
taken within each round; reading the figures from a book is measured by itself.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile

BAR = 1.3
# What bare C needs to read the same columns from SQLite, as a part of its whole time (169 of 283 ms).
LOADING = 169 / (283 - 169)
COUNTY_BAR = 16.0
WHOLE_BAR = 5.0
ROUNDS = 7
HERE = pathlib.Path(__file__).resolve().parent
STEPS = ("load", "progress", "rank", "streak")


def compile_program(build, folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gio-2.0", "gio-unix-2.0"],
                           check=True, capture_output=True, text=True).stdout.split()
    libraries = [build / "app/analysis/libanalysis.a", build / "app/model/libmodel.a",
                 build / "resources/libresources.a"]
    program = folder / "analysis-bench"
    subprocess.run(["cc", "-O2", "-std=gnu17", "-I", HERE.parent.parent / "app", "-o", program,
                    HERE / "analysis-bench.c", *libraries, *flags, "-lm"], check=True)
    return program


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        program = compile_program(build, pathlib.Path(folder))
        output = subprocess.run([program, str(ROUNDS + 1)], check=True, capture_output=True,
                                text=True).stdout
    rounds = {"floor": [], "ours": []}
    pages = {}
    for line in output.splitlines():
        name, *numbers = line.split()
        if name in rounds:
            rounds[name].append([float(number) for number in numbers])
        elif name in ("county", "whole"):
            pages[name] = float(numbers[0])
    for side in rounds.values():
        del side[0]  # the first one warms caches
    for name, side in rounds.items():
        steps = ", ".join(f"{step} {statistics.median(times):.1f}"
                          for step, times in zip(STEPS, zip(*side)))
        print(f"{name:6} {statistics.median(sum(r[1:]) for r in side):7.1f} ms arithmetic ({steps})")
    ratios = [sum(ours[1:]) / sum(floor[1:])
              for floor, ours in zip(rounds["floor"], rounds["ours"])]
    # Both read the same columns first; what differs besides is the panel that ours fills.
    wholes = [(sum(ours) + LOADING * sum(floor[1:])) / (sum(floor) + LOADING * sum(floor[1:]))
              for floor, ours in zip(rounds["floor"], rounds["ours"])]
    print(f"arithmetic alone, exact and with every rule: {statistics.median(ratios):.2f}x"
          f" [{min(ratios):.2f}..{max(ratios):.2f}]")
    print(f"ratio {statistics.median(wholes):.2f} [{min(wholes):.2f}..{max(wholes):.2f}]"
          f" with equal loading  bar {BAR}")
    print(f"a county's page, 10 indicators: {pages['county']:.2f} ms  bar {COUNTY_BAR}")
    print(f"the page of 1,500 places: {pages['whole']:.2f} ms  bar {WHOLE_BAR}")


if __name__ == "__main__":
    main()
