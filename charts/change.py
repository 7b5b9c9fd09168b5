"""What became of a figure between two documents: a line from the earlier to the later value, row by row.

Misleads if a fixed sum became a ceiling: the labels say ≤, and the marker of a ceiling is open.
"""

import plotly.graph_objects as go

from charts.magnitude import remark_words
from charts.marks import Bar, Group, groups, is_no_longer, named, sign
from charts.theme import OUTDATED, colour, framed, ink, muted
from charts.wrap import escaped, lines, wrapped
from wording.answer import Answer, Heading

_SYMBOLS = {"exact": "circle", "ceiling": "triangle-left-open", "floor": "triangle-right-open", "range": "diamond-open"}
_ROW, _LINE = 34, 18


def change(comparison: Answer, theme: str) -> go.Figure | None:
    """A dumbbell per drawn row, with a marker per column; None if nothing can be drawn."""
    found = groups(comparison)
    if not found:
        return None
    lang = comparison.selection.lang
    figure = go.Figure()
    at = 0.0
    for group in found:
        remarks = [remark_words(remark, lang) for remark in group.remarks]
        said = [line for remark in remarks for line in lines(remark, 54)]
        heading = lines(group.row.label, 48)
        words = [f"<b>{escaped(line)}</b>" for line in heading] + [f"<span style='color:{muted(theme)}'>{escaped(line)}</span>" for line in said]
        figure.add_annotation(x=0, xref="paper", xanchor="left", xshift=4, y=at, yref="y", yanchor="top", text="<br>".join(words), showarrow=False, align="left")
        at += _LINE * len(words) + 8 + _ROW / 2
        _draw(figure, group, at, theme)
        at += _ROW / 2
    for place, column in enumerate(comparison.chart.columns):
        _legend(figure, place, column, lang)
    top = max(bar.value for group in found for bar in group.bars)
    figure.update_xaxes(title_text=escaped(comparison.chart.axis), range=[-top * 0.05, top * 1.15])
    figure.update_yaxes(range=[at + 8, 0], showticklabels=False)
    return framed(figure, theme, at + 8 + 110, margin={"l": 16, "r": 16, "t": 46, "b": 64})


def _draw(figure: go.Figure, group: Group, at: float, theme: str) -> None:
    ends = sorted(bar.value for bar in group.bars)
    if len(group.bars) > 1:
        figure.add_scatter(x=[ends[0], ends[-1]], y=[at, at], mode="lines", line={"color": muted(theme), "width": 2}, hoverinfo="skip", showlegend=False)
    labels = [bar.label for bar in group.bars]
    for place, bar in enumerate(group.bars):
        is_said = bar.label in labels[:place] and ends[0] == ends[-1]
        signs = "".join(sign(one.place) for one in group.bars if one is bar or (one.label == bar.label and ends[0] == ends[-1]))
        figure.add_scatter(
            x=[bar.value], y=[at], mode="markers+text", marker={"symbol": _symbol(bar), "size": 13, "color": _hue(bar.column, bar.place), "line": {"width": 2, "color": _hue(bar.column, bar.place)}},
            text=["" if is_said else f"{signs} {escaped(bar.label)}"], textposition=_side(bar, ends), textfont={"color": ink(theme)}, cliponaxis=False, showlegend=False,
            customdata=[[bar.cell.row, bar.cell.column]], hovertext=[f"<b>{wrapped(bar.column.label, 60)}</b><br>{wrapped(bar.cell.words, 60)}"], hoverinfo="text", name="",
        )


def _hue(column: Heading, place: int) -> str:
    """Grey where the document is no longer in force."""
    return OUTDATED if is_no_longer(column) else colour(place)


def _symbol(bar: Bar) -> str:
    symbol = _SYMBOLS[bar.shape]
    return f"{symbol}-open" if bar.column.is_tentative and not symbol.endswith("-open") else symbol


def _side(bar: Bar, ends: list[float]) -> str:
    """Labels of a pair stand outside it, one between them above; those of two equal values that read differently on either side."""
    if ends[0] < bar.value < ends[-1]:
        return "top center"
    if len(ends) > 1 and ends[0] == ends[-1]:
        return "middle right" if bar.place == 0 else "middle left"
    return "middle left" if len(ends) > 1 and bar.value == ends[0] and bar.value > 0 else "middle right"


def _legend(figure: go.Figure, place: int, column: Heading, lang: str) -> None:
    figure.add_scatter(x=[None], y=[None], mode="markers", marker={"symbol": "circle", "size": 12, "color": _hue(column, place)}, name=f"{sign(place)} {escaped(named(column, lang))}", hoverinfo="skip")
