#!/usr/bin/env bash
# Builds the public site into a folder outside of the work tree.
source "$(dirname "$0")/common.sh"
login
kendal build --out "$RUNNER_TEMP/site"
