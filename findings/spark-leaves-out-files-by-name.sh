#!/usr/bin/env bash
# pyspark 4.3.0 (PyPI), Java 17: spark.read.format("binaryFile").load(folder), the documented way to read a folder of documents.
# Expected: one row for every file of the folder; a wildcard or the option recursiveFileLookup changes nothing about names.
# What happens: a file whose name begins with an underscore (and everything below a folder of such a name) is left out without a
# word, also if pathGlobFilter asks for it; named by its full path it is left out too: an empty frame, no error.
# Why it matters: annexes are often saved as _附件.txt or in a folder _附件. A corpus read by the cluster is then smaller than the
# same corpus read by Python, and every count and every table is short of it. List files yourself and compare.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
command -v java >/dev/null || { echo "needs Java 17 (Debian: openjdk-17-jre-headless)" >&2; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pyspark==4.3.0 2>/dev/null
export SPARK_LOCAL_IP=127.0.0.1
cat > "$work/run.py" <<'PY'
import pathlib
import sys

from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.driver.memory", "600m").getOrCreate()
spark.sparkContext.setLogLevel("OFF")
folder = pathlib.Path(sys.argv[1])
for name in ("公告.txt", "_附件.txt", "公告_附件.txt", "_附件/表1.txt", "附件/_表2.txt", "附件/表3.txt"):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x", encoding="utf-8")


def names(reader, place):
    try:
        return sorted(row.path.removeprefix(f"file:{folder}/") for row in reader.load(str(place)).select("path").collect())
    except Exception as error:
        return type(error).__name__


print("python ", sorted(str(path.relative_to(folder)) for path in folder.rglob("*.txt")))
files = lambda: spark.read.format("binaryFile").option("recursiveFileLookup", "true")
print("spark  ", names(files(), folder))
print("glob   ", names(files().option("pathGlobFilter", "_*.txt"), folder))
print("by path", names(files(), folder / "_附件.txt"))
PY
mkdir "$work/corpus"
"$work/venv/bin/python" "$work/run.py" "$work/corpus" 2>/dev/null | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
python  ['_附件.txt', '_附件/表1.txt', '公告.txt', '公告_附件.txt', '附件/_表2.txt', '附件/表3.txt']
spark   ['公告.txt', '公告_附件.txt', '附件/表3.txt']
glob    []
by path []
SEEN
