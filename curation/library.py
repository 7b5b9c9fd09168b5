"""The document library: the texts themselves, kept outside the project's history.

A text is known by the SHA-256 of its bytes, which the curated file of its document names.
"""

import hashlib
from pathlib import Path

from model.paths import LIBRARY, ROOT

SHARED_SOURCES = ROOT.parent / "shared" / "sources"


def sha256(path: Path) -> str:
    """Checksum of a file's raw bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text_path(checksum: str) -> Path | None:
    """The file of the library with this checksum, or None; the curators' own source folder is looked at too."""
    for folder in (LIBRARY, SHARED_SOURCES):
        for path in sorted(folder.glob("*")) if folder.is_dir() else []:
            if path.is_file() and not path.name.startswith(".") and sha256(path) == checksum:
                return path
    return None
