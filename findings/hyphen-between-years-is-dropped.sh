#!/usr/bin/env bash
# docx2python 3.7.1 and docx2txt 0.9 (PyPI): the non-breaking hyphen of Word (Ctrl+Shift+_, w:noBreakHyphen), with which ranges are kept on one line.
# Expected: 2021-2025年 and 20-30万元, as python-docx, mammoth and pandoc give them; or a space.
# What happens: the hyphen is no text in the file but an element, and both drop it: 20212025年 and 2030万元. Nothing tells.
# Why it matters: the two ends of a range become one number: a reward of 20 to 30 becomes one of 2030, a plan's years a number that no date reader
# takes. Only ranges that an author took care of are hit, so that samples of other documents pass.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q docx2python==3.7.1 docx2txt==0.9 python-docx==1.2.0 mammoth==1.13.0 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import docx
import docx2txt
import mammoth
from docx.oxml import OxmlElement
from docx2python import docx2python

made = docx.Document()
paragraph = made.add_paragraph()
for words in ("规划期2021", None, "2025年，奖励20", None, "30万元。"):
    run = paragraph.add_run(words or "")
    if not words:
        run._r.append(OxmlElement("w:noBreakHyphen"))
made.save("a.docx")
print("docx2python", docx2python("a.docx").text.strip())
print("docx2txt", docx2txt.process("a.docx").strip())
print("python-docx", docx.Document("a.docx").paragraphs[0].text)
with open("a.docx", "rb") as file:
    print("mammoth", mammoth.extract_raw_text(file).value.strip().replace("\u2011", "(U+2011)"))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
docx2python 规划期20212025年，奖励2030万元。
docx2txt 规划期20212025年，奖励2030万元。
python-docx 规划期2021-2025年，奖励20-30万元。
mammoth 规划期2021(U+2011)2025年，奖励20(U+2011)30万元。
SEEN
