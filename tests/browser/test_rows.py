"""A row of a table is chosen, and a column sorted by, with a click on the table; a long table keeps its head."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import address
from tests.browser.pages import shown


def test_a_click_on_a_row_marks_it_and_the_lead_follows(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards"))
    shown(page, "incubator_rewards", "zh")
    row = page.locator("table tbody tr").filter(has_text="大学科技园 · 国家级")
    row.locator("td").last.click()
    expect(page.get_by_text("大学科技园 · 国家级：", exact=False).first).to_be_visible()
    expect(page.locator("table tbody th strong")).to_have_text("大学科技园 · 国家级")
    assert "row=university_science_park%3Anational" in page.url


def test_a_click_on_a_head_sorts_down_then_up_then_not(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards"))
    shown(page, "incubator_rewards", "zh")
    first, head = page.locator("table tbody th").first, page.locator("table thead th").filter(has_text="威海2018")
    expect(first).to_have_text("科技企业孵化器 · 国家级")
    head.click()
    expect(first).to_have_text("大学科技园 · 国家级")
    expect(head).to_contain_text("↓")
    head.click()
    expect(head).to_contain_text("↑")
    head.click()
    expect(first).to_have_text("科技企业孵化器 · 国家级")
    assert "sort=" not in page.url
