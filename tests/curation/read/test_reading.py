"""A reading keeps all it knows on its way through JSON and the library."""

import re
from pathlib import Path

import docx

from curation.read import document_library
from curation.read.reading import LeftOut, Line, Reading, counted, dumps, loads
from model.paths import ROOT
from wording.texts import texts

FULL = Reading("第一条 给予１００万元。\n", "pdf", (LeftOut("hidden", 2),), ("by_ocr",), (("标题", "某办法"),), (Line(0, 6, 1, (0.1, 0.2, 0.5, 0.25), 0.93), Line(6, 13, 1, (0.1, 0.3, 0.5, 0.35))), 1)


def test_json_brings_back_every_part() -> None:
    assert loads(dumps(FULL)) == FULL


def test_lines_of_a_stretch_and_whether_a_picture_was_read() -> None:
    assert [line.start for line in FULL.lines_between(5, 7)] == [0, 6]
    assert FULL.is_by_ocr(0, 2) and not FULL.is_by_ocr(7, 9)


def test_what_was_left_out_is_said_in_both_languages() -> None:
    assert counted({"hidden": 2, "deleted": 0}) == (LeftOut("hidden", 2),)
    for lang in ("zh", "en"):
        notice, hidden = FULL.said(lang)
        assert "2" in hidden and notice != hidden


def test_the_library_keeps_the_reading_of_the_day_it_was_taken_in(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("第一条 给予100万元。")
    document.save(str(tmp_path / "a.docx"))
    place = document_library.store(tmp_path / "a.docx", tmp_path / "library")
    held = tmp_path / "library" / "readings" / f"{place.name}.json"
    held.write_text(dumps(FULL), encoding="utf-8")
    assert document_library.reading_of(place) == FULL
    held.write_text("{", encoding="utf-8")
    assert document_library.reading_of(place).text == "第一条 给予100万元。\n"


def test_everything_that_a_reader_can_say_has_its_words() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "curation").rglob("*.py"))
    kinds = set(re.findall(r'left_out\["(\w+)"\]', sources)) | set(re.findall(r'"(deleted|hidden|struck|ruby|navigation|contents|prompt|object|chart|picture|particulars)"', sources))
    codes = set(re.findall(r'"(read\.\w+)"', sources))
    assert {"page_furniture", "scanned_page", "seal"} <= kinds and {"read.scanned", "read.nested_zip"} <= codes
    limits = set(re.findall(r'within\([^\n]*"(\w+)", (?:self\.)?(?:package\.)?name\)', sources))
    assert {"members", "cells", "pixels"} <= limits
    for key in (*(f"read.left_out.{kind}" for kind in kinds), *(f"fault.{code}" for code in codes), *(f"fault.read.too_many_{what}" for what in limits), "read.notice.by_ocr", "read.notice.converted", "read.notice.open_changes"):
        assert key in texts(), key
