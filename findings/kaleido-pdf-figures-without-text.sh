#!/usr/bin/env bash
# kaleido 1.5.0 and plotly 7.1.0 (PyPI) with Chromium 156 and fonts-noto-cjk (Debian 12): a bar chart written as PDF.
# Expected: every label is text: found by a search, copied as it stands.
# What happens: figures (50, ≤100) are drawn but are no text: pypdf gives NUL characters, pdfium U+FFFE or nothing. 见 and 支 are read back as the radicals ⻅ (U+2EC5) and ⽀ (U+2F40) of the same shape; NFKC
# turns the second into 支 and leaves the first. The browser picks, for figures, glyphs that no character of the font's table leads to,
# and of two characters with one glyph it names the lower one.
# Why it matters: the sums are what a report is searched for. Looking at the file shows nothing; a test of Latin labels passes. A face with
# one character per glyph and no features, embedded in the page, is read back as it was written.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
{ command -v chromium >/dev/null && fc-list :lang=zh | grep -q "Noto Sans CJK"; } || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q kaleido==1.5.0 plotly==7.1.0 pypdf==7.1.0 pypdfium2==5.15.2 2>/dev/null
"$work/venv/bin/python" - "$work/a.pdf" 2>/dev/null <<'PY' | tee "$work/seen"
import sys

import plotly.graph_objects as go
import pypdf
import pypdfium2

if __name__ == "__main__":
    figure = go.Figure(go.Bar(orientation="h", y=["甲", "乙"], x=[50, 100], text=["50", "≤100"], textposition="outside"))
    figure.update_layout(font_family="Noto Sans CJK SC", xaxis_visible=False, yaxis_showticklabels=False, title="未见支持")
    figure.write_image(sys.argv[1])
    for name, words in (
        ("pypdf", pypdf.PdfReader(sys.argv[1]).pages[0].extract_text()),
        ("pdfium", pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage().get_text_range()),
    ):
        print(name, "100" in words, "50" in words, ["U+%04X" % ord(one) for one in words if 0x2E80 <= ord(one) < 0x2FE0])
PY
# Output seen: neither 100 nor 50 is found, 见 and 支 are radicals
diff "$work/seen" - <<'SEEN'
pypdf False False ['U+2EC5', 'U+2F40']
pdfium False False ['U+2EC5', 'U+2F40']
SEEN
