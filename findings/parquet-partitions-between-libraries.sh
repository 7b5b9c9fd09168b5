#!/usr/bin/env bash
# polars 2.1.0, pandas 3.1.1 over pyarrow 26.0.1, duckdb 2.0.0 (PyPI): a table written as parquet in folders by place (city=...), and read by the others.
# Expected: the layout is one that all share ("hive"); what one writes the others read, and text that was written comes back as that text.
# What happens: pandas and pyarrow refuse what polars wrote, for any place: polars leaves the column in the files as well, as large_string, and pyarrow
# wants to merge it with the string that it reads off the folder. What pandas wrote, all read, but codes with a leading zero (the area codes 0631 and
# 0513) come back as 631 and 513 in pandas itself and in polars; duckdb keeps 0631, and makes 1 and 2 numbers.
# Why it matters: the type of a column of codes depends on who reads and on which codes happen to be there; a join on it finds nothing, without an error.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1 duckdb==2.0.0 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import shutil

import duckdb
import pandas as pd
import polars as pl

PLACE = "rows"


def tried(read) -> object:
    try:
        return sorted(read())
    except Exception as error:
        return f"{type(error).__name__}: {str(error).split(':')[0]}"


writers = {
    "polars": lambda rows: pl.DataFrame(rows).write_parquet(pl.PartitionBy(PLACE, key="code")),
    "pandas": lambda rows: pd.DataFrame(rows).to_parquet(PLACE, partition_cols=["code"]),
}
for codes in (["威海", "南通"], ["0631", "0513"], ["1", "2"]):
    for name, write in writers.items():
        shutil.rmtree(PLACE, ignore_errors=True)
        write({"code": codes, "sum": [50, 60]})
        print(f"{codes} written by {name} | pandas", tried(lambda: pd.read_parquet(PLACE)["code"].tolist()), "| polars", tried(lambda: pl.read_parquet(f"{PLACE}/")["code"].to_list()),
              "| duckdb", tried(lambda: [row[0] for row in duckdb.sql(f"SELECT code FROM '{PLACE}/**/*.parquet'").fetchall()]))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
['威海', '南通'] written by polars | pandas ArrowTypeError: Unable to merge | polars ['南通', '威海'] | duckdb ['南通', '威海']
['威海', '南通'] written by pandas | pandas ['南通', '威海'] | polars ['南通', '威海'] | duckdb ['南通', '威海']
['0631', '0513'] written by polars | pandas ArrowTypeError: Unable to merge | polars ['0513', '0631'] | duckdb ['0513', '0631']
['0631', '0513'] written by pandas | pandas [513, 631] | polars [513, 631] | duckdb ['0513', '0631']
['1', '2'] written by polars | pandas ArrowTypeError: Unable to merge | polars ['1', '2'] | duckdb [1, 2]
['1', '2'] written by pandas | pandas [1, 2] | polars [1, 2] | duckdb [1, 2]
SEEN
