#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every ranking of the sample county against one worked out here, with exact fractions and from the
sample's own text: DESIGN §4, PRACTICE R1, R8, R9, R11 to R14.

  test-ranking.py PROGRAM SOURCE_ROOT
"""
import pathlib
import sys
from fractions import Fraction

from program import run_tests

HOME, BOTTOM = "410922", 3
PERIODS = (["2019-12"] + [f"2020-{month:02}" for month in range(2, 13)]
           + [f"2021-{month:02}" for month in range(2, 12)])
CUMULATIVE = {"output", "investment", "industrial-investment", "upgrade-investment", "revenue", "tax",
              "electricity", "attracted-funds"}
LOWER = {"energy"}


def number(text):
    return Fraction(text) if text else None


class Sample:
    def __init__(self, path):
        self.figures, self.targets, self.plans, self.codes = {}, {}, {}, []
        head = []
        for line in path.read_text("utf-8").splitlines():
            fields = line.split("\t")
            if line.startswith("#") or fields[0] in ("command", "bulletin"):
                continue
            if fields[0] in ("figures", "targets"):
                head = fields
            elif fields[0] == "plan":
                self.plans[fields[1], fields[2]] = [Fraction(share) / 100 for share in fields[3:]]
            elif head[0] == "figures":
                value, base, growth = map(number, fields[1:4])
                self.figures[head[1], fields[0], head[2]] = (
                    value, base, growth if growth is None else growth / 100)
            else:
                _, indicator, year, tier, effective, _ = head
                versions = self.targets.setdefault((indicator, fields[0], year, tier), [])
                versions.append((effective, Fraction(fields[1])))
        self.codes = sorted({code for _, code, _ in self.figures
                             if len(code) == 9 and code.startswith(HOME)})

    def value(self, indicator, code, period):
        return self.figures.get((indicator, code, period), (None, None, None))[0]

    def growth(self, indicator, code, period):
        value, base, growth = self.figures.get((indicator, code, period), (None, None, None))
        if growth is not None or not value or not base:
            return growth
        return value / base - 1

    def month(self, indicator, code, period):
        if indicator not in CUMULATIVE or period.endswith("-02"):
            return None
        now = self.value(indicator, code, period)
        before = self.value(indicator, code, previous(period))
        same_year = previous(period) and previous(period)[:4] == period[:4]
        return now - before if same_year and None not in (now, before) else None

    def target(self, indicator, code, period, tier):
        if tier == "assessed":
            raised = self.target(indicator, code, period, "adjusted")
            return raised if raised is not None else self.target(indicator, code, period, "agreed")
        versions = self.targets.get((indicator, code, period[:4], tier), [])
        held = [version for version in versions if version[0] <= period + "-31"]
        return max(held)[1] if held else None

    def pace(self, indicator, period):
        month = int(period[5:])
        if indicator not in CUMULATIVE:
            return None
        plan = self.plans.get((indicator, period[:4]))
        return plan[month - 1] if plan else Fraction(month, 12)

    def difference(self, indicator, code, period, tier):
        target = self.target(indicator, code, period, tier)
        value = self.value(indicator, code, period)
        if target is None:
            return None
        if indicator == "value-added":
            growth = self.growth(indicator, code, period)
            return None if growth is None else 100 * growth - target
        if value is None:
            return None
        if indicator in LOWER:
            return target - value
        return 100 * (value / target - self.pace(indicator, period))

    def ranked(self, indicator, code, period, by, tier):
        return {"growth": lambda: self.growth(indicator, code, period),
                "progress": lambda: self.difference(indicator, code, period, tier),
                "completed": lambda: self.value(indicator, code, period),
                "month": lambda: self.month(indicator, code, period)}[by]()

    def reported(self, indicator, code, period):
        return (indicator, code, period) in self.figures


def previous(period):
    index = PERIODS.index(period)
    return PERIODS[index - 1] if index else None


def rank(values, higher):
    """{code: (rank, bottom, tied)} by the bare rules."""
    def better(a, b):
        return a > b if higher else a < b

    known = {code: value for code, value in values.items() if value is not None}
    size = BOTTOM if len(known) >= 2 * BOTTOM else len(known) // 2
    bottom = {code for code, value in known.items()
              if sum(better(value, other) for other in known.values()) < size}
    if len(set(known.values())) < 2 or len(known) <= BOTTOM or 2 * len(bottom) > len(known):
        bottom = set()
    return {code: (1 + sum(better(other, value) for other in known.values()), code in bottom,
                   list(known.values()).count(value) > 1) for code, value in known.items()}


def ranks(sample, indicator, period, by, tier):
    higher = by == "progress" or indicator not in LOWER
    if period is None:
        return {}
    return rank({code: sample.ranked(indicator, code, period, by, tier) for code in sample.codes},
                higher)


def streak(sample, indicator, code, period):
    """Periods at the bottom by growth up to @period; 未报 neither breaks nor lengthens."""
    length = 0
    while period:
        placed = ranks(sample, indicator, period, "growth", None)
        if code in placed and not placed[code][1]:
            break
        length += code in placed
        period = previous(period)
    return length


def rounded(value, decimals=2):
    if value is None:
        return None
    scaled = abs(value) * 10 ** decimals
    units = int(scaled) + (scaled - int(scaled) >= Fraction(1, 2))
    sign = "-" if value < 0 and units else ""
    return f"{sign}{units // 10 ** decimals}.{units % 10 ** decimals:0{decimals}}"


def exact(value):
    if value is None:
        return None
    text = rounded(value, 4).rstrip("0").rstrip(".")
    return text if text != "-0" else "0"


def show(indicator, by, value):
    if by == "growth":
        return rounded(value * 100)
    if by == "progress" and (indicator in CUMULATIVE or indicator == "value-added"):
        return rounded(value)
    return exact(value)


def card(sample, indicator, code, period, tier):
    target = sample.target(indicator, code, period, tier)
    if target is None or indicator not in CUMULATIVE:
        return None
    reached = sample.value(indicator, code, period) / target / sample.pace(indicator, period)
    return "green" if reached >= 1 else "yellow" if reached >= Fraction(9, 10) else "red"


def expect(sample, indicator, period, by, tier):
    now = ranks(sample, indicator, period, by, tier)
    before = ranks(sample, indicator, previous(period), by, tier)
    gaps = {}
    for code in sample.codes:
        target = sample.target(indicator, code, period, tier)
        value = sample.value(indicator, code, period)
        if indicator in CUMULATIVE and None not in (target, value):
            gaps[code] = max(Fraction(0), target - value)
    rows = []
    for code in sorted(now, key=lambda code: (now[code][0], code)):
        place, bottom, tied = now[code]
        growth = sample.growth(indicator, code, period)
        target = sample.target(indicator, code, period, tier)
        value = sample.value(indicator, code, period)
        difference = sample.difference(indicator, code, period, tier)
        completion = None
        if indicator in CUMULATIVE and target:
            completion = value / target
        rows.append({
            "place": code, "rank": place,
            "previous_rank": before[code][0] if code in before else None,
            "change": before[code][0] - place if code in before else None,
            "value": show(indicator, by, sample.ranked(indicator, code, period, by, tier)),
            "completed": exact(value), "target": exact(target),
            "completion": rounded(completion and completion * 100),
            "difference": difference if difference is None
                          else show(indicator, "progress", difference),
            "growth": rounded(growth * 100) if growth is not None else None,
            "card": card(sample, indicator, code, period, tier), "bottom": bottom, "tied": tied,
            "streak": streak(sample, indicator, code, period),
            "share": rounded(100 * gaps[code] / sum(gaps.values())) if gaps.get(code) else None,
        })
    unreported = [code for code in sample.codes if not sample.reported(indicator, code, period)]
    rest = [code for code in sample.codes if code not in now and code not in unreported]
    return rows, unreported, rest


def compare(home, indicator, period, by, tier="assessed"):
    rows, unreported, untargeted = expect(SAMPLE, indicator, period, by, tier)
    answer = home.answer("rank", "--indicator", indicator, "--period", period, "--by", by, "--tier",
                         tier)
    case = (indicator, period, by, tier)
    assert (answer["indicator"], answer["period"], answer["by"]) == (indicator, period, by), case
    assert [place["code"] for place in answer["unreported"]] == unreported, case
    assert [place["code"] for place in answer["untargeted"]] == untargeted, case
    assert answer["provisional"] is False, case
    got = [{**row, "place": row["place"]["code"]} for row in answer["rows"]]
    assert len(got) == len(rows), (case, len(got), len(rows))
    for mine, theirs in zip(rows, got):
        assert mine == theirs, (case, {key: (mine[key], theirs[key]) for key in mine
                                       if mine[key] != theirs[key]})


SAMPLE = Sample(pathlib.Path(sys.argv[2]) / "resources/sample/sample.tsv")
MEASURED = ["growth", "progress", "completed", "month"]


def test_every_period_of_output_by_growth(home):
    home.must("init", "--sample")
    for period in PERIODS:
        compare(home, "output", period, "growth")


def test_output_by_everything(home):
    home.must("init", "--sample")
    for by in MEASURED:
        for period in ("2020-02", "2021-02", "2021-03", "2021-07", "2021-08", "2021-09", "2021-11"):
            compare(home, "output", period, by)


def test_tiers(home):
    home.must("init", "--sample")
    for tier in ("agreed", "adjusted", "stretch"):
        for period in ("2020-12", "2021-07", "2021-08", "2021-11"):
            compare(home, "output", period, "progress", tier)


def test_plan_path(home):
    home.must("init", "--sample")
    for period in ("2020-12", "2021-02", "2021-06", "2021-11"):
        compare(home, "investment", period, "progress")


def test_other_kinds(home):
    home.must("init", "--sample")
    for indicator in ("energy", "value-added", "attracted-funds", "electricity"):
        for by in MEASURED:
            compare(home, indicator, "2021-11", by)


def test_every_bottom_set_is_the_one_shown_by_streaks(home):
    home.must("init", "--sample")
    for period in PERIODS[-5:]:
        expected = {code: streak(SAMPLE, "output", code, period) for code in SAMPLE.codes}
        rows = home.answer("streaks", "--period", period)["rows"]
        assert {row["place"]["code"]: row["length"] for row in rows} == {
            code: length for code, length in expected.items() if length}, period
        assert all(row["length"] == len(row["periods"]) for row in rows)


run_tests(globals())
