"""Alignments: curated links between rows of two documents, one file per pair.

    from_document_id: weihai-2018-107
    to_document_id: weihai-2023-5
    alignments:
      - alignment_id: weihai-2018-2023.1
        topic: carriers
        from_ids: [...]
        to_ids: [...]
        change: lowered
        title_zh / title_en / reason_zh / reason_en
"""

from typing import Any

from curation.convert import ConversionError, convert
from curation.curated import Record
from curation.fault import Fault
from model.schema import TABLES


def alignment_rows(content: Record, file: str) -> tuple[list[dict[str, Any]], list[Fault]]:
    """The typed rows of one alignment file and the faults of single values."""
    rows, faults = [], []
    table = TABLES["alignments"]
    pair = {name: content.get(name, "") for name in ("from_document_id", "to_document_id")}
    for record in content.get("alignments") or []:
        typed: dict[str, Any] = {}
        for column in table.columns:
            value = {**record, **pair}.get(column)
            try:
                typed[column] = convert(column, value)
            except ConversionError as error:
                faults.append(Fault(file, record.get("alignment_id", "?"), column, error.problem, error.mend))
                typed[column] = None
            if table.is_required(column) and typed[column] is None:
                faults.append(Fault(file, record.get("alignment_id", "?"), column, "is empty", "give a value"))
        rows.append(typed)
    return rows, faults
