#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves from sample.tsv alone, with exact fractions, what resources/sample/README.md says of it.

  test-sample.py SOURCE_ROOT
"""

import collections
import pathlib
import subprocess
import sys
from fractions import Fraction

ROOT = pathlib.Path(sys.argv[1])
SAMPLE = ROOT / "resources" / "sample"
HOME, CITY, NEWEST = "410922", "410900", "2021-11"
PERIODS = (["2019-12"] + ["2020-%02d" % month for month in range(2, 13)]
           + ["2021-%02d" % month for month in range(2, 12)])
PACED = ["output", "investment", "industrial-investment", "upgrade-investment", "revenue", "tax",
         "electricity", "attracted-funds"]
INDICATORS = PACED[:7] + ["energy", "attracted-funds", "value-added"]

Figure = collections.namedtuple("Figure", "value base growth status")


def number(text):
    return Fraction(text) if text else None


class Book:
    """The state after the last command, and what was replaced on the way."""

    def __init__(self, text):
        self.figures, self.targets, self.plans = {}, {}, {}
        self.issued, self.replaced, self.times = {}, [], []
        head = None
        for line in text.splitlines():
            fields = line.split("\t")
            if line.startswith("#"):
                continue
            if fields[0] == "command":
                _name, time, _verb, self.reason = fields
                self.times.append(time)
            elif fields[0] == "plan":
                self.plans[fields[1], int(fields[2])] = [int(share) for share in fields[3:]]
            elif fields[0] == "bulletin":
                self.issued[fields[1], fields[2]] = fields[4]
            elif fields[0] in ("figures", "targets"):
                head = fields
            elif head[0] == "figures":
                self.add_figure(head, fields)
            else:
                _name, indicator, year, tier, effective, document = head
                self.targets[fields[0], indicator, int(year), tier] = (
                    Fraction(fields[1]), effective, document)

    def add_figure(self, head, fields):
        _name, indicator, period, status = head
        code, value, base, growth = fields
        key = indicator, period, code
        if key in self.figures:
            self.replaced.append((key, self.figures[key], self.times[-1], self.reason))
        self.figures[key] = Figure(number(value), number(base), number(growth), status)

    def series(self, indicator, code):
        return {period: self.figures[indicator, period, code] for period in PERIODS
                if (indicator, period, code) in self.figures}


def read_names():
    names, above = {}, ""
    for line in (ROOT / "resources/codes/places.txt").read_text(encoding="utf-8").splitlines():
        digits = len(line) - len(line.lstrip("0123456789"))
        if digits == 6:
            above = line[:6]
        names[above if digits == 6 else above + line[:3]] = line[digits:]
    return names


BOOK = Book((SAMPLE / "sample.tsv").read_text(encoding="utf-8"))
NAMES = read_names()
TOWNSHIPS = [code for code in NAMES if len(code) == 9 and code.startswith(HOME)]
COUNTIES = [code for code in NAMES if len(code) == 6 and code[:4] == CITY[:4] and code != CITY]
CODE = {NAMES[code]: code for code in TOWNSHIPS}


def bottom_set(values, size=3):
    """Everybody with fewer than @size strictly worse; none where that is more than half."""
    members = {code for code, value in values.items()
               if sum(other < value for other in values.values()) < size}
    return members if len(members) <= len(values) / 2 else set()


def output_growth(period, computed=False):
    growth = {}
    for code in TOWNSHIPS:
        figure = BOOK.figures.get(("output", period, code))
        if figure:
            growth[code] = figure.value / figure.base - 1 if computed else figure.growth
    return growth


def runs(code):
    """Lengths and ends of the unbroken runs at the bottom; 未报 neither breaks nor lengthens."""
    found, length, last = [], 0, None
    for period in PERIODS + [None]:
        if period and code not in output_growth(period):
            continue
        if period and code in bottom_set(output_growth(period)):
            length, last = length + 1, period
        elif length:
            found.append((length, last))
            length = 0
    return found


def test_generator():
    made = subprocess.run([sys.executable, "-B", str(SAMPLE / "make-sample.py"), "--stdout"],
                          check=True, stdout=subprocess.PIPE).stdout
    assert made == (SAMPLE / "sample.tsv").read_bytes(), "run make-sample.py again"


def test_complete():
    assert len(TOWNSHIPS) == 17 and len(COUNTIES) == 8 and HOME in COUNTIES
    places = TOWNSHIPS + COUNTIES + [CITY]
    expected = {(indicator, period, code) for indicator in INDICATORS for period in PERIODS
                for code in places if (NAMES[code], period) != ("马村乡", "2021-09")}
    assert set(BOOK.figures) == expected
    assert len(PERIODS) == 22


def test_time():
    assert BOOK.times == sorted(BOOK.times)
    assert all(figure.status == ("初步" if period == NEWEST else "审定")
               for (_indicator, period, _code), figure in BOOK.figures.items())
    assert [period for indicator, period in BOOK.issued if indicator == "output"] == PERIODS[:-1]


def test_cumulative_never_falls():
    for indicator in PACED:
        for code in TOWNSHIPS + COUNTIES + [CITY]:
            series = BOOK.series(indicator, code)
            for part in ("value", "base"):
                previous = None
                for period, figure in series.items():
                    amount = getattr(figure, part)
                    assert amount > 0
                    if previous and previous[0][:4] == period[:4]:
                        assert amount >= previous[1], (indicator, code, part, period)
                    previous = period, amount


def test_growth_fits():
    """As reported: one decimal, no more than 0.05 point from C/B - 1, and within reason."""
    for (indicator, _period, code), figure in BOOK.figures.items():
        assert figure.growth * 10 == int(figure.growth * 10)
        assert -6.5 <= figure.growth <= 18.5, (indicator, code, figure)
        if indicator == "value-added":
            assert figure.value is None and figure.base is None
        else:
            rest = (figure.value / figure.base - 1) * 100 - figure.growth
            assert abs(rest) <= Fraction(1, 20), (indicator, code, figure)


def test_base_is_last_year():
    """The base of 2021 is the figure of 2020, but where it was corrected."""
    other = {(code, period) for period in PERIODS[12:] for code in TOWNSHIPS + COUNTIES
             if ("output", period, code) in BOOK.figures
             and BOOK.figures["output", period, code].base
             != BOOK.figures["output", "2020" + period[4:], code].value}
    assert other == {(CODE["韩村镇"], "2021-10"), (CODE["韩村镇"], "2021-11")}


def test_county():
    figure = BOOK.figures["output", NEWEST, HOME]
    assessed = BOOK.targets[HOME, "output", 2021, "adjusted"][0]
    assert figure.value == 1547400 and assessed == 2000000 and figure.growth == Fraction("7.7")
    townships = sum(BOOK.figures["output", NEWEST, code].value for code in TOWNSHIPS)
    assert Fraction(615, 1000) < townships / figure.value < Fraction(625, 1000)
    sizes = sorted(BOOK.figures["output", NEWEST, code].value for code in TOWNSHIPS)
    assert 28 <= sizes[-1] / sizes[0] <= 32


def test_peers():
    def rank(period):
        growth = {code: BOOK.figures["output", period, code].growth for code in COUNTIES}
        return 1 + sum(value > growth[HOME] for value in growth.values())

    assert rank("2021-10") == 4 and rank(NEWEST) == 5
    assert len({rank(period) for period in PERIODS}) >= 3


def test_targets():
    raised = {code for code, indicator, _year, tier in BOOK.targets if tier == "adjusted"}
    assert raised == {HOME} | {CODE[name] for name in "城关镇 马庄桥镇 仙庄镇 柳格镇 高堡乡".split()}
    for key, (value, effective, document) in BOOK.targets.items():
        code, indicator, year, tier = key
        assert value > 0 and document
        if tier == "adjusted":
            assert indicator == "output" and year == 2021
            assert (effective, document) == ("2021-08-01", "清政〔2021〕12号")
            assert value > BOOK.targets[code, indicator, year, "agreed"][0]
            assert value < BOOK.targets[code, indicator, year, "stretch"][0]
    for indicator in INDICATORS:
        for year in (2019, 2020, 2021):
            with_target = {code for code, *rest in BOOK.targets if rest == [indicator, year, "agreed"]}
            everybody = set(TOWNSHIPS + COUNTIES + [CITY])
            assert with_target == ({HOME} if indicator == "attracted-funds" else everybody)


def test_raise_turns_the_county():
    """1–8月: ahead of the old target, behind the raised one."""
    done = BOOK.figures["output", "2021-08", HOME].value
    old = done / BOOK.targets[HOME, "output", 2021, "agreed"][0]
    new = done / BOOK.targets[HOME, "output", 2021, "adjusted"][0]
    assert new < Fraction(8, 12) < old


def test_plans():
    assert {indicator for indicator, _year in BOOK.plans} == {
        "investment", "industrial-investment", "upgrade-investment"}
    for shares in BOOK.plans.values():
        assert len(shares) == 12 and shares == sorted(shares) and shares[-1] == 100
        assert any(Fraction(share, 100) != Fraction(month, 12)
                   for month, share in enumerate(shares[:-1], 1))


def test_ranks_by_either_growth():
    """One bottom set, whether growth is taken as reported or computed."""
    for period in PERIODS:
        assert bottom_set(output_growth(period)) == bottom_set(output_growth(period, True)), period


def test_three_running():
    streaks = {NAMES[code]: [run for run in runs(code) if run[0] >= 3] for code in TOWNSHIPS}
    assert {name: found for name, found in streaks.items() if found} == {"固城镇": [(3, NEWEST)]}
    assert CODE["固城镇"] not in bottom_set(output_growth("2021-08"))


def test_two_runs_of_two():
    of_year = {NAMES[code]: [run for run in runs(code) if run[0] == 2 and run[1] > "2021"]
               for code in TOWNSHIPS}
    assert {name: found for name, found in of_year.items() if len(found) > 1} == {
        "古城乡": [(2, "2021-04"), (2, "2021-08")]}


def test_tie():
    tied = {CODE["大屯乡"], CODE["双庙乡"]}
    for computed in (False, True):
        growth = output_growth(NEWEST, computed)
        assert len({growth[code] for code in tied}) == 1
        bottom = bottom_set(growth)
        assert bottom == tied | {CODE["固城镇"], CODE["纸房乡"]}
        worse = sum(value < growth[CODE["大屯乡"]] for value in growth.values())
        assert worse == 2
    for period in PERIODS:
        growth = sorted(output_growth(period).values())
        assert len(set(growth)) == len(growth) - (period == NEWEST), "another tie"
        assert len(bottom_set(output_growth(period))) == (4 if period == NEWEST else 3)


def test_unreported():
    missing = [(period, code) for period in PERIODS for code in TOWNSHIPS
               if ("output", period, code) not in BOOK.figures]
    assert missing == [("2021-09", CODE["马村乡"])]
    assert runs(CODE["马村乡"])[-1] == (2, "2021-08")


def test_revised():
    [(key, old, time, reason)] = BOOK.replaced
    new = BOOK.figures[key]
    assert key == ("output", "2021-10", CODE["韩村镇"])
    assert new.value == old.value and new.base < old.base and new.growth != old.growth
    assert BOOK.issued["output", "2021-10"] < time[:10] == "2021-11-24" and reason
    assert (old.growth, new.growth) == (Fraction("7.3"), Fraction("8.9"))


def test_ranks_move():
    for earlier, later in zip(PERIODS[1:], PERIODS[2:]):
        moved = 0
        before, after = output_growth(earlier), output_growth(later)
        for code in set(before) & set(after):
            ranks = [sum(value > growth[code] for value in growth.values())
                     for growth in (before, after)]
            moved += ranks[0] != ranks[1]
        assert moved >= 5, later


def test_energy():
    newest = {code: BOOK.figures["energy", NEWEST, code].value for code in TOWNSHIPS + [HOME]}
    over = {code for code, value in newest.items()
            if value > BOOK.targets[code, "energy", 2021, "agreed"][0]}
    assert HOME in over and 3 <= len(over) <= 15


def main():
    tests = [(name, function) for name, function in sorted(globals().items())
             if name.startswith("test_")]
    failed = 0
    print("1..%d" % len(tests))
    for number_of_test, (name, function) in enumerate(tests, 1):
        try:
            function()
            print("ok %d %s" % (number_of_test, name))
        except AssertionError as error:
            failed += 1
            line = error.__traceback__
            while line.tb_next:
                line = line.tb_next
            print("not ok %d %s: line %d: %s" % (number_of_test, name, line.tb_lineno, error))
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
