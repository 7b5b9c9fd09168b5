#!/usr/bin/env bash
# duckdb 2.0.0 (PyPI, 2026): how large a small parquet file is as a table in memory.
# Expected: a parquet file of less than 1 MB is cheap to hold; DuckDB compresses its tables.
# What happens: a table of a :memory: database is not compressed. 1.6 million rows (document, category, state: sorted, few
# different values) are 0.5 MB of parquet, 76 MB in memory, and 5 MB in a database attached as
# ':memory:' with (COMPRESS). The size of the file says nothing; the number of rows does.
# Why it matters: a limit in bytes of parquet ("hold what is small") takes 580 MB more of a server's memory for one corpus of
# 100,000 documents; a limit in rows does not.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q duckdb==2.0.0 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from pathlib import Path

import duckdb

FILE = "coverage.parquet"
connection = duckdb.connect(":memory:", config={"threads": "1"})
connection.execute(f"""
    COPY (SELECT 'place-' || lpad((n // 16)::VARCHAR, 6, '0') AS document, 'category-' || (n % 16) AS category,
                 ['quantified', 'mentioned', 'absent', 'not_reviewed'][1 + (n * 7 % 4)] AS state FROM range(1600000) t(n))
    TO '{FILE}' (FORMAT parquet, COMPRESSION zstd)""")


def held() -> float:
    used = connection.execute("SELECT sum(memory_usage_bytes) FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'").fetchone()[0]
    return used / 1e6


parquet = Path(FILE).stat().st_size / 1e6
connection.execute(f"CREATE TABLE plain AS FROM '{FILE}'")
plain = held()
connection.execute("ATTACH ':memory:' AS small (COMPRESS)")
connection.execute(f"CREATE TABLE small.compressed AS FROM '{FILE}'")
connection.execute("CHECKPOINT small")
compressed = held() - plain
print(f"seen: parquet {parquet:.1f} MB, table in memory {plain:.1f} MB, compressed in memory {compressed:.1f} MB", file=__import__("sys").stderr)
print("parquet under 1 MB:", parquet < 1)
print("table in memory at least 50 times the file:", plain > 50 * parquet)
print("compressed at most a fifth of that:", compressed < plain / 5)
PY
# Output seen (and on the error stream: parquet, memory and compressed size):
diff "$work/seen" - <<'SEEN'
parquet under 1 MB: True
table in memory at least 50 times the file: True
compressed at most a fifth of that: True
SEEN
