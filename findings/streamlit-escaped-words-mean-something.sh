#!/usr/bin/env bash
# Streamlit 1.67.0 (PyPI) in a browser (playwright 1.65.2 with an installed Chromium): words escaped by backslashes, as its documentation says for Markdown.
# Expected: with a backslash before every mark that Markdown knows, words from a file are shown as they stand (CommonMark 2.4: any ASCII punctuation may be escaped).
# What happens: Streamlit looks for icons, addresses and arrows in the text that is left after Markdown was read, when no backslash is there any more:
# \:material/home\: is an icon, 甲 \-\> 乙 is 甲 → 乙, \>\= is ≥, \-\- is a long dash, www\. and https\:// are links. In a button's label the arrow is made and
# the address is not, in a checkbox both. \:rocket\: and \$ stay words.
# Why it matters: titles, files and notes of others are shown; "--" in a number of a document, "->" in a rule and "<=" in a condition become other characters,
# and an address in a title becomes a link. Only an invisible character (U+2060) within the sign keeps it.
set -euo pipefail
browser=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$browser" ] || { echo "needs Chromium (Debian: chromium)" >&2; exit 1; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2 2>/dev/null
cd "$work"
cat > words.py <<'PY'
import re

WORDS = [re.sub(r"([^\w\s/])", lambda found: "\\" + found[1] if found[1].isascii() else found[1], words)
         for words in ("甲 -> 乙", "企业 >= 5 家", "甲 -- 乙", ":material/home: 首页", "www.example.org 网站", "https://example.org", ":rocket: 火箭", "$5 至 $6")]
PY
cat > app.py <<'PY'
import streamlit as st

from words import WORDS

for words in WORDS:
    st.checkbox(words)
    st.button(words)
st.header("ready")
PY
cat > run.py <<'PY'
import re
import socket
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright

from words import WORDS

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
server = subprocess.Popen([sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true",
                           "--browser.gatherUsageStats", "false"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def shown(page, name):
    return [re.sub(r"<(/?\w+)[^>]*>", r"<\1>", held.locator("p").first.inner_html()) for held in page.get_by_test_id(name).all()]


try:
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
            break
        except OSError:
            time.sleep(0.3)
    with sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=sys.argv[1], chromium_sandbox=False)
        page = window.new_page()
        page.goto(f"http://127.0.0.1:{port}")
        page.get_by_test_id("stButton").nth(len(WORDS) - 1).locator("p").wait_for()
        page.get_by_role("heading", name="ready").wait_for()
        boxes, buttons = shown(page, "stCheckbox"), shown(page, "stButton")
        window.close()
finally:
    server.kill()
for words, box, button in zip(WORDS, boxes, buttons, strict=True):
    print(words, "| checkbox", box, "| button", button)
PY
"$work/venv/bin/python" run.py "$browser" | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
甲 \-\> 乙 | checkbox 甲 → 乙 | button 甲 → 乙
企业 \>\= 5 家 | checkbox 企业 ≥ 5 家 | button 企业 ≥ 5 家
甲 \-\- 乙 | checkbox 甲 — 乙 | button 甲 — 乙
\:material/home\: 首页 | checkbox <span>home</span> 首页 | button <span>home</span> 首页
www\.example\.org 网站 | checkbox <a>www.example.org</a> 网站 | button www.example.org 网站
https\://example\.org | checkbox <a>https://example.org</a> | button https://example.org
\:rocket\: 火箭 | checkbox :rocket: 火箭 | button :rocket: 火箭
\$5 至 \$6 | checkbox $5 至 $6 | button $5 至 $6
SEEN
