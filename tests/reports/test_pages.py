"""Office files as pages, turned by LibreOffice: nothing outside the paper, no empty page, no header row alone, all words there."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports.content import Item, several, single
from reports.formats import FORMATS
from wording.answer import answered

pytestmark = pytest.mark.slow
VIEWS_SHOWN = ("incubator_rewards", "vouchers", "what_changed", "overview", "targets", "standard_cases")


def as_pages(content: bytes, ending: str, place: Path) -> tuple[list[str], list[np.ndarray]]:
    """The words and the pixels of every page."""
    assert shutil.which("soffice") and shutil.which("pdftoppm"), "make test-slow installs LibreOffice and poppler"
    path = place / f"report.{ending}"
    path.write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(place), str(path)],
        check=True, capture_output=True, timeout=180,
    )
    subprocess.run(["pdftoppm", "-r", "50", "-gray", "-png", str(place / "report.pdf"), str(place / "page")], check=True, timeout=120)
    words = [page.extract_text() for page in PdfReader(io.BytesIO((place / "report.pdf").read_bytes())).pages]
    return words, [np.asarray(Image.open(image)) for image in sorted(place.glob("page-*.png"))]


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
@pytest.mark.parametrize("view", VIEWS_SHOWN)
def test_pages_hold_everything_inside_the_paper(tables: Tables, selection: Selection, view: str, name: str, lang: str, tmp_path: Path) -> None:
    made = answered(VIEWS[view], tables, selection.having(lang=lang))
    render = FORMATS[name].render
    assert render is not None
    words, pages = as_pages(render(single(made)), name, tmp_path)
    for at, page in enumerate(pages):
        edge = 6  # three millimetres
        border = np.concatenate([page[:edge].ravel(), page[-edge:].ravel(), page[:, :edge].ravel(), page[:, -edge:].ravel()])
        assert (border > 250).all(), f"page {at + 1} is printed to the edge"
        assert (page < 200).any(), f"page {at + 1} is empty"
    text = squeezed("".join(words))
    assert squeezed(made.finding)[:30] in text
    assert all(squeezed(row.label)[:12] in text for row in made.chart.rows)
    if name == "docx":
        head = squeezed({"zh": "项目", "en": "Item"}[lang] + made.chart.columns[0].label)
        for page_words in words:
            body = squeezed(re.sub(r"—\s*\d+\s*—", "", page_words))
            assert not body.endswith(head), "a header row stands alone"
        assert all(re.search(rf"—\s*{at}\s*—", page_words) for at, page_words in enumerate(words, 1))


@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
def test_a_basket_becomes_pages(tables: Tables, selection: Selection, name: str, tmp_path: Path) -> None:
    items = tuple(Item(made, made.title) for view in VIEWS_SHOWN[:3] for made in [answered(VIEWS[view], tables, selection)])
    render = FORMATS[name].render
    assert render is not None
    words, _ = as_pages(render(several("创新政策对照材料", items)), name, tmp_path)
    assert "创新政策对照材料" in squeezed(words[0])
    if name == "docx":
        numbers = [int(number) for number in re.findall(r"\.{3,}\s*(\d+)", words[0])]
        assert len(numbers) == 3 and numbers == sorted(numbers) and all(f"{at}." in words[number - 1] for at, number in enumerate(numbers, 1)), "contents name the right pages"
