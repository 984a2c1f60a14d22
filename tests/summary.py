#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases in Meson's log and prints "N passed, N failed" as the last line.

A program that broke off (crash, time limit, error at start) counts as one failed case beside those
that it had printed. Exits with 1 when anything failed or nothing ran.
"""
import json
import re
import sys


def count(program):
    passed = failed = skipped = 0
    for line in program.get("stdout", "").splitlines():
        if re.match(r"ok\b", line):
            if re.search(r"#\s*skip", line, re.I):
                skipped += 1
            else:
                passed += 1
        elif re.match(r"not ok\b", line):
            failed += 1
    if program["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and failed == 0:
        failed = 1
    return passed, failed, skipped


def main():
    totals = [0, 0, 0]
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            program = json.loads(line)
            counted = count(program)
            totals = [a + b for a, b in zip(totals, counted)]
            if counted[1]:
                print(f"failed: {program['name']} ({program['result']})")
    passed, failed, skipped = totals
    skips = f", {skipped} skipped" if skipped else ""
    print(f"{passed} passed, {failed} failed{skips}")
    sys.exit(1 if failed or not passed else 0)


main()
