"""The document library: the texts themselves, kept outside the project's history.

A file is stored under the beginning of its checksum and its old name. Where the bytes are not the text itself (Word,
PDF, web pages, other encodings) the text as read stands beside it as `<file>.txt`, so that the dashboard only ever
opens plain text; what else is known of the reading (pages, what was left out) lies in `readings/`. A text is tied to its document by the checksum, which the curated file names, or by the phrases.
"""

import hashlib
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from curation.check import curated
from curation.check.curated import Record, evidence_rows, row_name
from curation.read import reading as readings
from curation.read.formats import format_of
from curation.read.limits import LIMITS
from curation.read.read_text import bytes_of, read
from curation.read.reading import ReadError, Reading
from curation.read.zipped import documents_in
from model.anchoring import fold, locate
from model.files import write_whole
from model.paths import LIBRARY, ROOT

SHARED_SOURCES = ROOT.parent / "shared" / "sources"

# A copy belongs to a document if at least this share of its figures stands in it, and at least this many.
TIED_SHARE, TIED_FIGURES = 0.6, 3


@dataclass(frozen=True)
class Tie:
    """How much of a curated document was found in a text. `missing` names each row or figure that was not."""

    document_id: str
    by: str
    found: int
    total: int
    missing: tuple[str, ...] = ()


def sha256(path: Path) -> str:
    """Checksum of a file's raw bytes."""
    stat = path.stat()
    return _sha256(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=512)
def _sha256(path: Path, size: int, changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text_path(checksum: str, library: Path = LIBRARY) -> Path | None:
    """The file of the library with this checksum, or None; the curators' own source folder is looked at too."""
    for folder in (library, SHARED_SOURCES, SHARED_SOURCES / "more"):
        for path in sorted(folder.glob("*")) if folder.is_dir() else []:
            if path.is_file() and not path.name.startswith(".") and sha256(path) == checksum:
                return path
    return None


def store(path: Path, library: Path = LIBRARY) -> Path:
    """Take a file into the library and return its place there; the same bytes are kept once.

    Raises ReadError for a file whose text cannot be read; then the library is as it was.
    """
    reading, data = read(path), path.read_bytes()
    if not reading.text.strip():
        raise ReadError("read.empty", name=path.name)
    checksum = hashlib.sha256(data).hexdigest()
    library.mkdir(parents=True, exist_ok=True)
    held = next((item for item in sorted(library.glob(f"{checksum[:12]}-*")) if item.is_file() and sha256(item) == checksum), None)
    place = held or library / f"{checksum[:12]}-{safe_name(path.name)}"
    if held is None:
        _write(place, data)
    beside = place.with_name(place.name + ".txt")
    if data != reading.text.encode("utf-8") and not beside.exists():
        _write(beside, reading.text.encode("utf-8"))
        _write(_kept(place), readings.dumps(reading).encode("utf-8"))
    return place


@dataclass(frozen=True)
class Stored:
    """One file that was to be taken in: its place in the library, or why it was not."""

    name: str
    place: Path | None = None
    refused: ReadError | None = None


def store_all(path: Path, library: Path = LIBRARY) -> list[Stored]:
    """Take a file into the library, or every file of an archive by itself; what cannot be read is named with its reason.

    Raises ReadError for an archive that cannot be opened.
    """
    data = bytes_of(path, LIMITS)
    if format_of(data, path.suffix.lower()) != "zip":
        return [_stored(path, library)]
    with tempfile.TemporaryDirectory(prefix="unpacked-") as folder:
        found = []
        for number, (name, content) in enumerate(documents_in(data, path.name, LIMITS)):
            place = Path(folder) / str(number) / safe_name(name)
            place.parent.mkdir()
            place.write_bytes(content)
            found.append(_stored(place, library))
        return found


def _stored(path: Path, library: Path) -> Stored:
    try:
        return Stored(path.name, store(path, library))
    except ReadError as error:
        return Stored(path.name, refused=error)


def reading_of(path: Path) -> Reading:
    """The reading of a file of the library as it was taken in, so that offsets stay true; any other file is read now."""
    try:
        return readings.loads(_kept(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return read(path)


def _kept(place: Path) -> Path:
    folder = place.parent / "readings"
    return folder / f"{place.name}.json"


def safe_name(name: str) -> str:
    """A file name without anything that a shell, a link or another system could trip over; the type is kept."""
    plain = unicodedata.normalize("NFC", Path(name.replace("\\", "/")).name)
    stem, dot, kind = plain.rpartition(".")
    stem, kind = (stem, kind.lower()) if dot else (plain, "txt")
    clean = re.sub(r"[^\w-]+", "_", stem).strip("_-")[:60] or "document"
    return f"{clean}.{re.sub(r'[^a-z0-9]', '', kind)[:8] or 'txt'}"


def tie(text: str, checksum: str, files: list[Path], number: str = "") -> Tie | None:
    """The curated document that a text belongs to, by its checksum or else by most phrases found; None if none fits.

    A document with another `number` than the text certainly states of itself is another one: policies are issued anew in the same words.
    """
    folded = fold(text)
    ties = []
    for path in files:
        try:
            content = curated.read(path)
        except (yaml.YAMLError, UnicodeDecodeError):  # for the check to name; another document may still fit
            continue
        by = "checksum" if _column(content, "text_sha256") == checksum else "phrases"
        if by == "phrases" and number and _column(content, "document_number") not in ("", number):
            continue
        places = {index: (row, locate(folded, row)) for index, row in enumerate(evidence_rows(content))}
        missing = tuple(row_name(row) if "role" in row else f"{row_name(row)} “{row.get('phrase', '')}”" for row, place in places.values() if place is None)
        ties.append(Tie(path.stem, by, len(places) - len(missing), len(places), missing))
    exact = next((item for item in ties if item.by == "checksum"), None)
    near = [item for item in ties if item.found >= TIED_FIGURES and item.found >= TIED_SHARE * item.total]
    return exact or max(near, key=lambda item: item.found / item.total, default=None)


def _column(content: Record, name: str) -> str:
    return str((content.get("document") or {}).get(name) or "")


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(exist_ok=True)
    write_whole(place, data)
