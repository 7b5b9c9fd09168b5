"""What the extractor proposes: one candidate for each row a curator would consider."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Value = str | int | float | bool | list[str]
Columns = dict[str, Value]


class Reason(NamedTuple):
    """The words that made one column: `role` is ceiling, level or recipient, [start, end) code points of the text."""

    role: str
    start: int
    end: int
    phrase: str


@dataclass(frozen=True)
class Candidate:
    """One proposed award or target row.

    `start` and `end` are code points of the text given to `extract`; `phrase` is that slice in simplified script.
    `columns` holds the data model's columns that the rules could fill: money in yuan, rates in percent. `reasons` are the
    words that made its ceiling, level and recipient, as far as words of the text did. `confidence` is the share of right
    ones among the proposals of its rule on texts that were kept apart (`confidence.csv`).
    """

    kind: str
    start: int
    end: int
    phrase: str
    confidence: float
    why: str
    columns: Mapping[str, Value] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()

    def get(self, name: str) -> Value | None:
        """The value of one data model column, None if the rules could not tell."""
        return self.columns.get(name)

    def as_dict(self) -> dict[str, object]:
        """The mapping that is printed as one JSON line: flat but for the reasons."""
        place = {"kind": self.kind, "start": self.start, "end": self.end, "phrase": self.phrase}
        return {**place, **self.columns, "confidence": self.confidence, "why": self.why, "reasons": [item._asdict() for item in self.reasons]}
