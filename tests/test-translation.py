#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/zh_CN.po has every string of the program, none of them fuzzy (DESIGN: Chinese is complete)."""
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(sys.argv[1])
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dngettext:2,3", "ngettext:1,2", "dngettext:2,3",
            "g_dpgettext2:2c,3"]
MARK = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext) ?\(|translatable="(yes|1|true)"')


def gettext(*arguments):
    return subprocess.run(arguments, cwd=TOP, check=True, capture_output=True, text=True).stdout


def sources():
    for folder in ("app", "ui", "resources"):
        for path in sorted((TOP / folder).rglob("*")):
            if path.suffix in (".c", ".h", ".ui"):
                if MARK.search(path.read_text("utf-8")):
                    yield str(path.relative_to(TOP))
            elif path.name.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml")):
                yield str(path.relative_to(TOP))


def listed():
    lines = (TOP / "po/POTFILES").read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def template(files, folder):
    pot = pathlib.Path(folder) / "duibiao.pot"
    gettext("xgettext", "--from-code=UTF-8", "--add-comments=Translators",
            *[f"--keyword={k}" for k in KEYWORDS], "-o", str(pot), *files)
    return pot


def messages(po, *filters):
    text = gettext("msgattrib", "--no-wrap", *filters, str(po))
    return re.findall(r'^msgid (".*(?:\n".*)*)', text, re.M)[1:]


def check(number, name, problems):
    print(f"{'not ok' if problems else 'ok'} {number} {name}")
    for problem in problems[:50]:
        print(f"# {problem}")
    return not problems


def main():
    print("1..5")
    po = TOP / "po/zh_CN.po"
    found = set(sources())
    with tempfile.TemporaryDirectory() as folder:
        pot = template(sorted(found), folder)
        merged = pathlib.Path(folder) / "merged.po"
        gettext("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", str(merged), str(po), str(pot))
        results = [
            check(1, "POTFILES lists every file with strings", sorted(found ^ listed())),
            check(2, "no string without a translation", messages(merged, "--untranslated")),
            check(3, "no fuzzy string", messages(po, "--only-fuzzy")),
            check(4, "no string that the program no longer has", messages(merged, "--only-obsolete")),
        ]
        formats = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(po)],
                                 capture_output=True, text=True, check=False)
        results.append(check(5, "formats agree", formats.stderr.splitlines()))
    sys.exit(not all(results))


main()
