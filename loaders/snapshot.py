"""Open one published snapshot: an immutable folder of parquet files, named by the hash of the manifest that vouches for them.

A reader takes the name in `CURRENT` once and keeps to that snapshot for the whole run, so it never sees half of two.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from loaders.engine import Engine
from loaders.parts import SnapshotError as SnapshotError
from loaders.parts import opened
from model import arrow, manifest
from model.manifest import ManifestError
from model.paths import TABLES
from model.prepared import PREPARED, prepared
from model.schema import TABLES as SCHEMA

_POINTER_BYTES = 100


class Tables:
    """The tables of one snapshot. `engine` answers questions; whole tables come as pandas frames by name.

    Frames are shared: never change one in place. Two objects are the same only if they are one, so that what is worked
    out of one can be kept for it. A whole frame suits small snapshots: at a million rows ask `loaders.queries` instead.
    """

    def __init__(self, snapshot: str, frames: Mapping[str, pd.DataFrame], engine: Engine | None = None) -> None:
        self.snapshot = snapshot
        self.frames = frames
        self._given = engine

    @cached_property
    def engine(self) -> Engine:
        """What answers questions: over the snapshot's files, or over the given frames."""
        return self._given or _engine_of(self.frames)

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]


class _Frames(Mapping[str, pd.DataFrame]):
    """The published tables as frames, each read when it is first asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._read: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in SCHEMA:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = self._engine.frame(f'SELECT * FROM "{name}"')
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(SCHEMA)

    def __len__(self) -> int:
        return len(SCHEMA)


def _engine_of(frames: Mapping[str, pd.DataFrame]) -> Engine:
    rows = {name: frame.to_dict("records") for name, frame in frames.items()}
    return Engine({name: pa.Table.from_pylist(held, schema=arrow.schema(name)) for name, held in (rows | prepared(rows)).items()}, {})


def current(tables: Path = TABLES) -> str:
    """The id of the snapshot in use. Raises SnapshotError if there is none."""
    try:
        with (tables / "CURRENT").open("rb") as file:
            name = file.read(_POINTER_BYTES).decode("ascii").strip()
    except (OSError, ValueError) as error:
        raise SnapshotError("snapshot.missing", "CURRENT") from error
    if not manifest.NAME.fullmatch(name) or not (tables / name).is_dir():
        raise SnapshotError("snapshot.missing", name[:40])
    return name


def load(snapshot: str, tables: Path = TABLES) -> Tables:
    """The tables of a snapshot, checked against the manifest that it is named after. Raises SnapshotError."""
    place = tables / snapshot
    try:
        listed = manifest.read(place)
        if listed.version != arrow.VERSION:
            raise SnapshotError("snapshot.version", f"{listed.version[:40]} ≠ {arrow.VERSION}")
        engine = opened(place, [listed.parts[name] for name in (*SCHEMA, *PREPARED)])
    except ManifestError as error:
        raise SnapshotError("snapshot.damaged", error.detail) from error
    except (KeyError, duckdb.Error) as error:
        raise SnapshotError("snapshot.damaged", manifest.FILE) from error
    return Tables(snapshot, _Frames(engine), engine)


@lru_cache(maxsize=2)
def cached(snapshot: str, tables: Path = TABLES) -> Tables:
    """`load`, kept for the snapshot in use and the one before; the folders never change, so neither do the answers."""
    return load(snapshot, tables)
