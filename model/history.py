"""Which snapshots were in use: the lines of data/tables/history.log, as publishing writes and pages show them.

A line counts once the snapshot that it names was in use, which the next line or CURRENT tells: it is written before the change is made.
"""

import json
from pathlib import Path
from typing import Any

LOG = "history.log"

Entry = dict[str, Any]


def in_use(tables: Path) -> str:
    """The id of the snapshot in use, empty if there is none."""
    try:
        return (tables / "CURRENT").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def read(tables: Path) -> list[Entry]:
    """All entries, oldest first, also of changes that were not made; a line that was cut off by a crash is left out."""
    try:
        lines = (tables / LOG).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    entries = []
    for line in lines:
        try:
            entries.append(dict(json.loads(line)))
        except (ValueError, TypeError):
            continue
    return entries


def made(tables: Path) -> list[Entry]:
    """The entries of changes that were made: what each names was in use when the next one was written, or is now."""
    entries = read(tables)
    reached = [*(entry["before"] for entry in entries[1:]), in_use(tables)]
    return [entry for entry, after in zip(entries, reached, strict=False) if entry["snapshot"] == after]
