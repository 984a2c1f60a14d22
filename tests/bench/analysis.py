#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All rules over 990,000 figures against bare C that loads the same figures: at most 1.3x; and
against the same answers in plain SQL: at least 30 times as fast.

analysis.py BUILD: analysis-bench.c is linked with the libraries of BUILD and runs both sides in
turn, each from its file to the last streak; it fails when their answers differ. The ratio is taken
within each round; the ratio of processor time beside it counts the store thread's work too, which
goes on while the rules are computed.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "common"))
import figures

BAR = 1.3
SQL_BAR = 30
COUNTY_BAR = 16.0
WHOLE_BAR = 5.0
ROUNDS = 7
HERE = pathlib.Path(__file__).resolve().parent
# One answer of the digest each: figures behind their pace, figures that fell, ranks by completion,
# third months among the last three of a county of twenty.
SQL = ("""
SELECT count(*) FROM obs JOIN target AS t ON t.unit = obs.unit AND t.indicator = obs.indicator
  AND t.year = CAST(substr(period, 1, 4) AS INT)
WHERE obs.value < t.value * substr(period, 6) / 12.0
""", """
SELECT count(*) FROM obs AS o JOIN obs AS b ON b.unit = o.unit AND b.indicator = o.indicator
  AND b.period = printf('%04d', substr(o.period, 1, 4) - 1) || substr(o.period, 5)
WHERE o.value < b.value
""", """
WITH r AS (SELECT obs.unit, rank() OVER (PARTITION BY obs.indicator, period
    ORDER BY obs.value / (t.value * substr(period, 6) / 12.0) DESC) AS place
  FROM obs JOIN target AS t ON t.unit = obs.unit AND t.indicator = obs.indicator
    AND t.year = CAST(substr(period, 1, 4) AS INT))
SELECT sum(place * substr(unit, 2)) FROM r
""", """
WITH g AS (SELECT o.unit, o.indicator, o.period, o.value / b.value - 1 AS growth
  FROM obs AS o JOIN obs AS b ON b.unit = o.unit AND b.indicator = o.indicator
    AND b.period = printf('%04d', substr(o.period, 1, 4) - 1) || substr(o.period, 5)),
r AS (SELECT unit, indicator, period, rank() OVER (
    PARTITION BY indicator, period, substr(unit, 2) / 20 ORDER BY growth) <= 3 AS last FROM g),
s AS (SELECT last + lag(last) OVER w + lag(last, 2) OVER w AS months FROM r
  WINDOW w AS (PARTITION BY unit, indicator ORDER BY period))
SELECT count(*) FROM s WHERE months = 3
""")
STEPS = ("load", "progress", "rank", "streak", "processor")


def compare(rounds, cost):
    ratios = [cost(ours) / cost(floor) for floor, ours in zip(rounds["floor"], rounds["ours"])]
    return f"{statistics.median(ratios):.2f} [{min(ratios):.2f}..{max(ratios):.2f}]"


def elapsed(times):
    return sum(times[:-1])


def time_sql(database, digest):
    """Milliseconds for all four, whose answers have to be those of @digest."""
    start = time.perf_counter()
    answers = [int(subprocess.run(["sqlite3", database, query], check=True, capture_output=True,
                                  text=True).stdout) for query in SQL]
    elapsed_ms = (time.perf_counter() - start) * 1000
    assert answers == digest, (answers, digest)
    return elapsed_ms


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
        elif name == "digest":
            digest = [int(number) for number in numbers]
    for side in rounds.values():
        del side[0]  # the first one warms caches
    return rounds, pages, time_sql(folder / "plain.db", digest)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        rounds, pages, sql = measure(build, pathlib.Path(folder))
    for name, side in rounds.items():
        steps = ", ".join(f"{step} {statistics.median(times):.1f}"
                          for step, times in zip(STEPS, zip(*side)))
        print(f"{name:6} {statistics.median(map(elapsed, side)):7.1f} ms ({steps})")
    print(f"ratio {compare(rounds, elapsed)}  bar {BAR}")
    print(f"ratio of processor time {compare(rounds, lambda times: times[-1])}")
    ours = statistics.median(map(elapsed, rounds["ours"]))
    print(f"in SQL {sql:.0f} ms, {sql / ours:.0f} times ours  bar {SQL_BAR}")
    print(f"a county's page, 10 indicators: {pages['county']:.2f} ms  bar {COUNTY_BAR}")
    print(f"the page of 1,500 places: {pages['whole']:.2f} ms  bar {WHOLE_BAR}")


if __name__ == "__main__":
    main()
