"""Alignments: curated links between rows of two documents, one file per pair.

    from_document_id: weihai-2018-107
    to_document_id: weihai-2023-5
    note_zh / note_en: what to know about the pair, such as whether the later text names the earlier one
    alignments:
      - alignment_id: weihai-2018-2023.carriers.1
        topic: carriers
        from_ids: [...]
        to_ids: [...]
        changes: [exact_to_ceiling, lowered]
        title_zh / title_en / reason_zh / reason_en

A file is complete: every award and target of both documents stands in at least one link, because "not listed any
more" is only true of a text that was read to its end.
"""

from collections.abc import Iterator
from typing import Any

from curation.check.convert import ConversionError, convert, nothing
from curation.check.curated import Record
from curation.check.fault import Fault, fault
from curation.check.frames import Rows
from model.change import implausible, sides
from model.schema import TABLES

Row = dict[str, Any]

_SHARED = ("from_document_id", "to_document_id", "note_zh", "note_en")
_SECTIONS = (*_SHARED, "alignments")


def alignment_rows(content: Record, file: str) -> tuple[list[Row], list[Fault]]:
    """The typed rows of one alignment file and the faults of single values."""
    rows: list[Row] = []
    faults = [fault(file, "file", name, "no_such_section", sections=_SECTIONS) for name in content if name not in _SECTIONS]
    table = TABLES["alignments"]
    shared = {name: content.get(name, "") for name in _SHARED}
    for record in content.get("alignments") or []:
        name = record.get("alignment_id", "?")
        typed: Row = {}
        for column in table.columns:
            try:
                typed[column] = convert(column, {**record, **shared}.get(column))
            except ConversionError as error:
                faults.append(Fault(file, name, column, error.code, error.values))
                typed[column] = nothing(column)
            if table.is_required(column) and typed[column] in (None, []):
                faults.append(fault(file, name, column, "empty"))
        faults += [fault(file, name, column, "no_such_column", table="alignments") for column in record if column not in table.columns]
        rows.append(typed)
    return rows, faults


def validate_alignments(rows: Rows, file: str) -> list[Fault]:
    """Every fault of the links of one file against the rows of the two documents they join.

    `rows` holds all tables, with only this file's links in `alignments`.
    """
    links = rows["alignments"]
    if not links:
        return []
    pair = (links[0]["from_document_id"], links[0]["to_document_id"])
    own = {name: _of_document(rows, document) for name, document in zip(("from_ids", "to_ids"), pair, strict=True)}
    faults = list(_order(rows, pair, file))
    for link in links:
        faults += _ids(link, own, file)
        faults += _kinds(link, own, file)
    return faults + list(_complete(links, own, file))


def _of_document(rows: Rows, document_id: str) -> dict[str, Row]:
    found = {row["award_id"]: row for row in rows["awards"] if row["document_id"] == document_id}
    return found | {row["target_id"]: row for row in rows["targets"] if row["document_id"] == document_id}


def _order(rows: Rows, pair: tuple[str, str], file: str) -> Iterator[Fault]:
    years = {row["document_id"]: row["policy_year"] for row in rows["documents"]}
    if pair[0] == pair[1]:
        yield fault(file, "file", "to_document_id", "same_document")
    first, second = (years.get(document) for document in pair)
    if first is not None and second is not None and first > second:
        yield fault(file, "file", "from_document_id", "later_first", first=str(first), second=str(second))


def _ids(link: Row, own: dict[str, dict[str, Row]], file: str) -> Iterator[Fault]:
    for column, known in own.items():
        for row_id in link[column]:
            if row_id not in known:
                yield fault(file, link["alignment_id"], column, "not_of_side", value=repr(row_id))


def _kinds(link: Row, own: dict[str, dict[str, Row]], file: str) -> Iterator[Fault]:
    changes = link["changes"] or []
    for column, wanted in zip(own, sides(changes), strict=True):
        if wanted != bool(link[column]):
            yield fault(file, link["alignment_id"], column, "side_empty" if wanted else "side_filled", kinds=tuple(changes))
    before, after = ([known[row_id] for row_id in link[column] if known.get(row_id, {}).get("form")] for column, known in own.items())
    for code, kinds in implausible(changes, before, after):
        yield fault(file, link["alignment_id"], "changes", code, kinds=kinds)


def _complete(links: list[Row], own: dict[str, dict[str, Row]], file: str) -> Iterator[Fault]:
    for column, known in own.items():
        named = {row_id for link in links for row_id in link[column]}
        for row_id in known:
            if row_id not in named:
                yield fault(file, row_id, column, "in_no_link")
