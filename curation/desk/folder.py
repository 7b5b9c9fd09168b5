"""A whole folder taken into the library at once: for each file what it is, what it belongs to, and how uncertain its face is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from curation.check.fault import CurationError
from curation.desk import draft as desk
from curation.desk.cities import city_of
from curation.desk.draft_file import drafts, save_draft
from curation.desk.skeleton import skeleton
from curation.face import Face, read_face
from curation.face.paper import ABOUT
from curation.face.words import asked
from curation.read.document_library import Stored, Tie, reading_of, sha256, store_all, tie
from curation.read.reading import Reading
from model.paths import LIBRARY


@dataclass(frozen=True)
class Added:
    """One file: its place in the library with its reading and face, or the error that kept it out.

    `begun` is the document of which a draft was begun, `unbegun` why none could be.
    """

    name: str
    place: Path | None = None
    reading: Reading | None = None
    face: Face | None = None
    tie: Tie | None = None
    error: CurationError | None = None
    begun: str = ""
    unbegun: CurationError | None = None

    @property
    def uncertainty(self) -> int:
        """How much a curator must look at: 0 for a known document, most for a file that could not be read or begun."""
        if self.error or self.unbegun:
            return 1000 if self.error else 500
        if self.tie or self.face is None:
            return 0
        return (100 if self.face.paper.kind in ABOUT else 0) + 3 * len(self.face.doubts) + len(asked(self.face))


def files_of(folder: Path) -> list[Path]:
    """The files of a folder and the folders below it, without hidden ones, by name."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts))


def add_file(path: Path, documents: list[Path], library: Path = LIBRARY, division: str = "") -> list[Added]:
    """Take a file, or each file of an archive, into the library; `documents` are the curated files that it may belong to.

    With a division's code a draft is begun for each paper that is new; whatever one file does, the others are taken in.
    """
    try:
        stored = store_all(path, library)
    except CurationError as error:
        return [Added(path.name, error=error)]
    return [_begun(_added(item, documents), division, documents, library) for item in stored]


def _added(stored: Stored, documents: list[Path]) -> Added:
    if stored.place is None:
        return Added(stored.name, error=stored.refused)
    reading = reading_of(stored.place)
    face = read_face(reading.text[: desk.LONGEST], reading.fields)
    return Added(stored.name, stored.place, reading, face, tie(reading.text, sha256(stored.place), documents, face.certain("document_number")))


def _begun(item: Added, division: str, documents: list[Path], library: Path) -> Added:
    """With the draft that was begun of it; none for what is known, unread, or no paper itself."""
    if not division or item.reading is None or item.place is None or item.face is None or item.tie or item.face.paper.kind in ABOUT:
        return item
    name = free_id(city_of(division)["city_id"], item.face, [*(path.stem for path in documents), *drafts(library)])
    try:
        save_draft(desk.begin(skeleton(name, "", item.place, item.reading), item.reading.text, division), library)
    except CurationError as error:
        return replace(item, unbegun=error)
    return replace(item, begun=name)


def uncertain(added: Iterable[Added]) -> list[Added]:
    """The files that a curator must look at, the least certain first."""
    return sorted((item for item in added if item.uncertainty), key=lambda item: (-item.uncertainty, item.name))


def free_id(city_id: str, face: Face, taken: Iterable[str]) -> str:
    """An id for a new document: city, year if the text states it, number or a running one."""
    year, number = face.get("policy_year"), face.value("document_number")
    parts = [city_id, year.value if year and year.basis == "stated" else "undated"]
    running = "".join(character for character in number.rpartition("〕")[2] if character.isdecimal())
    stem = "-".join([*parts, *(["draft"] if face.value("is_draft") == "true" else []), *([running] if running else [])])
    held = set(taken)
    return next(name for count in range(1, len(held) + 2) if (name := stem if count == 1 else f"{stem}-{count}") not in held)
