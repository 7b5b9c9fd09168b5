"""When something holds: one line per row from its beginning to its end, in calendar years.

Cells of a timeline have the unit `year`: `low` is the beginning and `high` the end as decimal years (1 July 2023 is
2023.5). A cell without `high` has no stated end and runs on, open, to the as-of date; one without `low` is a single point.
"""

import plotly.graph_objects as go

from charts.marks import is_no_longer, named
from charts.theme import OUTDATED, colour, framed, ink, muted
from charts.wrap import escaped, lines, wrapped
from wording.answer import Answer, Cell, Heading
from wording.texts import text

_LINE, _ROW = 17, 24


def timeline(comparison: Answer, theme: str) -> go.Figure | None:
    """One line per dated cell of the drawn rows; None if no cell has a date."""
    chart, lang = comparison.chart, comparison.selection.lang
    today = decimal_year(comparison)
    figure = go.Figure()
    at = 0.0
    for row in chart.rows:
        cells = [(place, column, comparison.cell(row.key, column.key)) for place, column in enumerate(chart.columns)]
        shown = [(place, column, cell) for place, column, cell in cells if cell is not None and cell.words and row.key in chart.drawn]
        if not shown:
            continue
        said = [f"<b>{escaped(line)}</b>" for line in lines(named(row, lang), 48)]
        for place, column, cell in shown:
            heard = cell.words if len(chart.columns) == 1 else text("chart.remark", lang, documents=named(column, lang), words=cell.words)
            said += [escaped(line) for line in lines(heard, 56)]
            _say(figure, said, at, theme)
            at += _LINE * len(said) + 6
            said = []
            if cell.value is not None:
                _draw(figure, cell, colour(place) if not (is_no_longer(column) or is_no_longer(row)) else OUTDATED, column.is_tentative or row.is_tentative, at + _ROW / 2, today)
                at += _ROW
        at += 6
    drawn = [end for cell in comparison.cells if cell.row in chart.drawn for end in (cell.low, cell.high) if end is not None]
    if not drawn:
        return None
    if len(chart.columns) > 1:
        for place, column in enumerate(chart.columns):
            _legend(figure, place, column, lang)
    _axes(figure, comparison, (min(drawn) - 0.6, max(*drawn, today) + 0.8), at, theme)
    return framed(figure, theme, at + 4 + 110, margin={"l": 16, "r": 16, "t": 46, "b": 64}).update_xaxes(tickformat="d")  # a year has no grouping mark


def _axes(figure: go.Figure, comparison: Answer, years: tuple[float, float], height: float, theme: str) -> None:
    """The axis of years with a line at the as-of date."""
    today, words = decimal_year(comparison), text("chart.as_of", comparison.selection.lang)
    figure.add_vline(x=today, line={"dash": "dot", "color": muted(theme), "width": 1})
    figure.add_annotation(x=today, y=0, yref="y", yanchor="bottom", text=escaped(words), showarrow=False, font={"size": 12, "color": muted(theme)})
    figure.update_xaxes(title_text=escaped(comparison.chart.axis), range=list(years), zeroline=False, dtick=None)
    figure.update_yaxes(range=[height + 4, 0], showticklabels=False)


def decimal_year(comparison: Answer) -> float:
    """The as-of date as a decimal year."""
    day = comparison.selection.as_of
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _say(figure: go.Figure, said: list[str], at: float, theme: str) -> None:
    """Name and words of a line above it, so that they never run over it."""
    figure.add_annotation(
        x=0, xref="paper", xanchor="left", xshift=4, y=at, yref="y", yanchor="top", text="<br>".join(said), showarrow=False, align="left", font={"size": 12, "color": ink(theme)},
    )


def _draw(figure: go.Figure, cell: Cell, hue: str, is_tentative: bool, at: float, today: float) -> None:
    first = cell.low if cell.low is not None else cell.high or today
    last = cell.high if cell.high is not None else max(today, first)
    ends = ["line-ns-open" if cell.low is not None else "circle", "line-ns-open" if cell.high is not None else "triangle-right-open"]
    figure.add_scatter(
        x=[first, last], y=[at, at], mode="lines+markers", line={"color": hue, "width": 5 if not is_tentative else 2, "dash": "dash" if is_tentative else "solid"},
        marker={"symbol": ends, "size": 13, "color": hue, "line": {"width": 2, "color": hue}}, showlegend=False, name="",
        customdata=[[cell.row, cell.column]] * 2, hovertext=wrapped(cell.words, 60), hoverinfo="text",
    )


def _legend(figure: go.Figure, place: int, column: Heading, lang: str) -> None:
    figure.add_scatter(x=[None], y=[None], mode="lines", line={"color": OUTDATED if is_no_longer(column) else colour(place), "width": 5}, name=escaped(named(column, lang)), hoverinfo="skip")
