"""The print view in the browser: opened from the page, without menu, no wider than a sheet, printed whole."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import address
from tests.reports.pdf_readers import QUICK, squeezed

SHEET = 718  # pixels between the margins of A4


def opened(context: BrowserContext, page: Page) -> Page:
    """The tab that the button opens, filled."""
    with context.expect_page() as opening:
        page.get_by_role("link", name="打印版").click()
    paper = opening.value
    expect(paper.get_by_role("heading", level=1)).to_have_text("孵化载体奖补")
    expect(paper.get_by_role("heading", name="出处")).to_be_visible()
    expect(paper.get_by_role("table").last).to_be_visible()  # tables and chart come after the words
    expect(paper.get_by_role("heading", name="逐条内容")).to_be_visible()
    return paper


@pytest.mark.parametrize("proposals", ["", "tech_incubator.national.at_most.1500000"])
def test_the_print_view_has_no_menu_and_fits_a_sheet(server: str, page: Page, proposals: str) -> None:
    """Five documents and an own proposal do not fit side by side, so they are parted into blocks."""
    page.goto(address(server, "incubator_rewards", **({"proposals": proposals} if proposals else {})))
    paper = opened(page.context, page)
    expect(paper.get_by_test_id("stSidebar")).to_have_count(0)
    expect(paper.get_by_text("筛选")).to_have_count(0)
    widths = paper.evaluate("Array.from(document.querySelectorAll('table')).map(table => table.scrollWidth)")
    assert len(widths) > 2 and max(widths) <= SHEET
    assert "paper=1" in paper.url


def test_every_column_is_on_the_printed_sheet(server: str, page: Page, tmp_path: Path) -> None:
    """The words of the last column are in the file that the browser prints; a cut column would lose them."""
    page.goto(address(server, "incubator_rewards"))
    paper = opened(page.context, page)
    paper.get_by_test_id("stPlotlyChart").wait_for()
    file = tmp_path / "printed.pdf"
    paper.pdf(path=file, format="A4")
    pages = ["".join(sheet.extract_text().split()) for sheet in PdfReader(file).pages]
    assert all(pages), "no sheet is empty"
    assert "一次性10万元" in pages[0] and "威海2023" in pages[0]
    assert "概览" not in "".join(pages), "the menu is not printed"
    for name, reader in QUICK.items():
        words = squeezed(reader(file))
        assert not re.search("[\x00\ufffd\u2e80-\u2fdf]", words), f"{name} reads characters that are not on the page"
        assert all(said in words for said in ("支持标准", "未见规定", "大学科技园", "≤100")), name
