#!/usr/bin/env bash
# Streamlit 1.67.0 (PyPI): streamlit.testing.v1.AppTest and the pickers that take words which no option has (accept_new_options=True).
# Expected: in a page test set_value("...").run() gives such a word to st.selectbox and st.multiselect alike, as typing it in a browser does.
# What happens: the multiselect takes it; the selectbox raises ValueError in the test itself, before the page runs, because the test looks the word up among
# the options. The page works in a browser.
# Why it matters: what a callback makes of typed words in a single picker cannot be tested without a browser, and the error looks like one of the page.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 2>/dev/null
cat > "$work/app.py" <<'PY'
import streamlit as st

st.write("many", st.multiselect("many", ["alpha", "beta"], accept_new_options=True))
st.write("one", st.selectbox("one", ["alpha", "beta"], accept_new_options=True))
PY
cat > "$work/ask.py" <<'PY'
from streamlit.testing.v1 import AppTest

at = AppTest.from_file("app.py").run()
print("multiselect:", at.multiselect[0].set_value(["gamma"]).run().multiselect[0].value)
try:
    print("selectbox:", at.selectbox[0].set_value("gamma").run().selectbox[0].value)
except ValueError as error:
    print("selectbox: ValueError,", error)
PY
cd "$work"
"$work/venv/bin/python" ask.py 2>/dev/null | tee out.txt
diff out.txt - <<'OUT'
multiselect: ['gamma']
selectbox: ValueError, 'gamma' is not in list
OUT
echo "seen: the multiselect takes a new word in a page test, the selectbox does not"
