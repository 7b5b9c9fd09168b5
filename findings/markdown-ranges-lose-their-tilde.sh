#!/usr/bin/env bash
# Streamlit 1.67.0 in a browser (playwright 1.65.2 with an installed Chromium), pandoc 3.9 (pypandoc_binary 1.17) and markdown-it-py 4.0.0 (PyPI) on ranges.
# Expected: 支持5~10万元，最高20~30万元 is text: strikethrough takes two tildes, and a range has one.
# What happens: Streamlit (GitHub's Markdown with single tildes) strikes out what stands between the two and drops the tildes: what is left to read is
# 5 10万元，最高20 30万元 with its middle struck through. pandoc's own Markdown makes the middle a subscript. One range alone stays, and so do ranges with
# spaces around (English): the marks need no room in Chinese, where nothing is set apart by spaces. markdown-it-py leaves it.
# Why it matters: ~ is the usual sign for "from ... to" in Chinese; a sentence with two ranges shows other sums than it says, copied it reads 510 and 2030,
# and a struck sum says "no longer". A backslash before each tilde holds in both.
set -euo pipefail
browser=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$browser" ] || { echo "needs Chromium (Debian: chromium)" >&2; exit 1; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2 pypandoc_binary==1.17 markdown-it-py==4.0.0 2>/dev/null
cd "$work"
cat > words.py <<'PY'
WORDS = ["支持5~10万元，最高20~30万元", "支持5~10万元，最高30万元", "from 5 ~ 10 to 20 ~ 30", r"支持5\~10万元，最高20\~30万元"]
PY
cat > app.py <<'PY'
import streamlit as st

from words import WORDS

for words in WORDS:
    st.checkbox(words)
st.header("ready")
PY
cat > run.py <<'PY'
import re
import socket
import subprocess
import sys
import time
import urllib.request

import pypandoc
from markdown_it import MarkdownIt
from playwright.sync_api import sync_playwright

from words import WORDS

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
server = subprocess.Popen([sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true",
                           "--browser.gatherUsageStats", "false"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
        page.get_by_test_id("stCheckbox").nth(len(WORDS) - 1).locator("p").wait_for()
        page.get_by_role("heading", name="ready").wait_for()
        shown = [label.locator("p").inner_html() for label in page.get_by_test_id("stCheckbox").all()]
        window.close()
finally:
    server.kill()
for words, html in zip(WORDS, shown, strict=True):
    print(words)
    print("  streamlit", re.sub(r"<(/?\w+)[^>]*>", r"<\1>", html))
    print("  pandoc", pypandoc.convert_text(words, "html", format="markdown").strip())
    print("  markdown-it-py", MarkdownIt("js-default").renderInline(words))
PY
"$work/venv/bin/python" run.py "$browser" | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
支持5~10万元，最高20~30万元
  streamlit 支持5<del>10万元，最高20</del>30万元
  pandoc <p>支持5<sub>10万元，最高20</sub>30万元</p>
  markdown-it-py 支持5~10万元，最高20~30万元
支持5~10万元，最高30万元
  streamlit 支持5~10万元，最高30万元
  pandoc <p>支持5~10万元，最高30万元</p>
  markdown-it-py 支持5~10万元，最高30万元
from 5 ~ 10 to 20 ~ 30
  streamlit from 5 ~ 10 to 20 ~ 30
  pandoc <p>from 5 ~ 10 to 20 ~ 30</p>
  markdown-it-py from 5 ~ 10 to 20 ~ 30
支持5\~10万元，最高20\~30万元
  streamlit 支持5~10万元，最高20~30万元
  pandoc <p>支持5~10万元，最高20~30万元</p>
  markdown-it-py 支持5~10万元，最高20~30万元
SEEN
