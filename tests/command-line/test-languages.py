#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text for people in both languages; JSON the same in both."""
import re
import unicodedata

from program import REFUSED, USAGE, complaint, run_tests

VERBS = ("init", "import", "places", "indicators", "periods", "figures", "set figure", "set target",
         "set targets", "set plan", "set scheme", "progress", "rank", "streaks", "chart", "brief", "check", "settings get",
         "settings set", "sheet")
TABLES = (["places"], ["indicators"], ["periods"], ["figures", "--place", "410922100"],
          ["figures", "--place", "410922", "--period", "2021-11", "--history"], ["progress"],
          ["progress", "--indicator", "energy"], ["progress", "--place", "410922200"], ["rank"],
          ["rank", "--by", "progress", "--period", "2021-09"], ["rank", "--by", "month"],
          ["rank", "--by", "completed", "--tier", "adjusted"], ["rank", "--indicator", "energy"],
          ["rank", "--indicator", "value-added", "--by", "progress"], ["streaks"], ["check"])
# Codes, options, names of files and of formats are not words of a language.
NOT_WORDS = re.compile(
    r'"[^"]*"|duibiao( (set )?[a-z]+)?|--?[a-z-]+|\b[A-Z]{3,4}\b|[\w〔〕./-]+\.[a-z]+|CSS|PDF'
    r"|\b(output|investment|industrial-investment|upgrade-investment|revenue|tax|electricity|energy"
    r"|attracted-funds|value-added|agreed|adjusted|stretch|assessed|growth|progress|completed|month"
    r"|screen|dark|print|mono|contrast|large|gap|ranking|share|export|cases|contribution|ask|record|form|changes|since|bottom|month|note|enter|submitted|archived|topic|fell|unit|same|received|accepted|returned|confirmed|postponed|dismissed|bulletin|issue|correct|list|show|compare|peers|spread|sheet|pdf|csv|xlsx|svg|png|place|period|percent|null|provisional|status|review"
    r"|watch|root|cumulative|office|name|init|import|settings|get|sheet|places|indicators|periods|figures?"
    r"|set|targets?|plan|base|hand|even|last-year|scheme|pace|score|all-or-nothing|full-on-completion|rank|streaks|chart|brief|check|undo|redo|backups?|restore|copy|duibiao|damaged|frobnicate)\b|\d+x\d+|宽x高")


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def english_words(text):
    left = NOT_WORDS.sub("", text)
    return re.findall(r"[A-Za-z]{2,}", left)


def test_tables_in_chinese(home):
    home.must("init", "--sample", language="zh_CN")
    for verb in TABLES:
        text = home.must(*verb, language="zh_CN")
        assert re.search(r"[\u4e00-\u9fff]", text), verb
        assert not english_words(text), (verb, english_words(text))


def test_tables_in_english(home):
    """Names of places, documents and reasons are data; every word of ours is English."""
    home.must("init", "--sample")
    for verb in TABLES:
        first = home.must(*verb).splitlines()[0]
        assert re.search(r"[A-Za-z]{3,}", first), (verb, first)
    heading = home.must("rank").splitlines()[1]
    assert not re.search(r"[\u4e00-\u9fff]", heading), heading


def test_help_in_chinese(home):
    for verb in ("",) + VERBS:
        text = home.must(*verb.split(), "--help", language="zh_CN")
        body = text.split("\n示例：\n")[0].split("\nJSON 形式的回答：\n")[0]
        assert not english_words(body), (verb, english_words(body))


def test_errors_in_chinese(home):
    home.must("init", "--sample")
    for words in ("frobnicate", "rank --what", "rank --period x", "rank --by x", "rank --tier x",
                  "rank --bottom x", "rank --period", "figures", "chart pie -o x.pdf",
                  "chart gap -o x.pdf --theme x", "set figure --place 410922 --reason r",
                  "progress --place x", "rank --indicator x", "init", "import"):
        for line in complaint(home.run(*words.split(), language="zh_CN"), USAGE):
            assert re.search(r"[\u4e00-\u9fff]", line), line
            rest = line.split(": ", 1)[1].replace("frobnicate", "")
            rest = re.sub(r"“[^”]*”", "", rest)
            if words != "frobnicate":
                assert not english_words(rest), (words, english_words(rest))
    path = home.write("w.csv", "单位,期,工业总产值累计完成（万元）\n无名镇,2021-11,x\n")
    for line in complaint(home.run("import", path, language="zh_CN"), REFUSED):
        assert re.search(r"[\u4e00-\u9fff]", line.split(": ", 1)[1]), line


def test_json_is_the_same_in_both(home):
    home.must("init", "--sample")
    for verb in TABLES:
        assert home.must(*verb, "--json") == home.must(*verb, "--json", language="zh_CN"), verb


def test_json_in_the_c_locale(home):
    """A scheduled job has no locale; names are arguments and answers all the same."""
    bare = {"LC_ALL": "C", "LANGUAGE": ""}
    home.must("init", "--sample", environment=bare)
    text = home.must("figures", "--place", "城关镇", "--json", environment=bare)
    assert text == home.must("figures", "--place", "城关镇", "--json")
    home.must("set", "figure", "--place", "城关镇", "--period", "2021-11", "--status", "审定",
              "--reason", "统计反馈", environment=bare)


def test_columns_stand_below_each_other(home):
    """Han characters take two columns on a terminal."""
    home.must("init", "--sample")
    for language in ("zh_CN", "en"):
        lines = home.must("rank", language=language).splitlines()[1:]
        table = [line for line in lines if re.match(r"\s*(\d+|—)  ", line)]
        assert len(table) == 18, len(table)
        # The second column is flush left: everywhere it begins at the same place.
        starts = {width(line[:re.match(r"\s*\S+  ", line).end()]) for line in table}
        assert len(starts) == 1, starts
        ends = {width(re.match(r"\s*\S+  \S+( \S+)*\s+\S+", line).group()) for line in table}
        assert len(ends) == 1, ends


run_tests(globals())
