#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exported tables hold what `rank --json` says: in CSV and in workbooks, as numbers.

  test-export.py PROGRAM SOURCE_ROOT
"""
import csv
import io
import re
import xml.etree.ElementTree
import zipfile
from fractions import Fraction

from program import DONE, USAGE, complaint, run_tests

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def read_csv(path):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "no mark"
    assert data.count(b"\n") == data.count(b"\r\n"), "lines end in CR LF"
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_workbook(path):
    """Rows of texts and Fractions of the first sheet."""
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        names = file.namelist()
        strings = ["".join(item.itertext()) for item in xml.etree.ElementTree.fromstring(
            file.read("xl/sharedStrings.xml")).findall("m:si", NS)]
        sheet = xml.etree.ElementTree.fromstring(file.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{{{NS['m']}}}row"):
        cells = {}
        for cell in row:
            value = cell.find("m:v", NS)
            if value is not None:
                column = re.match("[A-Z]+", cell.get("r")).group()
                cells[column] = strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
        rows.append(cells)
    return rows, names


def by_code(rows):
    head = rows[0]
    return head, {row[head.index("Code")]: dict(zip(head, row)) for row in rows[1:] if row[2]}


def make_book(home):
    home.must("init", "--sample")


def close(text, value, scale=1):
    """@text as precise as @value, which JSON rounds to two decimals."""
    if value is None:
        return text == ""
    return abs(Fraction(text) - Fraction(value) / scale) <= Fraction(1, 200)


def test_every_measure(home):
    make_book(home)
    for by in ("growth", "progress", "completed", "month"):
        answer = home.answer("rank", "--by", by)
        path = home.path / "table.csv"
        home.must("export", "--by", by, "-o", path)
        head, rows = by_code(read_csv(path))
        assert len(set(head)) == len(head), head
        ranked = [row for row in read_csv(path)[1:] if row[0]]
        assert [row[2] for row in ranked] == [row["place"]["code"] for row in answer["rows"]]
        for row in answer["rows"]:
            mine = rows[row["place"]["code"]]
            assert mine["Rank"] == str(row["rank"])
            assert mine["Place"] == row["place"]["name"]
            assert mine["Previous rank"] == str(row["previous_rank"] or "")
            assert mine["Change"] == str(row["change"]) if row["previous_rank"] else not mine["Change"]
            assert Fraction(mine["Completed (100M yuan)"]) == Fraction(row["completed"]) / 10000
            assert Fraction(mine["Annual target (100M yuan)"]) == Fraction(row["target"]) / 10000
            assert close(mine["Growth (%)"], row["growth"]), (mine, row)
            assert close(mine["Completion (%)"], row["completion"])
            assert close(mine["Pace difference (points)"], row["difference"])
            assert ("bottom" in mine["Remark"]) == row["bottom"]
            assert int(mine["Periods running in the bottom set"] or 0) == row["streak"]


def test_ranks_beside(home):
    """Growth and pace rank stand in the table of every measure."""
    make_book(home)
    ranks = {by: {row["place"]["code"]: str(row["rank"])
                  for row in home.answer("rank", "--by", by)["rows"]} for by in ("growth", "progress")}
    home.must("export", "--by", "completed", "-o", home.path / "t.csv")
    _, rows = by_code(read_csv(home.path / "t.csv"))
    for code, rank in ranks["growth"].items():
        assert rows[code]["Growth rank"] == rank
        assert rows[code]["Pace rank"] == ranks["progress"][code]
    assert rows["410922"]["Place"] == "Whole county" and not rows["410922"]["Rank"]


def test_apart(home):
    """Who has not reported stands below, without a rank, and the sum says so."""
    make_book(home)
    home.must("set", "figure", "--place", "410922200", "--period", "2021-11", "--none", "--reason", "t")
    home.must("export", "--period", "2021-11", "-o", home.path / "t.csv")
    table = read_csv(home.path / "t.csv")
    assert table[-1][:3] == ["", "六塔乡", "410922200"] and table[-1][-1] == "not reported", table[-1]
    assert [row[-1] for row in table if row[1] == "Townships together"] == ["reports are missing"]


def test_lower_is_better(home):
    """No completion, no pace, no gap that could be added up; distances by their own words."""
    make_book(home)
    home.must("export", "--indicator", "energy", "-o", home.path / "t.csv")
    head, rows = by_code(read_csv(home.path / "t.csv"))
    assert not [title for title in head if title.startswith(("Completion", "Pace", "Gap", "Card"))], head
    answer = home.answer("rank", "--indicator", "energy")
    for row in answer["rows"]:
        assert rows[row["place"]["code"]]["Rank"] == str(row["rank"])


def test_no_targets(home):
    """PRACTICE R21: no column of blanks."""
    make_book(home)
    home.must("export", "--indicator", "value-added", "-o", home.path / "t.csv")
    head, _ = by_code(read_csv(home.path / "t.csv"))
    assert not [title for title in head if title.startswith(("Month", "Completed"))], head


def test_workbook(home):
    make_book(home)
    home.must("export", "--by", "progress", "-o", home.path / "t.csv")
    home.must("export", "--by", "progress", "-o", home.path / "t.xlsx")
    home.must("export", "--by", "progress", "-o", home.path / "again.xlsx")
    assert (home.path / "t.xlsx").read_bytes() == (home.path / "again.xlsx").read_bytes()
    rows, names = read_workbook(home.path / "t.xlsx")
    assert "xl/charts/chart1.xml" in names
    table = read_csv(home.path / "t.csv")
    assert len(rows) == len(table)
    for mine, line in zip(rows, table):
        for column, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", line):
            value = mine.get(column, "")
            assert value == text or (isinstance(value, float) and value == float(text)), (value, text)
    numbers = [cell for row in rows[1:] for cell in row.values() if isinstance(cell, float)]
    assert len(numbers) > 150, len(numbers)


def test_score(home):
    make_book(home)
    result = home.run("export", "--by", "score", "-o", home.path / "t.csv")
    complaint(result, USAGE)
    assert not (home.path / "t.csv").exists()
    home.must("set", "scheme", "--name", "年度考核", "--from", "2021-01", "output:pace:60",
              "investment:rank:40", "--reason", "办法")
    home.must("export", "--by", "score", "-o", home.path / "t.csv")
    _, rows = by_code(read_csv(home.path / "t.csv"))
    for row in home.answer("rank", "--by", "score")["rows"]:
        mine = rows[row["place"]["code"]]
        assert mine["Rank"] == str(row["rank"]) and close(mine["Score"], row["value"])
        parts = [value for title, value in mine.items() if title.endswith("points)")]
        assert sum(Fraction(part or 0) for part in parts) == Fraction(mine["Score"]), mine


def test_chinese(home):
    make_book(home)
    result = home.run("export", "-o", home.path / "t.csv", language="zh_CN")
    assert result.returncode == DONE, result.stderr
    head = read_csv(home.path / "t.csv")[0]
    assert head[:2] == ["位次", "单位"] and "增幅（%）" in head, head


def test_refused(home):
    make_book(home)
    assert "-o" in complaint(home.run("export"), USAGE)[0]
    for name in ("t.ods", "t.txt", "t"):
        assert ".csv" in complaint(home.run("export", "-o", home.path / name), 1)[0]
        assert not (home.path / name).exists()
    assert home.run("export", "-o", home.path / "no/t.csv").returncode == 1
    complaint(home.run("export", "--by", "shoe-size", "-o", "t.csv"), USAGE)


run_tests(dict(globals()))
