#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""meson install gives a whole program: every file a desktop asks for, and a sample book from it."""
import pathlib
import subprocess
import sys
import tempfile

BUILD = pathlib.Path(sys.argv[1])
PREFIX = sys.argv[2].lstrip("/")

EXPECTED = [
    "bin/duibiao",
    "libexec/duibiao/duibiao-window",
    "share/applications/org.duibiao.Duibiao.desktop",
    "share/metainfo/org.duibiao.Duibiao.metainfo.xml",
    "share/glib-2.0/schemas/org.duibiao.Duibiao.gschema.xml",
    "share/icons/hicolor/scalable/apps/org.duibiao.Duibiao.svg",
    "share/icons/hicolor/symbolic/apps/org.duibiao.Duibiao-symbolic.svg",
    "share/mime/packages/org.duibiao.Duibiao.xml",
    "share/locale/zh_CN/LC_MESSAGES/duibiao.mo",
    "share/man/man1/duibiao.1",
    "share/man/zh_CN/man1/duibiao.1",
]


class Results:
    def __init__(self, plan):
        self.number = 0
        self.failed = False
        print(f"1..{plan}")

    def check(self, good, name, detail=""):
        self.number += 1
        self.failed = self.failed or not good
        print(f"{'ok' if good else 'not ok'} {self.number} {name}")
        if not good and detail:
            print("# " + detail.strip().replace("\n", "\n# "))


def main():
    results = Results(len(EXPECTED) + 3)
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "root"
        subprocess.run(["meson", "install", "--no-rebuild", "--quiet", "-C", BUILD,
                        "--destdir", root], check=True, stdout=subprocess.DEVNULL)
        installed = root / PREFIX
        for name in EXPECTED:
            results.check((installed / name).is_file(), name)

        environment = {"HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                       "DUI_LOCALEDIR": str(installed / "share/locale"), "LANGUAGE": "zh_CN"}
        program = installed / "bin/duibiao"

        def run(*arguments):
            return subprocess.run([program, *arguments], env=environment, capture_output=True,
                                  text=True, check=False)

        version = run("--version")
        results.check(version.returncode == 0 and "duibiao" in version.stdout.lower(), "--version",
                      version.stdout + version.stderr)
        book = pathlib.Path(folder) / "sample.duibiao"
        made = run("init", "--sample", "--book", str(book))
        ranked = run("rank", "--book", str(book))
        results.check(made.returncode == 0 and ranked.returncode == 0 and "城关镇" in ranked.stdout,
                      "the installed program ranks the sample county", made.stderr + ranked.stderr)
        window = run("--book", str(book))
        results.check(window.returncode == 1 and "duibiao-window" not in window.stderr,
                      "without a display the installed window says so", window.stderr)
    sys.exit(results.failed)


main()
