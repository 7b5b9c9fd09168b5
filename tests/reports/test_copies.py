"""That a figure was read in a copy, and in which, stands in every format: each file is opened again."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator

import pytest
from docx import Document
from lxml import etree, html
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports import images
from reports.content import single
from reports.formats import FORMATS, make
from tests.conftest import DAY
from wording.answer import Answer, answered

HANDBOOK, PAGE = "lucheng-industry", "nansha-2017-science"
# The kind of source, and what the caveat says first of the handbook and of the saved page.
WORDS = {
    "zh": ("第三方转载", "所存文本取自2019年的一本招商手册，不是官方发布的文本", "所存文本是区政府网页的保存副本，取自公开代码库，保存于2017年或以后"),
    "en": ("third-party copy", "taken from an investment handbook of 2019 and is not the official publication", "a page of the district government as it was saved in 2017 or later"),
}


@pytest.fixture(params=["zh", "en"])
def made(all_tables: Tables, request: pytest.FixtureRequest) -> Answer:
    return answered(VIEWS["largest_sums"], all_tables, Selection(as_of=DAY, documents=(HANDBOOK, PAGE), lang=request.param))


def _docx(content: bytes) -> str:
    return "".join(Document(io.BytesIO(content)).element.itertext())


def _pptx(content: bytes) -> str:
    return " ".join("".join(shape._element.itertext()) for slide in Presentation(io.BytesIO(content)).slides for shape in slide.shapes)


def _xlsx(content: bytes) -> str:
    return " ".join(str(cell) for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def _xml(content: bytes) -> str:
    return " ".join(etree.fromstring(content).itertext())


def _pdf(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def _package(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode("utf-8-sig") for name in archive.namelist() if name.endswith((".csv", ".md", ".json")))


READERS: dict[str, Callable[[bytes], str]] = {
    "docx": _docx, "pptx": _pptx, "xlsx": _xlsx, "svg": _xml, "pdf": _pdf, "html": lambda content: html.fromstring(content).text_content(),
    "csv": lambda content: content.decode("utf-8-sig"), "package": _package,
}


def test_every_format_but_the_bitmap_is_opened_again() -> None:
    assert {*READERS, "png"} == set(FORMATS)


@pytest.mark.browser
@pytest.mark.parametrize("name", READERS)
def test_a_copy_is_named_as_one(all_tables: Tables, made: Answer, name: str) -> None:
    said = "".join(READERS[name](make(name, single(made), all_tables, is_confirmed=True)).split())
    for words in WORDS[made.selection.lang]:
        assert "".join(words.split()).casefold() in said.casefold(), words


def test_the_bitmap_is_drawn_from_the_same_words(made: Answer) -> None:
    drawn = images.on_paper(made, "")
    assert drawn is not None
    said = "".join(" ".join(str(note.text) for note in drawn.layout.annotations).replace("<br>", "").split()).casefold()
    assert all("".join(words.split()).casefold() in said for words in WORDS[made.selection.lang])


def test_a_row_of_the_csv_names_its_own_copy(all_tables: Tables) -> None:
    """One file on a row: the source and note of a cell are those of its document, and an official text has none."""
    chosen = Selection(as_of=DAY, documents=(HANDBOOK, PAGE, "weihai-2018-107"))
    content = make("csv", single(answered(VIEWS["largest_sums"], all_tables, chosen)), all_tables).decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(content)) if row["内容"] != "本文件未见规定"]
    found = {row["文件"].split(" ")[0]: (row["文本来源"], row["文本说明"]) for row in rows}
    assert found["威海2018"][0] == "" and "招商手册" in found["温州市鹿城区2019(推断)"][1] and "网页" in found["广州市南沙区2017"][1]
    assert found["温州市鹿城区2019(推断)"][0] == found["广州市南沙区2017"][0] == "第三方转载"


def test_every_view_that_shows_a_copy_says_so(all_tables: Tables) -> None:
    def unsaid() -> Iterator[str]:
        for name, view in VIEWS.items():
            found = answered(view, all_tables, Selection(as_of=DAY, documents=(HANDBOOK, PAGE)))
            shown = {document.document_id for document in found.documents}
            notes = " ".join(note.text for note in found.notes if note.kind == "caveat")
            if (HANDBOOK in shown and "招商手册" not in notes) or (PAGE in shown and "保存副本" not in notes):
                yield name

    assert list(unsaid()) == []
