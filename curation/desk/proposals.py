"""What the extractor proposes, as a curator gets it on the desk: columns as text, as they would stand in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from curation.check.amounts import yuan
from curation.check.curated import Record
from curation.extract import Candidate
from model.anchoring import one_line
from model.schema import EVIDENCE, FORM_RULES, TABLES
from wording.texts import label

# What most awards are, for the curator to change; the extractor cannot tell.
_USUAL = {"commitment": "own", "selection": "unstated", "frequency": "unspecified", "payers": ["unstated"], "has_local_condition": "false"}


@dataclass(frozen=True)
class Proposal:
    """A row that nobody has decided on: columns as text, as they would stand in the curated file.

    `confidence` is the share of right ones among such proposals on texts kept apart, 0 where a person marked the figure;
    `because` the words of the text that made its ceiling, level and recipient.
    """

    kind: str
    start: int
    end: int
    phrase: str
    columns: Record
    why: str = ""
    confidence: float = 0.0
    because: Record = field(default_factory=dict)


def proposal(candidate: Candidate) -> Proposal:
    """A candidate as text columns of its table, with the words for the beneficiary that its code gives."""
    known = TABLES[f"{candidate.kind}s"].columns
    columns = {name: _written(value) for name, value in candidate.columns.items() if name in known}
    if candidate.kind == "award" and columns.get("beneficiary"):
        columns = _USUAL | columns
        if columns["beneficiary"] != "other":  # what the others are only the text says
            columns["beneficiary_zh"] = columns.get("beneficiary_zh") or label("beneficiary", columns["beneficiary"], "zh")
            columns["beneficiary_en"] = label("beneficiary", columns["beneficiary"], "en")
    because = {reason.role: one_line(reason.phrase) for reason in candidate.reasons}
    return Proposal(candidate.kind, candidate.start, candidate.end, one_line(candidate.phrase), columns, candidate.why, candidate.confidence, because)


def by_hand(kind: str, phrase: str) -> Record:
    """The columns to begin with for a figure or a rule that a person marked: what is usual, and the sum if the phrase is one."""
    if kind == "rule":
        return {}
    begun: Record = {"recognition_level": "none", "level_or_above": "false"}
    if kind == "target":
        return begun
    amount = yuan(phrase)
    return begun | _USUAL | ({"form": "sum", "bound": "exact", "sum_cny": str(amount)} if amount else {})


def lacking(kind: str, columns: Mapping[str, Any]) -> list[str]:
    """The columns that a row of this kind and form needs and that nobody has filled."""
    table, rule = TABLES[f"{kind}s"], FORM_RULES.get(str(columns.get("form") or ""))
    given = {*table.key, "measure_id", "document_id", *EVIDENCE}
    needed = [name for name in table.columns if table.is_required(name) and name not in given]
    needed += [name for name in (rule.main, *rule.needs) if name] if rule else []
    return [name for name in dict.fromkeys(needed) if columns.get(name) in (None, "", [])]


def _written(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return [str(item) for item in value]
    return f"{value:.9f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
