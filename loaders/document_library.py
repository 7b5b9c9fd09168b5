"""How the dashboard reads a document's own text: plain text from the document library, tied by checksum or by phrases.

The library (`data/library`, or the folder that POLICY_LIBRARY names) is not part of the project. Only plain UTF-8 text
is opened here; `python -m curation add` puts it beside every other kind of file as `<file>.txt`.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders import lookups, queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.anchoring import fold, locate
from model.paths import LIBRARY

# The same share as when a text is added: fewer common figures may be chance, more may be another edition.
TIED_SHARE, TIED_FIGURES = 0.6, 3
LARGEST = 20 * 1024 * 1024

# Characters of the text in which the sixteen before and behind a figure are looked for, and how many must be known at least.
_AROUND, _LEAST = 40, 8


@dataclass(frozen=True)
class Place:
    """One numeral of the ledger as it stands in a text: code points, its role and the row it belongs to."""

    start: int
    end: int
    role: str
    row_id: str


@dataclass(frozen=True)
class DocumentText:
    """A document's text with the places of its figures in order.

    `is_same_copy` tells whether it is the very file that was curated; `missing` are the phrases that another copy lacks.
    """

    document_id: str
    text: str
    places: tuple[Place, ...]
    missing: tuple[str, ...]
    is_same_copy: bool


@dataclass(frozen=True)
class Held:
    """One text of the library and the checksum of the file that it was read from."""

    checksum: str
    text: str


def document_text(tables: Tables, document_id: str, library: Path | None = None) -> DocumentText | None:
    """The text of a document with its figures, or None if the library does not hold it."""
    folder = library or LIBRARY
    listed = _listing(folder)
    key = (tables.snapshot, document_id, str(folder), listed)
    if key not in _found:
        if len(_found) > 64:
            _found.clear()
        _found[key] = _find(tables, document_id, listed)
    return _found[key]


_found: dict[tuple[str, str, str, tuple[tuple[str, int, int], ...]], DocumentText | None] = {}


def _find(tables: Tables, document_id: str, listed: tuple[tuple[str, int, int], ...]) -> DocumentText | None:
    texts = [held for held in (_read(*entry) for entry in listed) if held is not None]
    if not texts:
        return None
    document = queries.documents(tables)[document_id]
    ledger = queries.records(queries.figures(tables, document_id))
    for held in texts:
        if held.checksum == document["text_sha256"]:
            return _placed(document_id, held.text, ledger, True)
    known = lookups.checksums_known(tables, (held.checksum for held in texts))
    copies = [_placed(document_id, held.text, ledger, False) for held in texts if held.checksum not in known]
    near = [copy for copy in copies if len(copy.places) >= TIED_FIGURES and len(copy.places) >= TIED_SHARE * len(ledger)]
    return max(near, key=lambda copy: len(copy.places), default=None)


def _placed(document_id: str, text: str, ledger: Iterable[Row], is_same_copy: bool) -> DocumentText:
    places, missing = [], []
    folded = fold(text)
    for row in ledger:
        found = (row["start"], row["end"]) if is_same_copy and _stands(text, row) else locate(folded, row)
        if found is None:
            missing.append(str(row["phrase"]))
        else:
            places.append(Place(found[0], found[1], str(row["role"]), str(row["row_id"] or "")))
    return DocumentText(document_id, text, tuple(sorted(places, key=lambda place: (place.start, place.end))), tuple(missing), is_same_copy)


def _stands(text: str, row: Row) -> bool:
    """Whether a row stands at its place: by its phrase or, where OCR misread it and the phrase is what the picture shows, by the words around it."""
    start, end = row["start"], row["end"]
    if fold(text[start:end]).text == fold(str(row["phrase"])).text:
        return True
    before, after = (fold(str(row[column] or "")).text for column in ("prefix", "suffix"))
    near = fold(text[max(0, start - _AROUND) : start]).text.endswith(before) and fold(text[end : end + _AROUND]).text.startswith(after)
    return near and len(before) + len(after) >= _LEAST


def _listing(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Every file of the library with size and time, so that a new file is seen at once and an old one is read once."""
    if not folder.is_dir():
        return ()
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith(".")]
    return tuple((str(path), stat.st_size, stat.st_mtime_ns) for path in files if (stat := path.stat()).st_size <= LARGEST)


@lru_cache(maxsize=256)
def _read(name: str, size: int, changed: int) -> Held | None:
    """A file's checksum with its text: its own, or that of the plain text beside it. None for what is no text."""
    path = Path(name)
    if path.suffix == ".txt" and path.with_suffix("").suffix and path.with_suffix("").is_file():
        return None  # the text beside a file; it is read with that file
    beside = path.with_name(path.name + ".txt")
    try:
        data = path.read_bytes()
        text = (beside.read_bytes() if beside.is_file() else data).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return Held(hashlib.sha256(data).hexdigest(), text) if beside.is_file() or path.suffix in (".txt", "") else None
