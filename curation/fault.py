"""A fault in curated data, said so that the curator can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """Where a fault is (file, record, field), what is wrong and what mends it."""

    file: str
    record: str
    field: str
    problem: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}: {self.record}: {self.field}: {self.problem}; {self.mend}"
