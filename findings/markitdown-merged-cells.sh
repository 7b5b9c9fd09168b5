#!/usr/bin/env bash
# markitdown 0.1.9 (PyPI), Word files to Markdown for language models; its table writer is markdownify.
# Expected: below a cell merged downwards (国家级 over two rows) the next row keeps its columns: the cell repeated, or empty.
# What happens: the row below has one cell less, so everything in it moves one column to the left: 众创空间 stands under 层级 and 100万元 under 称号; the
# last column is empty. Nothing tells. A cell merged across keeps its columns.
# Why it matters: level, title and sum is the shape of most award tables, and levels are merged in nearly all. Read by column, the sums of every second
# row are missing and titles are levels; a model that reads the text ties 100万元 to nothing. pandoc's grid tables keep the columns.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q 'markitdown[docx]==0.1.9' python-docx==1.2.0 2>/dev/null
cd "$work"
"$work/venv/bin/python" - 2>/dev/null <<'PY' | tee "$work/seen"
import docx
from markitdown import MarkItDown

made = docx.Document()
rows = [("层级", "称号", "奖励"), ("国家级", "孵化器", "200万元"), ("", "众创空间", "100万元"), ("省级", "孵化器", "50万元"), ("合计", "", "350万元")]
table = made.add_table(len(rows), 3)
for row, words in zip(table.rows, rows, strict=True):
    for cell, said in zip(row.cells, words, strict=True):
        cell.text = said
table.cell(1, 0).merge(table.cell(2, 0)).text = "国家级"
table.cell(4, 0).merge(table.cell(4, 1)).text = "合计"
made.save("a.docx")
print(MarkItDown().convert("a.docx").text_content)
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
|  |  |  |
| --- | --- | --- |
| 层级 | 称号 | 奖励 |
| 国家级 | 孵化器 | 200万元 |
| 众创空间 | 100万元 |
| 省级 | 孵化器 | 50万元 |
| 合计 | | 350万元 |
SEEN
