"""The one door to charts: a Answer in, a Plotly figure out, by the question its chart answers."""

from collections.abc import Callable

import plotly.graph_objects as go

from charts.change import change
from charts.goals import goals
from charts.magnitude import magnitude, order_buttons
from charts.marks import groups
from charts.spread import scale_buttons, spread
from charts.stack import stack
from charts.timeline import timeline
from wording.answer import Answer

_BY_QUESTION: dict[str, Callable[[Answer, str], go.Figure | None]] = {
    "magnitude": magnitude, "stack": stack, "change": change, "timeline": timeline, "spread": spread, "goals": goals,
}


def has_figure(comparison: Answer) -> bool:
    """Whether `figure` has something to draw, without drawing it."""
    chart = comparison.chart
    if chart.question not in _BY_QUESTION or comparison.empty_because:
        return False
    if chart.question == "timeline":
        drawn = set(chart.drawn)
        return any(cell.row in drawn and cell.value is not None for cell in comparison.cells)
    if chart.question in ("spread", "goals"):
        return any(one.row in chart.drawn for one in comparison.points)
    return bool(groups(comparison))


def figure(comparison: Answer, theme: str = "light") -> go.Figure | None:
    """The chart of a comparison on a transparent ground; None for a pure matrix and when no cell can be drawn.

    `theme` is light or dark. Bars carry `customdata` (row key, column key), so that a click can open the clause.
    """
    draw = _BY_QUESTION.get(comparison.chart.question)
    return draw(comparison, theme) if draw and not comparison.empty_because else None


def on_screen(comparison: Answer, theme: str = "light") -> go.Figure | None:
    """The chart as a page shows it: with buttons of its own that answer in the browser; pictures and paper have none."""
    drawn = figure(comparison, theme)
    add = {"magnitude": order_buttons, "spread": scale_buttons}.get(comparison.chart.question)
    return add(comparison, drawn, theme) if drawn is not None and add else drawn
