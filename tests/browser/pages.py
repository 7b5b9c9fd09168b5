"""Every page of the registry, and how a test waits for one."""

from playwright.sync_api import Page, expect

from components.menu import MENU
from wording.texts import text

PAGES = [name for entries in MENU.values() for name, _ in entries]


def shown(page: Page, name: str, lang: str) -> None:
    """Wait until a page is there, its script has finished and its window knows the language."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text(f"view.{name}", lang))
    expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if lang == "zh" else "en")
    expect(page.get_by_test_id("stSkipToContent")).to_have_text(text("streamlit.skip", lang))
