"""Standard cases: a documented situation, its inputs, and what the awards of one document come to in it.

Cases stand in data/codebook/case.csv, their inputs in case_input.csv, and thresholds that inputs can meet or miss in
case_condition.csv. A case is one application within one year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from model.codes import Code, codes, read_csv
from model.evaluate import Amount, Outcome, add, combine, either, evaluate, share

Award = Mapping[str, Any]

_MATCHED = (("designations", "designation"), ("triggers", "trigger"), ("bases", "rate_basis"), ("beneficiaries", "beneficiary"))
# Every column of an award that working out a case reads.
READS = (
    "award_id", "beneficiary", "designation", "recognition_level", "level_or_above", "categories", "instrument", "trigger", "form", "bound", "sum_cny", "sum_max_cny",
    "per", "per_zh", "units_max", "frequency", "selection", "rate_pct", "rate_max_pct", "rate_basis", "match_pct", "match_basis", "base_ceiling_cny", "ceiling_cny",
    "ceiling_per", "ceiling_period", "also_ceiling_cny", "also_ceiling_per", "also_ceiling_period", "cap_basis", "cap_pct", "bracket_basis", "bracket_from_cny",
    "bracket_below_cny", "slice_from_cny", "slice_rate_pct", "relation", "related_award_id",
)
_BASIS_POINTS_PER_CENT = 100
_INTEREST = {"lpr": "lpr", "benchmark": "interest"}  # the input that is a rate, and the base that is a year's interest at it


@dataclass(frozen=True)
class Case:
    """One case: which awards speak to it and whether they are paid together (add) or are alternatives (either)."""

    code: str
    row: Code

    def items(self, column: str) -> tuple[str, ...]:
        """The codes that a column of the case lists; empty for no restriction."""
        return tuple(self.row[column].split(";")) if self.row[column] else ()

    def takes(self, award: Award) -> bool:
        """Whether an award speaks to this case."""
        if award["award_id"] in self.items("except"):
            return False
        if award["award_id"] in self.items("also"):
            return True
        fits = all(not self.items(name) or award[column] in self.items(name) for name, column in _MATCHED)
        return fits and set(self.items("categories")) <= set(award["categories"]) and self._has_level(award)

    def _has_level(self, award: Award) -> bool:
        """A title of a level fits an award for that level, or for a lower level or above."""
        wanted, order = self.items("levels"), codes("recognition_level")
        level = award["recognition_level"]
        if not wanted or level in wanted:
            return True
        return bool(award["level_or_above"]) and any(order.index(name) < order.index(level) for name in wanted)


@dataclass(frozen=True)
class Part:
    """One award in a case, with the conditions that the inputs meet or miss."""

    award: Award
    outcome: Outcome
    met: tuple[Code, ...] = ()
    missed: tuple[Code, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the part has an amount and no condition is missed."""
        return self.outcome.amount.is_known and not self.missed


@dataclass(frozen=True)
class Result:
    """What one document gives in a case: its parts and what they come to together, as paid at once or step by step."""

    parts: tuple[Part, ...]
    amount: Amount
    topped: tuple[tuple[Part, Part], ...] = ()
    filled: tuple[tuple[Part, Part], ...] = ()

    @property
    def counted(self) -> tuple[Part, ...]:
        """The parts that the amount is made of."""
        return tuple(part for part in self.parts if part.counts)


@cache
def cases() -> dict[str, Case]:
    """All cases in their published order, by code."""
    return {row["code"]: Case(row["code"], row) for row in read_csv("case")}


@cache
def named_awards() -> frozenset[str]:
    """The awards that a case or a condition names by their id."""
    listed = (award_id for case in cases().values() for column in ("except", "also") for award_id in case.items(column))
    return frozenset([*listed, *(row["award_id"] for row in _conditions())])


@cache
def inputs_of(case: str) -> tuple[Code, ...]:
    """The inputs of a case in their published order."""
    return tuple(row for row in read_csv("case_input") if row["case"] == case)


def values_of(case: str, chosen: Sequence[str]) -> dict[str, int]:
    """The inputs of a case by name: the reader's (`name:value`), else the published default; one without either is left out."""
    given = dict(item.split(":", 1) for item in chosen)
    found = {row["code"]: given.get(row["code"]) or row["default"] for row in inputs_of(case)}
    return {name: int(value) for name, value in found.items() if value}


def bases_of(case: str, values: Mapping[str, int]) -> dict[str, int]:
    """The sums in yuan that rates and matches refer to in this case, by basis."""
    found = {basis: values[row["code"]] for row in inputs_of(case) if row["code"] in values for basis in row["bases"].split(";") if basis}
    increment = values.get("rd_after", 0) - values.get("rd_before", 0)
    if increment > 0:
        found["rd_increment"] = increment
    rates = ((basis, values[name]) for name, basis in _INTEREST.items() if name in values and "loan" in values)
    found |= {basis: share(values["loan"], rate / _BASIS_POINTS_PER_CENT) for basis, rate in rates}
    return found


def result(case: Case, awards: Sequence[Award], chosen: Sequence[str]) -> Result:
    """What the awards of one document that speak to a case come to, with the reader's inputs."""
    values = values_of(case.code, chosen)
    bases = bases_of(case.code, values)
    parts = tuple(_part(award, bases, values) for award in awards if case.takes(award))
    counted = {part.award["award_id"]: part for part in parts if part.counts}
    topped = _related("on_top_of", counted)
    filled = _related("fills_up_to", counted)
    amounts = _amounts(counted)
    return Result(parts, either(amounts) if case.row["combine"] == "either" else add(amounts), topped, filled)


def _amounts(counted: Mapping[str, Part]) -> list[Amount]:
    """The amounts of the parts, those that are related taken together."""
    totals = {key: part.outcome.amount for key, part in counted.items()}
    for key, part in counted.items():
        relation, other = part.award["relation"], part.award["related_award_id"]
        if relation and other in totals and other != key:
            totals[other] = combine(relation, totals.pop(key), totals[other], counted[other].award["ceiling_cny"])
    return list(totals.values())


def _related(relation: str, counted: Mapping[str, Part]) -> tuple[tuple[Part, Part], ...]:
    """Pairs (part, the part it points at) of one relation."""
    return tuple((part, counted[part.award["related_award_id"]]) for part in counted.values()
                 if part.award["relation"] == relation and part.award["related_award_id"] in counted)


def _part(award: Award, bases: Mapping[str, int], values: Mapping[str, int]) -> Part:
    conditions = [row for row in _conditions() if row["award_id"] == award["award_id"]]
    met = tuple(row for row in conditions if _is_met(row, values))
    return Part(award, evaluate(award, bases, values.get("tenants")), met, tuple(row for row in conditions if row not in met))


@cache
def _conditions() -> tuple[Code, ...]:
    return read_csv("case_condition")


def _is_met(condition: Code, values: Mapping[str, int]) -> bool:
    """Whether the inputs reach a threshold, in whole numbers: growth of 10 % is 100 times the increment over 10 times the base."""
    before, after, threshold = values.get("rd_before", 0), values.get("rd_after", 0), int(condition["value"])
    measured, wanted = {"rd_increment": (after - before, threshold), "rd_growth_pct": (100 * (after - before), threshold * before)}[condition["quantity"]]
    return measured >= wanted if condition["comparator"] == ">=" else measured > wanted
