#!/bin/sh
# Locks every dependency by version and hash alone: no address and no path is written, so any mirror serves.
# Usage: sh tools/lock.sh [PYTHON]
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"${1:-python3}" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet uv

lock() { # file, then uv's words for what goes in
    target=$1
    shift
    "$room/venv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url "$@" --output-file "$target"
}

# One resolution of everything first, so that the four files agree on every version.
lock "$room/all.txt" pyproject.toml --group build --group dev --group bench --group art
lock requirements/run.txt --constraint "$room/all.txt" --upgrade pyproject.toml --group build
lock requirements/dev.txt --constraint "$room/all.txt" --upgrade pyproject.toml --group build --group dev
lock requirements/bench.txt --constraint "$room/all.txt" --upgrade --group bench
lock requirements/art.txt --constraint "$room/all.txt" --upgrade --group art
grep -c '==' requirements/*.txt
