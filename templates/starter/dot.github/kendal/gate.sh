#!/usr/bin/env bash
# Tells the state of the proposals that an event concerns. 1 means "not approved yet", which is what the status is for.
source "$(dirname "$0")/common.sh"
must_be_github
login
case "$EVENT" in
    pull_request_target) words=("$NUMBER") ;;
    workflow_run) words=(--head "$HEAD_SHA") ;;
    *) words=(--all) ;;
esac
code=0
kendal gate "${words[@]}" || code=$?
[ "$code" -eq 1 ] || exit "$code"
