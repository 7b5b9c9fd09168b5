"""The blocks of a Word body and the rows and cells of its tables, less those that a tracked change deleted or a row that is hidden."""

from collections.abc import Callable, Iterator
from typing import Any

from curation.read.package import attribute, local
from curation.read.word_styles import child

# Tells what was left out: an element and its kind (deleted, hidden).
LeaveOut = Callable[[Any, str], None]
# Word allows a cell at most so many columns.
_WIDEST = 63
_BLOCKS = frozenset({"p", "tbl", "altChunk"})


def blocks_of(parent: Any, leave_out: LeaveOut, changed: Callable[[], None], is_prompt: Callable[[Any], bool]) -> Iterator[Any]:
    """Paragraphs, tables and imported parts below an element, through controls and tracked changes."""
    for held in parent:
        kind = local(held)
        if kind in _BLOCKS:
            yield held
        elif kind in ("del", "moveFrom"):
            leave_out(held, "deleted")
        elif kind == "AlternateContent":
            yield from blocks_of(next(iter(held), ()), leave_out, changed, is_prompt)
        elif not kind.endswith("Pr") and not (kind == "sdt" and is_prompt(held)):
            if kind in ("ins", "moveTo"):
                changed()
            yield from blocks_of(held, leave_out, changed, is_prompt)


def rows_of(table: Any, leave_out: LeaveOut, changed: Callable[[], None]) -> Iterator[Any]:
    """The rows that are printed; `changed` is told of open changes."""
    for held in table:
        if local(held) == "tr":
            properties = child(held, "trPr")
            marks = {local(part) for part in properties} if properties is not None else set()
            if marks & {"ins", "del"}:
                changed()
            if "del" in marks or "hidden" in marks:
                leave_out(held, "deleted" if "del" in marks else "hidden")
            else:
                yield held
        elif not local(held).endswith("Pr"):
            yield from rows_of(held, leave_out, changed)


def cells_of(row: Any, leave_out: LeaveOut) -> Iterator[Any]:
    """The cells of a row that are printed."""
    for held in row:
        if local(held) == "tc":
            properties = child(held, "tcPr")
            if properties is not None and child(properties, "cellDel") is not None:
                leave_out(held, "deleted")
            else:
                yield held
        elif not local(held).endswith("Pr"):
            yield from cells_of(held, leave_out)


def skipped(row: Any) -> int:
    """How many columns a row leaves free before its first cell."""
    properties = child(row, "trPr")
    before = child(properties, "gridBefore") if properties is not None else None
    return _small(attribute(before, "val"), 0) if before is not None else 0


def span(properties: Any) -> int:
    """How many columns a cell spans."""
    held = child(properties, "gridSpan") if properties is not None else None
    return _small(attribute(held, "val"), 1) if held is not None else 1


def _small(words: str, default: int) -> int:
    return min(int(words), _WIDEST) if words.isdecimal() else default
