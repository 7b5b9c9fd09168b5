"""Where the figures of many documents stand: one strip of points for each title and level, all on one axis.

Misleads if read as a ranking or as money paid out: a point is what one document states; a ceiling or floor is hollow, a draft dashed,
what is no longer in force grey. Median and middle half stand only over directly comparable figures.
"""

from math import log10
from typing import Any

import plotly.graph_objects as go

from charts.strips import BAND, MIDDLE, Placed, Strip, of_kinds, strips
from charts.theme import colour, framed, ink, muted, switch
from charts.wrap import balanced, escaped, wrapped
from wording.answer import Answer
from wording.texts import text

_STRIP, _HEAD = 64, 20  # pixels of a strip and of the words above it
_WIDE = 20  # how many times the highest figure is the lowest, so that a logarithmic axis helps


def spread(comparison: Answer, theme: str) -> go.Figure | None:
    """The figure, or None without points on the drawn strips."""
    lang, drawn = comparison.selection.lang, strips(comparison)
    if not drawn:
        return None
    placed = [one for strip in drawn for one in strip.points]
    names = {strip.row.key: strip.row.label for strip in drawn}
    figure = go.Figure([_trace(kind, held, names, lang, theme) for kind, held in of_kinds(placed).items()])
    for hue, own in ((colour(1), True), (muted(theme), False)):
        figure.add_trace(slope(slopes(placed, own=own), hue, lang, is_first=own or not slopes(placed, own=True)))
    figure.add_trace(ring([one for one in placed if one.point.is_marked], theme))
    figure.update_layout(shapes=[shape for strip in drawn for shape in _box(strip, theme)], annotations=[_name(strip, theme) for strip in drawn])
    axis = balanced(comparison.chart.axis, 40)
    figure.update_xaxes(title_text="<br>".join(map(escaped, axis)), range=[0, max(one.x for one in placed) * 1.08 or 1], showgrid=True)
    figure.update_yaxes(range=[len(drawn) + 0.15, 0], showticklabels=False)
    return framed(figure, theme, len(drawn) * (_STRIP + _HEAD) + 110, margin={"l": 16, "r": 16, "t": 46, "b": 56})


def scale_buttons(comparison: Answer, drawn: go.Figure, theme: str) -> go.Figure:
    """The chart with two buttons for an even and a logarithmic axis, without a question to the server."""
    lang, values = comparison.selection.lang, [one.value / comparison.chart.scale for one in comparison.points if one.row in comparison.chart.drawn and one.value > 0]
    if not values or max(values) < _WIDE * min(values):
        return drawn
    even, log = {"xaxis.type": "linear", "xaxis.range": list(drawn.layout.xaxis.range)}, {"xaxis.type": "log", "xaxis.range": [log10(min(values)) - 0.1, log10(max(values)) + 0.1]}
    buttons = [{"label": escaped(text(f"spread.button_{name}", lang)), "method": "relayout", "args": [change]} for name, change in (("linear", even), ("log", log))]
    return drawn.update_layout(updatemenus=[switch(buttons, 0, theme)])


def _trace(kind: str, items: list[Placed], names: dict[str, str], lang: str, theme: str) -> go.Scatter:
    hover = [f"<b>{wrapped(one.point.label, 50)}</b><br>{wrapped(names[one.point.row], 50)}<br>{wrapped(one.point.words, 50)}" for one in items]
    return go.Scatter(
        x=[one.x for one in items], y=[one.y for one in items], mode="markers", name=escaped(text(f"spread.kind_{kind}", lang)), marker=marker(kind, items, theme),
        hovertext=hover, hoverinfo="text", customdata=[[one.point.row, one.point.source_id] for one in items])


def slopes(placed: list[Placed], *, own: bool) -> list[tuple[Placed, Placed]]:
    """The figures of one place in an older and its next paper, those of the own city or those of others."""
    by_id = {(one.point.row, one.point.source_id): one for one in placed}
    pairs = [(by_id[one.point.row, one.point.before], one) for one in placed if one.point.before and (one.point.row, one.point.before) in by_id]
    ours = {one.point.document_id for one in placed if one.point.is_own}
    return [pair for pair in pairs if (pair[1].point.document_id in ours) == own]


def slope(pairs: list[tuple[Placed, Placed]], hue: str, lang: str, *, is_first: bool) -> go.Scatter:
    """A line from the older to the newer figure of each pair, with an arrow at the newer one."""
    return go.Scatter(
        x=[x for old, new in pairs for x in (old.x, new.x, None)], y=[y for old, new in pairs for y in (old.y, new.y, None)], mode="lines+markers",
        line={"color": hue, "width": 1.8}, marker={"symbol": "arrow", "angleref": "previous", "size": [0, 12, 0] * len(pairs), "color": hue, "standoff": 7},
        name=escaped(text("spread.slope", lang)), showlegend=bool(pairs) and is_first, hoverinfo="skip")


def marker(kind: str, items: list[Placed], theme: str) -> dict[str, Any]:
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
        most = max(one.point.count for one in items)
        return base | {"size": [6 + 22 * (one.point.count / most) ** 0.5 for one in items], "opacity": 0.55}
    return base


def ring(items: list[Placed], theme: str) -> go.Scatter:
    """The named points: a ring around them and their document beside them; the own one in the strongest colour."""
    hues = [colour(1) if one.point.is_own or one.point.document_id == "proposal" else ink(theme) for one in items]
    far = max((one.x for one in items), default=0)
    return go.Scatter(
        x=[one.x for one in items], y=[one.y for one in items], mode="markers+text", text=[escaped(one.point.label) for one in items], textposition=["top right" if one.x < 0.06 * far else "top center" for one in items],
        textfont={"color": hues, "size": 12}, marker={"symbol": "diamond-open", "size": 14, "color": hues, "line": {"width": 2.2}}, showlegend=False, hoverinfo="skip",
        cliponaxis=False)


def _box(strip: Strip, theme: str) -> list[dict[str, Any]]:
    """The base line of a strip, the middle half of its comparable figures and their median."""
    at = strip.place + MIDDLE
    drawn = [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "line": {"color": muted(theme), "width": 0.6}, "layer": "below"}]
    if strip.quartiles:
        low, median, high = strip.quartiles
        ends = {"y0": at - BAND, "y1": at + BAND}
        drawn.append({"type": "rect", "x0": low, "x1": high, **ends, "fillcolor": colour(0), "opacity": 0.14, "line": {"width": 0}, "layer": "below"})
        drawn.append({"type": "line", "x0": median, "x1": median, **ends, "line": {"color": ink(theme), "width": 2}})
    return drawn


def _name(strip: Strip, theme: str) -> dict[str, Any]:
    return {"x": 0, "xref": "paper", "xanchor": "left", "y": strip.place + 0.1, "yref": "y", "yanchor": "middle", "showarrow": False, "align": "left",
            "text": f"<b>{escaped(strip.row.label)}</b>", "font": {"size": 13, "color": ink(theme)}}
