# Read by the other scripts of this folder: where kendal is, and how Git logs in.
# Values come from the environment alone. No token is ever written to a file or put on a command line.
set -euo pipefail

kendal() {
    "$RUNNER_TEMP/kendal/bin/kendal" "$@"
}

# Git asks this helper when it needs to log in; it reads the token at that moment, and answers for this server alone.
login() {
    git config --local "credential.$GITHUB_SERVER_URL.helper" \
        '!f() { test "$1" != get || printf "username=x-access-token\npassword=%s\n" "$GITHUB_TOKEN"; }; f'
}

# With a deploy key of its own, whoever pushes is a different identity than every other job: only that one may be let
# through to the ledger. The key goes from the environment into the agent's memory.
ssh_login() { # private key
    mkdir -p -m 700 "$HOME/.ssh"
    local github='github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl'
    printf '%s\n' "${KENDAL_KNOWN_HOSTS:-$github}" >>"$HOME/.ssh/known_hosts"
    eval "$(ssh-agent -s)" >/dev/null
    trap 'ssh-agent -k >/dev/null' EXIT
    printf '%s\n' "$1" | ssh-add -q -
}

ledger_login() {
    login
    if [ -n "${KENDAL_LEDGER_KEY:-}" ]; then
        ssh_login "$KENDAL_LEDGER_KEY"
        git remote set-url --push origin "git@${GITHUB_SERVER_URL#https://}:$GITHUB_REPOSITORY.git"
    fi
    unset KENDAL_LEDGER_KEY
}

# A repository that still practises on the embedded forge has nothing to judge or to send here.
must_be_github() {
    if ! grep -q '^forge: *github' kendal.yaml; then
        echo '::notice::kendal.yaml belum "forge: github": belum ada yang dikerjakan di sini.'
        exit 0
    fi
}
