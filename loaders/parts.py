"""The files of a snapshot, opened only after their checksum was found to be the one that the manifest vouches for.

A file is checked before it is read and again whenever its size, time or place on disk has changed; what was found is
remembered for the process. A table of few rows is held in memory from then on, and nothing that happens to its file matters.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from loaders.engine import Engine
from model import arrow
from model.manifest import Part, digest

# A table up to both is held in memory, where it is ten to a hundred times as large as its file; a snapshot has some twenty.
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
    files = {part.name: (place / f"{part.name}.parquet", part) for part in parts}
    for path, part in files.values():
        check(path, part)
        _as_declared(path, part)
    held = {name: path for name, (path, part) in files.items() if _is_small(path, part)}
    large = {name: path for name, (path, _) in files.items() if name not in held}
    engine = Engine(held, large, _checker([files[name] for name in large]))
    for path, part in files.values():
        check(path, part)  # no file changed while it was read
    return engine


def _is_small(path: Path, part: Part) -> bool:
    return part.rows <= HELD_ROWS and path.stat().st_size <= HELD_BYTES


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


def _as_declared(path: Path, part: Part) -> None:
    """Columns, types and number of rows must be those of this version of the tables."""
    try:
        found = pq.read_metadata(path)
        columns = [(field.name, field.type) for field in found.schema.to_arrow_schema()]
    except (OSError, pa.ArrowException) as error:
        raise SnapshotError("snapshot.damaged", path.name) from error
    if found.num_rows != part.rows or columns != [(field.name, field.type) for field in arrow.schema(part.name)]:
        raise SnapshotError("snapshot.damaged", path.name)
