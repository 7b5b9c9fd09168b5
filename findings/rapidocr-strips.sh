#!/usr/bin/env bash
# rapidocr 3.10.0 with onnxruntime 1.32.0 (PyPI), OCR with its models in the wheel.
# Expected: to save memory one gives it a page in strips; a strip takes the less memory and time the lower it is.
# What happens: the detector enlarges every picture whose shorter side has fewer than 736 points until it has (Det.limit_type: min,
# limit_side_len: 736), without a limit of the longer side after it. A strip of 2000 x 300 becomes 4900 x 736 and takes more memory than the
# whole page of 2000 x 1400 of which it is a fifth; a strip of half the page takes the least. With Det.limit_type: max it is as expected.
# Why it matters: a process with a limit of memory that reads a page line by line or band by band to stay below it is ended by what was meant to help.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q rapidocr==3.10.0 onnxruntime==1.32.0 2>/dev/null
cat > "$work/peak.py" <<'PY'
import logging
import sys
from pathlib import Path

import numpy
from rapidocr import RapidOCR

logging.disable(logging.INFO)
height, more = int(sys.argv[1]), {"Det.limit_type": "max", "Det.limit_side_len": 2000} if sys.argv[2:] else {}
page = numpy.full((height, 2000, 3), 255, dtype="uint8")
for y in range(20, height - 30, 60):  # marks in rows, as lines of a text
    page[y:y + 22, 100:1900:30] = 0
engine = RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False, "Global.use_rec": False, **more})
before = int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0])
engine(page)
peak = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
print((peak - before) // 1024)
PY
peak() { "$work/venv/bin/python" "$work/peak.py" "$@" 2>/dev/null | tail -1; }
page=$(peak 1400); half=$(peak 700); fifth=$(peak 300); fifth_max=$(peak 300 max)
echo "megabytes taken beyond the loaded engine: page of 2000 x 1400: $page, strip of 700: $half, strip of 300: $fifth, the same with limit_type max: $fifth_max"
{
  [ "$half" -lt "$page" ] && echo "half the page takes less than the page"
  [ "$fifth" -gt "$half" ] && echo "a fifth of the page takes more than half of it"
  [ $((fifth * 10)) -gt $((page * 8)) ] && echo "a fifth of the page takes as much as the page"
  [ $((fifth_max * 3)) -lt "$fifth" ] && echo "with limit_type max it takes less than a third of that"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
half the page takes less than the page
a fifth of the page takes more than half of it
a fifth of the page takes as much as the page
with limit_type max it takes less than a third of that
SEEN
