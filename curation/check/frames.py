"""Curated files to the rows of the published tables, with every fault that stands in the way."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from curation.check.convert import ConversionError, convert, nothing
from curation.check.curated import NESTED, SECTIONS, Record, records, row_name
from curation.check.fault import Fault, fault
from curation.check.pictures import picture_faults
from model.codes import code_list, codes, read_csv
from model.fields import FIELDS
from model.paths import CURATED
from model.schema import CEILINGS, EVIDENCE, FORM_RULES, TABLES, Table, place_of

Rows = dict[str, list[dict[str, Any]]]

CORRECTIONS = "corrections.yaml"

def document_files(folder: Path = CURATED) -> list[Path]:
    """The curated documents in a folder, in the order of their names."""
    return sorted(path for path in folder.glob("*.yaml") if path.name != CORRECTIONS)


def rows_of_document(content: Record, file: str) -> tuple[Rows, list[Fault]]:
    """The typed rows of one curated document by table, and the faults of single values."""
    rows: Rows = {name: [] for name in ("documents", "measures", *NESTED, "figures", "coverage")}
    faults: list[Fault] = []
    faults += _shape(content, file)
    faults += picture_faults(content, file)
    document = content.get("document")
    document = document if isinstance(document, dict) else {}
    document_id = document.get("document_id", "")
    _add(rows, "documents", document, file, faults)
    for place, measure in enumerate(records(content.get("measures")), 1):
        awards, targets = (records(measure.get(section)) for section in ("awards", "targets"))
        quantified = bool(targets) or any(award.get("form") != "unstated" for award in awards)
        derived = {"document_id": document_id, "article_order": str(place), "is_quantified": str(quantified).lower()}
        own = {key: value for key, value in measure.items() if key not in NESTED}
        _add(rows, "measures", {**own, **derived}, file, faults)
        shared = {"document_id": document_id, "measure_id": measure.get("measure_id", "")}
        for section in NESTED:
            for row in records(measure.get(section)):
                _add(rows, section, {**row, **shared}, file, faults)
    for figure in records(content.get("figures")):
        _add(rows, "figures", {**figure, "document_id": document_id}, file, faults)
    coverage = content.get("coverage")
    for category, state in coverage.items() if isinstance(coverage, dict) else ():
        row = {"document_id": document_id, "category": category, "state": state}
        _add(rows, "coverage", row, file, faults)
    for award in rows["awards"]:
        award |= _ceiling_places(award, rows["figures"])
    rows["figures"] = _ledger(rows)
    return rows, faults


def _ceiling_places(award: dict[str, Any], figures: list[dict[str, Any]]) -> dict[str, Any]:
    """Where the numerals of an award's ceilings stand, from the ledger: a place is written once and shown in two tables."""
    places: dict[str, Any] = {}
    for name in CEILINGS:
        held = next((row for row in figures if row["row_id"] == award["award_id"] and row["column"] == f"{name}_cny"), None)
        if held:
            places |= dict(zip(place_of(name), (held[column] for column in EVIDENCE), strict=True))
    return places


def published_lists() -> list[str]:
    """The code lists that the table `codes` holds."""
    return sorted({field.codes for field in FIELDS.values() if field.codes} | {"status", "verdict", "reason", "mark"})


def city_rows() -> list[dict[str, Any]]:
    """The table `cities`: every jurisdiction of the list, an empty column as None."""
    return [{name: value or None for name, value in row.items()} for row in read_csv("cities")]


def code_rows() -> list[dict[str, Any]]:
    """The table `codes`: every code of every list that a published column uses."""
    names = published_lists()
    columns = TABLES["codes"].columns
    return [
        {**{name: row.get(name) or None for name in columns}, "list": name, "code_relation": row.get("relation") or None}
        for name in names
        for row in code_list(name).values()
    ]


def _shape(content: Record, file: str) -> Iterable[Fault]:
    for section in content:
        if section not in SECTIONS:
            yield fault(file, "file", section, "no_such_section", sections=SECTIONS)
    for section, kind in (("document", dict), ("coverage", dict), ("measures", list), ("figures", list), ("pictures", list), ("looks", list)):
        value = content.get(section)
        if value and not isinstance(value, kind):
            yield fault(file, "file", section, "not_a_mapping" if kind is dict else "not_a_list_section")
    yield from _stray(content, ("measures", "figures", "pictures", "looks"), "file", file)
    for measure in records(content.get("measures")):
        yield from _stray(measure, NESTED, row_name(measure), file)
    coverage = content.get("coverage")
    for category in codes("category"):
        if not isinstance(coverage, dict) or category not in coverage:
            yield fault(file, "coverage", category, "category_missing")


def _stray(content: Record, sections: tuple[str, ...], name: str, file: str) -> Iterable[Fault]:
    """Entries of a list of records that are no record and would be lost without a word."""
    for section in sections:
        value = content.get(section)
        held = len(records(value))
        if value and (not isinstance(value, list) or held != len(value)):
            yield fault(file, name, section, "no_record")


def _add(rows: Rows, name: str, record: Record, file: str, faults: list[Fault]) -> None:
    """Convert one record and append it; a value that does not fit is reported and left empty."""
    table = TABLES[name]
    typed: dict[str, Any] = {}
    for column in table.columns:
        try:
            typed[column] = convert(column, record.get(column))
        except ConversionError as error:
            faults.append(Fault(file, row_name(record), column, error.code, error.values))
            typed[column] = nothing(column)
    faults += _missing(table, record, file)
    for column in record:
        if column not in table.columns:
            faults.append(fault(file, row_name(record), column, "no_such_column", table=name))
    rows[name].append(typed)


def _missing(table: Table, record: Record, file: str) -> Iterable[Fault]:
    for column in table.columns:
        if table.is_required(column) and record.get(column) in (None, "", []):
            yield fault(file, row_name(record), column, "no_place" if column in ("start", "end") else "empty")


def _ledger(rows: Rows) -> list[dict[str, Any]]:
    """The curated figures and the main figures of all awards and targets, in the order of the text."""
    ledger = list(rows["figures"])
    for name, role, key in (("awards", "award", "award_id"), ("targets", "target", "target_id")):
        for row in rows[name]:
            ledger.append({
                "document_id": row["document_id"], "start": row["start"], "end": row["end"], "phrase": row["phrase"],
                "role": role, "row_id": row[key], "column": _main_column(row) if name == "awards" else "value",
                "prefix": row["prefix"], "suffix": row["suffix"],
            })
    return sorted(ledger, key=lambda row: (row["start"] or 0, row["end"] or 0, row["row_id"] or ""))


def _main_column(award: dict[str, Any]) -> str | None:
    rule = FORM_RULES.get(award["form"] or "")
    return rule.main if rule else None
