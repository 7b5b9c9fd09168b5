"""Which snapshots were in use, one JSON line for each change: data/tables/history.log, outside every hash and of git.

A change is written down before it is made, so that a crash between the two never costs the way back; an entry counts
once the snapshot that it names was in use, which the next entry or CURRENT tells.
"""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from curation.check.fault import CurationError
from curation.publish.build import is_whole, point_to
from model.files import sync_folder

LOG = "history.log"


class RollbackError(CurationError):
    """There is no snapshot to return to; the words say why."""


def switch(tables: Path, snapshot: str, action: str) -> None:
    """Write down that a snapshot comes into use, and put it into use; nothing happens if it is in use already."""
    before = in_use(tables)
    if before == snapshot:
        return
    line = {"number": len(read(tables)) + 1, "time": datetime.now(UTC).isoformat(timespec="seconds"), "action": action, "snapshot": snapshot, "before": before}
    log = tables / LOG
    cut_off = log.exists() and not log.read_bytes().endswith(b"\n")
    with log.open("a", encoding="utf-8") as file:
        file.write(("\n" if cut_off else "") + json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())
    sync_folder(tables)
    point_to(tables, snapshot)


def in_use(tables: Path) -> str:
    """The id of the snapshot in use, empty if there is none."""
    try:
        return (tables / "CURRENT").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def read(tables: Path) -> list[dict[str, str]]:
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


def made(tables: Path) -> list[dict[str, str]]:
    """The entries of changes that were made: what each names was in use when the next one was written, or is now."""
    entries = read(tables)
    reached = [*(entry["before"] for entry in entries[1:]), in_use(tables)]
    return [entry for entry, after in zip(entries, reached, strict=False) if entry["snapshot"] == after]


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
