#!/usr/bin/env bash
# frictionless 5.21.0 with its parquet extra (PyPI), `validate` on a Data Package that is right.
# Expected: a resource in parquet with its true `bytes` and `hash`, as the standard recommends them, is valid; a column of lists, declared
# or not, is read or refused with an error of the report.
# What happens: the parquet reader goes through pandas and never counts bytes, so the true size is an error, "expected 1017, actual None"; a
# wrong hash is none. A column of lists that no schema declares ends the command with a ValueError of numpy, and the whole package has no report.
# Why it matters: whoever describes a package more fully gets "invalid", and whoever leaves the schema out an exception, for files that DuckDB and
# Polars read. Sizes and hashes belong beside (SHA256SUMS), lists in one text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q 'frictionless[parquet]==5.21.0' pandas==3.1.1 pyarrow==26.0.1 2>/dev/null
cd "$work"
"$work/venv/bin/python" - 2>/dev/null <<'PY' | tee "$work/seen"
import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from frictionless import validate

FIELDS = [{"name": "id", "type": "string"}, {"name": "sum", "type": "integer"}]


def judged(name: str, table: pa.Table, **more: object) -> None:
    pq.write_table(table, "a.parquet")
    resource = {"name": "a", "path": "a.parquet", "format": "parquet", "mediatype": "application/vnd.apache.parquet", **more}
    Path("datapackage.json").write_text(json.dumps({"name": "p", "resources": [resource]}))
    try:
        report = validate("datapackage.json")
        print(name, report.valid, [error.type for task in report.tasks for error in task.errors])
    except Exception as error:
        print(name, type(error).__name__)


plain = pa.table({"id": ["x", "y"], "sum": pa.array([1, 2], pa.int64())})
pq.write_table(plain, "a.parquet")
content = Path("a.parquet").read_bytes()
schema = {"fields": FIELDS}
judged("plain", plain, schema=schema)
judged("with its size", plain, schema=schema, bytes=len(content))
judged("with its hash", plain, schema=schema, hash=f"sha256:{hashlib.sha256(content).hexdigest()}")
judged("with a wrong hash", plain, schema=schema, hash=f"sha256:{'0' * 64}")
judged("with lists", pa.table({"id": ["x", "y"], "tags": pa.array([["a", "b"], ["c", "d"]])}))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
plain True []
with its size False ['byte-count']
with its hash True []
with a wrong hash True []
with lists ValueError
SEEN
