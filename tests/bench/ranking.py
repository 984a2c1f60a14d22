#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One month's ranking page of 1,500 places out of 990,000 figures, in process: at most 60 ms cold,
5 ms for another month or indicator when it is loaded; and what SQL needs for the ranks alone.

ranking.py BUILD: ranking-bench.c is linked with the libraries of BUILD.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "common"))
import figures

BARS = (("cold", 60.0), ("another month", 5.0), ("another indicator", 5.0))
SQL_BAR = 0.12
ROUNDS = 9
HERE = pathlib.Path(__file__).resolve().parent
TABLE = ("CREATE TABLE obs(unit TEXT,indicator TEXT,period TEXT,value REAL,"
         "PRIMARY KEY(unit,indicator,period)) WITHOUT ROWID")
# The growth of every place over the year before, its rank in each of three months, and whether it was
# in the bottom three of all of them.
SQL = """
WITH g AS (SELECT o.unit, o.indicator, o.period, o.value / b.value - 1 AS growth
  FROM obs AS o JOIN obs AS b ON b.unit = o.unit AND b.indicator = o.indicator
    AND b.period = printf('%04d', substr(o.period, 1, 4) - 1) || substr(o.period, 5)
  WHERE o.period IN (SELECT DISTINCT period FROM obs ORDER BY period DESC LIMIT 3)),
r AS (SELECT *, rank() OVER (PARTITION BY indicator, period ORDER BY growth DESC) AS place,
  rank() OVER (PARTITION BY indicator, period ORDER BY growth) <= 3 AS bottom FROM g)
SELECT unit, indicator, max(period), place, sum(bottom) FROM r GROUP BY unit, indicator
"""


def time_sql(folder, sheet):
    plain = folder / "plain.db"
    subprocess.run(["sqlite3", plain, TABLE, f".import --csv --skip 1 {sheet} obs"], check=True)
    start = time.perf_counter()
    subprocess.run(["sqlite3", plain, SQL], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    program = build / "app/command-line/duibiao"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        book, sheet = folder / "book.duibiao", folder / "figures.csv"
        figures.make_book(program, folder, book)
        figures.write_csv(sheet, 990_000)
        figures.run(program, "import", "--book", book, sheet)
        sql = time_sql(folder, sheet)
        bench = figures.compile_program(HERE / "ranking-bench.c", build, folder)
        output = subprocess.run([bench, book, str(ROUNDS + 1)],
                                check=True, capture_output=True, text=True).stdout
    rounds = [[float(number) for number in line.split()] for line in output.splitlines()][1:]
    medians = [statistics.median(column) for column in zip(*rounds)]
    for (what, bar), median in zip(BARS, medians):
        print(f"{what}: {median:.1f} ms  bar {bar:.0f} ms")
    print(f"the month in SQL: {sql:.0f} ms, ratio of ours cold {medians[0] / sql:.3f}"
          f"  bar {SQL_BAR}")


if __name__ == "__main__":
    main()
