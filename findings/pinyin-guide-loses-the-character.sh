#!/usr/bin/env bash
# Converters of documents on the pinyin that Word sets above a character (w:ruby; text:ruby in ODF): mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17),
# markitdown 0.1.9, python-docx 1.2.0, docx2python 3.7.1, docx2txt 0.9, odfpy 1.4.1 (PyPI).
# Expected: the reading is left out and the character kept: 涡阳县; at worst both are kept.
# What happens: four leave out the character with its reading (阳县), pandoc in .odt as well; the others put the reading before or behind it (guō涡阳县), so
# that a search for the name finds nothing. None says so.
# Why it matters: a reading is set above exactly those names that people read wrongly: 涡阳 (guō), 单县 (shàn), 莘县 (shēn). 阳县 is no place, and
# what is paid there is tied to none or to another.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17 'markitdown[docx]==0.1.9' docx2python==3.7.1 docx2txt==0.9 odfpy==1.4.1 2>/dev/null
cd "$work"
"$work/venv/bin/python" - 2>/dev/null <<'PY' | tee "$work/seen"
import docx
import docx2txt
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
from markitdown import MarkItDown
from odf import teletype, text
from odf.opendocument import OpenDocumentText

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUBY = ('<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="20"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>'
        "<w:rt><w:r><w:t>guō</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>涡</w:t></w:r></w:rubyBase></w:ruby></w:r>")
made = docx.Document()
made.element.body.insert(0, parse_xml(f"<w:p {W}><w:r><w:t>支持</w:t></w:r>{RUBY}<w:r><w:t>阳县企业</w:t></w:r></w:p>"))
made.save("a.docx")
print("python-docx", docx.Document("a.docx").paragraphs[0].text)
with open("a.docx", "rb") as file:
    print("mammoth", mammoth.extract_raw_text(file).value.strip())
print("markitdown", MarkItDown().convert("a.docx").text_content.strip())
print("pandoc docx", pypandoc.convert_file("a.docx", "plain").strip())
print("docx2txt", docx2txt.process("a.docx").strip())
print("docx2python", docx2python("a.docx").text.strip())

paragraph, ruby = text.P(), text.Ruby()
ruby.addElement(text.RubyBase(text="涡"))
ruby.addElement(text.RubyText(text="guō"))
paragraph.addText("支持")
paragraph.addElement(ruby)
paragraph.addText("阳县企业")
opened = OpenDocumentText()
opened.text.addElement(paragraph)
opened.save("a.odt")
print("pandoc odt", pypandoc.convert_file("a.odt", "plain").strip())
print("odfpy", teletype.extractText(opened.text))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
python-docx 支持阳县企业
mammoth 支持阳县企业
markitdown 支持阳县企业
pandoc docx 支持阳县企业
docx2txt 支持guō涡阳县企业
docx2python 支持guō涡阳县企业
pandoc odt 支持阳县企业
odfpy 支持涡guō阳县企业
SEEN
