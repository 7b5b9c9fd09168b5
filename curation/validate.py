"""The rules that curated rows must keep beyond their types. Each rule yields faults; none stops at the first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from curation.fault import Fault
from curation.frames import Rows
from model.schema import FORM_RULES, MONEY_COLUMNS, TABLES

Row = dict[str, Any]

PHRASE_LIMIT = 40
CONTEXT_LIMIT = 16
_NUMBERLESS = ("full_coverage", "generally", "basically")


def validate(rows: Rows, file_of: dict[str, str]) -> list[Fault]:
    """Every fault of the rows of all documents. `file_of` gives the file of a document id for the messages."""
    faults: list[Fault] = []
    for name, table_rows in rows.items():
        faults += _keys(name, table_rows, file_of)
        faults += _references(name, table_rows, rows, file_of)
    for award in rows.get("awards", []):
        faults += _award(award, _file(award, file_of))
    for target in rows.get("targets", []):
        faults += _target(target, _file(target, file_of))
    for document in rows.get("documents", []):
        faults += _document(document, _file(document, file_of))
    faults += _ledger(rows, file_of)
    faults += _coverage(rows, file_of)
    return faults


def _file(row: Row, file_of: dict[str, str]) -> str:
    return file_of.get(str(row.get("document_id") or row.get("from_document_id") or ""), "data/codebook")


def _id(row: Row, name: str) -> str:
    return " ".join(str(row.get(column)) for column in TABLES[name].key)


def _keys(name: str, table_rows: list[Row], file_of: dict[str, str]) -> Iterator[Fault]:
    key = TABLES[name].key
    counts = Counter(tuple(row.get(column) for column in key) for row in table_rows)
    for row in table_rows:
        if counts.pop(tuple(row.get(column) for column in key), 1) > 1:
            yield Fault(_file(row, file_of), _id(row, name), "+".join(key), "stands more than once", "give each row its own id")


def _references(name: str, table_rows: list[Row], rows: Rows, file_of: dict[str, str]) -> Iterator[Fault]:
    for column, target in TABLES[name].references:
        known = {row[TABLES[target].key[0]] for row in rows.get(target, [])}
        for row in table_rows:
            if row.get(column) is not None and row[column] not in known:
                yield Fault(_file(row, file_of), _id(row, name), column, f"{row[column]!r} is not in {target}", "correct the id")


def _award(award: Row, file: str) -> Iterator[Fault]:
    rule = FORM_RULES.get(award["form"] or "")
    if rule is None:
        return
    record = award["award_id"] or "award"
    for column in MONEY_COLUMNS:
        if award[column] is not None and column not in rule.allowed:
            yield Fault(file, record, column, f"does not go with form {award['form']}", "clear it or change the form")
    for column in (rule.main, *rule.needs):
        if column and award[column] is None:
            yield Fault(file, record, column, f"is empty, but form {award['form']} needs it", "give a value or change the form")
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


def _target(target: Row, file: str) -> Iterator[Fault]:
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
    yield from _evidence(target, file, record)


def _document(document: Row, file: str) -> Iterator[Fault]:
    record = document["document_id"] or "document"
    if (document["policy_year"] is None) != (document["year_basis"] is None):
        yield Fault(file, record, "year_basis", "goes with policy_year", "give both or neither")
    if document["year_basis"] == "inferred":
        if not document["year_note_zh"] or not document["year_note_en"]:
            yield Fault(file, record, "year_note_zh", "an inferred year needs its reason", "give year_note_zh and year_note_en")
        if str(document["policy_year"]) in record:
            yield Fault(file, record, "document_id", "holds an inferred year", "choose an id without the year")
    first, last = document["effective_from"], document["expires_on"]
    if first and last and last < first:
        yield Fault(file, record, "expires_on", "is before effective_from", "check both dates")


def _ledger(rows: Rows, file_of: dict[str, str]) -> Iterable[Fault]:
    owners = {row["award_id"] for row in rows.get("awards", [])} | {row["target_id"] for row in rows.get("targets", [])}
    owners |= {row["measure_id"] for row in rows.get("measures", [])}
    wordless = {row["award_id"] for row in rows.get("awards", []) if row["form"] == "unstated"}
    for figure in rows.get("figures", []):
        record = f"figure {figure['phrase']!r} at {figure['start']}"
        if figure["row_id"] is not None and figure["row_id"] not in owners:
            yield Fault(_file(figure, file_of), record, "row_id", f"{figure['row_id']!r} is no award, target or measure", "correct the id")
        if figure["role"] in ("award", "target") and figure["row_id"] is None:
            yield Fault(_file(figure, file_of), record, "row_id", "is empty", "name the row the figure belongs to")
        if figure["role"] == "award" and not figure["column"] and figure["row_id"] not in wordless:
            yield Fault(_file(figure, file_of), record, "column", "is empty", "name the money column that holds the figure")


def _coverage(rows: Rows, file_of: dict[str, str]) -> Iterable[Fault]:
    numbers = {(row["document_id"], category) for row in rows.get("awards", []) if row["form"] != "unstated" for category in row["categories"]}
    words = {(row["document_id"], category) for row in rows.get("measures", []) for category in row["categories"]}
    for row in rows.get("coverage", []):
        place, state = (row["document_id"], row["category"]), row["state"]
        if place in numbers and state != "quantified":
            yield Fault(_file(row, file_of), row["category"], "state", f"{state}, but an award has a figure", "write quantified")
        if place in words and state in ("absent", "not_reviewed"):
            yield Fault(_file(row, file_of), row["category"], "state", f"{state}, but a measure has this category", "write mentioned or quantified")
