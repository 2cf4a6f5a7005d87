#!/usr/bin/env bash
# Checks what HEAD_SHA brings to the checked out default branch, whose kendal this is. The proposed commit is fetched as
# objects and stays objects: nothing of it lies in the work tree.
source "$(dirname "$0")/common.sh"
login
git fetch --quiet --no-tags --no-write-fetch-head --filter=blob:none origin "$HEAD_SHA"
kendal check --since HEAD --at "$HEAD_SHA" --format github
