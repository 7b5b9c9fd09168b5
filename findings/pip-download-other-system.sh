#!/usr/bin/env bash
# pip 26.0 (PyPI): pip download --platform win_amd64 --only-binary=:all:, the documented way to fetch the wheels of another system,
# here of a package that needs one more on Windows: tqdm 4.67.1 requires colorama; platform_system == "Windows".
# Expected: called on Linux for Windows it fetches what Windows needs: tqdm and colorama.
# What happens: the wheels' tags are those of Windows, but markers are asked of the machine that pip runs on, so colorama is left
# out, with exit code 0; the bundle then cannot be installed on Windows without a network. A lock with hashes does not help: the
# line `colorama==0.4.6 ; platform_system == "Windows"` is skipped with the words "Ignoring colorama".
# Why it matters: an offline bundle made on Linux looks whole and fails at the customer's. Ask the markers yourself (packaging.markers
# with the other system's environment), write a list without markers, and download it with --no-deps.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pip==26.0 packaging==26.0 2>/dev/null
for system in win_amd64; do
    "$work/venv/bin/pip" download -q --only-binary=:all: --platform "$system" --python-version 3.11 -d "$work/$system" tqdm==4.67.1 2>/dev/null
    echo "$system: exit $?, $(ls "$work/$system" | cut -d- -f1 | tr '\n' ' ')"
done | tee "$work/seen"
printf 'tqdm==4.67.1\ncolorama==0.4.6 ; platform_system == "Windows"\n' > "$work/lock"
"$work/venv/bin/pip" download --no-deps --only-binary=:all: --platform win_amd64 --python-version 3.11 -d "$work/locked" -r "$work/lock" 2>/dev/null | grep -o "^Ignoring colorama" | tee -a "$work/seen"
echo "from the lock: $(ls "$work/locked" | cut -d- -f1 | tr '\n' ' ')" | tee -a "$work/seen"
"$work/venv/bin/python" - <<'PY' | tee -a "$work/seen"
from packaging.markers import Marker

print("asked of Windows:", Marker('platform_system == "Windows"').evaluate({"platform_system": "Windows"}))
PY
"$work/venv/bin/pip" install -q --dry-run --no-index --find-links "$work/win_amd64" --only-binary=:all: --platform win_amd64 --python-version 3.11 --target "$work/x" tqdm==4.67.1 colorama==0.4.6 2>&1 | grep -o "No matching distribution found for colorama==0.4.6" | tee -a "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
win_amd64: exit 0, tqdm 
Ignoring colorama
from the lock: tqdm 
asked of Windows: True
No matching distribution found for colorama==0.4.6
SEEN
