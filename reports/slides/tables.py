"""Tables that never overflow a slide: rows are measured, and what does not fit goes on to the next slide."""

import itertools
from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Cm

from reports.slides.deck import HEIGHT, MARGIN, WIDTH, Deck, cut, line_count, line_height, write
from reports.tables import Grid

_TOP, _BOTTOM, _POINTS, _PADDING = 3.6, 1.2, 11, 0.4
_ROOM = HEIGHT - _TOP - _BOTTOM
_CELL_LINES_MOST = 12
_HEAD = RGBColor(0xE7, 0xEC, 0xF2)
_WHITE = RGBColor(0xFF, 0xFF, 0xFF)
_PLAIN_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # "No Style, Table Grid", in every Office and in WPS


def widths(columns: int) -> list[float]:
    """Centimetres of each column, the first a little wider."""
    total = WIDTH - 2 * MARGIN
    first = total if columns == 1 else total * max(0.2, 1.15 / columns)
    return [first, *[(total - first) / (columns - 1)] * (columns - 1)] if columns > 1 else [first]


def pages(grid: Grid) -> list[list[tuple[str, ...]]]:
    """The rows by slide: head and rows fit the room of a slide, and the slides are about equally full."""
    columns = widths(len(grid.head))
    heights = [_height(row, columns) for row in grid.rows]
    room = _ROOM - _height(grid.head, columns)
    ends = _ends(heights, room)
    while len(_ends(heights, room - 0.5)) == len(ends) and room > max(heights, default=0) + 0.5:
        room -= 0.5
    starts = [0, *_ends(heights, room)]
    return [list(grid.rows[start:end]) for start, end in itertools.pairwise(starts)]


def _ends(heights: list[float], room: float) -> list[int]:
    """Where each slide ends when rows of these heights are set one after another."""
    ends, used = [], 0.0
    for place, high in enumerate(heights):
        if used and used + high > room:
            ends.append(place)
            used = 0.0
        used += high
    return [*ends, len(heights)]


def add_table(deck: Deck, slide: Any, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A native table with a header row, its cells cut to twelve lines."""
    columns = widths(len(head))
    heights = [_height(row, columns) for row in (head, *rows)]
    frame = slide.shapes.add_table(len(rows) + 1, len(head), Cm(MARGIN), Cm(_TOP), Cm(sum(columns)), Cm(sum(heights)))
    table = frame.table
    frame._element.find(".//{*}tableStyleId").text = _PLAIN_STYLE
    for place, wide in enumerate(columns):
        table.columns[place].width = Cm(wide)
    for place, (words, high) in enumerate(zip((head, *rows), heights, strict=True)):
        table.rows[place].height = Cm(high)
        for at, (said, cell, wide) in enumerate(zip(words, table.rows[place].cells, columns, strict=True)):
            _write(cell, cut(said, wide - 0.4, _POINTS, _CELL_LINES_MOST), is_head=place == 0 or at == 0)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _HEAD if place == 0 else _WHITE


def _write(cell: Any, words: str, *, is_head: bool) -> None:
    cell.margin_left = cell.margin_right = Cm(0.2)
    cell.margin_top, cell.margin_bottom = Cm(0.12), Cm(0.16)
    write(cell.text_frame.paragraphs[0], words, _POINTS, bold=is_head)


def _height(row: tuple[str, ...], columns: list[float]) -> float:
    lines = max(min(line_count(words, wide - 0.4, _POINTS), _CELL_LINES_MOST) for words, wide in zip(row, columns, strict=True))
    return lines * line_height(_POINTS) + _PADDING
