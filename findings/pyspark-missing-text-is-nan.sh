#!/usr/bin/env bash
# pyspark 4.3.0 with pandas 3.1.1 (PyPI), Java 17: SparkSession.createDataFrame(pandas frame, "... string").
# Expected: a missing text (pandas' NaN in a column of objects, as reading a workbook or joining two frames leaves it) becomes
# null, whatever way the frame takes to the JVM; spark.sql.execution.arrow.pyspark.enabled is described as an optimisation.
# What happens: with the setting on it becomes null. With the setting off the same frame gives the text "nan": not null,
# not empty, found by no IS NULL, and counted as a value.
# Why it matters: the setting is off wherever a cluster's administrator, an older guide or the fallback for an unsupported type turned
# it off. A city without a document number then has the number "nan" in the published table. Going through Arrow
# (createDataFrame of a pyarrow table) gives null either way.
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
frame = pd.DataFrame({"id": [1, 2], "number": pd.Series(["2020-7", float("nan")], dtype=object)})
for setting in ("true", "false"):
    spark.conf.set("spark.sql.execution.arrow.pyspark.enabled", setting)
    made = spark.createDataFrame(frame, "id long, number string")
    print("arrow", setting, [row.number for row in made.collect()], "null:", made.where("number is null").count())
    made = spark.createDataFrame(pa.table({"id": [1, 2], "number": ["2020-7", None]}))
    print("arrow", setting, "pyarrow table", [row.number for row in made.collect()], "null:", made.where("number is null").count())
PY
"$work/venv/bin/python" "$work/run.py" 2>/dev/null | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
arrow true ['2020-7', None] null: 1
arrow true pyarrow table ['2020-7', None] null: 1
arrow false ['2020-7', 'nan'] null: 0
arrow false pyarrow table ['2020-7', None] null: 1
SEEN
