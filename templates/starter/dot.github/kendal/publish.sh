#!/usr/bin/env bash
# Sends what is approved and due, and says whether the site must be built again: main or the ledger has moved.
source "$(dirname "$0")/common.sh"
must_be_github
ledger_login

ledger() {
    git ls-remote origin refs/heads/ledger
}

before=$(ledger)
code=0
kendal publish | tee -a "$GITHUB_STEP_SUMMARY" || code=$?
if [ "$EVENT" != schedule ] || [ "$(ledger)" != "$before" ]; then
    echo "site=true" >>"$GITHUB_OUTPUT"
fi
exit "$code"
