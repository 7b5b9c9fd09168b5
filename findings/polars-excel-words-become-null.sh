#!/usr/bin/env bash
# polars 2.1.0 with fastexcel 0.21.0 (PyPI): pl.read_excel, with its engine calamine.
# Expected: a column of sums in which one cell says 面议 (to be agreed), or of dates in which one says 长期 (no end), is read as text, or
# reading fails, as polars fails on such a CSV file; which row the word stands in makes no difference.
# What happens: the type is taken from the first 100 rows. A word in row 90 makes the column text; the same word in row 110 becomes null, in sums and dates
# alike: no error, no warning. A row of which nothing is left is dropped, too. infer_schema_length=None reads everything.
# Why it matters: 面议 and 长期 are statements; null is "not stated". A list of more than a hundred measures loses exactly its exceptions, and every
# test on a small workbook passes.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q polars==2.1.0 fastexcel==0.21.0 XlsxWriter==3.3.1 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import io

import polars as pl
import xlsxwriter


def workbook(place: int) -> str:
    book = xlsxwriter.Workbook("a.xlsx")
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["city", "sum", "until"])
    for row in range(1, 201):
        sheet.write(row, 0, f"place {row}")
        sheet.write(row, 1, "面议" if row == place else row)
        sheet.write(row, 2, "长期" if row == place else 45000 + row, None if row == place else day)
    book.close()
    return "a.xlsx"


for place in (90, 110):
    for rows in ({}, {"infer_schema_length": None}):
        read = pl.read_excel(workbook(place), **rows)
        print("word in row", place, rows, read.dtypes, read.row(place - 1), "nulls:", sum(read.null_count().row(0)))
lines = "sum\n" + "\n".join("面议" if row == 110 else str(row) for row in range(1, 201))
try:
    print("csv", pl.read_csv(io.StringIO(lines)).null_count().row(0))
except pl.exceptions.ComputeError as error:
    print("csv:", str(error).splitlines()[0])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
word in row 90 {} [String, String, String] ('place 90', '面议', '长期') nulls: 0
word in row 90 {'infer_schema_length': None} [String, String, String] ('place 90', '面议', '长期') nulls: 0
word in row 110 {} [String, Int64, Date] ('place 110', None, None) nulls: 2
word in row 110 {'infer_schema_length': None} [String, String, String] ('place 110', '面议', '长期') nulls: 0
csv: could not parse `面议` as dtype `i64` at column 'sum' (column number 1)
SEEN
