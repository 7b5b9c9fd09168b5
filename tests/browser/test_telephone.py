"""On a telephone tables stand row by row: nothing scrolls sideways, and every cell keeps its row name and documents."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import address

AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    """A page of a browser that says it runs on a telephone."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844}, user_agent=AGENT)
    yield context.new_page()
    context.close()


def card(page: Page, name: str) -> str:
    """What the card of a row says."""
    found = page.get_by_test_id("stMarkdownContainer").filter(has_text=re.compile(f"^{name}"))
    expect(found.first).to_be_visible()
    return found.last.inner_text()


def test_rows_are_cards(server: str, telephone: Page) -> None:
    telephone.goto(address(server, "incubator_rewards"))
    said = card(telephone, "科技企业孵化器 · 国家级")
    assert "威海2018：一次性200万元 · 认定 · 二、(四)2" in said and "威海2023：最高100万元 · 认定 · 第29条 有条件可比" in said
    assert "汕尾2021(草案)：本文件未见规定" in said
    expect(telephone.locator("table")).to_have_count(0)
    assert telephone.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


def test_changes_are_cards_too(server: str, telephone: Page) -> None:
    telephone.goto(address(server, "what_changed"))
    said = card(telephone, "国家级科技企业孵化器")
    assert "变化：由定额改为限额，标准下调 有条件可比" in said and "威海2018：一次性200万元" in said and "威海2023：最高100万元" in said
