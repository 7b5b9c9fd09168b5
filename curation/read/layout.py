"""From printed pages to one text with the place of every line: furniture out, tables as lines, rows joined to paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from curation.read.furniture import without_furniture
from curation.read.grid import Rectangle, filled, is_inside, outline, tables_on
from curation.read.limits import Limits
from curation.read.page import Page, Row, rows_of, share
from curation.read.paragraphs import Margins, goes_on, joined, margins
from curation.read.reading import Line
from curation.read.table_text import Cell, table_lines
from model.characters import INVISIBLE

_CONTENTS = re.compile(r".*?(?:[.·…。]\s*){4,}\d{1,4}\s*")


@dataclass(frozen=True)
class _Table:
    """A table on one page: its place, and its rows with their places."""

    place: Rectangle
    rows: list[tuple[Rectangle, list[Cell]]]


@dataclass
class _Text:
    """The text as it grows, line by line, with the printed rows of each."""

    lines: list[str] = field(default_factory=list)
    places: list[Line] = field(default_factory=list)
    length: int = 0

    def begin(self) -> None:
        """A new paragraph."""
        if self.lines:
            self.length += len(self.lines[-1]) + 1
        self.lines.append("")

    def add(self, words: str, page: Page, number: int, place: Rectangle, sure: float) -> None:
        """Words of one row go on in the last paragraph."""
        start = len(self.lines[-1])
        self.lines[-1] = joined(self.lines[-1], words)
        self.places.append(Line(self.length + max(start, len(self.lines[-1]) - len(words)), self.length + len(self.lines[-1]), number, share(page, *place), sure))


def text_of(pages: Sequence[Page], name: str, limits: Limits) -> tuple[str, tuple[Line, ...], Counter[str]]:
    """The text of some pages, its printed lines, and what was left out."""
    tables = [_tables(page) for page in pages]
    rows = [rows_of([glyph for glyph in page.glyphs if not any(is_inside(glyph, table.place) for table in held)]) for page, held in zip(pages, tables, strict=True)]
    kept, furniture = without_furniture(pages, rows)
    left_out = Counter({"page_furniture": furniture})
    edges = margins(kept, max((page.width for page in pages), default=0.0))
    text = _Text()
    before: Row | None = None
    for number, (page, held, drawn) in enumerate(zip(pages, kept, tables, strict=True), 1):
        blocks: list[Row | _Table] = [*held, *drawn]
        for block in sorted(blocks, key=_top):
            if isinstance(block, _Table):
                _add_table(text, block, page, number, name, limits)
                before = None
            elif _CONTENTS.fullmatch(block.words):
                left_out["contents"] += 1
            else:
                _add_row(text, block, before, edges, page, number)
                before = block
    whole = "".join(f"{line}\n" for line in text.lines)
    return whole, tuple(text.places), left_out


def _top(block: Row | _Table) -> float:
    return block.top if isinstance(block, Row) else block.place[1]


def _tables(page: Page) -> list[_Table]:
    found = []
    for cells in tables_on(page.rules):
        place = outline(cells)
        rows = filled(cells, [glyph for glyph in page.glyphs if is_inside(glyph, place)])
        if any(cell.words for _, row in rows for cell in row):
            found.append(_Table(place, rows))
    return found


def _add_row(text: _Text, row: Row, before: Row | None, edges: Margins | None, page: Page, number: int) -> None:
    if before is None or edges is None or not goes_on(before, row, edges):
        text.begin()
    text.add(_plain(row.words), page, number, (row.left, row.top, row.right, row.bottom), row.sure)


def _add_table(text: _Text, table: _Table, page: Page, number: int, name: str, limits: Limits) -> None:
    """A line for each row; a row of running text gives several, at the place of the whole."""
    places = [place for place, _ in table.rows]
    rows = [row for _, row in table.rows]
    lines = table_lines(rows, name, limits)
    for index, words in enumerate(lines):
        place = places[index] if len(lines) == len(places) else table.place
        text.begin()
        text.add(_plain(words), page, number, place, 1.0)


def _plain(words: str) -> str:
    """Words without what nobody sees."""
    return "".join(character for character in words if character not in INVISIBLE).strip(" ")
