# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program through its accessible tree and its keyboard. Every wait has an end."""
import gettext
import os
import re
import subprocess
import time

import pyatspi

PATIENCE = 30
CONTROLS = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX,
            pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TABLE_ROW,
            pyatspi.ROLE_LIST, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_DIALOG, pyatspi.ROLE_FRAME}

ROWS = {pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TABLE_ROW}


class Missing(Exception):
    """What was waited for did not come."""


def walk(node, deep=False):
    """All of a tree; what disappears while it is read is left out. Rows say what is in them, so
    that the cells are only looked at when it goes @deep: every question is a message."""
    if node is None:
        return
    yield node
    if not deep and role_of(node) in ROWS:
        return
    try:
        children = [node.getChildAtIndex(i) for i in range(node.childCount)]
    except Exception:  # the program has taken it away
        return
    for child in children:
        yield from walk(child, deep)


def name_of(node):
    try:
        return node.name or ""
    except Exception:
        return ""


def role_of(node):
    try:
        return node.getRole()
    except Exception:
        return None


class Program:
    """The program under test, in one language."""

    def __init__(self, language, *command, **environment):
        localedir = os.environ["DUI_LOCALEDIR"]
        self.catalog = gettext.translation("duibiao", localedir, [language], fallback=True)
        self.process = subprocess.Popen(
            command, env=dict(os.environ, GTK_A11Y="atspi", LANGUAGE=language, **environment))
        self.root = self.wait("the program", self._find_root)
        # Over the list of pages nothing has a tooltip, whose window GTK calls by its type.
        subprocess.run(["xdotool", "mousemove", "60", "500"], check=True)

    def _find_root(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.process.pid:
                return application
        return None

    def text(self, message, context=None):
        """A message in the program's language, as it is shown: without the mnemonic's mark."""
        translated = (self.catalog.pgettext(context, message) if context
                      else self.catalog.gettext(message))
        return translated.replace("_", "")

    def wait(self, what, condition):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process_has_gone():
                raise Missing(f"the program has ended while waiting for {what}")
            found = condition()
            if found:
                return found
            time.sleep(0.05)
        raise Missing(what)

    def process_has_gone(self):
        process = getattr(self, "process", None)
        return process is not None and process.poll() is not None

    def all(self, role, pattern=""):
        return [node for node in walk(self.root)
                if role_of(node) == role and re.search(pattern, name_of(node))]

    def find(self, role, pattern):
        return self.wait(f"{role} “{pattern}”",
                         lambda: next(iter(self.all(role, pattern)), None))

    def gone(self, role, pattern):
        return self.wait(f"no {role} “{pattern}”", lambda: not self.all(role, pattern))

    def button(self, label, context=None):
        name = self.text(label, context)
        return self.find(pyatspi.ROLE_PUSH_BUTTON, f"^{re.escape(name)}$")

    def is_sensitive(self, node):
        return node.getState().contains(pyatspi.STATE_SENSITIVE)

    def is_focused(self, node):
        return node is not None and node.getState().contains(pyatspi.STATE_FOCUSED)

    def entry(self, label):
        name = self.text(label)
        for role in (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY):
            for entry in self.all(role, f"^{re.escape(name)}$"):
                return entry
        return None

    def press(self, label, context=None):
        button = self.button(label, context)
        self.wait(f"“{label}” to be sensitive", lambda: self.is_sensitive(button))
        button.queryAction().doAction(0)

    def type_into(self, label, text):
        name = self.text(label)

        def write():
            for role in (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY):
                for entry in self.all(role, f"^{re.escape(name)}$"):
                    entry.queryEditableText().setTextContents(text)
                    shown = entry.queryText()
                    if shown.getText(0, shown.characterCount) == text:
                        return True
            return False
        self.wait(f"an entry “{name}”", write)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)

    def problems_with_names(self):
        """Accessible names that say nothing: GTK's own words, and controls without a name."""
        for node in walk(self.root, deep=True):
            name = name_of(node)
            if re.match("Gtk|Dui[A-Z]", name):
                yield f"{node.getRoleName()} is called {name}"
            elif role_of(node) in CONTROLS and not name:
                yield f"a {node.getRoleName()} has no name"

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
