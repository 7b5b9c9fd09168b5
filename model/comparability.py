"""Whether two figures may be compared: one ordered table of rules, symmetric, with reasons in words.

The data model names three verdicts: directly comparable, comparable with conditions, not to be compared. Each rule
is a code of the list `reason`, whose column `severity` says which verdict it leads to.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from model.codes import code_list, relation
from model.comparison import Reason, Verdict
from model.saying import label, own
from model.status import status_on

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Side:
    """One side of a comparison: a row of awards or targets and its document."""

    row: Row
    document: Row


def verdict(reasons: Iterable[str]) -> Verdict:
    """The verdict that reason codes lead to, the strongest reasons first."""
    return _verdict(frozenset(reasons))


@cache
def _verdict(reasons: frozenset[str]) -> Verdict:
    """Every set of reasons has one verdict; few of them occur."""
    rows = code_list("reason")
    order = {code: place for place, code in enumerate(rows)}
    ordered = sorted(reasons, key=lambda code: (rows[code]["severity"] != "not_comparable", order[code]))
    severities = {rows[code]["severity"] for code in ordered}
    code = "not_comparable" if "not_comparable" in severities else "conditional" if severities else "direct"
    said = tuple(Reason(item, own(rows[item]), own(rows[item], "instead")) for item in ordered)
    return Verdict(code, label("verdict", code), said)


def compare_awards(a: Side | None, b: Side | None, as_of: date) -> Verdict:
    """The verdict on two awards; None stands for a document that has no such provision."""
    if a is None or b is None:
        return verdict(["value_absent"])
    reasons = [code for code, differs in _AWARD_RULES if differs(a.row, b.row)]
    return verdict(reasons + _document_reasons(a, b, as_of))


def compare_targets(a: Side | None, b: Side | None, as_of: date) -> Verdict:
    """The verdict on two targets; None stands for a document that has no such goal."""
    if a is None or b is None:
        return verdict(["value_absent"])
    reasons = [code for code, differs in _TARGET_RULES if differs(a.row, b.row)]
    return verdict(reasons + _document_reasons(a, b, as_of))


_NOT_IN_FORCE = {"repealed": "repealed", "expired": "expired", "not_yet": "not_yet", "unknown": "status_unknown"}


def _document_reasons(a: Side, b: Side, as_of: date) -> list[str]:
    statuses = [status_on(side.document, as_of) for side in (a, b)]
    reasons = []
    if "draft" in statuses:
        reasons.append("draft")
    reasons += [reason for status, reason in _NOT_IN_FORCE.items() if status in statuses]
    if len({side.document.get("place_level") for side in (a, b)} - {None}) > 1:
        reasons.append("place_level")
    if any(side.document["year_basis"] == "inferred" for side in (a, b)):
        reasons.append("date_inferred")
    return reasons


def _differs(*columns: str) -> Callable[[Row, Row], bool]:
    return lambda a, b: any(a[column] != b[column] for column in columns)


def _titles(kind: str) -> Callable[[Row, Row], bool]:
    """Two recognised titles whose stated relation is `kind`; a title against none counts as none."""

    def test(a: Row, b: Row) -> bool:
        if a["designation"] == b["designation"]:
            return False
        if a["designation"] is None or b["designation"] is None:
            return kind == "none"
        return relation("designation_relations", a["designation"], b["designation"]) == kind

    return test


def _untitled(a: Row, b: Row) -> bool:
    return a["designation"] is None and b["designation"] is None


def _value_unstated(a: Row, b: Row) -> bool:
    return "unstated" in (a["form"], b["form"])


_SILENT = (None, "unspecified", "unstated", ["unstated"])


def _both_say(column: str, a: Row, b: Row) -> bool:
    return a[column] not in _SILENT and b[column] not in _SILENT


def _one_says(column: str, a: Row, b: Row) -> bool:
    """Where one document is silent no text states a difference, but the reader must know."""
    return (a[column] in _SILENT) != (b[column] in _SILENT)


_MEASURED = ("square_metre", "square_metre_month", "person_month", "person_year", "step")


def _units_differ(a: str | None, b: str | None) -> bool:
    """Two kinds of unit, or one measured unit against none: what is paid per square metre is no sum of its own."""
    return a != b and (None not in (a, b) or a in _MEASURED or b in _MEASURED)


def _other_governments(a: list[str], b: list[str]) -> bool:
    """No level of government pays on both sides; a zone is no level."""
    return not {*a} & {*b} and "zone" not in (*a, *b)


_AWARD_RULES: tuple[tuple[str, Callable[[Row, Row], bool]], ...] = (
    ("designation_none", _titles("none")),
    ("designation_broad", _titles("broad")),
    ("level_differs", _differs("recognition_level")),
    ("value_unstated", _value_unstated),
    ("form_differs", lambda a, b: a["form"] != b["form"] and not _value_unstated(a, b)),
    ("per_differs", lambda a, b: a["form"] == b["form"] == "sum" and _units_differ(a.get("per"), b.get("per"))),
    ("basis_differs", lambda a, b: a["form"] == b["form"] != "unstated" and (a["rate_basis"], a["match_basis"]) != (b["rate_basis"], b["match_basis"])),
    ("beneficiary_differs", lambda a, b: _untitled(a, b) and _both_say("beneficiary", a, b) and a["beneficiary"] != b["beneficiary"]),
    ("instrument_differs", lambda a, b: _untitled(a, b) and a["instrument"] != b["instrument"]),
    ("designation_close", _titles("close")),
    ("bound_differs", _differs("bound")),
    ("beneficiary_kind", lambda a, b: not _untitled(a, b) and _both_say("beneficiary", a, b) and a["beneficiary"] != b["beneficiary"]),
    ("beneficiary_unstated", lambda a, b: _one_says("beneficiary", a, b)),
    ("trigger_differs", _differs("trigger")),
    ("selection_differs", lambda a, b: _both_say("selection", a, b) and a["selection"] != b["selection"]),
    ("variant", _differs("variant_zh")),
    ("frequency_differs", lambda a, b: _both_say("frequency", a, b) and a["frequency"] != b["frequency"]),
    ("frequency_unstated", lambda a, b: _one_says("frequency", a, b)),
    ("ceiling_period_differs", lambda a, b: _both_say("ceiling_period", a, b) and a["ceiling_period"] != b["ceiling_period"]),
    ("payer_level", lambda a, b: _both_say("payers", a, b) and _other_governments(a["payers"], b["payers"])),
    ("payer_differs", lambda a, b: _both_say("payers", a, b) and sorted(a["payers"]) != sorted(b["payers"]) and not _other_governments(a["payers"], b["payers"])),
    ("payer_unstated", lambda a, b: _one_says("payers", a, b)),
    ("commitment_differs", _differs("commitment")),
    ("level_or_above_differs", _differs("level_or_above")),
)


# Every column that a rule on awards reads: rows equal in all of them are directly comparable as far as the rows decide.
ALIKE = ("designation", "recognition_level", "form", "per", "rate_basis", "match_basis", "beneficiary", "instrument", "bound", "trigger", "selection",
         "variant_zh", "frequency", "ceiling_period", "payers", "commitment", "level_or_above")


def alike(award: Row) -> int:
    """A number that awards share if they are equal in every column that a rule reads.

    Any two rows of one number are directly comparable, so that a median over them mixes nothing; their documents may still differ in force.
    """
    return _number_of([sorted(award[name]) if isinstance(award[name], (list, tuple)) else award[name] for name in ALIKE])


def alike_goal(target: Row) -> int:
    """A number that goals of one definition share if they are equal in every further column that a rule reads."""
    return _number_of([target[name] for name in ALIKE_GOALS])


def _number_of(held: list[Any]) -> int:
    """Sixty bits of a hash: of ten million different values two share one with a chance of one in twenty thousand."""
    return int(sha256(repr(held).encode()).hexdigest()[:15], 16)


def _indicators(kind: str) -> Callable[[Row, Row], bool]:
    return lambda a, b: a["indicator"] != b["indicator"] and relation("indicator_relations", a["indicator"], b["indicator"]) == kind


_TARGET_RULES: tuple[tuple[str, Callable[[Row, Row], bool]], ...] = (
    ("indicator_differs", _indicators("none")),
    ("unit_differs", _differs("unit", "basis")),
    ("level_differs", _differs("recognition_level")),
    ("value_unstated", lambda a, b: a["value"] is None or b["value"] is None),
    ("definition_close", lambda a, b: a["indicator"] != b["indicator"] and relation("indicator_relations", a["indicator"], b["indicator"]) != "none"),
    ("target_year_differs", _differs("target_year")),
    ("comparator_differs", _differs("comparator")),
    ("scope_differs", lambda a, b: _both_say("scope_zh", a, b) and a["scope_zh"] != b["scope_zh"]),
    ("scope_unstated", lambda a, b: _one_says("scope_zh", a, b)),
    ("level_or_above_differs", _differs("level_or_above")),
)


# What the rules on targets read beside the definition: indicator, unit, basis, level and a value.
ALIKE_GOALS = ("target_year", "comparator", "scope_zh", "level_or_above")
