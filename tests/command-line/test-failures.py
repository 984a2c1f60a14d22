#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be wrong: one line each on standard error, the exit code, nothing changed."""
import os
import re
import shutil
import sqlite3
import subprocess

from program import BOOK, DONE, FAILED, REFUSED, USAGE, complaint, digest, run_tests

READING = (["places"], ["indicators"], ["periods"], ["figures", "--place", "410922"], ["progress"],
           ["rank"], ["streaks"], ["check"], ["chart", "gap", "-o", "x.pdf"], ["brief", "-o", "x.pdf"])
WRITING = (["import", "good.csv"],
           ["set", "figure", "--place", "410922", "--period", "2021-11", "--completed", "1",
            "--reason", "r"],
           ["set", "target", "--place", "410922", "--year", "2021", "--tier", "agreed", "--value", "1",
            "--reason", "r"],
           ["set", "plan", "--year", "2021", "--shares", "1,2,3,4,5,6,7,8,9,10,11,100", "--reason",
            "r"],
           ["settings", "set", "bottom.size", "4"])
HEADER = "单位,期,工业总产值累计完成（万元）\n"


def good_file(home):
    return home.write("good.csv", HEADER + "城关镇,2021-11,120\n")


def refuse_book(home, path, verbs=READING + WRITING):
    """Every verb leaves with 4 and one line that names the book; the file stays as it is."""
    good_file(home)
    before = digest(path) if path.is_file() else None
    for verb in verbs:
        lines = complaint(home.run(*verb, "--book", path), BOOK)
        assert len(lines) == 1 and lines[0].startswith(f"{path}: "), lines
        if before is not None:
            assert digest(path) == before, verb
    assert not (home.path / "x.pdf").exists()


def refuse_file(home, path, *options, where="", book=None):
    """An import leaves with 3; @where begins what stands after the file's name."""
    before = digest(home.book)
    lines = complaint(home.run("import", path, *options), REFUSED)
    assert re.match(re.escape(f"{path}{where}") + r"(:\d+){0,2}: ", lines[0]), lines
    assert digest(home.book) == before
    return lines


def test_missing_book(home):
    refuse_book(home, home.path / "none.duibiao")
    assert not (home.path / "none.duibiao").exists()


def test_folder_as_a_book(home):
    (home.path / "folder").mkdir()
    refuse_book(home, home.path / "folder")


def test_empty_file_as_a_book(home):
    (home.path / "empty").write_bytes(b"")
    refuse_book(home, home.path / "empty")


def test_text_file_as_a_book(home):
    (home.path / "text").write_text("not a book\n" * 1000)
    refuse_book(home, home.path / "text")


def test_database_of_another_program(home):
    path = home.path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    refuse_book(home, path)


def test_newer_book(home):
    home.must("init", "--place", "410922")
    connection = sqlite3.connect(home.book)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version={version + 1}")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    refuse_book(home, home.book)


def test_truncated_book(home):
    home.must("init", "--sample")
    content = home.book.read_bytes()
    home.book.write_bytes(content[:len(content) // 2])
    refuse_book(home, home.book)


def mount(home, size):
    """A small file system of its own below the home; None where that is not allowed."""
    folder = home.path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        return None
    return folder


def test_read_only_book(home):
    """It can be read, and every verb that writes says why it can't."""
    folder = mount(home, "8m") or home.path / "small"
    path = folder / "book.duibiao"
    home.must("init", "--sample", "--book", path)
    try:
        if os.path.ismount(folder):
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        else:
            path.chmod(0o400)
            folder.chmod(0o500)
        if os.access(path, os.W_OK):
            return "this user may write everywhere"
        refuse_book(home, path, WRITING)
        for verb in READING[:8]:
            assert home.run(*verb, "--book", path).returncode == DONE, verb
        assert home.run("import", "good.csv", "--dry-run", "--book", path).returncode == DONE
    finally:
        if os.path.ismount(folder):
            subprocess.run(["umount", folder], check=True)
        else:
            folder.chmod(0o700)
    return None


def test_book_locked_by_another_program(home):
    home.must("init", "--sample")
    good_file(home)
    other = sqlite3.connect(home.book, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert home.run("rank").returncode == DONE
    line = complaint(home.run(*WRITING[0]), BOOK)[0]
    assert line.startswith(f"{home.book}: "), line
    other.execute("ROLLBACK")
    other.close()
    home.must(*WRITING[0])


def test_existing_book_is_not_made_again(home):
    home.must("init", "--place", "410922")
    before = digest(home.book)
    complaint(home.run("init", "--place", "410922"), BOOK)
    complaint(home.run("init", "--sample"), BOOK)
    assert digest(home.book) == before


def test_init_of_a_place_that_is_not(home):
    complaint(home.run("init", "--place", "419999"), USAGE)
    complaint(home.run("init", "--place", "nowhere"), USAGE)
    assert not home.book.exists()


def test_files_that_are_no_sheets(home):
    home.must("init", "--sample")
    sheet = (HEADER + "城关镇,2021-11,120\n").encode()
    refuse_file(home, home.write("empty.csv", b""))
    refuse_file(home, home.write("blank.csv", b"\n\n  \n"))
    refuse_file(home, home.write("binary.csv", bytes(range(256)) * 20))
    refuse_file(home, home.write("zip.csv", b"PK\x03\x04" + bytes(200)))
    refuse_file(home, home.write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))
    refuse_file(home, home.write("words.csv", "这里没有表格\n只有几句话\n"), where=":1")
    refuse_file(home, home.write("cut.csv", sheet[:-20] + b'"\xe4\xbb'))
    refuse_file(home, home.write("quote.csv", HEADER + '"城关镇,2021-11,120\n'))
    refuse_file(home, home.write("utf16.csv", sheet.decode().encode("utf-16")[:-1]))
    refuse_file(home, home.path / "none.csv")
    refuse_file(home, home.path)
    refuse_file(home, home.write("gb.csv", sheet.decode().encode("gb18030")), "--encoding", "UTF-8")


def test_rows_that_are_wrong(home):
    home.must("init", "--sample")
    name = "wrong.csv"
    for text, where in (
            (HEADER + "城关镇,2021-11,一百二十\n", ":2:3"),
            (HEADER + "城关镇,2021-11,120\n无名镇,2021-11,5\n", ":3:1"),
            (HEADER + "城关镇,2199-11,120\n", ":2"),
            (HEADER + "城关镇,某月,120\n", ":2:2"),
            (HEADER + "城关镇,2021-11,#REF!\n", ":2:3"),
            (HEADER + "城关镇,2021-11,120\n城关镇,2021-11,130\n", ":2:3")):
        refuse_file(home, home.write(name, text), where=where)
    refuse_file(home, home.write(name, "单位,期,工业总产值累计完成（万元）,工业总产值累计完成（万元）\n城关镇,2021-11,1,2\n"))


def test_errors_come_one_a_line(home):
    home.must("init", "--sample")
    rows = "".join(f"无名{number}镇,2021-11,1\n" for number in range(50))
    lines = refuse_file(home, home.write("many.csv", HEADER + rows))
    assert len(lines) == 50 and all(line.count(": ") >= 1 for line in lines)


def test_wrong_usage(home):
    home.must("init", "--sample")
    before = digest(home.book)
    for words in (
            "frobnicate", "set", "set colour", "rank --frobnicate", "rank --period", "rank extra",
            "rank --period 2021", "rank --period 2021-13", "rank --period 2021-01", "rank --by score",
            "rank --by name", "rank --tier highest", "rank --bottom 0", "rank --bottom many",
            "rank --indicator nothing", "rank --place 410922100", "progress --place nowhere",
            "figures", "figures --place nowhere", "import", "import --measure", "init",
            "init --sample --place 410922", "chart", "chart pie -o x.pdf", "chart gap",
            "chart gap -o x.doc", "chart gap -o x", "chart gap -o x.png --size big",
            "chart gap -o x.png --size 5x5", "chart gap -o x.png --theme pink", "chart gap --json",
            "brief", "brief -o x.docx", "brief -o x.pdf --json",
            "set figure --place 410922 --completed 1",
            "set figure --completed 1 --reason r",
            "set figure --place 410922 --reason r",
            "set figure --place 410922 --none --completed 1 --reason r",
            "set figure --place 410922 --completed 1,000 --reason r",
            "set figure --place 410922 --completed 1e6 --reason r",
            "set figure --place 410922 --completed 1.00001 --reason r",
            "set figure --place 410922 --completed 99999999999999999 --reason r",
            "set figure --place 410922 --completed 5公里 --reason r",
            "set figure --place 410922 --completed 5吨 --reason r",
            "set figure --place 410922 --growth x --reason r",
            "set figure --place 410922 --completed 1 --status sure --reason r",
            "set figure --place 410922 --completed 1 --period 2021-01 --reason r",
            "set target --place 410922 --year 2021 --tier agreed --value 1",
            "set targets --year 2021 --tier agreed --total 1",
            "set targets --year 2021 --tier agreed --total -1 --reason r",
            "set targets --year 2021 --tier agreed --total 1 --by x --reason r",
            "set targets --year 2021 --tier assessed --total 1 --reason r",
            "set targets --year 2021 --tier agreed --total 1 --part x --reason r",
            "set targets --year 2021 --tier agreed --total 1 --part 410922100=2 --reason r",
            "set targets --year 2021 --tier agreed --total 1 --part 410922=1 --reason r",
            "set targets --year 1990 --tier agreed --total 1 --reason r",
            "set target --place 410922 --year 2021 --tier assessed --value 1 --reason r",
            "set target --place 410922 --year 21 --tier agreed --value 1 --reason r",
            "set target --place 410922 --year 2021 --tier agreed --value x --reason r",
            "set target --place 410922 --year 2021 --tier agreed --value 1 --effective 1.8 --reason r",
            "sheet", "sheet a b", "settings", "settings get what", "settings set what 1",
            "settings set bottom.size none", "settings set bottom.size",
            "settings set bottom.size 4 --from now", "set plan --year 2021 --shares 1,2,3 --reason r",
            "set plan --year 2021 --shares 1,2,3,4,5,6,7,8,9,10,11,120 --reason r",
            "set plan --year 2021 --shares 1,2,3,4,5,6,7,8,9,10,11,x --reason r"):
        result = home.run(*words.split())
        assert len(complaint(result, USAGE)) == 1, (words, result.stderr)
        assert result.stdout == "", words
    assert digest(home.book) == before
    assert sorted(path.name for path in home.path.iterdir()) == ["data"]


def test_a_plan_that_falls_is_refused(home):
    home.must("init", "--sample")
    before = digest(home.book)
    for shares in ("1,2,3,4,5,6,7,8,9,10,9,100", "1,2,3,4,5,6,7,8,9,10,11,99"):
        result = home.run("set", "plan", "--year", "2021", "--shares", shares, "--reason", "r")
        assert len(complaint(result, REFUSED)) == 1
    assert digest(home.book) == before


def test_unknown_verb_lists_the_verbs(home):
    line = complaint(home.run("pears"), USAGE)[0]
    for verb in ("init", "import", "rank", "set figure", "check"):
        assert verb in line, line


def test_no_figures_yet(home):
    home.must("init", "--place", "410922")
    for verb in (["rank"], ["progress"], ["chart", "gap", "-o", "x.pdf"], ["brief", "-o", "x.pdf"]):
        complaint(home.run(*verb), FAILED)


def test_no_display(home):
    for words in ([], ["--book", "x.duibiao"]):
        line = complaint(home.run(*words), FAILED)[0]
        assert line.startswith("duibiao: there is no display"), line


def test_help_and_version(home):
    assert home.must("--version").startswith("duibiao ")
    verbs = [line.strip() for line in home.must("--help").splitlines() if line.startswith("  ")]
    for name in ("init", "import", "places", "indicators", "periods", "figures", "set figure",
                 "set target", "set plan", "set scheme", "progress", "rank", "streaks", "chart", "brief", "check",
                 "settings get", "settings set", "sheet"):
        assert any(line.startswith(name + "  ") for line in verbs), name
        text = home.must(*name.split(), "--help")
        assert text.startswith(f"Usage: duibiao {name} ") and "\nExamples:\n" in text, text
        assert home.must(*name.split(), "-h") == text


def test_reader_that_leaves_early(home):
    home.must("init", "--sample")
    reading, writing = os.pipe()
    os.close(reading)
    for verb in (["rank"], ["rank", "--json"], ["figures", "--place", "410922"], ["--help"]):
        result = home.run(*verb, stdout=writing)
        assert (result.returncode, result.stderr) == (FAILED, ""), (verb, result)
    result = home.run("import", good_file(home), stdout=writing)
    assert (result.returncode, result.stderr) == (FAILED, ""), result
    os.close(writing)
    assert home.answer("import", "good.csv")["files"][0]["same"] == 1


def test_full_disk_behind_the_output(home):
    home.must("init", "--sample")
    with open("/dev/full", "wb") as full:
        for verb in (["rank"], ["rank", "--json"], ["rank", "--help"], ["--version"]):
            lines = complaint(home.run(*verb, stdout=full), FAILED)
            assert len(lines) == 1 and "disk is full" in lines[0], lines


def test_closed_standard_streams(home):
    """The first file that is opened must not take the number of a closed standard output."""
    home.must("init", "--sample")
    good_file(home)
    before = digest(home.book)
    script = 'exec "$0" "$@" 0<&- 1>&- 2>&-'
    for verb in (["rank"], ["import", "good.csv", "--dry-run"], ["check"]):
        code = subprocess.run(["sh", "-c", script, home.program, *verb], env=home.environment,
                              cwd=home.path, check=False, timeout=60).returncode
        assert code == FAILED, (verb, code)
    assert digest(home.book) == before
    assert home.answer("check")["ok"] is True


def test_documents_that_can_not_be_written(home):
    home.must("init", "--sample")
    for verb in (["chart", "gap"], ["brief"]):
        assert len(complaint(home.run(*verb, "-o", "none/x.pdf"), FAILED)) == 1
        (home.path / "x.pdf").mkdir(exist_ok=True)
        assert len(complaint(home.run(*verb, "-o", "x.pdf"), FAILED)) == 1
    assert list((home.path / "x.pdf").iterdir()) == []


def test_full_disk_under_the_book(home):
    """The old state, and said so."""
    folder = mount(home, "2m")
    if not folder:
        return "no small file system can be mounted here"
    try:
        book = folder / "book.duibiao"
        home.must("init", "--sample", "--book", book)
        before = home.must("rank", "--json", "--book", book)
        rows = [f"无名{number}厂,2021-11,{number}\n" for number in range(4000)]
        path = home.write("many.csv", HEADER + "".join(rows))
        free = shutil.disk_usage(folder).free
        (folder / "ballast").write_bytes(bytes(max(0, free - 300000)))
        lines = complaint(home.run("import", path, "--add-places", "--book", book), FAILED)
        assert "disk is full" in lines[0], lines
        (folder / "ballast").unlink()
        assert home.must("rank", "--json", "--book", book) == before
        assert home.answer("check", "--book", book)["ok"] is True
    finally:
        subprocess.run(["umount", folder], check=True)
    return None


run_tests(globals())
