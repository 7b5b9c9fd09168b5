"""The faces of the curated documents' own texts, where they are at hand: nothing departs from what two readers decided."""

from pathlib import Path

import pytest

from curation.check import curated
from curation.check.frames import document_files
from curation.face import read_face
from curation.read.document_library import sha256
from curation.read.read_text import read
from tests.conftest import SOURCES
from tests.curation.face.measure import MAIN, same

# The readers composed a title where the text has none, and took days and marks from beyond the text.
_COMPOSED = "descriptive"
_COLUMNS = (*MAIN, "issuer_zh", "kind", "is_draft", "release_attribute", "policy_year")


def _by_checksum() -> dict[str, Path]:
    files = [*SOURCES.glob("*.*"), *(SOURCES / "more").glob("*.*")] if SOURCES.is_dir() else []
    return {sha256(path): path for path in files}


@pytest.mark.parametrize("path", document_files(), ids=lambda path: path.stem)
def test_what_the_face_proposes_is_what_the_readers_decided(path: Path) -> None:
    held = curated.read(path)["document"]
    source = _by_checksum().get(held.get("text_sha256", ""))
    if source is None:
        pytest.skip("the document's own text is not at hand")
    reading = read(source)
    face = read_face(reading.text, reading.fields)
    doubted = {item.column for item in face.doubts}
    for column in _COLUMNS:
        proposed = face.value(column)
        if proposed and column not in doubted:
            assert same(proposed) == same(str(held.get(column, ""))), column
    if held["title_basis"] == _COMPOSED:
        assert not face.value("title_zh")
