#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of scores by its accessible tree: a scheme is made, refused while its weights do not sum to
100, and its scores are those of the command line.

test-score.py WINDOW DUIBIAO LANGUAGE: TAP."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import pyatspi

from accessible import Program
import flow


class Score:
    def __init__(self, window, duibiao, language, folder):
        self.book = folder / "book.duibiao"
        self.duibiao = duibiao
        flow.command(duibiao, "init", "--sample", "--book", str(self.book))
        self.program = Program(language, window, "--book", str(self.book))

    def row(self, pattern):
        return self.program.find(pyatspi.ROLE_TABLE_ROW, pattern)

    def test_empty(self):
        p = self.program
        p.keys("alt+5")
        p.find(pyatspi.ROLE_LABEL, re.escape(p.text("No scheme holds in this period.")))

    def test_scheme(self):
        p = self.program
        p.press("_Scheme…")
        p.find(pyatspi.ROLE_DIALOG, "^" + p.text("Scoring Scheme") + "$")
        for indicator, points in (("工业总产值|Gross industrial output", "60"), ("工业税收|Industrial tax", "30")):
            name = p.text("%s, weight")
            shown = next(n for n in indicator.split("|") if p.entry(name.replace("%s", n)))
            p.type_into(name.replace("%s", shown), points)
        p.type_into("Reason", "rules of the county")
        p.find(pyatspi.ROLE_LABEL, "90")
        assert not p.is_sensitive(p.button("_Set"))
        p.type_into(name.replace("%s", shown), "40")
        p.press("_Set")
        p.gone(pyatspi.ROLE_DIALOG, "^" + p.text("Scoring Scheme") + "$")

    def test_scores(self):
        answer = json.loads(subprocess.run([self.duibiao, "rank", "--by", "score", "--json", "--book",
                                            str(self.book)], check=True, capture_output=True).stdout)
        assert len(answer["rows"]) == 17
        for row in answer["rows"]:
            self.row(rf"^ *{row['rank']}\b.*{row['place']['name']}.*{re.escape(row['value'])}")


TESTS = ["empty", "scheme", "scores"]


def main():
    window, duibiao, language = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        flow.run(Score(window, duibiao, language, pathlib.Path(folder)), TESTS, language)


main()
