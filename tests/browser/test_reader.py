"""The official text in a real browser: figures can be clicked, and markup in a text stays text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, free_port, start_app

HOSTILE = "<img src=x onerror=\"document.title='owned'\"><b>粗体</b>**[x](javascript:alert(1))**"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Iterator[str]:
    """A dashboard whose library holds another copy of one document, with markup in it."""
    library = tmp_path_factory.mktemp("library")
    text = next(sources.glob("001*.txt")).read_text(encoding="utf-8")
    (library / "copy.txt").write_text(text.replace("29.", f"29.{HOSTILE}"), encoding="utf-8")
    port = free_port()
    with (library.parent / "reader.log").open("w+") as log:
        process = start_app(port, log, POLICY_LIBRARY=str(library))
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait(10)


def test_a_click_on_a_figure_opens_its_clause_and_markup_is_inert(page: Page, reading: str) -> None:
    page.goto(address(reading, "documents", documents="weihai-2023-5", row="weihai-2023-5.29.a1"))
    box = page.locator(".text").first
    expect(box).to_contain_text("onerror", timeout=30_000)
    assert page.title() != "owned"
    assert box.locator("img, b, a, script").count() == 0
    chosen = box.locator(".chosen")
    expect(chosen).to_have_text("100万元")
    other = box.get_by_role("button", name="50万元").first
    other.click()
    expect(box.locator(".chosen").first).to_have_text("50万元", timeout=15_000)
    assert "row=weihai-2023-5." in page.url and "29.a1" not in page.url


def test_the_text_can_be_read_with_the_keyboard(page: Page, reading: str) -> None:
    page.goto(address(reading, "documents", documents="weihai-2023-5", lang="en"))
    figure = page.locator(".text").first.get_by_role("button").first
    figure.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".text").first.locator(".chosen").first).to_be_visible(timeout=15_000)
