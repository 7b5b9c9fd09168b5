#!/usr/bin/env bash
# odfpy 1.4.1 (PyPI), teletype.extractText, the documented way to the text of an .odt paragraph.
# Expected: the words of the paragraph; comments and footnotes left out, as in pandoc, or put behind it; what was deleted under tracking is gone.
# What happens: a comment with its author stands within the sentence (奖励审核应为100万元200万元), a footnote's number and words likewise: 奖励50万元 with footnote 1
# reads 奖励501不重复享受万元. A deleted sum comes first of all, as a paragraph of its own, and the comment's paragraph again as another one.
# Why it matters: 50 becomes 501 and a reviewer's "should be 100" the first sum of the clause. Drafts for comment are just the files with comments.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q odfpy==1.4.1 pypandoc_binary==1.17 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import re
import zipfile

import pypandoc
from odf import dc, office, teletype, text
from odf.opendocument import OpenDocumentText, load

made = OpenDocumentText()
comment = office.Annotation()
comment.addElement(dc.Creator(text="审核"))
comment.addElement(text.P(text="应为100万元"))
note, body = text.Note(noteclass="footnote"), text.NoteBody()
note.addElement(text.NoteCitation(text="1"))
body.addElement(text.P(text="不重复享受"))
note.addElement(body)
for before, held, after in (("奖励", comment, "200万元。"), ("奖励50", note, "万元。"), ("奖励", None, "60万元。")):
    paragraph = text.P(text=before)
    if held is not None:
        paragraph.addElement(held)
    paragraph.addText(after)
    made.text.addElement(paragraph)
made.save("a.odt")
DELETED = ('<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>x</dc:creator>'
           "<dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>300万元</text:p></text:deletion></text:changed-region></text:tracked-changes>")
with zipfile.ZipFile("a.odt") as source, zipfile.ZipFile("b.odt", "w") as target:
    for name in source.namelist():
        content = source.read(name)
        if name == "content.xml":
            words = re.sub(r"(<office:text[^>]*>)", rf"\1{DELETED}", content.decode(), count=1)
            content = words.replace("60万元", '<text:change text:change-id="c1"/>60万元').encode()
        target.writestr(name, content)
print("odfpy", [teletype.extractText(paragraph) for paragraph in load("b.odt").getElementsByType(text.P)])
print("pandoc", pypandoc.convert_file("b.odt", "plain").split())
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
odfpy ['300万元', '奖励审核应为100万元200万元。', '应为100万元', '奖励501不重复享受万元。', '不重复享受', '奖励60万元。']
pandoc ['奖励200万元。', '奖励50[1]万元。', '奖励60万元。', '[1]', '不重复享受']
SEEN
