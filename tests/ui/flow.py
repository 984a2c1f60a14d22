# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the steps of a flow: one line of TAP for what a step finds, and one for the names that it
then sees. The first step that fails ends it: the rest needs what it did."""
import re
import subprocess
import time
import traceback

import pyatspi

NAMED_WITHIN = 5  # seconds


def report(number, what, passed):
    print(f"{'' if passed else 'not '}ok {number} {what}", flush=True)


def check_names(program):
    """What has just come is named a moment later."""
    until = time.monotonic() + NAMED_WITHIN
    while True:
        problems = sorted(set(program.problems_with_names()))
        if not problems or time.monotonic() > until:
            break
        time.sleep(0.2)
    for problem in problems:
        print("#", problem)
    return not problems


def run(flow, steps, language):
    """@flow has a method test_… for each of @steps, and the program that they are about."""
    print(f"1..{len(steps) * 2}", flush=True)
    try:
        for number, step in enumerate(steps):
            try:
                getattr(flow, "test_" + step)()
            except Exception:
                for line in traceback.format_exc().splitlines():
                    print("#", line)
                print(f"not ok {number * 2 + 1} {language} {step}")
                print("Bail out! The rest needs this.", flush=True)
                return
            report(number * 2 + 1, f"{language} {step}", True)
            report(number * 2 + 2, f"{language} names in {step}", check_names(flow.program))
    finally:
        flow.program.end()


def pattern(text):
    """A message with its %s, %1$u and so on as a pattern of what may be shown."""
    parts = re.split(r"%(?:\d\$)?[sud]", text)
    return ".*".join(re.escape(part) for part in parts)


def banner(program, message, plural=None, number=0):
    text = (program.catalog.ngettext(message, plural, number) if plural
            else program.text(message))
    return program.find(pyatspi.ROLE_STATUS_BAR, pattern(text))


def command(duibiao, *words, fails=False):
    """What another program does with the book: the command line."""
    done = subprocess.run([duibiao, *words], capture_output=True, text=True)
    if (done.returncode != 0) != fails:
        raise AssertionError(f"{words}: {done.returncode} {done.stderr}")
    return done.stdout
