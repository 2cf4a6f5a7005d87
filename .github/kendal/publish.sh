#!/usr/bin/env bash
# Sends what is approved and due, and says whether the site must be built again: main or the ledger has moved, or a
# channel waits for pictures on the site. That is no failure yet, for the workflow then publishes "again".
source "$(dirname "$0")/common.sh"
must_be_github
ledger_login

ledger() {
    git ls-remote origin refs/heads/ledger
}

before=$(ledger)
awaiting=$RUNNER_TEMP/awaiting
options=(--awaiting "$awaiting")
case "$EVENT" in
    again) options=() site=false ;;
    schedule) site=false ;;
    *) site=true ;;
esac
code=0
kendal publish "${options[@]}" | tee -a "$GITHUB_STEP_SUMMARY" || code=$?
if [ -s "$awaiting" ]; then
    echo "awaiting=true" >>"$GITHUB_OUTPUT"
    site=true
fi
if [ "$site" = true ] || [ "$(ledger)" != "$before" ]; then
    echo "site=true" >>"$GITHUB_OUTPUT"
fi
exit "$code"
