#!/usr/bin/env bash
# cn2an 0.5.24 (PyPI, 2026-04), the most used reader of Chinese numerals: cn2an(..., "smart"), the mode for mixed writing.
# Expected: the writings of money in budgets and policies are read: 百万, 千万, 三点五万, 1.2万亿, 三〇万, 卅万 beside 廿万.
# What happens: 三千万, 3.5万, 廿万 are read; 百万, 千万, 三点五万, 1.2万亿, 三〇万, 卅万 are refused as no numerals; and
# transform(..., "cn2an") of a sentence turns 三五年 (three to five years) into 35年 and 七八家 (seven or eight) into 78家.
# Why it matters: who relies on it loses 千万元 and 三点五万元 from a text, or, with transform, reads a range of years and of
# firms as one number that nobody wrote.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q cn2an==0.5.24 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import cn2an


def read(numeral: str) -> object:
    try:
        return int(cn2an.cn2an(numeral, "smart"))
    except ValueError:
        return "refused"


for numeral in ["三千万", "千万", "百万", "3.5万", "三点五万", "一万亿", "1.2万亿", "三十万", "三〇万", "廿万", "卅万"]:
    print(numeral, read(numeral))
for words in ["用三五年时间培育七八家企业", "支持卅五家企业"]:
    print(words, cn2an.transform(words, "cn2an"))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
三千万 30000000
千万 refused
百万 refused
3.5万 35000
三点五万 refused
一万亿 1000000000000
1.2万亿 refused
三十万 300000
三〇万 refused
廿万 200000
卅万 refused
用三五年时间培育七八家企业 用35年时间培育78家企业
支持卅五家企业 支持卅5家企业
SEEN
