#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the figures are written: readable by their owner alone whatever the umask, nowhere else, and
never over what is there before the new file is whole."""
import os
import pathlib
import resource
import signal
import stat
import subprocess

from program import BOOK, DONE, complaint, run_tests

PLACE = "410922100"
SECRET = "48151623"


def change(completed):
    return ("set", "figure", "--place", PLACE, "--period", "2021-11", "--completed", completed,
            "--reason", "漏报")


def modes(folder):
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


def test_modes_under_any_umask(home):
    for mask in (0o000, 0o022, 0o077, 0o777):
        os.umask(mask)
        try:
            book = home.path / f"data-{mask:o}" / "book.duibiao"
            home.must("init", "--sample", "--book", book)
            home.must(*change("1"), "--book", book)
            # Whoever reads keeps the log from being folded in.
            reader = subprocess.Popen(
                ["/usr/bin/env", "python3", "-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
                 "c.execute('SELECT * FROM seal').fetchall(); print(1, flush=True); input()", book],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            reader.stdout.readline()
            home.must(*change("2"), "--book", book)
            assert (book.parent / "book.duibiao-wal").exists()
            home.must("backup", "--book", book)
            home.must("copy", "-o", book.parent / "copy.duibiao", "--book", book)
            found = modes(book.parent)
            reader.communicate(b"\n")
            book.write_bytes(b"\xa5" * 9999)
            home.must("restore", "--book", book, next((book.parent / "backups").iterdir()))
            found.update(modes(book.parent))
        finally:
            os.umask(0o022)
        assert stat.S_IMODE(book.parent.stat().st_mode) == 0o700
        assert found.pop("backups") == 0o700
        assert {"book.duibiao", "book.duibiao-wal", "book.duibiao-shm", "copy.duibiao",
                "book.duibiao.damaged"} <= set(found), found
        assert set(found.values()) == {0o600}, (oct(mask), found)


def test_a_document_goes_by_the_umask(home):
    home.must("init", "--sample")
    for mask, mode in ((0o022, 0o644), (0o077, 0o600)):
        path = home.path / f"{mask:o}.pdf"
        os.umask(mask)
        try:
            home.must("chart", "gap", "-o", path)
        finally:
            os.umask(0o022)
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_no_figure_in_logs_or_temporary_files(home):
    """strace would see more; a folder that nobody can write to sees enough."""
    folder, runtime = home.path / "tmp", home.path / "run"
    folder.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {"TMPDIR": str(folder), "XDG_RUNTIME_DIR": str(runtime), "G_MESSAGES_DEBUG": "all",
                   "G_DEBUG": "", "SQLITE_TMPDIR": str(folder)}
    folder.chmod(0o500)
    home.must("init", "--place", "410922")
    sheet = home.write("a.csv", f"单位,期,工业总产值（万元）\n城关镇,2021-10,{SECRET}\n")
    for words in (("import", sheet), change(SECRET + ".5"), ("undo",), ("redo",), ("backup",), ("check",),
                  ("chart", "gap", "-o", "a.pdf"), ("brief", "-o", "b.pdf"), ("copy", "-o", "c.duibiao")):
        result = home.run(*words, environment=environment)
        assert result.returncode == DONE, (words, result.stderr)
        assert SECRET not in result.stderr, result.stderr
    assert not list(folder.iterdir()) and not list(runtime.iterdir())
    known = {"a.csv", "a.pdf", "b.pdf", "c.duibiao", "data", "run", "tmp"}
    # Caches of fonts are none of ours.
    assert {path.name for path in home.path.iterdir()} - {".cache"} == known


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))


def test_a_file_that_may_not_grow_leaves_the_book(home):
    home.must("init", "--sample")
    before = home.must("rank", "--json")
    names = sorted(entry.name for entry in home.book.parent.rglob("*"))
    for words in (change("1"), ("backup",), ("copy", "-o", home.path / "c.duibiao"),
                  ("init", "--sample", "--book", home.path / "new.duibiao")):
        result = home.run(*words, preexec_fn=limit_files)
        assert result.returncode not in (DONE, -signal.SIGXFSZ) and result.stderr, (words, result)
        assert home.must("rank", "--json") == before
    assert [name for name in sorted(entry.name for entry in home.book.parent.rglob("*"))
            if name != "backups"] == names
    assert sorted(entry.name for entry in home.path.iterdir()) == ["data"]
    assert home.answer("check")["ok"] is True


FULL = """mount -t tmpfs -o size=1500k none "$FOLDER" || exit 99
cp "$BOOK" "$FOLDER/book.duibiao"; printf old > "$FOLDER/old.pdf"; printf old > "$FOLDER/old.png"
printf old > "$FOLDER/old.svg"
dd if=/dev/zero of="$FOLDER/zero" bs=4k status=none 2>/dev/null
"$PROGRAM" "$@" --book "$FOLDER/book.duibiao"; CODE=$?
cat "$FOLDER/old.pdf" "$FOLDER/old.svg" "$FOLDER/old.png"; rm "$FOLDER/zero"; ls -A "$FOLDER"
exit $CODE"""


def test_a_full_disk(home):
    """The old file and the book stay, nothing half is left, and the reason is said."""
    if not can_mount():
        return "needs the right to mount"
    disk = home.path / "disk"
    disk.mkdir()
    home.must("init", "--sample")
    beside = ("backups", "book.duibiao-wal", "book.duibiao-shm")
    whole = ["book.duibiao", "old.pdf", "old.png", "old.svg"]
    for words in (("chart", "gap", "-o", disk / "old.pdf"), ("chart", "gap", "-o", disk / "old.svg"),
                  ("chart", "gap", "-o", disk / "old.png"), ("brief", "-o", disk / "old.pdf"),
                  ("chart", "gap", "-o", disk / "new.pdf"), ("copy", "-o", disk / "copy.duibiao"),
                  ("backup",), change("1")):
        result = subprocess.run(
            ["unshare", "-m", "sh", "-c", FULL, "sh", *map(str, words)],
            env={**home.environment, "FOLDER": str(disk), "BOOK": str(home.book),
                 "PROGRAM": home.program}, encoding="utf-8", check=False, capture_output=True)
        if result.returncode == 99:
            return "needs the right to mount"
        lines = result.stdout.splitlines()
        assert result.returncode != DONE and "full" in result.stderr, (words, result)
        assert lines[0].startswith("oldoldold"), (words, lines)
        names = [name for name in [lines[0][9:], *lines[1:]] if name and name not in beside]
        assert names == whole, (words, names)


def can_mount():
    return subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode == 0


def test_a_copy_on_a_read_only_stick(home):
    if not can_mount():
        return "needs the right to mount"
    stick = home.path / "stick"
    stick.mkdir()
    home.must("init", "--sample")
    home.must("copy", "-o", stick / "book.duibiao")
    expected = home.must("rank", "--json")
    script = f"mount -o bind,ro {stick} {stick} && exec \"$@\""

    def there(*words):
        return subprocess.run(["unshare", "-m", "sh", "-c", script, "sh", home.program, *words,
                               "--book", str(stick / "book.duibiao")], env=home.environment,
                              encoding="utf-8", check=False, capture_output=True)
    result = there("rank", "--json")
    if "mount" in result.stderr:
        return "needs the right to mount"
    assert result.returncode == DONE and result.stdout == expected, result
    assert there("check").returncode == DONE
    result = there(*change("1"))
    assert result.returncode == BOOK and "write-protected" in result.stderr, result
    assert [path.name for path in stick.iterdir()] == ["book.duibiao"]


def test_another_login(home):
    """Who may only read the book and its folder reads it; who may not is told so."""
    if os.geteuid() != 0 or not pathlib.Path("/usr/bin/setpriv").exists():
        return "needs root and setpriv"
    home.must("init", "--sample")
    expected = home.must("rank", "--json")
    home.path.chmod(0o755)

    def other(*words):
        return subprocess.run(["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534",
                               "--clear-groups", home.program, *words, "--book", str(home.book)],
                              env={**home.environment, "HOME": "/nonexistent"}, encoding="utf-8",
                              check=False, capture_output=True)
    if other("--help").returncode != DONE:
        return "the program is where only its owner can run it"
    complaint(other("rank"), BOOK)
    home.book.parent.chmod(0o755)
    home.book.parent.parent.chmod(0o755)
    complaint(other("rank"), BOOK)
    home.book.chmod(0o644)
    result = other("rank", "--json")
    assert result.returncode == DONE and result.stdout == expected, result
    assert other(*change("1")).returncode == BOOK
    assert [path.name for path in home.book.parent.iterdir()] == ["book.duibiao"]


run_tests(globals())
