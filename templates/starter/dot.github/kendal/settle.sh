#!/usr/bin/env bash
# Writes down what a person saw or did on a channel. ACTOR is who pressed the button; kendal takes a role holder's word alone.
source "$(dirname "$0")/common.sh"
must_be_github
ledger_login
if [ "$SETTLE_OUTCOME" = by-hand ]; then
    kendal publish --as="$ACTOR" --url="$SETTLE_URL" --handed-off "$SETTLE_POST" "$SETTLE_CHANNEL"
else
    kendal ledger settle --as="$ACTOR" --url="$SETTLE_URL" --message="$SETTLE_REASON" -- \
        "$SETTLE_POST" "$SETTLE_CHANNEL" "$SETTLE_OUTCOME"
fi
