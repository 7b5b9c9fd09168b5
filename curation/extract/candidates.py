"""What the extractor proposes: one candidate for each row a curator would consider."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | list[str]
Columns = dict[str, Value]


@dataclass(frozen=True)
class Candidate:
    """One proposed award or target row.

    `start` and `end` are code points of the text given to `extract`; `phrase` is that slice in simplified script.
    `columns` holds the data model's columns that the rules could fill: money in yuan, rates in percent.
    """

    kind: str
    start: int
    end: int
    phrase: str
    confidence: float
    why: str
    columns: Mapping[str, Value] = field(default_factory=dict)

    def get(self, name: str) -> Value | None:
        """The value of one data model column, None if the rules could not tell."""
        return self.columns.get(name)

    def as_dict(self) -> Columns:
        """The flat mapping that is printed as one JSON line."""
        place: Columns = {"kind": self.kind, "start": self.start, "end": self.end, "phrase": self.phrase}
        return {**place, **self.columns, "confidence": self.confidence, "why": self.why}
