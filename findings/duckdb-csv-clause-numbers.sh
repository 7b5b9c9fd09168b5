#!/usr/bin/env bash
# duckdb 2.0.0 (PyPI, 2026), a CSV file asked without declared types; polars 2.1.0 with try_parse_dates beside it.
# Expected: numbers of clauses (1-2-3: chapter, article, paragraph) are text; if they are taken for dates, place::VARCHAR is one text, whatever else is asked.
# What happens: duckdb makes 12-3-4 the date 4 March 2012, and 1-2-3 a TIMESTAMP of the year 1 (polars: 12 March 4 and 1 February 3). The cast is then answered
# in two ways: asked alone, place::VARCHAR is the text of the file, 12-3-4; beside the column, after WHERE or from a table it is 2012-03-04.
# Why it matters: the place in the document ties a figure to its words. Looked at with a cast it is right; the same cast in the query that joins or
# filters gives what stands nowhere, and the two never match. One clause of another depth (1-2), and the column is text again. Declare the types.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q duckdb==2.0.0 polars==2.1.0 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from pathlib import Path

import duckdb
import polars as pl


def asked(sql: str) -> str:
    return str(duckdb.sql(sql).fetchall()[0][-1])


for values in (["12-3-4", "12-3-5"], ["1-2-3", "1-2-4"], ["1-2-3", "1-2"]):
    Path("a.csv").write_text("place,sum\n" + "".join(f"{value},50\n" for value in values))
    read = pl.read_csv("a.csv", try_parse_dates=True)["place"]
    print(values, "| duckdb", asked("SELECT typeof(place) FROM 'a.csv'"), "| polars", read.dtype, read[0])
    print("  cast alone", asked("SELECT place::VARCHAR FROM 'a.csv'"), "| beside the column", asked("SELECT place, place::VARCHAR FROM 'a.csv'"),
          "| WHERE", asked("SELECT place::VARCHAR FROM 'a.csv' WHERE place IS NOT NULL"))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
['12-3-4', '12-3-5'] | duckdb DATE | polars Date 0004-03-12
  cast alone 12-3-4 | beside the column 2012-03-04 | WHERE 2012-03-04
['1-2-3', '1-2-4'] | duckdb TIMESTAMP | polars Date 0003-02-01
  cast alone 1-2-3 | beside the column 0001-02-03 00:00:00 | WHERE 0001-02-03 00:00:00
['1-2-3', '1-2'] | duckdb VARCHAR | polars String 1-2-3
  cast alone 1-2-3 | beside the column 1-2-3 | WHERE 1-2-3
SEEN
