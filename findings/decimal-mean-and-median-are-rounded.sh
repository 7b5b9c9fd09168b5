#!/usr/bin/env bash
# pandas 3.1.1 over pyarrow 26.0.1, polars 2.1.0 and duckdb 2.0.0 (PyPI): mean, median and product of money kept as decimals.
# Expected: mean and median of 1 and 2 are 1.5, and 35% of 0.25 is 0.0875, in every library; decimals are taken because they do not round.
# What happens: each library rounds another one, to the scale of the column. Mean of 1 and 2: pandas (and pyarrow's group_by) 2, the others 1.5. Median: duckdb 1,
# the others 1.5. Product: polars 0.09, the others 0.0875. For -1 and -2 the mean is -2 and the median -1: one goes away from zero, the other towards it.
# Why it matters: sums in 万元 have no decimals, so a mean or a median is off by half a unit without a word, mean and median of the same two values
# differ, and a check of one library by another finds errors where there are none. Cast to a larger scale before.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pandas==3.1.1 pyarrow==26.0.1 polars==2.1.0 duckdb==2.0.0 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa


def column(*values: str, scale: int = 0) -> pa.Array:
    return pa.array([Decimal(value) for value in values], pa.decimal128(18, scale))


def framed(held: pa.Array) -> pd.Series:
    return pd.Series(held, dtype=pd.ArrowDtype(held.type))


for values in (("1", "2"), ("-1", "-2")):
    held = column(*values)
    sums = pa.table({"all": [1] * len(values), "sum": held})
    print(values)
    print("  mean   pandas", framed(held).mean(), "| pyarrow", sums.group_by("all").aggregate([("sum", "mean")])["sum_mean"][0], "| polars", pl.Series(held).mean(),
          "| duckdb", duckdb.sql("SELECT avg(sum) FROM sums").fetchall()[0][0])
    print("  median pandas", framed(held).median(), "| polars", pl.Series(held).median(), "| duckdb", duckdb.sql("SELECT median(sum) FROM sums").fetchall()[0][0])
share, base = column("0.35", scale=2), column("0.25", scale=2)
pair = pa.table({"share": share, "base": base})
print("0.25 x 0.35")
print("  pandas", (framed(share) * framed(base))[0], "| polars", (pl.Series(share) * pl.Series(base))[0], "| duckdb", duckdb.sql("SELECT share * base FROM pair").fetchall()[0][0])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
('1', '2')
  mean   pandas 2 | pyarrow 2 | polars 1.5 | duckdb 1.5
  median pandas 1.5 | polars 1.5 | duckdb 1
('-1', '-2')
  mean   pandas -2 | pyarrow -2 | polars -1.5 | duckdb -1.5
  median pandas -1.5 | polars -1.5 | duckdb -1
0.25 x 0.35
  pandas 0.0875 | polars 0.09 | duckdb 0.0875
SEEN
