"""The goals of many documents for one indicator: target year across, value upwards.

Misleads if read as what was reached: a point is what a document aims at. A bound is hollow, what is no longer in force grey.
"""

from collections import Counter, defaultdict

import plotly.graph_objects as go

from charts.spread import KINDS, kind_of, marker, ring
from charts.theme import framed
from charts.wrap import escaped, wrapped
from wording.answer import Answer, Point
from wording.texts import text

_HEIGHT = 460
_STEP = 0.06  # years that equal goals stand apart


def goals(comparison: Answer, theme: str) -> go.Figure | None:
    """The figure, or None without goals of a stated year."""
    chart, lang = comparison.chart, comparison.selection.lang
    placed = _placed([one for one in comparison.points if one.at is not None], chart.scale)
    if not placed:
        return None
    traces: dict[str, list[tuple[float, float, Point]]] = defaultdict(list)
    for item in placed:
        traces[kind_of(item[2])].append(item)
    figure = go.Figure()
    for name in KINDS:
        if name in traces:
            figure.add_trace(go.Scatter(
                x=[x for x, _, _ in traces[name]], y=[y for _, y, _ in traces[name]], mode="markers", name=escaped(text(f"goals.kind_{name}", lang)),
                marker=marker(name, traces[name], theme), hoverinfo="text", customdata=[[one.row, one.source_id] for _, _, one in traces[name]],
                hovertext=[f"<b>{wrapped(one.label, 50)}</b><br>{wrapped(one.words, 50)}" for _, _, one in traces[name]]))
    figure.add_trace(ring([item for item in placed if item[2].is_marked], theme))
    years = sorted({one.at for _, _, one in placed if one.at is not None})
    figure.update_xaxes(title_text=escaped(text("goals.axis_year", lang)), tickvals=years, ticktext=[str(year) for year in years], range=[years[0] - 1, years[-1] + 1])
    top = max(y for _, y, _ in placed)
    figure.update_yaxes(title_text="<br>".join(escaped(part) for part in [chart.axis]), range=[0, top * 1.12 or 1], showgrid=True, automargin=True, tickformat=",~f")
    return framed(figure, theme, _HEIGHT, margin={"l": 64, "r": 16, "t": 46, "b": 56})


def _placed(points: list[Point], scale: float) -> list[tuple[float, float, Point]]:
    """Each goal at its year and value; equal ones stand beside each other."""
    seen: Counter[tuple[int, float]] = Counter()
    found = []
    for one in points:
        at, value = one.at or 0, one.value / scale
        number = seen[at, value]
        seen[at, value] += 1
        offset = min((number + 1) // 2 * _STEP, 0.42)
        found.append((at + (-offset if number % 2 else offset), value, one))
    return found
