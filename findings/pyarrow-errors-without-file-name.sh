#!/usr/bin/env bash
# pyarrow 26.0.1 (PyPI): what an OSError of pyarrow.parquet says when a table cannot be written or read.
# Expected: as with open(), error.errno is the system's number and error.filename the file, so that a program can say in its
# own words which file failed and why.
# What happens: filename is None in every case; the path stands only within strerror, with a second "[errno N]". read_table of a file
# that is not there has no errno either (None), while read_schema, ParquetFile and write_table have 2.
# Why it matters: a message made of error.filename names "None" exactly when the disk is full or a folder is missing, and a test on
# errno == ENOENT works for the schema of a file and not for its rows.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pyarrow==26.0.1 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import pyarrow as pa
import pyarrow.parquet as pq


def tell(name, call):
    try:
        call()
    except OSError as error:
        print(f"{name}: {type(error).__name__} errno={error.errno} filename={error.filename} strerror={error.strerror}")


table = pa.table({"sum_cny": [1_000_000]})
tell("open       ", lambda: open("none/awards.parquet", "wb"))
tell("write_table", lambda: pq.write_table(table, "none/awards.parquet"))
tell("read_schema", lambda: pq.read_schema("none/awards.parquet"))
tell("read_table ", lambda: pq.read_table("none/awards.parquet"))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
open       : FileNotFoundError errno=2 filename=none/awards.parquet strerror=No such file or directory
write_table: FileNotFoundError errno=2 filename=None strerror=Failed to open local file 'none/awards.parquet'. Detail: [errno 2] No such file or directory
read_schema: FileNotFoundError errno=2 filename=None strerror=Failed to open local file 'none/awards.parquet'. Detail: [errno 2] No such file or directory
read_table : FileNotFoundError errno=None filename=None strerror=None
SEEN
