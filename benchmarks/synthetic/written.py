"""A snapshot written in pieces, so that ten million rows need the memory of a thousand documents."""

import os
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.synthetic.documents import Issued
from benchmarks.synthetic.numbered import Numbered
from benchmarks.synthetic.templates import Template
from curation.check.frames import code_rows
from model import arrow, manifest
from model.prepared import PREPARED, age, in_order, of_clauses, options, standing, variants
from model.schema import TABLES
from model.search import document_label, document_text
from model.status import steps

Row = dict[str, Any]
PIECE = 1000  # documents that are written together, as one row group of each table

# Tables whose rows follow from the template alone, and their columns that begin with the document's id.
_COPIED = {
    "measures": ("measure_id",), "awards": ("award_id", "measure_id", "related_award_id"), "targets": ("target_id", "measure_id", "restates", "specifies"),
    "figures": ("row_id",), "coverage": (), "search": ("measure_id",), "named": ("measure_id",), "supported": (),
}


class Blocks:
    """The rows of all templates in one Arrow table for each table, and where those of each template begin."""

    def __init__(self, templates: list[Template]) -> None:
        held: dict[str, list[list[Row]]] = {name: [] for name in _COPIED}
        for template in templates:
            rows = {name: [{**row, "document_id": ""} for row in template.rows[name]] for name in template.rows}
            rows |= {name: in_order(name, found) for name, found in of_clauses(rows).items()}
            for name in _COPIED:
                held[name].append(rows[name])
        self.tables = {name: pa.Table.from_pylist([row for rows in blocks for row in rows], schema=arrow.schema(name)) for name, blocks in held.items()}
        self.starts = {name: np.concatenate([[0], np.cumsum([len(rows) for rows in blocks])]) for name, blocks in held.items()}
        self.counts = {name: np.diff(starts) for name, starts in self.starts.items()}

    def copied(self, name: str, documents: list[Issued]) -> pa.Table:
        """The rows of one table for some documents, in their order."""
        which = np.array([document.template for document in documents])
        counts = self.counts[name][which]
        first = np.repeat(self.starts[name][:-1][which], counts)
        within = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
        table = self.tables[name].take(pa.array(first + within))
        ids = pa.array([document.row["document_id"] for document in documents]).take(pa.array(np.repeat(np.arange(len(documents)), counts)))
        for column in _COPIED[name]:
            table = _replaced(table, column, pc.binary_join_element_wise(ids, table[column], ""))
        return _replaced(table, "document_id", ids)


def _replaced(table: pa.Table, column: str, values: Any) -> pa.Table:
    at = table.schema.get_field_index(column)
    return table.set_column(at, table.schema.field(at), values)


def write(place: Path, templates: list[Template], cities: list[Row], documents: Iterable[list[Issued]]) -> str:
    """Write every table under `place` and return the name that the snapshot must have."""
    blocks, known = Blocks(templates), {city["city_id"]: city for city in cities}
    writers = {name: pq.ParquetWriter(place / f"{name}.parquet", arrow.schema(name), compression="zstd", store_schema=False) for name in (*TABLES, *PREPARED)}
    shelf: list[pa.Table] = []
    first, numbered, number = FirstVariants(templates), Numbered(templates), 0
    values: set[tuple[str, str]] = set()
    for piece in _pieces(documents):
        for name in _COPIED:
            writers[name].write_table(blocks.copied(name, piece))
        rows = [{**document.row, "text_chars": templates[document.template].characters} for document in piece]
        _write(writers["documents"], "documents", rows)
        _write(writers["stretches"], "stretches", [stretch for at, (row, document) in enumerate(zip(rows, piece, strict=True), number) for stretch in _stretches(row, known, templates[document.template], at)])
        _write(writers["alignments"], "alignments", sorted((link for document in piece if document.renews for link in _renewed(document, templates[document.template])), key=itemgetter("alignment_id")))
        shelf.append(pa.Table.from_pylist([_shelf(row, known, templates[document.template], at) for at, (row, document) in enumerate(zip(rows, piece, strict=True), number)], schema=arrow.schema("shelf")))
        first.see(piece)
        numbered.see(piece)
        number += len(piece)
        values |= {("cities", row["city_id"]) for row in rows} | {("years", str(row["policy_year"])) for row in rows if row["policy_year"]}
    values |= {(row["name"], row["value"]) for number in first.seen for row in options({**templates[number].rows, "documents": []})}
    _write(writers["options"], "options", [{"name": name, "value": value} for name, value in sorted(values)])
    _write(writers["variants"], "variants", sorted(first.rows(), key=lambda row: tuple(row.values())))
    for name, table in numbered.tables():
        writers[name].write_table(table, row_group_size=arrow.GROUP_ROWS)
    _write(writers["cities"], "cities", cities)
    _write(writers["codes"], "codes", code_rows())
    writers["shelf"].write_table(pa.concat_tables(shelf).sort_by([("age", "ascending"), ("document_id", "ascending")]), row_group_size=arrow.GROUP_ROWS)
    for writer in writers.values():
        writer.close()
    return _signed(place)


def _signed(place: Path) -> str:
    tables = {name: {"rows": pq.read_metadata(place / f"{name}.parquet").num_rows, "sha256": manifest.digest(place / f"{name}.parquet")} for name in (*TABLES, *PREPARED)}
    text, name = manifest.written({"schema_version": arrow.VERSION, "pyarrow": pa.__version__, "inputs": {}, "tables": tables})
    (place / manifest.FILE).write_text(text, encoding="utf-8")
    return name


class FirstVariants:
    """The first award of every variant, found as documents come by in the order of their ids."""

    def __init__(self, templates: list[Template]) -> None:
        self._templates = templates
        self._found: dict[tuple[str, str, str], str] = {}
        self.seen: set[int] = set()

    def see(self, documents: list[Issued]) -> None:
        """Take note of the documents that come next."""
        for document in documents:
            if document.template not in self.seen:
                self.seen.add(document.template)
                for row in variants(self._templates[document.template].rows["awards"]):
                    self._found.setdefault((row["title"], row["recognition_level"], row["variant_zh"]), document.row["document_id"] + row["award_id"])

    def rows(self) -> list[Row]:
        """The rows of `variants`."""
        return [{"title": title, "recognition_level": level, "variant_zh": variant, "award_id": award_id} for (title, level, variant), award_id in self._found.items()]


def _pieces(documents: Iterable[list[Issued]]) -> Iterator[list[Issued]]:
    piece: list[Issued] = []
    for some in documents:
        piece += some
        while len(piece) >= PIECE:
            yield piece[:PIECE]
            piece = piece[PIECE:]
    if piece:
        yield piece


def _write(writer: pq.ParquetWriter, name: str, rows: list[Row]) -> None:
    if rows:
        writer.write_table(pa.Table.from_pylist(rows, schema=arrow.schema(name)))


def _since(step: tuple[Any, Any, str]) -> tuple[bool, Any]:
    return (step[0] is not None, step[0])


def _stretches(row: Row, cities: dict[str, Row], template: Template, number: int) -> Iterator[Row]:
    is_reviewed = any(covered["state"] != "not_reviewed" for covered in template.rows["coverage"])
    for since, until, status in sorted(steps(row), key=_since):
        yield {"document_id": row["document_id"], "since": since, "until": until, "status": status} | standing(row, cities[row["city_id"]], number, is_reviewed=is_reviewed)


def _shelf(row: Row, cities: dict[str, Row], template: Template, number: int) -> Row:
    return {"age": age(row), "document_id": row["document_id"], "city_id": row["city_id"], "policy_year": row["policy_year"],
            "is_read": any(measure["designations_named"] for measure in template.rows["measures"]), "text": document_text(row, cities[row["city_id"]]),
            "label": document_label(row, cities[row["city_id"]]), "number": number}


def _renewed(document: Issued, template: Template) -> Iterator[Row]:
    """Links of a document with the one that it renews: every row goes on unchanged."""
    rows = [*(row["award_id"] for row in template.rows["awards"]), *(row["target_id"] for row in template.rows["targets"])]
    after = document.row["document_id"]
    for number, row_id in enumerate(rows, 1):
        yield {
            "alignment_id": f"{after}.other.{number}", "topic": "other", "from_document_id": document.renews, "to_document_id": after, "from_ids": [document.renews + row_id],
            "to_ids": [after + row_id], "changes": ["unchanged"], "title_zh": f"第{number}项", "title_en": f"Item {number}", "reason_zh": "后一文件照录。", "reason_en": "The later text repeats it.",
            "note_zh": None, "note_en": None,
        }


def put_into_use(tables: Path, draft: Path, name: str) -> None:
    """Give a finished draft its name and point at it."""
    place = tables / name
    if not place.exists():
        draft.rename(place)
    pointer = tables / f".current-{os.getpid()}"
    pointer.write_text(name + "\n", encoding="utf-8")
    pointer.replace(tables / "CURRENT")
