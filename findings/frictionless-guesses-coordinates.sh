#!/usr/bin/env bash
# frictionless 5.21.0 (PyPI): `validate` of a CSV file without a schema, the first thing its guide does.
# Expected: a well-formed file is valid; columns whose kind is doubtful are text.
# What happens: kinds are guessed and the file is judged by the guess. Articles "3,4" are a geopoint (longitude 3, latitude 4); numbers of documents 2018-7
# are months of a year; the area code 0631 is 631. One value in ten may differ from the guess, and is then an error: 2018-107 among 2018-07, or 面议 among
# sums, makes a valid file invalid and reads as nothing.
# Why it matters: a check in front of a publication refuses files for their exceptions, and what it lets through has other values than the file.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q frictionless==5.21.0 2>/dev/null
cd "$work"
"$work/venv/bin/python" - 2>/dev/null <<'PY' | tee "$work/seen"
from pathlib import Path

from frictionless import Resource, describe, validate

columns = {"articles": ["3,4", "5,6"], "document numbers": ["2018-7", "2019-12"], "area codes": ["0631", "0513"], "numbers, one longer": [*["2018-07"] * 12, "2018-107"], "sums, one open": [*map(str, range(20)), "面议"]}
for name, values in columns.items():
    Path("a.csv").write_text("value,note\n" + "".join(f'"{value}",x\n' for value in values), encoding="utf-8")
    report = validate("a.csv")
    print(name, "|", describe("a.csv").schema.fields[0].type, "| valid", report.valid, [error.type for task in report.tasks for error in task.errors],
          "|", values[-1], "is read as", Resource("a.csv").read_rows()[-1]["value"])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
articles | geopoint | valid True [] | 5,6 is read as [5.0, 6.0]
document numbers | yearmonth | valid True [] | 2019-12 is read as yearmonth(year=2019, month=12)
area codes | integer | valid True [] | 0513 is read as 513
numbers, one longer | yearmonth | valid False ['type-error'] | 2018-107 is read as None
sums, one open | integer | valid False ['type-error'] | 面议 is read as None
SEEN
