# SPDX-License-Identifier: GPL-3.0-or-later
"""The ranking rules of DESIGN §4 and PRACTICE §1 once more, as a plain and slow reading of the
documents with exact fractions. It shares nothing with app/analysis: where both agree on many random
counties, neither has slipped. Where the documents leave room, the reading that was agreed on is
marked "Reading:"."""
import datetime
from fractions import Fraction

ESTIMATE = 1
NO_FIGURE = {"c": None, "b": None, "g": None, "s": None}
MEASURE = 10 ** 4
GROWTH_ONE = 10 ** 10
MILLION = 10 ** 6

PUBLISHED = {"monthly": range(2, 13), "january": range(1, 13), "quarterly": (3, 6, 9, 12)}


def year_and_month(name):
    year, month = name.split("-")
    return int(year), int(month)


def name_of(year, month):
    return f"{year:04d}-{month:02d}"


def period_end(year, month):
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (after - datetime.timedelta(days=1)).isoformat()


def six_places(value):
    """Half away from zero, from the exact fraction."""
    if value is None:
        return None
    scaled = Fraction(value) * MILLION
    digits = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if scaled < 0 and digits else ""
    return f"{sign}{digits // MILLION}.{digits % MILLION:06d}"


def place_values(values, sign=1):
    """Ranks and the number strictly worse of each value; more times @sign is better."""
    steps = sorted({sign * v for v in values if v is not None}, reverse=True)
    step = {v: n for n, v in enumerate(steps)}
    levels = [None if v is None else step[sign * v] for v in values]
    ranks = [None if a is None else 1 + sum(b is not None and b < a for b in levels)
             for a in levels]
    worse = [None if a is None else sum(b is not None and b > a for b in levels) for a in levels]
    return ranks, worse


def bottom_set(ranks, worse, k):
    """State, size asked of the set, and who is in it (DESIGN §4 Bottom set, R11)."""
    n = sum(rank is not None for rank in ranks)
    none = [False] * len(ranks)
    if n <= k or all(rank in (None, 1) for rank in ranks):
        return "none", k, none
    state = "plain"
    if n < 2 * k:
        state, k = "narrowed", n // 2
    members = [w is not None and w < k for w in worse]
    if 2 * sum(members) > n:
        return "too-many-tied", k, none
    return state, k, members


class Oracle:
    def __init__(self, case):
        self.case = case
        self.places = case["places"]
        self.year, self.month = year_and_month(case["period"])
        self.higher = case["direction"] == "higher"
        self.months = PUBLISHED[case["calendar"]]
        # R9: level, growth-only and lower-is-better indicators have a distance and no pace.
        self.paced = case["kind"] == "cumulative" and self.higher
        self.growth_only = case["kind"] == "growth-only"
        self.growths = {}
        self.rankings = {}

    # Periods

    def before(self, year, month):
        """The published period before."""
        earlier = [m for m in self.months if m < month]
        return (year, earlier[-1]) if earlier else (year - 1, self.months[-1])

    def figure(self, place, year, month):
        return place["figures"].get(name_of(year, month)) or NO_FIGURE

    def amount(self, place, year, month):
        """C as it is shown. Reading: an estimate has its completion, gap and growth like any
        figure, but is not ranked, and what is computed from several periods leans on none before
        the asked one."""
        return self.figure(place, year, month)["c"]

    def firm(self, place, year, month):
        """C where it is more than an estimate (R6)."""
        figure = self.figure(place, year, month)
        return None if figure["s"] == ESTIMATE else figure["c"]

    def reported(self, place, year, month):
        """A figure that counts. Reading: where there is only growth, either C or g is a figure."""
        figure = self.figure(place, year, month)
        if figure["s"] == ESTIMATE:
            return False
        return figure["c"] is not None or (self.growth_only and figure["g"] is not None)

    def membership(self, flag, index, year, month):
        """Everybody, always, where the case says nothing."""
        if "members" not in self.case:
            return True
        return any(version[flag] and version["from"] <= name_of(year, month) <= version["to"]
                   for version in self.case["members"][index])

    def due(self, index, year, month):
        """A ranked member in that period."""
        return self.membership("ranked", index, year, month)

    def in_total(self, index, year, month):
        return self.membership("in_total", index, year, month)

    def closed(self, year, month):
        """All due have reported, a bulletin is issued, or a later period has figures. Reading:
        figures of a place that is due there, and where nobody is due not all have reported."""
        if name_of(year, month) in self.case.get("issued", []):
            return True
        due = [place for i, place in enumerate(self.places) if self.due(i, year, month)]
        if due and all(self.reported(place, year, month) for place in due):
            return True
        return any(name > name_of(year, month) and self.due(i, *year_and_month(name))
                   and self.reported(place, *year_and_month(name))
                   for i, place in enumerate(self.places) for name in place["figures"])

    # Growth

    def growth(self, index, year, month):
        """The growth and whether it was inferred (R5)."""
        key = index, year, month
        if key not in self.growths:
            self.growths[key] = self.find_growth(self.places[index], year, month)
        return self.growths[key]

    def find_growth(self, place, year, month):
        """Reading: what the indicator ranks, else the other of g and C/B - 1. Last year's C stands
        in only for a base that was not given (R5), and then only where it is no estimate."""
        figure = self.figure(place, year, month)
        c, b, g = figure["c"], figure["b"], figure["g"]
        if c is None and not self.growth_only:
            return None, False
        reported = None if g is None else Fraction(g, GROWTH_ONE)
        computed = None if c is None or b is None or b <= 0 else Fraction(c, b) - 1
        order = (reported, computed)
        if self.case["growth_source"] == "computed":
            order = (computed, reported)
        for growth in order:
            if growth is not None:
                return growth, False
        last = self.firm(place, year - 1, month)
        if c is not None and b is None and last is not None and last > 0:
            return Fraction(c, last) - 1, True
        return None, False

    # Targets and pace

    def target_of(self, place, tier, year, day):
        """The newest version whose effective date is not after the day."""
        inforce = [t for t in place["targets"]
                   if t["year"] == year and t["tier"] == tier and t["effective"] <= day]
        return max(inforce, key=lambda t: t["effective"])["value"] if inforce else None

    def assessed(self, place, year, day):
        """R1: adjusted, else agreed; never stretch."""
        adjusted = self.target_of(place, "adjusted", year, day)
        return self.target_of(place, "agreed", year, day) if adjusted is None else adjusted

    def target(self, place, year, month):
        """In force at the period's end."""
        if self.case["tier"] == "assessed":
            return self.assessed(place, year, period_end(year, month))
        return self.target_of(place, self.case["tier"], year, period_end(year, month))

    def pace(self, year, month):
        shares = self.case.get("plan", {}).get(str(year))
        return Fraction(month, 12) if shares is None else Fraction(shares[month - 1], MILLION)

    def gap(self, place, year, month):
        """Positive always means short. Growth alone has no amounts to be short of."""
        if self.growth_only:
            return None
        c, t = self.amount(place, year, month), self.target(place, year, month)
        if c is None or t is None:
            return None
        return t - c if self.higher else c - t

    def share(self, index, year, month):
        """Of the positive gaps of the places that count in the total (R3)."""
        def held(i):
            place = self.places[i]
            gap = self.gap(place, year, month)
            counts = self.in_total(i, year, month) and self.reported(place, year, month)
            return gap if self.paced and counts and gap is not None and gap > 0 else None

        gaps = [held(i) for i in range(len(self.places))]
        whole = sum(gap for gap in gaps if gap is not None)
        return None if gaps[index] is None else Fraction(gaps[index], whole)

    def completion(self, place, year, month):
        c, t = self.amount(place, year, month), self.target(place, year, month)
        if not self.paced or c is None or t is None or t <= 0:
            return None
        return Fraction(c, t)

    def distance(self, place, year, month):
        """R9: to the target in the indicator's measure, positive is good. Reading: where there is
        only growth, it is held against the target as a percentage."""
        t = self.target(place, year, month)
        done = self.amount(place, year, month)
        if self.growth_only:
            done = self.find_growth(place, year, month)[0]
            done = None if done is None else done * 100 * MEASURE
        if t is None or done is None:
            return None
        return Fraction(done - t if self.higher else t - done) / MEASURE

    def difference(self, place, year, month):
        if not self.paced:
            return self.distance(place, year, month)
        r, tau = self.completion(place, year, month), self.pace(year, month)
        return None if r is None or tau == 0 else 100 * (r - tau)

    def schedule_gap(self, place, year, month):
        """Reading: of a target that is nothing or less, nothing is due."""
        c, t = self.amount(place, year, month), self.target(place, year, month)
        tau = self.pace(year, month)
        if not self.paced or c is None or t is None or t <= 0 or tau == 0:
            return None
        return tau * t - c

    def card(self, place, year, month):
        r, tau = self.completion(place, year, month), self.pace(year, month)
        if r is None or tau == 0:
            return None
        if r / tau >= 1:
            return "green"
        return "yellow" if r / tau >= Fraction(9, 10) else "red"

    # Months and forecast

    def raised(self, place, year, month):
        """The pace difference by the target for assessment of the published period before and by
        the one of now, and the effect (R2); None where it was not changed. Reading: the year's own
        target, which may have been in force before the year began."""
        before = self.assessed(place, year, period_end(*self.before(year, month)))
        now = self.assessed(place, year, period_end(year, month))
        if not self.paced or before is None or now is None or before == now:
            return None
        c, tau = self.amount(place, year, month), self.pace(year, month)
        known = c is not None and tau != 0
        both = [100 * (Fraction(c, t) - tau) if known and t > 0 else None for t in (before, now)]
        effect = None if None in both else both[1] - both[0]
        return [six_places(v) for v in (*both, effect)]

    def month_value(self, place, year, month):
        """C_m - C_(m-1), none for 1-2月. Reading: of a quarterly indicator the quarter's value."""
        c = self.amount(place, year, month)
        if not self.paced or c is None or (month == 2 and 1 not in self.months):
            return None
        if month == self.months[0]:
            return c
        previous = self.firm(place, *self.before(year, month))
        return None if previous is None else c - previous

    def unrevised(self, place, year, month):
        """Whether B is last year's C in the book, to the 0.05 % that R4 lets pass; None where that
        is not known."""
        last, b = self.firm(place, year - 1, month), self.figure(place, year, month)["b"]
        return None if last is None or b is None else abs(b - last) * 2000 <= abs(last)

    def month_growth(self, place, year, month):
        """Of the month's value on the difference of the bases. "—" if the base changed between the
        two (R8). Reading: it has when one of the two bases is last year's C and the other is not."""
        value, base = self.month_value(place, year, month), self.figure(place, year, month)["b"]
        if value is None or base is None:
            return None
        if month != self.months[0]:
            at = self.before(year, month)
            before = self.figure(place, *at)["b"]
            known = self.unrevised(place, year, month), self.unrevised(place, *at)
            if before is None or set(known) == {True, False}:
                return None
            base -= before
        return Fraction(value, base) - 1 if base > 0 else None

    def recent(self, place, year, month):
        """The mean of the last three months; a missing month means none (R8). Reading: so does an
        estimate before the asked period."""
        c = self.amount(place, year, month)
        earlier = {m: self.firm(place, year, m) for m in self.months if month - 3 < m < month}
        if not self.paced or c is None or None in earlier.values():
            return None
        if month <= 3:
            return Fraction(c, month)
        if month == 4 and 1 not in self.months:
            return Fraction(c - Fraction(earlier[2], 2), 3)
        start = self.firm(place, year, month - 3)
        return None if start is None else Fraction(c - start, 3)

    def methods(self, place, year, month):
        """Forecasts by pace, by the recent mean and by last year's season."""
        c = self.amount(place, year, month)
        if not self.paced or c is None or month == 12:
            return [None] * 3
        tau, mean = self.pace(year, month), self.recent(place, year, month)
        at = self.firm(place, year - 1, month)
        total = self.firm(place, year - 1, 12)
        season = None if at is None or total is None or at <= 0 else Fraction(c * total, at)
        return [None if tau == 0 else c / tau,
                None if mean is None else c + mean * (12 - month), season]

    def forecast(self, place, year, month):
        return [six_places(end) for end in self.methods(place, year, month)]

    # Ranks

    def value(self, index, by, year, month):
        place = self.places[index]
        if not self.due(index, year, month) or not self.reported(place, year, month):
            return None
        if by == "growth":
            return self.growth(index, year, month)[0]
        if by == "month's growth":
            return self.month_growth(place, year, month)
        if by == "progress":
            return self.difference(place, year, month)
        amount = self.amount if by == "completed" else self.month_value
        raw = amount(place, year, month)
        return None if raw is None else Fraction(raw, MEASURE)

    def ranking(self, by, year, month):
        """Values, ranks and the number strictly worse of each place."""
        key = by, year, month
        if key in self.rankings:
            return self.rankings[key]
        values = [self.value(i, by, year, month) for i in range(len(self.places))]
        # A distance is already better when it is higher (R9); other values follow the indicator.
        sign = 1 if self.higher or by == "progress" else -1
        self.rankings[key] = values, *place_values(values, sign)
        return self.rankings[key]

    def bottom(self, by, year, month):
        _, ranks, worse = self.ranking(by, year, month)
        return bottom_set(ranks, worse, self.case["bottom"])

    # Streaks

    def looking_back(self):
        """Published periods from the asked one to the first figure."""
        first = min((name for place in self.places for name in place["figures"]), default="9999")
        at = self.year, self.month
        while name_of(*at) >= first:
            yield at
            at = self.before(*at)

    def streak(self, index):
        """Consecutive published periods in the bottom set by growth, back from the last closed one;
        not reported, without growth or with an inferred one (R5) neither breaks nor lengthens.
        Reading: without the new year, it stays within the year of the last closed period, and
        whoever does not take part in that period has none."""
        last, length = None, 0
        of_month = self.case["rules"]["streak_growth"] == "month"
        by = "month's growth" if of_month else "growth"
        for at in self.looking_back():
            if last is None and not self.closed(*at):
                continue
            last = last or at
            if not self.due(index, *last):
                break
            if at[0] != last[0] and not self.case["rules"]["streak_over_year"]:
                break
            if self.value(index, by, *at) is None:
                continue
            if not of_month and self.growth(index, *at)[1]:
                continue
            if not self.bottom(by, *at)[2][index]:
                break
            length += 1
        return length

    def answer(self):
        """Reading: previous ranks and ties are of places that are ranked now, tied is whoever
        shares a rank, and the size of a set that is none is the k that was asked for."""
        case, at, by = self.case, (self.year, self.month), self.case["by"]
        values, ranks, _ = self.ranking(by, *at)
        previous = self.ranking(by, *self.before(*at))[1]
        state, size, members = self.bottom(by, *at)

        def each(function):
            return [function(place, *at) for place in self.places]

        return {
            "n": case["n"],
            "ranks": ranks,
            "previous": [b if a else None for a, b in zip(ranks, previous)],
            "values": [six_places(v) for v in values],
            "bottom": [int(member) for member in members],
            "tied": [int(rank is not None and ranks.count(rank) > 1) for rank in ranks],
            "state": state,
            "bottom_size": size,
            "provisional": not self.closed(*at),
            "streaks": [self.streak(i) for i in range(len(self.places))],
            "completion": [six_places(v) for v in each(self.completion)],
            "difference": [six_places(v) for v in each(self.difference)],
            "schedule_gap": [six_places(v) for v in each(self.schedule_gap)],
            "month": [six_places(v) for v in each(self.month_value)],
            "recent": [six_places(v) for v in each(self.recent)],
            "month_growth": [six_places(v) for v in each(self.month_growth)],
            "growth": [six_places(self.growth(i, *at)[0]) for i in range(len(self.places))],
            "raise": each(self.raised),
            "share": [six_places(self.share(i, *at) if ranks[i] else None)
                      for i in range(len(self.places))],
            "gap": each(self.gap),
            "card": each(self.card),
            "forecast": each(self.forecast),
        }


def answer(case):
    return Oracle(case).answer()
