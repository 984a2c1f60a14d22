# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores by scheme once more (DESIGN §4 Score, PRACTICE R16), over the oracle's own reading of each
indicator."""
from fractions import Fraction

from oracle import MILLION, Oracle, bottom_set, place_values, six_places, year_and_month

POINT = MILLION
TOTAL = 100 * POINT


def rounded(points):
    """Millionths of a point, half away from zero."""
    digits = (2 * abs(points.numerator) + points.denominator) // (2 * points.denominator)
    return digits if points >= 0 else -digits


class Part:
    """One indicator of the scheme and what its rule says."""

    def __init__(self, case, rule):
        self.rule = rule["rule"]
        self.weight = rule["weight"]
        self.bonus = rule["bonus"]
        self.cap = rule["bonus_cap"]
        self.book = Oracle({**case, **rule})

    def publishes(self, year, month):
        return month in self.book.months

    def judgeable(self, place, year, month):
        """Whether there is a target that the rule can judge by."""
        target = self.book.target(place, year, month)
        if not self.publishes(year, month) or target is None:
            return False
        if not self.book.paced:
            return self.rule in ("rank", "all-or-nothing")
        return target > 0 and self.book.pace(year, month) != 0

    def state(self, index, year, month):
        """Reading: where there is a target to judge by, a growth-only indicator that was reported
        without growth is 未报: no target alone takes the weight away (R16)."""
        place = self.book.places[index]
        if not self.judgeable(place, year, month):
            return "untargeted"
        if not self.book.reported(place, year, month):
            return "unreported"
        known = self.book.difference(place, year, month) is not None
        return "judged" if known else "unreported"

    def reached(self, index, year, month):
        r = self.book.completion(self.book.places[index], year, month)
        tau = self.book.pace(year, month)
        return None if r is None or tau == 0 else r / tau

    def points(self, index, year, month, weight):
        """Rank, whether the target is met, what is earned of @weight and the bonus, in millionths.
        Reading: the bonus by pace is of the redistributed weight, its cap is as the scheme says."""
        rank, share, bonus = None, Fraction(0), Fraction(0)
        met = self.book.difference(self.book.places[index], year, month) >= 0
        reached = self.reached(index, year, month)
        if self.rule == "rank":
            ranks = self.book.ranking("progress", year, month)[1]
            rank, n = ranks[index], sum(r is not None for r in ranks)
            share = Fraction(n - rank + 1, n)
        elif self.rule == "all-or-nothing":
            share = Fraction(met)
        else:
            share = min(max(reached, 0), 1)
            if reached > 1:
                over = reached - 1
                bonus = over * (weight if self.rule == "pace" else 100 * self.bonus)
        return rank, met, rounded(Fraction(share * weight)), rounded(Fraction(min(bonus, self.cap)))


class Scores:
    def __init__(self, case):
        self.case = case
        self.parts = [Part(case, rule) for rule in case["indicators"]]
        self.places = range(len(case["members"]))

    def before(self, year, month):
        """The newest period before that any part publishes."""
        return max(part.book.before(year, month) for part in self.parts)

    def judge(self, index, year, month):
        """The states of all parts, and for each its weight, reached, rank, met, earned, bonus."""
        states = [part.state(index, year, month) for part in self.parts]
        whole = sum(p.weight for p, s in zip(self.parts, states) if s != "untargeted")
        found = []
        for part, state in zip(self.parts, states):
            if state == "untargeted":
                found.append((None, None, None, False, 0, 0))
                continue
            weight = Fraction(part.weight * TOTAL, whole)
            if state == "unreported":
                found.append((weight, None, None, False, 0, 0))
            else:
                found.append((weight, part.reached(index, year, month),
                              *part.points(index, year, month, weight)))
        return states, found

    def score(self, index, year, month):
        states, found = self.judge(index, year, month)
        if "judged" not in states:
            return None
        return sum(earned + bonus for *_, earned, bonus in found)

    def scores(self, year, month):
        """Of the places that take part; None for those that are not ranked."""
        due = self.parts[0].book.due
        return [self.score(i, year, month) if due(i, year, month) else None for i in self.places]

    def listed(self, state, year, month):
        """Places that are not ranked for the best of their parts being @state."""
        found = []
        for index in self.places:
            if not self.parts[0].book.due(index, year, month):
                continue
            states = self.judge(index, year, month)[0]
            if "judged" in states:
                continue
            if state == ("unreported" if "unreported" in states else "untargeted"):
                found.append(index)
        return found

    def part_answers(self, index, year, month):
        return [[state, None if weight is None else six_places(weight / POINT), six_places(reached),
                 rank, int(met), earned, bonus]
                for state, (weight, reached, rank, met, earned, bonus)
                in zip(*self.judge(index, year, month))]

    def answer(self):
        """Reading: previous ranks count from the scheme's first period on."""
        at = year_and_month(self.case["period"])
        before = self.before(*at)
        values = self.scores(*at)
        ranks, worse = place_values(values)
        previous = [None] * len(values)
        if before >= year_and_month(self.case["from"]):
            previous = place_values(self.scores(*before))[0]
        state, size, members = bottom_set(ranks, worse, self.case["bottom"])
        return {
            "n": self.case["n"],
            "scores": values,
            "ranks": ranks,
            "previous": [b if a else None for a, b in zip(ranks, previous)],
            "bottom": [int(member) for member in members],
            "tied": [int(rank is not None and ranks.count(rank) > 1) for rank in ranks],
            "state": state,
            "bottom_size": size,
            "parts": [[] if values[i] is None else self.part_answers(i, *at) for i in self.places],
            "unreported": self.listed("unreported", *at),
            "untargeted": self.listed("untargeted", *at),
            "provisional": any(part.publishes(*at) and not part.book.closed(*at)
                               for part in self.parts),
        }


def answer(case):
    return Scores(case).answer()
