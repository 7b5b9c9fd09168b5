"""The rules that single rows of awards, targets and documents must keep beyond their types."""

import re
from collections.abc import Iterator
from typing import Any

from curation.fault import Fault
from model.schema import FORM_RULES, MONEY_COLUMNS

Row = dict[str, Any]

PHRASE_LIMIT = 40
CONTEXT_LIMIT = 16
_NUMBERLESS = ("full_coverage", "generally", "basically")
_DOCUMENT_ID = re.compile(r"[a-z0-9][a-z0-9-]{2,59}")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,500}")
YEARS = range(1990, 2101)


def award_faults(award: Row, file: str) -> Iterator[Fault]:
    """Every fault of one row of `awards`: the columns its form needs and allows, bound, sums, place and relation."""
    rule = FORM_RULES.get(award["form"] or "")
    if rule is None:
        return
    record = award["award_id"] or "award"
    for column in MONEY_COLUMNS:
        if award[column] is not None and column not in rule.allowed:
            yield Fault(file, record, column, f"does not go with form {award['form']}", "clear it or change the form")
    for needed in (rule.main, *rule.needs):
        if needed and award[needed] is None:
            yield Fault(file, record, needed, f"is empty, but form {award['form']} needs it", "give a value or change the form")
    yield from _bound(award, file, record)
    yield from _amounts(award, file, record)
    yield from _evidence(award, file, record)
    if bool(award["relation"]) != bool(award["related_award_id"] or award["external_parent_zh"]):
        yield Fault(file, record, "relation", "and its target do not go together", "give both relation and related_award_id or external_parent_zh")


def _bound(award: Row, file: str, record: str) -> Iterator[Fault]:
    upper = FORM_RULES[award["form"]].upper
    if (award["form"] == "unstated") != (award["bound"] == "open"):
        yield Fault(file, record, "bound", f"{award['bound']} does not go with form {award['form']}", "bound open goes with form unstated and no other")
    is_range = award["bound"] == "range"
    if is_range != bool(upper and award[upper] is not None):
        yield Fault(file, record, "bound", "range and an upper value go together", "give both or neither")
    if is_range and upper and award[upper] is not None and award[FORM_RULES[award["form"]].main or ""] is not None:
        main = FORM_RULES[award["form"]].main or ""
        if award[upper] <= award[main]:
            yield Fault(file, record, upper, "is not above the lower end", "swap the two")


def _amounts(award: Row, file: str, record: str) -> Iterator[Fault]:
    for column in MONEY_COLUMNS:
        value = award[column]
        if isinstance(value, int | float) and value <= 0:
            yield Fault(file, record, column, f"{value} is not above zero", "missing is left out, never zero")
    if (award["ceiling_cny"] is None) != (award["ceiling_per"] is None) or (award["ceiling_cny"] is None) != (award["ceiling_period"] is None):
        yield Fault(file, record, "ceiling_cny", "a ceiling needs what it is per and its period", "give ceiling_cny, ceiling_per and ceiling_period together")
    for column in ("share_pct", "share_max_pct", "tax_rate_pct"):
        if award[column] is not None and award[column] > 100:
            yield Fault(file, record, column, "is above 100 %", "check the figure")


def _evidence(row: Row, file: str, record: str) -> Iterator[Fault]:
    if row["phrase"] and len(row["phrase"]) > PHRASE_LIMIT:
        yield Fault(file, record, "phrase", f"has {len(row['phrase'])} characters", f"keep the bare figure, at most {PHRASE_LIMIT}")
    for column in ("prefix", "suffix"):
        if row[column] and len(row[column]) > CONTEXT_LIMIT:
            yield Fault(file, record, column, f"has {len(row[column])} characters", f"keep at most {CONTEXT_LIMIT}")
    if row["start"] is not None and row["end"] is not None and row["end"] <= row["start"]:
        yield Fault(file, record, "end", "is not behind start", "run the command anchor")


def target_faults(target: Row, file: str) -> Iterator[Fault]:
    """Every fault of one row of `targets`."""
    record = target["target_id"] or "target"
    numberless = target["comparator"] in _NUMBERLESS
    if numberless and target["value"] is not None:
        yield Fault(file, record, "value", f"does not go with comparator {target['comparator']}", "clear it or change the comparator")
    if not numberless and target["value"] is None:
        yield Fault(file, record, "value", "is empty", "give the value or a comparator without number")
    if (target["comparator"] == "range") != (target["value_max"] is not None):
        yield Fault(file, record, "value_max", "goes with comparator range and no other", "give both or neither")
    if (target["target_year"] is None) != (target["target_year_basis"] == "none"):
        yield Fault(file, record, "target_year_basis", "none goes with an empty target year and no other", "say where the year comes from")
    if target["value_max"] is not None and target["value"] is not None and target["value_max"] <= target["value"]:
        yield Fault(file, record, "value_max", "is not above the lower end", "swap the two")
    yield from _period(target, file, record)
    yield from _evidence(target, file, record)


def _period(target: Row, file: str, record: str) -> Iterator[Fault]:
    for column in ("period_start", "target_year"):
        if target[column] is not None and target[column] not in YEARS:
            yield Fault(file, record, column, f"{target[column]} is no year of a goal", "check the year")
    if target["period_start"] and target["target_year"] and target["target_year"] < target["period_start"]:
        yield Fault(file, record, "target_year", "is before period_start", "swap the two")


def document_faults(document: Row, file: str) -> Iterator[Fault]:
    """Every fault of one row of `documents`."""
    record = document["document_id"] or "document"
    yield from _year(document, file, record)
    yield from _names(document, file, record)
    first, last = document["effective_from"], document["expires_on"]
    if first and last and last < first:
        yield Fault(file, record, "expires_on", "is before effective_from", "check both dates")


def _year(document: Row, file: str, record: str) -> Iterator[Fault]:
    year = document["policy_year"]
    if (year is None) != (document["year_basis"] is None):
        yield Fault(file, record, "year_basis", "goes with policy_year", "give both or neither")
    if year is not None and year not in YEARS:
        yield Fault(file, record, "policy_year", f"{year} is no year of such a document", "check the year")
    if document["year_basis"] == "inferred":
        if not document["year_note_zh"] or not document["year_note_en"]:
            yield Fault(file, record, "year_note_zh", "an inferred year needs its reason", "give year_note_zh and year_note_en")
        if str(year) in record:
            yield Fault(file, record, "document_id", "holds an inferred year", "choose an id without the year")


def _names(document: Row, file: str, record: str) -> Iterator[Fault]:
    """Id, checksum and address end up in file names and links, so each has one safe form."""
    for column, form, mend in (
        ("document_id", _DOCUMENT_ID, "use small letters, digits and dashes"),
        ("text_sha256", _CHECKSUM, "run the command add"),
        ("source_url", _ADDRESS, "begin with https:// or http://"),
    ):
        if document[column] and not form.fullmatch(document[column]):
            yield Fault(file, record, column, f"{document[column]!r} has not the form it must have", mend)
    if document["document_id"] and file.endswith(".yaml") and file != f"{document['document_id']}.yaml":
        yield Fault(file, record, "document_id", "is not the name of the file", f"rename the file to {document['document_id']}.yaml")
