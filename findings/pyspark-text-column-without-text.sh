#!/usr/bin/env bash
# pyspark 4.3.0 with pandas 3.1.1 and pyarrow 26.0.1 (PyPI; pyspark asks for pandas>=2.2.0, pyarrow>=18.0.0), Java 17.
# Expected: a function given to mapInPandas returns records in which a text may be lacking, in the order of the declared
# columns (reindex); the lacking text comes back as null, in every batch.
# What happens: it does, as long as one record of the batch has the text. If none has it, pandas makes the column of type float
# (all missing), and the whole job fails: "TypeError: Cannot convert pyarrow.lib.ChunkedArray to pyarrow.lib.Array".
# Why it matters: whether a job ends depends on how the rows fall into batches. It passes every small test and fails on the
# first part of a large corpus in which no document has a number. Through Arrow (mapInArrow, declared schema) nothing fails.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
command -v java >/dev/null || { echo "needs Java 17 (Debian: openjdk-17-jre-headless)" >&2; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pyspark==4.3.0 pandas==3.1.1 pyarrow==26.0.1 2>/dev/null
export PYSPARK_PYTHON="$work/venv/bin/python" SPARK_LOCAL_IP=127.0.0.1
cat > "$work/run.py" <<'PY'
import pandas as pd
import pyarrow as pa
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.driver.memory", "600m").getOrCreate()
spark.sparkContext.setLogLevel("OFF")
NAMES = {1: "first", 2: "second"}


def named(batches):
    for batch in batches:
        records = [{"id": value, "name": NAMES[value]} if value in NAMES else {"id": value} for value in batch["id"]]
        yield pd.DataFrame(records).reindex(columns=["id", "name"])


def named_in_arrow(batches):
    for batch in batches:
        names = pa.array([NAMES.get(value) for value in batch["id"].to_pylist()], pa.string())
        yield pa.RecordBatch.from_arrays([batch["id"], names], ["id", "name"])


def tried(run):
    try:
        return [tuple(row) for row in run().collect()]
    except Exception as error:
        return "fails: " + next(line.strip() for line in str(error).splitlines() if "TypeError" in line)


for ids in ([1, 7], [7, 8]):
    rows = spark.createDataFrame([(value,) for value in ids], "id long").coalesce(1)
    print(ids, "pandas", tried(lambda: rows.mapInPandas(named, "id long, name string")))
    print(ids, "arrow ", tried(lambda: rows.mapInArrow(named_in_arrow, "id long, name string")))
PY
"$work/venv/bin/python" "$work/run.py" 2>/dev/null | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
[1, 7] pandas [(1, 'first'), (7, None)]
[1, 7] arrow  [(1, 'first'), (7, None)]
[7, 8] pandas fails: TypeError: Cannot convert pyarrow.lib.ChunkedArray to pyarrow.lib.Array
[7, 8] arrow  [(7, None), (8, None)]
SEEN
