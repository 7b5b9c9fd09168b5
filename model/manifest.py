"""The manifest of a snapshot: which files it has, with their checksums. Its own checksum is the snapshot's name.

So the name vouches for the manifest and the manifest for every file; nothing of a snapshot is read that is not so
vouched for.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "manifest.json"
LARGEST = 1024 * 1024  # a manifest names some twenty files and the inputs; a longer one is none
NAME = re.compile(r"[0-9a-f]{16}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class ManifestError(Exception):
    """The manifest cannot be trusted; `detail` names the file that is missing or not as vouched for."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True)
class Part:
    """One file of a snapshot, `<name>.parquet`, with the number of its rows."""

    name: str
    sha256: str
    rows: int


@dataclass(frozen=True)
class Manifest:
    """What a snapshot is made of."""

    version: str
    parts: dict[str, Part]


def written(content: dict[str, Any]) -> tuple[str, str]:
    """A manifest as text, and the name that its snapshot must have."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return text, name_of(text.encode())


def name_of(manifest: bytes) -> str:
    """The name of the snapshot with this manifest."""
    return hashlib.sha256(manifest).hexdigest()[:16]


def read(place: Path) -> Manifest:
    """The manifest in a snapshot's folder. Raises ManifestError if it is not the one that the folder is named after."""
    try:
        with (place / FILE).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ManifestError(FILE) from error
    if len(data) > LARGEST or name_of(data) != place.name:
        raise ManifestError(FILE)
    try:
        return _parsed(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ManifestError(FILE) from error


def _parsed(content: Any) -> Manifest:
    parts = {name: Part(name, entry["sha256"], entry["rows"]) for name, entry in content["tables"].items()}
    for part in parts.values():
        if not _SHA256.fullmatch(part.sha256) or type(part.rows) is not int or not re.fullmatch(r"[a-z_]{1,40}", part.name):
            raise ValueError(part.name)
    if not isinstance(content["schema_version"], str):
        raise TypeError("schema_version")
    return Manifest(content["schema_version"], parts)


def digest(path: Path) -> str:
    """The SHA-256 of a file, read in pieces. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_whole(place: Path) -> bool:
    """Whether a snapshot's folder is named after its manifest and holds every file that it names, byte for byte."""
    try:
        return all(digest(place / f"{part.name}.parquet") == part.sha256 for part in read(place).parts.values())
    except (ManifestError, OSError):
        return False
