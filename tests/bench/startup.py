#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exec to first frame with the sample county against an empty GTK window: at most 1.7x.

startup.py BUILD: both run in turn under one private X server and session bus, with the same
renderer; the ratio is taken within each round.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

BAR = 1.7
ROUNDS = 9
HERE = pathlib.Path(__file__).resolve().parent


def compile_program(source, folder, *packages):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *packages], check=True,
                           capture_output=True, text=True).stdout.split()
    program = folder / source.stem
    subprocess.run(["cc", "-O2", "-o", program, source, *flags], check=True)
    return program


def first_frame(probe, *command):
    output = subprocess.run([probe, *command], check=True, capture_output=True, text=True).stdout
    frame, private = output.split()
    return float(frame), int(private) / 1024


def measure(build, folder):
    probe = compile_program(HERE / "first-frame.c", folder, "x11", "xdamage")
    floor = compile_program(HERE / "empty-window.c", folder, "gtk4")
    window = build / "ui/duibiao-window"
    book = folder / "sample.duibiao"
    subprocess.run([build / "app/command-line/duibiao", "init", "--sample", "--book", book],
                   check=True, stdout=subprocess.DEVNULL)
    ratios, ours, empty = [], [], []
    for round_number in range(ROUNDS + 1):
        a = first_frame(probe, floor)
        b = first_frame(probe, window, "--book", book)
        if round_number:  # the first one warms caches
            empty.append(a)
            ours.append(b)
            ratios.append(b[0] / a[0])
    print(f"empty window   {statistics.median(f for f, _ in empty):7.1f} ms"
          f" {statistics.median(p for _, p in empty):6.1f} MB private")
    print(f"duibiao        {statistics.median(f for f, _ in ours):7.1f} ms"
          f" {statistics.median(p for _, p in ours):6.1f} MB private")
    print(f"ratio {statistics.median(ratios):.2f} [{min(ratios):.2f}..{max(ratios):.2f}]"
          f"  bar {BAR}")


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    if "STARTUP_SESSION" not in os.environ:
        environment = dict(os.environ, STARTUP_SESSION="1", GDK_BACKEND="x11",
                           GSK_RENDERER="cairo", GDK_DEBUG="gl-disable",
                           GSETTINGS_BACKEND="memory")
        command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -noreset",
                   sys.executable, __file__, str(build)]
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        measure(build, folder)
    finally:
        shutil.rmtree(folder)


main()
