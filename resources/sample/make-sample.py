#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sample.tsv, the sample county of `duibiao init --sample` (README.md describes the format).

  make-sample.py          writes sample.tsv beside this script
  make-sample.py --stdout prints it

The places are Qingfeng's real ones; every number is invented. There is no random state: each
deviation is a hash of what it belongs to, so the same file comes out everywhere, and a change in
one place moves nothing elsewhere. Growth is in tenths of a percent, amounts are integers in units
of the last decimal that the indicator is reported with.
"""

import hashlib
import pathlib
import sys
from fractions import Fraction

CITY = "410900"
HOME = "410922"
PEERS = ["410902", "410923", "410926", "410927", "410928", "410971", "410972"]

# Township: code, amount of output in 1–11月 2021 (1000 yuan), completion of the assessed target then
# (tenths of a percent), raise of the target in August (hundredths of the old one).
TOWNSHIPS = {
    "城关镇": ("410922100", 1862431, 698, 130),
    "马庄桥镇": ("410922101", 1537268, 715, 128),
    "瓦屋头镇": ("410922102", 761354, 935, 0),
    "仙庄镇": ("410922103", 642087, 789, 118),
    "柳格镇": ("410922104", 1304915, 664, 138),
    "韩村镇": ("410922105", 984126, 882, 0),
    "固城镇": ("410922106", 513472, 813, 0),
    "阳邵镇": ("410922107", 446239, 927, 0),
    "六塔乡": ("410922200", 293518, 952, 0),
    "巩营乡": ("410922202", 231064, 894, 0),
    "马村乡": ("410922203", 62107, 931, 0),
    "高堡乡": ("410922204", 358243, 746, 122),
    "古城乡": ("410922205", 152386, 919, 0),
    "大流乡": ("410922206", 187459, 982, 0),
    "大屯乡": ("410922208", 77231, 870, 0),
    "双庙乡": ("410922212", 118396, 841, 0),
    "纸房乡": ("410922213", 94075, 768, 0),
}
CODES = [township[0] for township in TOWNSHIPS.values()]

# Who is at the bottom of growth of output, worst first, so that the streaks are what README.md says.
BOTTOM = {
    (2019, 12): "高堡乡 六塔乡 马村乡",
    (2020, 2): "阳邵镇 大流乡 双庙乡",
    (2020, 3): "双庙乡 阳邵镇 高堡乡",
    (2020, 4): "高堡乡 纸房乡 柳格镇",
    (2020, 5): "纸房乡 柳格镇 马村乡",
    (2020, 6): "大屯乡 马村乡 六塔乡",
    (2020, 7): "六塔乡 大屯乡 瓦屋头镇",
    (2020, 8): "巩营乡 瓦屋头镇 固城镇",
    (2020, 9): "巩营乡 固城镇 仙庄镇",
    (2020, 10): "古城乡 仙庄镇 韩村镇",
    (2020, 11): "纸房乡 韩村镇 大流乡",
    (2020, 12): "大流乡 双庙乡 阳邵镇",
    (2021, 2): "大屯乡 纸房乡 马村乡",
    (2021, 3): "大屯乡 六塔乡 古城乡",
    (2021, 4): "六塔乡 古城乡 仙庄镇",
    (2021, 5): "马村乡 大流乡 巩营乡",
    (2021, 6): "大流乡 巩营乡 双庙乡",
    (2021, 7): "双庙乡 马村乡 古城乡",
    (2021, 8): "古城乡 马村乡 阳邵镇",
    (2021, 9): "阳邵镇 固城镇 大屯乡",
    (2021, 10): "固城镇 高堡乡 纸房乡",
    (2021, 11): "固城镇 纸房乡 大屯乡 双庙乡",
}
PERIODS = sorted(BOTTOM)
NEWEST = (2021, 11)
TIED = ("大屯乡", "双庙乡")
TIED_GROWTH = 12
UNREPORTED = ("马村乡", (2021, 9))
REVISED = ("韩村镇", (2021, 10))
REVISED_SHARE = Fraction(985, 1000)

# Tenths of a percent, the county's own growth of output.
OUTPUT_PATH = {
    2019: {12: 62},
    2020: {2: -20, 3: -8, 4: 4, 5: 13, 6: 21, 7: 27, 8: 32, 9: 37, 10: 41, 11: 45, 12: 48},
    2021: {2: 108, 3: 104, 4: 101, 5: 98, 6: 95, 7: 92, 8: 88, 9: 84, 10: 80, 11: 77},
}

# Counties: output in 1–11月 2021 (1000 yuan), growth in 1–10月 and 1–11月 2021.
COUNTIES = {
    HOME: (15474000, 80, 77),
    "410902": (24168300, 90, 88),
    "410923": (14892600, 76, 79),
    "410926": (19754100, 73, 72),
    "410927": (11263500, 52, 48),
    "410928": (26831700, 95, 94),
    "410971": (7143800, 58, 61),
    "410972": (17618200, 85, 83),
}
CITY_SHARE = Fraction(103, 100)  # the city's own figure over the sum of its counties

# Per mille of the year in 1–2月, 3月 … 12月.
SEASONS = {
    "output": (130, 88, 84, 86, 95, 80, 82, 88, 86, 89, 92),
    "investment": (85, 95, 85, 100, 115, 90, 88, 98, 95, 85, 64),
    "tax": (190, 80, 85, 84, 88, 82, 76, 78, 80, 77, 80),
    "electricity": (150, 82, 80, 82, 86, 96, 98, 84, 78, 80, 84),
    "attracted-funds": (90, 85, 80, 95, 110, 85, 85, 95, 95, 90, 90),
}

# Cumulative indicators but output: season, decimals, the county's 1–11月 2021 in its last decimal,
# its growth then, how much faster it grew a month earlier (tenths), what the townships hold of it
# (per mille), completion of the county's agreed target (tenths of a percent).
CUMULATIVE = {
    "investment": ("investment", 0, 1186000, 94, 3, 820, 912),
    "industrial-investment": ("investment", 0, 616700, 112, 4, 850, 938),
    "upgrade-investment": ("investment", 0, 223500, 126, 2, 880, 871),
    "revenue": ("output", 1, 14382604, 83, 3, 600, 902),
    "tax": ("tax", 2, 3215046, 65, 5, 550, 945),
    "electricity": ("electricity", 1, 884127, 71, 3, 700, 928),
    "attracted-funds": ("attracted-funds", 0, 342600, 102, 2, 750, 902),
}

INVESTMENTS = ("investment", "industrial-investment", "upgrade-investment")
PLANS = {
    2020: "2 6 13 22 33 44 54 63 73 83 92 100",
    2021: "4 9 17 25 35 46 55 64 74 84 93 100",
}

AGREED_DOCUMENT = {2019: "清政〔2019〕4号", 2020: "清政〔2020〕2号", 2021: "清政〔2021〕3号"}
STRETCH_DOCUMENT = {2020: "清政办〔2020〕6号", 2021: "清政办〔2021〕5号"}
CITY_DOCUMENT = {2019: "濮政〔2019〕5号", 2020: "濮政〔2020〕3号", 2021: "濮政〔2021〕4号"}
RAISE_DOCUMENT = "清政〔2021〕12号"
RAISE_DAY = "2021-08-01"


def noise(low, high, *key):
    """An integer of low … high that depends on the key alone."""
    digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def nearest(value):
    """Half away from zero."""
    value = Fraction(value)
    whole = (abs(value) + Fraction(1, 2)).__floor__()
    return whole if value >= 0 else -whole


def decimal(value, decimals):
    """Exact text of value / 10^decimals without trailing zeros."""
    sign = "-" if value < 0 else ""
    digits = str(abs(value)).rjust(decimals + 1, "0")
    if decimals == 0:
        return sign + digits
    fraction = digits[-decimals:].rstrip("0")
    return sign + digits[:-decimals] + ("." + fraction if fraction else "")


def label(period):
    return "%d-%02d" % period


def reported_growth(value, base):
    """Tenths of a percent."""
    return nearest(Fraction(value - base, base) * 1000)


def season_share(season, month, place):
    """Share of the year's amount until the end of the month; a little different everywhere."""
    weights = [weight * 100 + noise(-400, 400, "season", season, place, i)
               for i, weight in enumerate(SEASONS[season])]
    return Fraction(sum(weights[:month - 1]), sum(weights))


class Figure:
    """Amounts in the last decimal, growth in tenths of a percent; None is missing."""

    def __init__(self, value, base, growth=None):
        self.value = value
        self.base = base
        self.growth = reported_growth(value, base) if growth is None else growth


# ---- growth -------------------------------------------------------------------------------------


def periods_to_bottom(name, period):
    """How many periods from @period to the nearest one in which the township is at the bottom."""
    here = PERIODS.index(period)
    return min((abs(i - here) for i, other in enumerate(PERIODS) if name in BOTTOM[other].split()),
               default=len(PERIODS))


def distance_to_path(name, period):
    """Of a township's growth of output to the county's, tenths of a point: it sinks towards the
    bottom and recovers from it over four periods, so that no month is torn."""
    year, month = period
    scale = {2019: 80, 2020: 30 + 3 * month, 2021: 100}[year]
    bottom = BOTTOM[period].split()
    if name in bottom:
        distance = -(106, 92, 78, 78)[bottom.index(name)] + noise(-4, 4, "bottom", name, period)
    else:
        near = {1: -52, 2: -28, 3: -6}.get(periods_to_bottom(name, period))
        distance = (noise(-10, 50, "offset", name) if near is None else near) \
            + noise(-9, 9, "distance", name, period)
    return nearest(Fraction(distance * scale, 100))


def township_output_growth(period):
    """{name: growth}: no two alike but the tie at the edge of the bottom set."""
    path = OUTPUT_PATH[period[0]][period[1]]
    bottom = BOTTOM[period].split()
    growth = {}
    for name in bottom + [name for name in TOWNSHIPS if name not in bottom]:
        if period == NEWEST and name in TIED:
            growth[name] = TIED_GROWTH
            continue
        value = path + distance_to_path(name, period)
        while value in growth.values():
            value += 1
        growth[name] = value
    return growth


def county_output_growth(code, period):
    """Tenths of a percent; the last two periods of 2021 are given."""
    year, month = period
    if year == 2021 and month >= 10:
        return COUNTIES[code][month - 9]
    path = OUTPUT_PATH[year][month]
    if code == HOME:
        return path
    lead = COUNTIES[code][1] - COUNTIES[HOME][1]
    scale = 100 if year == 2021 else 60
    return path + nearest(Fraction(lead * scale, 100)) + noise(-6, 6, "peer", code, period)


def common_growth(indicator, code, period, newest, earlier):
    """Of the other indicators: falling through 2021, rising through 2020, apart by place."""
    year, month = period
    offset = 0 if code == HOME else noise(-60, 60, "offset", indicator, code)
    given = code == HOME and period == NEWEST
    wobble = 0 if given else noise(-8, 8, "growth", indicator, code, period)
    if year == 2021:
        growth = newest + (11 - month) * earlier + offset
    elif year == 2020:
        growth = nearest(Fraction(newest + offset, 2)) - 36 + (month - 2) * 5
    else:
        growth = nearest(Fraction(newest + offset, 2)) + 20
    return max(-60, min(180, growth + wobble))


# ---- figures ------------------------------------------------------------------------------------


def cumulative_figures(indicator, season, code, newest, growth_of):
    """Figures of one place from its amount in 1–11月 2021: the months of 2020 follow the season, the
    other years the growth to and from them."""
    tied = indicator == "output" and code in [TOWNSHIPS[name][0] for name in TIED]
    in_november = Fraction(newest * 1000, 1000 + growth_of(NEWEST))
    whole_year = in_november / season_share(season, 11, code)
    values = {month: nearest(whole_year * season_share(season, month, code))
              for month in range(2, 13)}
    if tied:  # 1.2 % of it is a whole number, so that the tie is exact
        values[11] = nearest(Fraction(values[11], 250)) * 250

    def factor(period):
        # Reported growth is rounded; what it was rounded from is less than 0.05 point away.
        slack = 0 if period == NEWEST else noise(-30, 30, "slack", indicator, code, period)
        return Fraction(1000 + growth_of(period), 1000) + Fraction(slack, 100000)

    figures = {}
    for month in range(2, 13):
        figures[2020, month] = Figure(values[month], nearest(values[month] / factor((2020, month))))
        if (2021, month) in BOTTOM:
            figures[2021, month] = Figure(nearest(values[month] * factor((2021, month))),
                                          values[month])
    value = figures[2020, 12].base
    figures[2019, 12] = Figure(value, nearest(value / factor((2019, 12))))
    return figures


def city_figures(counties):
    """The city's own: a little more than its counties together."""
    figures = {}
    for period in PERIODS:
        value, base = (nearest(sum(getattr(place[period], part) for place in counties) * CITY_SHARE)
                       for part in ("value", "base"))
        figures[period] = Figure(value, base)
    return figures


def output_figures():
    growth = {period: township_output_growth(period) for period in PERIODS}
    figures = {}
    for name, (code, newest, _completion, _raise) in TOWNSHIPS.items():
        figures[code] = cumulative_figures("output", "output", code, newest,
                                           lambda period, name=name: growth[period][name])
    for code, (newest, _before, _last) in COUNTIES.items():
        figures[code] = cumulative_figures(
            "output", "output", code, newest,
            lambda period, code=code: county_output_growth(code, period))
    figures[CITY] = city_figures([figures[code] for code in COUNTIES])
    return figures


def sizes(indicator):
    """{code: amount in 1–11月 2021 over the county's}, near the place's part of output."""
    share = Fraction(CUMULATIVE[indicator][5], 1000)
    weights = {code: newest * noise(60, 150, "size", indicator, code)
               for code, newest, _completion, _raise in TOWNSHIPS.values()}
    result = {code: share * weight / sum(weights.values()) for code, weight in weights.items()}
    for code in PEERS:
        result[code] = Fraction(COUNTIES[code][0] * noise(80, 125, "size", indicator, code),
                                COUNTIES[HOME][0] * 100)
    result[HOME] = Fraction(1)
    return result


def common_figures(indicator):
    season, _decimals, newest, growth, earlier, _held, _completion = CUMULATIVE[indicator]
    figures = {}
    for code, size in sizes(indicator).items():
        figures[code] = cumulative_figures(
            indicator, season, code, nearest(newest * size),
            lambda period, code=code: common_growth(indicator, code, period, growth, earlier))
    figures[CITY] = city_figures([figures[code] for code in COUNTIES])
    return figures


def energy_figures():
    """A level in ten-thousandths of 吨标准煤/万元; falling is good."""
    figures = {}
    for code in [CITY, HOME] + PEERS + CODES:
        level = {HOME: 4342, CITY: 5120}.get(code) or noise(2600, 9800, "energy", code)
        saving = -32 if code == HOME else noise(-52, -6, "saving", code)
        figures[code] = {}
        for period in PERIODS:
            year, month = period
            last_year = level if (code, month) == (HOME, 11) else nearest(
                Fraction(level * (1000 + noise(-14, 14, "level", code, month)), 1000))
            wobble = 0 if period == NEWEST else noise(-5, 5, "energy", code, period)
            change = Fraction(1000 + saving + wobble, 1000)
            if year == 2021:
                figures[code][period] = Figure(nearest(last_year * change), last_year)
            else:
                value = last_year if year == 2020 else nearest(last_year * Fraction(1022, 1000))
                figures[code][period] = Figure(value, nearest(value / change))
    return figures


def value_added_figures():
    return {code: {period: Figure(None, None, common_growth("value-added", code, period, 78, 3))
                   for period in PERIODS}
            for code in [CITY, HOME] + PEERS + CODES}


# ---- targets ------------------------------------------------------------------------------------


def three_digits(value):
    """Targets are round numbers."""
    unit = 10 ** max(0, len(str(nearest(value))) - 3)
    return nearest(Fraction(value) / unit) * unit


def output_targets(figures):
    """(code, year, tier) -> amount."""
    targets = {(HOME, 2019, "agreed"): 14800000, (HOME, 2020, "agreed"): 16000000,
               (HOME, 2020, "stretch"): 16800000, (HOME, 2021, "agreed"): 16500000,
               (HOME, 2021, "adjusted"): 20000000, (HOME, 2021, "stretch"): 21000000}
    for code, _newest, completion, raised in TOWNSHIPS.values():
        assessed = Fraction(figures[code][NEWEST].value * 1000, completion)
        if raised:
            targets[code, 2021, "adjusted"] = three_digits(assessed)
            targets[code, 2021, "stretch"] = three_digits(assessed * Fraction(105, 100))
            assessed = assessed * 100 / raised
        else:
            targets[code, 2021, "stretch"] = three_digits(assessed * Fraction(106, 100))
        targets[code, 2021, "agreed"] = three_digits(assessed)
    targets.update(earlier_targets("output", figures, CODES))
    targets.update(agreed_targets("output", figures, [CITY] + PEERS, 850))
    targets.update(earlier_targets("output", figures, [CITY] + PEERS))
    return targets


def agreed_targets(indicator, figures, codes, completion):
    """Of 2021, from the completion in 1–11月 (tenths of a percent, apart by place)."""
    targets = {}
    for code in codes:
        apart = 0 if code == HOME else noise(-90, 70, "target", indicator, code)
        targets[code, 2021, "agreed"] = three_digits(
            Fraction(figures[code][NEWEST].value * 1000, completion + apart))
    return targets


def earlier_targets(indicator, figures, codes):
    """Of 2019 and 2020, met by the year's end or nearly so."""
    targets = {}
    for code in codes:
        for year in (2019, 2020):
            done = figures[code][year, 12].value
            targets[code, year, "agreed"] = three_digits(
                Fraction(done * 1000, 1000 + noise(-45, 40, "met", indicator, code, year)))
    return targets


def common_targets(indicator, figures):
    completion = CUMULATIVE[indicator][6]
    codes = [HOME] if indicator == "attracted-funds" else [CITY, HOME] + PEERS + CODES
    targets = agreed_targets(indicator, figures, codes, completion)
    targets.update(earlier_targets(indicator, figures, codes))
    for code in codes:
        if code in [HOME] + CODES:
            targets[code, 2021, "stretch"] = three_digits(
                targets[code, 2021, "agreed"] * Fraction(106, 100))
    return targets


def energy_targets(figures):
    saving = Fraction(956, 1000)
    return {(code, year, "agreed"): nearest(figures[code][year, month].base * saving / 10) * 10
            for code in figures for year, month in ((2019, 12), (2020, 12), NEWEST)}


def value_added_targets(figures):
    """In percent, as tenths."""
    return {(code, year, "agreed"): usual if code in (HOME, CITY) else
            usual + 5 * noise(-3, 2, "value-added", code, year)
            for code in figures for year, usual in ((2019, 75), (2020, 50), (2021, 85))}


# ---- the file -----------------------------------------------------------------------------------


def make_indicators():
    """[(code, decimals, figures, targets)] in the order of the book."""
    indicators = []
    figures = output_figures()
    indicators.append(("output", 1, figures, output_targets(figures)))
    for code in ("investment", "industrial-investment", "upgrade-investment", "revenue", "tax",
                 "electricity"):
        figures = common_figures(code)
        indicators.append((code, CUMULATIVE[code][1], figures, common_targets(code, figures)))
    figures = energy_figures()
    indicators.append(("energy", 4, figures, energy_targets(figures)))
    figures = common_figures("attracted-funds")
    indicators.append(("attracted-funds", 0, figures, common_targets("attracted-funds", figures)))
    figures = value_added_figures()
    indicators.append(("value-added", 1, figures, value_added_targets(figures)))
    return indicators


def figure_line(code, figure, decimals):
    value, base = ("" if part is None else decimal(part, decimals)
                   for part in (figure.value, figure.base))
    return "\t".join((code, value, base, decimal(figure.growth, 1)))


def figure_blocks(indicators, period):
    lines = []
    status = "初步" if period == NEWEST else "审定"
    for indicator, decimals, figures, _targets in indicators:
        lines.append("\t".join(("figures", indicator, label(period), status)))
        for code in sorted(figures):
            if (code, period) != (TOWNSHIPS[UNREPORTED[0]][0], UNREPORTED[1]):
                lines.append(figure_line(code, figures[code][period], decimals))
    return lines


def target_blocks(indicators, year, tiers, effective):
    """The city's document sets its counties' targets, the county's its own and its townships'."""
    lines = []
    for indicator, decimals, _figures, targets in indicators:
        for tier in tiers:
            home = {"agreed": AGREED_DOCUMENT.get(year), "stretch": STRETCH_DOCUMENT.get(year),
                    "adjusted": RAISE_DOCUMENT}[tier]
            for document, codes in ((CITY_DOCUMENT[year], [CITY] + PEERS), (home, [HOME] + CODES)):
                rows = [(code, targets[code, year, tier]) for code in sorted(codes)
                        if (code, year, tier) in targets]
                if rows:
                    lines.append("\t".join(("targets", indicator, str(year), tier, effective,
                                            document)))
                    lines += [code + "\t" + decimal(value, decimals) for code, value in rows]
    return lines


def plan_lines(year):
    return ["\t".join(["plan", indicator, str(year)] + PLANS[year].split())
            for indicator in INVESTMENTS]


def day_after(period, day):
    """@day of the month after @period."""
    year, month = period
    return "%d-%02d-%02d" % ((year + 1, 1, day) if month == 12 else (year, month + 1, day))


def revise(indicators):
    """One township's base was counted too high: puts what was issued into the figures and returns
    the line of the correction. In the period after it the township reports the corrected base."""
    code = TOWNSHIPS[REVISED[0]][0]
    figures = indicators[0][2][code]
    corrected = {}
    for period in (REVISED[1], NEWEST):
        base = nearest(figures[period].base * REVISED_SHARE)
        growth = Fraction(1000 + figures[period].growth, 1000)
        corrected[period] = Figure(nearest(base * growth), base)
    figures[NEWEST] = corrected[NEWEST]
    figures[REVISED[1]] = Figure(corrected[REVISED[1]].value, figures[REVISED[1]].base)
    return figure_line(code, corrected[REVISED[1]], 1)


def make_commands():
    """[(local time, verb, reason, lines)] in the order of time."""
    indicators = make_indicators()
    correction = revise(indicators)
    commands = [
        ("2020-01-08 09:00", "set target", "补录2019年度目标",
         target_blocks(indicators, 2019, ["agreed"], "2019-01-01")),
        ("2021-08-03 15:30", "set target", "调整年度目标",
         target_blocks(indicators, 2021, ["adjusted"], RAISE_DAY)),
        ("2021-11-24 10:20", "set figure", "统计反馈：上年同期数剔除重复计算企业",
         ["\t".join(("figures", "output", label(REVISED[1]), "审定")), correction]),
    ]
    for year, day in ((2020, "2020-02-26"), (2021, "2021-02-24")):
        commands.append((day + " 09:30", "set target", "%d年度目标责任书" % year,
                         target_blocks(indicators, year, ["agreed", "stretch"], "%d-01-01" % year)))
        commands.append((day + " 10:00", "set plan", "%d年投资进度计划" % year, plan_lines(year)))
    for i, period in enumerate(PERIODS):
        commands.append((day_after(period, noise(12, 16, "import", period)) + " 09:40", "import",
                         "%d年1—%d月统计反馈" % period, figure_blocks(indicators, period)))
        if period != NEWEST:
            number = "清工信〔%d〕%d号" % ((period[0] + 1, 3) if period[1] == 12 else
                                      (period[0], 4 + 3 * (i if period[0] == 2020 else i - 11)))
            day = day_after(period, noise(17, 20, "bulletin", period))
            commands.append((day + " 16:00", "bulletin issue", "",
                             ["\t".join(("bulletin", "output", label(period), number, day))]))
    return sorted(commands)


def main():
    lines = ["# Made by make-sample.py; the numbers are invented. README.md describes the format."]
    for time, verb, reason, body in make_commands():
        lines.append("\t".join(("command", time, verb, reason)))
        lines += body
    text = "\n".join(lines) + "\n"
    if sys.argv[1:] == ["--stdout"]:
        sys.stdout.buffer.write(text.encode())
    elif not sys.argv[1:]:
        pathlib.Path(__file__).with_name("sample.tsv").write_bytes(text.encode())
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
