"""The values that the rooms of the face hand on: what was found, where, and what stands against it."""

from dataclasses import dataclass

Value = str | tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One value that the document says of itself, as it would stand in the curated file.

    `column` is a column of `documents`; `basis` is stated (the text has the value), computed (a rule of the text gives it,
    such as a validity of five years) or inferred. `place` names where it was read: page_field, head, title, signature,
    closing, number, mark. [start, end) are offsets of the text as stored; -1 for a page field that is no part of the text.
    """

    column: str
    value: str
    basis: str
    place: str
    start: int
    end: int


@dataclass(frozen=True)
class Doubt:
    """Something that the curator must look at: a code whose words are `face.doubt.<code>`, its values, and the place."""

    code: str
    column: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    start: int = -1
    end: int = -1


def doubt(code: str, column: str = "", start: int = -1, end: int = -1, **values: Value) -> Doubt:
    """A doubt with its values by name."""
    return Doubt(code, column, tuple(values.items()), start, end)
