#!/usr/bin/env bash
# What Word prints from a field or a formula, read by mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17), docx2python 3.7.1, docx2txt 0.9, python-docx 1.2.0 (PyPI).
# Expected: 奖励50万元 where 50 is a calculated or inserted value (w:fldSimple); 1/3的费用 where the fraction is a field EQ \f(1,3), as Chinese Word and WPS
# set them for decades, or a formula (m:f); at worst a hint that something was left out.
# What happens: mammoth, pandoc and python-docx print 奖励万元: the sum is gone. The EQ fraction is gone in all five (补贴的费用: "all costs"), because it
# has no result text, only an instruction. The formula is gone in three, and docx2python writes 1/3 as 13.
# Why it matters: the number is what the sentence is about, and the sentence reads well without it: "a third of the costs" becomes "the costs".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17 docx2python==3.7.1 docx2txt==0.9 2>/dev/null
cd "$work"
"$work/venv/bin/python" - 2>/dev/null <<'PY' | tee "$work/seen"
import docx
import docx2txt
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python

SPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
          'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


paragraphs = {
    "value": run("奖励") + '<w:fldSimple w:instr=" =10*5 ">' + run("50") + "</w:fldSimple>" + run("万元。"),
    "EQ": run("补贴") + mark("begin") + r'<w:r><w:instrText xml:space="preserve"> EQ \f(1,3) </w:instrText></w:r>' + mark("end") + run("的费用。"),
    "formula": run("补贴") + "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>" + run("的费用。"),
}
for name, inner in paragraphs.items():
    made = docx.Document()
    made.element.body.insert(0, parse_xml(f"<w:p {SPACES}>{inner}</w:p>"))
    made.save("a.docx")
    with open("a.docx", "rb") as file:
        print(name, "| mammoth", mammoth.extract_raw_text(file).value.strip(), "| pandoc", pypandoc.convert_file("a.docx", "plain").strip(), end=" ")
    print("| python-docx", docx.Document("a.docx").paragraphs[0].text, "| docx2txt", docx2txt.process("a.docx").strip(), "| docx2python", docx2python("a.docx").text.strip())
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
value | mammoth 奖励万元。 | pandoc 奖励万元。 | python-docx 奖励万元。 | docx2txt 奖励50万元。 | docx2python 奖励50万元。
EQ | mammoth 补贴的费用。 | pandoc 补贴的费用。 | python-docx 补贴的费用。 | docx2txt 补贴的费用。 | docx2python 补贴的费用。
formula | mammoth 补贴的费用。 | pandoc 补贴$\frac{1}{3}$的费用。 | python-docx 补贴的费用。 | docx2txt 补贴的费用。 | docx2python 补贴<latex>13</latex>的费用。
SEEN
