"""Parts of a whole: the drawn rows stacked per document, for figures that may be added up, as two payers' shares.

Misleads if the parts have different bases; the builder chooses only rows that share one.
"""

import plotly.graph_objects as go

from charts.magnitude import fill, remark_words
from charts.marks import Bar, Group, groups, is_no_longer, named, sign, turned
from charts.theme import framed, ink, ink_on, muted, part_colour
from charts.wrap import escaped, lines, width, wrapped
from wording.answer import Answer
from wording.texts import text

_LINE, _BETWEEN, _LIMIT = 18, 12, 30
_PALE = 0.4
LEAST = 0.07  # a part narrower than this share of the axis has no room for its figure


def shares(comparison: Answer, theme: str) -> go.Figure | None:
    """What parts of each row its columns are: one bar per row, always as long as the whole; None if nothing can be drawn."""
    return stack(turned(comparison), theme)


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
    whole = max(sum(bar.value for group in found for bar in group.bars if bar.column.key == key) for key in places) or 1
    for place, group in enumerate(found):
        hue = part_colour(group.row.key, place)
        for kind in dict.fromkeys(map(_kind, group.bars)):
            bars = [bar for bar in group.bars if _kind(bar) == kind]
            _add(figure, group.row.label, bars, [totals[bar.column.key] for bar in bars], places, hue, sign(place), whole * LEAST, theme)
        for bar in group.bars:
            totals[bar.column.key] += bar.value
        figure.add_bar(orientation="h", x=[None], y=[None], name=f"{sign(place)} {wrapped(group.row.label, 40)}", marker=fill("exact", hue, is_tentative=False), hoverinfo="skip")
    below = _remarks(figure, _remarks_of(found, lang), theme)
    names = {column.key: lines(named(column, lang), _LIMIT) for column in columns}
    longest = max(width(line) for said in names.values() for line in said)
    figure.update_yaxes(tickvals=list(places.values()), ticktext=["<br>".join(map(escaped, said)) for said in names.values()], range=[-0.6, len(columns) - 0.4])
    figure.update_xaxes(title_text=escaped(comparison.chart.axis), range=[0, whole * 1.02])
    top = 40 + 22 * (-(-len(found) // 4) - 1)
    bar_height = _LINE * max(map(len, names.values())) + _BETWEEN
    return framed(figure, theme, len(columns) * bar_height + top + 66 + below, margin={"l": round(longest * 6.8 + 16), "r": 16, "t": top, "b": 64 + below}, barmode="overlay")


def _kind(bar: Bar) -> tuple[str, bool, bool]:
    """What bars of one look share."""
    return bar.shape, bar.column.is_tentative, is_no_longer(bar.column)


def _add(figure: go.Figure, name: str, bars: list[Bar], bases: list[float], places: dict[str, int], hue: str, number: str, least: float, theme: str) -> None:
    shape, is_tentative, is_old = _kind(bars[0])
    marker = fill(shape, hue, is_tentative=is_tentative) | ({"opacity": _PALE} if is_old else {})
    is_dark = shape == "exact" and not is_tentative and not is_old
    figure.add_bar(
        orientation="h", x=[bar.value for bar in bars], base=bases, y=[places[bar.column.key] for bar in bars], width=0.6, name=escaped(name),
        showlegend=False, marker=marker, text=[_inside(bar, number, least) for bar in bars], textposition="inside", insidetextanchor="middle", textangle=0,
        textfont={"color": ink_on(hue) if is_dark else ink(theme)}, constraintext="none", customdata=[[bar.cell.row, bar.cell.column] for bar in bars],
        hovertext=[f"<b>{wrapped(name, 60)}</b><br>{wrapped(bar.cell.words, 60)}" for bar in bars], hoverinfo="text",
    )


def _inside(bar: Bar, number: str, least: float) -> str:
    """The number of the part and its figure, in a narrow part the number alone, in one narrower still nothing."""
    return f"{number} {escaped(bar.label)}" if bar.value >= least else number if bar.value >= least / 3.5 else ""


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
