"""Score candidates against curated rows: what was found, and what of it is right.

A row is found if a candidate of its kind overlaps its place and has its value; several rows of one place are matched
one to one, the best fitting first.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from curation.extract.candidates import Candidate
from curation.extract.drafts import MAIN_COLUMNS

Row = Mapping[str, Any]

_CEILING = ("ceiling_cny",)
_ASPECTS = {
    "award": {"form": ("form",), "bound": ("bound",), "ceiling": _CEILING, "level": ("recognition_level", "level_or_above")},
    "target": {"form": ("unit",), "bound": ("comparator",), "ceiling": (), "level": ("recognition_level", "level_or_above")},
}
_LOOSE = {
    "award": ("designation", "beneficiary", "trigger", "frequency", "instrument", "rate_basis", "match_basis", "ceiling_period"),
    "target": ("indicator", "verb", "basis", "target_year"),
}


@dataclass
class Score:
    """Counts of one document and kind. `right` are found rows with form, bound, ceiling and level as curated."""

    rows: int = 0
    found: int = 0
    right: int = 0
    extra: int = 0
    aspects: Counter[str] = field(default_factory=Counter)
    missed: list[Row] = field(default_factory=list)
    wrong: list[tuple[Row, Candidate, list[str]]] = field(default_factory=list)
    surplus: list[Candidate] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Sum two scores."""
        self.rows += other.rows
        self.found += other.found
        self.right += other.right
        self.extra += other.extra
        self.aspects += other.aspects
        self.missed += other.missed
        self.wrong += other.wrong
        self.surplus += other.surplus

    def share(self, name: str) -> float:
        """An aspect as a share of the found rows."""
        return self.aspects[name] / self.found if self.found else 1.0


def score(rows: Sequence[Row], candidates: Iterable[Candidate], kind: str) -> Score:
    """Compare curated rows of one kind (award or target) with the candidates; forms without a figure are left out."""
    numbered = [row for row in rows if main_value(row, kind) is not None]
    pool = [item for item in candidates if item.kind == kind and main_value(item.columns, kind) is not None]
    result = Score(rows=len(numbered))
    taken_rows = _paired(numbered, pool, kind)
    taken = set(taken_rows.values())
    for i, row in enumerate(numbered):
        if i in taken_rows:
            _count(result, row, pool[taken_rows[i]], kind)
        else:
            result.missed.append(row)
    places = {(int(row["start"]), int(row["end"])) for row in numbered}
    result.surplus = [item for j, item in enumerate(pool) if j not in taken and not any(_overlaps(item, *place) for place in places)]
    result.extra = len(result.surplus)
    return result


def _paired(rows: Sequence[Row], pool: Sequence[Candidate], kind: str) -> dict[int, int]:
    """The place in `pool` of the candidate for each row that was found, one to one, the best fitting first."""
    pairs = sorted(
        ((_fit(row, item, kind), i, j) for i, row in enumerate(rows) for j, item in enumerate(pool) if _same_figure(row, item, kind)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def judged(rows: Sequence[Row], candidates: Iterable[Candidate], kind: str) -> list[tuple[Candidate, bool]]:
    """Each candidate with a figure, and whether a curated row has its value, form, bound, ceiling and level."""
    numbered = [row for row in rows if main_value(row, kind) is not None]
    pool = [item for item in candidates if item.kind == kind and main_value(item.columns, kind) is not None]
    names = [name for group in _ASPECTS[kind].values() for name in group]
    taken = {j: i for i, j in _paired(numbered, pool, kind).items()}
    return [(item, j in taken and all(_same(numbered[taken[j]], item, name) for name in names)) for j, item in enumerate(pool)]


def main_value(columns: Row, kind: str) -> tuple[str, float] | None:
    """Form (or unit) and value of the main figure; None for a row without a figure."""
    if kind == "target":
        value = columns.get("value")
        if value in (None, ""):
            return ("words", 0.0) if columns.get("comparator") in ("full_coverage", "generally", "basically") else None
        return "number", float(str(value))
    for main, _ in MAIN_COLUMNS.values():
        if columns.get(main) not in (None, ""):
            return main, float(str(columns[main]))
    return None


def _same_figure(row: Row, item: Candidate, kind: str) -> bool:
    mine, theirs = main_value(row, kind), main_value(item.columns, kind)
    return bool(mine and theirs and abs(mine[1] - theirs[1]) < 1e-6 and _overlaps(item, int(row["start"]), int(row["end"])))


def _overlaps(item: Candidate, start: int, end: int) -> bool:
    return item.start < end and start < item.end


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value in (None, ""):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _same(row: Row, item: Candidate, name: str) -> bool:
    empty = "false" if name == "level_or_above" else ""
    return (_text(row.get(name)) or empty) == (_text(item.get(name)) or empty)


def _fit(row: Row, item: Candidate, kind: str) -> int:
    names = [name for group in _ASPECTS[kind].values() for name in group]
    return 4 * sum(_same(row, item, name) for name in names) + 2 * _same(row, item, "designation") + sum(_same(row, item, name) for name in _LOOSE[kind])


def _count(result: Score, row: Row, item: Candidate, kind: str) -> None:
    result.found += 1
    faults = []
    for aspect, names in _ASPECTS[kind].items():
        if all(_same(row, item, name) for name in names):
            result.aspects[aspect] += 1
        else:
            faults.append(aspect)
    for name in _LOOSE[kind]:
        result.aspects[name] += _same(row, item, name)
    if faults:
        result.wrong.append((row, item, faults))
    else:
        result.right += 1
