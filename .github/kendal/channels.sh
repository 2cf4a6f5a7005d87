#!/usr/bin/env bash
# Examines the channels' accounts. What is missing fails the job; what no service tells, or not now, is a notice.
source "$(dirname "$0")/common.sh"
must_be_github

told="$RUNNER_TEMP/channels.txt"
code=0
kendal doctor --channels >"$told" || code=$?
cat "$told"
{
    echo '```'
    cat "$told"
    echo '```'
} >>"$GITHUB_STEP_SUMMARY"
if [ "$code" = 3 ] && grep -q '✗' "$told"; then
    exit 1
elif [ "$code" = 3 ]; then
    echo '::notice::Ada yang belum dapat dipastikan; lihat baris bertanda "?".'
    exit 0
fi
exit "$code"
