#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages are well formed and know every verb and option that the program's help lists.

  test-man.py SOURCE_ROOT PROGRAM
"""

import os
import pathlib
import re
import subprocess
import sys

PAGES = {language: pathlib.Path(sys.argv[1]) / "resources/man" / path
         for language, path in (("en", "duibiao.1"), ("zh_CN", "zh_CN/duibiao.1"))}
PROGRAM = sys.argv[2]


def run(*command, **environment):
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False,
                          env=dict(os.environ, **environment))


def told_options(text):
    return set(re.findall(r"(?<![\w-])--[a-z-]+", text))


def read_help():
    """{verb: options} of the program."""
    text = run(PROGRAM, "--help", LANGUAGE="en").stdout
    verbs = re.findall(r"^  ([a-z]+(?: [a-z]+)?)  ", text, re.M)
    return {verb: told_options(run(PROGRAM, *verb.split(), "--help", LANGUAGE="en").stdout)
            for verb in verbs}


def page_text(language):
    """As printed, on lines that are wide enough for any heading."""
    done = run("man", "--warnings", "-E", "UTF-8", "-l", PAGES[language], MANWIDTH="200",
               LC_ALL="C.UTF-8")
    return done.stdout, done.stderr


def check_page(language, known):
    """Yields what is wrong."""
    for width in ("60", "80", "132"):
        done = run("man", "--warnings", "-E", "UTF-8", "-l", PAGES[language], MANWIDTH=width,
                   LC_ALL="C.UTF-8")
        if done.returncode != 0 or done.stderr:
            yield "%s columns: %s" % (width, done.stderr.strip())
    text, _errors = page_text(language)
    if run("lexgrog", "-m", PAGES[language], LC_ALL="C.UTF-8").returncode != 0:
        yield "whatis finds no name"
    for verb in known:
        if not re.search(r"^ {7}%s(?: |$)" % re.escape(verb), text, re.M):
            yield "nothing about " + verb
    in_program = set().union(*known.values()) | {"--version"}
    in_page = told_options(text)
    if in_program != in_page:
        yield "options only in one of program and page: %s" % sorted(in_program ^ in_page)


def main():
    known = read_help()
    print("1..3")
    print("%s 1 the program lists its verbs" % ("ok" if "init" in known else "not ok"))
    failed = "init" not in known
    for number, language in enumerate(PAGES, 2):
        wrong = list(check_page(language, known))
        failed = failed or bool(wrong)
        print("%s %d page in %s" % ("not ok" if wrong else "ok", number, language))
        for text in wrong:
            print("# " + text.replace("\n", "\n# "))
    sys.exit(failed)


if __name__ == "__main__":
    main()
