#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# display.sh PROGRAM ARGUMENT…: on an X server, a session bus and a home of its own.
set -eu
if [ -z "${DUI_TEST_DISPLAY:-}" ]; then
  home=$(mktemp -d)
  # The buses get it too: the one of accessibility has its socket there.
  export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
  export XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run"
  mkdir -m 700 "$XDG_RUNTIME_DIR"
  export DUI_TEST_DISPLAY=1 GDK_BACKEND=x11 NO_AT_BRIDGE=0
  status=0
  # The accessibility registry greets on standard output, which is for TAP.
  dbus-run-session -- xvfb-run -a -s "-screen 0 1366x768x24" sh "$0" "$@" 3>&1 >/dev/null || status=$?
  rm -rf "$home"
  exit "$status"
fi
openbox >/dev/null 2>&1 &
manager=$!
# A window that appears while the manager starts may never be told its size.
for _ in $(seq 100); do
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q '#' && break
  sleep 0.05
done
status=0
"$@" >&3 || status=$?
kill "$manager" 2>/dev/null || :
wait "$manager" 2>/dev/null || :
exit "$status"
