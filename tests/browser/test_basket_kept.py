"""The basket survives a reload, a new window of the same browser and a session that the server has forgotten; a language switch is a step of Back."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import address
from tests.browser.test_links import title


def add(page: Page, server: str, view: str, words: str) -> None:
    """Put the comparison of a page into the basket."""
    page.goto(address(server, view))
    title(page, words)
    page.get_by_role("button", name="加入材料篮").click()


def test_the_basket_survives_a_reload_and_what_is_removed_stays_away(server: str, page: Page) -> None:
    add(page, server, "incubator_rewards", "孵化载体奖补")
    expect(page.get_by_role("link", name="材料篮（1）")).to_be_visible()
    page.reload()
    title(page, "孵化载体奖补")
    expect(page.get_by_role("link", name="材料篮（1）")).to_be_visible()
    add(page, server, "vouchers", "创新券")
    expect(page.get_by_role("link", name="材料篮（2）")).to_be_visible()
    other = page.context.new_page()
    other.goto(address(server, "basket"))
    expect(other.get_by_label("第2项标题")).to_be_visible()
    other.get_by_role("button", name="移除第1项").click()
    expect(other.get_by_role("link", name="材料篮（1）")).to_be_visible()
    other.reload()
    expect(other.get_by_role("link", name="材料篮（1）")).to_be_visible()


def test_what_is_no_basket_in_the_storage_is_said_and_harms_nothing(server: str, page: Page) -> None:
    page.goto(address(server, "method"))
    page.evaluate("localStorage.setItem('policy-basket', '{\"kind\": 1}')")
    page.goto(address(server, "basket"))
    expect(page.get_by_text("文件不是材料篮")).to_be_visible()
    add(page, server, "vouchers", "创新券")
    expect(page.get_by_role("link", name="材料篮（1）")).to_be_visible()


def test_back_after_a_language_switch_goes_back(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards"))
    title(page, "孵化载体奖补")
    page.get_by_role("radio", name="English").click()
    title(page, "Incubator rewards")
    page.wait_for_url("**lang=en**")
    page.go_back()
    title(page, "孵化载体奖补")
