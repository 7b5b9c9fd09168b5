"""The rules that curated rows must keep beyond their types. Each rule yields faults; none stops at the first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from curation.check.divisions import divisions
from curation.check.evidence import evidence_faults
from curation.check.fault import Fault, fault
from curation.check.frames import Rows
from curation.check.validate_row import Row, award_faults, document_faults, rule_faults, target_faults
from model.schema import TABLES

# Ids stand in links, file names and element keys.
_ROW_ID = re.compile(r"[a-z0-9][a-zA-Z0-9.-]{2,99}")


def validate(rows: Rows, file_of: dict[str, str]) -> list[Fault]:
    """Every fault of the rows of all documents. `file_of` gives the file of a document id for the messages."""
    return [*_within(rows, file_of), *validate_together(rows, file_of)]


def validate_document(rows: Rows, file: str) -> list[Fault]:
    """Every fault that the rows of one document have on their own."""
    return _within(rows, {"": file} | {str(row["document_id"] or ""): file for row in rows.get("documents", [])})


def validate_together(rows: Rows, file_of: dict[str, str]) -> list[Fault]:
    """Every fault that shows only where all documents stand together: keys that stand twice, ids that lead nowhere, cities."""
    faults: list[Fault] = []
    for name, table_rows in rows.items():
        faults += _keys(name, table_rows, file_of)
        faults += _references(name, table_rows, rows, file_of)
    return [*faults, *_cities(rows)]


def _within(rows: Rows, file_of: dict[str, str]) -> list[Fault]:
    faults: list[Fault] = []
    for award in rows.get("awards", []):
        faults += award_faults(award, _file(award, file_of))
    for target in rows.get("targets", []):
        faults += target_faults(target, _file(target, file_of))
    for rule in rows.get("rules", []):
        faults += rule_faults(rule, rows, _file(rule, file_of))
    for document in rows.get("documents", []):
        faults += document_faults(document, _file(document, file_of))
    faults += _ids(rows, file_of)
    faults += _texts(rows, file_of)
    faults += _ledger(rows, file_of)
    faults += _coverage(rows, file_of)
    faults += evidence_faults(rows, file_of)
    return faults


def _ids(rows: Rows, file_of: dict[str, str]) -> Iterator[Fault]:
    """An id has only letters, digits, dots and dashes and begins with the id of what it belongs to; no row points at itself."""
    for name, parent, letter in (("measures", "document_id", ""), ("awards", "measure_id", "a"), ("targets", "measure_id", "t"), ("rules", "measure_id", "r")):
        for row in rows.get(name, []):
            record = str(row[TABLES[name].key[0]] or "")
            if record and not (_ROW_ID.fullmatch(record) and record.startswith(f"{row[parent]}.{letter}")):
                yield fault(_file(row, file_of), record, TABLES[name].key[0], "bad_id", pattern=f"{row[parent]}.{letter}")
            for column in ("related_award_id", "restates", "specifies"):
                if record and row.get(column) == record:
                    yield fault(_file(row, file_of), record, column, "own_row")


def _texts(rows: Rows, file_of: dict[str, str]) -> Iterator[Fault]:
    """Both languages or neither, and every place inside the document's text."""
    lengths = {row["document_id"]: row["text_chars"] for row in rows.get("documents", [])}
    for name, items in rows.items():
        if name == "codes":
            continue
        pairs = [(column, f"{column[:-3]}_en") for column in TABLES[name].columns if column.endswith("_zh") and f"{column[:-3]}_en" in TABLES[name].columns]
        for row in items:
            for zh, en in pairs:
                missing = en if row.get(en) is None else zh
                if (row.get(zh) is None) != (row.get(en) is None) and not TABLES[name].is_required(missing):
                    yield fault(_file(row, file_of), _id(row, name), missing, "one_language")
            length = lengths.get(row.get("document_id")) or 0
            if row.get("end") is not None and length and row["end"] > length:
                yield fault(_file(row, file_of), _id(row, name), "end", "behind_end", end=str(row["end"]), length=str(length))


def _file(row: Row, file_of: dict[str, str]) -> str:
    return file_of.get(str(row.get("document_id") or row.get("from_document_id") or ""), "data/codebook")


def _id(row: Row, name: str) -> str:
    return " ".join(str(row.get(column)) for column in TABLES[name].key)


def _keys(name: str, table_rows: list[Row], file_of: dict[str, str]) -> Iterator[Fault]:
    key = TABLES[name].key
    counts = Counter(tuple(row.get(column) for column in key) for row in table_rows)
    for row in table_rows:
        if counts.pop(tuple(row.get(column) for column in key), 1) > 1:
            yield fault(_file(row, file_of), _id(row, name), "+".join(key), "stands_twice")


def _references(name: str, table_rows: list[Row], rows: Rows, file_of: dict[str, str]) -> Iterator[Fault]:
    for column, target in TABLES[name].references:
        known = {row[TABLES[target].key[0]] for row in rows.get(target, [])}
        for row in table_rows:
            if row.get(column) is not None and row[column] not in known:
                yield fault(_file(row, file_of), _id(row, name), column, "unknown_id", value=repr(row[column]), table=target)


def _ledger(rows: Rows, file_of: dict[str, str]) -> Iterable[Fault]:
    owners = {row["award_id"] for row in rows.get("awards", [])} | {row["target_id"] for row in rows.get("targets", [])}
    owners |= {row["measure_id"] for row in rows.get("measures", [])}
    owners |= {row["rule_id"] for row in rows.get("rules", [])}
    awards = {row["award_id"]: row for row in rows.get("awards", [])}
    wordless = {row["award_id"] for row in rows.get("awards", []) if row["form"] == "unstated"}
    for figure in rows.get("figures", []):
        record = f"“{figure['phrase']}” ({figure['start']})"
        if figure["row_id"] is not None and figure["row_id"] not in owners:
            yield fault(_file(figure, file_of), record, "row_id", "no_such_row", value=repr(figure["row_id"]))
        if figure["role"] in ("award", "target") and figure["row_id"] is None:
            yield fault(_file(figure, file_of), record, "row_id", "figure_without_row")
        if figure["role"] == "award" and not figure["column"] and figure["row_id"] not in wordless:
            yield fault(_file(figure, file_of), record, "column", "figure_without_column")
        if figure["role"] == "award" and figure["column"] and awards.get(figure["row_id"], {figure["column"]: 0}).get(figure["column"]) in (None, []):
            yield fault(_file(figure, file_of), record, "column", "column_not_filled", column=figure["column"], row=str(figure["row_id"]))


def _coverage(rows: Rows, file_of: dict[str, str]) -> Iterable[Fault]:
    numbers = {(row["document_id"], category) for row in rows.get("awards", []) if row["form"] != "unstated" for category in row["categories"]}
    words = {(row["document_id"], category) for row in rows.get("measures", []) for category in row["categories"]}
    goals = {row["measure_id"] for row in rows.get("targets", [])}
    figures = numbers | {(row["document_id"], category) for row in rows.get("measures", []) if row["measure_id"] in goals for category in row["categories"]}
    for row in rows.get("coverage", []):
        place, state = (row["document_id"], row["category"]), row["state"]
        if place in numbers and state != "quantified":
            yield fault(_file(row, file_of), row["category"], "state", "state_award", state=str(state))
        if place in words and state in ("absent", "not_reviewed"):
            yield fault(_file(row, file_of), row["category"], "state", "state_measure", state=str(state))
        if state == "quantified" and place not in figures:
            yield fault(_file(row, file_of), row["category"], "state", "state_nothing")


def _cities(rows: Rows) -> Iterator[Fault]:
    """A city stands under its code and name of GB/T 2260, of today or of the time before the division was no more."""
    known = divisions()
    for city in rows.get("cities", []):
        division = known.get(city["division_code"])
        if division is None or division.name_zh != city["name_zh"] or division.level != city["level"]:
            yield fault("cities.csv", city["city_id"], "division_code", "division")
