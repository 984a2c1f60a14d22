# SPDX-License-Identifier: GPL-3.0-or-later
"""Random books for scores by scheme: several indicators over the same places."""
from cases import CALENDARS, County

POINT = 10 ** 6
RULES = ("pace", "rank", "all-or-nothing", "full-on-completion")
BONUSES = (0, 500000, POINT, 333333)
CAPS = (0, 1, POINT, 5 * POINT, 20 * POINT, 100 * POINT)

FAMILIES = {
    "by pace": dict(rule="pace", kind="cumulative", direction="higher"),
    "by rank": dict(rule="rank", amounts="few"),
    "all or nothing": dict(rule="all-or-nothing", amounts="round"),
    "full on completion": dict(rule="full-on-completion", kind="cumulative", direction="higher"),
    "one indicator": dict(indicators=1),
    "ties": dict(amounts="few", holes=0.02, places=(4, 25), kind="cumulative", direction="higher",
                 indicators=2),
    "amounts at the limit": dict(amounts="large", kind="cumulative", direction="higher",
                                 plan=0.5),
    "anything": dict(plan=0.3),
}


class Scheme(County):
    def weights(self, count):
        total = 100 * POINT
        if self.random.random() < 0.5:
            cuts = [total * i // count for i in range(1, count)]
        else:
            cuts = sorted(self.random.sample(range(1, total), count - 1))
        return [b - a for a, b in zip([0] + cuts, cuts + [total])]

    def case(self):
        draw = self.random
        count = self.family.get("indicators") or draw.randint(1, 4)
        main = self.calendar()
        asked, n_places = self.asked(main), self.n_places()
        indicators = []
        for weight in self.weights(count):
            calendar = main if draw.random() < 0.7 else draw.choice(list(CALENDARS))
            indicators.append({**self.indicator(calendar, asked, n_places),
                               "rule": self.fixed("rule", RULES), "weight": weight,
                               "bonus": draw.choice(BONUSES), "bonus_cap": draw.choice(CAPS)})
        return {"ask": "score", **self.settings(asked), "indicators": indicators,
                "from": draw.choice(("2020-01", "2021-02", asked)),
                "members": [self.member() for _ in range(n_places)]}


def draw(family, number):
    return Scheme(family, {"months": (1, 4), "places": (1, 12), **FAMILIES[family]}, number).case()
