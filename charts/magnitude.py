"""How much each document gives: horizontal bars grouped by row, one per document, with what cannot be drawn in words.

Misleads if read as money paid out: a ceiling is hatched and labelled with ≤, a floor open and labelled with ≥.
"""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from charts.marks import ROW_LIMIT, SHAPES, Bar, Group, Remark, groups, hue_places, is_no_longer, named, shape_label
from charts.theme import OUTDATED, OUTDATED_FILL, colour, framed, ink, muted, switch
from charts.wrap import balanced, escaped, lines, width, wrapped
from model.selection import ORDERS
from wording.answer import Answer, Heading
from wording.texts import text

_LINE, _AXIS_LINE = 24, 18
_PIXELS_PER_UNIT = 6.8
_HEADING_LIMIT, _REMARK_LIMIT, _AXIS_LIMIT, _NAME_LIMIT = 48, 54, 34, 30
_PATTERNS = {"exact": "", "ceiling": "/", "floor": ".", "range": "x"}


class _Board:
    """Bars and texts by their place from the top; the y axis counts lines."""

    def __init__(self) -> None:
        self.lines = 0.0
        self.bars: list[tuple[float, Bar]] = []
        self.texts: list[tuple[float, str, bool]] = []

    def heading(self, words: str) -> None:
        parts = lines(words, _HEADING_LIMIT)
        self.lines += 0.35
        self.texts.append((self.lines + 0.8 * len(parts) / 2, f"<b>{'<br>'.join(map(escaped, parts))}</b>", True))
        self.lines += 0.8 * len(parts) + 0.1

    def bar(self, bar: Bar, name_lines: int) -> None:
        high = 1 + 0.5 * (name_lines - 1)  # a name of two lines must not run into the heading above it
        self.bars.append((self.lines + high / 2, bar))
        self.lines += high

    def remark(self, words: str) -> None:
        parts = balanced(words, _REMARK_LIMIT)
        self.texts.append((self.lines + 0.72 * len(parts) / 2 + 0.05, "<br>".join(map(escaped, parts)), False))
        self.lines += 0.72 * len(parts) + 0.15


def magnitude(comparison: Answer, theme: str) -> go.Figure | None:
    """The figure, or None if no cell can be drawn."""
    found = groups(comparison)
    if not found:
        return None
    lang = comparison.selection.lang
    board = _laid_out(found[:ROW_LIMIT], lang)
    if len(found) > ROW_LIMIT:
        board.remark(text("chart.rows_left_out", lang, shown=ROW_LIMIT, rows=len(found)))
    left = _left_margin([bar for _, bar in board.bars], lang)
    figure = go.Figure()
    _draw_bars(figure, board, comparison, theme)
    _draw_legend(figure, board, comparison, theme)
    # All lines and texts at once: every single one added would have the figure check all those before it again.
    figure.update_layout(shapes=_base_lines(board, theme), annotations=_texts(board, left, theme))
    top = max(bar.value for _, bar in board.bars)
    axis = balanced(comparison.chart.axis, _AXIS_LIMIT)
    below = _AXIS_LINE * (len(axis) - 1)
    figure.update_xaxes(title_text="<br>".join(map(escaped, axis)), range=[0, top * 1.18 or 1], showgrid=False)
    names = [(at, tick(bar.column, lang)) for at, bar in board.bars]
    figure.update_yaxes(range=[board.lines + 0.2, 0], tickvals=[at for at, _ in names], ticktext=[words for _, words in names])
    return framed(figure, theme, board.lines * _LINE + 110 + below, margin={"l": left, "r": 16, "t": 46, "b": 60 + below}, barmode="overlay")


def order_buttons(comparison: Answer, drawn: go.Figure, theme: str) -> go.Figure:
    """The chart with two buttons that put the bars of each row in the order of date or of value, without a question to the server."""
    lang = comparison.selection.lang
    boards = {order: _laid_out(groups(replace(comparison, selection=comparison.selection.having(order=order)))[:ROW_LIMIT], lang) for order in ORDERS}
    if all(len(group.bars) < 2 for group in groups(comparison)):
        return drawn
    buttons = []
    for order, board in boards.items():
        place = {(bar.cell.row, bar.cell.column): at for at, bar in board.bars}
        heights = [[place[row, column] for row, column in trace.customdata] if trace.customdata is not None else list(trace.y) for trace in drawn.data]
        ticks = {"yaxis.tickvals": [at for at, _ in board.bars], "yaxis.ticktext": [tick(bar.column, lang) for _, bar in board.bars]}
        buttons.append({"label": escaped(text(f"order.{order}", lang)), "method": "update", "args": [{"y": heights}, ticks]})
    return drawn.update_layout(updatemenus=[switch(buttons, ORDERS.index(comparison.selection.order), theme)])


def _base_lines(board: _Board, theme: str) -> list[dict[str, Any]]:
    """The base line, at the bars only, so that it does not run through the words."""
    line = {"color": ink(theme), "width": 1.5}
    return [{"type": "line", "x0": 0, "x1": 0, "y0": at - 0.5, "y1": at + 0.5, "line": line} for at, _ in board.bars]


def _texts(board: _Board, left: int, theme: str) -> list[dict[str, Any]]:
    """Headings and remarks at the left edge."""
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": 4 - left, "yref": "y", "yanchor": "middle", "showarrow": False, "align": "left"}
    fonts = {strong: {"size": 13 if strong else 12, "color": ink(theme) if strong else muted(theme)} for strong in (True, False)}
    return [{**place, "y": at, "text": words, "font": fonts[strong]} for at, words, strong in board.texts]


def tick(column: Heading, lang: str) -> str:
    """The name beside a bar, that of the own city in bold."""
    name = wrapped(named(column, lang), _NAME_LIMIT)
    return f"<b>{name}</b>" if column.is_own else name


def remark_words(remark: Remark, lang: str) -> str:
    """What stands instead of bars: 南通2012、汕尾2021(草案)：本文件未见规定."""
    documents = text("list.separator", lang).join(named(column, lang) for column in remark.columns)
    return text("chart.remark", lang, documents=documents, words=remark.words)


def fill(shape: str, hue: str, *, is_tentative: bool, is_outdated: bool = False) -> dict[str, Any]:
    """How a bar is filled: solid for a fixed figure, hatched for a ceiling, hollow for a draft or own proposal; pale grey where the
    document is no longer in force, whatever its hue, so that what is in force is the strongest in black and white, too.
    """
    hue = OUTDATED if is_outdated else hue
    solidity = 0.2 if is_outdated else 0.45
    pattern = {"shape": _PATTERNS[shape], "fgcolor": hue, "fgopacity": 1, "bgcolor": "rgba(0,0,0,0)", "solidity": solidity, "size": 7, "fillmode": "overlay"}
    solid = OUTDATED_FILL if is_outdated else hue
    edge = 1 if is_outdated else 2 if is_tentative else 1.6
    return {"color": solid if shape == "exact" and not is_tentative else "rgba(0,0,0,0)", "line": {"color": hue, "width": edge}, "pattern": pattern}


def _laid_out(found: tuple[Group, ...], lang: str) -> _Board:
    board = _Board()
    for group in found:
        board.heading(group.row.label)
        for bar in group.bars:
            board.bar(bar, len(lines(named(bar.column, lang), _NAME_LIMIT)))
        for remark in group.remarks:
            board.remark(remark_words(remark, lang))
    return board


def _left_margin(bars: list[Bar], lang: str) -> int:
    longest = max(width(line) for bar in bars for line in lines(named(bar.column, lang), _NAME_LIMIT))
    return round(min(max(longest, 8), _NAME_LIMIT) * _PIXELS_PER_UNIT + 16)


def _draw_bars(figure: go.Figure, board: _Board, comparison: Answer, theme: str) -> None:
    """One trace per place, shape and state; a range is a plain bar to its lower end under a crossed one to its upper."""
    kinds: dict[tuple[int, str, bool, bool], list[tuple[float, Bar]]] = {}
    hues = hue_places(comparison.chart.columns)
    for at, bar in board.bars:
        kinds.setdefault((hues[bar.column.key], bar.shape, bar.column.is_tentative, is_no_longer(bar.column)), []).append((at, bar))
    for (place, shape, is_tentative, is_old), placed in kinds.items():
        if shape == "range":
            _trace(figure, placed, [bar.low or 0 for _, bar in placed], fill("exact", colour(place), is_tentative=is_tentative, is_outdated=is_old), "", theme)
        values = [bar.value for _, bar in placed]
        hover = [_hover(comparison, bar) for _, bar in placed]
        _trace(figure, placed, values, fill(shape, colour(place), is_tentative=is_tentative, is_outdated=is_old), hover, theme)


def _trace(figure: go.Figure, placed: list[tuple[float, Bar]], values: list[float], marker: dict[str, Any], hover: Any, theme: str) -> None:
    figure.add_bar(
        orientation="h", x=values, y=[at for at, _ in placed], width=0.74, marker=marker, showlegend=False, name="",
        text=[escaped(bar.label) if hover else "" for _, bar in placed], textposition="outside", textangle=0, cliponaxis=False,
        textfont={"color": ink(theme)}, customdata=[[bar.cell.row, bar.cell.column] for _, bar in placed],
        hovertext=hover or None, hoverinfo="text" if hover else "skip",
    )


def _hover(comparison: Answer, bar: Bar) -> str:
    row = next(row.label for row in comparison.chart.rows if row.key == bar.cell.row)
    said = [f"<b>{wrapped(row, 60)}</b>", wrapped(f"{named(bar.column, comparison.selection.lang)} {bar.column.note}".strip(), 60), wrapped(bar.cell.words, 60)]
    if bar.cell.comparability:
        said.append(wrapped(bar.cell.comparability.words, 60))
    return "<br>".join(said)


def _draw_legend(figure: go.Figure, board: _Board, comparison: Answer, theme: str) -> None:
    """What the fills mean; the columns need no legend, since every bar is named."""
    lang = comparison.selection.lang
    seen = {(bar.shape, bar.column.is_tentative, is_no_longer(bar.column)) for _, bar in board.bars}
    for is_tentative, is_old in ((False, False), (True, False), (False, True)):
        for shape in SHAPES:
            if (shape, is_tentative, is_old) in seen:
                name = escaped(shape_label(shape, lang, is_tentative=is_tentative, is_outdated=is_old))
                look = fill(shape, muted(theme), is_tentative=is_tentative, is_outdated=is_old)
                figure.add_bar(orientation="h", x=[None], y=[None], name=name, marker=look, hoverinfo="skip")
