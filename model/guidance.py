"""What the data may be used for: borderline rules, agreement of the readings, ambiguous cases and worked examples.

All of it is data (`data/codebook/`), so that the page on method and the generated documents say the same.
"""

from dataclasses import dataclass

from model.codes import Code, read_csv


@dataclass(frozen=True)
class Agreement:
    """Two readings that did not know of each other, one field: how many of the shared rows agree."""

    table: str
    field: str
    agreed: int
    total: int

    @property
    def percent(self) -> float:
        """The share that agrees, in percent with one decimal."""
        return round(100 * self.agreed / self.total, 1)


def agreement() -> tuple[Agreement, ...]:
    """The agreement per field; the field `found` counts rows that both readings hold."""
    return tuple(Agreement(row["table"], row["field"], int(row["agreed"]), int(row["total"])) for row in read_csv("agreement"))


def ambiguous_cases() -> tuple[Code, ...]:
    """One row per ambiguous case: document, place, matter, decision, reason, and whether the two readings differed."""
    return read_csv("ambiguous_cases")


def worked_examples() -> tuple[Code, ...]:
    """The awards that explain each form in the codebook: `award_id` and `form`."""
    return read_csv("worked_examples")
