"""The one door to charts: an Answer in, a Plotly figure out, by the question its chart answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

import plotly.graph_objects as go

from charts.change import change
from charts.goals import goals
from charts.magnitude import magnitude, order_buttons
from charts.marks import groups
from charts.spread import scale_buttons, spread
from charts.stack import shares, stack
from charts.tiles import tiles
from charts.timeline import timeline
from model.selection import Selection
from wording.answer import Answer

KEPT = 64  # charts of all sessions together

_BY_QUESTION: dict[str, Callable[[Answer, str], go.Figure | None]] = {
    "magnitude": magnitude, "stack": stack, "shares": shares, "change": change, "timeline": timeline, "spread": spread, "goals": goals, "tiles": tiles,
}


def has_figure(comparison: Answer) -> bool:
    """Whether `figure` has something to draw, without drawing it."""
    chart = comparison.chart
    if chart.question not in _BY_QUESTION or comparison.empty_because:
        return False
    if chart.question == "timeline":
        drawn = set(chart.drawn)
        return any(cell.row in drawn and cell.value is not None for cell in comparison.cells)
    if chart.question == "tiles":
        return bool(chart.drawn)
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
    """The chart as a page shows it: with buttons of its own that answer in the browser; pictures and paper have none.

    It is drawn once for as long as the same is asked of the same snapshot; nobody may change it.
    """
    return _drawn(_Asked(comparison.view, comparison.snapshot, comparison.selection, theme, comparison))


@dataclass(frozen=True)
class _Asked:
    """What a chart follows from; the answer itself follows from the same."""

    view: str
    snapshot: str
    selection: Selection
    theme: str
    comparison: Answer = field(compare=False)


@lru_cache(maxsize=KEPT)
def _drawn(asked: _Asked) -> go.Figure | None:
    drawn = figure(asked.comparison, asked.theme)
    add = {"magnitude": order_buttons, "spread": scale_buttons}.get(asked.comparison.chart.question)
    return add(asked.comparison, drawn, asked.theme) if drawn is not None and add else drawn
