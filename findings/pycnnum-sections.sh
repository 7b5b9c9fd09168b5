#!/usr/bin/env bash
# pycnnum 2.1.1 (PyPI, 2025-04): cn2num, documented as "Chinese number => int conversion".
# Expected: 三千五百万 is 35,000,000 (3,500 times ten thousand), as every budget writes it.
# What happens: only the last figure before 万 is multiplied by it, the rest by the square: 3,005,000,000. No error, no warning.
# Why it matters: sums in policies have exactly this shape (hundreds or tens before 万); the answer is wrong by a factor of up to
# a hundred, and 二十万 or 三千万, with one figure before 万, are right, so that a short test passes.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pycnnum==2.1.1 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from pycnnum import cn2num

for numeral, right in [("二十万", 200_000), ("三千万", 30_000_000), ("一百一十万", 1_100_000), ("二百五十万", 2_500_000), ("三千五百万", 35_000_000), ("壹佰贰拾万", 1_200_000)]:
    print(numeral, "right", right, "read", cn2num(numeral))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
二十万 right 200000 read 200000
三千万 right 30000000 read 30000000
一百一十万 right 1100000 read 10100000
二百五十万 right 2500000 read 20500000
三千五百万 right 35000000 read 3005000000
壹佰贰拾万 right 1200000 read 10200000
SEEN
