"""XY charts for Word and PowerPoint: python-pptx writes them, marks and names are set point by point, the workbook is our own."""

import io
from typing import Any

import xlsxwriter
from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from charts.theme import OUTDATED, PALETTE
from reports.office_chart import MAIN_HUE, SAFE
from reports.scatter import Dot, Dots, Scatter

INK = "#1F2933"
HUES = {"exact": MAIN_HUE, "bound": MAIN_HUE, "several": MAIN_HUE, "outdated": OUTDATED, "tentative": INK, "named": INK, "own": PALETTE[1]}
# The shape alone says it: LibreOffice fills a hollow mark with the colour of its line, and one filled white it does not draw at all.
_MARKS = {
    "exact": XL_MARKER_STYLE.CIRCLE, "bound": XL_MARKER_STYLE.TRIANGLE, "several": XL_MARKER_STYLE.CIRCLE, "tentative": XL_MARKER_STYLE.SQUARE,
    "outdated": XL_MARKER_STYLE.X, "named": XL_MARKER_STYLE.PLUS, "own": XL_MARKER_STYLE.PLUS,
}
FILLED = ("exact", "several")
RINGS = {"named": 12, "own": 15}  # points of a mark that stands around another
_PLACES = {"above": XL_LABEL_POSITION.ABOVE, "below": XL_LABEL_POSITION.BELOW, "left": XL_LABEL_POSITION.LEFT, "right": XL_LABEL_POSITION.RIGHT}
LINES = {"middle": ("#C9DCEF", 11.0), "median": (INK, 2.0)}
_GRID = RGBColor(0xD9, 0xD9, 0xD9)


def padded(scatter: Scatter) -> tuple[tuple[Dots, tuple[Dot, ...]], ...]:
    """Every series with its points, the first filled up with missing ones: LibreOffice does not draw a first series that is shorter than a later one."""
    longest = max(len(series.dots) for series in scatter.series)
    first, *others = scatter.series
    return ((first, (*first.dots, *[Dot()] * (longest - len(first.dots)))), *((series, series.dots) for series in others))


def chart_data(scatter: Scatter) -> XyChartData:
    """Points and series for python-pptx, which leaves out the point of a missing value."""
    data = XyChartData(number_format="General")
    for series, dots in padded(scatter):
        added = data.add_series(series.name)
        for dot in dots:
            added.add_data_point(dot.x, dot.y)
    return data


def workbook(scatter: Scatter) -> bytes:
    """The workbook behind the chart, one block per series where its XML refers to it: across in A, up in B, then document and figure."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, SAFE) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(2, 3, 28)
        row = 0
        for series, dots in padded(scatter):
            sheet.write_string(row, 0, scatter.axis)
            sheet.write_string(row, 1, series.name)
            for place, dot in enumerate(dots, row + 1):
                for column, value in enumerate((dot.x, dot.y)):
                    if value is not None:
                        sheet.write_number(place, column, value)
                sheet.write_string(place, 2, dot.name)
                sheet.write_string(place, 3, dot.words)
            row += len(dots) + 2
    return target.getvalue()


def style(chart: Chart, scatter: Scatter, points: float) -> None:
    """Axes, legend, and the mark or line of every series."""
    chart.font.size = Pt(points)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(chart, scatter)
    for place, (drawn, series) in enumerate(zip(chart.plots[0].series, scatter.series, strict=True)):
        _look(drawn, series)
        if series.names:
            _names(drawn, series, points)
        if series.is_extra:
            _without_entry(chart, place)


def _axes(chart: Chart, scatter: Scatter) -> None:
    across, up = chart.category_axis, chart.value_axis
    across.minimum_scale, across.maximum_scale = scatter.left, scatter.right
    up.minimum_scale, up.maximum_scale = 0, scatter.top
    across.has_title = True
    across.axis_title.text_frame.text = scatter.axis
    if scatter.step is not None:
        across.major_unit = scatter.step
    across.has_major_gridlines = not scatter.up
    up.has_major_gridlines = bool(scatter.up)
    grid = (up if scatter.up else across).major_gridlines.format.line
    grid.color.rgb, grid.width = _GRID, Pt(0.5)
    if scatter.up:
        up.has_title = True
        up.axis_title.text_frame.text = scatter.up
    else:
        up.tick_label_position, up.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
        up.format.line.fill.background()
    for axis in (across, up):
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "General", False


def _look(drawn: Any, series: Dots) -> None:
    line = drawn.format.line
    if series.kind in LINES:
        hue, width = LINES[series.kind]
        line.color.rgb, line.width, line.dash_style = RGBColor.from_string(hue.lstrip("#")), Pt(width), MSO_LINE.SOLID
        drawn.marker.style = XL_MARKER_STYLE.NONE
        return
    line.fill.background()
    if series.kind == "heading":
        drawn.marker.style = XL_MARKER_STYLE.NONE
        return
    rgb, mark = RGBColor.from_string(HUES[series.kind].lstrip("#")), drawn.marker
    mark.style, mark.size = _MARKS[series.kind], RINGS.get(series.kind, series.size)
    if series.kind in FILLED:
        mark.format.fill.solid()
        mark.format.fill.fore_color.rgb = rgb
    else:
        mark.format.fill.background()
    mark.format.line.color.rgb, mark.format.line.width = rgb, Pt(2 if series.kind in RINGS else 1.5)


def _names(drawn: Any, series: Dots, points: float) -> None:
    for place, dot in enumerate(series.dots):
        label = drawn.points[place].data_label
        label.position = _PLACES[series.names]
        label.text_frame.word_wrap = False
        run = label.text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold = dot.name, Pt(points), series.kind != "named"
        run.font.color.rgb = RGBColor.from_string(HUES.get(series.kind, INK).lstrip("#"))


def _without_entry(chart: Chart, place: int) -> None:
    """No entry in the legend for a series that only carries names; such ones are the last, so that every reader counts alike."""
    legend = chart.legend._element
    entry = legend.makeelement(qn("c:legendEntry"), {})
    for name, value in (("c:idx", str(place)), ("c:delete", "1")):
        entry.append(entry.makeelement(qn(name), {"val": value}))
    before = [legend.find(qn("c:legendPos")), *legend.findall(qn("c:legendEntry"))]
    before[-1].addnext(entry)
