#!/usr/bin/env bash
# python-docx 1.2.0 (PyPI, 2025-06), the usual reader of Word files.
# Expected: Paragraph.text, or iter_inner_content() of the document, gives the text that Word shows.
# What happens: words inside a tracked insertion, a content control or a smart tag are missing, and a whole paragraph or table inside
# a block-level content control is; nothing tells. The sentence that is left reads well, so nobody notices: 给予一次性奖励 without its
# sum, and 每给予50元补贴 where Word shows 每1平方米给予50元补贴 with a smart tag around the measure.
# Why it matters: drafts of official papers come with tracked changes, forms with controls, and Word 2003 marked measures and dates with
# smart tags by itself: a sum can be lost, or a threshold become a sum.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-docx==1.2.0 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import io

import docx
from docx.oxml import parse_xml
from docx.table import Table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


blocks = [
    "<w:p {0}>" + run("对国家级孵化器，给予") + '<w:ins w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">' + run("200万元") + "</w:ins>" + run("一次性奖励。") + "</w:p>",
    "<w:p {0}>" + run("按场地面积每") + '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chmetcnv">' + run("1平方米") + "</w:smartTag>" + run("给予50元补贴。") + "</w:p>",
    "<w:p {0}>" + run("对省级孵化器，给予") + "<w:sdt><w:sdtContent>" + run("100万元") + "</w:sdtContent></w:sdt>" + run("奖励。") + "</w:p>",
    "<w:sdt {0}><w:sdtContent><w:p>" + run("对市级孵化器，给予50万元奖励。") + "</w:p></w:sdtContent></w:sdt>",
]
made = docx.Document()
for block in blocks:
    body = made.element.body
    body.insert(len(body) - 1, parse_xml(block.format(W)))
held = io.BytesIO()
made.save(held)
for block in docx.Document(held).iter_inner_content():
    print("table" if isinstance(block, Table) else block.text)
PY
# Output seen (Word shows 200万元, 1平方米, 100万元 and a fourth paragraph):
diff "$work/seen" - <<'SEEN'
对国家级孵化器，给予一次性奖励。
按场地面积每给予50元补贴。
对省级孵化器，给予奖励。
SEEN
