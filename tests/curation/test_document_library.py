"""Texts come into the library once, under a safe name, and find their document by checksum or by phrases."""

from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from curation.check import curated
from curation.face import read_face
from curation.read.document_library import safe_name, sha256, store, text_path, tie
from curation.read.reading import ReadError
from model.paths import CURATED
from tests.curation.sample import TEXT, content


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The sample as the only curated document."""
    path = tmp_path / "sample-2026-1.yaml"
    curated.write(path, content())
    return [path]


def test_plain_utf8_is_kept_as_it_is_and_only_once(tmp_path: Path) -> None:
    source = tmp_path / "云川 市 (2026).TXT"
    source.write_text(TEXT, encoding="utf-8")
    place = store(source, tmp_path / "library")
    assert place.read_bytes() == source.read_bytes()
    assert place.name == f"{sha256(source)[:12]}-云川_市_2026.txt"
    again = tmp_path / "another name.txt"
    again.write_bytes(source.read_bytes())
    assert store(again, tmp_path / "library") == place
    assert len(list((tmp_path / "library").iterdir())) == 1
    assert text_path(sha256(source), tmp_path / "library") == place


def test_what_is_not_plain_utf8_gets_its_text_beside_it(tmp_path: Path) -> None:
    word = tmp_path / "a.docx"
    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(str(word))
    place = store(word, tmp_path / "library")
    assert "100万元" in place.with_name(place.name + ".txt").read_text(encoding="utf-8")
    old = tmp_path / "old.txt"
    old.write_bytes(TEXT.encode("gb18030"))
    place = store(old, tmp_path / "library")
    assert place.with_name(place.name + ".txt").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("data", [b"\x00\xff\x00\xfe" * 50, b"%PDF-1.4 broken", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old word"])
def test_what_cannot_be_read_leaves_the_library_as_it_was(tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "x.docx"
    source.write_bytes(data)
    with pytest.raises(ReadError):
        store(source, tmp_path / "library")
    assert not (tmp_path / "library").exists()


@given(st.text(max_size=120))
def test_any_name_becomes_a_safe_one(name: str) -> None:
    safe = safe_name(name)
    assert "/" not in safe and "\\" not in safe and not safe.startswith((".", "-")) and len(safe) <= 70
    assert not any(character.isspace() or ord(character) < 32 for character in safe)
    assert safe_name(safe) == safe


def test_names_that_climb_or_run(tmp_path: Path) -> None:
    assert safe_name("../../etc/passwd") == "passwd.txt"
    assert safe_name("C:\\docs\\a b;rm -rf.PDF") == "a_b_rm_-rf.pdf"
    assert safe_name("...") == "document.txt"


def test_a_copy_is_tied_by_its_phrases_and_says_what_is_missing(files: list[Path]) -> None:
    held = content()
    held["figures"] = [{"phrase": "5%", "prefix": "二、技术交易按合同金额的", "suffix": "给予补贴,每家每年最高20万", "role": "description", "start": "1", "end": "3"}]
    curated.write(files[0], held)
    found = tie(TEXT.replace("，", ",\n"), "0" * 64, files)
    assert found is not None and (found.by, found.found, found.total, found.missing) == ("phrases", 3, 3, ())
    assert tie(TEXT.replace("，", ",\n"), "ab" * 32, files).by == "checksum"
    part = tie(TEXT.replace("12家", "十二家"), "ab" * 32, files)
    assert part is not None and part.missing == ("sample-2026-1.3.t1 “12家”",)


def test_another_text_is_tied_to_nothing(files: list[Path]) -> None:
    assert tie("别的城市的文件，给予100万元。", "0" * 64, files) is None


def test_each_of_the_five_finds_itself_and_no_other(sources: Path) -> None:
    from curation.check.frames import document_files

    for path in sorted(sources.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        own, other = tie(text, sha256(path), document_files()), tie(text, "0" * 64, document_files())
        assert own is not None and other is not None
        assert own.document_id == other.document_id and own.found == own.total == other.found


def test_the_same_words_under_another_number_are_another_document() -> None:
    """The number may stand in the text or in the fields of its page; one that is in doubt says nothing."""
    path = CURATED / "weihai-2023-5.yaml"
    content = curated.read(path)
    words = "\n".join(f"{row.get('prefix', '')}{row['phrase']}{row.get('suffix', '')}" for row in curated.evidence_rows(content))
    own = str(content["document"]["document_number"])
    assert tie(words, "", [path], own) is not None and tie(words, "", [path]) is not None and tie(words, "", [path], "甲政发〔2031〕9号") is None
    head = "甲市人民政府关于支持创新的若干政策\n{}\n各区市人民政府：\n一、奖励10万元。\n"
    fields = (("发文字号", "甲政发〔2031〕9号"), ("成文日期", "2031-05-01"))
    assert read_face(head.format("甲政发〔2031〕9号")).certain("document_number") == "甲政发〔2031〕9号" == read_face(head.format(""), fields).certain("document_number")
    assert read_face(head.format("甲政发〔2031〕8号"), fields).certain("document_number") == "", "text and page differ"
