#!/bin/sh
# What the tests marked `node` need and Python cannot bring: the reference server of Bluesky, locked by hash in tests/channels/pds.
# Installs only what is missing. One of its parts, better-sqlite3, is compiled where no ready-made one can be fetched.
set -eu
room=tests/channels/pds
lock=$(cksum <$room/package-lock.json | cut -d ' ' -f 1)
stamp=$room/node_modules/.ready-$lock
[ -f "$stamp" ] && exit 0

command -v npm >/dev/null || { echo "the tests of Bluesky need Node 20 with npm" >&2; exit 1; }
echo "installing the reference server of Bluesky into $room (once) ..."
# The headers of the Node that runs, where the machine has them: a build must not need a download of its own.
headers=$(node -p 'require("node:path").dirname(require("node:path").dirname(process.execPath))')
if [ -f "$headers/include/node/node.h" ]; then
    export npm_config_nodedir="$headers"
fi
log=$(mktemp)
if ! (cd $room && npm ci --no-audit --no-fund) >"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    echo "a compiler may be missing (Debian, Ubuntu: sudo apt install g++ make python3)" >&2
    exit 1
fi
rm -f "$log"
touch "$stamp"
