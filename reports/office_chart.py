"""Native charts for Word and PowerPoint: python-pptx writes and styles the chart, the workbook behind it is our own.

python-pptx's own workbook writer would turn a category that begins with = into a formula.
"""

import io
from typing import Any

import xlsxwriter
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from charts.theme import OUTDATED, PALETTE, ink_on
from reports.native import NativeChart, Series

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
PATTERNS = {"ceiling": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "floor": MSO_PATTERN.PERCENT_20, "range": MSO_PATTERN.OUTLINED_DIAMOND}
MAIN_HUE = PALETTE[0]
PALE = "#DDDFE2"  # OUTDATED_FILL on white, which Office charts stand on
_GRID = RGBColor(0xD9, 0xD9, 0xD9)
_LABEL_MOST = 200


def chart_type(native: NativeChart) -> Any:
    """Horizontal bars, stacked or one over the other."""
    return XL_CHART_TYPE.BAR_STACKED if native.is_stacked else XL_CHART_TYPE.BAR_CLUSTERED


def chart_data(native: NativeChart) -> CategoryChartData:
    """Categories and series for python-pptx."""
    data = CategoryChartData(number_format="General")
    data.categories = list(native.categories)
    for series in native.series:
        data.add_series(series.name, list(series.values))
    return data


def workbook(native: NativeChart) -> bytes:
    """The workbook behind the chart, laid out as its XML refers to it: categories in A, series from B."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, SAFE) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(0, 0, 40)
        for row, category in enumerate(native.categories, 1):
            sheet.write_string(row, 0, category)
        for place, series in enumerate(native.series, 1):
            sheet.write_string(0, place, series.name)
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, place, value)
    return target.getvalue()


def style(chart: Chart, native: NativeChart, points: float) -> None:
    """Axes, legend and the fill of every series; hatched for ceilings, hollow for drafts."""
    chart.font.size = Pt(points)
    chart.has_title = False
    chart.has_legend = has_legend(native)
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    _axes(chart, native)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = gap(native), 100
    for place, (drawn, series) in enumerate(zip(plot.series, native.series, strict=True)):
        _fill(drawn, series, hue(native, place))
        if not series.invisible and len(native.categories) <= _LABEL_MOST:
            _labels(drawn, series, native, hue(native, place))


def faced(chart: Chart, east_asian: str, latin: str) -> None:
    """Both faces on every run, and ids that the schema allows."""
    _axis_ids(chart)
    _fonts(chart, east_asian, latin)


def has_legend(native: NativeChart) -> bool:
    """None on a timeline: its categories name drafts, and readers disagree on which entry a deleted one is, so that the
    series that only pushes would be named or a real one left out.
    """
    return not native.series[0].invisible


def gap(native: NativeChart) -> int:
    """Space between bars in percent of their width; a few bars shall not fill the chart."""
    return 35 if len(native.categories) > 6 else 150


def hue(native: NativeChart, place: int) -> str:
    """One hue for bars of one kind, one per part of a stack; grey for what is no longer in force."""
    if native.series[place].is_outdated:
        return OUTDATED
    if native.series[place].hue:
        return native.series[place].hue
    return PALETTE[place % len(PALETTE)] if native.is_stacked and not native.series[0].invisible else MAIN_HUE


def solid(series: Series, colour: str) -> str:
    """The fill of a bar without hatching: hollow for a draft, pale for what is no longer in force."""
    return "#FFFFFF" if series.is_tentative else PALE if series.is_outdated else colour


def edge(series: Series) -> float:
    """Points of the line around a bar; what is in force has the stronger one."""
    return 2 if series.is_tentative else 0.75 if series.is_outdated or series.shape == "exact" else 1.5


def _axes(chart: Chart, native: NativeChart) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    values._element.find(qn("c:crosses")).set("val", "max")  # below the last category; python-pptx's setter has no effect here
    names.tick_label_position, names.major_tick_mark = XL_TICK_LABEL_POSITION.LOW, XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    values.has_title = True
    values.axis_title.text_frame.text = native.axis
    values.minimum_scale = native.low if native.low is not None else 0
    if native.high is not None:
        values.maximum_scale = native.high
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb, values.major_gridlines.format.line.width = _GRID, Pt(0.5)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "General", False
    no_skip = names._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(no_skip)


def _fill(drawn: Any, series: Series, colour: str) -> None:
    rgb = RGBColor.from_string(colour.lstrip("#"))
    drawn.invert_if_negative = False
    if series.invisible:
        drawn.format.fill.background()
        drawn.format.line.fill.background()
        return
    if series.shape in PATTERNS:
        drawn.format.fill.patterned()
        drawn.format.fill.pattern = PATTERNS[series.shape]
        drawn.format.fill.fore_color.rgb, drawn.format.fill.back_color.rgb = rgb, RGBColor(0xFF, 0xFF, 0xFF)
    else:
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = RGBColor.from_string(solid(series, colour).lstrip("#"))
    drawn.format.line.color.rgb, drawn.format.line.width = rgb, Pt(edge(series))


def _labels(drawn: Any, series: Series, native: NativeChart, colour: str) -> None:
    labels = drawn.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = series.number_format, False
    if native.is_stacked:
        labels.position = XL_LABEL_POSITION.CENTER
        if series.shape == "exact" and not series.is_tentative:
            labels.font.color.rgb = RGBColor.from_string(ink_on(colour).lstrip("#"))
    else:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _axis_ids(chart: Chart) -> None:
    """python-pptx writes negative axis ids; the schema wants none below zero."""
    for tag in ("c:axId", "c:crossAx"):
        for axis in chart._chartSpace.iter(qn(tag)):
            axis.set("val", axis.get("val").lstrip("-"))


def _fonts(chart: Chart, east_asian: str, latin: str) -> None:
    """Name both faces on every run; without the East Asian one the viewer picks."""
    for tag in ("a:defRPr", "a:rPr"):
        for properties in chart._chartSpace.iter(qn(tag)):
            for name, face in (("a:latin", latin), ("a:ea", east_asian)):
                for old in properties.findall(qn(name)):
                    properties.remove(old)
                properties.append(properties.makeelement(qn(name), {"typeface": face}))
