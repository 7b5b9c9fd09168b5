#!/usr/bin/env bash
# Readers of PDF text: pypdf 7.1.0, pdfplumber 0.11.10, pymupdf 2.0, pypdfium2 5.15.2 (PyPI), on two things that ISO 32000 provides for.
# Expected: each of the four gives what the page shows: 奖励200万元 printed bold by drawing it twice with a small offset, as printer drivers and WPS do for faces
# without a bold one; and 奖励500万元 whose figure carries /ActualText (14.9.4), there for what is drawn by other glyphs than its characters.
# What happens: drawn twice character by character, pypdf and pdfplumber read 220000万元; drawn twice as a whole, pdfplumber still does and pypdf and
# pymupdf give the sentence twice; pdfium gives it once. With ActualText 200 over a drawn 500, pypdf and pdfplumber say 500, pymupdf and pdfium 200.
# Why it matters: sums in bold are the ones that count, and one becomes a thousand times larger; two readers that "confirm" each other may both be wrong, and
# the pair that is right for the one file is not the pair that is right for the other.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypdf==7.1.0 pdfplumber==0.11.10 pymupdf==2.0 pypdfium2==5.15.2 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import io

import pdfplumber
import pymupdf
import pypdf
import pypdfium2


def pdf(drawn: bytes) -> bytes:
    """One page in a standard Chinese face, characters in UCS-2."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ]
    out, places = b"%PDF-1.5\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 8\n0000000000 65535 f \n%strailer<</Size 8/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def show(words: str, left: float) -> bytes:
    return b"BT /F1 14 Tf %.2f 700 Td <%s> Tj ET " % (left, words.encode("utf-16-be").hex().encode())


WORDS = "奖励200万元"
files = {
    "once": show(WORDS, 50),
    "twice, by character": b"".join(show(one, 50 + 14 * place + offset) for place, one in enumerate(WORDS) for offset in (0, 0.4)),
    "twice, as a whole": show(WORDS, 50) + show(WORDS, 50.4),
    "500 with ActualText 200": show("奖励", 50) + b"/Span <</ActualText <FEFF003200300030>>> BDC " + show("500", 78) + b"EMC " + show("万元", 120),
}
for name, drawn in files.items():
    data = pdf(drawn)
    with pdfplumber.open(io.BytesIO(data)) as opened:
        plumbed = opened.pages[0].extract_text()
    read = {"pypdf": pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(), "pdfplumber": plumbed, "pymupdf": pymupdf.open(stream=data).load_page(0).get_text(),
            "pdfium": pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()}
    print(name, *(f"| {reader} {' / '.join(words.split())}" for reader, words in read.items()))
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
once | pypdf 奖励200万元 | pdfplumber 奖励200万元 | pymupdf 奖励200万元 | pdfium 奖励200万元
twice, by character | pypdf 奖奖励励220000万万元元 | pdfplumber 奖奖励励220000万万元元 | pymupdf 奖励200万元 | pdfium 奖励200万元
twice, as a whole | pypdf 奖励200万元奖励200万元 | pdfplumber 奖奖励励220000万万元元 | pymupdf 奖励200万元 / 奖励200万元 | pdfium 奖励200万元
500 with ActualText 200 | pypdf 奖励500万元 | pdfplumber 奖励500万元 | pymupdf 奖励200万元 | pdfium 奖励200万元
SEEN
