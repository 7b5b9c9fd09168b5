"""One language a page: the window's title, `lang`, every word on a Chinese page, Streamlit's own included; what opens on a click too."""

import re
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Browser, Page, expect

from compare.questions.glossary import glossary
from model.prepared import PREPARED
from model.schema import TABLES
from tests.browser.conftest import address
from tests.browser.pages import PAGES, shown
from wording.texts import text, texts

# Words without a Chinese character that a reader or a screen reader meets: text, names, tooltips, placeholders.
_WORDS = """() => {
    const found = [], foreign = words => words && /[A-Za-z]{3}/.test(words) && !/[\\u4e00-\\u9fff]/.test(words)
    const hidden = 'script, style, noscript, svg, [data-testid=stIconMaterial], [data-testid=stExpanderIcon], [data-testid=stAlertDynamicIcon], [data-testid=stToastDynamicIcon]'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const words = walker.currentNode.nodeValue.trim()
        if (foreign(words) && !walker.currentNode.parentElement.closest(hidden)) found.push(words)
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-description', 'aria-valuetext'])
        for (const element of document.querySelectorAll(`[${name}]`)) if (foreign(element.getAttribute(name))) found.push(element.getAttribute(name))
    return [...new Set(found)]
}"""
# Names that are the same in every language: codes of rows, hashes, tables, formats; and the switch to English itself.
_CODE = re.compile(r"[a-z]+(?:[-_][a-z0-9]+)*(?:-\d+)*(?:\.[a-z0-9]+)*|[0-9a-f]{16,64}|https?://\S+")
_NAMES = {"English", "JSON", "• JSON", *TABLES, *PREPARED}

# Streamlit makes these of pieces; the tests here have seen them on the screen.
_PUT_TOGETHER = ("streamlit.option", "streamlit.press_", "streamlit.page_not_found_why", "streamlit.upload_add_icon")


def foreign(page: Page) -> list[str]:
    """The English words of a Chinese page."""
    words: list[str] = page.evaluate(_WORDS)
    return [item for item in words if item not in _NAMES and not (_CODE.fullmatch(item) and re.search(r"[-.\d]", item))]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_window_has_the_language_of_its_page(server: str, page: Page, name: str, lang: str) -> None:
    page.goto(address(server, name, lang=lang))
    shown(page, name, lang)
    expect(page).to_have_title(text("window.title", lang, page=text(f"view.{name}", lang), product=text("app.title", lang)))
    if lang == "zh":  # the glossary gives every term in both languages
        terms = {term.en for group in glossary() for term in group.terms} if name == "glossary" else set()
        assert set(foreign(page)) <= terms


def test_the_first_page_has_an_address_of_its_own(server: str, page: Page) -> None:
    page.goto(f"{server}/overview?as_of=2026-11-21")
    shown(page, "overview", "zh")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "/overview?" in page.url
    page.get_by_role("link", name=text("view.vouchers", "zh")).first.click()
    shown(page, "vouchers", "zh")
    page.go_back()
    shown(page, "overview", "zh")


def test_what_opens_on_a_click_is_chinese_too(server: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_context(locale="zh-CN", viewport={"width": 1400, "height": 1200}).new_page()
    page.goto(address(server, "incubator_rewards"))
    shown(page, "incubator_rewards", "zh")
    page.get_by_text(text("filters.bar", "zh"), exact=True).click()
    chooser = page.get_by_test_id("stMultiSelect").first.locator("input")
    chooser.click()
    assert foreign(page) == []
    chooser.fill("qqqq")
    expect(page.get_by_role("listbox")).to_have_text(re.compile(r"qqqq|" + text("streamlit.no_results", "zh")))
    assert foreign(page) == []
    page.keyboard.press("Escape")
    page.get_by_test_id("stDateInputCalendarButton").first.click()
    expect(page.get_by_test_id("stDateInputCalendar")).to_be_visible()
    assert foreign(page) == []
    page.keyboard.press("Escape")
    page.get_by_test_id("stMainMenuButton").click()
    expect(page.get_by_text(text("streamlit.menu_print", "zh"), exact=True)).to_be_visible()
    assert [words for words in foreign(page) if "Streamlit" not in words] == []
    page.context.close()


def test_fields_and_files_speak_chinese(server: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_context(locale="zh-CN", viewport={"width": 1400, "height": 1200}).new_page()
    page.goto(address(server, "policy_clauses"))
    shown(page, "policy_clauses", "zh")
    page.get_by_test_id("stTextInput").first.locator("input").fill("abc")
    expect(page.get_by_test_id("InputInstructions").first).to_contain_text(text("streamlit.press_enter", "zh"))
    page.get_by_test_id("stDataFrame").hover()
    assert foreign(page) == []
    page.goto(address(server, "basket"))
    shown(page, "basket", "zh")
    wrong, large = tmp_path / "a.txt", tmp_path / "b.json"
    wrong.write_text("x", encoding="utf-8")
    large.write_text("x" * 3_000_000, encoding="utf-8")
    for path in (wrong, large):
        page.locator("input[type=file]").set_input_files(str(path))
        expect(page.get_by_test_id("stFileUploader").get_by_text(path.name)).to_be_visible()
        expect(page.get_by_test_id("stFileUploader").get_by_role("alert").first).to_be_visible()
        assert [words for words in foreign(page) if not words.startswith(("a.txt", "b.json"))] == []
    page.context.close()


def test_an_unknown_address_says_so_in_chinese(server: str, browser: Browser) -> None:
    page = browser.new_context(locale="zh-CN").new_page()
    page.goto(f"{server}/nowhere")
    expect(page.get_by_role("dialog").get_by_text(text("streamlit.page_not_found_why", "zh"))).to_be_visible()
    shown(page, "overview", "zh")
    assert foreign(page) == []
    page.context.close()


def test_words_of_streamlit_go_both_ways(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards"))
    shown(page, "incubator_rewards", "zh")
    page.get_by_role("radio", name="English").click()
    shown(page, "incubator_rewards", "en")
    chinese = {row["zh"] for key, row in texts().items() if key.startswith("streamlit.")}
    named = page.evaluate("[...document.querySelectorAll('[aria-label]')].map(element => element.getAttribute('aria-label'))")
    assert not chinese & set(named)


def test_each_word_of_streamlit_has_one_translation_each_way() -> None:
    known = {key: row for key, row in texts().items() if key.startswith("streamlit.")}
    rows = list(known.values())
    assert len({row["en"] for row in rows}) == len(rows)
    scripts = [path.read_text(encoding="utf-8") for path in (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js")]
    for part in (part.strip(" –") for key, row in known.items() if not key.startswith(_PUT_TOGETHER) for part in row["en"].split("{}")):
        assert any(part in script for script in scripts), f"Streamlit no longer says {part!r}"
    assert all(row["en"].count("{}") == row["zh"].count("{}") for row in rows)
