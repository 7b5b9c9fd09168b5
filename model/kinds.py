"""The codes of rows apart from the rows: which kinds of awards, targets and measures there are, and which documents hold rows of each.

So rows are counted by codes, and documents chosen by such counts, without reading the rows themselves. Nothing is added
up here: every row is held as one of its kind.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Row = dict[str, Any]
Kind = tuple[Any, ...]

# One kind of row: its table and the codes that filters ask for, that rows are set against each other by, and that say who pays. What a table does
# not have is missing; the categories of a target are those of its measure.
COLUMNS = {
    "of": "text", "designation": "text", "designations_also": "list", "beneficiary": "text", "beneficiaries_also": "list", "recognition_level": "text",
    "instrument": "text", "categories": "list", "form": "text", "trigger": "text", "payers": "list", "match_basis": "text", "indicator": "text", "unit": "text", "is_quantified": "flag",
}
_CODES = {
    "awards": {"designation", "designations_also", "beneficiary", "beneficiaries_also", "recognition_level", "instrument", "categories", "form", "trigger", "payers", "match_basis"},
    "targets": {"recognition_level", "categories", "indicator", "unit"},
    "measures": {"categories", "is_quantified"},
}


def kinds_of(rows: Mapping[str, Iterable[Row]]) -> list[tuple[Kind, str]]:
    """The kind and the document of every award, target and measure."""
    of_measure = {row["measure_id"]: row["categories"] for row in rows["measures"]}
    return [(kind_of(name, {"categories": of_measure[row["measure_id"]], **row}), row["document_id"]) for name in _CODES for row in rows[name]]


def kind_of(name: str, row: Mapping[str, Any]) -> Kind:
    """The kind of a row of a table; a target must bring the categories of its measure."""
    values = (row[column] if column in _CODES[name] else None for column in list(COLUMNS)[1:])
    return (name, *(tuple(value) if isinstance(value, list) else value for value in values))


def numbered(found: Iterable[Kind]) -> dict[Kind, int]:
    """The number of every kind: its place among all that are found, so that the same rows give the same numbers."""
    return {kind: number for number, kind in enumerate(sorted(set(found), key=_order))}


def kind_row(number: int, kind: Kind) -> Row:
    """A row of the table of kinds."""
    return {"kind": number} | {column: list(value) if isinstance(value, tuple) else value for column, value in zip(COLUMNS, kind, strict=True)}


def _order(kind: Kind) -> tuple[tuple[bool, Any], ...]:
    return tuple((value is not None, value if value is not None else "") for value in kind)
