"""A document's own columns against what its text says of itself: a doubt where the text states something else."""

from collections.abc import Iterator
from typing import Any

from curation.check.fault import Fault, fault
from curation.face import read_face
from curation.face.words import line_number
from model.characters import unified

# Columns whose value the text states in words of its own; a title may have been shortened and an issuer translated.
_COLUMNS = ("document_number", "issued_on", "effective_from", "expires_on", "repealed_on", "title_zh")


def face_doubts(document: dict[str, Any], text: str, file: str) -> Iterator[Fault]:
    """Where the text states, at one place and without contradiction, another number, day or title than the column holds."""
    face = read_face(text)
    doubted = {item.column for item in face.doubts}
    for column in _COLUMNS:
        found, held = face.get(column), document.get(column)
        if found is None or found.basis != "stated" or held is None or column in doubted or found.start < 0:
            continue
        if not _same(str(held), found.value) and not (column == "title_zh" and face.paper.inner and _same(str(held), face.paper.inner.value)):
            yield fault(file, str(document["document_id"]), column, "face_other", value=str(held), read=found.value, line=str(line_number(text, found.start)))


def _same(one: str, other: str) -> bool:
    return "".join(unified(one).split()) == "".join(unified(other).split())
