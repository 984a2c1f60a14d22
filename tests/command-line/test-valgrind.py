#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One main flow under valgrind: from a new book to paper, and back."""
import os
import shutil
import sys

from program import REFUSED, complaint, run_tests

VALGRIND = shutil.which("valgrind")
SHEET = "2022年1-2月工业总产值（万元）,,\n单位,累计,同期\n城关镇,110,100\n柳格镇,210,200\n"


def test_flow(home):
    home.wrapper = [VALGRIND, "--quiet", "--error-exitcode=99", "--leak-check=full",
                    "--show-leak-kinds=definite", "--errors-for-leak-kinds=definite",
                    f"--suppressions={os.path.join(sys.argv[2], 'tests', 'valgrind.supp')}"]
    sheet = home.write("1-2月.csv", SHEET)
    bad = home.write("bad.csv", SHEET.replace("柳格镇", "李家庄"))
    home.must("init", "--sample")
    home.must("import", sheet)
    complaint(home.run("import", bad), REFUSED)
    home.must("set", "figure", "--place", "410922100", "--period", "2022-02", "--completed", "111",
              "--reason", "更正")
    home.must("rank", "--json")
    home.must("brief", "-o", home.path / "briefing.pdf")
    home.must("undo")
    home.must("check")


if VALGRIND is None or "ASAN_OPTIONS" in os.environ:
    print("1..0 # SKIP needs valgrind, and a program without sanitizers")
else:
    run_tests(globals())
