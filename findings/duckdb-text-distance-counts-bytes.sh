#!/usr/bin/env bash
# duckdb 2.0.0 (PyPI, 2026): levenshtein, damerau_levenshtein, hamming and jaccard, the functions for names that are nearly alike.
# Expected: one character put in, taken away or replaced is a distance of 1, as length() and substring() of duckdb count characters.
# What happens: they count bytes of UTF-8. A character left out is 3; one replaced is 1, 2 or 3, by how many bytes the two happen to share: 东 and 丝 are 1
# apart, 东 and 西 3; two characters in the other order are 6 even with swaps. jaccard takes bytes for letters as well: 市 and 县 are alike by 0.2.
# Why it matters: a threshold ("at most one character off") that ties titles and places of two documents together takes misprints of some
# characters and refuses others, and takes 1 for names that are simply different. Nothing in the numbers shows it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q duckdb==2.0.0 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import duckdb

pairs = [("东城区", "丝城区"), ("东城区", "西城区"), ("众创空间", "众创空閒"), ("威海市", "威海"), ("威海", "海威"), ("市", "县"), ("weihai", "weiha")]
for one, other in pairs:
    length, edits, swaps, alike = duckdb.execute("SELECT length($1), levenshtein($1, $2), damerau_levenshtein($1, $2), round(jaccard($1, $2), 2)", [one, other]).fetchall()[0]
    print(one, other, "| characters", length, "levenshtein", edits, "with swaps", swaps, "jaccard", alike)
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
东城区 丝城区 | characters 3 levenshtein 1 with swaps 1 jaccard 0.78
东城区 西城区 | characters 3 levenshtein 3 with swaps 3 jaccard 0.45
众创空间 众创空閒 | characters 4 levenshtein 2 with swaps 2 jaccard 0.77
威海市 威海 | characters 3 levenshtein 3 with swaps 3 jaccard 0.75
威海 海威 | characters 2 levenshtein 6 with swaps 6 jaccard 1.0
市 县 | characters 1 levenshtein 2 with swaps 2 jaccard 0.2
weihai weiha | characters 6 levenshtein 1 with swaps 1 jaccard 1.0
SEEN
