#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the fuzz targets: run.py BUILD-FOLDER SECONDS [TARGET…]

Each target first reads its seeds (from tests/data) and every finding that was ever kept in
tests/fuzz/findings/TARGET, then goes on for SECONDS from there, two targets at a time. What it found
stays in BUILD-FOLDER/findings; a mended finding is copied into tests/fuzz/findings. Prints TAP."""
import concurrent.futures
import os
import random
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHEETS = os.path.join(HERE, "..", "data", "import")
LENGTHS = {"delimited": 4096, "texts": 200, "headings": 4096, "book": 256}


def sheets():
    for name in sorted(os.listdir(SHEETS)):
        if name.endswith((".csv", ".tsv")):
            with open(os.path.join(SHEETS, name), "rb") as sheet:
                yield sheet.read()


def seeds_of_texts():
    cells = set()
    for sheet in sheets():
        cells.update(re.split(rb"[,;\t\r\n\"]+", sheet))
    return sorted(cells)


def seeds_of_book():
    """Changes to the header of the file, single bits anywhere, and cut ends."""
    chance = random.Random(1)
    seeds = [b""]
    for offset, value in [(60, b"\0\0\0\1"), (60, b"\0\0\0\0"), (60, b"\x7f\0\0\0"), (68, b"none"),
                          (16, b"\2\0"), (28, b"\0\0\0\1"), (18, b"\1\1")]:
        seeds.append(offset.to_bytes(3, "big") + bytes([len(value)]) + value)
    for _ in range(50):
        seeds.append(chance.randrange(260000).to_bytes(3, "big") + b"\1"
                     + bytes([chance.randrange(256)]))
    for length in (0, 16, 100, 4096, 100000):
        seeds.append(length.to_bytes(3, "big") + b"\xff")
    return seeds


def make_dictionary(path):
    """The words of the sheets, which single bytes would never become."""
    words = {word for cell in seeds_of_texts()
             for word in (cell, *re.split(rb"[0-9.%()\xef\xe2]+", cell)) if 2 <= len(word) <= 40}
    with open(path, "w", encoding="ascii") as file:
        for word in sorted(words):
            file.write('"' + "".join(f"\\x{byte:02X}" for byte in word) + '"\n')


def make_seeds(target, folder):
    os.makedirs(folder, exist_ok=True)
    if target == "delimited":
        seeds = [bytes([0]) + sheet for sheet in sheets()]
    elif target == "texts":
        seeds = seeds_of_texts()
    elif target == "headings":
        seeds = list(sheets())
    else:
        seeds = seeds_of_book()
    for index, seed in enumerate(seeds):
        with open(os.path.join(folder, f"seed-{index}"), "wb") as file:
            file.write(seed)


def memory_folder():
    """The book of each input is a file: there are quicker places for that than a disk."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(build, target, seconds):
    program = os.path.join(build, "tests", "fuzz", "fuzz-" + target)
    corpus = os.path.join(build, "corpus", target)
    found = os.path.join(build, "findings", target)
    kept = os.path.join(HERE, "findings", target)
    make_seeds(target, corpus)
    os.makedirs(found, exist_ok=True)
    environment = dict(os.environ, G_SLICE="always-malloc", G_DEBUG="",
                       ASAN_OPTIONS="malloc_context_size=8:quarantine_size_mb=16",
                       UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=1")
    environment.pop("MALLOC_PERTURB_", None)
    if memory_folder():
        environment["TMPDIR"] = memory_folder()
    folders = [corpus] + ([kept] if os.path.isdir(kept) else [])
    # Leaks are looked for once at the end: after each input that would cost more than the input.
    options = [f"-max_len={LENGTHS[target]}", "-len_control=0", "-timeout=20", "-detect_leaks=0",
               "-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={found}/",
               f"-max_total_time={seconds}"]
    if target in ("texts", "headings"):
        words = os.path.join(build, f"{target}.words")
        make_dictionary(words)
        options.append(f"-dict={words}")
    done = subprocess.run([program, *options, *folders], env=environment, errors="replace",
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return target, done.returncode, done.stderr


def main():
    build, seconds = sys.argv[1], int(sys.argv[2])
    targets = sys.argv[3:] or list(LENGTHS)
    if not os.path.exists(os.path.join(build, "tests", "fuzz", "fuzz-book")):
        print("1..0 # SKIP the fuzz targets are built by ./dev test and ./dev fuzz")
        return
    shutil.rmtree(os.path.join(build, "findings"), ignore_errors=True)
    print(f"1..{len(targets)}", flush=True)
    failed = False
    with concurrent.futures.ThreadPoolExecutor(min(os.cpu_count() or 1, len(targets))) as pool:
        runs = [pool.submit(run, build, target, seconds) for target in targets]
        for number, future in enumerate(runs, 1):
            target, status, output = future.result()
            executed = re.search(r"number_of_executed_units:\s*(\d+)", output)
            print(f"{'ok' if status == 0 else 'not ok'} {number} {target}: "
                  f"{executed[1] if executed else 0} inputs", flush=True)
            if status != 0:
                failed = True
                for line in output.splitlines()[-60:]:
                    print("# " + line)
    sys.exit(1 if failed else 0)


main()
