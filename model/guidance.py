"""What the data may be used for: borderline rules, agreement of the readings, ambiguous cases and worked examples.

All of it is data (`data/codebook/`), so that the page on method and the generated documents say the same.
"""

from dataclasses import dataclass

from model.codes import Code, read_csv

# The list by document; those that were read first have one sum together, in `agreement.csv`.
BY_DOCUMENT = "agreement_by_document"


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
    """The agreement per field over all documents; the field `found` counts rows that both readings hold."""
    return _summed([*read_csv("agreement"), *read_csv(BY_DOCUMENT)])


def agreement_of(document_id: str) -> tuple[Agreement, ...]:
    """The agreement per field of one document; none for the first documents, whose readings were counted together."""
    return _summed([row for row in read_csv(BY_DOCUMENT) if row["document_id"] == document_id])


def _summed(rows: list[Code]) -> tuple[Agreement, ...]:
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for row in rows:
        agreed, total = counts.get((row["table"], row["field"]), (0, 0))
        counts[row["table"], row["field"]] = (agreed + int(row["agreed"]), total + int(row["total"]))
    return tuple(Agreement(table, field, *count) for (table, field), count in counts.items())


def ambiguous_cases() -> tuple[Code, ...]:
    """One row per ambiguous case: document, place, matter, decision, reason, and whether the two readings differed."""
    return read_csv("ambiguous_cases")


def worked_examples() -> tuple[Code, ...]:
    """The awards that explain each form in the codebook: `award_id` and `form`."""
    return read_csv("worked_examples")
