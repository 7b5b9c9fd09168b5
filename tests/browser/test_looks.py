"""What only a real browser can tell: glyphs, contrast rules, narrow screens, the dark theme."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import address
from tests.browser.pages import PAGES, shown


def ink(page: Page, words: str) -> bytes:
    """The pixels of some words drawn by the page's own font."""
    page.evaluate(
        """words => { const box = document.createElement('div'); box.id = 'probe'; box.textContent = words;
        box.style = 'position:fixed;top:0;left:0;z-index:999999;background:#fff;color:#000;font-size:40px;padding:4px;font-family:'
            + getComputedStyle(document.querySelector('h1')).fontFamily; document.body.append(box); }""", words)
    picture = page.locator("#probe").screenshot()
    page.evaluate("document.getElementById('probe').remove()")
    return Image.open(io.BytesIO(picture)).convert("L").tobytes()


def test_chinese_glyphs_are_drawn_and_differ(server: str, page: Page) -> None:
    page.goto(server)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    drawn = [ink(page, word) for word in ("孵", "化", "券", "额")]
    assert len(set(drawn)) == 4, "all Chinese characters look alike: the font has none of them"
    assert all(min(picture) < 100 for picture in drawn)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_phone(server: str, browser: Browser, name: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    page.goto(address(server, name, lang=lang))
    shown(page, name, lang)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
