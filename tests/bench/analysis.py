#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All rules over 990,000 figures against bare C that loads the same figures: at most 1.3x.

analysis.py BUILD: analysis-bench.c is linked with the libraries of BUILD and runs both sides in
turn, each from its file to the last streak; it fails when their answers differ. The ratio is taken
within each round.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "common"))
import figures

BAR = 1.3
COUNTY_BAR = 16.0
WHOLE_BAR = 5.0
ROUNDS = 7
HERE = pathlib.Path(__file__).resolve().parent
STEPS = ("load", "progress", "rank", "streak")


def measure(build, folder):
    program = figures.compile_program(HERE / "analysis-bench.c", build, folder,
                                      HERE / "analysis-data.c")
    output = subprocess.run([program, folder / "plain.db", folder / "bench.duibiao",
                             str(ROUNDS + 1)], check=True, capture_output=True, text=True).stdout
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
    return rounds, pages


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        rounds, pages = measure(build, pathlib.Path(folder))
    for name, side in rounds.items():
        steps = ", ".join(f"{step} {statistics.median(times):.1f}"
                          for step, times in zip(STEPS, zip(*side)))
        print(f"{name:6} {statistics.median(map(sum, side)):7.1f} ms ({steps})")
    ratios = [sum(ours) / sum(floor) for floor, ours in zip(rounds["floor"], rounds["ours"])]
    print(f"ratio {statistics.median(ratios):.2f} [{min(ratios):.2f}..{max(ratios):.2f}]  bar {BAR}")
    print(f"a county's page, 10 indicators: {pages['county']:.2f} ms  bar {COUNTY_BAR}")
    print(f"the page of 1,500 places: {pages['whole']:.2f} ms  bar {WHOLE_BAR}")


if __name__ == "__main__":
    main()
