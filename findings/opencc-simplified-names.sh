#!/usr/bin/env bash
# OpenCC 1.4.2 (PyPI, 2026), configuration t2s, the usual step from traditional to simplified script.
# Expected: a text that is simplified already comes back as it is, so that t2s may be run over every text before comparing or reading.
# What happens: characters that simplified script keeps are replaced: 乾安县 and 乾县 (counties of Jilin and Shaanxi, GB/T 2260) become
# 干安县 and 干县, 批覆 becomes 批复, 藉口 becomes 借口; 乾隆 stays, as it is in its list of phrases.
# Why it matters: run over simplified policies it misspells issuers and document titles, and two spellings of one place no longer join.
# The mend: decide by the share of characters that only traditional script has, and convert only such texts.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q OpenCC==1.4.2 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from opencc import OpenCC

convert = OpenCC("t2s").convert
for words in ["乾安县人民政府", "乾县科技局", "乾隆", "批覆", "藉口", "宫商角徵羽", "於菟"]:
    all(word.encode("gb2312") for word in words)  # each character is one of simplified script's own standard
    print(words, convert(words))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
乾安县人民政府 干安县人民政府
乾县科技局 干县科技局
乾隆 乾隆
批覆 批复
藉口 借口
宫商角徵羽 宫商角徵羽
於菟 於菟
SEEN
