#!/usr/bin/env bash
# easyofd 20260427 (PyPI), a reader of OFD (GB/T 33190), the national format for official papers.
# Expected: its parsed pages hold the text that the file shows: what the standard marks Visible="false" is not among it, a template
# page stands on every page that names it, and a file whose markup uses the standard's namespace as default namespace reads alike.
# What happens: hidden text is handed out like any other (999万元 beside the 200万元 that is shown); a template is put on the first page
# only; with the default namespace (valid XML, same names) no page is found and reading ends in an IndexError.
# Why it matters: versions of a paper keep replaced sums as hidden objects; a sum that nobody sees is read as said.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q easyofd==20260427 2>/dev/null
"$work/venv/bin/python" -W ignore - 2>/dev/null <<'PY' | tee "$work/seen"
import base64
import io
import zipfile

from loguru import logger

logger.remove()
from easyofd import OFD

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(words, y, more=""):
    return (f'<ofd:TextObject ID="1" Boundary="28 {y} 150 8" Font="4" Size="5" {more}>'
            f'<ofd:TextCode X="0" Y="5" DeltaX="g {len(words) - 1} 5">{words}</ofd:TextCode></ofd:TextObject>')


def ofd(pages, prefix=True):
    parts = {
        "OFD.xml": f'<ofd:OFD {SPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f'<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>'
                              '<ofd:TemplatePage ID="90" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>'
                              + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))) + "</ofd:Pages></ofd:Document>",
        "Doc_0/Tpls/Tpl_0/Content.xml": f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID='3'>{text('眉', 12)}</ofd:Layer></ofd:Content></ofd:Page>",
    }
    for n, objects in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{n}/Content.xml"] = f'<ofd:Page {SPACE}><ofd:Template TemplateID="90"/><ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content if prefix else content.replace("xmlns:ofd=", "xmlns=").replace("<ofd:", "<").replace("</ofd:", "</"))
    return base64.b64encode(held.getvalue()).decode()


def words_of(data):
    reader = OFD()
    try:
        reader.read(data, fmt="b64")
    except Exception as error:
        return type(error).__name__
    return [[item["text"] for item in page["text_list"]] for page in reader.data[0]["page_info"].values()]


print("hidden", words_of(ofd([text("给予999万元奖励。", 40, 'Visible="false"') + text("给予200万元奖励。", 60)])))
print("template", words_of(ofd([text("甲", 40), text("乙", 40)])))
print("default namespace", words_of(ofd([text("甲", 40)], prefix=False)))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
hidden [['眉', '给予999万元奖励。', '给予200万元奖励。']]
template [['眉', '甲'], ['乙']]
default namespace IndexError
SEEN
