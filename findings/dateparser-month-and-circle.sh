#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI, 2026-11), languages=["zh"], and cn2date 0.1.2 (PyPI), made for Chinese dates.
# Expected: 二〇二五年十二月十八日, the way in which official documents were dated for decades (GB/T 9704 of 1999), is read by both;
# a month without a day is a month or nothing; a term (3年) is no day.
# What happens: dateparser reads no Chinese numerals at all; 2025年12月 becomes a day of that month, namely today's, so that the
# answer is another one tomorrow; 3年 becomes the day three years ago. cn2date reads 二零二五年 and not 二〇二五年, so that it fails on
# exactly the writing that documents use.
# Why it matters: “有效期至2025年12月” gets an end that no text states and that changes from day to day, a term becomes a date,
# and the signatures of older documents are lost.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q dateparser==1.5.0 cn2date==0.1.2 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import warnings
from datetime import date

warnings.filterwarnings("ignore")
import cn2date
import dateparser

for words in ("2025年12月18日", "二零二五年十二月十八日", "二〇二五年十二月十八日", "二○二五年十二月十八日"):
    found = dateparser.parse(words, languages=["zh"])
    print(words, found.date() if found else None, "read" if cn2date.parse(words) else None)
month = dateparser.parse("2025年10月", languages=["zh"])
print("2025年10月", month.year, month.month, "the day is today's:", month.day == date.today().day)
term = dateparser.parse("3年", languages=["zh"])
print("3年 is a day three years ago:", date.today().year - term.year)
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
2025年12月18日 2025-12-18 read
二零二五年十二月十八日 None read
二〇二五年十二月十八日 None None
二○二五年十二月十八日 None None
2025年10月 2025 10 the day is today's: True
3年 is a day three years ago: 3
SEEN
