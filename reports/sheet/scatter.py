"""The chart sheet of a distribution: every point with its document and figure, and the native XY chart beside them."""

from typing import Any

from reports.office_scatter import FILLED, HUES, INK, LINES, RINGS
from reports.scatter import Dots, Scatter
from reports.sheet.book import FACE, Book
from wording.texts import text

_MARKS = {"exact": "circle", "bound": "triangle", "several": "circle", "tentative": "square", "outdated": "x", "named": "plus", "own": "plus"}
_FONT = {"name": FACE, "size": 9}
_GRID = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}
_NAME, _ACROSS, _UP, _WIDTH = 1, 2, 3, 5  # columns of the points


def add_scatter(book: Book, sheet: Any, name: str, scatter: Scatter, top: int, alt: str, lang: str) -> None:
    """The points from line `top` on, a series below the other, and the chart to the right of them."""
    up = scatter.up or text("reports.column.height", lang)
    head = (text("reports.column.kind", lang), text("reports.column.document", lang), scatter.axis, up, text("reports.column.words", lang))
    rows = tuple((series.name, dot.name, dot.x, dot.y, dot.words) for series in scatter.series for dot in series.dots)
    book.table(sheet, top, head, rows, (24, 28, 14, 14, 28))
    chart = book.file.add_chart({"type": "scatter"})
    first = top + 1
    for series in scatter.series:
        last = first + len(series.dots) - 1
        chart.add_series({
            "name": [name, first, 0], "categories": [name, first, _ACROSS, last, _ACROSS], "values": [name, first, _UP, last, _UP],
            **_look(series), **(_names(series, name, first) if series.names else {}),
        })
        first = last + 1
    across = {"name": scatter.axis, "name_font": {**_FONT, "bold": False}, "num_font": _FONT, "num_format": "General", "min": scatter.left, "max": scatter.right}
    chart.set_x_axis({**across, **({"major_unit": scatter.step} if scatter.step is not None else {}), "major_gridlines": {"visible": False} if scatter.up else _GRID})
    chart.set_y_axis({
        "min": 0, "max": scatter.top, "num_font": _FONT, "num_format": "General", "major_gridlines": _GRID if scatter.up else {"visible": False},
        **({"name": scatter.up, "name_font": {**_FONT, "bold": False}} if scatter.up else {"label_position": "none", "major_tick_mark": "none", "line": {"none": True}}),
    })
    hidden = [place for place, series in enumerate(scatter.series) if series.is_extra]
    chart.set_legend({"position": "bottom", "font": _FONT, **({"delete_series": hidden} if hidden else {})})
    chart.show_blanks_as("gap")
    chart.set_title({"none": True})
    chart.set_size({"width": 860, "height": round(max(320, 90 + 24 * scatter.lines))})
    sheet.insert_chart(top, _WIDTH + 1, chart, {"description": alt[:1000], "object_position": 3})


def _look(series: Dots) -> dict[str, Any]:
    """A line for quartiles, otherwise a mark without one; nothing for what only carries names."""
    if series.kind in LINES:
        hue, width = LINES[series.kind]
        return {"line": {"color": hue, "width": width}, "marker": {"type": "none"}}
    if series.kind == "heading":
        return {"line": {"none": True}, "marker": {"type": "none"}}
    hue = HUES[series.kind]
    fill = {"color": hue} if series.kind in FILLED else {"none": True}
    border = {"color": hue, "width": 2 if series.kind in RINGS else 1.5}
    return {"line": {"none": True}, "marker": {"type": _MARKS[series.kind], "size": RINGS.get(series.kind, series.size), "fill": fill, "border": border}}


def _names(series: Dots, name: str, first: int) -> dict[str, Any]:
    """The names themselves; one that XlsxWriter would take for a formula is a link to its cell, which LibreOffice shows as a number."""
    font = {**_FONT, "bold": series.kind != "named", "color": HUES.get(series.kind, INK)}
    quoted = name.replace("'", "''")
    custom = [{"value": f"='{quoted}'!$B${place + 1}" if dot.name.startswith("=") else dot.name, "font": font} for place, dot in enumerate(series.dots, first)]
    return {"data_labels": {"value": True, "custom": custom, "font": font, "position": series.names}}
