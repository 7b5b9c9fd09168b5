"""Every limit refuses a file with its name and the mend; the files are harmless and the limits lowered."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from curation.read.limits import LIMITS
from curation.read.package import parse_xml
from curation.read.read_text import read, read_here
from curation.read.reading import ReadError
from tests.curation.read.ofd_files import grid, ofd, text
from tests.curation.read.pdf_files import Sheet, pdf
from tests.curation.read.word_files import cell, par, table, word

WORD = word(par("第一条 给予200万元。"), table(["国家级", "50万元"], ["市级", "10万元"]), "<w:tbl><w:tr>" + cell("宽", '<w:gridSpan w:val="60"/>') + "</w:tr></w:tbl>")
WEB = "<html><meta charset=utf-8><p>第一条 给予200万元。</p><table><tr><td rowspan=900 colspan=90>甲</td><td>乙</td></tr></table></html>".encode()
PDF = pdf(Sheet().text(["第一条 给予200万元。"]), Sheet().text(["第二条 给予100万元。"]))
OFD = ofd(text("第一条 给予200万元。"), text("第二条 给予100万元。") + grid([20, 60, 100], [100, 110, 120]))


@pytest.mark.parametrize(("name", "data", "lowered", "words"), [
    ("a.docx", WORD, {"unpacked_bytes": 500}, "unpacks"), ("a.docx", WORD, {"members": 2}, "files"), ("a.docx", WORD, {"elements": 10}, "elements"), ("a.docx", WORD, {"attributes": 3}, "elements"),
    ("a.docx", WORD, {"cells": 3}, "cells"), ("a.docx", WORD, {"cells": 50}, "cells"), ("a.docx", WORD, {"characters": 5}, "characters"),
    ("a.html", WEB, {"elements": 3}, "elements"), ("a.html", WEB, {"cells": 50}, "cells"), ("a.html", WEB, {"characters": 5}, "characters"),
    ("a.pdf", PDF, {"pages": 1}, "pages"), ("a.pdf", PDF, {"characters": 5}, "characters"),
    ("a.ofd", OFD, {"pages": 1}, "pages"), ("a.ofd", OFD, {"characters": 5}, "characters"), ("a.ofd", OFD, {"elements": 3}, "elements"), ("a.ofd", OFD, {"unpacked_bytes": 300}, "unpacks"),
    ("a.txt", "给予200万元。".encode(), {"characters": 5}, "characters"),
])
def test_what_is_too_much_is_refused_by_its_name(name: str, data: bytes, lowered: dict[str, int], words: str) -> None:
    with pytest.raises(ReadError, match=words) as refused:
        read_here(data, name, replace(LIMITS, **lowered))
    assert name in str(refused.value) and len(refused.value.said("zh")) < 300
    assert read_here(data, name).text


def test_the_cells_of_a_sheet_are_counted_before_they_are_built(tmp_path: Path) -> None:
    book: Any = openpyxl.Workbook()
    for number in range(40):
        book.active.append((number, "国家级", "200万元"))
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(ReadError, match="cells"):
        read(tmp_path / "a.xlsx", replace(LIMITS, cells=100))
    assert "200万元" in read(tmp_path / "a.xlsx").text


@pytest.mark.parametrize(("name", "data"), [("a.html", b"<div>" * 3000 + b"x"), ("a.docx", word("<w:sdt><w:sdtContent>" * 300 + par("x") + "</w:sdtContent></w:sdt>" * 300))])
def test_markup_that_is_nested_too_deeply_is_refused_and_not_cut(name: str, data: bytes) -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        read_here(data, name)


def test_entities_are_not_resolved() -> None:
    with pytest.raises(ReadError):
        parse_xml(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a.docx", LIMITS)


def test_where_every_row_is_alike_nothing_is_taken_for_furniture() -> None:
    assert read_here(ofd(*[text("第一条 给予200万元。")] * 3), "a.ofd").text.count("200万元") == 3
