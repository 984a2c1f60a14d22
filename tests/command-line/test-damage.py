#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged books: 100, or DUI_TEST_SCALE times as many, made from books with figures, targets, a log,
changesets and a log of SQLite's beside them. No command crashes; whatever one answers is what was
written, or it says that the book is damaged and leaves the file as it is."""
import concurrent.futures
import json
import os
import pathlib
import random
import shlex
import shutil
import sqlite3

from program import BOOK, DONE, FAILED, run_tests

BOOKS = int(100 * float(os.environ.get("DUI_TEST_SCALE", "1")))
SEED = int(os.environ.get("DUI_TEST_SEED", "1"))
PLACE = "410922100"
PAGE = 4096
HEADER, FRAME = 32, 24 + PAGE  # of the log

QUESTIONS = (
    ("progress",), ("rank",), ("rank", "--by", "progress", "--indicator", "tax"),
    ("figures", "--place", PLACE), ("figures", "--place", PLACE, "--indicator", "tax"), ("places",),
    ("settings", "get"),
)


def ask(home, book, question):
    result = home.run(*question, "--book", book, "--json")
    return result, json.loads(result.stdout) if result.returncode == DONE else None


class Model:
    """A book, what it answers, and what it answered after each command of its log."""

    def __init__(self, home, name, commands, with_log):
        self.folder = home.path / name
        self.book = self.folder / "book.duibiao"
        self.states = []
        for command in commands[:-4]:
            home.must(*command, "--book", self.book)
        home.must("backup", "--book", self.book)
        self.remember(home)
        # Whoever has it open keeps the log from being folded in.
        reader = sqlite3.connect(self.book) if with_log else None
        if reader:
            reader.execute("SELECT count(*) FROM figure").fetchone()
        for command in commands[-4:]:
            home.must(*command, "--book", self.book)
            self.remember(home)
        self.bytes = self.book.read_bytes()
        log = self.folder / "book.duibiao-wal"
        self.log = log.read_bytes() if with_log else b""
        assert bool(self.log) == with_log
        self.backups = sorted((self.folder / "backups").iterdir())
        if reader:
            reader.close()

    def remember(self, home):
        self.states.append([ask(home, self.book, question)[1] for question in QUESTIONS])

    def put(self, folder, content, log):
        folder.mkdir()
        book = folder / "book.duibiao"
        book.write_bytes(content)
        if log:
            (folder / "book.duibiao-wal").write_bytes(log)
        return book


def change(place, completed, indicator="output"):
    return ("set", "figure", "--place", place, "--period", "2021-11", "--indicator", indicator,
            "--completed", completed, "--reason", "重复计算")


def target(value):
    return ("set", "target", "--place", PLACE, "--year", "2021", "--tier", "adjusted", "--value",
            value, "--document", "清政〔2021〕12号", "--effective", "2021-07-01", "--reason", "调整")


def make_models(home):
    rows = [f"{place},2020-{month:02},{place % 97 + month * 10}" for month in range(2, 13)
            for place in range(410922100, 410922108)]
    sheet = home.write("a.csv", "代码,期,工业税收累计完成（万元）\n" + "\n".join(rows) + "\n")
    firms = home.write("b.csv", "单位,期,工业总产值累计完成（万元）\n" + "\n".join(
        f"{n}号公司,{year}-{month:02},{n * month + year}" for year in (2017, 2018, 2019, 2020)
        for n in range(300) for month in range(2, 13)) + "\n")
    small = [("init", "--place", "410922"), ("import", sheet), target("900000"),
             change(PLACE, "20", "tax"), change("410922101", "30", "tax")]
    edits = [change(PLACE, "500"), ("undo",), change(PLACE, "600"), change(PLACE, "601")]
    sample = [("init", "--sample"), target("1"), change(PLACE, "190000")]
    return [
        Model(home, "small", small + edits, False),
        Model(home, "small-log", small + edits, True),
        Model(home, "sample", sample + edits, False),
        Model(home, "sample-log", sample + edits, True),
        Model(home, "sample-other", sample + [change("410922101", "7")] + edits, False),
        Model(home, "large", small[:1] + [("import", firms, "--add-places")] + small[1:] + edits,
              False),
    ]


def flip(content, chance, first=0, last=None):
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        content[chance.randrange(first, last or len(content))] ^= 1 << chance.randrange(8)


def pages(content):
    return len(content) // PAGE


def damage_book(content, models, chance):
    """Changes @content; its name."""
    kind = chance.choice(("bits", "bits", "bits", "header", "cut", "swap", "zero", "other", "stale",
                          "garbage", "repeat"))
    one, two = chance.randrange(pages(content)), chance.randrange(pages(content))
    at, behind = slice(one * PAGE, (one + 1) * PAGE), slice(two * PAGE, (two + 1) * PAGE)
    if kind == "bits":
        flip(content, chance)
    elif kind == "header":
        flip(content, chance, 0, 100)
    elif kind == "cut":
        del content[chance.randrange(len(content)) if chance.random() < .5 else one * PAGE:]
    elif kind == "swap":
        content[at], content[behind] = content[behind], content[at]
    elif kind == "zero":
        content[at] = bytes(PAGE)
    elif kind == "repeat":
        content[at] = content[behind]
    elif kind == "garbage":
        start = chance.randrange(len(content))
        content[start:start + chance.randrange(1, PAGE)] = chance.randbytes(
            min(PAGE, len(content) - start))[:PAGE]
    else:
        other = chance.choice(models).bytes if kind == "other" \
            else chance.choice(chance.choice(models).backups).read_bytes()
        if one < pages(other):
            content[at] = other[at]
    return kind


def damage_log(log, chance):
    frames = (len(log) - HEADER) // FRAME
    kind = chance.choice(("log bits", "log bits", "log header", "log cut", "log swap", "log zero"))
    one, two = chance.randrange(frames), chance.randrange(frames)
    at = slice(HEADER + one * FRAME, HEADER + (one + 1) * FRAME)
    behind = slice(HEADER + two * FRAME, HEADER + (two + 1) * FRAME)
    if kind == "log bits":
        flip(log, chance)
    elif kind == "log header":
        flip(log, chance, 0, HEADER)
    elif kind == "log cut":
        del log[chance.randrange(len(log)):]
    elif kind == "log swap":
        log[at], log[behind] = log[behind], log[at]
    else:
        log[at] = bytes(FRAME)
    return kind


def content_of(book):
    return tuple(path.read_bytes() if path.exists() else b""
                 for path in (book, pathlib.Path(f"{book}-wal")))


def examine(home, model, book, in_log):
    """What is wrong with what the program says of @book: a list of complaints. A log that lost its end
    is the book as it was before."""
    allowed = model.states if in_log else model.states[-1:]
    complaints, codes = [], []
    for number, question in enumerate((("check",),) + QUESTIONS + (change("410922102", "77"),)):
        before = content_of(book)
        result, answer = ask(home, book, question)
        codes.append(result.returncode)
        # Before the first figure there is nothing to show.
        empty = question in QUESTIONS and any(not state[number - 1] for state in allowed)
        refused = (FAILED, BOOK) if question == ("check",) or empty else (BOOK,)
        if result.returncode not in (DONE, *refused):
            complaints.append(f"{question}: exit {result.returncode} {result.stderr}")
        if result.returncode == BOOK and content_of(book) != before:
            complaints.append(f"{question}: changed the file that it refused")
        if answer is None or question[0] in ("check", "set"):
            continue
        allowed = [state for state in allowed if state[number - 1] == answer]
        if not allowed:
            complaints.append(f"{question}: answers what was never written")
            break
    return complaints, codes


def run_one(home, models, number):
    chance = random.Random(SEED * 1000000 + number)
    model = chance.choice(models)
    content, log = bytearray(model.bytes), bytearray(model.log)
    in_log = bool(log) and chance.random() < .6
    kind = damage_log(log, chance) if in_log else damage_book(content, models, chance)
    folder = home.path / f"damaged-{number}"
    book = model.put(folder, content, log)
    complaints, codes = examine(home, model, book, in_log)
    harmless = content == model.bytes and log == model.log
    shutil.rmtree(folder)
    return kind, codes, harmless, [f"{number} {model.folder.name} {kind}: {text}"
                                   for text in complaints]


def test_no_crash_and_nothing_silent(home):
    models = make_models(home)
    seen = {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda number: run_one(home, models, number), range(BOOKS)))
    for kind, codes, harmless, complaints in results:
        for text in complaints:
            print("#", text)
        told = any(codes)
        seen.setdefault(kind, [0, 0, 0])
        seen[kind][0 if told else 1 if harmless else 2] += 1
    for kind, (told, harmless, unseen) in sorted(seen.items()):
        print(f"# {kind}: {told} told, {harmless} changed nothing, {unseen} changed nothing that counts")
    assert not any(complaints for *_, complaints in results)
    assert BOOKS < 50 or sum(told for told, *_ in seen.values()) > BOOKS / 3


def offered(result):
    """The words of the command that the last line tells to type."""
    return shlex.split(result.stderr.splitlines()[-1].split("to go back to it: ")[1])


def test_the_newest_whole_backup_is_offered(home):
    home.must("init", "--place", "410922")
    good = change(PLACE, "100")
    home.must(*good)
    whole = pathlib.Path(home.answer("backup")["file"])
    # Of one day only the last is kept.
    whole = whole.rename(whole.with_name("book.duibiao 2021-12-03 094112.duibiao"))
    home.must(*change(PLACE, "200"))
    newest = pathlib.Path(home.answer("backup")["file"])
    for content, language in ((b"", "en"), (b"\xa5" * 20000, "en"), (None, "en"),
                              (b"".join((home.book.read_bytes()[:8192], bytes(4096),
                                         home.book.read_bytes()[12288:])), "en")):
        newest.write_bytes(newest.read_bytes()[:30000])
        if content is None:
            home.book.unlink()
        else:
            home.book.write_bytes(content)
        result = home.run("rank", language=language)
        assert result.returncode == BOOK and len(result.stderr.splitlines()) == 2, result.stderr
        words = offered(result)
        assert words[:2] == ["duibiao", "restore"] and words[2] == whole.name, words
        kept = home.answer(*words[1:])["kept"]
        if content is not None:
            assert pathlib.Path(kept).read_bytes() == content
        rows = home.answer("figures", "--place", PLACE)["rows"]
        assert [row["completed"] for row in rows] == ["100"]
        assert home.answer("check")["ok"] is True


def test_what_was_damaged_is_kept_with_its_log(home):
    model = Model(home, "book", [("init", "--place", "410922"), change(PLACE, "1"),
                                 change(PLACE, "2"), change(PLACE, "3"), change(PLACE, "4"),
                                 change(PLACE, "5")], True)
    log = bytearray(model.log)
    log[HEADER + 100] ^= 1
    book = model.put(home.path / "broken", model.bytes, log)
    shutil.copytree(model.folder / "backups", book.parent / "backups")
    result = home.run("rank", "--book", book)
    assert result.returncode == BOOK and "-wal" in result.stderr, result.stderr
    words = offered(result)
    assert words[2:4] == ["--book", str(book)], words
    home.must(*words[1:])
    assert (book.parent / "book.duibiao.damaged").read_bytes() == model.bytes
    assert (book.parent / "book.duibiao.damaged-wal").read_bytes() == log
    assert home.answer("check", "--book", book)["ok"] is True


def test_a_figure_damaged_while_all_else_is_whole(home):
    """Restoring finds out by itself that the book is not whole, and keeps it."""
    home.must("init", "--place", "410922")
    home.must(*change(PLACE, "100"))
    backup = home.answer("backup")["file"]
    connection = sqlite3.connect(home.book)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE figure SET value = value + 1")
    connection.commit()
    connection.close()
    before = home.book.read_bytes()
    assert home.run("rank").returncode == BOOK
    assert home.run(*change(PLACE, "7")).returncode == BOOK
    assert home.book.read_bytes() == before
    kept = home.answer("restore", backup)["kept"]
    assert kept.endswith(".damaged") and pathlib.Path(kept).read_bytes() == before
    assert home.answer("check")["ok"] is True


def folder_state(folder):
    return sorted((path.name, path.stat(follow_symlinks=False).st_mode,
                   path.read_bytes() if path.is_file() else None) for path in folder.iterdir())


def test_files_that_are_no_books(home):
    """Each its own sentence, and not one byte of them or beside them changed."""
    folder = home.path / "strange"
    folder.mkdir()
    home.must("init", "--place", "410922", "--book", folder / "newer")
    connection = sqlite3.connect(folder / "newer")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    foreign = sqlite3.connect(folder / "foreign")
    foreign.execute("PRAGMA journal_mode = WAL")
    foreign.execute("CREATE TABLE t (a)")
    foreign.commit()
    for name in ("foreign", "foreign-wal", "foreign-shm"):
        shutil.copy(folder / name, folder / f"{name.replace('foreign', 'other')}")
    foreign.close()
    (folder / "empty").write_bytes(b"")
    (folder / "text").write_text("单位,产值\n城关镇,12\n")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "nowhere").symlink_to("nothing")
    (folder / "round").symlink_to("round")
    (folder / "short").write_bytes(b"SQLite format 3\0" + bytes(20))
    before, sentences = folder_state(folder), {}
    for name in ("newer", "other", "empty", "text", "folder", "pipe", "nowhere", "missing"):
        for question in (("check",), ("rank",), change(PLACE, "1")):
            result = home.run(*question, "--book", folder / name)
            assert result.returncode == BOOK and result.stdout == "", (name, result)
            assert len(result.stderr.splitlines()) == 1, result.stderr
            sentences[name] = result.stderr.split(": ", 1)[1].replace(name, "NAME")
        assert folder_state(folder) == before, name
    assert len(set(sentences.values())) == len(sentences), sentences
    for name in ("round", "short"):
        assert home.run("check", "--book", folder / name).returncode == BOOK
    assert folder_state(folder) == before


def test_a_link_to_a_book(home):
    """The log lies beside the book, not beside the link."""
    model = Model(home, "book", [("init", "--place", "410922"), change(PLACE, "1"),
                                 change(PLACE, "2"), change(PLACE, "3"), change(PLACE, "4")], True)
    book = model.put(home.path / "real", model.bytes, model.log)
    link = home.path / "link.duibiao"
    link.symlink_to(book)
    os.chmod(book.parent, 0o500)
    try:
        rows = home.answer("figures", "--place", PLACE, "--book", link)["rows"]
        assert [row["completed"] for row in rows] == ["4"]
    finally:
        os.chmod(book.parent, 0o700)
    home.must(*change(PLACE, "5"), "--book", link)
    assert link.is_symlink()
    assert pathlib.Path(home.answer("backup", "--book", link)["file"]).parent == book.parent / "backups"


if __name__ == "__main__":
    run_tests(globals())
