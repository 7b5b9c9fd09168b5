"""The native charts of a comparison for Word and PowerPoint, bars or points, behind one door."""

from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE

from reports import office_chart, office_scatter
from reports.native import NativeChart, native_charts
from reports.scatter import Scatter, scatter
from wording.answer import Answer

Native = NativeChart | Scatter


def charts_of(comparison: Answer, limit: int, most: int) -> tuple[Native, ...]:
    """The comparison as at most `most` bar charts of about `limit` categories, or as one chart of points; none for a pure matrix."""
    points = scatter(comparison)
    return (points,) if points else native_charts(comparison, limit, most)


def chart_type(native: Native) -> Any:
    """The type by python-pptx's name."""
    return XL_CHART_TYPE.XY_SCATTER if isinstance(native, Scatter) else office_chart.chart_type(native)


def chart_data(native: Native) -> CategoryChartData | XyChartData:
    """The data by which python-pptx writes the chart."""
    return office_scatter.chart_data(native) if isinstance(native, Scatter) else office_chart.chart_data(native)


def workbook(native: Native) -> bytes:
    """The workbook that opens behind the chart."""
    return office_scatter.workbook(native) if isinstance(native, Scatter) else office_chart.workbook(native)


def style(chart: Chart, native: Native, points: float, east_asian: str, latin: str) -> None:
    """Marks or bars, axes and legend, with both faces named."""
    if isinstance(native, Scatter):
        office_scatter.style(chart, native, points)
    else:
        office_chart.style(chart, native, points)
    office_chart.faced(chart, east_asian, latin)
