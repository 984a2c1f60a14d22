#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom (DESIGN §2), read off the #include lines."""
import pathlib
import re
import sys

TOP = pathlib.Path(sys.argv[1])

MAY = {
    "ui": {"ui", "book", "briefing", "charts", "plot", "exchange", "analysis", "model"},
    "command-line": {"command-line", "book", "briefing", "charts", "plot", "exchange", "analysis",
                     "model"},
    "briefing": {"briefing", "charts", "plot", "analysis", "model"},
    "exchange/in": {"exchange/in", "model"},
    "exchange/out": {"exchange/out", "charts", "plot", "analysis", "model"},
    "charts": {"charts", "plot", "analysis", "model"},
    "book": {"book", "store", "model"},
    "analysis": {"analysis", "model"},
    "store": {"store", "model"},
    "plot": {"plot"},
    "model": {"model"},
}
FORBIDDEN_BELOW_UI = re.compile(r"(gtk|gdk|gsk|adwaita)[/.]")


def layer(path):
    parts = path.parts
    if parts[0] == "ui":
        return "ui"
    if parts[0] != "app":
        return None
    if len(parts) == 2:
        return re.split(r"[.-]", parts[1])[0]
    return "/".join(parts[1:3]) if parts[1] == "exchange" else parts[1]


def target(include, path):
    """The layer of an included header, or None for one of a library or of the build."""
    if (TOP / "app" / include).exists():
        return layer(pathlib.PurePath("app") / include)
    if (TOP / "ui" / include).exists():
        return "ui"
    if (TOP / path.parent / include).exists():
        return layer(path.parent / include)
    return None


def violations(path):
    source = layer(path)
    for number, line in enumerate((TOP / path).read_text("utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if not match:
            continue
        include = match.group(1)
        if source != "ui" and FORBIDDEN_BELOW_UI.match(include):
            yield f"{path}:{number} includes {include}: app/ never sees GTK"
        to = target(include, path)
        if to and to.split("/")[0] == "exchange" and "exchange" in MAY[source]:
            continue
        if to and to not in MAY[source]:
            yield f"{path}:{number}: {source} may not include {to} ({include})"


def main():
    files = sorted(p.relative_to(TOP) for d in ("app", "ui") for p in (TOP / d).rglob("*.[ch]"))
    print(f"1..{len(files)}")
    failed = False
    for number, path in enumerate(files, 1):
        found = list(violations(path))
        failed = failed or bool(found)
        print(f"{'not ok' if found else 'ok'} {number} {path}")
        for text in found:
            print(f"# {text}")
    sys.exit(failed)


main()
