#!/usr/bin/env bash
# Streamlit 1.67.0 (PyPI): streamlit.testing.v1.AppTest, the documented way to test an app without a browser, and multiprocessing (spawn) in the same
# process afterwards, as in a test run that has both.
# Expected: after AppTest.run() the process is as before; a spawned worker imports its function's module and calls it.
# What happens: sys.modules["__main__"] stays the app's script. multiprocessing reads __main__.__file__ there, so each spawned worker first runs the whole
# app without Streamlit around it; where that raises, the worker dies before its function is called and the parent waits for an answer that never comes.
# Why it matters: a suite that passes alone stands still behind any test of a page, one worker after the other, and names no cause. Putting another module
# in place of __main__ before the first worker mends it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 2>/dev/null
cat > "$work/app.py" <<'PY'
import sys

import streamlit as st

if __name__ == "__mp_main__":
    print("a worker runs the app", flush=True)
st.write("page")
PY
cat > "$work/work.py" <<'PY'
def double(number):
    return 2 * number
PY
cat > "$work/both.py" <<'PY'
import multiprocessing
import os
import sys

import work
from streamlit.testing.v1 import AppTest


def main():
    before = os.path.basename(sys.modules["__main__"].__file__)
    AppTest.from_file("app.py").run()
    print("main before:", before, "after:", os.path.basename(sys.modules["__main__"].__file__), flush=True)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print("answer:", pool.map(work.double, [21]), flush=True)


if __name__ == "__main__":
    main()
PY
(cd "$work" && "$work/venv/bin/python" both.py 2>/dev/null) | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
main before: both.py after: app.py
a worker runs the app
answer: [42]
SEEN
