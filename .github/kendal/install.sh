#!/usr/bin/env bash
# Installs the kendal command of this very checkout for a job; what it stands on is locked by hash.
set -euo pipefail
python3 -m venv "$RUNNER_TEMP/kendal"
pip=("$RUNNER_TEMP/kendal/bin/python" -m pip --quiet --disable-pip-version-check install)
"${pip[@]}" --require-hashes --requirement requirements/run.txt
"${pip[@]}" --no-build-isolation --no-deps --editable .
