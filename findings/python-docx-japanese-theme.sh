#!/usr/bin/env bash
# python-docx 1.2.0 (PyPI): the theme of the document that it begins with.
# Expected: a template without a language of its own for East Asian text, so that Chinese text set in a style's theme face gets a Chinese face.
# What happens: settings.xml names Japanese (themeFontLang ja-JP) and the theme no East Asian face, so Word takes the theme's Japanese entry:
# 主题 in a heading stands in MS Gothic, and characters that differ between the two scripts (直, 骨, 令) in their Japanese form.
# Nothing of it shows in what one writes with explicit faces; it shows in what the reader adds: a new Heading 3 looks like another file.
# Why it matters: a report that an official goes on writing in. Setting faces of the styles in use is not enough: theme and themeFontLang too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-docx==1.2.0 2>/dev/null
"$work/venv/bin/python" - "$work/a.docx" <<'PY' | tee "$work/seen"
import re
import sys
import zipfile

from docx import Document

document = Document()
document.add_heading("主题", 1)
document.save(sys.argv[1])
parts = {name: zipfile.ZipFile(sys.argv[1]).read(name).decode() for name in ("word/settings.xml", "word/theme/theme1.xml", "word/styles.xml")}
print(re.search(r"<w:themeFontLang[^>]*>", parts["word/settings.xml"]).group())
print("East Asian faces of the theme:", re.findall(r'<a:ea typeface="([^"]*)"', parts["word/theme/theme1.xml"]))
print("its Japanese entries:", re.findall(r'script="Jpan" typeface="([^"]*)"', parts["word/theme/theme1.xml"]))
heading = re.search(r'w:styleId="Heading3">.*?</w:style>', parts["word/styles.xml"], re.DOTALL).group()
print("Heading 3:", re.search(r'w:eastAsiaTheme="[^"]*"', heading).group())
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>
East Asian faces of the theme: ['', '']
its Japanese entries: ['ＭＳ ゴシック', 'ＭＳ 明朝']
Heading 3: w:eastAsiaTheme="majorEastAsia"
SEEN
