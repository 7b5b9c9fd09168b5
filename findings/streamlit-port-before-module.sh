#!/usr/bin/env bash
# streamlit 1.67.0 (PyPI): `streamlit run` of a module that makes an st.App.
# Expected: the module is imported first, so that it can look at the options (server.address) and refuse before anything is opened or
# announced; a module that leaves with an exit code was never said to be served.
# What happens: the port is bound and "You can now view your Streamlit app" is printed with its address before the module is
# imported. The options can be read at import, and the exit code is kept, but the address was announced and the port already taken.
# Why it matters: a service that must not start on an address that others reach can refuse only after it was announced; a script that waits for that
# line takes it for running; an entry that opens its own port of that number in its module finds it taken by itself.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 2>/dev/null
cd "$work"
echo 'import streamlit as st; st.title("page")' > page.py
cat > service.py <<'PY'
import socket
import sys

import streamlit as st

with socket.socket() as probe:
    taken = probe.connect_ex(("127.0.0.1", st.get_option("server.port"))) == 0
print(f"module imported; address {st.get_option('server.address')}; port taken: {taken}", flush=True)
sys.exit(3)
app = st.App("page.py")
PY
port=$("$work/venv/bin/python" -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
code=0
"$work/venv/bin/streamlit" run service.py --server.headless true --server.address 127.0.0.1 --server.port "$port" --browser.gatherUsageStats false > out 2>&1 || code=$?
{ grep -E "can now view|module imported" out | sed -E 's/^ +//'; echo "exit code $code"; } | tee "$work/seen"
# Output seen:
diff "$work/seen" - <<'SEEN'
You can now view your Streamlit app in your browser.
module imported; address 127.0.0.1; port taken: True
exit code 3
SEEN
