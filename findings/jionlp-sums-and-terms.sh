#!/usr/bin/env bash
# jionlp 1.5.31 (PyPI), the most complete reader of Chinese sums and times: parse_money and parse_time.
# Expected: 二三十万元 is 200,000 to 300,000, 三五百万元 3 to 5 million, 一两百万元 1 to 2 million; 三年内 from 15 January 2026 ends in January 2029.
# What happens: the lower end is read without its ten or hundred: 20,000 to 300,000, and 30,000 to 5,000,000. 一两百万元 is one sum, 2,010,000. 三年内 ends on
# 31 December 2029, nearly a year late, while 3个月内 ends in the right month. 壹佰万元整, the form of contracts and notices of payment, is refused.
# Why it matters: a reward's lower end is ten or a hundred times too small although the upper end is right, and a term of validity runs a year too long.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q jionlp==1.5.31 2>/dev/null
"$work/venv/bin/python" -W ignore - 2>/dev/null <<'PY' | grep '|' | tee "$work/seen"
import jionlp


def sums(words: str) -> object:
    try:
        return jionlp.parse_money(words)["num"]
    except ValueError:
        return "refused"


for words in ("二十万元", "二三十万元", "七八十万元", "一两百万元", "三五百万元", "二十至三十万元", "壹佰万元", "壹佰万元整"):
    print(words, "|", sums(words))
for words in ("三年内", "3年内", "两年内", "3个月内", "2025年年底前"):
    print(words, "|", *jionlp.parse_time(words, time_base={"year": 2026, "month": 1, "day": 15})["time"])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
二十万元 | 200000.00
二三十万元 | ['20000.00', '300000.00']
七八十万元 | ['70000.00', '800000.00']
一两百万元 | 2010000.00
三五百万元 | ['30000.00', '5000000.00']
二十至三十万元 | ['200000.00', '300000.00']
壹佰万元 | 1000000.00
壹佰万元整 | refused
三年内 | 2026-01-15 00:00:00 2029-12-31 23:59:59
3年内 | 2026-01-15 00:00:00 2029-12-31 23:59:59
两年内 | 2026-01-15 00:00:00 2028-12-31 23:59:59
3个月内 | 2026-01-15 00:00:00 2026-04-30 23:59:59
2025年年底前 | -inf 2025-12-31 23:59:59
SEEN
