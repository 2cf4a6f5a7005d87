#!/usr/bin/env bash
# Pushes the built site to a public repository of its own, with that repository's deploy key.
source "$(dirname "$0")/common.sh"
name='^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$'
if ! [[ "$KENDAL_SITE_REPOSITORY" =~ $name ]]; then
    echo "::error::KENDAL_SITE_REPOSITORY harus berbentuk pemilik/nama."
    exit 2
fi
remote=${KENDAL_SITE_REMOTE:-git@${GITHUB_SERVER_URL#https://}:$KENDAL_SITE_REPOSITORY.git}
if [ -n "${KENDAL_SITE_KEY:-}" ]; then
    ssh_login "$KENDAL_SITE_KEY"
fi
unset KENDAL_SITE_KEY
public=$RUNNER_TEMP/public-site
git clone --quiet --depth 1 "$remote" "$public"
find "$public" -mindepth 1 -maxdepth 1 ! -name .git ! -name CNAME -exec rm -rf {} +
cp -R "$RUNNER_TEMP/site/." "$public/"
touch "$public/.nojekyll"
git -C "$public" add --all
if git -C "$public" diff --cached --quiet; then
    echo "situs tidak berubah"
    exit 0
fi
git -C "$public" -c user.name=kendal -c user.email=kendal@localhost commit --quiet --message "situs: dibangun ulang"
git -C "$public" push --quiet origin HEAD
