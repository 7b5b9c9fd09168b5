"""The exported chart as a PDF: what stands on it is read back by readers that nobody here wrote, and it stays small."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from pypdf import PdfReader

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports import hatch, pdf
from reports.content import single
from reports.images import refusal
from tests.reports.pdf_readers import PDFJS, QUICK, READERS, by_pdfjs, squeezed
from tests.samples import hostile, mixed
from wording.answer import Answer, answered

MOST = 300_000
_NEVER = re.compile("[\x00\ufffd\u2e80-\u2fdf\ue000-\uf8ff]")


def said(page: str) -> list[str]:
    """Every line of the page that the browser prints: headings, paragraphs and the texts of the chart."""
    body = html.fromstring(page).find("body")
    lines = list(body.iter("h1", "p", "tspan"))
    lines += [node for node in body.iter("text") if not len(node)]
    return [words for node in lines if (words := squeezed(node.text_content()))]


def read_back(made: Answer, place: Path, browser: Any | None = None) -> bytes:
    """The file, after every reader found every line on it."""
    report = single(made)
    content = pdf.pdf(report)
    path = place / f"{made.view}.{made.selection.lang}.pdf"
    path.write_bytes(content)
    lines = said(pdf._page(report))
    assert len(lines) > 5
    found = {name: squeezed(reader(path)) for name, reader in (READERS if browser else QUICK).items()}
    if browser is not None:
        opened = by_pdfjs(path, browser)
        found["pdf.js"] = squeezed(opened["words"])
        assert opened["title"] == report.items[0].title
        assert opened["language"] == {"zh": "zh-CN", "en": "en"}[report.lang]
    for name, words in found.items():
        assert not [line for line in lines if line not in words][:5], name
        assert not _NEVER.search(words), name
    return content


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", list(VIEWS))
def test_five_readers_find_every_word_of_every_chart(tables: Tables, selection: Selection, view: str, lang: str, tmp_path: Path, browser: Any) -> None:
    assert PDFJS.is_dir(), "make test-slow installs pdf.js"
    made = answered(VIEWS[view], tables, selection.having(lang=lang))
    if refusal(made):
        pytest.skip("this view has no chart")
    content = read_back(made, tmp_path, browser)
    assert len(content) <= MOST


@pytest.mark.browser
def test_every_kind_of_fill_is_read_back_and_small(tmp_path: Path) -> None:
    assert len(read_back(mixed(), tmp_path)) <= MOST


@pytest.mark.browser
def test_the_file_is_tagged_titled_and_in_its_language() -> None:
    for lang, code in (("zh", "zh-CN"), ("en", "en")):
        made = mixed(lang)
        content = pdf.pdf(single(made))
        assert content == pdf.pdf(single(made))
        root = PdfReader(io.BytesIO(content)).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == code
        assert PdfReader(io.BytesIO(content)).metadata.title == made.title
        assert {"/H1", "/P", "/Figure"} <= set(kinds(root["/StructTreeRoot"]))


def kinds(node: Any) -> list[str]:
    """The names of the structure elements below one."""
    node = node.get_object()
    if isinstance(node, list):
        return [name for child in node for name in kinds(child)]
    return [str(node.get("/S")), *kinds(node["/K"])] if isinstance(node, dict) and "/K" in node else []


@pytest.mark.browser
def test_hostile_words_are_words_on_the_page() -> None:
    page = pdf._page(single(hostile()))
    assert "<b>&" not in page and "<script" not in page
    assert pdf.pdf(single(hostile())).startswith(b"%PDF")


def test_hatching_stays_inside_its_bar_and_covers_it() -> None:
    """A bar of 120 by 20 pixels at a step of 10: lines rising to the right, at 45 degrees, every 10 pixels."""
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg"><defs><pattern id="p1" width="10px" height="10px" patternTransform=""><rect/>'
        '<path d="M0,10L10,0" opacity="0.5" stroke="rgb(1, 2, 3)" stroke-width="2px"/></pattern></defs>'
        '<path d="M5,40V60H125V40Z" clip-path="url(#c)" style="opacity: 1; fill: url(\'#p1\'); stroke: black;"/></svg>'
    )
    drawn = etree.fromstring(hatch.drawn(picture.encode()))
    bar, lines = (node for node in drawn if node.tag.endswith("path"))
    assert "fill: white" in bar.get("style") and "url" not in bar.get("style")
    assert lines.get("clip-path") == "url(#c)" and "rgb(1, 2, 3)" in lines.get("style") and "stroke-opacity: 0.5" in lines.get("style")
    ends = [tuple(map(float, part)) for part in re.findall(r"M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)", lines.get("d"))]
    assert [x + y for x, y, _, _ in ends] == list(range(50, 190, 10))
    for x0, y0, x1, y1 in ends:
        assert 5 <= x0 < x1 <= 125 and 40 <= y1 < y0 <= 60 and x0 + y0 == x1 + y1
