#!/usr/bin/env bash
# Writes down what a person saw on a channel. ACTOR is who pressed the button; kendal takes a role holder's word alone.
source "$(dirname "$0")/common.sh"
must_be_github
ledger_login
kendal ledger settle --as="$ACTOR" --url="$SETTLE_URL" --message="$SETTLE_REASON" -- \
    "$SETTLE_POST" "$SETTLE_CHANNEL" "$SETTLE_OUTCOME"
