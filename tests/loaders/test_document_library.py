"""The app finds a document's text by checksum or phrases, places every figure, and lives without it."""

from pathlib import Path

import pytest

from loaders import queries
from loaders.document_library import _placed, document_text
from loaders.snapshot import Tables
from model.anchoring import fold


def figures(tables: Tables, document_id: str) -> int:
    """How many figures the ledger of a document has."""
    return len(queries.figures(tables, document_id))


def test_without_a_library_there_is_no_text(tables: Tables, tmp_path: Path) -> None:
    assert document_text(tables, "weihai-2023-5", tmp_path / "none") is None
    (tmp_path / "other.txt").write_text("别的文件，奖励100万元。", encoding="utf-8")
    assert document_text(tables, "weihai-2023-5", tmp_path) is None


def test_the_same_copy_places_every_figure_at_its_offsets(tables: Tables, sources: Path) -> None:
    for document_id in queries.documents(tables):
        held = document_text(tables, document_id, sources)
        assert held is not None and held.is_same_copy and held.missing == ()
        assert len(held.places) == figures(tables, document_id)
        for place, row in zip(held.places, queries.records(queries.figures(tables, document_id)), strict=True):
            assert (place.start, place.end) == (row["start"], row["end"])
            assert fold(held.text[place.start : place.end]).text == fold(row["phrase"]).text


def test_another_copy_is_tied_by_its_phrases_and_says_what_it_lacks(tables: Tables, sources: Path, tmp_path: Path) -> None:
    original = document_text(tables, "weihai-2023-5", sources)
    assert original is not None
    (tmp_path / "copy.txt").write_text(original.text.replace(",", "，\n").replace("1000万元", "一千万元"), encoding="utf-8")
    held = document_text(tables, "weihai-2023-5", tmp_path)
    assert held is not None and not held.is_same_copy
    assert held.missing and set(held.missing) == {"1000万元"}
    assert len(held.places) + len(held.missing) == figures(tables, "weihai-2023-5")
    assert document_text(tables, "weihai-2018-107", tmp_path) is None


def test_a_text_added_while_the_app_runs_is_seen(tables: Tables, sources: Path, tmp_path: Path) -> None:
    assert document_text(tables, "nantong-2012-26", tmp_path) is None
    for path in sources.glob("003*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert document_text(tables, "nantong-2012-26", tmp_path) is not None


@pytest.mark.parametrize("name", ["a.txt", "b.docx", "c", ".hidden.txt", "d.pdf"])
def test_files_that_are_no_text_are_passed_over(tables: Tables, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xff\xfe\x00bad" * 10)
    (tmp_path / "folder").mkdir()
    assert document_text(tables, "nantong-2012-26", tmp_path) is None


def test_a_word_file_is_read_through_the_text_beside_it(tables: Tables, sources: Path, tmp_path: Path) -> None:
    text = next(sources.glob("003*.txt")).read_text(encoding="utf-8")
    (tmp_path / "abc-nantong.docx").write_bytes(b"PK not opened here")
    (tmp_path / "abc-nantong.docx.txt").write_text(text, encoding="utf-8")
    held = document_text(tables, "nantong-2012-26", tmp_path)
    assert held is not None and held.missing == ()


def test_a_text_that_is_not_there_is_not_looked_for_in_every_document(tmp_path: Path) -> None:
    """A corpus of many documents is asked for its checksums, never read through."""
    from unittest.mock import patch

    from benchmarks.synthesize import synthesize
    from loaders import lookups, snapshot
    from loaders.known_documents import KnownDocuments

    held = snapshot.load(synthesize(tmp_path / "tables", 12, seed=5), tmp_path / "tables")
    document = held.engine.rows("SELECT document_id, text_sha256 FROM documents LIMIT 1")[0]
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "other.txt").write_text("没有数字的文件。", encoding="utf-8")
    with patch.object(KnownDocuments, "values", side_effect=AssertionError("read through")), patch.object(KnownDocuments, "items", side_effect=AssertionError("read through")):
        assert document_text(held, document["document_id"], tmp_path / "library") is None
    assert lookups.checksums_known(held, [document["text_sha256"], "0" * 64]) == {document["text_sha256"]}
    assert lookups.checksums_known(held, []) == frozenset()


def test_a_figure_that_ocr_misread_is_found_by_the_words_around_it() -> None:
    text = "第二条按技术合同金额的35%0给予补贴，每家最高30万元。"
    row = {"start": 11, "end": 14, "phrase": "35‰", "prefix": "第二条按技术合同金额的", "suffix": "0给予补贴,每家最高30万元", "role": "award", "row_id": "a"}
    held = _placed("a", text, [row], True)
    assert [(place.start, place.end) for place in held.places] == [(11, 14)] and held.missing == ()
    assert _placed("a", text, [{**row, "prefix": "按别的金额的"}], True).missing == ("35‰",)
    assert _placed("a", text, [{**row, "prefix": "", "suffix": ""}], True).missing == ("35‰",)
    assert _placed("a", text, [row], False).missing == ("35‰",), "another copy is not known to be read alike"
