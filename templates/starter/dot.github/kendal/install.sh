#!/usr/bin/env bash
# Installs the kendal command for a job: what it stands on by hash, itself by version.
set -euo pipefail
python3 -m venv "$RUNNER_TEMP/kendal"
pip=("$RUNNER_TEMP/kendal/bin/python" -m pip --quiet --disable-pip-version-check install)
"${pip[@]}" --require-hashes --requirement .github/kendal/requirements.txt
"${pip[@]}" --no-deps 'kendal_git==@VERSI@'
