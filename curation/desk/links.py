"""Links between two documents on the desk: proposed by the columns, confirmed or rejected one by one by a person.

Every step takes the content of an alignment file and returns a new one in which each award and target of both
documents still stands in some link. Half-done work lies beside the drafts; the curated file is written on demand.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from curation.check import curated
from curation.check.alignments import alignment_rows, validate_alignments
from curation.check.curated import Record, records
from curation.check.fault import Fault
from curation.check.frames import Rows
from curation.desk.conflict import fingerprint, is_changed
from curation.desk.draft_file import LOCK, write_json
from curation.desk.propose_alignments import one_sided, propose_alignments
from curation.desk.saving import ChangedOnDiskError
from model.paths import CURATED, LIBRARY

_WRITTEN = ("topic", "changes", "title_zh", "title_en", "reason_zh", "reason_en")
_COLUMNS = ("alignment_id", "topic", "from_ids", "to_ids", "changes", "title_zh", "title_en", "reason_zh", "reason_en")
_SIDES = ("from_ids", "to_ids")


@dataclass(frozen=True)
class Links:
    """The links of one pair of documents.

    `base` is the checksum of the curated file when it was opened, `typed` what was typed into a link that is not
    confirmed yet, by its id.
    """

    content: Record
    base: str = ""
    typed: dict[str, Record] = field(default_factory=dict)

    @property
    def pair(self) -> tuple[str, str]:
        """The earlier and the later document."""
        return str(self.content["from_document_id"]), str(self.content["to_document_id"])

    @property
    def links(self) -> list[Record]:
        """The links in their order."""
        return records(self.content.get("alignments"))


def is_confirmed(link: Record) -> bool:
    """Whether a person said what the link is and why."""
    return all(link.get(name) for name in _WRITTEN)


def place(pair: tuple[str, str], folder: Path = CURATED) -> Path:
    """Where the curated file of a pair lies."""
    return folder / "alignments" / f"{pair[0]}--{pair[1]}.yaml"


def begin(rows: Rows, pair: tuple[str, str], folder: Path = CURATED) -> Links:
    """What is curated for a pair, or else what the columns propose; rows that are in no link yet get one of their own."""
    path = place(pair, folder)
    content = curated.read(path) if path.exists() else propose_alignments(rows, *pair)
    return completed(Links(content, fingerprint(path)), rows)


def confirm(held: Links, number: int, link: Record, rows: Rows) -> Links:
    """Put a link, as a person decided it, in the place of one that is there; its rows leave the links that are still open."""
    taken = {row_id for side in _SIDES for row_id in link.get(side) or []}
    kept = {name: link[name] for name in _COLUMNS if link.get(name)}
    listed = [kept if place == number else item if is_confirmed(item) else _without(item, taken) for place, item in enumerate(held.links)]
    typed = {name: columns for name, columns in held.typed.items() if name != link["alignment_id"]}
    return completed(replace(_with(held, listed), typed=typed), rows)


def type_into(held: Links, name: str, columns: Record) -> Links:
    """Keep what was typed into a link without deciding anything."""
    return replace(held, typed={**held.typed, name: {**held.typed.get(name, {}), **columns}})


def reject(held: Links, number: int, rows: Rows) -> Links:
    """The rows of a link are not one matter: each of them gets an open link of its own, in the same place."""
    rest = [item for place, item in enumerate(held.links) if place != number]
    parted = completed(_with(held, rest), rows)
    return _with(parted, [*rest[:number], *parted.links[len(rest) :], *rest[number:]])


def describe(held: Links, note_zh: str, note_en: str) -> Links:
    """What to know about the pair."""
    notes = {name: words for name, words in (("note_zh", note_zh), ("note_en", note_en)) if words}
    first, last = (held.content[name] for name in ("from_document_id", "to_document_id"))
    return replace(held, content={"from_document_id": first, "to_document_id": last, **notes, "alignments": held.links})


def completed(held: Links, rows: Rows) -> Links:
    """The same links with one for every row that stands in none, so that nothing is passed over."""
    listed = [item for item in held.links if item.get("from_ids") or item.get("to_ids")]
    names = {str(item.get("alignment_id")) for item in listed}
    for side, document in zip(_SIDES, held.pair, strict=True):
        named = {row_id for item in listed for row_id in item.get(side) or []}
        for row in of_document(rows, document):
            if row_id(row) not in named:
                name = next(free for number in range(1, len(names) + 2) if (free := f"{held.pair[0]}--{held.pair[1]}.{number}") not in names)
                names.add(name)
                listed.append({"alignment_id": name, **one_sided(row, side)})
    return _with(held, listed)


def of_document(rows: Rows, document_id: str) -> list[Record]:
    """The awards and targets of a document."""
    return [row for name in ("awards", "targets") for row in rows[name] if row["document_id"] == document_id]


def row_id(row: Record) -> str:
    """The id of an award or target."""
    return str(row.get("award_id") or row.get("target_id"))


def faults(held: Links, rows: Rows) -> list[Fault]:
    """Everything that stands in the way of publishing the links."""
    file = place(held.pair).name
    typed, found = alignment_rows(held.content, file)
    return found or validate_alignments({**rows, "alignments": typed}, file)


def has_changed(held: Links, folder: Path = CURATED) -> bool:
    """Whether somebody changed the curated file since it was opened."""
    return is_changed(place(held.pair, folder), held.base, held.content)


def save(held: Links, folder: Path = CURATED) -> Links:
    """Write the curated file canonically. Raises ChangedOnDiskError, and writes nothing, if it is not the one that was opened."""
    path = place(held.pair, folder)
    if has_changed(held, folder):
        raise ChangedOnDiskError("changed_on_disk", file=path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    curated.write(path, held.content)
    return replace(held, base=fingerprint(path))


def load_links(pair: tuple[str, str], library: Path = LIBRARY) -> Links | None:
    """Half-done links as they were left, or None."""
    path = _draft(pair, library)
    return Links(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def save_links(held: Links, library: Path = LIBRARY) -> None:
    """Keep half-done links; the old ones stay whole until the new ones are."""
    write_json(_draft(held.pair, library), asdict(held))


def update_links(held: Links, change: Callable[[Links], Links], library: Path = LIBRARY) -> None:
    """Change what is on disk now, or `held` if nothing is: two clicks that come at once both count."""
    with LOCK:
        save_links(change(load_links(held.pair, library) or held), library)


def _draft(pair: tuple[str, str], library: Path) -> Path:
    return library / "drafts" / "links" / f"{Path(pair[0]).name}--{Path(pair[1]).name}.json"


def _with(held: Links, listed: Iterable[Record]) -> Links:
    return replace(held, content={**held.content, "alignments": list(listed)})


def _without(link: Record, taken: set[str]) -> Record:
    sides = {side: [row for row in link.get(side) or [] if row not in taken] for side in _SIDES}
    return {name: value for name, value in {**link, **sides}.items() if value}
