"""Parts of a whole: the drawn rows stacked per document, for figures that may be added up, as two payers' shares.

Misleads if the parts have different bases; the builder chooses only rows that share one.
"""

import plotly.graph_objects as go

from charts.magnitude import fill, remark_words
from charts.marks import Bar, Group, groups, named
from charts.theme import colour, framed, ink, muted
from charts.wrap import escaped, lines, width, wrapped
from wording.answer import Answer
from wording.texts import text

_BAR, _LIMIT = 46, 24


def stack(comparison: Answer, theme: str) -> go.Figure | None:
    """One bar per column that has a drawn part, the rows as parts; None if nothing can be drawn."""
    found = groups(comparison)
    if not found:
        return None
    lang = comparison.selection.lang
    used = {bar.column.key for group in found for bar in group.bars}
    columns = [column for column in comparison.chart.columns if column.key in used]
    places = {column.key: len(columns) - 1 - place for place, column in enumerate(columns)}
    figure = go.Figure()
    totals = dict.fromkeys(places, 0.0)
    for place, group in enumerate(found):
        for shape in dict.fromkeys((bar.shape, bar.column.is_tentative) for bar in group.bars):
            bars = [bar for bar in group.bars if (bar.shape, bar.column.is_tentative) == shape]
            _add(figure, group.row.label, bars, [totals[bar.column.key] for bar in bars], places, place, theme)
        for bar in group.bars:
            totals[bar.column.key] += bar.value
    remarks = _remarks_of(found, lang)
    _legend(figure, [group.row.label for group in found])
    below = _remarks(figure, remarks, theme)
    longest = max(width(line) for column in columns for line in lines(named(column, lang), _LIMIT))
    figure.update_yaxes(tickvals=list(places.values()), ticktext=[wrapped(named(column, lang), _LIMIT) for column in columns], range=[-0.6, len(columns) - 0.4])
    figure.update_xaxes(title_text=escaped(comparison.chart.axis), range=[0, max(totals.values()) * 1.08 or 1])
    top = 46 + 22 * (len(found) // 3)
    return framed(figure, theme, len(columns) * _BAR + top + 66 + below, margin={"l": round(longest * 6.8 + 16), "r": 16, "t": top, "b": 64 + below}, barmode="overlay")


def _add(figure: go.Figure, name: str, bars: list[Bar], bases: list[float], places: dict[str, int], place: int, theme: str) -> None:
    marker = fill(bars[0].shape, colour(place), is_tentative=bars[0].column.is_tentative)
    solid = bars[0].shape == "exact" and not bars[0].column.is_tentative
    figure.add_bar(
        orientation="h", x=[bar.value for bar in bars], base=bases, y=[places[bar.column.key] for bar in bars], width=0.6, name=escaped(name),
        showlegend=False, marker=marker, text=[escaped(bar.label) for bar in bars], textposition="inside", insidetextanchor="middle", textangle=0,
        textfont={"color": "#FFFFFF" if solid else ink(theme)}, constraintext="none", customdata=[[bar.cell.row, bar.cell.column] for bar in bars],
        hovertext=[f"<b>{wrapped(name, 60)}</b><br>{wrapped(bar.cell.words, 60)}" for bar in bars], hoverinfo="text",
    )


def _legend(figure: go.Figure, names: list[str]) -> None:
    for place, name in enumerate(names):
        figure.add_bar(orientation="h", x=[None], y=[None], name=wrapped(name, 40), marker=fill("exact", colour(place), is_tentative=False), hoverinfo="skip")


def _remarks_of(found: tuple[Group, ...], lang: str) -> list[str]:
    """What stands instead of bars; said once where it holds for every part, else with the part that it is about."""
    by_group = [[remark_words(remark, lang) for remark in group.remarks] for group in found]
    common = [words for words in by_group[0] if all(words in said for said in by_group)]
    single = [text("chart.remark", lang, documents=group.row.label, words=words)
              for group, said in zip(found, by_group, strict=True) for words in said if words not in common]
    return [*common, *single]


def _remarks(figure: go.Figure, remarks: list[str], theme: str) -> int:
    """Write what could not be drawn below the axis and return the height it takes."""
    said = [line for remark in remarks for line in lines(remark, 54)]
    if said:
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=0, yref="paper", yanchor="top", yshift=-58, text="<br>".join(map(escaped, said)), showarrow=False,
            align="left", font={"size": 12, "color": muted(theme)},
        )
    return 18 * len(said)
