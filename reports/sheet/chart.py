"""The chart sheet: numbers as the chart reads them, and the native chart beside them."""

from typing import Any

from charts.theme import ink_on
from reports.native import NativeChart, Series
from reports.office_chart import edge, gap, has_legend, hue, solid
from reports.sheet.book import FACE, Book
from wording.texts import text

_PATTERNS = {"ceiling": "wide_upward_diagonal", "floor": "percent_20", "range": "outlined_diamond"}
_FONT = {"name": FACE, "size": 9}


def add_chart(book: Book, sheet: Any, name: str, native: NativeChart, top: int, unit: str, alt: str, lang: str) -> None:
    """The data from line `top` on and the chart to the right of it."""
    first = text("reports.row_unit", lang, unit=unit) if unit else text("reports.row", lang)
    head = (first, *(series.name for series in native.series))
    rows = tuple((category, *(series.values[place] for series in native.series)) for place, category in enumerate(native.categories))
    book.table(sheet, top, head, rows, (44, *[14.0] * len(native.series)))
    last = top + len(rows)
    chart = book.file.add_chart({"type": "bar", **({"subtype": "stacked"} if native.is_stacked else {})})
    for place, series in enumerate(native.series):
        column = place + 1
        chart.add_series({
            "name": [name, top, column], "categories": [name, top + 1, 0, last, 0], "values": [name, top + 1, column, last, column],
            "gap": gap(native), "overlap": 100, **_look(native, series, place),
        })
    # in a bar chart XlsxWriter calls the vertical axis y, and that is the one with the categories
    chart.set_y_axis({"reverse": True, "num_font": _FONT, "label_position": "low", "interval_unit": 1, "major_tick_mark": "none", "crossing": "max"})
    ends = {key: end for key, end in (("min", 0 if native.low is None else native.low), ("max", native.high)) if end is not None}
    chart.set_x_axis({
        "name": native.axis, "name_font": {**_FONT, "bold": False}, "num_font": _FONT, "num_format": "General", **ends,
        "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}},
    })
    chart.set_legend({"position": "bottom", "font": _FONT} if has_legend(native) else {"none": True})
    chart.show_blanks_as("gap")
    chart.set_title({"none": True})
    chart.set_size({"width": 860, "height": max(320, min(90 + 21 * len(rows), 2400))})
    sheet.insert_chart(top, len(head) + 1, chart, {"description": alt[:1000], "object_position": 3})


def _look(native: NativeChart, series: Series, place: int) -> dict[str, Any]:
    """Solid for a fixed figure, hatched for a ceiling, hollow for a draft; nothing for the series that only pushes."""
    if series.invisible:
        return {"fill": {"none": True}, "border": {"none": True}}
    colour = hue(native, place)
    look: dict[str, Any] = {"border": {"color": colour, "width": edge(series)}}
    if series.shape in _PATTERNS:
        look["pattern"] = {"pattern": _PATTERNS[series.shape], "fg_color": colour, "bg_color": "#FFFFFF"}
    else:
        look["fill"] = {"color": solid(series, colour)}
    is_dark = series.shape == "exact" and not series.is_tentative
    font = {**_FONT, "color": ink_on(colour)} if native.is_stacked and is_dark else _FONT
    look["data_labels"] = {"value": True, "num_format": series.number_format, "font": font, "position": "center" if native.is_stacked else "outside_end"}
    return look
