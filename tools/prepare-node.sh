#!/bin/sh
# The Node packages that one folder of tests locks, by their hashes. Installs them only when the lock is a new one.
set -eu
folder=$1
lock=$(cksum <"$folder/package-lock.json" | cut -d ' ' -f 1)
stamp=$folder/node_modules/.ready-$lock
[ -f "$stamp" ] && exit 0
command -v npm >/dev/null || { echo "the tests in $folder need Node 20 with npm" >&2; exit 1; }
echo "installing the Node packages of $folder (once) ..."
(cd "$folder" && npm ci --silent --no-audit --no-fund --ignore-scripts </dev/null)
touch "$stamp"
