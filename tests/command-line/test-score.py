#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Schemes and the ranking by score, with places and points worked out by hand."""
from program import REFUSED, USAGE, complaint, digest, run_tests

SCHEME = ("set", "scheme", "--name", "2021年考核", "--from", "2021-02", "--reason", "县考核办法",
          "output:full-on-completion:20:0.5:5", "investment:pace:80")


def prepare(home):
    """Three places: 104.6 % and 100 %, 92 % without a target of investment, and one not reported."""
    home.must("init", "--place", "410922")
    places = [row["code"] for row in home.answer("places")["rows"] if row["kind"] == "township"][:3]
    for indicator, place, target, completed in (
            ("output", 0, "200", "104.6"), ("investment", 0, "100", "50"),
            ("output", 1, "200", "92"), ("investment", 1, None, "70"),
            ("output", 2, "200", None), ("investment", 2, "100", "25")):
        if target:
            home.must("set", "target", "--indicator", indicator, "--place", places[place], "--year",
                      "2021", "--tier", "agreed", "--value", target, "--reason", "签订")
        if completed:
            home.must("set", "figure", "--indicator", indicator, "--place", places[place],
                      "--period", "2021-06", "--completed", completed, "--reason", "报送")
    home.must(*SCHEME)
    return places


def rank(home, *more):
    return home.answer("rank", "--by", "score", "--period", "2021-06", *more)


def test_score(home):
    places = prepare(home)
    answer = rank(home)
    assert list(answer) == ["indicator", "period", "by", "scheme", "rows", "unreported",
                            "untargeted", "provisional"], list(answer)
    assert (answer["indicator"], answer["by"], answer["scheme"]) == (None, "score", "2021年考核")
    assert answer["provisional"] is True
    rows = {row["place"]["code"]: row for row in answer["rows"]}
    assert list(rows) == [places[0], places[1], places[2]], list(rows)
    assert [row["value"] for row in rows.values()] == ["102.30", "92.00", "40.00"]
    assert [row["rank"] for row in rows.values()] == [1, 2, 3]
    assert list(answer["rows"][0]) == [
        "place", "rank", "previous_rank", "change", "value", "completed", "target", "completion",
        "difference", "growth", "card", "bottom", "tied", "streak", "share", "parts", "to_pass"]
    assert rows[places[0]]["parts"] == [
        {"indicator": "output", "rule": "full-on-completion", "state": "judged", "weight": "20.00",
         "reached": "104.60", "rank": None, "earned": "20.00", "bonus": "2.30"},
        {"indicator": "investment", "rule": "pace", "state": "judged", "weight": "80.00",
         "reached": "100.00", "rank": None, "earned": "80.00", "bonus": "0.00"}]
    alone, without = rows[places[1]]["parts"]
    assert (alone["weight"], alone["earned"]) == ("100.00", "92.00")
    assert (without["state"], without["weight"]) == ("untargeted", None)
    assert rows[places[2]]["parts"][0]["state"] == "unreported"
    assert rows[places[2]]["parts"][0]["weight"] == "20.00"
    assert rows[places[0]]["to_pass"] is None
    lever = rows[places[1]]["to_pass"]  # from 92 % to above 104.6 %, with 2.3 points of bonus
    assert lever["place"]["code"] == places[0], lever
    assert (lever["indicator"], lever["added"], lever["due"], lever["rank"]) == (
        "output", "12.6001", "12.60", 1), lever
    assert rows[places[2]]["to_pass"] is None, "80 is the most"
    assert len(answer["untargeted"]) == 14 and answer["unreported"] == []


def test_table(home):
    prepare(home)
    text = home.must("rank", "--by", "score", "--period", "2021-06")
    assert "ranked by score, “2021年考核”" in text and "20.00+2.30" in text, text
    assert "0.5 more for each percentage point above 100%, at most 5" in text, text
    assert "“—”: no target to judge by" in text and "not reported" in text, text
    text = home.must("rank", "--by", "score", "--period", "2021-06", language="zh_CN")
    assert "完成得满分" in text and "按得分排名" in text and "未报" in text, text


def test_undo(home):
    prepare(home)
    home.must("set", "scheme", "--name", "2021年考核", "--from", "2021-02", "--reason", "改办法",
              "output:rank:100")
    assert [row["value"] for row in rank(home)["rows"]] == ["100.00", "50.00"]
    assert "scoring scheme changed" in home.must("undo")
    assert [row["value"] for row in rank(home)["rows"]] == ["102.30", "92.00", "40.00"]
    home.must("undo")
    assert "no scoring scheme" in complaint(home.run("rank", "--by", "score", "--period", "2021-06"),
                                            USAGE)[0]
    home.must("redo")
    assert home.answer("check")["ok"] is True


def test_answer(home):
    home.must("init", "--place", "410922")
    answer = home.answer(*SCHEME)
    assert answer == {"scheme": "2021年考核", "from": "2021-02", "parts": [
        {"indicator": "output", "rule": "full-on-completion", "weight": "20.00", "bonus": "0.50",
         "cap": "5.00"},
        {"indicator": "investment", "rule": "pace", "weight": "80.00", "bonus": "0.00",
         "cap": "0.00"}]}, answer


def test_wrong(home):
    prepare(home)
    before = digest(home.book)
    common = ("set", "scheme", "--name", "乙", "--from", "2022-02", "--reason", "办法")
    for parts, code in ((["output:pace"], USAGE), (["output:pace:100:1"], USAGE),
                        (["output:luck:100"], USAGE), (["output:pace:x"], USAGE),
                        (["output:pace:100.1"], USAGE), (["output:pace:1.0000001"], USAGE), ([], USAGE),
                        (["output:pace:99"], REFUSED), (["nothing:pace:100"], REFUSED),
                        (["energy:pace:100"], REFUSED)):
        complaint(home.run(*common, *parts), code)
    complaint(home.run("set", "scheme", "--name", "乙", "output:pace:100"), USAGE)
    complaint(home.run("rank", "--by", "score", "--indicator", "output"), USAGE)
    assert digest(home.book) == before


def test_sample(home):
    home.must("init", "--sample")
    home.must("set", "scheme", "--name", "考核", "--from", "2020-12", "--reason", "办法",
              "output:full-on-completion:40:0.5:5", "investment:pace:30", "energy:all-or-nothing:30")
    answer = home.answer("rank", "--by", "score")
    assert answer["rows"] and answer["rows"][0]["previous_rank"], answer["rows"][:1]
    assert answer["rows"][0]["to_pass"] is None
    levers = [row["to_pass"] for row in answer["rows"] if row["to_pass"]]
    assert levers, answer["rows"]
    for lever in levers:
        assert list(lever) == ["place", "indicator", "added", "due", "rank"], lever
        assert lever["indicator"] in ("output", "investment") and float(lever["added"]) > 0, lever
    for row in answer["rows"]:
        parts = sum(float(part["earned"]) + float(part["bonus"]) for part in row["parts"])
        assert abs(parts - float(row["value"])) < 0.04, row
    values = [float(row["value"]) for row in answer["rows"]]
    assert values == sorted(values, reverse=True)


run_tests(globals())
