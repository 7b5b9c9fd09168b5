#!/usr/bin/env bash
# cyclonedx-bom 7.5.0 (PyPI), `cyclonedx-py requirements`, on a universal lock as `uv pip compile --universal` 0.13.9 writes it.
# Expected: the bill of materials of what is installed: one version of each package, and only what the system needs.
# What happens: markers are not asked. A package whose version depends on the Python stands there twice, and packages of other
# systems stand there as well; nothing in a component says under which condition it is used. The result is valid CycloneDX.
# Why it matters: whoever looks up faults by this list finds those of a version that is nowhere installed, and a release for Linux
# lists Windows' packages. Write a list without markers for each system and Python first.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q cyclonedx-bom==7.5.0 2>/dev/null
cat > "$work/requirements.lock" <<'LOCK'
colorama==0.4.6 ; platform_system == "Windows"
numpy==2.4.6 ; python_full_version < "3.12"
numpy==2.5.5 ; python_full_version >= "3.12"
tqdm==4.67.1
LOCK
"$work/venv/bin/cyclonedx-py" requirements "$work/requirements.lock" --output-reproducible --of JSON -o "$work/sbom.json" 2>/dev/null
"$work/venv/bin/python" - "$work/sbom.json" <<'PY' | tee "$work/seen"
import json
import sys

held = json.load(open(sys.argv[1], encoding="utf-8"))
for item in sorted(held["components"], key=lambda item: item["purl"]):
    print(item["purl"], "scope:", item.get("scope"), "properties:", item.get("properties"))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
pkg:pypi/colorama@0.4.6 scope: None properties: None
pkg:pypi/numpy@2.4.6 scope: None properties: None
pkg:pypi/numpy@2.5.5 scope: None properties: None
pkg:pypi/tqdm@4.67.1 scope: None properties: None
SEEN
