#!/usr/bin/env bash
# Packages: python-pptx 1.0.2 writes the charts; LibreOffice 7.4 (Debian's libreoffice-impress) shows them.
# Input: valid XY charts in PowerPoint files, as PowerPoint itself opens them (the same chart parts stand in Word files).
#   1  first series 3 points, second 6      2  the same, the first filled up with three missing points (ptCount 6)
#   3  a hollow mark (marker fill "no fill")    4  a mark filled white with a coloured line
# Expected: 1 and 2 show both series; 3 shows an outline; 4 shows a white mark with a coloured edge.
# What happens: 1 loses the whole first series, while its entry stays in the legend; 2 shows it. 3 is filled with the colour of
#   the line, so that a hollow mark looks like a filled one; 4 is drawn white without any line: nothing is to be seen.
# Why it matters: a chart of figures loses its first kind of figure without a word, and "hollow is a ceiling" is read as "fixed".
#   Fill the first series up to the longest, and let the shape of a mark carry its meaning, never its fill alone.
set -euo pipefail
command -v soffice >/dev/null || { echo "needs LibreOffice"; exit 2; }
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT; cd "$place"
python3 -m venv venv; venv/bin/pip -q install python-pptx==1.0.2 pypdfium2==5.15.0 pillow==12.3.0 2>/dev/null
cat > make.py <<'P'
from pptx import Presentation
from pptx.chart.data import XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Cm, Pt
RED, BLUE, WHITE = RGBColor(255, 0, 0), RGBColor(0, 0, 255), RGBColor(255, 255, 255)
deck = Presentation()
def chart(first, fill):
    data = XyChartData()
    one = data.add_series("first")
    for at in range(first):
        one.add_data_point(*((at + 1, 1) if at < 3 else (None, None)))
    two = data.add_series("second")
    for at in range(6):
        two.add_data_point(at + 1, 2)
    made = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, Cm(1), Cm(1), Cm(22), Cm(16), data).chart
    made.has_legend = False
    for series, hue in zip(made.plots[0].series, (RED, BLUE)):
        mark = series.marker
        mark.style, mark.size = XL_MARKER_STYLE.CIRCLE, 20
        mark.format.line.color.rgb, mark.format.line.width = hue, Pt(2)
        if fill == "none":
            mark.format.fill.background()
        else:
            mark.format.fill.solid()
            mark.format.fill.fore_color.rgb = WHITE if fill == "white" else hue
for first, fill in ((3, "own"), (6, "own"), (6, "none"), (6, "white")):
    chart(first, fill)
deck.save("charts.pptx")
P
venv/bin/python make.py
soffice "-env:UserInstallation=file://$place/profile" --headless --convert-to pdf charts.pptx >/dev/null 2>&1
cat > look.py <<'P'
import pypdfium2
def share(image, wanted):
    return sum(wanted(*pixel) for pixel in image.getdata())
for at, page in enumerate(pypdfium2.PdfDocument("charts.pdf"), 1):
    image = page.render(scale=1).to_pil().convert("RGB")
    red, blue = (share(image, lambda r, g, b: r > 200 and g < 80 and b < 80), share(image, lambda r, g, b: b > 200 and r < 80 and g < 80))
    print(at, "first series", "drawn" if red else "absent", "second series", "drawn" if blue else "absent", "filled" if blue > 1200 else "outline" if blue else "")
P
venv/bin/python look.py | sed 's/ *$//' | tee seen
cat > known <<'K'
1 first series absent second series drawn filled
2 first series drawn second series drawn filled
3 first series drawn second series drawn filled
4 first series absent second series absent
K
diff known seen && echo "as described"
