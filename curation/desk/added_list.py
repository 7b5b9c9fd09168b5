"""The list of what was added last, kept in the library until the curator puts it away: a page is drawn anew at every click."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from curation.check.fault import said
from curation.desk.draft_file import last_change, write_json
from curation.desk.folder import Added
from curation.face.found import Doubt, Value
from curation.face.words import asked
from model.paths import LIBRARY

_FILE = ".added.json"


@dataclass(frozen=True)
class Entry:
    """One file that was added: the document that it belongs to or that was begun, what kept it out, and what must be looked at.

    `error` is a code with its values; `is_in` says whether the file is in the library all the same. `doubts` are what to check
    of its face, `asked` the columns that its text does not fill.
    """

    name: str
    document_id: str
    uncertainty: int
    is_in: bool
    is_known: bool
    error: tuple[str, tuple[tuple[str, Value], ...]] | None
    doubts: tuple[Doubt, ...]
    asked: tuple[str, ...]

    def error_said(self, lang: str) -> str:
        """What kept the file out, or its draft from being begun, with the mend; empty if nothing did."""
        return said(*self.error, lang) if self.error else ""


def entry(item: Added) -> Entry:
    """What is kept of a file that was added."""
    failed = item.error or item.unbegun
    known = item.tie.document_id if item.tie else ""
    return Entry(
        item.name, known or item.begun, item.uncertainty, item.place is not None, bool(item.tie), (failed.code, failed.values) if failed else None,
        tuple(item.face.doubts) if item.face and not item.tie else (), tuple(asked(item.face)) if item.face and not item.tie else (),
    )


def keep(added: Iterable[Added], library: Path = LIBRARY) -> None:
    """Keep the list of what was just added in the place of the one before."""
    write_json(library / _FILE, {"entries": [asdict(entry(item)) for item in added]})


def kept(library: Path = LIBRARY) -> list[Entry]:
    """The files added last, the least certain first."""
    try:
        held = json.loads((library / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return sorted((_entry(item) for item in held["entries"]), key=lambda item: (-item.uncertainty, item.name))


def is_fresh(library: Path = LIBRARY) -> bool:
    """Whether no draft was worked on since the list was made."""
    path = library / _FILE
    return path.exists() and path.stat().st_mtime_ns > last_change(library)


def put_away(library: Path = LIBRARY) -> None:
    """The list is done with."""
    (library / _FILE).unlink(missing_ok=True)


def _entry(item: dict[str, Any]) -> Entry:
    error = (str(item["error"][0]), _values(item["error"][1])) if item["error"] else None
    doubts = tuple(Doubt(**{**held, "values": _values(held["values"])}) for held in item["doubts"])
    return Entry(**{**item, "error": error, "doubts": doubts, "asked": tuple(item["asked"])})


def _values(held: list[Any]) -> tuple[tuple[str, Value], ...]:
    return tuple((str(name), tuple(value) if isinstance(value, list) else str(value)) for name, value in held)
