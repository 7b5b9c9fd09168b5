"""The curator's desk in a real browser: a text is added, a document begun, and nothing that is typed is lost by the next click."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import free_port, start_app
from tests.curation.read.pdf_files import Sheet, pdf
from tests.curation.sample import TEXT
from wording.texts import text

HOSTILE = "<img src=x onerror=\"document.title='owned'\">"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document library of the test's own; the desk of these tests never saves a curated file."""
    return tmp_path_factory.mktemp("library")


def printed_address(log: Path) -> str:
    """The one address that opens the desk."""
    return re.findall(r"http://\S+/curate\?token=\S+", log.read_text(encoding="utf-8"))[0]


@pytest.fixture(scope="module")
def desk(library: Path) -> Iterator[str]:
    """A dashboard as `make curate` starts it."""
    port = free_port()
    with (library.parent / "desk.log").open("w+") as log:
        process = start_app(port, log, "desk.py", POLICY_LIBRARY=str(library))
        yield printed_address(library.parent / "desk.log")
        process.terminate()
        process.wait(10)


def press(page: Page, key: str) -> None:
    """Click the button with the words of a key."""
    page.get_by_role("button", name=text(key, "zh"), exact=True).click()


def test_from_a_text_to_a_draft_in_which_nothing_typed_is_lost(page: Page, desk: str, library: Path, tmp_path: Path) -> None:
    (tmp_path / "新文.txt").write_text(TEXT.replace("载体建设", f"载体建设{HOSTILE}"), encoding="utf-8")
    page.goto(desk)
    page.locator('input[type="file"]').set_input_files(tmp_path / "新文.txt")
    press(page, "curate.upload_do")
    expect(page.get_by_text("新文.txt", exact=False).first).to_be_visible()
    expect(page.get_by_text(text("curate.lacking_city", "zh"), exact=False)).to_be_visible()
    city = page.get_by_role("combobox", name=text("curate.city", "zh"))
    city.fill("370200")
    page.get_by_role("option", name="青岛市 Qingdao").click()
    expect(page.get_by_label(text("curate.id", "zh"), exact=True)).to_have_value("qingdao-undated")  # what the text and the city give
    page.get_by_label(text("curate.id", "zh"), exact=True).fill("qingdao-2026-1")
    page.get_by_label(text("curate.id", "zh"), exact=True).press("Tab")
    press(page, "curate.begin")
    title = page.get_by_label("标题(英文)", exact=True)
    title.fill("Measures for innovation")  # the field is not left before the click on the next step
    page.get_by_role("radio", name=text("curate.step.clauses", "zh")).click()
    page.get_by_role("combobox", name=text("curate.jump", "zh", count=3)).click()  # the desk opens at the least certain figure
    page.get_by_role("option", name="100万元").click()
    box = page.locator(".text").first
    expect(box).to_contain_text("onerror")
    assert page.title() != "owned" and box.locator("img").count() == 0
    page.get_by_label("摘要", exact=True).fill("奖励孵化器。")
    press(page, "curate.accept")
    expect(box.locator(".figure.blue")).to_have_text("100万元")
    draft = json.loads((library / "drafts" / "qingdao-2026-1.json").read_text(encoding="utf-8"))
    assert draft["content"]["document"]["title_en"] == "Measures for innovation"
    assert draft["content"]["measures"][0]["summary_zh"] == "奖励孵化器。"
    assert draft["content"]["measures"][0]["awards"][0]["sum_cny"] == "1000000"
    page.get_by_role("radio", name=text("curate.step.save", "zh")).click()
    expect(page.get_by_text(text("curate.fault_problem", "zh"))).to_be_visible()
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_text(text("fault.undecided", "en"), exact=False).first).to_be_visible()


def test_the_desk_fits_a_narrow_window(page: Page, desk: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(desk)
    for work in ("document", "links", "corrections"):
        page.get_by_role("radio", name=text(f"curate.work.{work}", "zh"), exact=True).click()
        page.wait_for_timeout(1500)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), work


def test_a_folder_is_begun_and_its_page_stands_beside_the_text(page: Page, desk: str, library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "办法.pdf").write_bytes(pdf(Sheet().text(["青屿县若干办法", "第一条 对新认定的国家级孵化器奖励65万元。"]), Sheet().text(["第二条 对新认定的省级孵化器奖励45万元。"])))
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    page.goto(desk)
    page.get_by_text(text("curate.upload", "zh"), exact=True).click()
    page.get_by_text(text("curate.upload_folder", "zh"), exact=True).click()
    city = page.get_by_role("combobox", name=text("curate.upload_city", "zh"))
    city.fill("370200")
    page.get_by_role("option", name="青岛市 Qingdao").click()
    page.locator('input[type="file"]').set_input_files(folder)
    press(page, "curate.upload_do")
    expect(page.get_by_text(text("fault.read.damaged.mend", "zh"), exact=False)).to_be_visible()  # the bad file is named, the other begun
    page.get_by_role("radio", name=text("curate.step.clauses", "zh")).click()
    expect(page.get_by_text(text("curate.page", "zh", page=1, pages=2)).or_(page.get_by_text(text("curate.page", "zh", page=2, pages=2)))).to_be_visible()
    picture = page.locator('[data-testid="stImage"] img').first
    expect(picture).to_be_visible()
    beside = page.locator(".text").first.bounding_box()
    shown = picture.bounding_box()
    assert beside and shown and shown["x"] > beside["x"] + beside["width"] * 0.9 and shown["width"] > 200, "beside the text"
    page.get_by_text(text("curate.whole_page", "zh"), exact=True).click()
    page.wait_for_function("height => document.querySelector('[data-testid=\"stImage\"] img').getBoundingClientRect().height > height * 2", arg=shown["height"])
    assert (library / "drafts" / "qingdao-undated.json").exists()
