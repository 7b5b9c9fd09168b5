"""Tables that a page draws with ruling lines: which cells they make and what stands in each."""

from collections.abc import Sequence

from curation.read.page import Glyph, Row, Rule, rows_of
from curation.read.table_text import Cell

# A page with more lines than this is a drawing and no table.
_MOST, _MOST_EDGES = 3000, 500
_NEAR = 3.0

Rectangle = tuple[float, float, float, float]


def tables_on(rules: Sequence[Rule]) -> list[list[Rectangle]]:
    """The cells of every table as left, top, right, bottom; a frame with a single cell is none."""
    if not 4 <= len(rules) <= _MOST:
        return []
    from pdfplumber import table

    edges = table.merge_edges([_edge(rule) for rule in rules], _NEAR, _NEAR, _NEAR, _NEAR)
    if len(edges) > _MOST_EDGES:
        return []
    cells = table.intersections_to_cells(table.edges_to_intersections(edges, _NEAR, _NEAR))
    found = [[(float(left), float(top), float(right), float(bottom)) for left, top, right, bottom in held] for held in table.cells_to_tables(cells)]
    return [held for held in found if len(held) > 1]


def _edge(rule: Rule) -> dict[str, object]:
    is_level = rule.right - rule.left >= rule.bottom - rule.top
    return {"orientation": "h" if is_level else "v", "x0": rule.left, "x1": rule.right, "top": rule.top, "bottom": rule.bottom, "width": rule.right - rule.left, "height": rule.bottom - rule.top}


def outline(cells: Sequence[Rectangle]) -> Rectangle:
    """The whole table."""
    return min(cell[0] for cell in cells), min(cell[1] for cell in cells), max(cell[2] for cell in cells), max(cell[3] for cell in cells)


def is_inside(glyph: Glyph, place: Rectangle) -> bool:
    """Whether the middle of a glyph lies in a place."""
    return place[0] <= (glyph.left + glyph.right) / 2 <= place[2] and place[1] <= glyph.middle <= place[3]


def filled(cells: Sequence[Rectangle], glyphs: Sequence[Glyph]) -> list[tuple[Rectangle, list[Cell]]]:
    """The rows of a table with the place of each and its cells, which know how many rows and columns they span."""
    columns, levels = _steps([cell[0] for cell in cells]), _steps([cell[1] for cell in cells])
    whole = outline(cells)
    rows: list[tuple[Rectangle, list[Cell]]] = []
    left_over = list(glyphs)
    for number, level in enumerate(levels):
        below = levels[number + 1] if number + 1 < len(levels) else whole[3]
        row: list[Cell] = []
        for cell in sorted(held for held in cells if abs(held[1] - level) <= _NEAR):
            inside = [glyph for glyph in left_over if is_inside(glyph, cell)]
            left_over = [glyph for glyph in left_over if not is_inside(glyph, cell)]
            row.append(Cell(_paragraphs(rows_of(inside)), (), _crossed(columns, cell[0], cell[2]), _crossed(levels, cell[1], cell[3])))
        rows.append(((whole[0], level, whole[2], below), row))
    return rows


def _paragraphs(rows: list[Row]) -> tuple[str, ...]:
    """A cell's rows as one paragraph: a cell breaks its words where it is full."""
    words = ""
    for row in rows:
        is_letters = words[-1:].isascii() and words[-1:].isalnum() and row.words[:1].isascii() and row.words[:1].isalpha()
        words += (" " if is_letters else "") + row.words
    return (words,)


def _steps(values: list[float]) -> list[float]:
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > _NEAR:
            steps.append(value)
    return steps


def _crossed(steps: list[float], first: float, last: float) -> int:
    return max(1, sum(first - _NEAR <= step < last - _NEAR for step in steps))
