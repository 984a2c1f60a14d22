#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of every answer in JSON: keys and their order, types, orders of rows."""
import hashlib
import json
import re
import subprocess

from program import DONE, REFUSED, complaint, digest, run_tests

PLACE = "410922100"
RATE = re.compile(r"^-?\d+\.\d\d$")
AMOUNT = re.compile(r"^-?\d+(\.\d*[1-9])?$")
PERIOD = re.compile(r"^\d{4}-\d\d$")
DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
MOMENT = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d")
KIND = {"country", "province", "city", "county", "township", "park", "firm", "other"}
STATUS = {"预计", "初步", "审定"}


class Null:
    """A value that may be missing."""

    def __init__(self, shape):
        self.shape = shape


def fit(value, shape, where="answer"):
    if isinstance(shape, Null):
        if value is not None:
            fit(value, shape.shape, where)
    elif isinstance(shape, dict):
        assert isinstance(value, dict), (where, value)
        assert list(value) == list(shape), (where, list(value))
        for key in shape:
            fit(value[key], shape[key], f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), (where, value)
        for number, item in enumerate(value):
            fit(item, shape[0], f"{where}[{number}]")
    elif isinstance(shape, (set, tuple)):
        assert value in shape, (where, value)
    elif isinstance(shape, re.Pattern):
        assert isinstance(value, str) and shape.match(value), (where, value)
    else:
        assert type(value) is shape, (where, value)


A_PLACE = {"code": Null(str), "name": str}
VALUES = {"completed": Null(AMOUNT), "base": Null(AMOUNT), "growth": Null(RATE), "status": STATUS}
NOTICES = [{"row": Null(int), "column": Null(int), "text": str}]
TREND = (None, "widening", "narrowing", "mixed")
TRENDS = {"same": TREND, "whoever": TREND}
SHAPES = {
    "places": {"rows": [{"code": Null(str), "name": str, "parent": Null(A_PLACE), "kind": KIND}]},
    "indicators": {"rows": [{"code": str, "name": str, "measure": str,
                             "kind": {"cumulative", "level", "growth-only"},
                             "direction": {"higher", "lower"}}]},
    "periods": {"rows": [{"period": PERIOD, "reported": int, "due": int, "closed": bool}],
                "provisional": bool},
    "figures": {"rows": [{"period": PERIOD, **VALUES,
                          "source": {"file": Null(str), "sha256": Null(str), "row": Null(int),
                                     "at": MOMENT, "who": str},
                          "changes": [{"at": MOMENT, "who": str, "reason": Null(str), "old": VALUES,
                                       "new": Null(VALUES)}]}],
                "provisional": bool},
    "progress": {"place": A_PLACE, "indicator": str, "period": PERIOD, "completed": Null(AMOUNT),
                 "base": Null(AMOUNT), "growth": Null(RATE), "month": Null(AMOUNT),
                 "pace": Null(RATE), "missing": [A_PLACE],
                 "targets": [{"tier": {"agreed", "adjusted", "stretch"}, "target": AMOUNT,
                              "effective": Null(DAY), "document": Null(str),
                              "completion": Null(RATE), "difference": Null(AMOUNT),
                              "gap": Null(AMOUNT), "schedule_gap": Null(AMOUNT),
                              "required_monthly": Null(AMOUNT),
                              "card": (None, "green", "yellow", "red")}],
                 "forecast": {"pace": Null(AMOUNT), "recent": Null(AMOUNT), "season": Null(AMOUNT)},
                 "forecast_range": {"low": Null(AMOUNT), "high": Null(AMOUNT)},
                 "forecast_errors": {"pace": Null(RATE), "recent": Null(RATE), "season": Null(RATE)},
                 "forecast_years": {"pace": int, "recent": int, "season": int},
                 "provisional": bool},
    "rank": {"indicator": str, "period": PERIOD, "by": str,
             "rows": [{"place": A_PLACE, "rank": int, "previous_rank": Null(int),
                       "change": Null(int), "value": str, "completed": Null(AMOUNT),
                       "target": Null(AMOUNT), "completion": Null(RATE), "difference": Null(str),
                       "growth": Null(RATE), "card": (None, "green", "yellow", "red"),
                       "bottom": bool, "tied": bool, "streak": int, "share": Null(RATE)}],
             "unreported": [A_PLACE], "untargeted": [A_PLACE], "provisional": bool},
    "streaks": {"rows": [{"place": A_PLACE, "length": int, "periods": [PERIOD],
                          "status": {"watch", "review"}}], "provisional": bool},
    "peers": {"indicator": str, "period": PERIOD, "by": str, "us": A_PLACE, "rank": Null(int),
              "previous_rank": Null(int), "change": Null(int), "value": Null(str),
              "level": [A_PLACE], "above": Null(A_PLACE), "below": Null(A_PLACE),
              "lead_gap": Null(str), "chase_gap": Null(str), "to_pass": Null(AMOUNT),
              "lead_trend": TRENDS, "chase_trend": TRENDS,
              "history": [{"period": PERIOD, "rank": Null(int), "ranked": int, "value": Null(str),
                           "above": Null(A_PLACE), "below": Null(A_PLACE), "lead_gap": Null(str),
                           "chase_gap": Null(str), "same_lead_gap": Null(str),
                           "same_chase_gap": Null(str)}],
              "rows": [{"place": A_PLACE, "rank": int, "previous_rank": Null(int),
                        "change": Null(int), "value": str, "completed": Null(AMOUNT),
                        "completion": Null(RATE), "growth": Null(RATE), "tied": bool}],
              "unreported": [A_PLACE], "untargeted": [A_PLACE],
              "whole": {"place": A_PLACE, "completed": Null(AMOUNT), "growth": Null(RATE),
                        "difference": Null(str)},
              "what_if": Null({"added": AMOUNT, "rank": int, "tied": bool, "value": str,
                               "above": Null(A_PLACE), "below": Null(A_PLACE),
                               "lead_gap": Null(str), "chase_gap": Null(str)}),
              "provisional": bool},
    "settings get": {"rows": [{"key": str, "value": str}]},
    "settings set": {"rows": [{"key": str, "value": str}]},
    "check": {"ok": bool, "findings": [{"what": str, "where": str, "text": str}]},
    "import": {"files": [{"file": str, "sha256": Null(str), "sheet": Null(str), "rows": int,
                          "new": int, "changed": int, "same": int, "refused": int,
                          "warnings": NOTICES, "errors": NOTICES}]},
    "set figure": {"place": A_PLACE, "indicator": str, "period": PERIOD, "old": Null(VALUES),
                   "new": Null(VALUES), "provisional": bool},
    "set target": {"place": A_PLACE, "indicator": str, "year": int, "tier": str, "target": AMOUNT,
                   "effective": DAY, "document": Null(str)},
    "set targets": {"place": A_PLACE, "old": Null(AMOUNT), "target": AMOUNT,
                    "difference": Null(AMOUNT), "indicator": str, "year": int, "tier": str,
                    "effective": DAY, "document": Null(str),
                    "parts": [{"place": A_PLACE, "old": Null(AMOUNT), "target": Null(AMOUNT),
                               "difference": Null(AMOUNT), "by_hand": bool}],
                    "sum": AMOUNT, "set": bool},
    "set plan": {"indicator": str, "year": int, "shares": [RATE]},
    "init": {"book": str, "place": A_PLACE, "places": [A_PLACE], "sample": bool},
}
SHAPES["progress"]["targets"][0]["difference"] = Null(RATE)


def ask(home, verb, *arguments):
    answer = home.answer(*verb.split(), *arguments)
    fit(answer, SHAPES[verb], verb)
    return answer


def test_init(home):
    answer = ask(home, "init", "--place", "410922")
    assert answer["place"] == {"code": "410922", "name": "清丰县"}
    assert len(answer["places"]) == 17 and answer["sample"] is False
    assert answer["book"] == str(home.book) and home.book.exists()
    assert home.book.stat().st_mode & 0o777 == 0o600
    assert home.book.parent.stat().st_mode & 0o777 == 0o700


def test_init_of_every_level(home):
    for code, members in (("410900", 8), ("410000", 18), ("100000", 31)):
        answer = ask(home, "init", "--place", code, "--book", f"{code}.duibiao")
        assert len(answer["places"]) >= members, (code, len(answer["places"]))


def test_new_book_is_empty(home):
    ask(home, "init", "--place", "410922")
    assert ask(home, "periods") == {"rows": [], "provisional": False}
    assert ask(home, "figures", "--place", "410922")["rows"] == []
    assert ask(home, "check") == {"ok": True, "findings": []}
    assert len(ask(home, "indicators")["rows"]) == 10


def test_places(home):
    ask(home, "init", "--sample")
    rows = ask(home, "places")["rows"]
    parents = {row["code"]: row["parent"] and row["parent"]["code"] for row in rows}
    assert parents["410922100"] == "410922" and parents["410922"] == "410900"
    assert parents["410900"] is None and parents["410923"] == "410900"
    assert {row["code"]: row["kind"] for row in rows}["410922100"] == "township"


def test_indicators(home):
    ask(home, "init", "--sample")
    rows = ask(home, "indicators")["rows"]
    assert rows[0] == {"code": "output", "name": "工业总产值", "measure": "万元",
                       "kind": "cumulative", "direction": "higher"}
    assert [row["code"] for row in rows] == [
        "output", "investment", "industrial-investment", "upgrade-investment", "revenue", "tax",
        "electricity", "energy", "attracted-funds", "value-added"]
    of_kind = {row["code"]: (row["kind"], row["direction"], row["measure"]) for row in rows}
    assert of_kind["energy"] == ("level", "lower", "吨标准煤/万元")
    assert of_kind["value-added"] == ("growth-only", "higher", "%")
    assert of_kind["electricity"][2] == "万千瓦时"


def test_periods(home):
    ask(home, "init", "--sample")
    answer = ask(home, "periods")
    periods = [row["period"] for row in answer["rows"]]
    assert periods == sorted(periods, reverse=True) and len(periods) == 22
    assert periods[0] == "2021-11" and answer["provisional"] is False
    row = next(row for row in answer["rows"] if row["period"] == "2021-09")
    assert (row["reported"], row["due"], row["closed"]) == (16, 17, True)


def test_progress(home):
    ask(home, "init", "--sample")
    answer = ask(home, "progress")
    assert answer["place"]["code"] == "410922" and answer["indicator"] == "output"
    assert answer["period"] == "2021-11" and answer["completed"] == "1547400"
    assert answer["growth"] == "7.70" and answer["pace"] == "91.67" and answer["missing"] == []
    assert [target["tier"] for target in answer["targets"]] == ["agreed", "adjusted", "stretch"]
    assessed = answer["targets"][1]
    assert assessed["target"] == "2000000" and assessed["completion"] == "77.37"
    assert assessed["difference"] == "-14.30" and assessed["gap"] == "452600"
    assert assessed["effective"] == "2021-08-01" and assessed["required_monthly"] == "452600"
    only = ask(home, "progress", "--tier", "stretch")
    assert [target["tier"] for target in only["targets"]] == ["stretch"]


def test_progress_of_every_indicator(home):
    ask(home, "init", "--sample")
    for row in ask(home, "indicators")["rows"]:
        for place in ("410922", PLACE):
            answer = home.answer("progress", "--indicator", row["code"], "--place", place)
            shape = dict(SHAPES["progress"])
            if row["kind"] == "level":
                shape["targets"] = [{**shape["targets"][0], "difference": Null(AMOUNT)}]
            fit(answer, shape, row["code"])


def test_progress_without_a_figure_of_its_own_is_the_sum(home):
    ask(home, "init", "--place", "410922")
    ask(home, "import", home.write("two.csv", "单位,期,工业总产值累计完成（万元）,上年同期（万元）\n"
                                   "城关镇,2021-11,120,100\n仙庄镇,2021-11,105,100\n"))
    answer = ask(home, "progress", "--period", "2021-11")
    assert answer["completed"] == "225" and answer["growth"] == "12.50"
    assert len(answer["missing"]) == 15 and answer["provisional"] is True
    assert answer["targets"] == []
    ask(home, "set target", "--place", "410922", "--year", "2021", "--tier", "agreed", "--value",
        "300", "--reason", "签订")
    against = ask(home, "progress", "--period", "2021-11")["targets"][0]
    assert (against["target"], against["completion"]) == ("300", "75.00")
    ask(home, "set figure", "--place", "410922", "--period", "2021-11", "--completed", "270",
        "--reason", "统计反馈")
    assert ask(home, "progress", "--period", "2021-11")["completed"] == "270"


def test_rank(home):
    ask(home, "init", "--sample")
    for row in ask(home, "indicators")["rows"]:
        for by in ("growth", "progress", "completed", "month"):
            answer = ask(home, "rank", "--indicator", row["code"], "--by", by)
            assert [r["rank"] for r in answer["rows"]] == sorted(r["rank"] for r in answer["rows"])
    answer = ask(home, "rank", "--bottom", "5")
    assert sum(row["bottom"] for row in answer["rows"]) == 5
    before = ask(home, "rank", "--period", "2021-09")
    assert [place["name"] for place in before["unreported"]] == ["马村乡"]


def test_streaks(home):
    ask(home, "init", "--sample")
    rows = ask(home, "streaks")["rows"]
    assert rows[0]["place"]["name"] == "固城镇" and rows[0]["length"] == 3
    assert rows[0]["periods"] == ["2021-09", "2021-10", "2021-11"]
    assert rows[0]["status"] == "review" and {row["status"] for row in rows[1:]} == {"watch"}


def test_peers(home):
    ask(home, "init", "--sample")
    for indicator in ("output", "energy", "attracted-funds", "value-added"):
        for by in ("growth", "progress", "completed", "month"):
            answer = ask(home, "peers", "--indicator", indicator, "--by", by)
            assert answer["by"] == by and answer["us"]["code"] == "410922"
            assert answer["provisional"] is False
            assert len(answer["rows"]) + len(answer["unreported"] + answer["untargeted"]) == 8
    assert ask(home, "peers", "--add", "1.5亿元")["what_if"]["added"] == "15000"


def test_figures_and_their_history(home):
    ask(home, "init", "--place", "410922")
    path = home.write("镇.csv", "代码,期,工业总产值累计完成（万元）\n410922100,2021-10,100.5\n"
                      "410922100,2021-11,110\n")
    ask(home, "import", path, "--reason", "统计反馈")
    set_figure = ("set figure", "--place", PLACE, "--period", "2021-11")
    changed = ask(home, *set_figure, "--completed", "0.0125亿元", "--growth", "-3.2%", "--reason",
                  "漏报")
    assert changed["old"]["completed"] == "110" and changed["new"]["completed"] == "125"
    assert changed["new"] == {"completed": "125", "base": None, "growth": "-3.20", "status": "初步"}
    ask(home, *set_figure, "--base", "90", "--status", "final", "--reason", "补基数")
    rows = ask(home, "figures", "--place", PLACE, "--history")["rows"]
    assert [row["period"] for row in rows] == ["2021-10", "2021-11"]
    first, second = rows
    with open(path, "rb") as file:
        assert first["source"]["sha256"] == hashlib.sha256(file.read()).hexdigest()
    assert first["source"]["file"].endswith("镇.csv") and first["source"]["row"] == 2
    assert first["changes"] == []
    assert second["source"]["file"] is None and second["completed"] == "125"
    assert [change["reason"] for change in second["changes"]] == ["补基数", "漏报"]
    assert second["changes"][1]["old"]["completed"] == "110"
    assert second["changes"][0]["new"]["base"] == "90"
    assert second["changes"][0]["new"]["status"] == "审定"


def test_set_figure_none(home):
    ask(home, "init", "--place", "410922")
    common = ("set figure", "--place", "城关镇", "--period", "2021-11", "--reason", "核实")
    ask(home, *common, "--completed", "5", "--base", "4")
    answer = ask(home, *common, "--none")
    assert answer["new"]["completed"] is None and answer["new"]["base"] == "4"
    assert len(ask(home, "rank", "--period", "2021-11")["unreported"]) == 17


def test_set_target_and_plan(home):
    ask(home, "init", "--place", "410922")
    answer = ask(home, "set target", "--place", PLACE, "--year", "2021", "--tier", "stretch",
                 "--value", "1.5亿元", "--document", "清政〔2021〕3号", "--reason", "奋斗目标")
    assert answer["target"] == "15000" and answer["effective"] == "2021-01-01"
    answer = ask(home, "set plan", "--indicator", "investment", "--year", "2021", "--shares",
                 "1,2,3,4,5,6,7,8,9,10,50.5,100", "--reason", "计划")
    assert answer["shares"][-2:] == ["50.50", "100.00"]
    even = ("set plan", "--year", "2021", "--shares", "even", "--reason", "不再另定")
    assert ask(home, *even)["shares"][:2] == ["8.33", "16.67"]


def test_set_targets(home):
    """The county has 3亿元, two townships 1.2亿元 and 0.6亿元; the rest is elsewhere and goes up too."""
    ask(home, "init", "--place", "410922")
    for place, value in ("410922", "30000"), (PLACE, "12000"), ("410922101", "6000"):
        ask(home, "set target", "--place", place, "--year", "2021", "--tier", "agreed", "--value",
            value, "--reason", "签订")
    raised = ["set targets", "--year", "2021", "--tier", "adjusted", "--total", "40000",
              "--effective", "2021-08-01", "--document", "清政〔2021〕12号"]
    answer = ask(home, *raised, "--dry-run")
    parts = {part["place"]["code"]: part for part in answer["parts"]}
    assert (answer["old"], answer["difference"], answer["sum"]) == ("30000", "10000", "24000")
    assert (parts[PLACE]["target"], parts[PLACE]["difference"]) == ("16000", "4000")
    assert parts["410922101"]["target"] == "8000"
    assert [part for part in parts.values() if part["target"] is None and part["old"]] == []
    assert not answer["set"]
    before = digest(home.book)
    assert ask(home, *raised, "--dry-run") == answer and digest(home.book) == before
    assert ask(home, *raised, "--reason", "县政府调整") == answer | {"set": True}
    assert ask(home, *raised, "--dry-run") == answer  # what held before the day
    home.must("undo")
    answer = ask(home, *raised, "--by", "hand", "--part", PLACE + "=20000", "--dry-run")
    assert answer["sum"] == "20000" and answer["parts"][0]["by_hand"]


def test_import(home):
    ask(home, "init", "--place", "410922")
    header = "单位,期,工业总产值累计完成（万元）\n"
    path = home.write("a.csv", header + "城关镇,2021-11,120\n仙庄镇,2021-11,105\n")
    dry = ask(home, "import", path, "--dry-run")["files"][0]
    assert (dry["rows"], dry["new"], dry["changed"], dry["same"], dry["refused"]) == (2, 2, 0, 0, 0)
    assert ask(home, "periods")["rows"] == []
    assert ask(home, "import", path)["files"][0]["new"] == 2
    before = digest(home.book)
    again = ask(home, "import", path)["files"][0]
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 2)
    assert digest(home.book) == before
    path = home.write("b.csv", header + "城关镇,2021-11,121\n仙庄镇,2021-11,105\n")
    once = ask(home, "import", path)["files"][0]
    assert (once["new"], once["changed"], once["same"]) == (0, 1, 1)


def test_import_of_several_files_is_all_or_nothing(home):
    ask(home, "init", "--place", "410922")
    header = "单位,期,工业总产值累计完成（万元）\n"
    good = home.write("good.csv", header + "城关镇,2021-11,120\n")
    bad = home.write("bad.csv", header + "仙庄镇,2021-11,一百\n")
    before = digest(home.book)
    result = home.run("import", good, bad, "--json")
    line = complaint(result, REFUSED)[0]
    assert line.startswith(f"{bad}:2:3: "), line
    answer = json.loads(result.stdout)
    fit(answer, SHAPES["import"], "import")
    assert answer["files"][1]["errors"][0]["row"] == 2
    assert answer["files"][1]["errors"][0]["column"] == 3
    assert digest(home.book) == before


def test_import_of_contradicting_files(home):
    ask(home, "init", "--place", "410922")
    header = "单位,期,工业总产值累计完成（万元）\n"
    one = home.write("one.csv", header + "城关镇,2021-11,120\n仙庄镇,2021-11,105\n")
    two = home.write("two.csv", header + "马村乡,2021-11,12\n城关镇,2021-11,130\n")
    copy = home.write("copy.csv", header + "城关镇,2021-11,120\n仙庄镇,2021-11,105\n")
    before = digest(home.book)
    result = home.run("import", one, two, "--json")
    assert len(complaint(result, REFUSED)) == 2, result.stderr
    files = json.loads(result.stdout)["files"]
    assert [(file["new"], file["refused"]) for file in files] == [(1, 1), (1, 1)]
    assert [file["errors"][0]["row"] for file in files] == [2, 3]
    assert len(complaint(home.run("import", one, copy), REFUSED)) == 2
    assert len(complaint(home.run("import", one, one), REFUSED)) == 2
    assert digest(home.book) == before


def test_import_of_new_places(home):
    ask(home, "init", "--place", "410922")
    path = home.write("park.csv", "单位,期,工业总产值累计完成（万元）\n清丰县产业集聚区,2021-11,120\n")
    complaint(home.run("import", path), REFUSED)
    ask(home, "import", path, "--add-places")
    rows = ask(home, "places")["rows"]
    assert "清丰县产业集聚区" in [row["name"] for row in rows]
    assert ask(home, "figures", "--place", "清丰县产业集聚区")["rows"][0]["completed"] == "120"


def test_import_without_an_indicator(home):
    """The default one is taken, and said; a chosen one is not questioned."""
    ask(home, "init", "--place", "410922")
    path = home.write("bare.csv", "place,period,completed\n410922100,2021-11,10\n")
    warnings = ask(home, "import", path)["files"][0]["warnings"]
    assert [w["row"] for w in warnings if "Gross industrial output" in w["text"]] == [1]
    chosen = ask(home, "import", path, "--indicator", "tax")["files"][0]
    assert not any("names no indicator" in w["text"] for w in chosen["warnings"])
    assert chosen["new"] == 1


def test_options_before_the_verb(home):
    home.must("--book", "other.duibiao", "init", "--place", "410922")
    assert (home.path / "other.duibiao").exists()
    assert home.must("--book", "other.duibiao", "--json", "periods") == home.must(
        "periods", "--json", "--book=other.duibiao")


def test_settings(home):
    ask(home, "init", "--sample")
    values = {row["key"]: row["value"] for row in ask(home, "settings get")["rows"]}
    assert values["bottom.size"] == "3" and values["streak.growth"] == "cumulative"
    assert ask(home, "settings set", "bottom.size", "5")["rows"] == [
        {"key": "bottom.size", "value": "5"}]
    assert sum(row["bottom"] for row in ask(home, "rank")["rows"]) == 5
    ask(home, "settings set", "streak.length", "2", "--from", "2021-01", "--reason", "试行")
    assert {row["status"] for row in ask(home, "streaks")["rows"] if row["length"] == 2} <= {"review"}
    assert ask(home, "settings set", "office", "清丰县工信局")["rows"][0]["value"] == "清丰县工信局"
    assert ask(home, "check")["ok"] is True


def test_sheet(home):
    path = home.write("a.csv", '单位,"两\n行"\n\n城关镇,"反\\斜\t杠"\n'.encode("gb18030"))
    assert home.must("sheet", path) == (
        "S\t0\t\tvisible\nC\t0\t0\t0\ts\t单位\nC\t0\t0\t1\ts\t两\\n行\n"
        "C\t0\t2\t0\ts\t城关镇\nC\t0\t2\t1\ts\t反\\\\斜\\t杠\n")
    for wrong in (b"", b"\x00" * 500, '"open\n'.encode()):
        complaint(home.run("sheet", home.write("b.csv", wrong)), REFUSED)


def test_documents(home):
    ask(home, "init", "--sample")
    for kind in ("gap", "progress"):
        for name, head in (("c.pdf", b"%PDF-"), ("c.svg", b"<?xml"), ("c.png", b"\x89PNG")):
            assert home.must("chart", kind, "-o", name) == ""
            assert (home.path / name).read_bytes().startswith(head)
    home.must("chart", "gap", "-o", "wide.png", "--size", "800x500", "--theme", "dark")
    png = (home.path / "wide.png").read_bytes()
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (1600, 1000)
    result = home.run("brief", "-o", "brief.pdf")
    assert result.returncode == DONE, result.stderr
    first = (home.path / "brief.pdf").read_bytes()
    assert first.startswith(b"%PDF-") and first.rstrip().endswith(b"%%EOF")
    home.run("brief", "-o", "brief.pdf")
    assert (home.path / "brief.pdf").read_bytes() == first
    text = subprocess.run(["pdftotext", "-raw", home.path / "brief.pdf", "-"], check=True,
                          capture_output=True, text=True).stdout
    assert "below 濮阳市 as a whole, rank 5 of 8 in 濮阳市, down 1" in " ".join(text.split()), text


def test_nothing_is_due_of_a_target_that_is_not_signed(home):
    ask(home, "init", "--sample")
    home.must("set", "figure", "--place", "410922", "--period", "2022-02", "--completed", "250000",
              "--reason", "first figure")
    assert ask(home, "progress", "--period", "2022-02")["pace"] == "16.67"
    assert "Pace" in home.must("progress", "--period", "2021-11")
    assert "Pace" not in home.must("progress", "--period", "2022-02")


def test_check_finds_what_was_changed_behind_our_back(home):
    import sqlite3
    ask(home, "init", "--sample")
    assert ask(home, "check")["ok"] is True
    connection = sqlite3.connect(home.book)
    connection.execute("DELETE FROM plan")
    connection.commit()
    connection.close()
    result = home.run("check", "--json")
    assert result.returncode == 1, (result.returncode, result.stderr)
    answer = json.loads(result.stdout)
    fit(answer, SHAPES["check"], "check")
    assert answer["ok"] is False and answer["findings"]


run_tests(globals())
