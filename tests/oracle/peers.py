# SPDX-License-Identifier: GPL-3.0-or-later
"""The first place among its peers once more (DESIGN §4 Peers, PRACTICE R15, R20): who is above and
below, both gaps and how they have gone, and what it takes to pass."""
import math
from fractions import Fraction

from cases import LARGEST, County
from oracle import MEASURE, Oracle, name_of, six_places

FAMILIES = {
    "by growth": dict(by="growth", months=(4, 14), bases=0.95),
    "by completion": dict(by="progress", kind="cumulative", direction="higher", months=(4, 14)),
    "by distance": dict(by="progress", distance=True, months=(4, 6)),
    "by amount": dict(by="completed", months=(4, 14)),
    "by the month": dict(by="month", kind="cumulative", direction="higher", months=(5, 14)),
    "reported growth": dict(by="growth", growth_source="reported", months=(2, 5), bases=0.5),
    "ties": dict(amounts="few", months=(4, 6), bases=0.95),
    "amounts at the limit": dict(amounts="large", months=(4, 6)),
    "anything": dict(months=(1, 20), members=0.3),
}
EVERYWHERE = {"places": (1, 9), "holes": 0.04, "estimates": 0.02}


class Peers(Oracle):
    def __init__(self, case):
        super().__init__(case)
        self.by = case["by"]
        self.at = self.year, self.month
        # A distance is already better when it is higher (R9); other values follow the indicator.
        self.sign = 1 if self.higher or self.by == "progress" else -1
        # Gaps of rates are in points.
        points = self.by == "growth" or self.by == "progress" and self.paced
        self.points = 100 if points else 1
        self.amounts = self.by in ("completed", "month")

    def compared(self, index, at):
        """What gaps are taken of. Reading: completion, not pace difference, which orders alike;
        amounts are raw."""
        value = self.value(index, self.by, *at)
        if value is not None and self.amounts:
            return value * MEASURE
        if value is None or self.by != "progress" or not self.paced:
            return value
        return self.completion(self.places[index], *at)

    def others(self, at):
        found = [(index, self.compared(index, at)) for index in range(1, len(self.places))]
        return [(index, value) for index, value in found if value is not None]

    def neighbours(self, value, at):
        """Above, its lead, below and how far that is behind; of equals the first."""
        leads = [(self.sign * (theirs - value), index) for index, theirs in self.others(at)]
        ahead = [(lead, index) for lead, index in leads if lead > 0]
        behind = [(-lead, index) for lead, index in leads if lead < 0]
        (lead, above), (chase, below) = (min(side, default=(None, None))
                                         for side in (ahead, behind))
        return above, self.scaled(lead), below, self.scaled(chase)

    def scaled(self, gap):
        return None if gap is None else gap * self.points

    def lead_of(self, index, at):
        """How far another place is ahead of the first one, negative where it is behind."""
        ours, theirs = self.compared(0, at), self.compared(index, at)
        known = ours is not None and theirs is not None
        return self.scaled(self.sign * (theirs - ours)) if known else None

    def periods(self, count):
        """Back from the asked one."""
        at = self.at
        for _ in range(count):
            yield at
            at = self.before(*at)

    # Trends

    def trend(self, gaps):
        """R15: larger or smaller than in each of the three periods before; amounts by what they are of
        our own. Reading: completion begins anew with the year."""
        periods = list(self.periods(4))
        if self.by == "progress" and self.paced and len({year for year, _ in periods}) > 1:
            return None
        if self.amounts:
            ours = [self.compared(0, at) for at in periods]
            gaps = [None if gap is None or own is None or own <= 0 else gap / own
                    for gap, own in zip(gaps, ours)]
        if None in gaps:
            return None
        if all(gaps[0] > gap for gap in gaps[1:]):
            return "widening"
        return "narrowing" if all(gaps[0] < gap for gap in gaps[1:]) else "mixed"

    def whoever(self, at):
        ours = self.compared(0, at)
        return (None,) * 4 if ours is None else self.neighbours(ours, at)

    def same(self, at):
        """The gaps then to the neighbours of now."""
        above, _, below, _ = self.whoever(self.at)
        lead = None if above is None else self.lead_of(above, at)
        chase = None if below is None else self.lead_of(below, at)
        return lead, None if chase is None else -chase

    def trends(self):
        """None where the program does not vouch for the last digit: distances in percent."""
        if self.by == "progress" and self.growth_only:
            return None
        gaps = [(*self.same(at), *self.whoever(at)) for at in self.periods(4)]
        same_lead, same_chase, _, lead, _, chase = zip(*gaps)
        return [self.trend(side) for side in (same_lead, lead, same_chase, chase)]

    def history(self):
        """Reading: from the first of the twelve periods in which anybody is ranked."""
        answer = []
        for at in self.periods(12):
            ranks = self.ranking(self.by, *at)[1]
            answer.append([name_of(*at), ranks[0], sum(rank is not None for rank in ranks),
                           six_places(self.compared(0, at) if ranks[0] else None),
                           *self.named(self.whoever(at)), *map(six_places, self.same(at))])
        while len(answer) > 1 and answer[-1][2] == 0:
            answer.pop()
        return answer[::-1]

    @staticmethod
    def named(neighbours):
        above, lead, below, chase = neighbours
        return [None if above is None else above + 1, six_places(lead),
                None if below is None else below + 1, six_places(chase)]

    # What if

    def lever(self):
        """Our value as (start, slope) in what is added; None where nothing can be. Reading: a
        reported growth goes on at the same prices, to (C + x) (1 + g) / C - 1, for which both
        C and 1 + g have to be positive."""
        place, ours = self.places[0], self.compared(0, self.at)
        c = self.amount(place, *self.at)
        if ours is None or c is None or self.growth_only:
            return None
        if self.by == "growth":
            base = self.figure(place, *self.at)["b"]
            if self.growth(0, *self.at)[1]:
                base = self.firm(place, self.year - 1, self.month)
            if base is not None and base > 0 and ours == Fraction(c, base) - 1:
                return ours, Fraction(1, base)
            return (ours, (1 + ours) / c) if c > 0 and ours > -1 else None
        if self.by == "progress" and self.paced:
            return ours, Fraction(1, self.target(place, *self.at))
        if self.by == "progress":
            return ours, Fraction(1 if self.higher else -1, MEASURE)
        return ours, Fraction(1)

    def to_pass(self, index):
        """The least amount to be added in order to be strictly better than another place."""
        lever = self.lever()
        if index is None or lever is None or lever[1] == 0:
            return None
        level = (self.compared(index, self.at) - lever[0]) / lever[1]
        more = self.sign * lever[1] > 0
        needed = math.floor(level) + 1 if more else math.ceil(level) - 1
        return needed if abs(needed) <= LARGEST else None

    def what_if(self, added):
        lever = self.lever()
        if lever is None:
            return None
        value = lever[0] + lever[1] * added
        others = [theirs for _, theirs in self.others(self.at)]
        rank = 1 + sum(self.sign * theirs > self.sign * value for theirs in others)
        return [six_places(value), rank, value in others,
                *self.named(self.neighbours(value, self.at))]

    # The place above

    def whole(self, at, by):
        """What the parent's own figure has of what is compared. Reading: 预计 is not compared, nor is
        a distance to target, which is an amount."""
        parent = self.case.get("parent")
        if parent is None or not self.reported(parent, *at):
            return None
        if by == "growth":
            return self.find_growth(parent, *at)[0]
        return self.completion(parent, *at)

    def over_whole(self):
        ours = self.compared(0, self.at)
        whole = None if self.amounts else self.whole(self.at, self.by)
        return None if ours is None or whole is None else self.scaled(ours - whole)

    def standing(self):
        """By growth, among all."""
        ranks = self.ranking("growth", *self.at)[1]
        n = sum(rank is not None for rank in ranks)
        if ranks[0] is None or n < 2:
            return None
        previous = self.ranking("growth", *self.before(*self.at))[1][0]
        whole, own = self.whole(self.at, "growth"), self.value(0, "growth", *self.at)
        return [ranks[0], previous, previous - ranks[0] if previous else 0, n,
                ranks.count(ranks[0]) > 1,
                ranks[0] > 1 and all(rank is None or rank <= ranks[0] for rank in ranks),
                not self.closed(*self.at),
                six_places(None if whole is None else 100 * (own - whole))]

    def is_member(self):
        return "members" not in self.case or any(
            version["from"] <= name_of(*self.at) <= version["to"]
            for version in self.case["members"][0])

    def answer(self):
        if not self.is_member():
            return {"n": self.case["n"]}
        ranks = self.ranking(self.by, *self.at)[1]
        above = self.whoever(self.at)[0]
        first = None if above is None else ranks.index(1)
        answer = {
            "n": self.case["n"],
            "standing": self.standing(),
            "peers": [*self.named(self.whoever(self.at)), self.to_pass(above),
                      self.to_pass(first), six_places(self.over_whole())],
            "level": [i + 1 for i, rank in enumerate(ranks) if i and rank and rank == ranks[0]],
            "history": self.history(),
            "what_if": [self.what_if(added) for added in self.case["added"]],
        }
        if self.trends() is not None:
            answer["trends"] = self.trends()
        return answer


class Circle(County):
    def case(self):
        case = super().case()
        amounts = [0, 1, -1, 5, 10 ** 4, -10 ** 6, 2 * 10 ** 6, LARGEST // 1000, -LARGEST // 1000]
        case["added"] = self.random.sample(amounts, 3)
        if self.random.random() < 0.7:
            case["parent"] = self.random.choice(case["places"])
            if self.random.random() < 0.5:
                other = super().case()
                case["parent"] = other["places"][0]
        return {**case, "ask": "peers"}


def draw(family, number):
    return Circle(family, {**EVERYWHERE, **FAMILIES[family]}, number).case()


def answer(case):
    return Peers(case).answer()
