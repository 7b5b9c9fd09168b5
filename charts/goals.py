"""The goals of many documents for one indicator: target year across, value upwards.

Misleads if read as what was reached: a point is what a document aims at. A bound is hollow, what is no longer in force grey.
"""

import plotly.graph_objects as go

from charts.spread import marker, ring
from charts.strips import by_year, of_kinds
from charts.theme import framed
from charts.wrap import escaped, wrapped
from wording.answer import Answer
from wording.texts import text

_HEIGHT = 460


def goals(comparison: Answer, theme: str) -> go.Figure | None:
    """The figure, or None without goals of a stated year."""
    chart, lang = comparison.chart, comparison.selection.lang
    placed = by_year(comparison)
    if not placed:
        return None
    figure = go.Figure()
    for kind, held in of_kinds(placed).items():
        figure.add_trace(go.Scatter(
            x=[one.x for one in held], y=[one.y for one in held], mode="markers", name=escaped(text(f"goals.kind_{kind}", lang)), marker=marker(kind, held, theme),
            hoverinfo="text", customdata=[[one.point.row, one.point.source_id] for one in held],
            hovertext=[f"<b>{wrapped(one.point.label, 50)}</b><br>{wrapped(one.point.words, 50)}" for one in held]))
    figure.add_trace(ring([one for one in placed if one.point.is_marked], theme))
    years = sorted({one.point.at for one in placed if one.point.at is not None})
    figure.update_xaxes(title_text=escaped(text("goals.axis_year", lang)), tickvals=years, ticktext=[str(year) for year in years], range=[years[0] - 1, years[-1] + 1])
    figure.update_yaxes(title_text="<br>".join(escaped(part) for part in [chart.axis]), range=[0, max(one.y for one in placed) * 1.12 or 1], showgrid=True, automargin=True, tickformat=",~f")
    return framed(figure, theme, _HEIGHT, margin={"l": 64, "r": 16, "t": 46, "b": 56})
