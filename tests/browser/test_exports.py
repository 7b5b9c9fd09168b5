"""Exports as a reader gets them: every file from the menu, the basket saved and loaded, the page that opens offline."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect

from tests.browser.conftest import address

ENDINGS = {
    "Word 文档": "docx", "PowerPoint 演示文稿": "pptx", "Excel 工作簿": "xlsx", "图片 PNG": "png", "矢量图 SVG": "svg", "矢量图 PDF": "pdf", "网页 HTML": "html", "数据 CSV": "csv",
    "数据包 ZIP": "zip",
}
STARTS = {"docx": b"PK", "pptx": b"PK", "xlsx": b"PK", "zip": b"PK", "png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF", "html": b"<!doctype html>", "csv": b"\xef\xbb\xbf"}


def download(page: Page, label: str) -> tuple[str, bytes]:
    """Click a download button; the name and the bytes of the file. A click that falls into a rerun of the page is lost and repeated."""
    for patience in (20_000, 30_000, 90_000):
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
        try:
            with page.expect_download(timeout=patience) as waiting:
                page.get_by_role("button", name=label).first.click()
            return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()
        except TimeoutError:
            continue
    raise AssertionError(f"{label} gave no file")


def test_every_format_is_made_on_the_click(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards", cities="weihai"))
    page.get_by_test_id("stPopover").get_by_role("button").first.click()
    for label, ending in ENDINGS.items():
        name, content = download(page, label)
        assert name.startswith("孵化载体奖补") and "2026-11-21" in name and name.endswith(f".{ending}"), name
        assert content.startswith(STARTS[ending]), ending
    page.get_by_text("复制文字和表格").click()
    expect(page.get_by_text("复制为一句话")).to_be_visible()


def test_a_disabled_entry_says_why(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards", cities="shanwei,jinzhou"))
    page.get_by_test_id("stPopover").get_by_role("button").first.click()
    button = page.get_by_role("button", name="数据包 ZIP")
    expect(button).to_be_disabled()
    expect(page.get_by_text("均未标明公开")).to_be_visible()
    page.get_by_text("我确认未标明公开的文件可以对外提供").click()
    expect(button).to_be_enabled()
    assert download(page, "数据包 ZIP")[1].startswith(b"PK")


def test_a_basket_is_collected_saved_loaded_and_exported(server: str, page: Page, tmp_path: Path) -> None:
    for view in ("incubator_rewards", "vouchers"):
        if view == "incubator_rewards":
            page.goto(address(server, view))
        else:
            page.get_by_role("link", name="创新券").first.click()
        page.get_by_role("button", name="加入材料篮").click()
        expect(page.get_by_text("已加入材料篮").first).to_be_visible()
    page.get_by_role("link", name="材料篮").first.click()
    page.get_by_role("button", name="上移第2项").click()
    expect(page.get_by_role("button", name="上移第1项")).to_be_disabled()
    name, content = download(page, "保存材料篮")
    assert name.endswith(".json") and [entry["view"] for entry in json.loads(content)["entries"]] == ["vouchers", "incubator_rewards"]
    with zipfile.ZipFile(io.BytesIO(download(page, "Word 文档")[1])) as archive:
        assert sum(part.startswith("word/charts/chart") for part in archive.namelist()) >= 2
    changed = json.loads(content)
    changed["entries"].append({"view": "rankings", "query": {}, "title": "", "remark": ""})
    path = tmp_path / "basket.json"
    path.write_text(json.dumps(changed), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(str(path))
    expect(page.get_by_text("已载入2项")).to_be_visible()
    expect(page.get_by_text("rankings")).to_be_visible()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_opens_offline_with_its_chart(server: str, page: Page, browser: Browser, tmp_path: Path, lang: str) -> None:
    page.goto(address(server, "incubator_rewards", lang=lang))
    page.get_by_test_id("stPopover").get_by_role("button").first.click()
    _, content = download(page, "HTML")
    path = tmp_path / "page.html"
    path.write_bytes(content)
    context = browser.new_context(offline=True)
    opened, asked, said = context.new_page(), [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    opened.goto(path.as_uri())
    expect(opened.locator(".barlayer .point").first).to_be_visible()
    expect(opened.locator("td").first).to_be_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert said == [] and opened.locator(".modebar-btn, button, form").count() == 0, "nothing to click that could send anything"
    context.close()
