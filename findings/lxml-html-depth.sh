#!/usr/bin/env bash
# lxml 6.1.3 (PyPI, 2026), html.HTMLParser(huge_tree=True), the parser under most HTML readers in Python.
# Expected: with huge_tree=True "very deep trees" are read (the documentation of the option), as a browser shows all of such a page;
# or an exception tells that the page was cut.
# What happens: at 2,048 elements one inside the other the tree simply ends: everything behind is missing, also text that stands after
# the deep part; no exception; only parser.error_log, which nobody asks, holds "Excessive depth".
# Why it matters: a page that opens a <div> or <span> per paragraph and closes them at the end, or never, as the templates of old
# government sites do, loses its last articles, and the text that is left looks whole.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q lxml==6.1.3 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from lxml import html

for paragraphs in (1000, 2000, 2100, 3000):
    page = "".join(f"<div>第{number}款 给予{number}元。" for number in range(1, paragraphs + 1)) + "</div>" * paragraphs + "<p>末条 本办法自印发之日起施行。</p>"
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    text = html.document_fromstring(page.encode(), parser=parser).text_content()
    print(paragraphs, "paragraphs,", text.count("款"), "read, last article", "read" if "末条" in text else "gone", [entry.message.split(":")[0] for entry in parser.error_log])
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
1000 paragraphs, 1000 read, last article read []
2000 paragraphs, 2000 read, last article read []
2100 paragraphs, 2046 read, last article gone ['Excessive depth in document']
3000 paragraphs, 2046 read, last article gone ['Excessive depth in document']
SEEN
