"""What changed in the data: which snapshot brought which documents, from the log of publishing alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic

from loaders import lookups, queries
from loaders.snapshot import Tables
from model import history
from model.comparison import W
from model.paths import TABLES
from model.saying import Words, day_of, document_short, listing, text

LISTED = 30  # publications, the newest first
NAMED = 8  # documents of one publication; of more it gives the number


@dataclass(frozen=True)
class Publication(Generic[W]):
    """One line of the log: when which snapshot came into use, and the documents that were added, changed and removed."""

    day: W
    action: W
    snapshot: str
    added: W
    changed: W
    removed: W


def publications(tables: Tables, folder: Path = TABLES) -> tuple[Publication[Words], ...]:
    """The last publications, the newest first; none where no log was kept."""
    return tuple(_publication(tables, entry) for entry in reversed(history.made(folder)[-LISTED:]))


def _publication(tables: Tables, entry: Mapping[str, Any]) -> Publication[Words]:
    held = entry.get("documents")
    added, changed, removed = (_named(tables, held.get(name) if isinstance(held, dict) else None) for name in ("added", "changed", "removed"))
    action = entry["action"] if entry.get("action") in ("publish", "build", "rollback") else "publish"
    return Publication(day_of(_day(str(entry.get("time")))), text(f"data_changes.{action}"), str(entry["snapshot"]), added, changed, removed)


def _day(time: str) -> date | None:
    try:
        return datetime.fromisoformat(time).date()
    except ValueError:
        return None


def _named(tables: Tables, found: Any) -> Words:
    """Documents by name, those that are no longer here by id; of many the first and how many there are; what was not written down says so."""
    if not isinstance(found, dict):
        return text("data_changes.unrecorded")
    ids = [str(key) for key in found.get("ids", [])][:NAMED]
    if not ids:
        return text("data_changes.none")
    rows, cities = lookups.documents_by_id(tables, ids), queries.cities(tables)
    names = listing([document_short(rows[key], cities[rows[key]["city_id"]]) if key in rows else key for key in ids])
    return names if found["count"] <= len(ids) else text("data_changes.more", names=names, count=found["count"])
