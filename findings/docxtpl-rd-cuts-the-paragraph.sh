#!/usr/bin/env bash
# docxtpl 0.20.2 (PyPI, python-docx-template), the usual way to fill a Word template from data.
# Expected: a value with & or < (R&D, <500万元) is printed as it stands, or render() fails.
# What happens: without autoescape=True the value goes into the markup as it is, and the markup is then parsed with recovery: R&D cuts the paragraph
# behind the R, and the template's own words after the field go with it; <500 loses its "<", so that "under 500" reads as "500"; A<B takes all later
# paragraphs along. No error.
# Why it matters: R&D is the commonest term of this field, and "under" and "over" decide who is paid. The report that comes out is a valid Word file.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q docxtpl==0.20.2 python-docx==1.2.0 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import docx
from docxtpl import DocxTemplate

template = docx.Document()
template.add_paragraph("指标：{{ 指标 }}，目标见附表。")
template.add_paragraph("后一段。")
template.save("template.docx")
for escaped in (False, True):
    for words in ("全社会研发投入", "全社会R&D投入", "年投入<500万元", "A<B且C>D"):
        made = DocxTemplate("template.docx")
        made.render({"指标": words}, autoescape=escaped)
        made.save("made.docx")
        print("autoescape" if escaped else "as documented first", "|", words, "->", *[paragraph.text for paragraph in docx.Document("made.docx").paragraphs])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
as documented first | 全社会研发投入 -> 指标：全社会研发投入，目标见附表。 后一段。
as documented first | 全社会R&D投入 -> 指标：全社会R 后一段。
as documented first | 年投入<500万元 -> 指标：年投入500万元，目标见附表。 后一段。
as documented first | A<B且C>D -> 指标：A
autoescape | 全社会研发投入 -> 指标：全社会研发投入，目标见附表。 后一段。
autoescape | 全社会R&D投入 -> 指标：全社会R&D投入，目标见附表。 后一段。
autoescape | 年投入<500万元 -> 指标：年投入<500万元，目标见附表。 后一段。
autoescape | A<B且C>D -> 指标：A<B且C>D，目标见附表。 后一段。
SEEN
