"""Corrections of published data: what was wrong, why, and when it was mended. One file, data/curated/corrections.yaml.

corrections:
- correction_id: c1
corrected_on: 2026-12-01
row_ids: [weihai-2023-5.29.a1]
what_zh / what_en: what stood there and what stands there now
reason_zh / reason_en: how the error came about
"""

from typing import Any

from curation.convert import ConversionError, convert
from curation.curated import Record, records
from curation.fault import Fault, fault
from model.schema import TABLES


def correction_rows(content: Record, file: str) -> tuple[list[dict[str, Any]], list[Fault]]:
    """The typed rows of the list of corrections and every fault of single values."""
    table = TABLES["corrections"]
    entries = records(content.get("corrections"))
    faults = [fault(file, "file", name, "no_such_section", sections=("corrections",)) for name in content if name != "corrections"]
    if len(entries) != len(content.get("corrections") or []):
        faults.append(fault(file, "file", "corrections", "no_record"))
    rows = []
    for entry in entries:
        name, typed = str(entry.get("correction_id", "?")), {}
        for column in table.columns:
            try:
                typed[column] = convert(column, entry.get(column))
            except ConversionError as error:
                faults.append(Fault(file, name, column, error.code, error.values))
                typed[column] = None
            if typed[column] is None:
                faults.append(fault(file, name, column, "empty"))
        faults += [fault(file, name, column, "no_such_column", table="corrections") for column in entry if column not in table.columns]
        rows.append(typed)
    return rows, faults
