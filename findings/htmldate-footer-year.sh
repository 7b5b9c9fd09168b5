#!/usr/bin/env bash
# htmldate 1.11.0 (PyPI, 2026-10), the usual reader of a page's date; trafilatura takes its date from it.
# Expected: a policy page that states 成文日期 2022年06月02日 and 发布日期 2022年06月08日 in its table of particulars, and whose text is
# signed 2022年6月2日, is dated 2022-06-08 (or 2022-06-02), or not at all.
# What happens: without <meta> tags it answers 2026-01-01, the first of January of the year in the footer's copyright line
# (© 2018-2026); without that line 2022-01-01, a day that stands nowhere on the page.
# Why it matters: a policy of 2022 gets the year in which its page was saved, and a precise day that nobody stated.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q htmldate==1.11.0 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from htmldate import find_date

PAGE = """<html><head><title>某市支持企业创新若干政策</title></head><body>
<table><tr><td>发文机关</td><td>某市人民政府</td><td>成文日期</td><td>2022年06月02日</td></tr>
<tr><td>发文字号</td><td>某政发〔2022〕9号</td><td>发布日期</td><td>2022年06月08日</td></tr></table>
<h1>某市支持企业创新若干政策</h1><p>各区人民政府：</p><p>一、首次通过认定的企业，奖励30万元。</p>
<p>二、本政策自2022年7月1日起施行，有效期至2024年12月31日。</p><p>某市人民政府</p><p>2022年6月2日</p>{footer}</body></html>"""
for footer in ("<div>版权所有 © 2018-2026 某市人民政府</div>", ""):
    page = PAGE.format(footer=footer)
    print("with a footer" if footer else "without", find_date(page, original_date=True), find_date(page, original_date=False))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
with a footer 2026-01-01 2026-01-01
without 2022-01-01 2022-01-01
SEEN
