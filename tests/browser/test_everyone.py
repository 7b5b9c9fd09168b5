"""WCAG 2.2 AA as far as a machine can tell, on every page of the registry: axe, keyboard, small and enlarged screens, charts."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import address
from tests.browser.pages import PAGES, shown
from wording.texts import text

WAYS = tuple(product(("zh", "en"), ("light", "dark"), (1400, 390)))  # language, theme, width
# Each page once a way in the quick suite, so that every way is walked twice; all pages in all ways in the slow one.
MATRIX = [pytest.param(name, *way, marks=[] if place % len(WAYS) == number else pytest.mark.slow)
          for place, name in enumerate(PAGES) for number, way in enumerate(WAYS)]
# The name of a control that is off may be pale (WCAG 1.4.3, inactive components); axe does not see that it belongs to one.
_INACTIVE = "[data-testid=stWidgetLabel][disabled]"


def opened(browser: Browser, scheme: str, width: int, height: int = 1500) -> Page:
    """A window of one kind."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", locale="zh-CN")
    return context.new_page()


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds, all rules and all weights, with the first element of each."""
    found = Axe().run(page, context={"exclude": [[_INACTIVE]]}).response["violations"]
    return [(item["id"], item["nodes"][0]["html"][:200]) for item in found]


@pytest.mark.parametrize(("name", "lang", "scheme", "width"), MATRIX)
def test_axe_finds_nothing(server: str, browser: Browser, name: str, lang: str, scheme: str, width: int) -> None:
    page = opened(browser, scheme, width)
    page.goto(address(server, name, lang=lang))
    shown(page, name, lang)
    page.locator("[data-testid=stSidebarContent] a").last.wait_for(state="attached")  # the menu is drawn after the page's title
    page.wait_for_timeout(500)
    found = violations(page)
    page.context.close()
    assert found == []


@pytest.fixture
def wide(server: str, browser: Browser) -> Iterator[Page]:
    """The page that most readers open, with every part of a comparison."""
    page = opened(browser, "light", 1400, 1000)
    page.goto(address(server, "incubator_rewards"))
    shown(page, "incubator_rewards", "zh")
    yield page
    page.context.close()


def test_axe_finds_nothing_in_what_opens_on_a_click(wide: Page) -> None:
    wide.get_by_text(text("filters.bar", "zh"), exact=True).click()
    wide.get_by_test_id("stPopover").first.get_by_role("button").first.click()
    expect(wide.get_by_role("button", name="Word 文档")).to_be_visible()
    assert violations(wide) == []


def focused(page: Page) -> str:
    """What the keyboard stands on, in words."""
    return str(page.evaluate("(document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || '').trim()"))


def test_the_keyboard_skips_the_menu_and_enters_what_it_opens(wide: Page) -> None:
    wide.keyboard.press("Tab")
    assert focused(wide) == text("streamlit.skip", "zh")
    wide.keyboard.press("Enter")
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.querySelector('[data-testid=stMain]').contains(document.activeElement)"), "past the menu at once"
    button = wide.get_by_test_id("stPopover").first.get_by_role("button").first
    button.focus()
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("button", name="Word 文档")).to_be_visible()
    steps = []
    for _ in range(4):
        wide.keyboard.press("Tab")
        steps.append(focused(wide))
    assert any("Word 文档" in step for step in steps), steps
    wide.keyboard.press("Escape")
    expect(wide.get_by_test_id("stPopoverBody")).to_have_count(0)
    assert text("export.menu", "zh") in focused(wide), "and back to where it was opened"


def test_a_change_of_language_keeps_the_focus(wide: Page) -> None:
    english = wide.get_by_role("radio", name="English")
    english.focus()
    wide.keyboard.press("Space")
    shown(wide, "incubator_rewards", "en")
    expect(wide.get_by_role("radio", name="English")).to_be_focused()
    wide.keyboard.press("ArrowLeft")
    wide.keyboard.press("Space")
    shown(wide, "incubator_rewards", "zh")
    expect(wide.get_by_role("radio", name="中文")).to_be_focused()


def test_a_folded_menu_is_not_in_the_keyboards_way(server: str, browser: Browser) -> None:
    page = opened(browser, "light", 390, 844)
    page.goto(address(server, "incubator_rewards"))
    shown(page, "incubator_rewards", "zh")
    inside = "document.querySelector('[data-testid=stSidebar]').contains(document.activeElement)"
    for _ in range(6):
        page.keyboard.press("Tab")
        assert not page.evaluate(inside), focused(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    link = page.get_by_test_id("stSidebar").get_by_role("link", name=text("view.vouchers", "zh"))
    link.focus()
    assert page.evaluate(inside), "an open menu is"
    page.context.close()


# What is cut off: text in a box that hides its overflow without an ellipsis or a way to scroll, or beyond the window.
_LOST = """() => [...document.querySelectorAll('[data-testid=stMain] *')].filter(element => {
    if (!element.childNodes.length || ![...element.childNodes].some(node => node.nodeType === 3 && node.nodeValue.trim())) return false
    if (element.closest('svg, [aria-hidden=true], [data-testid=stSkipToContent], [data-testid=stIconMaterial], .js-plotly-plot')) return false
    const box = element.getBoundingClientRect(), style = getComputedStyle(element)
    if (!box.width || style.visibility === 'hidden' || style.clipPath !== 'none' || style.position === 'absolute') return false
    for (let around = element.parentElement; around; around = around.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(around).overflowX) && around.scrollWidth > around.clientWidth && around.dataset.testid !== 'stMain') return false
    return box.right > innerWidth + 1 || box.left < -1
}).map(element => element.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost_on_a_small_or_enlarged_screen(server: str, browser: Browser, name: str) -> None:
    """390 px, and 1400 px at 200 %, which the page sees as 700 px: no sideways scrolling of the page, no words beyond its edge."""
    page = opened(browser, "light", 700)
    page.goto(address(server, name))
    shown(page, name, "zh")
    for width in (700, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_timeout(300)
        assert page.evaluate("Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)") <= width
        assert page.evaluate(_LOST) == [], width
    page.context.close()


def charts_of(page: Page) -> list[dict[str, Any]]:
    """Each chart: its accessible name, whether it is one image for a reader, and the rows of tables on its page."""
    found: list[dict[str, Any]] = page.evaluate("""() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].map(chart => {
        const named = chart.querySelector('[aria-label]') || chart.closest('[aria-label]') || chart
        return {name: named.getAttribute('aria-label') || '', role: named.getAttribute('role'), rows: document.querySelectorAll('table tbody tr').length}
    })""")
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_each_chart_has_a_name_that_states_the_finding_and_a_table(server: str, browser: Browser, name: str, lang: str) -> None:
    page = opened(browser, "light", 1400)
    page.goto(address(server, name, lang=lang))
    shown(page, name, lang)
    headings = page.get_by_role("heading", name=text("show.chart", lang), exact=True).count()
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(headings)
    if headings:
        finding = page.locator("[data-testid=stMain] [data-testid=stMarkdownContainer] strong").first.inner_text().replace("\u2060", "")
        for chart in charts_of(page):
            assert chart["role"] in ("img", "figure") and finding[:40] in chart["name"] and chart["rows"] > 1
    page.context.close()
