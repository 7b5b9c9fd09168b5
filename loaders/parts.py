"""The files of a snapshot, opened only after their checksum was found to be the one that the manifest vouches for.

A small file is read once, checked, and from then on held in memory. A large one is checked when it is opened and again
whenever its size, time or place on disk has changed; what was found is remembered for the process.
"""

import hashlib
import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from loaders.engine import Engine
from model import arrow
from model.manifest import Part, digest

# A file up to both is held in memory, where it is some ten to a hundred times as large; a snapshot has some twenty files.
HELD_BYTES, HELD_ROWS = 8 * 1024 * 1024, 40_000

Identity = tuple[str, int, int, int]
_checked: dict[Identity, str] = {}


class SnapshotError(Exception):
    """The published tables cannot be read. `code` is a text key saying what is wrong and what mends it."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail


def opened(place: Path, parts: Iterable[Part]) -> Engine:
    """An engine over the checked files in a snapshot's folder. Raises SnapshotError."""
    held: dict[str, pa.Table] = {}
    large: dict[str, tuple[Path, Part]] = {}
    for part in parts:
        path = place / f"{part.name}.parquet"
        try:
            if part.rows <= HELD_ROWS and path.stat().st_size <= HELD_BYTES:
                held[part.name] = _read(path, part)
            else:
                check(path, part)
                large[part.name] = (path, part)
                _as_declared(pq.read_schema(path), pq.read_metadata(path).num_rows, path, part)
        except (OSError, pa.ArrowException) as error:
            raise SnapshotError("snapshot.damaged", path.name) from error
    return Engine(held, {name: path for name, (path, _) in large.items()}, _checker(list(large.values())))


def check(path: Path, part: Part) -> None:
    """Make sure that a file is the one that was vouched for. Raises SnapshotError."""
    try:
        identity = _identity(path)
        if identity not in _checked:
            _checked[identity] = digest(path)
            if _identity(path) != identity:  # it changed while it was read
                del _checked[identity]
                raise SnapshotError("snapshot.damaged", path.name)
        if _checked[identity] != part.sha256:
            raise SnapshotError("snapshot.damaged", path.name)
    except OSError as error:
        raise SnapshotError("snapshot.damaged", path.name) from error


def _checker(large: list[tuple[Path, Part]]) -> Callable[[], None]:
    def again() -> None:
        for path, part in large:
            check(path, part)

    return again


def _identity(path: Path) -> Identity:
    stat = path.stat()
    return (str(path), stat.st_ino, stat.st_size, stat.st_mtime_ns)


def _read(path: Path, part: Part) -> pa.Table:
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != part.sha256:
        raise SnapshotError("snapshot.damaged", path.name)
    table = pq.read_table(io.BytesIO(content))
    _as_declared(table.schema, table.num_rows, path, part)
    return table


def _as_declared(found: pa.Schema, rows: int, path: Path, part: Part) -> None:
    """Columns, types and number of rows must be those of this version of the tables."""
    declared = [(field.name, field.type) for field in arrow.schema(part.name)]
    if rows != part.rows or [(field.name, field.type) for field in found] != declared:
        raise SnapshotError("snapshot.damaged", path.name)
