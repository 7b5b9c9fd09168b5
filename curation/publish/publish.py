"""Publishing: everything is validated and built before anything changes, then the name in use is swapped in one step."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from curation.engine.outcome import Engine
from curation.publish.build import HERE, prepare
from curation.publish.changes import Change, changes
from curation.publish.history import previous, prune, switch
from model.files import own_name
from model.history import in_use
from model.paths import CURATED, TABLES


@dataclass(frozen=True)
class Publication:
    """A snapshot that was built, the one that is or was in use, and what differs between them."""

    snapshot: str
    before: str
    changes: tuple[Change, ...]

    @property
    def is_new(self) -> bool:
        """Whether the curated files differ from what is in use."""
        return self.snapshot != self.before


def preview(tables: Path = TABLES, folder: Path = CURATED, engine: Engine = HERE) -> Publication:
    """Validate and build to see what would change, and leave nothing behind. Raises BuildError with all faults."""
    tables.mkdir(parents=True, exist_ok=True)
    place = tables / own_name("build")
    place.mkdir()
    try:
        return _made(tables, place, folder, engine)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _made(tables: Path, place: Path, folder: Path, engine: Engine) -> Publication:
    """A snapshot built under `place`, against the one in use under `tables`."""
    before = in_use(tables)
    snapshot = prepare(place, folder, engine)
    old = tables / before if before and (tables / before).is_dir() else None
    return Publication(snapshot, before, tuple(changes(old, place / snapshot)) if snapshot != before else ())


def publish(tables: Path = TABLES, folder: Path = CURATED, engine: Engine = HERE) -> Publication:
    """Validate, build and put into use; older snapshots than the one before are removed. Raises BuildError."""
    made = _made(tables, tables, folder, engine)
    switch(tables, made.snapshot, "publish", made.changes)
    prune(tables)
    return made


def rollback(tables: Path = TABLES) -> Publication:
    """Return to the snapshot in use before. The curated files stay as they are. Raises RollbackError."""
    before, snapshot = in_use(tables), previous(tables)
    found = tuple(changes(tables / before, tables / snapshot))
    switch(tables, snapshot, "rollback", found)
    return Publication(snapshot, before, found)
