#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds app/analysis to the oracle on random books: some thousand questions, or DUI_TEST_SCALE times
as many. A difference is printed as the smallest book that still shows it, with both answers."""
import collections
import copy
import itertools
import json
import os
import subprocess
import sys
import threading

import backtests
import cases
import oracle
import peers
import score_cases
import scores

SCALE = float(os.environ.get("DUI_TEST_SCALE", "1"))

# What is asked, how many times, how a book for it is drawn and how the documents answer it.
QUESTIONS = {
    "ranking": (3000, cases, oracle),
    "backtest": (600, backtests, backtests),
    "peers": (800, peers, peers),
    "score": (800, score_cases, scores),
}


def answer(case):
    return QUESTIONS[case["ask"]][2].answer(case)


class Driver:
    """The program's own answers, in order, from one process that is fed by a thread of its own."""

    def __init__(self, path, questions):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        encoding="utf-8")
        self.feeder = threading.Thread(target=self.feed, args=(questions,), daemon=True)
        self.feeder.start()

    def feed(self, questions):
        try:
            for case in questions:
                self.process.stdin.write(json.dumps(case) + "\n")
            self.process.stdin.close()
        except BrokenPipeError:
            pass

    def answer(self, case):
        line = self.process.stdout.readline()
        if not line:
            print(f"Bail out! the driver stopped at {json.dumps(case)}", flush=True)
            os._exit(1)
        return json.loads(line)

    def ended_well(self):
        rest = self.process.stdout.read()
        self.feeder.join()
        return self.process.wait() == 0 and not rest


def differing(mine, other):
    return sorted(key for key in mine.keys() | other.keys() if mine.get(key) != other.get(key))


def indicators(case):
    """What has figures and targets of each place."""
    return case.get("indicators", [case])


def without_places(case):
    for index in range(len(indicators(case)[0]["places"])):
        less = copy.deepcopy(case)
        for column in [i["places"] for i in indicators(less)] + [less.get("members")]:
            if column:
                del column[index]
        yield less


def without_periods(case):
    for period in sorted({p for i in indicators(case) for place in i["places"]
                          for p in place["figures"]}):
        less = copy.deepcopy(case)
        for indicator in indicators(less):
            for place in indicator["places"]:
                place["figures"].pop(period, None)
        yield less


def without_parts(case):
    for number, indicator in enumerate(indicators(case)):
        for index, place in enumerate(indicator["places"]):
            for part, items in (("figures", list(place["figures"])),
                                ("targets", range(len(place["targets"])))):
                for item in items:
                    less = copy.deepcopy(case)
                    del indicators(less)[number]["places"][index][part][item]
                    yield less
        for name in ("plan", "issued", "parent", "members"):
            less = copy.deepcopy(case)
            indicators(less)[number].pop(name, None)
            yield less


def shrink(path, case, fields):
    """The smallest book in which one of the same fields still differs."""
    for fewer in (without_places, without_periods, without_places, without_parts):
        bad = [case]
        while bad:
            case = bad[0]
            candidates = [less for less in fewer(case)
                          if indicators(less)[0]["places"] and less != case]
            driver = Driver(path, candidates)
            bad = [less for less in candidates
                   if set(fields) & set(differing(answer(less), driver.answer(less)))]
            driver.ended_well()
    return case


def show(path, case, fields):
    case = shrink(path, case, fields)
    driver = Driver(path, [case])
    mine, other = answer(case), driver.answer(case)
    driver.ended_well()
    print("    # case " + json.dumps(case))
    for field in differing(mine, other):
        print(f"    # {field}: oracle {json.dumps(mine.get(field))}")
        print(f"    # {field}: program {json.dumps(other.get(field))}")


def books():
    """The question, family and case of every book, family by family."""
    for question, (times, drawing, _) in QUESTIONS.items():
        for index, name in enumerate(drawing.FAMILIES):
            for number in range(index, int(times * SCALE), len(drawing.FAMILIES)):
                yield f"{question}, {name}", drawing.draw(name, number)


def run_family(path, driver, family):
    """Prints what differed and returns the number of books and whether all were alike."""
    seen, first, count = collections.Counter(), {}, 0
    for count, (_, case) in enumerate(family, 1):
        fields = differing(answer(case), driver.answer(case))
        seen.update(fields)
        if fields and len(first) < 3:
            first.setdefault(tuple(fields), case)
    for fields, case in first.items():
        show(path, case, fields)
    if seen:
        print("    # differences: " + ", ".join(f"{f} {n}" for f, n in seen.most_common()))
    return count, not seen


def main():
    path, number, good = sys.argv[1], 0, True
    driver = Driver(path, (case for _, case in books()))
    print("TAP version 13")
    for number, (name, family) in enumerate(itertools.groupby(books(), lambda book: book[0]), 1):
        count, alike = run_family(path, driver, family)
        good = good and alike
        print(f"{'ok' if alike else 'not ok'} {number} - {name}: {count} books", flush=True)
    ended = driver.ended_well()
    print(f"{'ok' if ended else 'not ok'} {number + 1} - one answer to every book")
    print(f"1..{number + 1}")
    sys.exit(not (good and ended))


main()
