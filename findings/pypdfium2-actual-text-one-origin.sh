#!/usr/bin/env bash
# pypdfium2 5.15.2 (PyPI, 2026): FPDFText_GetCharOrigin and get_charbox on words that a PDF gives as /ActualText (ISO 32000, 14.9.4), here the same as drawn.
# Expected: each character has its own origin on the baseline, as it has without /ActualText; the attribute changes words, not places.
# What happens: all characters of the span have the origin of the first one. The boxes are the span cut into equal parts if it was drawn at once, and the
# first glyph cut into equal parts if it was drawn glyph by glyph, as most programs do: three digits then stand within one.
# Why it matters: readers sort characters by place and drop one that stands on its like, as print drivers draw twice to look bold: 500 becomes 50. Take the
# origin from the first character of a shared one and go along by the boxes.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypdfium2==5.15.2 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import ctypes

import pypdfium2
import pypdfium2.raw as raw


def pdf(drawn: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn), b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    ]
    out, places = b"%PDF-1.5\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


SPAN = b"/Span <</ActualText (500)>> BDC "
for name, drawn in (("plain", b"(500) Tj"), ("at once", SPAN + b"(500) Tj EMC"), ("glyph by glyph", SPAN + b"(5) Tj (0) Tj (0) Tj EMC")):
    page = pypdfium2.PdfDocument(pdf(b"BT /F1 20 Tf 100 700 Td %s ET" % drawn))[0].get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    places = []
    for index in range(3):
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        places.append((page.get_text_range(index, 1), "origin", round(x.value), "box from", round(page.get_charbox(index, loose=True)[0])))
    print(name, *places)
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
plain ('5', 'origin', 100, 'box from', 100) ('0', 'origin', 112, 'box from', 112) ('0', 'origin', 124, 'box from', 124)
at once ('5', 'origin', 100, 'box from', 102) ('0', 'origin', 100, 'box from', 113) ('0', 'origin', 100, 'box from', 123)
glyph by glyph ('5', 'origin', 100, 'box from', 102) ('0', 'origin', 100, 'box from', 105) ('0', 'origin', 100, 'box from', 107)
SEEN
