# SPDX-License-Identifier: GPL-3.0-or-later
"""How far each method of the forecast was off in the past, once more (DESIGN §4 Forecast): the median
absolute error at the same month of the book's own earlier years."""
import statistics
from fractions import Fraction

from cases import County
from oracle import Oracle, name_of, six_places

FAMILIES = {
    "a few years": dict(months=(12, 40), holes=0.05),
    "full years": dict(months=(48, 60), holes=0.01, estimates=0.01),
    "holes": dict(months=(24, 60), holes=0.15, estimates=0.1),
    "plan paths": dict(months=(24, 60), holes=0.03, plan=1.0),
    "quarters": dict(months=(8, 20), holes=0.05, calendar="quarterly"),
    "anything": dict(months=(12, 60)),
}


def draw(family, number):
    family_of_all = {"places": (1, 3), "years": 5}
    if family != "anything":
        family_of_all.update(kind="cumulative", direction="higher")
    case = County(family, {**family_of_all, **FAMILIES[family]}, number).case()
    return {**case, "ask": "backtest"}


def past_years(book, place):
    return {int(name[:4]) for name in place["figures"] if name < name_of(book.year, 1)}


def errors(book, place):
    """Of each method: the median and the number of years. Reading: a year has to end above zero, and
    neither its end nor its month may be an estimate."""
    found = [[], [], []]
    for year in past_years(book, place):
        final = book.firm(place, year, 12)
        if final is None or final <= 0 or book.firm(place, year, book.month) is None:
            continue
        for method, value in zip(found, book.methods(place, year, book.month)):
            if value is not None:
                method.append(Fraction(abs(value - final), final))
    return [item for method in found
            for item in (six_places(statistics.median(method) if method else None), len(method))]


def answer(case):
    book = Oracle(case)
    return {"n": case["n"], "errors": [errors(book, place) for place in book.places]}
