"""Corrections of published data: what was wrong, why, and when it was mended. One file, data/curated/corrections.yaml.

    corrections:
      - correction_id: c1
        corrected_on: 2026-12-01
        row_ids: [weihai-2023-5.29.a1]
        what_zh / what_en: what stood there and what stands there now
        reason_zh / reason_en: how the error came about

The desk writes it, or an editor by hand.
"""

from pathlib import Path
from typing import Any

from curation.check import curated
from curation.check.convert import ConversionError, convert, nothing
from curation.check.curated import Record, records
from curation.check.fault import Fault, fault
from curation.check.frames import CORRECTIONS
from model.paths import CURATED
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
                typed[column] = nothing(column)
            if typed[column] is None:
                faults.append(fault(file, name, column, "empty"))
        faults += [fault(file, name, column, "no_such_column", table="corrections") for column in entry if column not in table.columns]
        rows.append(typed)
    return rows, faults


def held_corrections(folder: Path = CURATED) -> list[Record]:
    """The entries of the list as they stand in the file. Raises yaml.YAMLError for a file that is no YAML."""
    path = folder / CORRECTIONS
    return records(curated.read(path).get("corrections")) if path.exists() else []


def correction_faults(entry: Record) -> list[Fault]:
    """What stands in the way of taking one entry into the list."""
    found = correction_rows({"corrections": [entry]}, CORRECTIONS)[1]
    return found if entry.get("row_ids") else [*found, fault(CORRECTIONS, str(entry.get("correction_id")), "row_ids", "empty")]


def write_correction(entry: Record, folder: Path = CURATED) -> str:
    """Take an entry into the list, in the place of the one with its id or, without an id, behind all others; returns the id.

    The list is read anew, so that what somebody else wrote in the meantime stays.
    """
    held = held_corrections(folder)
    taken = [row.get("correction_id") for row in held]
    name = entry.get("correction_id") or next(free for number in range(1, len(held) + 2) if (free := f"c{number}") not in taken)
    whole = {column: {**entry, "correction_id": name}.get(column) for column in TABLES["corrections"].columns}
    kept = {column: value for column, value in whole.items() if value not in ("", [], None)}
    listed = [kept if row.get("correction_id") == name else row for row in held] if name in taken else [*held, kept]
    curated.write(folder / CORRECTIONS, {"corrections": listed})
    return str(name)
