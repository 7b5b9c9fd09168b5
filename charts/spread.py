"""Where the figures of many documents stand: one strip of points for each title and level, all on one axis.

Misleads if read as a ranking or as money paid out: a point is what one document states; a ceiling or floor is hollow, a draft dashed,
what is no longer in force grey. Median and middle half stand only over directly comparable figures.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import log10
from typing import Any

import plotly.graph_objects as go

from charts.theme import colour, framed, ink, muted, switch
from charts.wrap import balanced, escaped, wrapped
from model.status import CURRENT
from wording.answer import Answer, Heading, Point
from wording.texts import text

_STRIP, _HEAD = 64, 20  # pixels of a strip and of the words above it
_BAND = 0.36  # how far equal points spread from the middle of their strip
_WIDE = 20  # how many times the highest figure is the lowest, so that a logarithmic axis helps
_COLUMN = 9  # equal points that stand above each other before the next ones close up
KINDS = ("exact", "bound", "outdated", "tentative", "several")


def spread(comparison: Answer, theme: str) -> go.Figure | None:
    """The figure, or None without points on the drawn strips."""
    chart, lang = comparison.chart, comparison.selection.lang
    named = {row.key: row for row in (*chart.rows, *chart.columns)}  # of a grid by document the strip is a column
    rows = [named[key] for key in chart.drawn if key in named]
    held = {row.key: [one for one in comparison.points if one.row == row.key] for row in rows}
    rows = [row for row in rows if held[row.key]]
    if not rows:
        return None
    figure = go.Figure()
    traces: dict[str, list[tuple[float, float, Point]]] = defaultdict(list)
    for place, row in enumerate(rows):
        for x, y, one in _placed(held[row.key], chart.scale):
            traces[kind_of(one)].append((x, place + 0.6 + y, one))
    for name in KINDS:
        if name in traces:
            figure.add_trace(_trace(name, traces[name], rows, lang, theme))
    figure.add_trace(ring([item for items in traces.values() for item in items if item[2].is_marked], theme))
    shapes = [shape for place, row in enumerate(rows) for shape in _box(comparison, row, place, theme)]
    figure.update_layout(shapes=shapes, annotations=[_name(row, place, theme) for place, row in enumerate(rows)])
    top = max(x for items in traces.values() for x, _, _ in items)
    axis = balanced(chart.axis, 40)
    figure.update_xaxes(title_text="<br>".join(map(escaped, axis)), range=[0, top * 1.08 or 1], showgrid=True)
    figure.update_yaxes(range=[len(rows) + 0.15, 0], showticklabels=False)
    return framed(figure, theme, len(rows) * (_STRIP + _HEAD) + 110, margin={"l": 16, "r": 16, "t": 46, "b": 56})


def scale_buttons(comparison: Answer, drawn: go.Figure, theme: str) -> go.Figure:
    """The chart with two buttons for an even and a logarithmic axis, without a question to the server."""
    lang, values = comparison.selection.lang, [one.value / comparison.chart.scale for one in comparison.points if one.row in comparison.chart.drawn and one.value > 0]
    if not values or max(values) < _WIDE * min(values):
        return drawn
    even, log = {"xaxis.type": "linear", "xaxis.range": list(drawn.layout.xaxis.range)}, {"xaxis.type": "log", "xaxis.range": [log10(min(values)) - 0.1, log10(max(values)) + 0.1]}
    buttons = [{"label": escaped(text(f"spread.button_{name}", lang)), "method": "relayout", "args": [change]} for name, change in (("linear", even), ("log", log))]
    return drawn.update_layout(updatemenus=[switch(buttons, 0, theme)])


def kind_of(point: Point) -> str:
    """How a point is drawn: exact, bound, tentative, outdated, or several where equal ones are counted together."""
    if point.count > 1:
        return "several"
    if point.is_tentative:
        return "tentative"
    if point.status and point.status not in CURRENT:
        return "outdated"
    return "exact" if point.mark == "exact" else "bound"


def _placed(points: Iterable[Point], scale: float) -> Iterable[tuple[float, float, Point]]:
    """Each point with its place on the axis and its height in the strip: equal ones stand around the middle."""
    columns: dict[float, list[Point]] = defaultdict(list)
    for one in points:
        columns[one.value / scale].append(one)
    for x, held in columns.items():
        step = min(2 * _BAND / _COLUMN, 2 * _BAND / len(held))
        for number, one in enumerate(sorted(held, key=lambda one: one.is_marked)):
            offset = (number + 1) // 2 * step
            yield x, -offset if number % 2 else offset, one


def _trace(kind: str, items: list[tuple[float, float, Point]], rows: list[Heading], lang: str, theme: str) -> go.Scatter:
    names = {row.key: row.label for row in rows}
    hover = [f"<b>{wrapped(one.label, 50)}</b><br>{wrapped(names[one.row], 50)}<br>{wrapped(one.words, 50)}" for _, _, one in items]
    return go.Scatter(
        x=[x for x, _, _ in items], y=[y for _, y, _ in items], mode="markers", name=escaped(text(f"spread.kind_{kind}", lang)), marker=marker(kind, items, theme),
        hovertext=hover, hoverinfo="text", customdata=[[one.row, one.source_id] for _, _, one in items])


def marker(kind: str, items: list[tuple[float, float, Point]], theme: str) -> dict[str, Any]:
    """How points of a kind are drawn."""
    hue = colour(0)
    base: dict[str, Any] = {"size": 9, "symbol": "circle", "color": hue, "line": {"color": hue, "width": 1.4}, "opacity": 0.85}
    if kind == "bound":
        return base | {"symbol": "circle-open"}
    if kind == "tentative":
        return base | {"symbol": "circle-open-dot", "color": muted(theme)}
    if kind == "outdated":
        return base | {"symbol": "x-thin-open", "color": muted(theme), "line": {"color": muted(theme), "width": 1.4}}
    if kind == "several":
        most = max(one.count for _, _, one in items)
        return base | {"size": [6 + 22 * (one.count / most) ** 0.5 for _, _, one in items], "opacity": 0.55}
    return base


def ring(items: list[tuple[float, float, Point]], theme: str) -> go.Scatter:
    """The named points: a ring around them and their document beside them; the own one in the strongest colour."""
    hues = [colour(1) if one.is_own or one.document_id == "proposal" else ink(theme) for _, _, one in items]
    return go.Scatter(
        x=[x for x, _, _ in items], y=[y for _, y, _ in items], mode="markers+text", text=[escaped(one.label) for _, _, one in items], textposition="top center",
        textfont={"color": hues, "size": 12}, marker={"symbol": "diamond-open", "size": 14, "color": hues, "line": {"width": 2.2}}, showlegend=False, hoverinfo="skip",
        cliponaxis=False)


def _box(comparison: Answer, row: Heading, place: int, theme: str) -> list[dict[str, Any]]:
    """The base line of a strip, the middle half of its comparable figures and their median."""
    chart = comparison.chart
    drawn = [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": place + 0.6, "y1": place + 0.6, "line": {"color": muted(theme), "width": 0.6}, "layer": "below"}]
    low, median, high = (comparison.cell(row.key, name) for name in ("low", "median", "high"))
    if low and median and high and low.low is not None and median.low is not None and high.low is not None:
        ends = {"x0": low.low / chart.scale, "x1": high.low / chart.scale, "y0": place + 0.6 - _BAND, "y1": place + 0.6 + _BAND}
        drawn.append({"type": "rect", **ends, "fillcolor": colour(0), "opacity": 0.14, "line": {"width": 0}, "layer": "below"})
        at = median.low / chart.scale
        drawn.append({"type": "line", "x0": at, "x1": at, "y0": ends["y0"], "y1": ends["y1"], "line": {"color": ink(theme), "width": 2}})
    return drawn


def _name(row: Heading, place: int, theme: str) -> dict[str, Any]:
    return {"x": 0, "xref": "paper", "xanchor": "left", "y": place + 0.1, "yref": "y", "yanchor": "middle", "showarrow": False, "align": "left",
            "text": f"<b>{escaped(row.label)}</b>", "font": {"size": 13, "color": ink(theme)}}
