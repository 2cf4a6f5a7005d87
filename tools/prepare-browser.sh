#!/bin/sh
# What the browser tests need and Python cannot bring: Chromium with letters to draw, and the Node packages of tests/browser.
# Installs only what is missing; does nothing while no test carries the mark.
set -eu
grep -rqsE 'mark\.browser|mark\(.browser' tests --include='*.py' || exit 0

have_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
have_fonts() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=id 2>/dev/null | head -n 1)" ]; }

missing=
have_chromium || missing="$missing chromium"
have_fonts || missing="$missing fontconfig fonts-dejavu-core"
if [ -n "$missing" ]; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if ! command -v apt-get >/dev/null || ! $as_root true 2>/dev/null; then
        echo "the browser tests need:$missing — install them, then run this again" >&2
        exit 1
    fi
    echo "installing$missing (once) ..."
    log=$(mktemp)
    if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq --yes --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        exit 1
    fi
    rm -f "$log"
fi

if [ -f tests/browser/package-lock.json ]; then
    sh tools/prepare-node.sh tests/browser
fi
