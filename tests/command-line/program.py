# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program in a home of its own, and results in the form that Meson reads (TAP)."""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

DONE, FAILED, USAGE, REFUSED, BOOK = range(5)


class Home:
    """A fresh home: nothing of the user's is read or written."""

    def __init__(self, program):
        self.program = str(pathlib.Path(program).resolve())
        self.wrapper = []  # what the program runs under
        self._folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self._folder.name)
        self.environment = {
            "HOME": str(self.path), "XDG_DATA_HOME": str(self.path / "data"), "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "Asia/Shanghai",
            **{key: value for key, value in os.environ.items() if key.startswith("DUI_")
               or key in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")},
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    @property
    def book(self):
        return self.path / "data/duibiao/book.duibiao"

    def write(self, name, text, encoding="utf-8"):
        path = self.path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return str(path)

    def run(self, *arguments, language="en", **options):
        environment = {**self.environment, "LANGUAGE": language, **options.pop("environment", {})}
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([*self.wrapper, self.program, *map(str, arguments)], env=environment, check=False,
                              stderr=subprocess.PIPE, encoding="utf-8", cwd=self.path, timeout=120,
                              **options)

    def must(self, *arguments, **options):
        """Runs a verb that has to succeed without a word on standard error."""
        result = self.run(*arguments, **options)
        assert result.returncode == DONE, (arguments, result.returncode, result.stderr)
        assert result.stderr == "", (arguments, result.stderr)
        return result.stdout

    def answer(self, *arguments):
        return json.loads(self.must(*arguments, "--json"))


def digest(path):
    """Name, size and content of a book and whatever lies beside it."""
    path = pathlib.Path(path)
    return sorted((entry.name, hashlib.sha256(entry.read_bytes()).hexdigest())
                  for entry in path.parent.iterdir()
                  if entry.is_file() and entry.name.startswith(path.name))


def complaint(result, code):
    """The lines on standard error of a call that had to fail with @code."""
    assert result.returncode == code, (result.args[1:], result.returncode, result.stderr)
    lines = result.stderr.splitlines()
    assert lines, (result.args[1:], "said nothing")
    for line in lines:
        assert ": " in line and "(null)" not in line, line
    return lines


def run_tests(names):
    """Runs every test_ function of @names with the program given on the command line."""
    tests = [(name, function) for name, function in names.items() if name.startswith("test_")]
    failed = False
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        title = name[5:].replace("_", " ")
        try:
            with Home(sys.argv[1]) as home:
                skipped = function(home)
        except Exception:  # pylint: disable=broad-except
            failed = True
            print(f"not ok {number} {title}")
            print("# " + traceback.format_exc().strip().replace("\n", "\n# "))
        else:
            print(f"ok {number} {title}" + (f" # SKIP {skipped}" if skipped else ""))
        sys.stdout.flush()
    sys.exit(failed)
