"""One table, one text, whatever the file type: a line a row, cells by tab, spanning cells filled down and across."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from curation.read.limits import Limits, within

# A cell with several paragraphs and more characters than this holds running text; its table is there for layout.
_RUNNING = 120
# A spanning cell is a head or a sum that holds for each of its places if it is short and no sentence.
_FILLED = 40
_SENTENCE = re.compile("[。；;]")


@dataclass(frozen=True)
class Cell:
    """One cell: its paragraphs, how many columns and rows it spans, and the tables inside it, each with the number of paragraphs before it."""

    paragraphs: tuple[str, ...]
    inner: tuple[tuple[int, tuple[str, ...]], ...] = ()
    across: int = 1
    down: int = 1

    @property
    def words(self) -> str:
        """The cell on one line."""
        return " ".join(part for part in re.split(r"\s+", " ".join(self.paragraphs)) if part)

    @property
    def is_running(self) -> bool:
        """Whether the cell holds paragraphs of running text."""
        return sum(bool(words.strip()) for words in self.paragraphs) > 1 and sum(map(len, self.paragraphs)) > _RUNNING

    def in_order(self) -> list[str]:
        """Paragraphs and tables inside, line by line."""
        lines: list[str] = []
        for place in range(len(self.paragraphs) + 1):
            lines += [line for before, table in self.inner for line in table if before == place]
            lines += [part.strip() for words in self.paragraphs[place : place + 1] for part in words.split("\n") if part.strip()]
        return lines


def table_lines(rows: Sequence[Sequence[Cell]], name: str, limits: Limits) -> list[str]:
    """The lines of a table. Raises ReadError for one with more places than are read."""
    grid = _grid(rows, name, limits)
    width = max((len(row) for row in grid), default=0)
    lines: list[str] = []
    for row, own in zip(grid, rows, strict=True):
        if width == 1 or any(cell.is_running for cell in own):
            lines += [line for cell in own for line in cell.in_order()]
            continue
        whole = [cell for cell in own if cell.across >= width and cell.words]
        words = whole[0].words if whole and len(own) == 1 else "\t".join([*row, *[""] * (width - len(row))])
        if words.strip():
            lines.append(words)
        lines += [line for cell in own for _, table in cell.inner for line in table]
    return lines


def _grid(rows: Sequence[Sequence[Cell]], name: str, limits: Limits) -> list[list[str]]:
    """The words at every place: a cell's own at its first, and at the others if they hold there too."""
    within(sum(len(row) for row in rows), limits.cells, "cells", name)
    grid: list[list[str | None]] = [[] for _ in rows]
    places = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < len(grid[number]) and grid[number][column] is not None:
                column += 1
            down = min(max(1, cell.down), len(rows) - number)
            places += max(1, cell.across) * down
            within(places, limits.cells, "cells", name)
            _fill(grid[number : number + down], column, max(1, cell.across), cell.words)
            column += max(1, cell.across)
    return [[words or "" for words in row] for row in grid]


def _fill(rows: list[list[str | None]], column: int, across: int, words: str) -> None:
    """Write a cell into its places; a place that another cell holds already stays."""
    again = words if len(words) <= _FILLED and not _SENTENCE.search(words) else ""
    for down, row in enumerate(rows):
        row.extend([None] * (column + across - len(row)))
        for place in range(column, column + across):
            if row[place] is None:
                row[place] = words if down == 0 and place == column else again
