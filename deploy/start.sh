#!/bin/sh
# Installs from the wheels beside this script when it is first called, without a network, then starts the dashboard.
# PORT chooses another port than 8501; PYTHON another python3, which must be of version @PYTHON@.
set -eu
cd "$(dirname "$0")"
PYTHON="${PYTHON:-python3}"
if [ "$("$PYTHON" -c 'import sys; print(".".join(map(str, sys.version_info[:2])))')" != "@PYTHON@" ]; then
    echo "These wheels are for Python @PYTHON@; set PYTHON to one of that version." >&2
    exit 1
fi
if [ ! -f .venv/installed ]; then
    "$PYTHON" -m venv --clear .venv
    .venv/bin/python -m pip install --isolated --quiet --disable-pip-version-check --no-index --find-links wheels \
        --only-binary :all: --require-hashes -r requirements.lock
    touch .venv/installed
fi
exec .venv/bin/python -m streamlit run serve.py --server.port "${PORT:-8501}"
