"""Which snapshots were in use, one JSON line for each change: data/tables/history.log, outside every hash and of git.

A change is written down before it is made, so that a crash between the two never costs the way back; an entry counts
once the snapshot that it names was in use, which the next entry or CURRENT tells.
"""

import json
import os
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from curation.check.fault import CurationError
from curation.publish.build import is_whole, point_to
from curation.publish.changes import Change, changed_documents
from model.files import sync_folder
from model.history import LOG, in_use, made, read

NAMED = 500  # documents that a line names; of more it gives the number


class RollbackError(CurationError):
    """There is no snapshot to return to; the words say why."""


def switch(tables: Path, snapshot: str, action: str, found: Sequence[Change] | None = None) -> None:
    """Write down that a snapshot comes into use and which documents it brings, and put it into use; nothing happens if it is in use already.

    `found` are the changes of rows, if they were looked for.
    """
    before = in_use(tables)
    if before == snapshot:
        return
    line = {"number": len(read(tables)) + 1, "time": datetime.now(UTC).isoformat(timespec="seconds"), "action": action, "snapshot": snapshot, "before": before}
    line |= _documents(tables, before, snapshot, found)
    log = tables / LOG
    cut_off = log.exists() and not log.read_bytes().endswith(b"\n")
    with log.open("a", encoding="utf-8") as file:
        file.write(("\n" if cut_off else "") + json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())
    sync_folder(tables)
    point_to(tables, snapshot)


def _documents(tables: Path, before: str, snapshot: str, found: Sequence[Change] | None) -> dict[str, Any]:
    """How many documents were added, removed and, where rows were compared, changed, with their ids; nothing if a snapshot cannot be read."""
    try:
        old, new = (_ids(tables / name) if name else set() for name in (before, snapshot))
    except (OSError, pa.ArrowException):  # the way back must not depend on a list for readers
        return {}
    groups = {"added": new - old, "removed": old - new}
    if found is not None:
        groups["changed"] = changed_documents(found) & old & new
    return {"documents": {name: {"count": len(ids), "ids": sorted(ids)[:NAMED]} for name, ids in groups.items()}}


def _ids(place: Path) -> set[str]:
    return set(pq.read_table(place / "documents.parquet", columns=["document_id"])["document_id"].to_pylist())


def previous(tables: Path) -> str:
    """The snapshot that a rollback returns to: the one in use before the last publication that still stands.

    Raises RollbackError if none is known or its folder is gone or damaged.
    """
    stack: list[str] = []
    for entry in made(tables):
        if entry["action"] == "rollback" and stack:
            stack.pop()
        elif entry["action"] != "rollback":
            stack.append(entry["before"])
    if not stack or not stack[-1]:
        raise RollbackError("no_earlier")
    if not is_whole(tables / stack[-1]):
        raise RollbackError("snapshot_gone", snapshot=stack[-1])
    return stack[-1]


def prune(tables: Path) -> list[str]:
    """Remove every snapshot but the one in use and the one before it; returns what was removed.

    Nothing is removed while the log and CURRENT disagree, as after a crash or a change by other hands.
    """
    entries = read(tables)
    if not entries or entries[-1]["snapshot"] != in_use(tables):
        return []
    try:
        keep = {in_use(tables), previous(tables)}
    except RollbackError:
        return []
    old = [path for path in sorted(tables.iterdir()) if path.is_dir() and not path.name.startswith(".") and path.name not in keep]
    for path in old:
        shutil.rmtree(path)
    return [path.name for path in old]
