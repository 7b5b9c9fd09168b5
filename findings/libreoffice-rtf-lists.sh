#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12, libreoffice-writer 4:7.4.7-1+deb12u14): Word file to .rtf, and legal numbering (w:isLgl).
# Expected: a list numbered 第一条, 第二条 keeps its words when the file is saved as RTF; a level with w:isLgl (ISO/IEC 29500-1, 17.9.4:
# all levels in decimal digits) prints 1.1 below 第一章.
# What happens: the RTF holds "?" for 第 and 条 in its list texts (the pattern is written in a code page, not as \u), so that the numbers come
# back as ?一?; and isLgl is not known: the text conversion prints 一.1.
# Why it matters: who converts official papers through LibreOffice gets articles whose numbers are no numbers, or other ones.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
command -v soffice >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-docx==1.2.0 2>/dev/null
"$work/venv/bin/python" - "$work/a.docx" <<'PY'
import sys

import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
made = docx.Document()
numbering = made.part.numbering_part.element
levels = [("chineseCounting", "第%1条", ""), ("decimal", "%1.%2", "<w:isLgl/>")]
inner = "".join(f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>' for place, (style, pattern, more) in enumerate(levels))
numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'))
numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
body = made.element.body
for place, words in ((0, "奖励国家级孵化器。"), (1, "给予200万元。"), (0, "奖励省级孵化器。")):
    body.insert(len(body) - 1, parse_xml(f'<w:p {W}><w:pPr><w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'))
made.save(sys.argv[1])
PY
convert() { soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$1" --outdir "$work/$2" "$3" >/dev/null 2>&1; }
convert txt:Text docx "$work/a.docx"
convert rtf rtf "$work/a.docx"
convert txt:Text back "$work/rtf/a.rtf"
{ soffice --version | head -1 | cut -d' ' -f1,2; echo "from .docx:"; sed 's/^\xef\xbb\xbf//' "$work/docx/a.txt" | tr -d '\t'; echo "from .rtf:"; sed 's/^\xef\xbb\xbf//' "$work/back/a.txt" | tr -d '\t'; } | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
LibreOffice 7.4.7.2
from .docx:
    第一条 奖励国家级孵化器。
        一.1 给予200万元。
    第二条 奖励省级孵化器。
from .rtf:
    ?一? 奖励国家级孵化器。
        一.1 给予200万元。
    ?二? 奖励省级孵化器。
SEEN
