"""The committed snapshot is what the committed curated files give, byte for byte, and leaves no figure of the texts out."""

import hashlib
from pathlib import Path

import pytest

from curation.check import curated
from curation.check.frames import document_files
from curation.check.ledger import unresolved
from curation.publish.build import build
from curation.read.document_library import text_path
from curation.read.read_text import read_document
from loaders import snapshot
from tests.first_five import COMMITTED

# The title of Shanwei's draft stands three times; its first year has no context that tells it apart.
KNOWN = {"shanwei-2021-draft": [(0, 5, "2021年")]}


def digests(place: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in place.iterdir()}


def test_a_rebuild_gives_the_committed_bytes(tmp_path: Path) -> None:
    name = snapshot.current(COMMITTED)
    assert build(tmp_path) == name, "the curated files changed; run make data and commit data/tables"
    assert digests(tmp_path / name) == digests(COMMITTED / name)


@pytest.mark.parametrize("path", document_files(), ids=lambda path: path.stem)
def test_every_numeral_of_a_text_has_its_row(sources: Path, path: Path) -> None:
    content = curated.read(path)
    text = text_path(content["document"]["text_sha256"])
    assert text is not None, "the text beside this checkout is not the one that was curated"
    assert unresolved(content, read_document(text)) == KNOWN.get(path.stem, [])
