"""The rules that single rows of awards, targets and documents must keep beyond their types."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from curation.check.fault import Fault, fault
from model.schema import CEILINGS, FORM_RULES, MONEY_COLUMNS, SLICES

Row = dict[str, Any]

PHRASE_LIMIT = 40
CONTEXT_LIMIT = 16
_NUMBERLESS = ("full_coverage", "generally", "basically")
DOCUMENT_ID = re.compile(r"[a-z0-9][a-z0-9-]{2,59}")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,500}")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,14}")
_PERCENT = re.compile(r"(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?")
YEARS = range(1990, 2101)


def award_faults(award: Row, file: str) -> Iterator[Fault]:
    """Every fault of one row of `awards`: the columns its form needs and allows, bound, sums, place and relation."""
    rule = FORM_RULES.get(award["form"] or "")
    if rule is None:
        return
    record = award["award_id"] or "award"
    for column in MONEY_COLUMNS:
        if award[column] is not None and column not in rule.allowed:
            yield fault(file, record, column, "not_with_form", form=award["form"])
    for needed in (rule.main, *rule.needs):
        if needed and award[needed] is None:
            yield fault(file, record, needed, "form_needs", form=award["form"])
    yield from _bound(award, file, record)
    yield from _amounts(award, file, record)
    yield from _steps(award, file, record)
    yield from _evidence(award, file, record)
    if bool(award["relation"]) != bool(award["related_award_id"] or award["external_parent_zh"]):
        yield fault(file, record, "relation", "relation_alone")


def _bound(award: Row, file: str, record: str) -> Iterator[Fault]:
    upper = FORM_RULES[award["form"]].upper
    if (award["form"] == "unstated") != (award["bound"] == "open"):
        yield fault(file, record, "bound", "bound_form", bound=str(award["bound"]), form=award["form"])
    is_range = award["bound"] == "range"
    if is_range != bool(upper and award[upper] is not None):
        yield fault(file, record, "bound", "range_upper")
    if is_range and upper and award[upper] is not None and award[FORM_RULES[award["form"]].main or ""] is not None:
        main = FORM_RULES[award["form"]].main or ""
        if award[upper] <= award[main]:
            yield fault(file, record, upper, "not_above_lower")


def _amounts(award: Row, file: str, record: str) -> Iterator[Fault]:
    for column in MONEY_COLUMNS:
        value = award[column]
        if isinstance(value, int | float) and value <= 0:
            yield fault(file, record, column, "not_above_zero", value=str(value))
    for name in ("ceiling", "also_ceiling"):
        if len({award[f"{name}_{part}"] is None for part in ("cny", "per", "period")}) > 1:
            yield fault(file, record, f"{name}_cny", "ceiling_alone")
    for name in CEILINGS:
        if award[f"{name}_cny"] is not None and award[f"{name}_start"] is None and "other_elsewhere" not in (award.get("beyond_phrase") or ()):
            yield fault(file, record, f"{name}_cny", "ceiling_without_place", column=f"{name}_cny")
    for column in ("share_pct", "share_max_pct", "tax_rate_pct"):
        if award[column] is not None and award[column] > 100:
            yield fault(file, record, column, "above_hundred")


def _steps(award: Row, file: str, record: str) -> Iterator[Fault]:
    """Slices, brackets, caps and units: each is whole or absent."""
    starts, rates = (award[name] for name in SLICES)
    if (starts or rates) and not (award["form"] == "rate" and award["bound"] == "range" and _is_ladder(starts, rates)):
        yield fault(file, record, "slice_from_cny", "slices")
    if bool(award["bracket_basis"]) != (award["bracket_from_cny"] is not None or award["bracket_below_cny"] is not None):
        yield fault(file, record, "bracket_basis", "bracket_alone")
    if award["bracket_below_cny"] is not None and award["bracket_below_cny"] <= (award["bracket_from_cny"] or 0):
        yield fault(file, record, "bracket_below_cny", "not_above_lower")
    if (award["cap_pct"] is None) != (award["cap_basis"] is None):
        yield fault(file, record, "cap_pct", "cap_alone")
    if award["per"] and not award["per_zh"]:
        yield fault(file, record, "per", "per_alone")
    if award["valid_from"] and award["valid_to"] and award["valid_to"] < award["valid_from"]:
        yield fault(file, record, "valid_to", "before_first")


def _is_ladder(starts: list[str], rates: list[str]) -> bool:
    """As many rates as starts, at least two, the starts whole yuan that begin at 0 and rise."""
    if len(starts) != len(rates) or len(starts) < 2 or not all(_WHOLE.fullmatch(start) for start in starts):
        return False
    levels = [int(start) for start in starts]
    return levels[0] == 0 and levels == sorted(set(levels)) and all(_PERCENT.fullmatch(rate) for rate in rates)


def _evidence(row: Row, file: str, record: str) -> Iterator[Fault]:
    if row["phrase"] and len(row["phrase"]) > PHRASE_LIMIT:
        yield fault(file, record, "phrase", "too_long_phrase", count=str(len(row["phrase"])), limit=str(PHRASE_LIMIT))
    for column in ("prefix", "suffix"):
        if row[column] and len(row[column]) > CONTEXT_LIMIT:
            yield fault(file, record, column, "too_long_context", count=str(len(row[column])), limit=str(CONTEXT_LIMIT))
    if row["start"] is not None and row["end"] is not None and row["end"] <= row["start"]:
        yield fault(file, record, "end", "end_before_start")


def rule_faults(rule: Row, rows: Mapping[str, list[Row]], file: str) -> Iterator[Fault]:
    """Every fault of one row of `rules`; `rows` holds the measures and awards that it may be limited to."""
    record = rule["rule_id"] or "rule"
    known = {row["measure_id"] for row in rows.get("measures", [])} | {row["award_id"] for row in rows.get("awards", [])}
    for name in rule["applies_to"]:
        if name not in known:
            yield fault(file, record, "applies_to", "unknown_id", value=repr(name), table="measures, awards")
    yield from _evidence(rule, file, record)


def target_faults(target: Row, file: str) -> Iterator[Fault]:
    """Every fault of one row of `targets`."""
    record = target["target_id"] or "target"
    numberless = target["comparator"] in _NUMBERLESS
    if numberless and target["value"] is not None:
        yield fault(file, record, "value", "not_with_comparator", comparator=target["comparator"])
    if not numberless and target["value"] is None:
        yield fault(file, record, "value", "no_target_value")
    if (target["comparator"] == "range") != (target["value_max"] is not None):
        yield fault(file, record, "value_max", "range_comparator")
    if (target["target_year"] is None) != (target["target_year_basis"] == "none"):
        yield fault(file, record, "target_year_basis", "year_basis_none")
    if target["value_max"] is not None and target["value"] is not None and target["value_max"] <= target["value"]:
        yield fault(file, record, "value_max", "not_above_lower")
    yield from _period(target, file, record)
    yield from _evidence(target, file, record)


def _period(target: Row, file: str, record: str) -> Iterator[Fault]:
    for column in ("period_start", "target_year"):
        if target[column] is not None and target[column] not in YEARS:
            yield fault(file, record, column, "no_goal_year", year=str(target[column]))
    if target["period_start"] and target["target_year"] and target["target_year"] < target["period_start"]:
        yield fault(file, record, "target_year", "before_start")


def document_faults(document: Row, file: str) -> Iterator[Fault]:
    """Every fault of one row of `documents`."""
    record = document["document_id"] or "document"
    yield from _year(document, file, record)
    yield from _names(document, file, record)
    for start, end in (("effective_from", "expires_on"), ("covers_from", "covers_to")):
        if document[start] and document[end] and document[end] < document[start]:
            yield fault(file, record, end, "before_effective" if end == "expires_on" else "before_first")


def _year(document: Row, file: str, record: str) -> Iterator[Fault]:
    year = document["policy_year"]
    if (year is None) != (document["year_basis"] is None):
        yield fault(file, record, "year_basis", "year_without_basis")
    if year is not None and year not in YEARS:
        yield fault(file, record, "policy_year", "no_policy_year", year=str(year))
    if document["year_basis"] == "inferred":
        if not document["year_note_zh"] or not document["year_note_en"]:
            yield fault(file, record, "year_note_zh", "inferred_reason")
        if str(year) in record:
            yield fault(file, record, "document_id", "inferred_in_id")


def _names(document: Row, file: str, record: str) -> Iterator[Fault]:
    """Id, checksum and address end up in file names and links, so each has one safe form."""
    for column, form, code in (
        ("document_id", DOCUMENT_ID, "bad_document_id"), ("text_sha256", _CHECKSUM, "bad_checksum"), ("source_url", _ADDRESS, "bad_address"),
    ):
        if document[column] and not form.fullmatch(document[column]):
            yield fault(file, record, column, code, value=repr(document[column]))
    if document["document_id"] and file.endswith(".yaml") and file != f"{document['document_id']}.yaml":
        yield fault(file, record, "document_id", "file_name", value=document["document_id"])
