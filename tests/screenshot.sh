#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# screenshot.sh BUILD BOOK PICTURE: the window on the book, in Chinese, as the README shows it.
set -eu
if [ -z "${SCREENSHOT_SESSION:-}" ]; then
  export SCREENSHOT_SESSION=1 GDK_BACKEND=x11 LC_ALL=C.UTF-8 LANGUAGE=zh_CN GSETTINGS_BACKEND=memory
  exec dbus-run-session -- xvfb-run -a -s "-screen 0 1366x768x24" sh "$0" "$@"
fi
build=$1 book=$2 picture=$3
copy=$(mktemp -d)
cp "$book" "$copy/sample.duibiao"
openbox &
manager=$!
"$build/app/command-line/duibiao" --book "$copy/sample.duibiao" &
window=$!
sleep 4
xdotool search --onlyvisible --name . windowsize 100% 100% || :
sleep 2
mkdir -p "$(dirname "$picture")"
import -window root "$picture"
kill "$window" "$manager"
rm -rf "$copy"
