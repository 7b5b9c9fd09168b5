#!/usr/bin/env bash
# openpyxl 3.1.5 (PyPI, 2024-06), the usual reader of .xlsx, also behind pandas.read_excel.
# Expected: a cell that Chinese Excel or WPS formats as a date (2025年12月18日, built-in format 31; 12月18日, 58) is read as a date, as
# one with format 14 is. The formats 27-36 and 50-58 are built in for Chinese (ISO/IEC 29500-1, 18.8.30): the file names the number only.
# What happens: openpyxl knows no built-in formats above 22 but 37-49; such a cell is read as the number 46009, without a warning.
# Why it matters: dates of issue and terms of validity in lists of a Chinese office arrive as five-digit numbers, which an
# extractor takes for amounts.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q openpyxl==3.1.5 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import io
import re
import zipfile

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS

made = openpyxl.Workbook()
made.active["A1"] = 46009
made.active["A1"].number_format = "mm-dd-yy"
held = io.BytesIO()
made.save(held)


def read_with(number: int) -> object:
    """The cell's value with another built-in format in its style."""
    out = io.BytesIO()
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/styles.xml":
                data = re.sub(rb'numFmtId="14"', b'numFmtId="%d"' % number, data)
            target.writestr(name, data)
    return openpyxl.load_workbook(out).active["A1"].value


for number in (14, 31, 57, 58):
    print(number, repr(read_with(number)))
print([number for number in (*range(27, 37), *range(50, 59)) if number in BUILTIN_FORMATS])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
14 datetime.datetime(2025, 12, 18, 0, 0)
31 46009
57 46009
58 46009
[]
SEEN
