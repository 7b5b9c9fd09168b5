"""The tables that name documents, kinds of rows, strips and definitions by number and are sorted over all documents.

They are made of the templates once, as if each were a document; a row of a template then becomes one of every document made after it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.synthetic.documents import Issued
from benchmarks.synthetic.templates import Template
from model import arrow
from model.kinds import kind_row, kinds_of, numbered
from model.points import (
    DEFINITION,
    STRIP,
    category_of,
    definition_of,
    definitions,
    numbers_of,
    placed,
    strip_of,
    strips,
)

Row = dict[str, Any]
_SORTED = {"points": ("strip", "number", "turn"), "stated": ("strip", "number"), "paying": ("beneficiary", "number"),
           "goals": ("definition", "number", "turn"), "reviewed": ("category", "number"), "bills": ("number", "turn"), "of_kind": ("kind", "number")}
_OF_ID = {"points": ("award_id",), "goals": ("target_id",), "bills": ("award_id", "related_award_id")}  # what begins with the id of the document


class Numbered:
    """The documents that came by, in the order of their ids, and the tables that follow."""

    def __init__(self, templates: list[Template]) -> None:
        self._templates = templates
        self._of: list[int] = []
        self._ids: list[str] = []

    def see(self, documents: list[Issued]) -> None:
        """Take note of the documents that come next."""
        self._of += [document.template for document in documents]
        self._ids += [document.row["document_id"] for document in documents]

    def tables(self) -> Iterator[tuple[str, pa.Table]]:
        """Every table by its name, in its order, one after the other."""
        times = Counter(self._of)
        rows = {name: [_of_template(row, number) for number in sorted(times) for row in self._templates[number].rows[name]] for name in self._templates[0].rows}
        stood: Counter[Any] = Counter()
        for row in rows["awards"]:
            stood[strip_of(row), category_of(row)] += times[int(row["document_id"])]
        held = kinds_of(rows)
        kinds = numbered(kind for kind, _ in held)
        lines, meant = strips(stood), definitions(map(definition_of, rows["targets"]))
        number_of = {str(number): number for number in times}
        made = placed(rows, number_of, kinds, numbers_of(lines, "strip", STRIP), numbers_of(meant, "definition", DEFINITION))
        made["of_kind"] = [{"kind": kinds[kind], "number": int(document_id)} for kind, document_id in held]
        for name, whole in (("kinds", [kind_row(number, kind) for kind, number in kinds.items()]), ("strips", lines), ("definitions", meant)):
            yield name, pa.Table.from_pylist(whole, schema=arrow.schema(name))
        for name, found in made.items():
            yield name, self._spread(name, pa.Table.from_pylist(sorted(found, key=lambda row: int(row["number"])), schema=arrow.schema(name)))

    def _spread(self, name: str, of_templates: pa.Table) -> pa.Table:
        """The rows of the templates as rows of every document, sorted."""
        numbers = of_templates["number"].to_numpy()
        first, last = (np.searchsorted(numbers, self._of, side) for side in ("left", "right"))
        counts = last - first
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        table = of_templates.take(pa.array(np.repeat(first, counts) + within))
        document = np.repeat(np.arange(len(self._of)), counts)
        for column in _OF_ID.get(name, ()):
            table = _replaced(table, column, pc.binary_join_element_wise(pa.array(self._ids).take(pa.array(document)), table[column], ""))
        table = _replaced(table, "number", pa.array(document))
        return table.sort_by([(column, "ascending") for column in _SORTED[name]])


def _of_template(row: Row, number: int) -> Row:
    """A row of a template under the number of the template as its document; ids of measures are told apart by it."""
    return {**row, "document_id": str(number)} | ({"measure_id": f"{number}{row['measure_id']}"} if "measure_id" in row else {})


def _replaced(table: pa.Table, column: str, values: Any) -> pa.Table:
    at = table.schema.get_field_index(column)
    return table.set_column(at, table.schema.field(at), values)
