"""The snapshot that readers see: the one in use, or the last good one while that cannot be read.

What was good stays in memory of the process; at a cold start it is the newest whole snapshot of the folder. Whoever
shows another snapshot than the one in use is told why, and says so.
"""

from dataclasses import dataclass
from pathlib import Path

from loaders.parts import SnapshotError
from loaders.snapshot import Tables, cached, current
from model import manifest
from model.paths import TABLES

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Opened:
    """Tables to show, and why they are not those in use; no fault if they are."""

    tables: Tables
    fault: SnapshotError | None = None


_good: dict[Path, Tables] = {}
_failed: dict[Path, tuple[Stamp, SnapshotError]] = {}


def opened(folder: Path = TABLES) -> Opened:
    """The snapshot in use under `folder`, else the last good one with the fault. Raises SnapshotError if there is none."""
    try:
        found = _checked(current(folder), folder)
    except SnapshotError as fault:
        return Opened(_last_good(folder, fault), fault)
    _good[folder] = found
    return Opened(found)


def _last_good(folder: Path, fault: SnapshotError) -> Tables:
    held = _good.get(folder)
    for snapshot in ([held.snapshot] if held else []) + _newest_first(folder):
        try:
            _good[folder] = _checked(snapshot, folder)
        except SnapshotError:
            continue
        return _good[folder]
    _good.pop(folder, None)
    raise fault


def _newest_first(folder: Path) -> list[str]:
    """The names of all snapshots that have a manifest, the last written first."""
    try:
        places = [path.parent for path in folder.glob(f"*/{manifest.FILE}") if manifest.NAME.fullmatch(path.parent.name)]
        return [place.name for place in sorted(places, key=lambda place: ((place / manifest.FILE).stat().st_mtime_ns, place.name), reverse=True)]
    except OSError:
        return []


def _checked(snapshot: str, folder: Path) -> Tables:
    """A snapshot that was found good, in memory or just now; a damaged one is not read again before it changes."""
    held = _good.get(folder)
    if held is not None and held.snapshot == snapshot:
        held.engine.check()
        return held
    stamp = _stamp(folder / snapshot)
    failed = _failed.get(folder / snapshot)
    if failed and failed[0] == stamp:
        raise SnapshotError(failed[1].code, failed[1].detail)
    try:
        found = cached(snapshot, folder)
        found.engine.check()
    except SnapshotError as fault:
        _failed[folder / snapshot] = (stamp, fault)
        raise
    return found


def _stamp(place: Path) -> Stamp:
    try:
        return tuple(sorted((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in place.iterdir()))
    except OSError:
        return ()
