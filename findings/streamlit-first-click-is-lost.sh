#!/usr/bin/env bash
# streamlit 1.67.0 (PyPI) with a browser (playwright 1.65.2 driving an installed Chromium).
# Expected: when the server was replaced while a page was open (an update, a crash, another process behind a proxy, a laptop that slept),
# the browser connects again and the next click does what it says; the documentation says that the page reconnects by itself.
# What happens: it reconnects and runs nothing. The next click starts a new session in which no widget is known, so its on_change
# or on_click is not called: the click is lost although the widget shows it. Only the click after that works.
# Why it matters: an app that keeps its state from callbacks (as the documentation recommends) then shows a choice that it does not
# apply: a filter reads "B" above the figures of "A", without an error, until another click.
set -euo pipefail
browser=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$browser" ] || { echo "needs Chromium (Debian: chromium)" >&2; exit 1; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2 2>/dev/null
cat > "$work/app.py" <<'PY'
import streamlit as st

state = st.session_state
state.setdefault("chosen", "A")


def take() -> None:
    state.chosen = state.choice


st.radio("choice", ["A", "B", "C"], key="choice", on_change=take)
st.header(f"figures of {state.chosen}")
PY
cat > "$work/run.py" <<'PY'
import socket
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]


def start():
    process = subprocess.Popen([sys.executable, "-m", "streamlit", "run", sys.argv[1], "--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true",
                                "--browser.gatherUsageStats", "false"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
            return process
        except OSError:
            time.sleep(0.3)


server = start()
with sync_playwright() as playwright:
    window = playwright.chromium.launch(executable_path=sys.argv[2], chromium_sandbox=False)
    page = window.new_page()
    page.goto(f"http://127.0.0.1:{port}")
    page.get_by_role("heading").wait_for()

    def click(choice):
        page.get_by_text(choice, exact=True).click()
        page.wait_for_timeout(4000)
        print(f"chosen {page.get_by_role('radio', checked=True).get_attribute('value')} of 0..2:", page.get_by_role("heading").inner_text().strip())

    click("B")
    server.kill()
    server.wait()
    server = start()
    page.wait_for_timeout(8000)
    print("the server is another one")
    click("C")
    click("B")
    window.close()
server.kill()
PY
"$work/venv/bin/python" "$work/run.py" "$work/app.py" "$browser" | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
chosen 1 of 0..2: figures of B
the server is another one
chosen 2 of 0..2: figures of A
chosen 1 of 0..2: figures of B
SEEN
