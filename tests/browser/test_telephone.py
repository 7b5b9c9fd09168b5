"""On a telephone the matrix stands row by row: nothing scrolls sideways, and every cell keeps its row name and documents."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.conftest import address

AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"


def test_rows_are_cards(server: str, browser: Browser) -> None:
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844}, user_agent=AGENT)
    page = context.new_page()
    page.goto(address(server, "incubator_rewards"))
    card = page.get_by_test_id("stMarkdownContainer").filter(has_text=re.compile("^科技企业孵化器 · 国家级"))
    expect(card.first).to_be_visible()
    said = card.last.inner_text()
    assert "威海2018：一次性200万元 · 认定 · 二、(四)2" in said and "威海2023：最高100万元 · 认定 · 第29条 有条件可比" in said
    assert "汕尾2021(草案)：本文件未见规定" in said
    expect(page.locator("table")).to_have_count(0)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    context.close()


def test_changes_are_cards_too(server: str, browser: Browser) -> None:
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844}, user_agent=AGENT)
    page = context.new_page()
    page.goto(address(server, "what_changed"))
    card = page.get_by_test_id("stMarkdownContainer").filter(has_text=re.compile("^国家级科技企业孵化器"))
    expect(card.first).to_be_visible()
    said = card.last.inner_text()
    assert "变化：定额改为上限、降低 有条件可比" in said and "威海2018：一次性200万元" in said and "威海2023：最高100万元" in said
    context.close()
