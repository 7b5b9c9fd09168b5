"""Provinces by category: a filled disc for the documents with figures, a ring for those that speak of it at all, both as parts of the province's documents.

Misleads if read as effort or money: it shows what the documents that are here speak of. Where none speaks of it there is a dash.
"""

from math import sqrt

import plotly.graph_objects as go

from charts.theme import colour, framed, muted
from charts.wrap import escaped, wrapped
from wording.answer import Answer, Cell, Heading
from wording.texts import text

_ROW, _HEAD, _WHOLE = 28, 170, 18  # pixels of a row, of the names above, and of a disc that stands for all documents
Place = tuple[Heading, Heading, Cell]


def tiles(comparison: Answer, theme: str) -> go.Figure | None:
    """The figure, or None without a row. The first column holds how many documents a row is of."""
    chart, lang = comparison.chart, comparison.selection.lang
    rows = [row for row in chart.rows if row.key in chart.drawn]
    if not rows:
        return None
    whole, *columns = chart.columns
    totals = {row.key: cell.high for row in rows if (cell := comparison.cell(row.key, whole.key)) and cell.high}
    places = [(row, column, cell) for row in rows for column in columns if (cell := comparison.cell(row.key, column.key)) and row.key in totals]
    spoken = [place for place in places if place[2].high]
    figures = [place for place in places if place[2].low]
    silent = [place for place in places if not place[2].high]
    line = {"color": colour(0), "width": 1.6}
    figure = go.Figure([
        _trace(spoken, "spoken", {"symbol": "circle-open", "size": [_size(cell.high, totals[row.key]) for row, _, cell in spoken], "color": colour(0), "line": line}, whole, totals, lang),
        _trace(figures, "figures", {"symbol": "circle", "size": [_size(cell.low, totals[row.key]) for row, _, cell in figures], "color": colour(0)}, whole, totals, lang),
        _trace(silent, "silent", {"symbol": "line-ew-open", "size": 7, "color": muted(theme), "line": {"color": muted(theme), "width": 1.4}}, whole, totals, lang),
    ])
    names = [f"{escaped(row.label)}\u2002{totals[row.key]:g}" for row in rows if row.key in totals]
    framed(figure, theme, len(rows) * _ROW + _HEAD, margin={"l": 16, "r": 40, "t": 40, "b": 10})
    across, down = [column.key for column in columns], [row.key for row in rows]
    figure.update_xaxes(type="category", side="top", tickvals=across, ticktext=[escaped(column.label) for column in columns], categoryarray=across, tickangle=-50, showgrid=False)
    return figure.update_yaxes(type="category", tickvals=down, ticktext=names, categoryarray=down, autorange="reversed", automargin=True)


def _size(count: float | None, total: float) -> float:
    """Pixels across, so that the area is the share."""
    return _WHOLE * sqrt((count or 0) / total)


def _trace(places: list[Place], kind: str, marker: dict[str, object], whole: Heading, totals: dict[str, float], lang: str) -> go.Scatter:
    hover = [f"<b>{wrapped(row.label, 50)}</b>\u2002{escaped(whole.label)} {totals[row.key]:g}<br>{wrapped(column.label, 50)}<br>{escaped(cell.words)}" for row, column, cell in places]
    return go.Scatter(
        x=[column.key for _, column, _ in places], y=[row.key for row, _, _ in places], mode="markers", marker=marker, name=escaped(text(f"province_coverage.kind_{kind}", lang)),
        hovertext=hover, hoverinfo="text", cliponaxis=False)
