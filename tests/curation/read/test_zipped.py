"""An archive of a notice with its annexes is several texts, each taken in by itself."""

import io
import zipfile
from pathlib import Path

import pytest

from curation.read.document_library import reading_of, store_all
from curation.read.read_text import read
from curation.read.reading import ReadError
from tests.curation.read.word_files import par, word


def archive(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()


def put(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    return path


def test_every_file_is_taken_in_with_its_own_name(tmp_path: Path) -> None:
    data = archive(**{"通知/关于印发办法的通知.docx": word(par("第一条 给予200万元。")), "附件1.txt": "国家级\t200万元\n".encode(), "__MACOSX/._附件1.txt": b"x", "坏.pdf": b"%PDF-1.4 no"})
    stored = store_all(put(tmp_path, data), tmp_path / "library")
    assert [(item.name, item.place is not None) for item in stored] == [("坏.pdf", False), ("关于印发办法的通知.docx", True), ("附件1.txt", True)]
    assert "damaged" in str(stored[0].refused)
    assert [reading_of(item.place).text for item in stored[1:] if item.place] == ["第一条 给予200万元。\n", "国家级\t200万元\n"]


def test_names_of_chinese_systems(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("xx.txt", "正文")
    data = held.getvalue().replace(b"xx.txt", "附.txt".encode("gb18030"))
    assert [item.name for item in store_all(put(tmp_path, data), tmp_path / "library")] == ["附.txt"]


@pytest.mark.parametrize(("data", "words"), [
    (archive(), "empty"), (archive(**{"b.zip": archive(**{"a.txt": b"x"})}), "another archive"), (archive(**{"a.txt": b"x" * 5000})[:60], "damaged"), (b"PK\x03\x04 no", "damaged"),
])
def test_archives_that_are_refused(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        store_all(put(tmp_path, data), tmp_path / "library")
    assert not (tmp_path / "library").exists()


def test_names_do_not_lead_out_of_the_library(tmp_path: Path) -> None:
    (stored,) = store_all(put(tmp_path, archive(**{"../../evil.txt": "正文".encode()})), tmp_path / "library")
    assert stored.place is not None and stored.place.parent == tmp_path / "library"


def test_reading_an_archive_says_where_to_add_it(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="archive of several files"):
        read(put(tmp_path, archive(**{"a.txt": b"x"})))
