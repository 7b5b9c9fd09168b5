#!/usr/bin/env bash
# pypandoc_binary 1.17 (PyPI), which brings pandoc 3.9: the reader of RTF, on Chinese written as \uN with the usual one-character fallback.
# Expected: "\u32473?\u20104?200\u19975?\u20803?" is 给予200万元: \uc is 1 unless it is set, so one character after each \uN is skipped (RTF 1.9.1,
# "Unicode RTF"; the specification's own example has no \uc either), and what follows is text.
# What happens: the text that touches the fallback loses its first character: 给予00万元, 第条, 2018年2月. No warning, exit 0. Words and figures that do not
# stand right behind such a character are whole, so are a fallback written as \'3f, and \u followed by a space.
# Why it matters: in Chinese a figure nearly always stands right behind a character: 200万元 becomes 00万元, 50 becomes 0, December February.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypandoc_binary==1.17 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import pypandoc

HEAD = r"{\rtf1\ansi\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 "


def rtf(words: str, fallback: str) -> str:
    return HEAD + "".join(one if one.isascii() else rf"\u{ord(one) if ord(one) < 32768 else ord(one) - 65536}{fallback}" for one in words) + r"\par}"


print("pandoc", pypandoc.get_pandoc_version())
for words in ("给予200万元奖励", "给予 200 万元奖励", "第3条 奖励50万元", "2018年12月31日前"):
    read = [pypandoc.convert_text(rtf(words, fallback), "plain", format="rtf").strip() for fallback in ("?", r"\'3f", " ?")]
    print(words, "| ?", read[0], r"| \'3f", read[1], "| space", read[2])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
pandoc 3.9
给予200万元奖励 | ? 给予00万元奖励 | \'3f 给予200万元奖励 | space 给予200万元奖励
给予 200 万元奖励 | ? 给予200 万元奖励 | \'3f 给予 200 万元奖励 | space 给予 200 万元奖励
第3条 奖励50万元 | ? 第条奖励0万元 | \'3f 第3条 奖励50万元 | space 第3条 奖励50万元
2018年12月31日前 | ? 2018年2月1日前 | \'3f 2018年12月31日前 | space 2018年12月31日前
SEEN
