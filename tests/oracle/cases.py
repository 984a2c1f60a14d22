# SPDX-License-Identifier: GPL-3.0-or-later
"""Random counties for the oracle, one family for each corner of the rules. Values come from small
sets, so that ties, zeros, negatives and amounts that differ in the last digit are common."""
import random

LARGEST = 10 ** 17
MILLION = 10 ** 6

AMOUNTS = {
    "tiny": list(range(-2, 4)),
    "few": [0, 10 ** 6, 2 * 10 ** 6, 3 * 10 ** 6],
    "all equal": [7 * 10 ** 5],
    "near": [10 ** 11 + n for n in range(-1, 3)],
    "round": [n * 12 * 10 ** 4 for n in range(0, 14)],
    "signed": [n * 10 ** 4 for n in (-30, -3, -1, 0, 1, 2, 3, 40)],
    "large": [LARGEST - n for n in range(0, 4)],
    "largest of both signs": [LARGEST, LARGEST - 1, 1 - LARGEST, -LARGEST, 1, 0],
    "thirds": [1, 3, 333333, 333334, 10 ** 6, 999999, 3 * 10 ** 6 + 1],
}
GROWTHS = [0, 1, -1, 770000000, 770000001, -10 ** 10, 10 ** 10, 10 ** 9, -320000000, 3333333333]

KINDS = ("cumulative", "level", "growth-only")
CALENDARS = {"monthly": tuple(range(2, 13)), "january": tuple(range(1, 13)),
             "quarterly": (3, 6, 9, 12)}
TIERS = ("assessed", "agreed", "adjusted", "stretch")
MEASURED = ("growth", "progress", "completed", "month")

# What a family fixes, and the parts of a county that it dwells on.
FAMILIES = {
    "growth computed": dict(by="growth", growth_source="computed", months=(1, 4)),
    "growth reported": dict(by="growth", growth_source="reported", months=(1, 4)),
    "growth inferred from last year": dict(by="growth", months=(12, 16), bases=0.3, places=(1, 9)),
    "progress": dict(by="progress", kind="cumulative", direction="higher", months=(1, 5)),
    "cards at their thresholds": dict(by="progress", kind="cumulative", direction="higher",
                                      plan=0.1, months=(1, 2), places=(4, 25), holes=0.05,
                                      amounts="round"),
    "plan paths": dict(by="progress", kind="cumulative", direction="higher", plan=1.0,
                       months=(1, 5), places=(1, 12)),
    "raised targets": dict(by="progress", versions=4, months=(1, 5), places=(1, 12)),
    "distance to target": dict(by="progress", distance=True, months=(1, 4)),
    "completed": dict(by="completed", months=(1, 4)),
    "months and means": dict(by="month", kind="cumulative", months=(2, 7), holes=0.1),
    "forecasts": dict(kind="cumulative", direction="higher", months=(12, 24), places=(1, 5),
                      holes=0.1),
    "bottom sets": dict(months=(1, 1), places=(1, 25), holes=0.05),
    "streaks": dict(by="growth", months=(3, 30), places=(2, 10), bases=0.9),
    "streaks of ties": dict(by="growth", months=(3, 14), places=(3, 25), bases=0.97, holes=0.05,
                            estimates=0.02, amounts="few"),
    "streaks of the month's growth": dict(by="growth", kind="cumulative", direction="higher",
                                          months=(6, 30), places=(3, 10), bases=0.95, holes=0.06,
                                          month_streaks=True),
    "issued before all have reported": dict(by="growth", months=(3, 14), places=(3, 12),
                                            bases=0.9, holes=0.3, issued=0.5, estimates=0.15),
    "places that come and go": dict(months=(3, 24), places=(3, 12), bases=0.9, comings=0.5,
                                    members=1.0),
    "amounts at the limit": dict(months=(1, 14), places=(1, 9), bases=0.9, holes=0.05,
                                 amounts="large"),
    "near-equal amounts": dict(kind="cumulative", months=(1, 3), bases=0.95, holes=0.05,
                               amounts="near"),
    "anything": dict(months=(1, 30)),
}


class County:
    """Draws one case. The same family and number always give the same one."""

    def __init__(self, name, family, number):
        self.family = family
        self.random = random.Random(f"duibiao {name} {number}")
        self.number = number

    def fixed(self, name, choices):
        return self.family.get(name) or self.random.choice(choices)

    def chance(self, name, otherwise):
        return self.random.random() < self.family.get(name, otherwise)

    def palette(self):
        """No single unit beside the largest amounts: a forecast by season, C x C' / C", would need
        more than the 128 bits in which the driver writes six decimals of it."""
        amounts = self.any_palette()
        if max(amounts) > LARGEST // 100:
            amounts = [a for a in amounts if a == 0 or abs(a) >= 100]
        return amounts

    def any_palette(self):
        wanted = self.family.get("amounts")
        if wanted and self.random.random() < 0.8:
            return AMOUNTS[wanted]
        if self.random.random() < 0.15:
            return sum(AMOUNTS.values(), [])
        return AMOUNTS[self.random.choice(list(AMOUNTS))]

    def asked(self, calendar):
        """A published period of 2021 or 2022."""
        months = CALENDARS[calendar]
        published = [f"{year}-{month:02d}" for year in (2021, 2022) for month in months]
        return self.random.choice(published[:-1])

    def history(self, calendar, asked):
        """Published periods up to the asked one, at times with later ones."""
        periods = [f"{year}-{month:02d}" for year in range(2016, 2024)
                   for month in CALENDARS[calendar]]
        last = sum(period <= asked for period in periods) - 1
        newest = last + self.random.choice((0, 0, 1, 2))
        count = self.random.randint(*self.family["months"])
        return periods[max(0, newest - count + 1):newest + 1]

    def figure(self, amounts, bases):
        roll = self.random.random()
        return {
            "c": None if roll < self.family.get("holes", 0.15) / 2 else self.random.choice(amounts),
            "b": self.random.choice(bases) if self.chance("bases", 0.7) else None,
            "g": self.random.choice(GROWTHS) if self.random.random() < 0.6 else None,
            "s": 1 if self.chance("estimates", 0.06) else self.random.choice((2, 3)),
        }

    def figures(self, periods, amounts, bases, rising):
        figures = {}
        repeated = self.random.random() < 0.5
        for number, period in enumerate(periods):
            if self.chance("holes", 0.15):
                continue
            figure = self.figure(amounts, bases)
            if rising and figure["c"] is not None:
                figure["c"] = min(LARGEST, abs(figure["c"]) * (1 + number % 12))
            if repeated:
                self.repeat_base(figures, period, figure)
            figures[period] = figure
        return figures

    def repeat_base(self, figures, period, figure):
        """Last year's C as this year's base, at times a little or much beside it."""
        last = figures.get(f"{int(period[:4]) - 1}{period[4:]}", {"c": None})["c"]
        if last is not None and figure["b"] is not None and self.random.random() < 0.9:
            slip = self.random.choice((0, 0, 0, 1, -1)) * (last // 2000)
            figure["b"] = min(LARGEST, last + slip + self.random.choice((0, 0, 0, 1)))

    def targets(self, years, amounts):
        targets = []
        for year in years:
            for tier in TIERS[1:]:
                if self.random.random() < (0.15 if tier == "agreed" else 0.5):
                    continue
                days = {f"{year}-01-01"}
                for _ in range(self.random.randrange(self.family.get("versions", 2))):
                    days.add(self.random.choice((
                        f"{year - 1}-12-15", f"{year}-02-28", f"{year}-03-31", f"{year}-07-31",
                        f"{year}-08-01", f"{year}-10-31", f"{year}-11-30", f"{year}-12-01")))
                if len(days) > 1 and self.random.random() < 0.3:
                    days.remove(f"{year}-01-01")
                targets += [{"year": year, "tier": tier, "value": self.random.choice(amounts),
                             "effective": day} for day in days]
        self.random.shuffle(targets)
        return targets

    def plan(self):
        if self.random.random() < 0.5:
            shares = sorted(self.random.randrange(MILLION + 1) for _ in range(11))
        else:
            shares = sorted(self.random.choice((0, 83333, 500000, 999999, MILLION))
                            for _ in range(11))
        return shares + [MILLION]

    def nature(self):
        kind = self.fixed("kind", KINDS)
        direction = self.fixed("direction", ("higher", "higher", "lower"))
        if self.family.get("distance") and kind == "cumulative":
            direction = "lower"
        return kind, direction

    def indicator(self, calendar, asked, n_places):
        """One indicator's nature, figures and targets."""
        draw = self.random
        kind, direction = self.nature()
        periods = self.history(calendar, asked)
        amounts, targets = self.palette(), self.palette()
        bases = amounts if draw.random() < 0.6 else self.palette()
        rising = draw.random() < 0.3
        years = range(int(asked[:4]) - self.family.get("years", 2) + 1, int(asked[:4]) + 1)
        indicator = {
            "kind": kind, "direction": direction, "calendar": calendar,
            "growth_source": self.fixed("growth_source", ("reported", "computed")),
            "places": [{"figures": self.figures(periods, amounts, bases, rising),
                        "targets": self.targets(years, targets)} for _ in range(n_places)],
        }
        if self.chance("plan", 0.25):
            indicator["plan"] = {str(year): self.plan() for year in years if draw.random() < 0.8}
        indicator["issued"] = [p for p in periods if draw.random() < self.family.get("issued", 0.1)]
        return indicator

    def settings(self, asked):
        """What is asked of the book and what is true for all of it."""
        draw = self.random
        return {
            "n": self.number, "tier": draw.choice(TIERS), "period": asked,
            "bottom": draw.choice((1, 2, 3, 3, 3, 4, 5)),
            "rules": {"streak_length": 3, "streak_over_year": draw.random() < 0.7,
                      "streak_growth": self.streak_growth()},
        }

    def streak_growth(self):
        by_month = self.family.get("month_streaks") or self.random.random() < 0.1
        return "month" if by_month else "cumulative"

    def calendar(self):
        return self.fixed("calendar", ("monthly", "monthly", "january", "quarterly"))

    def n_places(self):
        return self.random.randint(*self.family.get("places", (1, 25)))

    def version(self, first, last, chance):
        return {"from": first, "to": last, "ranked": self.random.random() < chance,
                "in_total": self.random.random() < chance}

    def member(self):
        """Versions of a place's membership; most take part for ever."""
        if not self.chance("comings", 0.1):
            return [self.version("2000-01", "2099-12", 0.95)]
        turn, month = self.random.choice((2020, 2021, 2022)), self.random.randint(1, 11)
        before = self.version("2000-01", f"{turn}-{month:02d}", 0.7)
        after = self.version(f"{turn}-{month + 1:02d}", "2099-12", 0.7)
        return self.random.choice(([before], [after], [before, after]))

    def case(self):
        calendar = self.calendar()
        asked, n_places = self.asked(calendar), self.n_places()
        case = {"ask": "ranking", "by": self.fixed("by", MEASURED), **self.settings(asked),
                **self.indicator(calendar, asked, n_places)}
        if self.chance("members", 0.1):
            case["members"] = [self.member() for _ in range(n_places)]
        return case


def draw(family, number):
    return County(family, FAMILIES[family], number).case()
