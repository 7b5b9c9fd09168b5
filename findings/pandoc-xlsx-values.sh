#!/usr/bin/env bash
# pypandoc_binary 1.17 (PyPI), which brings pandoc 3.9 with the new reader of .xlsx.
# Expected: a workbook gives the table that Excel shows: a date as a date, 3.5% as 3.5%, a sum as 1234567.5; and a workbook that openpyxl wrote is read.
# What happens: number formats are not asked: a date is 46009.0, 3.5% is 3.5e-2, 123456789 is 1.23456789e8, TRUE is 1.0; the formats with which Chinese offices
# write units into cells (0"万元") are lost with the unit. A workbook of openpyxl is refused, "Entry not found", because its parts are named with a
# leading slash (/xl/worksheets/sheet1.xml), which ISO/IEC 29500-2 allows.
# Why it matters: a list of measures turned into a text for reading has five-digit numbers for days, sums without their unit and rates that no one
# recognises; and what pandas.to_excel wrote is not read at all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypandoc_binary==1.17 XlsxWriter==3.3.1 openpyxl==3.1.5 2>/dev/null
cd "$work"
"$work/venv/bin/python" - 2>/dev/null <<'PY' | tee "$work/seen"
from datetime import datetime

import openpyxl
import pypandoc
import xlsxwriter

book = xlsxwriter.Workbook("a.xlsx")
sheet = book.add_worksheet()
cells = [("day", datetime(2025, 12, 18), "yyyy-mm-dd"), ("share", 0.035, "0.0%"), ("sum", 123456789, "#,##0"), ("sum", 50, '0"万元"'), ("yes", True, None), ("text", "50万元", None)]
for row, (name, value, style) in enumerate(cells):
    sheet.write(row, 0, name)
    sheet.write(row, 1, value, book.add_format({"num_format": style}) if style else None)
book.close()
print("pandoc", pypandoc.get_pandoc_version())
for line in pypandoc.convert_file("a.xlsx", "plain").splitlines():
    if line.strip() and not set(line.strip()) <= {"-", " "}:
        print(" ".join(line.split()))
other = openpyxl.Workbook()
other.active["A1"] = "50万元"
other.save("b.xlsx")
try:
    print("of openpyxl:", pypandoc.convert_file("b.xlsx", "plain").strip())
except RuntimeError as error:
    print("of openpyxl:", next(line for line in str(error).splitlines() if "Entry" in line).split(": ", 2)[-1])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
pandoc 3.9
Sheet1
day 46009.0
share 3.5e-2
sum 1.23456789e8
sum 50.0
yes 1.0
text 50万元
of openpyxl: Entry not found: xl//xl/worksheets/sheet1.xml
SEEN
