"""Rows of awards or targets by document, and the one rule by which a cell is judged against the baseline of its row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from compare.shared.silence import Silence, silent_verdict
from loaders.queries import Row
from model.comparability import Side
from model.comparison import Cell, Heading, Note, Verdict
from model.prepared import age
from model.proposal import PROPOSED_DOCUMENT
from model.saying import joined, small, text
from model.selection import Selection
from model.status import is_current, status_on

Compare = Callable[[Side | None, Side | None, date], Verdict]


def baseline(filled: Iterable[str], documents: Mapping[str, Row], selection: Selection) -> str:
    """The document that others are compared with: the pinned one if it is on screen, even where it is silent, else the
    first that is filled; empty if there is none.
    """
    return pinned(documents, selection) or next(iter(filled), "")


def pinned(documents: Mapping[str, Row], selection: Selection) -> str:
    """The document on screen that others are compared with because the reader pinned it; empty if there is none.

    It is the own document unless that is only the draft of a pinned city: a draft is a baseline only where it is named itself.
    """
    own = own_document(documents, selection)
    return "" if own != selection.baseline and own and documents[own]["is_draft"] else own


def own_document(documents: Mapping[str, Row], selection: Selection) -> str:
    """The document on screen that stands for what the reader pinned; empty if there is none.

    A pinned city stands for its newest document that may be read as valid on the day, else its newest that is no draft, else its
    newest draft. `documents` are rows by id, in any order.
    """
    if selection.baseline in documents:
        return selection.baseline
    own = sorted((key for key, row in documents.items() if row["city_id"] == selection.baseline), key=lambda key: (age(documents[key]), key))
    final = [key for key in own if not documents[key]["is_draft"]]
    valid = [key for key in final if is_current(status_on(documents[key], selection.as_of))]
    return (valid or final or own or [""])[-1]


@dataclass(frozen=True)
class Matrix:
    """What is laid out: the awards or targets by (row, column), and the documents behind the columns."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    placed: dict[tuple[str, str], list[Row]]
    documents: dict[str, Row]
    wider: dict[tuple[str, str], list[Row]] = field(default_factory=dict)  # awards for a wider title than that of their row

    @cached_property
    def _by_row(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for (row, _), stated in self.placed.items():
            found.setdefault(row, []).extend(stated)
        return found

    def of_row(self, row: str) -> list[Row]:
        """What is stated in a row, column by column."""
        return self._by_row.get(row, [])

    @cached_property
    def _by_column(self) -> dict[str, list[tuple[str, Row]]]:
        found: dict[str, list[tuple[str, Row]]] = {}
        for (row, column), stated in self.placed.items():
            found.setdefault(column, []).extend((row, one) for one in stated)
        return found

    def of_column(self, column: str) -> list[tuple[str, Row]]:
        """What a document states, with its row."""
        return self._by_column.get(column, [])

    def baseline(self, row: str, selection: Selection) -> str:
        """The column that a row is compared with."""
        return baseline((column.key for column in self.columns if (row, column.key) in self.placed), self.documents, selection)

    def side(self, row: str, column: str) -> Side | None:
        """What stands for a cell when it is compared; None for a silent one."""
        stated = self.placed.get((row, column))
        return Side(main_row(stated), self.documents.get(column, PROPOSED_DOCUMENT)) if stated else None


def main_row(stated: list[Row]) -> Row:
    """The award or target whose number a cell draws: the first with a figure."""
    return next((row for row in stated if row.get("form") != "unstated"), stated[0])


def judge(matrix: Matrix, row: str, column: str, selection: Selection, compare: Compare, silent: Callable[[str], Silence]) -> Verdict | None:
    """The verdict on a cell against the baseline of its row, None for the baseline itself; `silent` says how a document
    is silent on this row.
    """
    first = matrix.baseline(row, selection)
    if column == first or not first:
        return None
    a, b = matrix.side(row, first), matrix.side(row, column)
    if a and b:
        return compare(a, b, selection.as_of)
    marks = ["stated" if side else silent(key).mark for side, key in ((a, first), (b, column))]
    return silent_verdict(marks[0], marks[1])


def comparability_notes(matrix: Matrix, cells: Iterable[Cell], selection: Selection) -> Iterable[Note]:
    """The baseline, and one note per cell that is not simply comparable although both documents have a provision."""
    rows = {heading.key: heading.label for heading in matrix.rows}
    columns = {heading.key: heading.label for heading in matrix.columns}
    chosen = pinned(matrix.documents, selection)
    yield Note("comparability", text("note.baseline", document=columns[chosen]) if chosen else text("note.baseline_earliest"))
    for cell in cells:
        judged, first = cell.comparability, matrix.baseline(cell.row, selection)
        if judged is None or judged.code == "direct" or not matrix.side(cell.row, cell.column) or not matrix.side(cell.row, first):
            continue
        yield Note("comparability", text(
            "note.cell", row=rows[cell.row], document=columns[cell.column], baseline=columns[first], verdict=small(judged.words),
            reasons=joined("list.separator", (small(reason.words) for reason in judged.reasons)), instead=judged.reasons[0].instead))
