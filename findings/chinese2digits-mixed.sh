#!/usr/bin/env bash
# chinese2digits 6.0.2 (PyPI, 2023-03): takeNumberFromString, the reader of numbers in Chinese prose.
# Expected: 廿五万 is 250,000 (廿 is twenty); 1万5000 and 1.5万零200 are one number each: 15,000 and 15,200.
# What happens: 廿 is skipped and 五万 read (50,000); 1万5000 becomes the two numbers 10,000 and 5,000; 1.5万零200 becomes 1,500
# (the 万 lost, 零 taken as a scale) and 200. 二十五万 and 一万五千 are right.
# Why it matters: awards in mixed writing are common in local documents; a figure that begins in the middle of its numeral is
# published as a smaller award without any sign of doubt.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q chinese2digits==6.0.2 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import chinese2digits

for words in ["奖励二十五万元", "奖励廿五万元", "奖励一万五千元", "奖励1万5000元", "奖励1.5万零200元"]:
    print(words, chinese2digits.takeNumberFromString(words)["digitsStringList"])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
奖励二十五万元 ['250000']
奖励廿五万元 ['50000']
奖励一万五千元 ['15000']
奖励1万5000元 ['10000', '5000']
奖励1.5万零200元 ['1500', '200']
SEEN
