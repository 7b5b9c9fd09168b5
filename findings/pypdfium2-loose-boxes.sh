#!/usr/bin/env bash
# pypdfium2 5.15.2 (PyPI, 2026), PdfTextPage.get_charbox(index, loose=True), on a PDF that Chromium prints with Noto Sans CJK.
# Expected: the loose box spans the height of the font, so that characters of one line have one height ("loose" as documented: the
# character's bounds are those of its font); lines can be made from boxes that overlap.
# What happens: most characters have the height of the font, but 一 has the height of its single stroke, a twelfth of it, up in the
# middle of the line. (The character codes are right here; other readers give this file's 一 as the radical ⼀, U+2F00.)
# Why it matters: 一 is the commonest numeral of policies (第一条, 一次性奖励). Sorted by boxes it falls into a line of its own:
# 第 条 … 给予 次性奖励, and the article has lost its number. Origin and font size of a character make lines that hold.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
{ command -v chromium >/dev/null && fc-list :lang=zh | grep -q "Noto Sans CJK"; } || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypdfium2==5.15.2 2>/dev/null
echo "<meta charset=utf-8><p style=\"font:16pt 'Noto Sans CJK SC'\">第一条 给予一次性奖励</p>" > "$work/a.html"
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$work/a.pdf" "file://$work/a.html" >/dev/null 2>&1
"$work/venv/bin/python" - "$work/a.pdf" <<'PY' | tee "$work/seen"
import sys

import pypdfium2

page = pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage()
for index in range(page.count_chars()):
    character = page.get_text_range(index, 1)
    left, bottom, right, top = page.get_charbox(index, loose=True)
    if character.strip():
        print(character, "as high as its font" if 0.9 < (top - bottom) / 16 < 1.6 else f"{(top - bottom) / 16:.2f} of its font")
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
第 as high as its font
一 0.08 of its font
条 as high as its font
给 as high as its font
予 as high as its font
一 0.08 of its font
次 as high as its font
性 as high as its font
奖 as high as its font
励 as high as its font
SEEN
