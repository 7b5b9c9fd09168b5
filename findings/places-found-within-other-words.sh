#!/usr/bin/env bash
# cpca 0.5.5 and jionlp 1.5.31 (PyPI), the two usual finders of Chinese places in text: cpca.transform, jionlp.parse_location.
# Expected: a place is found where its name is said; 合作 (to cooperate) and 新区 are words; a place that is not known is not found.
# What happens: in 与中关村合作 both find the city of 合作 in Gansu, code 623001. For 雄安新区, jionlp finds 安新县, the two characters in its middle. 鼓楼区 and 朝阳区,
# which several cities have, cpca ties to one of them (Kaifeng, Changchun) without a word. jionlp moves 莱芜市, merged in 2019, to 济南市莱芜区 with 市 left
# over; cpca knows 莱芜市 and no district of that name.
# Why it matters: "cooperate with ..." stands in every innovation policy, so that documents of all cities are tied to Gansu, and a precise code hides the guess.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q cpca==0.5.5 jionlp==1.5.31 2>/dev/null
cd "$work"
"$work/venv/bin/python" -W ignore - 2>/dev/null <<'PY' | grep '|' | tee "$work/seen"
import cpca
import jionlp

texts = ["与中关村合作", "支持高校院所与企业合作", "雄安新区", "山东大学（威海）", "鼓楼区科技局", "朝阳区科技局", "莱芜市", "济南市莱芜区"]
for words, row in zip(texts, cpca.transform(texts).values.tolist(), strict=True):
    found = jionlp.parse_location(words)
    print(words, "| cpca", *[part if isinstance(part, str) and part else "-" for part in row], "| jionlp", *[found[part] or "-" for part in ("province", "city", "county", "detail")])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
与中关村合作 | cpca 甘肃省 甘南藏族自治州 合作市 - 623001 | jionlp 甘肃省 甘南藏族自治州 合作市 -
支持高校院所与企业合作 | cpca 甘肃省 甘南藏族自治州 合作市 - 623001 | jionlp 甘肃省 甘南藏族自治州 合作市 -
雄安新区 | cpca - - - - - | jionlp 河北省 保定市 安新县 区
山东大学（威海） | cpca 山东省 威海市 - ） 371000 | jionlp 山东省 威海市 - ）
鼓楼区科技局 | cpca 河南省 开封市 鼓楼区 科技局 410204 | jionlp - - 鼓楼区 科技局
朝阳区科技局 | cpca 吉林省 长春市 朝阳区 科技局 220104 | jionlp - - 朝阳区 科技局
莱芜市 | cpca 山东省 莱芜市 - - 371200 | jionlp 山东省 济南市 莱芜区 市
济南市莱芜区 | cpca 山东省 济南市 - 莱芜区 370100 | jionlp 山东省 济南市 莱芜区 -
SEEN
