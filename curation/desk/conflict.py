"""A curated file that somebody else changed while it was on the desk: nothing is overwritten, and nothing is lost.

Whoever opens a file keeps the checksum of what was on disk (`fingerprint`). Before it is written again the two are
compared; the version that gives way is kept beside the drafts, outside the project's history.
"""

import difflib
import hashlib
from pathlib import Path

from curation.check import curated
from curation.check.curated import Record
from model.files import write_whole
from model.paths import LIBRARY


def fingerprint(path: Path) -> str:
    """SHA-256 of a file as it is on disk; empty if there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def is_changed(path: Path, base: str, content: Record) -> bool:
    """Whether the file is another than the one that was opened (`base`), and also another than what would be written."""
    return fingerprint(path) != base and _on_disk(path) != _written(content)


def difference(path: Path, content: Record) -> str:
    """From the file on disk to what would be written, as a unified diff."""
    before, after = (words.splitlines(keepends=True) for words in (_on_disk(path), _written(content)))
    return "".join(difflib.unified_diff(before, after, path.name, path.name, n=2))


def keep_beside(path: Path, words: str, library: Path = LIBRARY) -> Path:
    """Keep one version of a curated file beside the drafts, under a name that is free."""
    folder = library / "drafts" / "kept"
    folder.mkdir(parents=True, exist_ok=True)
    names = (folder / f"{path.stem}.{number}.yaml" for number in range(1, len(list(folder.iterdir())) + 2))
    place = next(name for name in names if not name.exists())
    write_whole(place, words.encode())
    return place


def keep_mine(path: Path, content: Record, library: Path = LIBRARY) -> Path:
    """Keep what would be written."""
    return keep_beside(path, _written(content), library)


def keep_theirs(path: Path, library: Path = LIBRARY) -> Path:
    """Keep what is on disk."""
    return keep_beside(path, _on_disk(path), library)


def _written(content: Record) -> str:
    return curated.dumps(curated.ordered(content))


def _on_disk(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace") if path.exists() else ""
