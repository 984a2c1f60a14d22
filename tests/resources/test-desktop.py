#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that a desktop reads are valid, in Chinese too, and a book is recognised as one.

  test-desktop.py SOURCE_ROOT BUILD_ROOT
"""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(sys.argv[1]) / "resources"
BUILD = pathlib.Path(sys.argv[2]) / "resources"
NAME = "org.duibiao.Duibiao"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MIME_TYPE = "application/x-duibiao-book"


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, **more)
    assert done.returncode == 0, done.stdout
    return done.stdout


def read_entry():
    lines = (BUILD / (NAME + ".desktop")).read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_entry_is_valid():
    assert run("desktop-file-validate", BUILD / (NAME + ".desktop")) == ""


def test_entry_is_chinese():
    entry = read_entry()
    assert entry["Name"] == "Duibiao" and entry["Name[zh_CN]"] == "对标"
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[key + "[zh_CN]"] != entry[key]


def test_entry_opens_books():
    entry = read_entry()
    assert entry["MimeType"] == MIME_TYPE + ";"
    assert entry["Exec"].endswith("/duibiao-window %f") and entry["Icon"] == NAME


def test_metainfo_is_valid():
    run("appstreamcli", "validate", "--no-net", BUILD / (NAME + ".metainfo.xml"))


def test_metainfo_is_chinese():
    root = ElementTree.parse(BUILD / (NAME + ".metainfo.xml")).getroot()
    for tag in ("name", "summary", "description/p"):
        languages = [element.get(LANG) for element in root.findall(tag)]
        assert languages.count(None) == languages.count("zh_CN") > 0, tag


def test_schema_is_valid():
    run("glib-compile-schemas", "--strict", "--dry-run", SOURCE)
    assert (BUILD / "gschemas.compiled").is_file()


def test_xml_is_well_formed():
    run("xmllint", "--noout", "--nonet", *SOURCE.glob("*.xml"), *SOURCE.glob("*.xml.in"),
        *SOURCE.glob("icons/*.svg"))


def make_book(path):
    book = sqlite3.connect(path)
    book.execute("PRAGMA application_id = 0x44554942")
    book.execute("CREATE TABLE place (id INTEGER PRIMARY KEY)")
    book.commit()
    book.close()


def test_book_is_recognised():
    """By its name, by our application_id under another name, and no other database."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "mime/packages").mkdir(parents=True)
        shutil.copy(SOURCE / (NAME + ".mime.xml"), folder / "mime/packages" / (NAME + ".xml"))
        run("update-mime-database", folder / "mime")
        make_book(folder / "book")
        sqlite3.connect(folder / "other").execute("CREATE TABLE place (id)").connection.close()
        (folder / "named.duibiao").write_bytes(b"\0\1\2")
        environment = dict(os.environ, XDG_DATA_HOME=str(folder))

        def mime_type(name):
            told = run("gio", "info", "-a", "standard::content-type", folder / name, env=environment)
            return told.rsplit(":", 1)[1].strip()

        assert mime_type("book") == MIME_TYPE, mime_type("book")
        assert mime_type("named.duibiao") == MIME_TYPE, mime_type("named.duibiao")
        assert mime_type("other") != MIME_TYPE


def main():
    tests = [(name, function) for name, function in sorted(globals().items())
             if name.startswith("test_")]
    failed = False
    print("1..%d" % len(tests))
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print("ok %d %s" % (number, name))
        except (AssertionError, KeyError, OSError) as error:
            failed = True
            print("not ok %d %s" % (number, name))
            print("# " + repr(error).replace("\n", "\n# "))
    sys.exit(failed)


if __name__ == "__main__":
    main()
