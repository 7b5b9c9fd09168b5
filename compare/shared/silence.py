"""What it means that a document states nothing on a matter: not read, spoken of without a standard, or not in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.shared.material import Material
from loaders.queries import Row
from model.comparability import verdict
from model.comparison import SILENT_MARKS, Cell, Verdict
from model.saying import text

_REASONS = {"absent": "value_absent", "mentioned": "value_unstated", "unstated": "value_unstated"}


@dataclass(frozen=True)
class Silence:
    """A silent mark with the clauses that speak of the matter nevertheless."""

    mark: str
    clauses: tuple[Row, ...] = ()

    def cell(self, row: str, column: str, judged: Verdict | None = None) -> Cell:
        """The cell that says so; the clauses that speak of the matter are behind it."""
        return Cell(row, column, self.mark, text(f"money.{self.mark}"), source_ids=tuple(clause["measure_id"] for clause in self.clauses), comparability=judged)


def silence(material: Material, document_id: str, categories: Iterable[str], clauses: tuple[Row, ...] = ()) -> Silence:
    """How a document is silent on a matter of these categories; `clauses` speak of it without stating support."""
    if any(material.states.get((document_id, category), "not_reviewed") == "not_reviewed" for category in categories):
        return Silence("not_reviewed")
    return Silence("mentioned", clauses) if clauses else Silence("absent")


def silent_verdict(first: str, second: str) -> Verdict | None:
    """The verdict on a silent mark against a stated one, or on two matters left open; none if both say nothing at all or one
    was not read.
    """
    if first == second == "unstated":
        return verdict([_REASONS[first]])
    silent = [mark for mark in (first, second) if mark in SILENT_MARKS]
    if len(silent) != 1 or silent[0] not in _REASONS:
        return None
    return verdict([_REASONS[silent[0]]])


def filtered(row: str, column: str) -> Cell:
    """The cell of a document that provides for the matter, of which a filter of the page shows nothing: no silence."""
    return Cell(row, column, "text", text("money.filtered"))
