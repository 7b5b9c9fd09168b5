"""Open one published snapshot: an immutable folder of parquet tables named by its content hash.

A reader takes the name in `CURRENT` once and keeps to that snapshot for the whole run, so it never sees half of two.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from model.paths import TABLES
from model.schema import SCHEMA_VERSION
from model.schema import TABLES as SCHEMA


class SnapshotError(Exception):
    """The published tables cannot be read. `code` is a text key saying what is wrong and what mends it."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail


@dataclass(frozen=True, eq=False)
class Tables:
    """The tables of one snapshot as pandas frames by name. Frames are shared: never change one in place.

    Two objects are the same only if they are one, so that what is worked out of one can be kept for it.
    """

    snapshot: str
    frames: dict[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]


def current(tables: Path = TABLES) -> str:
    """The id of the snapshot in use. Raises SnapshotError if there is none."""
    try:
        name = (tables / "CURRENT").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotError("snapshot.missing", str(tables / "CURRENT")) from error
    if not name.isalnum() or not (tables / name).is_dir():
        raise SnapshotError("snapshot.missing", name[:40])
    return name


def load(snapshot: str, tables: Path = TABLES) -> Tables:
    """All tables of a snapshot, checked against its manifest. Raises SnapshotError for a missing or damaged one."""
    place = tables / snapshot
    manifest = _manifest(place)
    if manifest.get("schema_version") != SCHEMA_VERSION:
        raise SnapshotError("snapshot.version", str(manifest.get("schema_version")))
    return Tables(snapshot, {name: _frame(place / f"{name}.parquet", manifest["tables"].get(name)) for name in SCHEMA})


@lru_cache(maxsize=2)
def cached(snapshot: str, tables: Path = TABLES) -> Tables:
    """`load`, kept for the snapshot in use and the one before; the folders never change, so neither do the frames."""
    return load(snapshot, tables)


def _manifest(place: Path) -> dict[str, Any]:
    try:
        content = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        return dict(content) if isinstance(content["tables"], dict) else {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError("snapshot.damaged", "manifest.json") from error


def _frame(path: Path, entry: dict[str, Any] | None) -> pd.DataFrame:
    try:
        content = path.read_bytes()
        if entry is None or hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise SnapshotError("snapshot.damaged", path.name)
        return pd.DataFrame(pq.read_table(path).to_pylist(), columns=list(SCHEMA[path.stem].columns), dtype=object)
    except (OSError, KeyError, ValueError) as error:
        raise SnapshotError("snapshot.damaged", path.name) from error
