"""A printed page as glyphs and ruling lines, whatever format it comes from, and the rows that they stand in.

Lengths are in the page's own unit; y grows downwards from the top of the page as it is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from curation.read.reading import Box

# Two glyphs stand in one row if their middles differ by less than this share of the larger one's height.
_SAME_ROW = 0.4
# A gap wider than this share of the height is a space between Chinese characters, and between letters.
_WIDE_GAP, _WORD_GAP = 0.75, 0.22
# Between the pieces of a scanned row such a gap parts the cells of a table.
_CELL_GAP = 2.0


class Glyph(NamedTuple):
    """One character, or in a scan one recognised piece, with its place; `spaced` if the file has a blank before it."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float = 1.0
    spaced: bool = False

    @property
    def height(self) -> float:
        """The height of its box."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The middle of its box from the top."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A ruling line, level or upright."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """What stands on one page. `turned` counts the quarter turns from the page as shown to the page as read."""

    width: float
    height: float
    glyphs: Sequence[Glyph]
    rules: Sequence[Rule] = ()
    turned: int = 0


@dataclass(frozen=True)
class Row:
    """One printed row: its words, its place, and how sure they are."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float = 1.0
    cells: tuple[str, ...] = field(default=(), compare=False)

    @property
    def height(self) -> float:
        """The height of its box."""
        return self.bottom - self.top


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of some glyphs from top to bottom."""
    held: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.words.strip()), key=lambda glyph: (glyph.middle, glyph.left)):
        row = next((row for row in reversed(held[-3:]) if _stands_in(glyph, row)), None)
        if row is None:
            held.append([glyph])
        else:
            row.append(glyph)
    return sorted((_row(row) for row in held), key=lambda row: (row.top + row.bottom, row.left))


def _stands_in(glyph: Glyph, row: list[Glyph]) -> bool:
    other = row[0] if row[0].height >= row[-1].height else row[-1]
    larger = max(glyph.height, other.height)
    return abs(glyph.middle - other.middle) < _SAME_ROW * larger and min(glyph.height, other.height) > 0.4 * larger


def _row(glyphs: list[Glyph]) -> Row:
    glyphs = sorted(glyphs, key=lambda glyph: glyph.left)
    height = median(glyph.height for glyph in glyphs)
    words = glyphs[0].words
    for before, glyph in pairwise(glyphs):
        if glyph.words == before.words and abs(glyph.left - before.left) < 0.3 * (glyph.right - glyph.left) and len(glyph.words) == 1:
            continue  # printed twice to look bold
        words += _between(before, glyph, height) + glyph.words
    return Row(
        words, min(glyph.left for glyph in glyphs), min(glyph.top for glyph in glyphs), max(glyph.right for glyph in glyphs), max(glyph.bottom for glyph in glyphs),
        min(glyph.sure for glyph in glyphs),
    )


def _between(before: Glyph, glyph: Glyph, height: float) -> str:
    gap = glyph.left - before.right
    if len(before.words) > 1 or len(glyph.words) > 1:
        return "\t" if gap > _CELL_GAP * height else " " if gap > _WIDE_GAP * height else ""
    if glyph.spaced and gap > 0.08 * height:
        return " "
    is_letters = before.words[-1].isascii() and glyph.words[0].isascii() and before.words[-1].isalnum() and glyph.words[0].isalnum()
    is_number = before.words[-1].isdigit() and glyph.words[0].isdigit()  # digits set wide are still one number
    return " " if gap > (_WORD_GAP if is_letters and not is_number else _WIDE_GAP) * height else ""


def share(page: Page, left: float, top: float, right: float, bottom: float) -> Box:
    """A place of the page as read as shares of the page as it is shown."""
    box = (left / page.width, top / page.height, right / page.width, bottom / page.height)
    for _ in range(page.turned % 4):  # one quarter turn back, against the clock
        box = (box[1], 1 - box[2], box[3], 1 - box[0])
    left, top, right, bottom = (min(1.0, max(0.0, round(value, 4))) for value in box)
    return (left, top, right, bottom)
